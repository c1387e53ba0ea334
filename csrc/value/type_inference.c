/*
** A column starts with every type possible, and each value strikes out those it does not have. A value that would
** strike out the last one is set aside as odd; a few kinds of odd values are remembered, so that the reason can name
** them and a forgotten missing code is recognised, and one more makes the column text for good.
*/
#include "value/type_inference.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "value/number_field.h"
#include "value/odd_field.h"

/* Types as bits. A day is what looks like 5.3.2022, whatever the order. */
enum { INTEGER = 1u, NUMBER = 2u, BOOLEAN = 4u, DATE = 8u, DAY = 16u, ALL = 31u };

void parley_inference_begin(parley_inference *inference, const parley_parse_rules *how) {
  *inference = (parley_inference){.how = how, .possible = ALL};
}

static void keep(parley_inference_odd *odd, const char *text, size_t length, int64_t line) {
  *odd = (parley_inference_odd){.line = line, .count = 1, .length = length};
  if (length > 0) memcpy(odd->text, text, length < PARLEY_INFERENCE_ODD_LENGTH ? length : PARLEY_INFERENCE_ODD_LENGTH);
}

/* Notes how many digits stand behind the point, for labels that look like numbers. */
static void note_fraction(parley_inference *inference, const parley_numeral *n, const char *text, size_t length,
                          int64_t line) {
  if (n->behind == 0) return;
  bool padded = parley_inference_fractions_add(&inference->fractions, n->behind, text[length - 1]);
  if (padded && inference->padded.line == 0) keep(&inference->padded, text, length, line);
}

/* An integer beyond 2^53 cannot be stored as a double unchanged: a column of such ones and of fractions is text.
   A JSON number is one whatever it looks like; labels are a matter of files that have no types. */
static unsigned numeral_types(parley_inference *inference, const char *text, size_t length, parley_parse_origin origin,
                              int64_t line) {
  parley_number_room room;
  parley_numeral n;
  int64_t integer;
  double number;
  bool open =
      origin != PARLEY_PARSE_FROM_JSON && !parley_number_has_style(&inference->how->style); /* to being labels */
  bool digits_first = length > 0 && parley_ascii_is_digit(text[0]); /* as nearly all do */
  if (!digits_first && origin != PARLEY_PARSE_FROM_JSON && parley_number_infinite(text, length, &number)) return NUMBER;
  if (!parley_number_plain(&inference->how->style, &text, &length, &room) || !parley_numeral_scan(text, length, &n)) {
    return 0;
  }
  if (parley_numeral_integer(&n, &integer)) {
    bool exact = integer >= -(INT64_C(1) << 53) && integer <= INT64_C(1) << 53;
    return exact ? INTEGER | NUMBER : INTEGER;
  }
  if (open && n.behind == 0 && parley_number_is_label(text, length)) return 0;
  if (parley_number_loses_digits(&n, text, length)) return 0;
  if (!parley_numeral_number(&n, text, length, &number)) return 0;
  if (open) note_fraction(inference, &n, text, length, line);
  return NUMBER;
}

static bool is_plain_digits(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (!parley_ascii_is_digit(text[i])) return false;
  }
  return true;
}

/* 2020-21 is spring 2020 and may be the year that ends in 2021, as 2011-12 may be December or two years: neither makes
   a column of dates where others are seasons. */
static void note_date(parley_inference *inference, const char *text, size_t length, int64_t line) {
  bool pair = length == 7 && text[4] == '-' && is_plain_digits(text, 4) && is_plain_digits(text + 5, 2);
  int year = pair ? (text[2] - '0') * 10 + text[3] - '0' : 0, part = pair ? (text[5] - '0') * 10 + text[6] - '0' : 0;
  if (pair && part > 12) {
    if (inference->season.line == 0) keep(&inference->season, text, length, line);
  } else if (pair && part == (year + 1) % 100) {
    inference->two_years = true;
  } else {
    inference->dated = true;
  }
}

/* Digits alone are a date where they are a year of four; else any whole number would be one. A plain year does not make
   a column of dates (`dated`): years are numbers unless other values show what is meant. */
static unsigned date_types(parley_inference *inference, const char *text, size_t length, int64_t line) {
  parley_date_text date;
  parley_day_parts day;
  bool plain = is_plain_digits(text, length);
  if (plain && (length != 4 || text[0] == '0')) return 0;
  unsigned types = parley_parse_date(inference->how, text, length, &date) ? DATE : 0;
  if (!parley_day_scan(text, length, &day)) {
    if (types != 0 && !plain) note_date(inference, text, length, line);
    return types;
  }
  inference->dated |= types != 0;
  return types | DAY;
}

/* The types of a value among those that are still possible. */
static unsigned types_of(parley_inference *inference, const char *text, size_t length, parley_parse_origin origin,
                         int64_t line) {
  unsigned types = 0, possible = inference->possible;
  bool boolean;
  if (length == 0) return 0;
  if (origin != PARLEY_PARSE_FROM_STRING) {
    if (possible & (INTEGER | NUMBER)) types = numeral_types(inference, text, length, origin, line);
    if (possible & BOOLEAN && parley_parse_boolean(text, length, false, &boolean)) types |= BOOLEAN;
  }
  if (possible & (DATE | DAY)) types |= date_types(inference, text, length, line);
  return types & possible;
}

/* Kept values are cut to their room, but add_odd() gives a longer one up for text at once, so that a match is whole. */
static parley_inference_odd *find_odd(parley_inference *inference, const char *text, size_t length) {
  for (int i = 0; i < inference->odd_count; i++) {
    parley_inference_odd *odd = &inference->odd[i];
    if (odd->length == length && (length == 0 || memcmp(odd->text, text, length) == 0)) return odd;
  }
  return NULL;
}

static void add_odd(parley_inference *inference, const char *text, size_t length, int64_t line) {
  if (inference->odd_count < PARLEY_INFERENCE_ODD_VALUES)
    keep(&inference->odd[inference->odd_count++], text, length, line);
  else inference->is_text = true;
  if (length > PARLEY_INFERENCE_ODD_LENGTH) inference->is_text = true;
}

/* The year 2000 stands for any: it has a 29 February, and which order fits is a matter of days and months. */
static bool is_day_in(parley_date_order order, const parley_day_parts *day) {
  parley_date_text date;
  int part = order == PARLEY_DATE_ORDER_DMY, month = day->part[part], in_month = day->part[1 - part];
  if (month < 1 || month > 12 || in_month < 1) return false;
  return in_month <= 28 || parley_day_order(order, 2000, day, &date);
}

/* Notes which orders a value that looks like 5.3.2022 leaves possible. */
static void note_orders(parley_inference *inference, const char *text, size_t length, int64_t line) {
  parley_day_parts day;
  if (!parley_day_scan(text, length, &day)) return;
  for (int i = 0; i < 2; i++) {
    if (day.part[i] > inference->greatest[i]) inference->greatest[i] = day.part[i];
  }
  if (!inference->misfits[0]) inference->misfits[0] = !is_day_in(PARLEY_DATE_ORDER_DMY, &day);
  if (!inference->misfits[1]) inference->misfits[1] = !is_day_in(PARLEY_DATE_ORDER_MDY, &day);
  if (inference->misfits[0] && inference->misfits[1] && inference->unfit.line == 0)
    keep(&inference->unfit, text, length, line);
}

/* Keeps the value that brought the column from integer to number, or from date to a day in no stated order. */
static void note_loss(parley_inference *inference, unsigned types, const char *text, size_t length, int64_t line) {
  unsigned lost = inference->possible & ~types;
  bool number = (lost & INTEGER) && types == NUMBER, day = (lost & DATE) && types == DAY;
  if (number || day) keep(&inference->last, text, length, line);
}

/* The order matters for speed: a column that is text by now is no longer looked at, and a missing code that is odd,
   such as "n/a" in each tenth row, is found among the few kept ones before it is taken apart. */
void parley_inference_add(parley_inference *inference, const char *text, size_t length, parley_parse_origin origin,
                          int64_t line) {
  if (parley_parse_is_missing(inference->how, text, length, origin)) {
    inference->missing++;
    return;
  }
  inference->values++;
  if (inference->is_text) return;
  parley_inference_odd *odd = find_odd(inference, text, length);
  if (odd != NULL) {
    odd->count++;
    return;
  }
  unsigned types = types_of(inference, text, length, origin, line);
  if (types == 0) {
    add_odd(inference, text, length, line);
    return;
  }
  note_loss(inference, types, text, length, line);
  if (types & DAY) note_orders(inference, text, length, line);
  inference->possible = types;
}

/* The type of the values that are not odd. */
/* From the narrowest type to the widest. */
static parley_type type_of_rest(const parley_inference *inference) {
  if (inference->possible & INTEGER) return PARLEY_INTEGER;
  if (inference->possible & NUMBER) {
    return parley_inference_fractions_are_labels(&inference->fractions) ? PARLEY_TEXT : PARLEY_NUMBER;
  }
  if (inference->possible & BOOLEAN) return PARLEY_BOOLEAN;
  bool dated = inference->dated || (inference->two_years && inference->season.line == 0);
  return inference->possible & DATE && dated ? PARLEY_DATE : PARLEY_TEXT;
}

parley_type parley_inference_type(const parley_inference *inference) {
  if (inference->values == 0) return PARLEY_ANY;
  return inference->odd_count > 0 ? PARLEY_TEXT : type_of_rest(inference);
}

parley_inference_day_share parley_inference_days(const parley_inference *inference) {
  if (inference->greatest[0] == 0 || parley_inference_type(inference) == PARLEY_DATE) return PARLEY_INFERENCE_NO_DAYS;
  bool all = inference->odd_count == 0 && inference->possible == DAY;
  return all ? PARLEY_INFERENCE_ALL_DAYS : PARLEY_INFERENCE_SOME_DAYS;
}

/* ---- saying why ---- */

/* Room for a kept value in printable form. */
typedef struct shown {
  char text[PARLEY_ASCII_SPELT * PARLEY_INFERENCE_ODD_LENGTH + 4];
} shown;

/* Control characters as \x0A; what is beyond ASCII as it is, cut between characters. */
static shown show(const parley_inference_odd *odd) {
  shown s;
  size_t kept = odd->length < PARLEY_INFERENCE_ODD_LENGTH ? odd->length : PARLEY_INFERENCE_ODD_LENGTH, used = 0;
  bool cut = kept < odd->length;
  while (cut && kept > 0 && parley_utf8_continues(odd->text[kept - 1])) kept--;
  if (cut && kept > 0 && (unsigned char)odd->text[kept - 1] >= 0xC0) kept--;
  for (size_t i = 0; i < kept; i++) {
    unsigned char c = (unsigned char)odd->text[i];
    if (c >= 0x20 && c != 0x7F) s.text[used++] = (char)c;
    else used += parley_ascii_spell(c, s.text + used);
  }
  memcpy(s.text + used, cut ? "..." : "", cut ? 4 : 1);
  return s;
}

static void say_odd(const parley_inference *inference, const parley_inference_odd *odd, parley_error *out) {
  const char *reason = odd->length <= PARLEY_INFERENCE_ODD_LENGTH
                           ? parley_odd_field_reason(inference->how, odd->text, odd->length)
                           : NULL;
  shown value = show(odd);
  parley_fail_with(out, "why_odd", "line=%lld reason=%s value=%s", (long long)odd->line,
                reason != NULL ? reason : "plain_text", value.text);
}

/* One that a phrase of `key` speaks of. */
static void say_value(const char *key, const parley_inference_odd *odd, parley_error *out) {
  shown value = show(odd);
  parley_fail_with(out, key, "line=%lld value=%s", (long long)odd->line, value.text);
}

static void say_all(const parley_inference *inference, bool quoted, parley_error *out) {
  const char *one = quoted ? "why_only_quoted" : "why_only", *many = quoted ? "why_all_quoted" : "why_all";
  parley_fail_with(out, inference->values == 1 ? one : many, "count=%lld", (long long)inference->values);
}

/* Whether the values are numerals, and labels all the same. */
static bool is_labels(const parley_inference *inference) {
  return inference->odd_count == 0 && (inference->possible & (INTEGER | NUMBER)) == NUMBER &&
         parley_inference_fractions_are_labels(&inference->fractions);
}

/* Whether the values are dates that may be years all the same. */
static bool is_seasons(const parley_inference *inference) {
  return inference->odd_count == 0 && inference->possible & DATE && inference->season.line > 0;
}

/* The reason that weighs most comes first: a value that is nothing but text says more than a doubt about all of them.
   */
static void say_text(const parley_inference *inference, parley_error *out) {
  if (inference->odd_count > 0) say_odd(inference, &inference->odd[0], out);
  else if (is_labels(inference)) say_value("why_label", &inference->padded, out);
  else if (is_seasons(inference)) say_value("why_season", &inference->season, out);
  else if (inference->last.line > 0) say_odd(inference, &inference->last, out);
  else say_all(inference, true, out);
}

void parley_inference_why(const parley_inference *inference, parley_error *out) {
  parley_type type = parley_inference_type(inference);
  if (type == PARLEY_ANY) parley_fail_with(out, "why_nothing", "count=%d", 0);
  else if (type == PARLEY_TEXT) say_text(inference, out);
  else if (type == PARLEY_NUMBER && inference->last.line > 0) say_value("why_fraction", &inference->last, out);
  else say_all(inference, false, out);
}

static int64_t odd_values(const parley_inference *inference) {
  int64_t count = 0;
  for (int i = 0; i < inference->odd_count; i++) count += inference->odd[i].count;
  return count;
}

/* Whether every odd value may be a code for missing: one that is plainly a text, or empty, or -99 among dates. */
static bool may_be_codes(const parley_inference *inference) {
  bool dates = type_of_rest(inference) == PARLEY_DATE;
  if (inference->is_text || odd_values(inference) == inference->values) return false;
  for (int i = 0; i < inference->odd_count; i++) {
    const parley_inference_odd *odd = &inference->odd[i];
    const char *reason = odd->length > 0 ? parley_odd_field_reason(inference->how, odd->text, odd->length) : NULL;
    if (reason != NULL && !(dates && strcmp(reason, parley_odd_field_unlike_integer) == 0)) return false;
  }
  return type_of_rest(inference) != PARLEY_TEXT;
}

/* The list "'NA' (3×), '-' (1×)" has no words. */
static void suggest_codes(const parley_inference *inference, parley_error *out) {
  char list[PARLEY_ERROR_VALUES];
  size_t used = 0;
  for (int i = 0; i < inference->odd_count && used < sizeof list; i++) {
    shown value = show(&inference->odd[i]);
    used += (size_t)snprintf(list + used, sizeof list - used, "%s'%s' (%lld×)", i > 0 ? ", " : "", value.text,
                             (long long)inference->odd[i].count);
  }
  parley_fail_with(out, inference->odd_count == 1 ? "if_it_means_missing" : "if_they_mean_missing", "values=%s type=%s",
                list, parley_type_name(type_of_rest(inference)));
}

bool parley_inference_suggests_code(const parley_inference *inference, const char *text) {
  if (parley_inference_type(inference) != PARLEY_TEXT || inference->odd_count == 0 || !may_be_codes(inference)) {
    return false;
  }
  size_t length = strlen(text);
  for (int i = 0; i < inference->odd_count; i++) {
    const parley_inference_odd *odd = &inference->odd[i];
    if (odd->length == length && length <= PARLEY_INFERENCE_ODD_LENGTH && memcmp(odd->text, text, length) == 0) {
      return true;
    }
  }
  return false;
}

bool parley_inference_without_order(const parley_inference *inference) {
  return inference->misfits[0] && inference->misfits[1];
}

/* A part above 12 is the day. */
static void suggest_order(const parley_inference *inference, parley_error *out) {
  const int *most = inference->greatest;
  const bool *misfits = inference->misfits;
  if (parley_inference_without_order(inference)) say_value("no_order_fits", &inference->unfit, out);
  else if (misfits[1]) parley_fail_with(out, "dmy_fits", "most=%d", most[0]);
  else if (misfits[0]) parley_fail_with(out, "mdy_fits", "most=%d", most[1]);
  else parley_fail_key(out, "both_orders_fit");
}

static bool is_short_year(const parley_inference_odd *odd) {
  parley_day_parts day;
  return parley_day_scan(odd->text, odd->length, &day) && day.short_year;
}

bool parley_inference_suggestion(const parley_inference *inference, parley_error *out) {
  bool codes = inference->odd_count > 0 && may_be_codes(inference);
  if (parley_inference_type(inference) != PARLEY_TEXT) return false;
  if (codes) suggest_codes(inference, out);
  else if (is_seasons(inference)) parley_fail_key(out, "if_seasons");
  else if (is_labels(inference)) parley_fail_key(out, "if_numbers");
  if (inference->odd_count > 0 || inference->possible != DAY) {
    return codes || is_labels(inference) || is_seasons(inference);
  }
  bool order = inference->how->dates == PARLEY_DATE_ORDER_ISO || !is_short_year(&inference->last);
  if (order) suggest_order(inference, out);
  else parley_fail_key(out, "first_short_year");
  return true;
}
