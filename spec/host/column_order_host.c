/*
** Rows of columns in C: gathered, put in order, joined. Each result is compared with that of a slow and plain way to
** the same end, over random columns of every type, with one, two and eight threads; then everything runs once for
** each allocation it makes, with that one failing.
**
**   column_order_host        everything
**   column_order_host once   a little of each (for valgrind)
*/
#define PARLEY_TEST_ALLOC
#include "base/memory.c"

#include <math.h>

#include "check.h"
#include "column_order_naive.h"
#include "frame/gather.h"
#include "frame/packing.h"

#ifdef __SANITIZE_THREAD__
static const int thread_counts[] = {2};
#else
static const int thread_counts[] = {1, 2, 8};
#endif

enum { THREAD_COUNTS = sizeof thread_counts / sizeof *thread_counts };

static parley_run run_with(int threads) { return (parley_run){.threads = threads}; }

/* ---- gathering ---- */

enum positions { ALL, PREFIX, ASCENDING, ANY, WITH_GAPS, LAST_FEW, POSITIONS };

static parley_rows random_rows(parley_run *run, enum positions how, int64_t length) {
  parley_rows rows = {.count = length};
  parley_error err;
  if (how == ALL) return rows;
  if (how == PREFIX) return (parley_rows){.count = length / 3};
  if (!parley_rows_make(run, &rows, length + 100, &err)) abort();
  rows.count = 0;
  int64_t from = how == LAST_FEW && length > 5 ? length - 5 : 0;
  for (int64_t i = from; i < length + (how == ANY ? 90 : 0); i++) {
    if (how == ASCENDING && random_below(2)) continue;
    bool gap = length == 0 || (how == WITH_GAPS && random_below(9) == 0);
    bool ordered = how == ASCENDING || how == LAST_FEW;
    rows.row[rows.count++] = gap ? -1 : ordered ? (int32_t)i : (int32_t)random_below((unsigned)length);
  }
  return rows;
}

static void check_taken(const parley_column *from, const parley_rows *rows, const parley_column *out) {
  bool same = out->length == rows->count && out->type == from->type && is_sound(out);
  for (int64_t i = 0; same && i < rows->count; i++) {
    int64_t row = rows->row == NULL ? i : rows->row[i];
    same = row < 0 ? !parley_column_has(out, i) : same_value(from, row, out, i);
  }
  CHECK(same);
  if (out->type == PARLEY_TEXT && out->dictionary.distinct) CHECK(has_no_twins(&out->dictionary));
}

static void test_take(kind k, int64_t length, unsigned missing) {
  parley_run run = run_with(1);
  parley_column from = random_column(&run.memory, k, length, missing);
  parley_error err;
  for (int how = 0; how < POSITIONS; how++) {
    parley_rows rows = random_rows(&run, (enum positions)how, length);
    for (int at = 0; at < THREAD_COUNTS; at++) {
      run.threads = thread_counts[at];
      parley_column out = {0}, interned = {0};
      CHECK(parley_column_gather(&run, &from, &rows, &out, &err));
      check_taken(&from, &rows, &out);
      CHECK(parley_column_intern(&run, &out, &interned, &err));
      check_taken(&from, &rows, &interned);
      if (types[k] == PARLEY_TEXT) CHECK(interned.dictionary.distinct);
      parley_column_free(&run.memory, &interned);
      parley_column_free(&run.memory, &out);
    }
    parley_rows_free(&run, &rows);
  }
  parley_column_free(&run.memory, &from);
  CHECK(run.memory.bytes == 0);
}

/* ---- order ---- */

static void check_order(const int32_t *expected, int64_t rows, const parley_sort_key *keys, int count, int64_t limit,
                        int64_t offset) {
  int64_t left = offset < rows ? rows - offset : 0, wanted = limit >= 0 && limit < left ? limit : left;
  for (int at = 0; at < THREAD_COUNTS; at++) {
    parley_run run = run_with(thread_counts[at]);
    parley_rows out;
    parley_error err;
    CHECK(parley_sort_rows(&run, rows, keys, count, limit, offset, &out, &err));
    bool same = out.count == wanted;
    for (int64_t i = 0; same && i < wanted; i++) same = (out.row == NULL ? i : out.row[i]) == expected[offset + i];
    if (!CHECK(same) && checks.failed < 20) {
      printf("  rows %lld limit %lld offset %lld threads %d:", (long long)rows, (long long)limit, (long long)offset,
             run.threads);
      for (int i = 0; i < count; i++) {
        printf(" %s%s", parley_type_name(keys[i].by->type), keys[i].descending ? " desc" : "");
      }
      printf("\n");
    }
    parley_rows_free(&run, &out);
    CHECK(run.memory.bytes == 0);
  }
}

static void test_orders(const parley_sort_key *keys, int count, int64_t rows) {
  size_t size = (size_t)(rows + 1) * sizeof(int32_t);
  int32_t *expected = malloc(size), *scratch = malloc(size);
  if (expected == NULL || scratch == NULL) abort();
  for (int64_t i = 0; i < rows; i++) expected[i] = (int32_t)i;
  plain_sort(keys, count, expected, scratch, rows);
  check_order(expected, rows, keys, count, -1, 0);
  check_order(expected, rows, keys, count, 10, 0);
  check_order(expected, rows, keys, count, rows / 9, rows / 100);
  check_order(expected, rows, keys, count, rows / 3, rows / 2);
  check_order(expected, rows, keys, count, -1, 3);
  check_order(expected, rows, keys, count, 0, 0);
  free(expected);
  free(scratch);
}

static void test_order(kind first, int64_t rows, unsigned missing) {
  parley_memory memory = {0};
  parley_column columns[3] = {random_column(&memory, first, rows, missing)};
  for (int at = 1; at < 3; at++) columns[at] = random_column(&memory, (kind)random_below(KINDS), rows, missing);
  for (int descending = 0; descending < 2; descending++) {
    parley_sort_key keys[3] = {
        {&columns[0], descending}, {&columns[1], random_below(2)}, {&columns[2], random_below(2)}};
    test_orders(keys, 1, rows);
    test_orders(keys, 3, rows);
  }
  for (int at = 0; at < 3; at++) parley_column_free(&memory, &columns[at]);
}

/* Texts that are the beginning of each other, and numbers that share many bits. */
static void test_chains(void) {
  parley_memory memory = {0};
  parley_column texts = {0}, numbers = {0};
  parley_error err;
  char text[400];
  int64_t rows = checks.once ? 500 : 20000;
  bool done = parley_column_make(&memory, &texts, PARLEY_TEXT, rows, false, &err) &&
              parley_column_make(&memory, &numbers, PARLEY_NUMBER, rows, false, &err);
  memset(text, 'a', sizeof text);
  for (int64_t row = 0; done && row < rows; row++) {
    size_t length = random_below(400);
    done = append_text(&memory, &texts, text, length, true, (int32_t *)(void *)texts.values.data + row);
    double near = 1 + ldexp(1, -(int)random_below(53)), far = ldexp(1, (int)random_below(60));
    ((double *)(void *)numbers.values.data)[row] = row % 2 ? far : near;
  }
  texts.dictionary.distinct = false;
  if (!done || !parley_column_seal(&memory, &texts, &err) || !parley_column_seal(&memory, &numbers, &err)) abort();
  parley_sort_key keys[] = {{&numbers, false}, {&texts, true}, {&numbers, true}};
  test_orders(keys, 2, rows);
  test_orders(keys + 1, 2, rows);
  test_orders(keys + 1, 1, rows);
  parley_column_free(&memory, &texts);
  parley_column_free(&memory, &numbers);
}

/* ---- joins ---- */

static void check_join(parley_join how, const parley_column *const *left, int64_t left_rows,
                       const parley_column *const *right, int64_t right_rows, int keys) {
  pairs expected = plain_join(how, left, left_rows, right, right_rows, keys);
  bool alone = how == PARLEY_JOIN_SEMI || how == PARLEY_JOIN_ANTI;
  for (int at = 0; at < THREAD_COUNTS; at++) {
    parley_run run = run_with(thread_counts[at]);
    parley_rows l, r = {0};
    parley_error err;
    parley_join_input input = {how, left, right, left_rows, right_rows, keys};
    CHECK(parley_join_run(&run, &input, &l, alone ? NULL : &r, &err));
    bool same = l.count == expected.count && (alone || r.count == expected.count);
    for (int64_t i = 0; same && i < l.count; i++) {
      same = (l.row == NULL ? i : l.row[i]) == expected.left[i] && (alone || r.row[i] == expected.right[i]);
    }
    if (!CHECK(same) && checks.failed < 20) {
      printf("  kind %d, %lld and %lld rows, %d keys, threads %d, %s and %s: %lld pairs, not %lld\n", (int)how,
             (long long)left_rows, (long long)right_rows, keys, run.threads, parley_type_name(left[0]->type),
             parley_type_name(right[0]->type), (long long)l.count, (long long)expected.count);
    }
    parley_rows_free(&run, &l);
    parley_rows_free(&run, &r);
    CHECK(run.memory.bytes == 0);
  }
  free(expected.left);
  free(expected.right);
}

static void test_join(kind a, kind b, int64_t left_rows, int64_t right_rows, unsigned missing) {
  parley_memory memory = {0};
  kind others[] = {SMALL, FEW_TEXTS, BOOLEANS, WIDE, EXTREME};
  parley_column left[3] = {random_column(&memory, a, left_rows, missing)};
  parley_column right[3] = {random_column(&memory, b, right_rows, missing)};
  for (int at = 1; at < 3; at++) {
    kind other = others[random_below(5)];
    left[at] = random_column(&memory, other, left_rows, missing);
    right[at] = random_column(&memory, other, right_rows, missing);
  }
  const parley_column *l[] = {&left[0], &left[1], &left[2]}, *r[] = {&right[0], &right[1], &right[2]};
  for (int how = PARLEY_JOIN_INNER; how <= PARLEY_JOIN_ANTI; how++) {
    for (int keys = 1; keys <= 3; keys++) check_join((parley_join)how, l, left_rows, r, right_rows, keys);
  }
  check_join(PARLEY_JOIN_INNER, l, right_rows < left_rows ? right_rows : left_rows, l, 0, 1); /* no right rows */
  if (left_rows < 500) check_join(PARLEY_JOIN_LEFT, l, left_rows, l, left_rows, 2); /* with itself */
  for (int at = 0; at < 3; at++) {
    parley_column_free(&memory, &left[at]);
    parley_column_free(&memory, &right[at]);
  }
}

/* Each right key once, and all found: the rows stay as they are. */
static void test_unique_join(void) {
  parley_memory memory = {0};
  parley_column left = random_column(&memory, SMALL, 2000, 0), right = random_column(&memory, WIDE, 40, 0);
  int64_t *key = (int64_t *)(void *)right.values.data;
  for (int i = 0; i < 40; i++) key[i] = i * 3 % 40 - 20;
  right.low = -20;
  right.high = 19;
  const parley_column *l = &left, *r = &right;
  for (int how = PARLEY_JOIN_INNER; how <= PARLEY_JOIN_ANTI; how++) {
    check_join((parley_join)how, &l, 2000, &r, 40, 1);
    check_join((parley_join)how, &l, 2000, &r, 39, 1);
  }
  parley_column_free(&memory, &left);
  parley_column_free(&memory, &right);
}

static void test_refusal(void) {
  parley_run run = run_with(2);
  parley_error err = {0};
  parley_rows l, r;
  parley_column same = random_column(&run.memory, CONSTANT, 111111, 0);
  const parley_column *key = &same;
  CHECK(!parley_join_run(&run, &(parley_join_input){PARLEY_JOIN_INNER, &key, &key, 111111, 111111, 1}, &l, &r, &err));
  CHECK_TEXT("too_large.join rows=12,345,654,321 size=98.8 GB limit=2147483647", told(&err));
  CHECK(l.row == NULL && r.row == NULL && l.count == 0);
  run.memory.limit = 10000000;
  CHECK(!parley_join_run(&run, &(parley_join_input){PARLEY_JOIN_LEFT, &key, &key, 5000, 1000, 1}, &l, &r, &err));
  CHECK(strstr(told(&err), "rows=5,000,000 size=40.0 MB") != NULL);
  CHECK(strstr(told(&err), "limit.join rows=5,000,000 size=40.0 MB limit=10000000") != NULL);
  parley_column_free(&run.memory, &same);
  CHECK(run.memory.bytes == 0);
}

static void test_joins(void) {
  static const kind numeric[] = {SMALL, WIDE, EXTREME, CONSTANT, NUMBERS, WHOLE};
  static const kind coded[] = {DATES, FEW_TEXTS, TWINS, OWN_TEXTS, EMPTY_TEXT};
  static const int64_t sizes[][2] = {{0, 0}, {1, 1}, {0, 5}, {7, 0}, {100, 60}, {400, 300}, {40000, 5}};
  for (int at = ONLY_THREADS ? 6 : 0; at < (checks.once ? 5 : 7); at++) {
    for (unsigned missing = 0; missing <= 20; missing += 20) {
      int64_t left = sizes[at][0], right = sizes[at][1];
      for (int a = 0; a < 6; a++) {
        for (int b = 0; b < 6; b++) test_join(numeric[a], numeric[b], left, right, missing);
      }
      for (int a = 0; a < 5; a++) {
        for (int b = 0; b < 5; b++) test_join(coded[a], coded[b], left, right, missing);
      }
      test_join(BOOLEANS, BOOLEANS, left, right, missing);
      test_join(FEW_TEXTS, SMALL, left, right, missing);
    }
  }
  test_unique_join();
  test_refusal();
}

/* ---- memory that runs out ---- */

typedef bool attempt(parley_run *run, parley_error *err);

/* Each allocation of the attempt fails in turn; the first time that none does, it has to succeed. */
static void test_failing(attempt *try_it) {
  for (long at = 1;; at++) {
    parley_run run = run_with(1);
    parley_error err = {0};
    parley_alloc_countdown = at;
    bool done = try_it(&run, &err);
    bool failed = parley_alloc_countdown == 0;
    parley_alloc_countdown = 0;
    CHECK(run.memory.bytes == 0);
    if (!CHECK(done != failed)) return;
    if (done) return;
    CHECK_TEXT("out_of_memory", told(&err));
  }
}

static parley_column sources[KINDS]; /* made once for all attempts */
static int64_t failing_rows;         /* of each of them; joins make many more */

static bool attempt_take(parley_run *run, parley_error *err) {
  parley_rows rows = {0};
  bool done = parley_rows_make(run, &rows, 20, err);
  for (int i = 0; done && i < 20; i++) rows.row[i] = i * 3 - 3;
  for (int i = 0; done && i < 3; i++) rows.row[i] = -1;
  for (int k = 0; done && k < KINDS; k++) {
    parley_column out = {0}, interned = {0}, whole = {0};
    done = parley_column_gather(run, &sources[k], &rows, &out, err) &&
           parley_column_intern(run, &out, &interned, err) && parley_column_intern(run, &sources[k], &whole, err);
    CHECK(done || whole.values.data == NULL);
    parley_column_free(&run->memory, &whole);
    parley_column_free(&run->memory, &interned);
    parley_column_free(&run->memory, &out);
  }
  parley_rows_free(run, &rows);
  return done;
}

static bool attempt_order(parley_run *run, parley_error *err) {
  bool done = true;
  for (int k = 0; done && k < KINDS; k++) {
    parley_sort_key keys[] = {{&sources[k], false}, {&sources[(k + 5) % KINDS], true}};
    parley_rows all = {0}, some = {0}, one = {0};
    done = parley_sort_rows(run, failing_rows, keys, 2, -1, 0, &all, err) &&
           parley_sort_rows(run, failing_rows, keys, 2, 10, 0, &some, err) &&
           parley_sort_rows(run, failing_rows, keys, 1, -1, 3, &one, err);
    parley_rows_free(run, &all);
    parley_rows_free(run, &some);
    parley_rows_free(run, &one);
  }
  return done;
}

static bool attempt_join(parley_run *run, parley_error *err) {
  bool done = true;
  for (int k = 0; done && k < KINDS; k++) {
    const parley_column *left[] = {&sources[k], &sources[WIDE], &sources[FEW_TEXTS]};
    const parley_column *right[] = {&sources[k == TWINS ? FEW_TEXTS : k], &sources[WIDE], &sources[TWINS]};
    parley_rows l = {0}, r = {0};
    for (int how = PARLEY_JOIN_INNER; done && how <= PARLEY_JOIN_ANTI; how++) {
      parley_join_input input = {(parley_join)how, left, right, failing_rows, failing_rows / 10, 1 + how % 2 * 2};
      done = parley_join_run(run, &input, &l, &r, err);
      CHECK(done || (l.row == NULL && r.row == NULL));
      parley_rows_free(run, &l);
      parley_rows_free(run, &r);
    }
  }
  return done;
}

/* ---- all of it ---- */

static void test_lengths(int64_t rows, unsigned missing) {
  for (int k = 0; k < KINDS; k++) test_take((kind)k, rows, missing);
  for (int k = 0; k < KINDS; k++) test_order((kind)k, rows, missing);
}

static void test_all_lengths(void) {
  static const int64_t lengths[] = {0, 1, 2, 63, 65, 1000, 70000};
  int most = checks.once ? 6 : 7;
  for (int at = ONLY_THREADS ? 6 : 0; at < most; at++) {
    for (unsigned missing = 0; missing <= 100; missing += missing == 0 ? 10 : 90) {
      bool long_ones = lengths[at] > 1000; /* once: they take long */
      if (!long_ones || missing == 10) test_lengths(lengths[at], missing);
    }
  }
}

static void test_all_failing(void) {
  parley_memory memory = {0};
  failing_rows = checks.once ? 300 : 3000;
  for (int k = 0; k < KINDS; k++) sources[k] = random_column(&memory, (kind)k, failing_rows, 10);
  test_failing(attempt_take);
  test_failing(attempt_order);
  test_failing(attempt_join);
  for (int k = 0; k < KINDS; k++) parley_column_free(&memory, &sources[k]);
}

int main(int argc, char **argv) {
  checks.once = argc > 1 && strcmp(argv[1], "once") == 0;
  test_all_lengths();
  test_joins();
  if (!ONLY_THREADS) test_chains();
  if (!ONLY_THREADS) test_all_failing();
  return check_result("column_order_host");
}
