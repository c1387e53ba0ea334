/*
** Grouping against the simplest way to do it: random columns of every type, with and without missing values, with few
** and many different values; one, two and eight threads have to give the same bytes. Then every allocation fails once.
*/
#define PARLEY_TEST_ALLOC
#include "base/memory.c"

#include <math.h>

#include "check.h"
#include "column_group_naive.h"
#include <sqlite3.h>

#include "engine/group/group_by.h"
#include "frame/packing.h"
#include "sqlite/number_printer.h"

/* ---- random columns ---- */

enum { INTEGERS, WIDE_INTEGERS, HUGE_INTEGERS, NUMBERS, BOOLEANS, DATES, TEXTS, REPEATED_TEXTS, NOTHING, KINDS };

static const char *const days[] = {"2025-06", "2025-06-01",      "2025-06-02", "../2025",
                                   "2024",    "2025-06-01/2026", "2025?"};

static bool append(parley_memory *memory, parley_column *column, const char *text, bool repeat, int32_t *code) {
  parley_error err;
  bool added = true;
  *code = column->dictionary.entries;
  bool done = repeat ? parley_dictionary_append(memory, &column->dictionary, text, strlen(text), &err)
                     : parley_dictionary_code(memory, &column->dictionary, text, strlen(text), code, &added, &err);
  if (column->type == PARLEY_DATE && added) {
    parley_edtf date;
    done = parley_edtf_parse(text, strlen(text), &date, &err) &&
           parley_dictionary_add_days(memory, &column->dictionary, &date, &err);
  }
  return done;
}

static void put_text(parley_memory *memory, parley_column *column, int64_t row, int kind, unsigned different) {
  char text[64];
  unsigned which = random_below(different);
  const char *const starts[] = {"", "a", "the same long beginning ", "\xc3\xa9"};
  if (kind == DATES && which < sizeof days / sizeof *days) snprintf(text, sizeof text, "%s", days[which]);
  else if (kind == DATES) snprintf(text, sizeof text, "%04u-%02u", 1000 + which % 3000, 1 + which / 3000 % 12);
  else snprintf(text, sizeof text, "%s%.0u", starts[which % 4], which / 4);
  CHECK(append(memory, column, text, kind == REPEATED_TEXTS, (int32_t *)(void *)column->values.data + row));
}

static void put(parley_memory *memory, parley_column *column, int64_t row, int kind, unsigned different) {
  int64_t *integer = (int64_t *)(void *)column->values.data;
  double *number = (double *)(void *)column->values.data;
  int64_t which = random_below(different);
  switch (kind) {
    case INTEGERS: integer[row] = which - different / 2; break;
    case WIDE_INTEGERS: integer[row] = (which - different / 2) * 1000000007; break;
    case HUGE_INTEGERS:
      integer[row] = which == 0 ? INT64_MIN : which == 1 ? INT64_MAX : which % 2000 * 4611686018427387;
      break;
    case NUMBERS: number[row] = which == 1 ? -0.0 : (double)(which / 2 * 2 - different / 2) / 7; break;
    case BOOLEANS:
      if (which % 2 == 1) parley_bit_set(column->values.data, row);
      break;
    default: put_text(memory, column, row, kind, different);
  }
}

static parley_type type_of(int kind) {
  static const parley_type types[KINDS] = {PARLEY_INTEGER, PARLEY_INTEGER, PARLEY_INTEGER, PARLEY_NUMBER,
                                           PARLEY_BOOLEAN, PARLEY_DATE,    PARLEY_TEXT,    PARLEY_TEXT,
                                           PARLEY_TEXT};
  return types[kind];
}

static parley_column random_column(parley_memory *memory, int kind, int64_t rows, unsigned different, bool missing) {
  parley_column column = {0};
  parley_error err;
  bool gaps = missing || kind == NOTHING;
  CHECK(parley_column_make(memory, &column, type_of(kind), rows, gaps, &err));
  memset(column.values.data, 0, column.values.capacity);
  for (int64_t row = 0; row < rows; row++) {
    if (kind == NOTHING || (missing && random_below(7) == 0)) continue;
    put(memory, &column, row, kind, different);
    if (gaps) parley_bit_set(column.validity.data, row);
  }
  if (kind == REPEATED_TEXTS) column.dictionary.distinct = false;
  CHECK(parley_column_seal(memory, &column, &err));
  return column;
}

/* ---- the simplest grouping ---- */

/* ---- the simplest aggregates ---- */

/* Sums that do not fit are the business of check_overflow. */
static void check_sum(const parley_measure *m, const parley_value *value, const int32_t *rows, int64_t count) {
  long double sum = 0, all = 0;
  for (int64_t i = 0; i < count; i++) sum += as_number(m->of, rows[i]), all += fabs(as_number(m->of, rows[i]));
  if (m->kind == PARLEY_MEAN) sum /= count, all /= count;
  if (value->type == PARLEY_INTEGER) {
    int64_t exact = 0;
    for (int64_t i = 0; i < count; i++) exact += parley_column_get(m->of, rows[i]).integer;
    CHECK(value->integer == exact);
  } else {
    CHECK(value->type == PARLEY_NUMBER && fabsl(value->number - sum) <= 1e-13L * all);
  }
}

static bool same_value(const parley_value *value, const parley_column *of, int32_t row) {
  parley_value wanted = parley_column_get(of, row);
  if (value->type != wanted.type) return false;
  if (value->type == PARLEY_NUMBER) return value->number == wanted.number;
  if (wanted.text == NULL) return value->integer == wanted.integer;
  return value->length == wanted.length && memcmp(value->text, wanted.text, value->length) == 0;
}

static void check_extreme(const parley_measure *m, const parley_value *value, const int32_t *rows, int64_t count) {
  int32_t best = -1;
  for (int64_t i = 0; i < count; i++) {
    if (!can_win(m->of, rows[i])) continue;
    int order = best < 0 ? 0 : compare_values(m->of, rows[i], best);
    if (best < 0 || (m->kind == PARLEY_MIN ? order < 0 : order > 0)) best = rows[i];
  }
  if (best < 0) CHECK(value->type == PARLEY_ANY);
  else CHECK(same_value(value, m->of, best));
}

static void check_value(const parley_measure *m, parley_value value, const int32_t *rows, int64_t count) {
  growing list = {0};
  switch (m->kind) {
    case PARLEY_COUNT_ROWS:
    case PARLEY_COUNT: CHECK(value.type == PARLEY_INTEGER && value.integer == count); return;
    case PARLEY_COUNT_DISTINCT:
      CHECK(value.type == PARLEY_INTEGER && value.integer == naive_distinct(m->of, rows, count));
      return;
    default: break;
  }
  if (count == 0) {
    CHECK(value.type == PARLEY_ANY);
    return;
  }
  switch (m->kind) {
    case PARLEY_SUM:
    case PARLEY_MEAN: check_sum(m, &value, rows, count); break;
    case PARLEY_MIN:
    case PARLEY_MAX: check_extreme(m, &value, rows, count); break;
    case PARLEY_FIRST: CHECK(same_value(&value, m->of, rows[0])); break;
    case PARLEY_LAST: CHECK(same_value(&value, m->of, rows[count - 1])); break;
    case PARLEY_QUANTILE:
      CHECK(value.type == PARLEY_NUMBER && value.number == naive_quantile(m->of, rows, count, m->p));
      break;
    default:
      naive_list(&list, m->of, rows, count);
      CHECK(value.length == list.length && memcmp(value.text, list.bytes, list.length) == 0);
      free(list.bytes);
  }
}

/* ---- one question ---- */

enum { MOST = 40 };

typedef struct question {
  const parley_column *keys[4];
  parley_measure measures[MOST];
  int key_count, measure_count;
  int64_t rows;
} question;

static void say_all(growing *t, const parley_column *columns, int count) {
  text_clear(t);
  for (int i = 0; i < count; i++) {
    text_say(t, "%s, %lld rows, %lld missing: ", parley_type_name(columns[i].type), (long long)columns[i].length,
             (long long)columns[i].nulls);
    for (int64_t row = 0; row < columns[i].length; row++) say_value(t, &columns[i], row);
  }
}

static void free_all(parley_run *run, parley_column *columns, int count) {
  for (int i = 0; i < count; i++) parley_column_free(&run->memory, &columns[i]);
}

static void check_against_naive(const question *q, naive n, const parley_column *out) {
  int32_t *rows = zeroed((size_t)q->rows, 4);
  growing expected = {0}, actual = {0};
  for (int i = 0; i < q->key_count; i++) {
    CHECK(out[i].length == n.count && out[i].type == q->keys[i]->type);
    text_clear(&expected), text_clear(&actual);
    for (int64_t group = 0; group < n.count; group++) say_value(&expected, q->keys[i], n.first[group]);
    for (int64_t group = 0; group < out[i].length; group++) say_value(&actual, &out[i], group);
    CHECK_TEXT(expected.bytes, actual.bytes);
  }
  for (int i = 0; i < q->measure_count; i++) {
    const parley_column *column = &out[q->key_count + i];
    if (!CHECK(column->length == n.count)) continue;
    for (int64_t group = 0; group < n.count; group++) {
      int64_t count = members(&n, group, q->measures[i].of, rows);
      int before = checks.failed;
      check_value(&q->measures[i], parley_column_get(column, group), rows, count);
      if (checks.failed > before) printf("  measure %d, group %lld\n", q->measures[i].kind, (long long)group);
    }
  }
  free(expected.bytes);
  free(actual.bytes);
  free(rows);
}

static parley_group_input input_of(const question *q) {
  return (parley_group_input){q->rows, q->keys, q->key_count, q->measures, q->measure_count};
}

/* Distinct rows are the first ones of the groups. */
static void check_distinct(parley_run *run, const question *q, naive n) {
  parley_group_input input = input_of(q);
  parley_rows rows;
  parley_error err;
  CHECK(parley_group_distinct(run, &input, &rows, &err));
  CHECK(rows.count == (q->rows == 0 ? 0 : n.count) && memcmp(rows.row, n.first, (size_t)rows.count * 4) == 0);
  parley_rows_free(run, &rows);
}

static void ask(const question *q) {
  parley_group_input input = input_of(q);
  static const int threads[] = {1, 2, 8};
  growing first = {0}, other = {0};
  naive n = naive_groups(q->keys, q->key_count, q->rows);
  for (int i = 0; i < 3; i++) {
    parley_run run = {.threads = threads[i]};
    parley_error err = {0};
    parley_column out[MOST + 4] = {{0}};
    int count = q->key_count + q->measure_count;
    if (!CHECK(parley_group_run(&run, &input, out, &err))) {
      printf("  %s\n", told(&err));
    } else {
      say_all(i == 0 ? &first : &other, out, count);
      if (i == 0) check_against_naive(q, n, out);
      else CHECK_TEXT(first.bytes, other.bytes);
    }
    free_all(&run, out, count);
    check_distinct(&run, q, n);
    CHECK(run.memory.bytes == 0);
  }
  naive_free(&n);
  free(first.bytes);
  free(other.bytes);
}

static void add(question *q, parley_aggregate kind, const parley_column *of, double p) {
  q->measures[q->measure_count++] = (parley_measure){.kind = kind, .of = of, .p = p};
}

/* Every aggregate that the column has. */
static void add_all(question *q, const parley_column *of, bool sums) {
  bool numbers = of->type == PARLEY_INTEGER || of->type == PARLEY_NUMBER;
  static const parley_aggregate any[] = {PARLEY_COUNT, PARLEY_COUNT_DISTINCT, PARLEY_MIN, PARLEY_MAX, PARLEY_FIRST,
                                         PARLEY_LAST, PARLEY_LIST};
  for (size_t i = 0; i < sizeof any / sizeof *any; i++) add(q, any[i], of, 0);
  if (numbers || of->type == PARLEY_BOOLEAN || of->nulls == of->length) {
    if (sums) add(q, PARLEY_SUM, of, 0);
    add(q, PARLEY_MEAN, of, 0);
  }
  if (!numbers) return;
  add(q, PARLEY_QUANTILE, of, 0.5);
  add(q, PARLEY_QUANTILE, of, 0.9);
}

static int64_t pick_rows(void) {
  static const int64_t sizes[] = {0, 1, 2, 63, 1000, 1025, 5000, 70000};
  return sizes[random_below(checks.once ? 6 : random_below(8) == 0 ? 8 : 7)];
}

static void ask_at_random(void) {
  parley_memory memory = {0};
  parley_column columns[6];
  static const unsigned different[] = {1, 2, 3, 10, 100, 3000, 200000};
  question q = {.rows = pick_rows(), .key_count = (int)random_below(4)};
  add(&q, PARLEY_COUNT_ROWS, NULL, 0);
  for (int i = 0; i < 6; i++) {
    int kind = (int)random_below(KINDS);
    columns[i] = random_column(&memory, kind, q.rows, different[random_below(7)], random_below(2) == 0);
    if (i < q.key_count) q.keys[i] = &columns[i];
    else if (i >= 3) add_all(&q, &columns[i], kind != HUGE_INTEGERS);
  }
  ask(&q);
  for (int i = 0; i < 6; i++) parley_column_free(&memory, &columns[i]);
  CHECK(memory.bytes == 0);
}

/* Enough rows for many slices and partitions. */
static void ask_much(int kind, unsigned different, bool missing, int more) {
  parley_memory memory = {0};
  question q = {.rows = checks.once ? 2000 : 150000, .key_count = more < 0 ? 1 : 2};
  parley_column key = random_column(&memory, kind, q.rows, different, missing);
  parley_column second = random_column(&memory, more < 0 ? BOOLEANS : more, q.rows, 50, missing);
  parley_column number = random_column(&memory, NUMBERS, q.rows, 1000, missing);
  parley_column text = random_column(&memory, REPEATED_TEXTS, q.rows, 500, missing);
  q.keys[0] = &key;
  q.keys[1] = &second;
  add(&q, PARLEY_COUNT_ROWS, NULL, 0);
  add(&q, PARLEY_SUM, &number, 0);
  add(&q, PARLEY_MEAN, &number, 0);
  add(&q, PARLEY_QUANTILE, &number, 0.5);
  add(&q, PARLEY_COUNT_DISTINCT, &text, 0);
  add(&q, PARLEY_MIN, &text, 0);
  add(&q, PARLEY_LAST, &text, 0);
  ask(&q);
  parley_column_free(&memory, &key);
  parley_column_free(&memory, &second);
  parley_column_free(&memory, &number);
  parley_column_free(&memory, &text);
}

/* ---- sums ---- */

static bool sum_of(const int64_t *values, int64_t count, int64_t *sum, double *mean, parley_error *err) {
  parley_run run = {.threads = 2};
  parley_column of = {0}, out[2] = {{0}};
  CHECK(parley_column_make(&run.memory, &of, PARLEY_INTEGER, count, false, err));
  memcpy(of.values.data, values, (size_t)count * sizeof *values);
  CHECK(parley_column_seal(&run.memory, &of, err));
  parley_measure measures[2] = {{.kind = PARLEY_SUM, .of = &of}, {.kind = PARLEY_MEAN, .of = &of}};
  bool done = parley_group_run(&run, &(parley_group_input){count, NULL, 0, measures, 2}, out, err);
  if (done) *sum = parley_column_integers(&out[0])[0], *mean = parley_column_numbers(&out[1])[0];
  free_all(&run, out, 2);
  parley_column_free(&run.memory, &of);
  CHECK(run.memory.bytes == 0);
  return done;
}

static void check_overflow(void) {
  int64_t sum;
  double mean;
  parley_error err;
  const int64_t back[] = {INT64_MAX, INT64_MAX, -5, INT64_MIN, INT64_MIN}, over[] = {INT64_MAX, 1};
  const int64_t under[] = {INT64_MIN, -1}, most[] = {INT64_MAX, 0}, least[] = {INT64_MIN, 0};
  CHECK(sum_of(back, 5, &sum, &mean, &err) && sum == -7 && mean == -7.0 / 5);
  CHECK(sum_of(most, 2, &sum, &mean, &err) && sum == INT64_MAX);
  CHECK(sum_of(least, 2, &sum, &mean, &err) && sum == INT64_MIN);
  CHECK(!sum_of(over, 2, &sum, &mean, &err));
  CHECK_TEXT("overflow.integer", told(&err));
  CHECK(!sum_of(under, 2, &sum, &mean, &err));
}

/* Infinite numbers of both signs have no sum. */
static void check_infinite(void) {
  parley_run run = {.threads = 2};
  parley_error err;
  parley_column of = {0}, out[4] = {{0}};
  CHECK(parley_column_make(&run.memory, &of, PARLEY_NUMBER, 3, false, &err));
  const double values[3] = {INFINITY, 1, -INFINITY};
  memcpy(of.values.data, values, sizeof values);
  CHECK(parley_column_seal(&run.memory, &of, &err));
  parley_measure measures[4] = {
      {.kind = PARLEY_SUM, .of = &of}, {.kind = PARLEY_MEAN, .of = &of}, {.kind = PARLEY_MIN, .of = &of},
      {.kind = PARLEY_LIST, .of = &of}};
  CHECK(parley_group_run(&run, &(parley_group_input){3, NULL, 0, measures, 4}, out, &err));
  CHECK(out[0].nulls == 1 && out[1].nulls == 1 && isinf(parley_column_numbers(&out[2])[0]));
  size_t length;
  const char *list = parley_dictionary_text(&out[3].dictionary, 0, &length);
  CHECK(length == 14 && memcmp(list, "Inf; 1.0; -Inf", length) == 0);
  free_all(&run, out, 4);
  parley_column_free(&run.memory, &of);
}

/* ---- limits ---- */

/* A host that cancels the fourth time it hears of progress. */
typedef struct patience {
  int asked;
  atomic_bool cancelled;
} patience;

static bool lose_patience(void *data, parley_error *err) {
  patience *p = data;
  if (++p->asked > 3) atomic_store(&p->cancelled, true);
  (void)err;
  return true;
}

static void check_limits(const question *q) {
  parley_group_input input = input_of(q);
  parley_column out[MOST + 4] = {{0}};
  parley_error err = {0};
  parley_run small = {.threads = 2, .memory.limit = 20000};
  patience host = {0};
  int count = q->key_count + q->measure_count;
  CHECK(!parley_group_run(&small, &input, out, &err));
  CHECK_TEXT("limit.memory bytes=20000", told(&err));
  CHECK(small.memory.bytes == 0);
  parley_run stopped = {.threads = 2, .cancelled = &host.cancelled, .progress = lose_patience, .progress_data = &host};
  CHECK(!parley_group_run(&stopped, &input, out, &err));
  CHECK_TEXT("cancelled", told(&err));
  CHECK(stopped.memory.bytes == 0);
  for (int i = 0; i < count; i++) CHECK(out[i].values.data == NULL);
}

/* Asks again and again, the n-th allocation failing, until none does. */
static void fail_each(const question *q) {
  parley_group_input input = input_of(q);
  bool done = false;
  for (long at = 1; !done; at++) {
    parley_column out[MOST + 4] = {{0}};
    parley_run run = {.threads = 1};
    parley_error err = {0};
    parley_rows rows;
    parley_alloc_countdown = at;
    done = parley_group_run(&run, &input, out, &err) &&
           parley_group_distinct(&run, &input, &rows, &err);
    bool failed = parley_alloc_countdown == 0;
    parley_alloc_countdown = 0;
    CHECK(done != failed);
    if (!done) CHECK(err.code == PARLEY_ERROR_OUT_OF_MEMORY);
    if (done) parley_rows_free(&run, &rows);
    free_all(&run, out, q->key_count + q->measure_count);
    CHECK(run.memory.bytes == 0);
  }
}

static void check_failures(void) {
  parley_memory memory = {0};
  parley_column columns[KINDS];
  for (int kind = 0; kind < KINDS; kind++) columns[kind] = random_column(&memory, kind, 3000, 2000, true);
  for (int key = 0; key < KINDS; key++) {
    question q = {.keys = {&columns[key], &columns[TEXTS]}, .key_count = 2, .rows = 3000};
    for (int kind = key % 3; kind < KINDS; kind += 3) add_all(&q, &columns[kind], kind != HUGE_INTEGERS);
    if (key == 0) check_limits(&q);
    if (!checks.once && !ONLY_THREADS) fail_each(&q);
  }
  for (int kind = 0; kind < KINDS; kind++) parley_column_free(&memory, &columns[kind]);
}

int main(int count, char **arguments) {
  parley_sqlite_number_printer_install();
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  for (int i = 0; i < (checks.once ? 6 : ONLY_THREADS ? 30 : 120); i++) ask_at_random();
  for (int kind = 0; kind < KINDS; kind++) {
    if (!ONLY_THREADS || kind % 3 == 0) ask_much(kind, 1000000, kind % 2 == 0, -1);
    if (!ONLY_THREADS || kind % 3 == 1) ask_much(kind, 300, kind % 2 == 1, TEXTS);
    if (!ONLY_THREADS || kind % 3 == 2) ask_much(kind, 20000, true, REPEATED_TEXTS);
    if (checks.once) break;
  }
  check_overflow();
  check_infinite();
  check_failures();
  return check_result("column_group_host");
}
