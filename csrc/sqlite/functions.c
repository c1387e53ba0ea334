/*
** Thin adapters: each function reads its arguments, asks the engine, and gives a result. What needs a name per function
** (an operator, a part) comes in through user data, so that one adapter serves a family.
**
** R1  Deterministic and innocuous: indexes, views and generated columns may use them; nothing they do leaves the
**     arguments.
** R2  An argument of a wrong type is an error with the function's name, never a guess.
*/
#include "sqlite/functions.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sqlite/aggregates.h"
#include "sqlite/callback.h"
#include "sqlite/result_code.h"
#include "sqlite/scalar_functions.h"
#include "value/edtf.h"
#include "value/fold.h"
#include "value/index_text.h"
#include "value/scalar_semantics.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* Set at registration, see `entries`. */
static void *user_data(context *c) { return sqlite3_user_data(c); }

/* ---- dates ---- */

/* Dates are parsed at each call; the column engine parses each different text once, which is why it is asked first. */
static bool get_date(context *c, value *v, parley_edtf *out) {
  parley_sql_text t;
  parley_error err;
  if (!parley_sql_get_text(c, v, &t)) return false;
  if (parley_edtf_parse(t.bytes, t.length, out, &err)) return true;
  sqlite3_result_error(c, err.message, -1);
  return false;
}

/* No result set means NULL: for a NULL argument and for an unbounded side. 16 bytes are enough for every day of 32
   bits. */
static void result_day_text(context *c, int32_t day) {
  char out[16];
  parley_day_text(day, out);
  sqlite3_result_text(c, out, -1, SQLITE_TRANSIENT);
}

static void edtf_start(context *c, int n, value **v) {
  parley_edtf date;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_has_first(&date)) sqlite3_result_int(c, date.first);
}

static void edtf_stop(context *c, int n, value **v) {
  parley_edtf date;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_has_last(&date)) sqlite3_result_int(c, date.last);
}

static void edtf_first(context *c, int n, value **v) {
  parley_edtf date;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_has_first(&date)) result_day_text(c, date.first);
}

static void edtf_last(context *c, int n, value **v) {
  parley_edtf date;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_has_last(&date)) result_day_text(c, date.last);
}

/* Within 32 bits: parsing bounds years to some millions. */
static void edtf_days(context *c, int n, value **v) {
  parley_edtf date;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_has_first(&date) && parley_edtf_has_last(&date)) sqlite3_result_int(c, date.last - date.first + 1);
}

static void edtf_part(context *c, int n, value **v) {
  const parley_date_part *part = user_data(c);
  parley_edtf date;
  int32_t number;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_part(&date, *part, &number)) sqlite3_result_int(c, number);
}

enum { MOST_PERIODS = 128 }; /* SQLite gives a function at most 127 arguments where nobody has raised that */

/* The periods of a comparison that are there, or -1 where one is no date. NULLs are left out: the caller knows how
   many there were. */
static int get_periods(context *c, int n, value **v, parley_edtf *out) {
  int found = 0;
  for (int i = 0; i < n; i++) {
    if (sqlite3_value_type(v[i]) == SQLITE_NULL) continue;
    if (!get_date(c, v[i], &out[found++])) return -1;
  }
  return found;
}

/* What is missing might be any period: of `between`, a date may lie before or after the one that is there. What can
   be told is told: with `between`, a date on the wrong side of the bound that is there is outside whatever the other
   is. */
static parley_edtf_answer beside_missing(parley_comparison op, bool has_first, const parley_edtf *date,
                                         const parley_edtf *period, int found, bool wide) {
  parley_edtf_answer answer;
  if (op == PARLEY_COMPARISON_IN) {
    answer = parley_edtf_among(date, period, found);
    if (answer == PARLEY_EDTF_UNDECIDED && wide) answer = PARLEY_EDTF_YES;
    return answer == PARLEY_EDTF_YES ? answer : PARLEY_EDTF_MISSING;
  }
  answer = parley_edtf_compare(has_first ? PARLEY_COMPARISON_GE : PARLEY_COMPARISON_LE, date, period, 1);
  return answer == PARLEY_EDTF_NO ? answer : PARLEY_EDTF_MISSING;
}

/* How a comparison of dates reads what is undecided: as missing, as false, as true. */
typedef struct reading {
  bool known, wide; /* undecided has an answer; that answer is true */
} reading;

static void result_answer(context *c, parley_edtf_answer answer, const reading *how) {
  if (answer == PARLEY_EDTF_MISSING || (answer == PARLEY_EDTF_UNDECIDED && !how->known)) return;
  sqlite3_result_int(c, answer == PARLEY_EDTF_YES || (answer == PARLEY_EDTF_UNDECIDED && how->wide));
}

/* An operator, a date, and its periods. Arguments: an operator, a date, periods. All periods missing gives NULL. */
static void edtf_compare(context *c, int n, value **v) {
  const reading *how = user_data(c);
  parley_edtf date, period[MOST_PERIODS];
  parley_sql_text t;
  parley_comparison op;
  int found = 0;
  for (int i = 2; i < n; i++) found += sqlite3_value_type(v[i]) != SQLITE_NULL;
  if (n < 3 || n > MOST_PERIODS || found == 0 || parley_sql_any_null(2, v) || !parley_sql_get_text(c, v[0], &t)) return;
  if (!parley_comparison_find(t.bytes, t.length, &op)) {
    parley_sql_fail(c, "'%!.20s' is no comparison of dates; use < <= > >= = != between or in", t.bytes);
  } else if (get_date(c, v[1], &date) && get_periods(c, n - 2, v + 2, period) > 0) {
    bool all = found == n - 2, has_first = sqlite3_value_type(v[2]) != SQLITE_NULL;
    result_answer(c, all ? parley_edtf_compare(op, &date, period, found)
                         : beside_missing(op, has_first, &date, period, found, how->wide), how);
  }
}

static void edtf_overlaps(context *c, int n, value **v) {
  parley_edtf a, b;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &a) || !get_date(c, v[1], &b)) return;
  sqlite3_result_int(c, parley_edtf_overlaps(&a, &b));
}

static void edtf_during(context *c, int n, value **v) {
  parley_edtf a, b;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &a) || !get_date(c, v[1], &b)) return;
  sqlite3_result_int(c, parley_edtf_during(&a, &b));
}

static void edtf_day_text(context *c, int n, value **v) {
  if (parley_sql_any_null(n, v)) return;
  sqlite3_int64 day = sqlite3_value_int64(v[0]);
  if (sqlite3_value_type(v[0]) != SQLITE_INTEGER || day < INT32_MIN || day > INT32_MAX) {
    parley_sql_fail(c, "edtf_day_text needs a number of days since 1970-01-01 as an integer");
  } else {
    result_day_text(c, (int32_t)day);
  }
}

/* ---- text ---- */

/* Both sides are folded on each call. */
static void text_contains(context *c, int n, value **v) {
  parley_sql_text t, substring;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &t) || !parley_sql_get_text(c, v[1], &substring))
    return;
  int found = parley_fold_contains(t.bytes, t.length, substring.bytes, substring.length);
  if (found < 0) sqlite3_result_error_nomem(c);
  else sqlite3_result_int(c, found);
}

/* Gives the text as `write` makes it, which needs room for PARLEY_FOLD_GROWTH times its length. One byte more, so
   that an empty text still has a block; SQLite takes the block over. */
static void result_written(context *c, parley_sql_text t, size_t (*write)(const char *text, size_t length, char *out)) {
  char *out = sqlite3_malloc64(t.length * PARLEY_FOLD_GROWTH + 1);
  if (out == NULL) {
    sqlite3_result_error_nomem(c);
    return;
  }
  size_t length = write(t.bytes, t.length, out);
  sqlite3_result_text64(c, out, length, sqlite3_free, SQLITE_UTF8);
}

static void text_lower(context *c, int n, value **v) {
  parley_sql_text t;
  if (!parley_sql_any_null(n, v) && parley_sql_get_text(c, v[0], &t)) result_written(c, t, parley_text_lower);
}

static void text_upper(context *c, int n, value **v) {
  parley_sql_text t;
  if (!parley_sql_any_null(n, v) && parley_sql_get_text(c, v[0], &t)) result_written(c, t, parley_text_upper);
}

/* What is folded already is given back as it is, without a block of three times its size. */
static void text_fold(context *c, int n, value **v) {
  parley_sql_text t;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &t)) return;
  if (parley_fold_is_done(t.bytes, t.length)) {
    sqlite3_result_text64(c, t.bytes, t.length, SQLITE_TRANSIENT, SQLITE_UTF8);
    return;
  }
  result_written(c, t, parley_fold);
}

/* The text as a full text index holds it. */
static void text_index(context *c, int n, value **v) {
  parley_sql_text t;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &t)) return;
  char *folded = sqlite3_malloc64(t.length * PARLEY_FOLD_GROWTH + 1);
  if (folded == NULL) {
    sqlite3_result_error_nomem(c);
    return;
  }
  size_t length = parley_fold(t.bytes, t.length, folded);
  char *out = sqlite3_malloc64(length * PARLEY_FOLD_INDEX_GROWTH + 1);
  if (out != NULL) {
    length = parley_fold_for_index(folded, length, out);
    sqlite3_result_text64(c, out, length, sqlite3_free, SQLITE_UTF8);
  } else {
    sqlite3_result_error_nomem(c);
  }
  sqlite3_free(folded);
}

/* The limit is the connection's, so that a host may lower it. */
static void like_exact(context *c, int n, value **v) {
  parley_sql_text pattern, t;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &pattern) || !parley_sql_get_text(c, v[1], &t)) return;
  int limit = sqlite3_limit(sqlite3_context_db_handle(c), SQLITE_LIMIT_LIKE_PATTERN_LENGTH, -1);
  if (pattern.length > (size_t)limit) {
    parley_sql_fail(c, "a pattern for like is at most %d bytes long", limit);
  } else {
    sqlite3_result_int(c, parley_text_like(pattern.bytes, pattern.length, t.bytes, t.length));
  }
}

/* ---- numbers ---- */

/* NULL for 0, as the column engine. */
static void divide(context *c, int n, value **v) {
  parley_sql_number a, b;
  if (parley_sql_any_null(n, v) || !parley_sql_get_number(c, v[0], "/", &a) || !parley_sql_get_number(c, v[1], "/", &b))
    return;
  if (b.real < 0 || b.real > 0) sqlite3_result_double(c, a.real / b.real);
}

/* Integers stay integers, beyond 2^53 too. */
static void mod_floor(context *c, int n, value **v) {
  parley_sql_number a, b;
  if (parley_sql_any_null(n, v) || !parley_sql_get_number(c, v[0], "%", &a) || !parley_sql_get_number(c, v[1], "%", &b))
    return;
  if (!(b.real < 0 || b.real > 0)) return;
  if (a.is_integer && b.is_integer) sqlite3_result_int64(c, parley_integer_remainder(a.integer, b.integer));
  else sqlite3_result_double(c, parley_number_remainder(a.real, b.real));
}

static double real_add(double a, double b) { return a + b; }
static double real_sub(double a, double b) { return a - b; }
static double real_mul(double a, double b) { return a * b; }

typedef struct arithmetic {
  const char *sign;
  bool (*fits)(int64_t a, int64_t b, int64_t *out);
  double (*real)(double a, double b);
} arithmetic;

/* `real` is only reached when a side is no integer. */
static void checked(context *c, int n, value **v) {
  const arithmetic *op = user_data(c);
  parley_sql_number a, b;
  int64_t result;
  if (parley_sql_any_null(n, v) || !parley_sql_get_number(c, v[0], op->sign, &a) ||
      !parley_sql_get_number(c, v[1], op->sign, &b))
    return;
  if (!a.is_integer || !b.is_integer) sqlite3_result_double(c, op->real(a.real, b.real));
  else if (op->fits(a.integer, b.integer, &result)) sqlite3_result_int64(c, result);
  else parley_sql_fail(c, "integer overflow in %lld %s %lld", a.integer, op->sign, b.integer);
}

/* Guards arithmetic on integers that SQLite did itself: it turns to a real only where the result did not fit. Cheap
   where nothing overflows: no checked addition is called for each step. */
static void exact(context *c, int n, value **v) {
  (void)n;
  if (sqlite3_value_type(v[0]) != SQLITE_FLOAT) sqlite3_result_value(c, v[0]);
  else parley_sql_fail(c, "integer overflow: a result does not fit 64 bits");
}

/* ---- registration ---- */

typedef struct entry {
  const char *name;
  int arguments;
  void (*function)(context *c, int n, value **v);
  const void *data;
} entry;

static const parley_date_part parts[] = {PARLEY_DATE_PART_YEAR, PARLEY_DATE_PART_QUARTER, PARLEY_DATE_PART_MONTH,
                                         PARLEY_DATE_PART_WEEK, PARLEY_DATE_PART_DAY};
static const reading plainly = {false, false}, surely = {true, false}, possibly = {true, true};
static const arithmetic plus = {"+", parley_integer_add_fits, real_add};
static const arithmetic minus = {"-", parley_integer_sub_fits, real_sub};
static const arithmetic times = {"*", parley_integer_mul_fits, real_mul};

static const entry entries[] = {
  {"edtf_start", 1, edtf_start, NULL},
  {"edtf_stop", 1, edtf_stop, NULL},
  {"edtf_days", 1, edtf_days, NULL},
  {"edtf_first", 1, edtf_first, NULL},
  {"edtf_last", 1, edtf_last, NULL},
  {"edtf_year", 1, edtf_part, &parts[0]},
  {"edtf_quarter", 1, edtf_part, &parts[1]},
  {"edtf_month", 1, edtf_part, &parts[2]},
  {"edtf_week", 1, edtf_part, &parts[3]},
  {"edtf_day", 1, edtf_part, &parts[4]},
  {"edtf_compare", -1, edtf_compare, &plainly},
  {"edtf_surely", -1, edtf_compare, &surely},
  {"edtf_possibly", -1, edtf_compare, &possibly},
  {"edtf_overlaps", 2, edtf_overlaps, NULL},
  {"edtf_during", 2, edtf_during, NULL},
  {"edtf_day_text", 1, edtf_day_text, NULL},
  {"contains", 2, text_contains, NULL},
  {"fold", 1, text_fold, NULL},
  {"index_text", 1, text_index, NULL},
  {"text_lower", 1, text_lower, NULL},
  {"text_upper", 1, text_upper, NULL},
  {"like_exact", 2, like_exact, NULL},
  {"divide", 2, divide, NULL},
  {"mod_floor", 2, mod_floor, NULL},
  {"exact", 1, exact, NULL},
  {"checked_add", 2, checked, &plus},
  {"checked_sub", 2, checked, &minus},
  {"checked_mul", 2, checked, &times},
};

/* The first failure ends it; what was registered stays with the connection, which is closed then. */
bool parley_sqlite_register(parley_store *store, parley_error *err) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int rc = SQLITE_OK;
  for (size_t i = 0; i < sizeof entries / sizeof *entries && rc == SQLITE_OK; i++) {
    const entry *e = &entries[i];
    void *data = (void *)(uintptr_t)e->data; /* read only: the adapters take it back as const */
    rc = sqlite3_create_function_v2(store->db, e->name, e->arguments, flags, data, e->function, NULL, NULL, NULL);
  }
  if (rc == SQLITE_OK) rc = parley_sqlite_register_scalars(store->db);
  if (rc == SQLITE_OK) rc = parley_sqlite_register_aggregates(store);
  return rc == SQLITE_OK ||
         parley_fail(err, parley_store_code(rc), "cannot register SQL functions: %s", sqlite3_errmsg(store->db));
}
