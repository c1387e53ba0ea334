/*
** SQL window functions where SQLite's own would give other answers than the column engine, or none.
**
** SQLite calls `value` for each row with what `step` took in and `inverse` gave back; `final` frees.
**
** States are SQLite's, as in aggregates.c. Every frame begins with the group or moves by single rows, which is how the
** emitter writes them.
*/
#include <math.h>
#include <string.h>

#include "sqlite/callback.h"
#include "value/rolling.h"
#include "value/scalar_semantics.h"
#include "value/statistics.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* Frames that only grow give nothing back. */
static void never(context *c, int n, value **v) {
  (void)n;
  (void)v;
  parley_sql_fail_key(c, "misuse.window_frame");
}

/* ---- cumsum ---- */

typedef struct running {
  bool missing; /* in this row */
  bool real;
  int64_t integer;
  parley_statistic_sum sum;
} running;

/* Integers until the first number; exact before it. */
static void cumsum_step(context *c, int n, value **v) {
  parley_sql_number x;
  running *r = parley_sql_state(c, sizeof *r);
  (void)n;
  if (r == NULL) return;
  r->missing = parley_sql_is_null(v[0]);
  if (r->missing || !parley_sql_get_number(c, v[0], &x)) return;
  if (!x.is_integer && !r->real) {
    r->real = true;
    parley_statistic_sum_add(&r->sum, (double)r->integer);
  }
  if (r->real) parley_statistic_sum_add(&r->sum, x.real);
  else if (!parley_integer_add_fits(r->integer, x.integer, &r->integer)) parley_sql_fail_key(c, "overflow.integer");
}

/* No result is NULL: the row's own value is missing. */
static void cumsum_value(context *c) {
  const running *r = parley_sql_final_state(c);
  if (r == NULL || r->missing) return;
  if (r->real) sqlite3_result_double(c, parley_statistic_sum_value(&r->sum));
  else sqlite3_result_int64(c, r->integer);
}

/* ---- rolling_mean ---- */

/* SQLite hands over the rows of a frame one by one: `count` of them are in it now. */
typedef struct rolling {
  char *block; /* of `rolling` */
  size_t room, count;
  parley_rolling rolling;
  double mean;
} rolling;

/* The block grows to n values and then turns round. */
static bool push(rolling *r, double x, double lack) {
  size_t taken = r->rolling.passed ? r->rolling.n : r->rolling.at + 1;
  if (!parley_sql_reserve(&r->block, &r->room, taken * sizeof *r->rolling.block)) return false;
  r->rolling.block = (parley_rolling_sum *)(void *)r->block;
  r->mean = parley_rolling_mean(&r->rolling, x, lack);
  r->count++;
  return true;
}

/* n is read once: it is a constant of the query. */
static void rolling_mean_step(context *c, int n, value **v) {
  parley_sql_number x = {.real = NAN};
  rolling *r = parley_sql_state(c, sizeof *r);
  (void)n;
  if (r == NULL || (!parley_sql_is_null(v[0]) && !parley_sql_get_number(c, v[0], &x))) return;
  if (r->rolling.n == 0) r->rolling.n = sqlite3_value_int64(v[1]) > 0 ? (size_t)sqlite3_value_int64(v[1]) : 1;
  if (!push(r, x.real, x.is_integer ? parley_statistic_lack(x.integer) : 0)) sqlite3_result_error_nomem(c);
}

/* What leaves the frame is what the ring overwrites next; only the count is kept. */
static void rolling_mean_inverse(context *c, int n, value **v) {
  rolling *r = parley_sql_final_state(c);
  (void)n;
  (void)v;
  if (r != NULL && r->count > 0) r->count--;
}

/* Missing until n rows are there. */
static void rolling_mean_value(context *c) {
  const rolling *r = parley_sql_final_state(c);
  if (r != NULL && r->count == r->rolling.n) sqlite3_result_double(c, r->mean);
}

static void rolling_mean_final(context *c) {
  rolling *r = parley_sql_final_state(c);
  if (r == NULL) return;
  sqlite3_free(r->block);
  memset(r, 0, sizeof *r);
}

const parley_sql_callback parley_sql_do_cumsum = {
  .step = cumsum_step, .final = cumsum_value, .value = cumsum_value, .inverse = never};
const parley_sql_callback parley_sql_do_rolling_mean = {
  .step = rolling_mean_step, .final = rolling_mean_final, .value = rolling_mean_value, .inverse = rolling_mean_inverse};
