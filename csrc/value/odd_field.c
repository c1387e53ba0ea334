/*
** Why a field is not what it could be: the most telling of the ways in which people write numbers and dates that no
** program should guess at.
**
** Only asked where a field did not read as its column does: its speed does not matter, and each way is a small reader
** of its own.
*/
#include "value/odd_field.h"

#include <string.h>

#include "base/ascii.h"
#include "value/edtf.h"
#include "value/number_field.h"

/* A text being read: a run of characters can be taken from its front. */
typedef struct profile {
  const char *at, *end;
} profile;

static size_t take_digits(profile *s) {
  const char *start = s->at;
  while (s->at < s->end && parley_ascii_is_digit(*s->at)) s->at++;
  return (size_t)(s->at - start);
}

static bool take(profile *s, char c) {
  if (s->at == s->end || *s->at != c) return false;
  s->at++;
  return true;
}

/* Separators of thousands: comma, point, apostrophe, space, and the narrow and unbreakable ones. Narrow (U+202F) and
   no-break spaces, and the typographic apostrophe, are how spreadsheets write them. */
static bool take_separator(profile *s) {
  static const char *const separators[] = {",", ".", "'", " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x99", NULL};
  for (const char *const *one = separators; *one != NULL; one++) {
    size_t length = strlen(*one);
    if ((size_t)(s->end - s->at) < length || memcmp(s->at, *one, length) != 0) continue;
    s->at += length;
    return true;
  }
  return false;
}

/* 1,234 or 12 345 678,90. Groups of exactly three; a last group of another length is taken for decimals. */
static bool has_thousands(const char *text, size_t length) {
  profile s = {text, text + length};
  take(&s, '-');
  size_t first = take_digits(&s);
  if (first < 1 || first > 3) return false;
  int groups = 0;
  while (take_separator(&s)) {
    size_t digits = take_digits(&s);
    if (digits == 3) groups++;
    else return groups > 0 && digits > 0 && s.at == s.end;
  }
  return groups > 0 && s.at == s.end;
}

bool parley_odd_field_has_thousands_point(const char *text, size_t length) {
  if (length < 5 || text[length - 4] != '.') return false; /* most, at once */
  profile s = {text, text + length};
  if (!take(&s, '-')) take(&s, '+');
  const char *start = s.at;
  size_t first = take_digits(&s);
  if (first < 1 || first > 3 || *start == '0' || s.end - s.at != 4) return false;
  return memcmp(s.at, ".000", 4) == 0;
}

static bool has_decimal_comma(const char *text, size_t length) {
  profile s = {text, text + length};
  take(&s, '-');
  return take_digits(&s) > 0 && take(&s, ',') && take_digits(&s) > 0 && s.at == s.end;
}

/* "0.5" has none; "00" and "007" do. */
static bool has_leading_zero(const char *text, size_t length) {
  profile s = {text, text + length};
  take(&s, '-');
  if (!take(&s, '0') || take_digits(&s) == 0) return false;
  if (take(&s, '.')) take_digits(&s);
  return s.at == s.end;
}

static bool has_plus(const char *text, size_t length) {
  return length > 1 && text[0] == '+' && (parley_ascii_is_digit(text[1]) || text[1] == '.');
}

static bool is_hexadecimal(const char *text, size_t length) {
  if (length < 3 || text[0] != '0' || parley_ascii_lower(text[1]) != 'x') return false;
  for (size_t i = 2; i < length; i++) {
    if (!parley_ascii_is_hex(text[i])) return false;
  }
  return true;
}

static bool is_infinite(const char *text, size_t length) {
  static const char *const words[] = {"nan", "-nan", "inf", "-inf", "+inf", "infinity", "-infinity", NULL};
  return parley_parse_is_one_of(text, length, words);
}

/* 2025-06-02T10:00 or with a space. */
static bool has_time(const char *text, size_t length) {
  parley_edtf date;
  return length > 12 && (text[10] == 'T' || text[10] == ' ') && parley_ascii_is_digit(text[11]) &&
         parley_edtf_parse(text, 10, &date, NULL);
}

static bool has_spaces(const char *text, size_t length) {
  return length > 0 && (parley_ascii_is_blank(text[0]) || parley_ascii_is_blank(text[length - 1]));
}

const char parley_odd_field_unlike_integer[] = "unlike_integer";

bool parley_odd_field_is_unlike(const char *reason) { return strncmp(reason, "unlike_", 7) == 0; }

/* What a numeral lacks that the rest of the column has. */
static const char *numeral_reason(const parley_parse_rules *how, const char *text, size_t length) {
  parley_numeral n;
  int64_t integer;
  double number;
  if (!parley_numeral_scan(text, length, &n)) return NULL;
  if (parley_number_is_label(text, length)) return "label";
  if (parley_number_has_style(&how->style) && memchr(text, '.', length) != NULL) {
    return "other_mark";
  }
  if (parley_numeral_integer(&n, &integer)) return parley_odd_field_unlike_integer;
  if (n.whole && n.digits > 0) return "beyond_integers";
  if (parley_number_loses_digits(&n, text, length)) return "more_digits";
  if (!parley_numeral_number(&n, text, length, &number)) return "beyond_numbers";
  return "unlike_number";
}

static const char *day_reason(const parley_parse_rules *how, const char *text, size_t length) {
  parley_day_parts day;
  if (!parley_day_scan(text, length, &day)) return NULL;
  if (how->dates == PARLEY_DATE_ORDER_ISO) return "no_order";
  if (day.short_year && how->first_short_year == 0) return day.padded_year ? "padded_year" : "short_year";
  return how->dates == PARLEY_DATE_ORDER_DMY ? "no_day_dmy" : "no_day_mdy";
}

/* The order is that of how telling the reasons are: the first that holds is given. */
const char *parley_odd_field_reason(const parley_parse_rules *how, const char *text, size_t length) {
  parley_date_text date;
  bool boolean;
  if (length == 0) return "empty_text";
  if (has_spaces(text, length)) return "spaces_around";
  if (has_plus(text, length)) return "plus_sign";
  if (has_leading_zero(text, length)) return "leading_zero";
  const char *reason = numeral_reason(how, text, length);
  if (reason == NULL) reason = day_reason(how, text, length);
  if (reason != NULL) return reason;
  if (has_thousands(text, length)) return "thousands";
  if (has_decimal_comma(text, length)) return "decimal_comma";
  if (is_hexadecimal(text, length)) return "hexadecimal";
  if (is_infinite(text, length)) return "infinite";
  if (has_time(text, length)) return "time_of_day";
  if (parley_parse_boolean(text, length, false, &boolean)) return "unlike_boolean";
  return parley_parse_date(how, text, length, &date) ? "unlike_date" : NULL;
}
