/*
** Window functions and the aggregates that need the rows of a group side by side, against the simplest way to work them
** out: groups of every size, some without any value. One, two and eight threads have to give the same bytes. Then every
** allocation fails once.
*/
#define PARLEY_TEST_ALLOC
#include "base/memory.c"

#include <math.h>

#include "check.h"
#include "engine/group/result.h"
#include "engine/window/window.h"
#include "frame/packing.h"
#include "sqlite/number_printer.h"

/* ---- columns ---- */

/* Numbers are eighths, so that every order of adding gives the same sum. */
enum { KEY, WHOLE, NUMBER, WEIGHT, CONDITION, TEXT, COLUMNS };

typedef struct sample {
  parley_memory memory;
  parley_column column[COLUMNS];
  int64_t rows;
} sample;

static const parley_type types[COLUMNS] = {PARLEY_INTEGER, PARLEY_INTEGER, PARLEY_NUMBER, PARLEY_NUMBER, PARLEY_BOOLEAN,
                                           PARLEY_TEXT};

static void put(sample *s, int which, int64_t row, unsigned groups) {
  parley_column *column = &s->column[which];
  parley_error err;
  bool added;
  char text[16];
  switch (which) {
    case KEY: parley_group_integers_out(column)[row] = random_below(groups); break;
    case WHOLE: parley_group_integers_out(column)[row] = (int64_t)random_below(41) - 20; break;
    case CONDITION:
      if (random_below(2) == 0) parley_bit_set(column->values.data, row);
      break;
    case TEXT:
      snprintf(text, sizeof text, "t%u", random_below(9));
      CHECK(parley_dictionary_code(&s->memory, &column->dictionary, text, strlen(text),
                                   (int32_t *)(void *)column->values.data + row, &added, &err));
      break;
    default: parley_group_numbers_out(column)[row] = ((double)random_below(4001) - 2000) / 8;
  }
}

/* Of every third group no row has a value. */
static sample make_sample(int64_t rows, unsigned groups) {
  sample s = {.rows = rows};
  parley_error err;
  for (int i = 0; i < COLUMNS; i++) {
    parley_column *column = &s.column[i];
    CHECK(parley_column_make(&s.memory, column, types[i], rows, true, &err));
    memset(column->values.data, 0, column->values.capacity);
    for (int64_t row = 0; row < rows; row++) {
      bool none = i != KEY && parley_group_integers_out(&s.column[KEY])[row] % 3 == 2;
      put(&s, i, row, groups);
      if (!none && random_below(6) > 0) parley_bit_set(column->validity.data, row);
    }
  }
  for (int i = 0; i < COLUMNS; i++) CHECK(parley_column_seal(&s.memory, &s.column[i], &err));
  return s;
}

static void free_columns(parley_memory *memory, parley_column *columns, int count) {
  for (int i = 0; i < count; i++) parley_column_free(memory, &columns[i]);
}

static double number_of(const parley_column *of, int64_t row) {
  parley_value value = parley_column_get(of, row);
  return value.type == PARLEY_ANY ? NAN : value.type == PARLEY_NUMBER ? value.number : (double)value.integer;
}

static bool is_same(parley_value a, parley_value b) {
  if (a.type != b.type) return false;
  if (a.type == PARLEY_NUMBER) return !(a.number < b.number) && !(a.number > b.number);
  if (a.type == PARLEY_TEXT) return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
  return a.type == PARLEY_ANY || a.integer == b.integer;
}

/* ---- windows ---- */

/* The rows of a row's group, and the row's place among them. */
typedef struct group {
  int64_t *row;
  int64_t count, at;
} group;

static group group_of(const sample *s, int64_t row) {
  group g = {.row = malloc((size_t)s->rows * sizeof *g.row + 1)};
  if (g.row == NULL) abort();
  for (int64_t i = 0; i < s->rows; i++) {
    if (!is_same(parley_column_get(&s->column[KEY], i), parley_column_get(&s->column[KEY], row))) continue;
    if (i == row) g.at = g.count;
    g.row[g.count++] = i;
  }
  return g;
}

/* Sum of the values in [from, end) of a group, and how many there are. */
static double sum_of(const parley_column *of, group g, int64_t from, int64_t end, int *count) {
  double sum = 0;
  *count = 0;
  for (int64_t i = from; i < end; i++) {
    double x = number_of(of, g.row[i]);
    if (!isnan(x)) sum += x, ++*count;
  }
  return sum;
}

static double naive_rank(const parley_column *of, group g) {
  double own = number_of(of, g.row[g.at]), rank = 1;
  for (int64_t i = 0; i < g.count; i++) rank += number_of(of, g.row[i]) < own;
  return isnan(own) ? NAN : rank;
}

/* NaN: missing. */
static double naive_window(const parley_window_function *w, group g) {
  int count;
  double own = w->of == NULL ? 0 : number_of(w->of, g.row[g.at]), sum;
  switch (w->kind) {
    case PARLEY_WINDOW_CUMSUM: return isnan(own) ? NAN : sum_of(w->of, g, 0, g.at + 1, &count);
    case PARLEY_WINDOW_LAG: return g.at >= w->n ? number_of(w->of, g.row[g.at - w->n]) : NAN;
    case PARLEY_WINDOW_LEAD: return g.at + w->n < g.count ? number_of(w->of, g.row[g.at + w->n]) : NAN;
    case PARLEY_WINDOW_RANK: return naive_rank(w->of, g);
    case PARLEY_WINDOW_SHARE:
      sum = sum_of(w->of, g, 0, g.count, &count);
      return fabs(sum) > 0 ? own / sum : NAN;
    case PARLEY_WINDOW_ROLLING_MEAN:
      if (g.at + 1 < w->n) return NAN;
      sum = sum_of(w->of, g, g.at + 1 - w->n, g.at + 1, &count);
      return count > 0 ? sum / count : NAN;
    default: return (double)(g.at + 1);
  }
}

enum { MOST = 32 };

static int list_windows(const sample *s, parley_window_function *list) {
  static const int numeric[] = {WHOLE, NUMBER, CONDITION};
  int count = 0;
  list[count++] = (parley_window_function){PARLEY_WINDOW_ROW_NUMBER, NULL, 0};
  for (int i = 0; i < 3; i++) {
    const parley_column *of = &s->column[numeric[i]];
    list[count++] = (parley_window_function){PARLEY_WINDOW_CUMSUM, of, 0};
    list[count++] = (parley_window_function){PARLEY_WINDOW_LAG, of, 1 + i};
    list[count++] = (parley_window_function){PARLEY_WINDOW_LEAD, of, 3 - i};
    list[count++] = (parley_window_function){PARLEY_WINDOW_RANK, of, 0};
    list[count++] = (parley_window_function){PARLEY_WINDOW_SHARE, of, 0};
    for (int n = 1; n <= 64; n *= 4) list[count++] = (parley_window_function){PARLEY_WINDOW_ROLLING_MEAN, of, n};
  }
  return count;
}

static void check_windows(const sample *s, const parley_window_function *list, int count, const parley_column *out) {
  for (int64_t row = 0; row < s->rows; row++) {
    group g = group_of(s, row);
    for (int i = 0; i < count; i++) {
      double wanted = naive_window(&list[i], g), got = number_of(&out[i], row);
      bool same = isnan(wanted) ? isnan(got) : wanted <= got && wanted >= got;
      if (!CHECK(same)) printf("  window %d, row %d: %.17g, not %.17g\n", i, (int)row, got, wanted);
    }
    free(g.row);
  }
}

/* ---- aggregates ---- */

static int list_measures(const sample *s, parley_measure *list) {
  const parley_column *x = &s->column[NUMBER], *w = &s->column[WEIGHT], *text = &s->column[TEXT];
  const parley_measure all[] = {
      {.kind = PARLEY_VARIANCE, .of = x}, {.kind = PARLEY_STDDEV, .of = x}, {.kind = PARLEY_CORR, .of = x, .other = w},
      {.kind = PARLEY_WEIGHTED_MEAN, .of = x, .other = w}, {.kind = PARLEY_ANY_TRUE, .of = &s->column[CONDITION]},
      {.kind = PARLEY_ALL_TRUE, .of = &s->column[CONDITION]}, {.kind = PARLEY_MODE, .of = text},
      {.kind = PARLEY_MODE, .of = &s->column[WHOLE]}, {.kind = PARLEY_TOP, .of = text, .other = x, .p = 3},
      {.kind = PARLEY_STRING_AGG, .of = text, .separator = "+", .separator_length = 1}};
  memcpy(list, all, sizeof all);
  return sizeof all / sizeof *all;
}

/* Sum of (x - mean of x) * (y - mean of y) over the rows that have both; their number. */
static long double naive_product(const parley_column *x, const parley_column *y, group g, int *count) {
  long double x_sum = 0, y_sum = 0, product = 0;
  *count = 0;
  for (int64_t i = 0; i < g.count; i++) {
    double a = number_of(x, g.row[i]), b = number_of(y, g.row[i]);
    if (!isnan(a) && !isnan(b)) x_sum += a, y_sum += b, ++*count;
  }
  for (int64_t i = 0; i < g.count; i++) {
    double a = number_of(x, g.row[i]), b = number_of(y, g.row[i]);
    if (!isnan(a) && !isnan(b)) product += (a - x_sum / *count) * (b - y_sum / *count);
  }
  return product;
}

static long double naive_weighted(const parley_column *x, const parley_column *w, group g) {
  long double sum = 0, weights = 0;
  for (int64_t i = 0; i < g.count; i++) {
    double a = number_of(x, g.row[i]), b = number_of(w, g.row[i]);
    if (!isnan(a) && !isnan(b)) sum += (long double)a * b, weights += b;
  }
  return fabsl(weights) > 0 ? sum / weights : (long double)NAN;
}

/* Missing where `stop` did not come up, and a value is missing or there are no rows. */
static double naive_truth(const parley_column *of, group g, double stop) {
  bool missing = g.count == 0;
  for (int64_t i = 0; i < g.count; i++) {
    double x = number_of(of, g.row[i]);
    if (isnan(x)) missing = true;
    else if (x >= stop && x <= stop) return stop;
  }
  return missing ? NAN : 1 - stop;
}

static bool is_near(double got, long double wanted) {
  return isnan(wanted) ? isnan(got) : fabsl(got - wanted) <= 1e-9L * (1 + fabsl(wanted));
}

/* The row of the most frequent value, the least of several; -1 of none. */
static int64_t naive_mode(const parley_column *of, group g) {
  int64_t best = -1, most = 0;
  for (int64_t i = 0; i < g.count; i++) {
    int64_t times = 0;
    parley_value own = parley_column_get(of, g.row[i]), other;
    if (own.type == PARLEY_ANY) continue;
    for (int64_t j = 0; j < g.count; j++) times += is_same(own, parley_column_get(of, g.row[j]));
    if (best >= 0) other = parley_column_get(of, best);
    bool less = false;
    if (best >= 0) less = own.type == PARLEY_TEXT ? memcmp(own.text, other.text, 2) < 0 : own.integer < other.integer;
    if (times > most || (times == most && less)) best = g.row[i], most = times;
  }
  return best;
}

/* The values joined of the `most` rows that have the greatest `by`; without it, of all in their order. */
static void naive_joined(growing *t, const parley_measure *m, group g, int64_t most) {
  bool *used = calloc((size_t)g.count + 1, sizeof *used);
  if (used == NULL) abort();
  for (; most > 0; most--) {
    int64_t best = -1;
    for (int64_t i = 0; i < g.count; i++) {
      bool there = parley_column_has(m->of, g.row[i]) && (m->other == NULL || parley_column_has(m->other, g.row[i]));
      if (used[i] || !there) continue;
      bool greater = best >= 0 && m->other != NULL && number_of(m->other, g.row[i]) > number_of(m->other, g.row[best]);
      if (best < 0 || greater) best = i;
    }
    if (best < 0) break;
    used[best] = true;
    parley_value value = parley_column_get(m->of, g.row[best]);
    if (t->length > 0) text_say(t, "%s", m->separator == NULL ? "; " : m->separator);
    text_add(t, value.text, value.length);
  }
  free(used);
}

static void check_joined(const parley_measure *m, parley_value got, group g) {
  growing t = {0};
  naive_joined(&t, m, g, m->kind == PARLEY_TOP ? (int64_t)m->p : g.count);
  if (t.length == 0) CHECK(got.type == PARLEY_ANY);
  else CHECK(got.type == PARLEY_TEXT && got.length == t.length && memcmp(got.text, t.bytes, t.length) == 0);
  free(t.bytes);
}

static void check_measure(const parley_measure *m, const parley_column *out, int64_t row, group g) {
  int count;
  double got = out->type == PARLEY_TEXT ? NAN : number_of(out, row);
  int64_t mode;
  long double product, roots;
  switch (m->kind) {
    case PARLEY_VARIANCE:
    case PARLEY_STDDEV:
      product = naive_product(m->of, m->of, g, &count);
      product = count < 2 ? (long double)NAN : product / (count - 1);
      CHECK(is_near(got, m->kind == PARLEY_STDDEV ? sqrtl(product) : product));
      break;
    case PARLEY_CORR:
      product = naive_product(m->of, m->other, g, &count);
      if (count < 2) CHECK(isnan(got));
      if (count < 3) break; /* of two rows that are alike there is none */
      roots = 0;
      for (int64_t i = 0; i < g.count; i++) roots += fabs(number_of(m->of, g.row[i])) > 0;
      if (roots > 0 && !isnan(got)) CHECK(got >= -1 && got <= 1 && (got < 0) == (product < 0));
      break;
    case PARLEY_WEIGHTED_MEAN: CHECK(is_near(got, naive_weighted(m->of, m->other, g))); break;
    case PARLEY_ANY_TRUE: CHECK(is_near(got, naive_truth(m->of, g, 1))); break;
    case PARLEY_ALL_TRUE: CHECK(is_near(got, naive_truth(m->of, g, 0))); break;
    case PARLEY_MODE:
      mode = naive_mode(m->of, g);
      if (mode < 0) CHECK(!parley_column_has(out, row));
      else CHECK(is_same(parley_column_get(out, row), parley_column_get(m->of, mode)));
      break;
    default: check_joined(m, parley_column_get(out, row), g);
  }
}

/* ---- questions ---- */

static void say_all(growing *t, const parley_column *columns, int count) {
  text_clear(t);
  for (int i = 0; i < count; i++) {
    for (int64_t row = 0; row < columns[i].length; row++) {
      parley_value value = parley_column_get(&columns[i], row);
      if (value.type == PARLEY_TEXT) text_add(t, value.text, value.length);
      else text_say(t, "%a", value.type == PARLEY_ANY ? NAN : number_of(&columns[i], row));
      text_add(t, "|", 1);
    }
  }
}

static bool ask(parley_run *run, const sample *s, bool keyed, parley_column *out, parley_error *err) {
  const parley_column *key = &s->column[KEY];
  parley_window_function windows[MOST];
  parley_measure measures[MOST];
  int window_count = list_windows(s, windows), measure_count = list_measures(s, measures);
  parley_group_input groups = {s->rows, &key, keyed, measures, measure_count};
  return parley_window_run(run, &groups, windows, window_count, out, err);
}

static void check_sample(int64_t rows, unsigned groups, bool naive) {
  static const int threads[] = {1, 2, 8};
  sample s = make_sample(rows, groups);
  growing first = {0}, other = {0};
  parley_window_function windows[MOST];
  parley_measure measures[MOST];
  int window_count = list_windows(&s, windows), measure_count = list_measures(&s, measures);
  for (int i = 0; i < 3; i++) {
    parley_run run = {.threads = threads[i]};
    parley_error err = {0};
    parley_column out[2 * MOST] = {{0}};
    if (!CHECK(ask(&run, &s, true, out, &err))) printf("  %s\n", told(&err));
    say_all(i == 0 ? &first : &other, out, measure_count + window_count);
    if (i > 0) CHECK_TEXT(first.bytes, other.bytes);
    if (i == 0 && naive) check_windows(&s, windows, window_count, out + measure_count);
    for (int64_t row = 0; i == 0 && naive && row < rows; row++) {
      group g = group_of(&s, row);
      for (int m = 0; m < measure_count; m++) check_measure(&measures[m], &out[m], row, g);
      free(g.row);
    }
    free_columns(&run.memory, out, measure_count + window_count);
    CHECK(run.memory.bytes == 0);
  }
  free(first.bytes);
  free(other.bytes);
  free_columns(&s.memory, s.column, COLUMNS);
  CHECK(s.memory.bytes == 0);
}

/* Without keys the group of no rows still has a row in a table of groups. */
static void check_no_rows(void) {
  sample s = make_sample(0, 1);
  parley_run run = {.threads = 2};
  parley_error err = {0};
  parley_measure measures[MOST];
  parley_column out[MOST] = {{0}};
  int count = list_measures(&s, measures);
  CHECK(parley_group_run(&run, &(parley_group_input){.measures = measures, .measure_count = count}, out, &err));
  for (int i = 0; i < count; i++) CHECK(out[i].length == 1 && !parley_column_has(&out[i], 0));
  free_columns(&run.memory, out, count);
  CHECK(run.memory.bytes == 0);
  free_columns(&s.memory, s.column, COLUMNS);
}

/* Asks again and again, the n-th allocation failing, until none does. */
static void fail_each(bool keyed) {
  sample s = make_sample(100, 8);
  bool done = false;
  for (long at = 1; !done; at++) {
    parley_column out[2 * MOST] = {{0}};
    parley_run run = {.threads = 1};
    parley_error err = {0};
    parley_alloc_countdown = at;
    done = ask(&run, &s, keyed, out, &err);
    bool failed = parley_alloc_countdown == 0;
    parley_alloc_countdown = 0;
    CHECK(done != failed);
    if (!done) CHECK(err.code == PARLEY_ERROR_OUT_OF_MEMORY);
    free_columns(&run.memory, out, 2 * MOST);
    CHECK(run.memory.bytes == 0);
  }
  free_columns(&s.memory, s.column, COLUMNS);
}

int main(int count, char **arguments) {
  static const int64_t sizes[] = {0, 1, 2, 40, 150};
  static const unsigned groups[] = {1, 4, 60, 500};
  parley_sqlite_number_printer_install();
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  for (int i = 0; i < (checks.once ? 4 : 5); i++) {
    for (int j = 0; j < 4; j++) check_sample(sizes[i], groups[j], true);
  }
  if (!checks.once) check_sample(9000, 2, false), check_sample(9000, 4000, false);
  check_no_rows();
  fail_each(true);
  fail_each(false);
  return check_result("column_window_host");
}
