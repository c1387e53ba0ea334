/*
** Functions of dates that count calendar units.
**
** Units are counted, not measured: from 31 January to 1 February is one month, as SQL's DATEDIFF has it.
*/
#include <string.h>

#include "value/edtf.h"
#include "value/functions.h"

/* ---- units ---- */

typedef enum unit { DAY, WEEK, MONTH, QUARTER, YEAR, UNITS } unit;

/* Names are compared in full and in lower case: the binder has told of others with a suggestion before. */
static bool find_unit(const parley_value *name, unit *out, parley_error *err) {
  static const char *const names[UNITS] = {"day", "week", "month", "quarter", "year"};
  for (int i = 0; i < UNITS; i++) {
    if (strlen(names[i]) != name->length || memcmp(names[i], name->text, name->length) != 0) continue;
    *out = (unit)i;
    return true;
  }
  return parley_fail_key(err, "bad_value.date_unit");
}

/* b is positive. C rounds towards zero; days before 1970 need rounding down. */
static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b < 0); }

/* Months since year 0: within 32 bits for every day, kept in 64. */
static int64_t month_number(int32_t day) {
  parley_calendar date = parley_calendar_of(day);
  return (int64_t)date.year * 12 + date.month - 1;
}

/* The number of the unit in which a day lies; weeks begin on Monday. */
static int64_t unit_number(unit u, int32_t day) {
  switch (u) {
    case DAY: return day;
    case WEEK: return floor_divide((int64_t)day + 3, 7); /* 1970-01-01 was a Thursday */
    case MONTH: return month_number(day);
    case QUARTER: return floor_divide(month_number(day), 3);
    default: return floor_divide(month_number(day), 12);
  }
}

/* ---- date_diff ---- */

/* The unit in which all days of the date lie; false where there is none. A date of several days has a number where
   all of them lie in one unit: '2025-06' has a month and no week. */
static bool shared_unit(unit u, const parley_edtf *date, int64_t *out) {
  if (!parley_edtf_has_first(date) || !parley_edtf_has_last(date)) return false;
  *out = unit_number(u, date->first);
  return unit_number(u, date->last) == *out;
}

/* The arguments of a difference: a unit and two dates. */
static bool read_difference(const parley_value *args, unit *u, parley_edtf *a, parley_edtf *b, parley_error *err) {
  return find_unit(&args[0], u, err) && parley_edtf_parse(args[1].text, args[1].length, a, err) &&
         parley_edtf_parse(args[2].text, args[2].length, b, err);
}

/* *out stays missing where a date has no number. */
bool parley_call_date_diff(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                           parley_error *err) {
  unit u;
  parley_edtf a, b;
  int64_t from, to;
  (void)count, (void)room;
  if (!read_difference(args, &u, &a, &b, err)) return false;
  if (shared_unit(u, &a, &from) && shared_unit(u, &b, &to)) parley_scalar_give_integer(out, to - from);
  return true;
}

/* The units of the days of two dates that lie nearest to each other, or farthest apart: e's less d's. */
static bool extreme(const parley_value *args, bool high, parley_value *out, parley_error *err) {
  unit u;
  parley_edtf a, b;
  if (!read_difference(args, &u, &a, &b, err)) return false;
  bool bounded = high ? parley_edtf_has_first(&a) && parley_edtf_has_last(&b)
                      : parley_edtf_has_last(&a) && parley_edtf_has_first(&b);
  if (!bounded) return true;
  return parley_scalar_give_integer(out, high ? unit_number(u, b.last) - unit_number(u, a.first)
                                       : unit_number(u, b.first) - unit_number(u, a.last));
}

bool parley_call_date_diff_low(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                               parley_error *err) {
  (void)count, (void)room;
  return extreme(args, false, out, err);
}

bool parley_call_date_diff_high(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                                parley_error *err) {
  (void)count, (void)room;
  return extreme(args, true, out, err);
}

/* ---- date_add ---- */

enum { LAST_YEAR = 999999 };

/* Beyond this many units no calendar reaches. */
static const int64_t MOST_UNITS = 1000000000; /* keeps the products below far within 64 bits */

/* The same day of the month, or its last where it is shorter. 31 January and a month is 28 or 29 February, as in
   SQLite's and PostgreSQL's arithmetic. */
static bool add_months(int32_t day, int64_t months, int64_t *out) {
  parley_calendar date = parley_calendar_of(day);
  int64_t number = (int64_t)date.year * 12 + date.month - 1 + months, year = floor_divide(number, 12);
  if (year < -LAST_YEAR || year > LAST_YEAR) return false;
  int month = (int)(number - year * 12) + 1, last = parley_calendar_days_in_month((int32_t)year, month);
  *out = parley_day((int32_t)year, month, date.day < last ? date.day : last);
  return true;
}

/* Leaving the calendar of value/edtf.h, R5, is an error and no missing value: the query asked for something. */
static bool add_units(unit u, int32_t day, int64_t n, int64_t *out) {
  static const int months[UNITS] = {[MONTH] = 1, [QUARTER] = 3, [YEAR] = 12};
  if (n < -MOST_UNITS || n > MOST_UNITS) return false;
  if (months[u] > 0) return add_months(day, n * months[u], out);
  *out = day + n * (u == WEEK ? 7 : 1);
  return *out >= parley_day(-LAST_YEAR, 1, 1) && *out <= parley_day(LAST_YEAR, 12, 31);
}

/* Only of single days: what a month and three days would be, nobody has defined. */
bool parley_call_date_add(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                          parley_error *err) {
  unit u;
  parley_edtf date;
  int64_t day;
  (void)count;
  if (!find_unit(&args[2], &u, err)) return false;
  if (!parley_edtf_parse(args[0].text, args[0].length, &date, err)) return false;
  if (date.first != date.last) return true;
  if (!add_units(u, date.first, args[1].integer, &day)) {
    return parley_fail_with(err, "overflow.date_add", "last=%d", LAST_YEAR);
  }
  char *text = parley_scalar_room_for(room, 16, err);
  if (text == NULL) return false;
  parley_day_text((int32_t)day, text);
  *out = (parley_value){.type = PARLEY_DATE, .text = text, .length = strlen(text)};
  return true;
}
