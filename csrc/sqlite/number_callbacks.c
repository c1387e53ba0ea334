/* Arithmetic in SQL, where SQLite's own gives other answers than the column engine: overflow, division, remainders. */
#include <stdbool.h>
#include <stdint.h>

#include "sqlite/callback.h"
#include "value/rounding.h"
#include "value/scalar_semantics.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* NULL for 0, as the column engine. */
static void divide(context *c, int n, value **v) {
  parley_sql_number a, b;
  if (parley_sql_any_null(n, v) || !parley_sql_get_number(c, v[0], &a) || !parley_sql_get_number(c, v[1], &b))
    return;
  if (b.real < 0 || b.real > 0) sqlite3_result_double(c, a.real / b.real);
}

/* Integers stay integers, beyond 2^53 too. */
static void modulo(context *c, int n, value **v) {
  parley_sql_number a, b;
  if (parley_sql_any_null(n, v) || !parley_sql_get_number(c, v[0], &a) || !parley_sql_get_number(c, v[1], &b))
    return;
  if (!(b.real < 0 || b.real > 0)) return;
  if (a.is_integer && b.is_integer) sqlite3_result_int64(c, parley_integer_remainder(a.integer, b.integer));
  else sqlite3_result_double(c, parley_number_remainder(a.real, b.real));
}

static double real_add(double a, double b) { return a + b; }
static double real_sub(double a, double b) { return a - b; }
static double real_mul(double a, double b) { return a * b; }

/* In the order of the table. */
static const struct arithmetic {
  bool (*fits)(int64_t a, int64_t b, int64_t *out);
  double (*real)(double a, double b);
} arithmetic[] = {
  {parley_integer_add_fits, real_add},
  {parley_integer_sub_fits, real_sub},
  {parley_integer_mul_fits, real_mul},
};

/* `real` is only reached when a side is not an integer. */
static void checked(context *c, int n, value **v) {
  const parley_function *entry = parley_sql_self(c)->entry;
  const struct arithmetic *op = &arithmetic[entry->operation - PARLEY_DO_ADD];
  parley_sql_number a, b;
  int64_t result;
  if (parley_sql_any_null(n, v) || !parley_sql_get_number(c, v[0], &a) ||
      !parley_sql_get_number(c, v[1], &b))
    return;
  if (!a.is_integer || !b.is_integer) sqlite3_result_double(c, op->real(a.real, b.real));
  else if (op->fits(a.integer, b.integer, &result)) sqlite3_result_int64(c, result);
  else parley_sql_fail(c, "overflow.integer_operation", "a=%lld sign=%s b=%lld", (long long)a.integer, entry->sign,
                       (long long)b.integer);
}

/* Guards arithmetic on integers that SQLite did itself: it turns to a real only where the result did not fit. Cheap
   where nothing overflows: no checked addition is called for each step. */
static void exact(context *c, int n, value **v) {
  (void)n;
  if (sqlite3_value_type(v[0]) != SQLITE_FLOAT) sqlite3_result_value(c, v[0]);
  else parley_sql_fail_key(c, "overflow.integer_result");
}

/* The column engine's: SQLite's own does not round to tens, and prints a number with 16 digits before it rounds. */
static void rounded(context *c, int n, value **v) {
  parley_sql_number x;
  if (parley_sql_any_null(n, v) || !parley_sql_get_number(c, v[0], &x)) return;
  sqlite3_result_double(c, parley_scalar_round(x.real, n > 1 ? sqlite3_value_int64(v[1]) : 0));
}

const parley_sql_callback parley_sql_do_rounded = {.call = rounded};
const parley_sql_callback parley_sql_do_divide = {.call = divide};
const parley_sql_callback parley_sql_do_modulo = {.call = modulo};
const parley_sql_callback parley_sql_do_checked = {.call = checked};
const parley_sql_callback parley_sql_do_exact = {.call = exact};
