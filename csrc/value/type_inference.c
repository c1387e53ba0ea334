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
static void note_fraction(parley_inference *inference, const char *text, size_t length, int64_t line) {
  bool padded;
  size_t digits = parley_number_fraction(text, length, &padded);
  if (digits == 0) return;
  parley_inference_fractions_add(&inference->fractions, digits, padded);
  if (padded && inference->padded.line == 0) keep(&inference->padded, text, length, line);
}

static unsigned numeral_types(parley_inference *inference, const char *text, size_t length, parley_parse_origin origin,
                              int64_t line) {
  parley_number_room room;
  parley_numeral n;
  int64_t integer;
  double number;
  bool open =
      origin != PARLEY_PARSE_FROM_JSON && !parley_number_has_style(&inference->how->style); /* to being labels */
  if (origin != PARLEY_PARSE_FROM_JSON && parley_number_infinite(text, length, &number)) return NUMBER;
  if (!parley_number_plain(&inference->how->style, &text, &length, &room) || !parley_numeral_scan(text, length, &n)) {
    return 0;
  }
  if (parley_numeral_integer(&n, &integer)) {
    bool exact = integer >= -(INT64_C(1) << 53) && integer <= INT64_C(1) << 53;
    return exact ? INTEGER | NUMBER : INTEGER;
  }
  if ((open && parley_number_is_label(text, length)) || parley_number_loses_digits(&n, text, length)) return 0;
  if (!parley_numeral_number(&n, text, length, &number)) return 0;
  if (open) note_fraction(inference, text, length, line);
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
  char text[4 * PARLEY_INFERENCE_ODD_LENGTH + 4];
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
    else used += (size_t)snprintf(s.text + used, 5, "\\x%02X", c);
  }
  memcpy(s.text + used, cut ? "..." : "", cut ? 4 : 1);
  return s;
}

static void say_odd(const parley_inference *inference, const parley_inference_odd *odd, char *out, size_t size) {
  const char *words = odd->length <= PARLEY_INFERENCE_ODD_LENGTH
                          ? parley_odd_field_reason(inference->how, odd->text, odd->length)
                          : NULL;
  shown value = show(odd);
  snprintf(out, size, "line %lld %s ('%s')", (long long)odd->line, words != NULL ? words : "is a text",
           value.text);
}

static void say_all(const parley_inference *inference, const char *more, char *out, size_t size) {
  if (inference->values == 1) snprintf(out, size, "the only value%s", more);
  else snprintf(out, size, "all %lld values%s", (long long)inference->values, more);
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

static void say_text(const parley_inference *inference, char *out, size_t size) {
  const parley_inference_odd *cause = is_labels(inference) ? &inference->padded : &inference->season;
  shown value = show(cause);
  if (inference->odd_count > 0) say_odd(inference, &inference->odd[0], out, size);
  else if (is_labels(inference))
    snprintf(out, size, "line %lld has a zero that a number would lose ('%s')", (long long)cause->line, value.text);
  else if (is_seasons(inference))
    snprintf(out, size, "line %lld may be a season or two years ('%s')", (long long)cause->line, value.text);
  else if (inference->last.line > 0) say_odd(inference, &inference->last, out, size);
  else say_all(inference, " in quotes", out, size);
}

void parley_inference_why(const parley_inference *inference, char *out, size_t size) {
  parley_type type = parley_inference_type(inference);
  if (type == PARLEY_ANY) {
    snprintf(out, size, "no values");
  } else if (type == PARLEY_TEXT) {
    say_text(inference, out, size);
  } else if (type == PARLEY_NUMBER && inference->last.line > 0) {
    shown value = show(&inference->last);
    snprintf(out, size, "line %lld is no integer ('%s')", (long long)inference->last.line, value.text);
  } else {
    say_all(inference, "", out, size);
  }
}

void parley_inference_reason(const parley_inference *inference, char *out, size_t size) {
  parley_type type = parley_inference_type(inference);
  size_t used = type == PARLEY_ANY ? 0 : (size_t)snprintf(out, size, "%s: ", parley_type_name(type));
  if (used < size) parley_inference_why(inference, out + used, size - used);
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
    const char *words = odd->length > 0 ? parley_odd_field_reason(inference->how, odd->text, odd->length) : NULL;
    if (words != NULL && !(dates && strcmp(words, parley_odd_field_unlike_integer) == 0)) return false;
  }
  return type_of_rest(inference) != PARLEY_TEXT;
}

static void suggest_codes(const parley_inference *inference, char *out, size_t size) {
  size_t used = (size_t)snprintf(out, size, "if");
  for (int i = 0; i < inference->odd_count && used < size; i++) {
    shown value = show(&inference->odd[i]);
    used += (size_t)snprintf(out + used, size - used, "%s '%s' (%lld×)", i > 0 ? "," : "", value.text,
                             (long long)inference->odd[i].count);
  }
  if (used >= size) return;
  snprintf(out + used, size - used, " mean%s missing, say so: the rest is %s", inference->odd_count == 1 ? "s" : "",
           parley_type_name(type_of_rest(inference)));
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
static void suggest_order(const parley_inference *inference, char *out, size_t size) {
  const int *most = inference->greatest;
  const bool *misfits = inference->misfits;
  if (parley_inference_without_order(inference)) {
    shown value = show(&inference->unfit);
    snprintf(out, size, "no order of day and month fits all values: not line %lld ('%s')",
             (long long)inference->unfit.line, value.text);
  } else if (misfits[1]) {
    snprintf(out, size, "dates='dmy' fits: the first part goes up to %d", most[0]);
  } else if (misfits[0]) {
    snprintf(out, size, "dates='mdy' fits: the second part goes up to %d", most[1]);
  } else {
    snprintf(out, size, "dates='dmy' and dates='mdy' both fit: the source has to tell");
  }
}

static bool is_short_year(const parley_inference_odd *odd) {
  parley_day_parts day;
  return parley_day_scan(odd->text, odd->length, &day) && day.short_year;
}

void parley_inference_suggestion(const parley_inference *inference, char *out, size_t size) {
  out[0] = '\0';
  if (parley_inference_type(inference) != PARLEY_TEXT) return;
  if (is_labels(inference)) snprintf(out, size, "if they are numbers, state the type number");
  if (is_seasons(inference)) snprintf(out, size, "if they are seasons, state the type date");
  if (inference->odd_count > 0 && may_be_codes(inference)) suggest_codes(inference, out, size);
  if (inference->odd_count > 0 || inference->possible != DAY) return;
  bool order = inference->how->dates == PARLEY_DATE_ORDER_ISO || !is_short_year(&inference->last);
  if (order) suggest_order(inference, out, size);
  else snprintf(out, size, "state the first of the hundred years that two digits stand for");
}
