/*
** Sums and means, which SQLite's own would round: its sum() adds numbers up as they come, its avg() integers as
** numbers, and both take a word for 0.
**
** R1  Integers alone are summed exactly, and fail at the end where the sum does not fit. With a number among them all
**     are numbers, whose sums are compensated (value/statistics.h, T1), as in the column engine.
** R2  As windows they are of whole groups, or of frames that only grow.
*/
#include <string.h>

#include "sqlite/callback.h"
#include "value/integer_sum.h"
#include "value/statistics.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* A group so far. Until the first number the sum is in `whole`, and from there on in `sum`. */
typedef struct summed {
  int64_t there; /* values that are not missing */
  bool real;
  parley_integer_sum whole;
  parley_statistic_sum sum;
} summed;

static void take_number(summed *s, double x) {
  if (!s->real) {
    parley_statistic_sum_add(&s->sum, (double)s->whole.high * 4294967296.0);
    parley_statistic_sum_add(&s->sum, (double)s->whole.low);
    s->real = true;
  }
  parley_statistic_sum_add(&s->sum, x);
}

/* Called for every row: the commonest types are read without a detour. */
static void take(context *c, int n, value **v) {
  int type = sqlite3_value_type(v[0]);
  parley_sql_number x = {0};
  (void)n;
  if (type == SQLITE_NULL) return;
  if (type == SQLITE_FLOAT) x.real = sqlite3_value_double(v[0]);
  else if (type == SQLITE_INTEGER) x = (parley_sql_number){.is_integer = true, .integer = sqlite3_value_int64(v[0])};
  else if (!parley_sql_get_number(c, v[0], &x)) return;
  summed *s = parley_sql_state(c, sizeof *s);
  if (s == NULL) return;
  s->there++;
  if (!x.is_integer) take_number(s, x.real);
  else if (s->real) parley_statistic_sum_add(&s->sum, (double)x.integer);
  else parley_integer_sum_add(&s->whole, x.integer);
}

static void never(context *c, int n, value **v) {
  (void)n, (void)v;
  parley_sql_fail_key(c, "misuse.window_frame");
}

/* ---- what comes of it ---- */

static void sum_value(context *c) {
  const summed *s = parley_sql_final_state(c);
  int64_t whole;
  if (s == NULL || s->there == 0) return;
  if (s->real) sqlite3_result_double(c, parley_statistic_sum_value(&s->sum));
  else if (parley_integer_sum_fits(s->whole, &whole)) sqlite3_result_int64(c, whole);
  else parley_sql_fail_key(c, "overflow.integer");
}

static void mean_value(context *c) {
  const summed *s = parley_sql_final_state(c);
  if (s == NULL || s->there == 0) return;
  double count = (double)s->there;
  sqlite3_result_double(c, s->real ? parley_statistic_sum_mean(&s->sum, count)
                                   : parley_integer_sum_number(s->whole) / count);
}

/* What share_of() divides by: a number, or as bytes the sum that is none. */
static void whole_value(context *c) {
  const summed *s = parley_sql_final_state(c);
  if (s == NULL || s->there == 0) return;
  if (s->real && parley_statistic_sum_is_beyond(&s->sum))
    sqlite3_result_blob(c, &s->sum, sizeof s->sum, SQLITE_TRANSIENT);
  else
    sqlite3_result_double(c, s->real ? parley_statistic_sum_value(&s->sum) : parley_integer_sum_number(s->whole));
}

static void share_of(context *c, int n, value **v) {
  parley_sql_number x;
  if (parley_sql_any_null(n, v) || !parley_sql_get_number(c, v[0], &x)) return;
  if (sqlite3_value_type(v[1]) == SQLITE_BLOB && sqlite3_value_bytes(v[1]) == sizeof(parley_statistic_sum)) {
    parley_statistic_sum whole;
    memcpy(&whole, sqlite3_value_blob(v[1]), sizeof whole);
    sqlite3_result_double(c, parley_statistic_sum_divide(&(parley_statistic_sum){.total = x.real}, &whole));
    return;
  }
  double whole = sqlite3_value_double(v[1]);
  if (whole < 0 || whole > 0) sqlite3_result_double(c, x.real / whole);
}

const parley_sql_callback parley_sql_do_stable_sum = {
  .step = take, .final = sum_value, .value = sum_value, .inverse = never};
const parley_sql_callback parley_sql_do_stable_mean = {
  .step = take, .final = mean_value, .value = mean_value, .inverse = never};
const parley_sql_callback parley_sql_do_stable_whole = {
  .step = take, .final = whole_value, .value = whole_value, .inverse = never};
const parley_sql_callback parley_sql_do_share_of = {.call = share_of};
