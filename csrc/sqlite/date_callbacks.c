/* Dates in SQL: their days and parts, and what compares them. */
#include <stdbool.h>
#include <stdint.h>

#include "sqlite/callback.h"
#include "value/edtf.h"
#include "value/scalar_semantics.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* Dates are parsed at each call; the column engine parses each different text once, which is why it is asked first. */
static bool get_date(context *c, value *v, parley_edtf *out) {
  parley_sql_text t;
  parley_error err;
  if (!parley_sql_get_text(c, v, &t)) return false;
  if (parley_edtf_parse(t.bytes, t.length, out, &err)) return true;
  parley_sql_refuse(c, &err);
  return false;
}

/* No result set means NULL: for a NULL argument and for an unbounded side. 16 bytes are enough for every day of 32
   bits. */
static void result_day_text(context *c, int32_t day) {
  char out[16];
  parley_day_text(day, out);
  sqlite3_result_text(c, out, -1, SQLITE_TRANSIENT);
}

/* The first or the last day of a date, where that side has one. */
static bool get_edge(context *c, value *v, bool last, int32_t *out) {
  parley_edtf date;
  if (parley_sql_is_null(v) || !get_date(c, v, &date)) return false;
  *out = last ? date.last : date.first;
  return last ? parley_edtf_has_last(&date) : parley_edtf_has_first(&date);
}

static void first_day(context *c, int n, value **v) {
  int32_t day;
  (void)n;
  if (get_edge(c, v[0], false, &day)) sqlite3_result_int(c, day);
}

static void last_day(context *c, int n, value **v) {
  int32_t day;
  (void)n;
  if (get_edge(c, v[0], true, &day)) sqlite3_result_int(c, day);
}

/* start and stop of the language. */
static void edge(context *c, int n, value **v) {
  int32_t day;
  (void)n;
  if (get_edge(c, v[0], parley_sql_self(c)->entry->operation == PARLEY_DO_STOP, &day)) result_day_text(c, day);
}

/* Within 32 bits: parsing bounds years to some millions. */
static void days(context *c, int n, value **v) {
  parley_edtf date;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_has_first(&date) && parley_edtf_has_last(&date)) sqlite3_result_int(c, date.last - date.first + 1);
}

static void part(context *c, int n, value **v) {
  parley_date_part part_of = parley_operation_part(parley_sql_self(c)->entry->operation);
  parley_edtf date;
  int32_t number;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_part(&date, part_of, &number)) sqlite3_result_int(c, number);
}

enum { MOST_PERIODS = 128 }; /* SQLite gives a function at most 127 arguments where nobody has raised that */

/* The periods of a comparison that are there, or -1 where one is not a date. NULLs are left out: the caller knows how
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

static const reading *reading_of(int operation) {
  static const reading plainly = {false, false}, surely = {true, false}, possibly = {true, true};
  if (operation == PARLEY_DO_SURELY) return &surely;
  return operation == PARLEY_DO_POSSIBLY ? &possibly : &plainly;
}

/* An operator, a date, and its periods. Arguments: an operator, a date, periods. All periods missing gives NULL. */
static void compare_dates(context *c, int n, value **v) {
  const reading *how = reading_of(parley_sql_self(c)->entry->operation);
  parley_edtf date, period[MOST_PERIODS];
  parley_sql_text t;
  parley_comparison op;
  int found = 0;
  for (int i = 2; i < n; i++) found += sqlite3_value_type(v[i]) != SQLITE_NULL;
  if (n < 3 || n > MOST_PERIODS || found == 0 || parley_sql_any_null(2, v) || !parley_sql_get_text(c, v[0], &t)) return;
  if (!parley_comparison_find(t.bytes, t.length, &op)) {
    parley_sql_fail(c, "bad_argument.sql_comparison", "value=%.*s", 20, t.bytes);
  } else if (get_date(c, v[1], &date) && get_periods(c, n - 2, v + 2, period) > 0) {
    bool all = found == n - 2, has_first = sqlite3_value_type(v[2]) != SQLITE_NULL;
    result_answer(c, all ? parley_edtf_compare(op, &date, period, found)
                         : beside_missing(op, has_first, &date, period, found, how->wide), how);
  }
}

/* overlaps and during. */
static void two_dates(context *c, int n, value **v) {
  bool within = parley_sql_self(c)->entry->operation == PARLEY_DO_DURING;
  parley_edtf a, b;
  if (parley_sql_any_null(n, v) || !get_date(c, v[0], &a) || !get_date(c, v[1], &b)) return;
  sqlite3_result_int(c, within ? parley_edtf_during(&a, &b) : parley_edtf_overlaps(&a, &b));
}

static void day_text(context *c, int n, value **v) {
  if (parley_sql_any_null(n, v)) return;
  sqlite3_int64 day = sqlite3_value_int64(v[0]);
  if (sqlite3_value_type(v[0]) != SQLITE_INTEGER || day < INT32_MIN || day > INT32_MAX) {
    parley_sql_fail(c, "bad_type.sql_days", "name=%s", parley_sql_self(c)->entry->name);
  } else {
    result_day_text(c, (int32_t)day);
  }
}

const parley_sql_callback parley_sql_do_first_day = {.call = first_day};
const parley_sql_callback parley_sql_do_last_day = {.call = last_day};
const parley_sql_callback parley_sql_do_edge = {.call = edge};
const parley_sql_callback parley_sql_do_days = {.call = days};
const parley_sql_callback parley_sql_do_part = {.call = part};
const parley_sql_callback parley_sql_do_compare_dates = {.call = compare_dates};
const parley_sql_callback parley_sql_do_two_dates = {.call = two_dates};
const parley_sql_callback parley_sql_do_day_text = {.call = day_text};
