/*
** A column starts with every type possible, and each value strikes out those it does not have. A value that would
** strike out the last one is set aside as odd; a few kinds of odd values are remembered, so that the reason can name
** them and a forgotten missing code is recognised, and one more makes the column text for good.
*/
#include "value/type_inference.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Types as bits. A day is what looks like 5.3.2022, whatever the order. */
enum { INTEGER = 1u, NUMBER = 2u, BOOLEAN = 4u, DATE = 8u, DAY = 16u, ALL = 31u };

/* ---- single fields ---- */

static bool is_digit(char c) { return (unsigned char)(c - '0') < 10; }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c; }

/* Whether the text is `word`, which is in lower case, in any case. */
static bool is_word(const char *text, size_t length, const char *word) {
  for (size_t i = 0; i < length; i++, word++) {
    if (*word == '\0' || lower(text[i]) != *word) return false;
  }
  return *word == '\0';
}

static bool is_one_of(const char *text, size_t length, const char *const *words) {
  for (; *words != NULL; words++) {
    if (is_word(text, length, *words)) return true;
  }
  return false;
}

bool parley_is_missing(const parley_reading *how, const char *text, size_t length, parley_origin origin) {
  if (length == 0 && origin == PARLEY_FROM_BARE) return true;
  for (int i = 0; i < how->missing_count; i++) {
    const parley_code *code = &how->missing[i];
    if (code->length == length && (length == 0 || memcmp(code->text, text, length) == 0)) return true;
  }
  return false;
}

bool parley_read_boolean(const char *text, size_t length, bool stated, bool *out) {
  static const char *const yes[] = {"1", "yes", "y", "t", NULL}, *const no[] = {"0", "no", "n", "f", NULL};
  if (length == 0 || length > 5) return false;
  if (is_word(text, length, "true") || (stated && is_one_of(text, length, yes))) return *out = true;
  *out = false;
  return is_word(text, length, "false") || (stated && is_one_of(text, length, no));
}

/* ---- days in an order of their own ---- */

/* Three parts with the same separator; two or four digits in the last. */
typedef struct day_parts {
  int part[3];
  bool short_year;
} day_parts;

/* Reads one or more digits, at most `most`; gives their number. */
static size_t take_part(const char *text, size_t length, size_t at, size_t most, int *out) {
  size_t count = 0;
  for (*out = 0; count < most && at + count < length && is_digit(text[at + count]); count++) {
    *out = *out * 10 + (text[at + count] - '0');
  }
  return count;
}

static bool scan_day(const char *text, size_t length, day_parts *out) {
  if (length < 6 || length > 10) return false;
  size_t first = take_part(text, length, 0, 2, &out->part[0]);
  if (first == 0) return false;
  char separator = text[first];
  if (separator != '.' && separator != '/' && separator != '-') return false;
  size_t second = take_part(text, length, first + 1, 2, &out->part[1]), at = first + second + 1;
  if (second == 0 || at == length || text[at] != separator) return false;
  size_t third = take_part(text, length, at + 1, 4, &out->part[2]);
  out->short_year = third == 2;
  return (third == 2 || third == 4) && at + 1 + third == length;
}

/* The year that two digits mean among the hundred years from `first` on. */
static int long_year(int first, int two_digits) {
  int year = first - first % 100 + two_digits;
  return year < first ? year + 100 : year;
}

/* The EDTF text of a day in the stated order; false when there is no such day. */
static bool order_day(const parley_reading *how, const day_parts *d, parley_date_text *out) {
  if (how->dates == PARLEY_DATES_ISO || (d->short_year && how->first_short_year == 0)) return false;
  bool dmy = how->dates == PARLEY_DATES_DMY;
  int year = d->short_year ? long_year(how->first_short_year, d->part[2]) : d->part[2];
  int month = d->part[dmy ? 1 : 0], day = d->part[dmy ? 0 : 1];
  int length = snprintf(out->day, sizeof out->day, "%04d-%02d-%02d", year, month, day);
  out->text = out->day;
  out->length = (size_t)length;
  return parley_edtf_parse(out->day, (size_t)length, &out->date, NULL);
}

/* Spares the parser, and its message, what cannot be a date. */
static bool may_be_edtf(const char *text, size_t length) {
  return length >= 4 && (is_digit(text[0]) || memchr("-Y./", text[0], 4) != NULL);
}

bool parley_read_date(const parley_reading *how, const char *text, size_t length, parley_date_text *out) {
  day_parts day;
  if (scan_day(text, length, &day)) return order_day(how, &day, out);
  out->text = text;
  out->length = length;
  return may_be_edtf(text, length) && parley_edtf_parse(text, length, &out->date, NULL);
}

/* ---- why a field is not what it could be ---- */

/* A text under study: a run of characters can be taken from its front. */
typedef struct study {
  const char *at, *end;
} study;

static size_t take_digits(study *s) {
  const char *start = s->at;
  while (s->at < s->end && is_digit(*s->at)) s->at++;
  return (size_t)(s->at - start);
}

static bool take(study *s, char c) {
  if (s->at == s->end || *s->at != c) return false;
  s->at++;
  return true;
}

/* Separators of thousands: comma, point, apostrophe, space, and the narrow and unbreakable ones. */
static bool take_separator(study *s) {
  static const char *const separators[] = {",", ".", "'", " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x99", NULL};
  for (const char *const *one = separators; *one != NULL; one++) {
    size_t length = strlen(*one);
    if ((size_t)(s->end - s->at) < length || memcmp(s->at, *one, length) != 0) continue;
    s->at += length;
    return true;
  }
  return false;
}

/* 1,234 or 12 345 678,90. */
static bool has_thousands(const char *text, size_t length) {
  study s = {text, text + length};
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

static bool has_decimal_comma(const char *text, size_t length) {
  study s = {text, text + length};
  take(&s, '-');
  return take_digits(&s) > 0 && take(&s, ',') && take_digits(&s) > 0 && s.at == s.end;
}

static bool has_leading_zero(const char *text, size_t length) {
  study s = {text, text + length};
  take(&s, '-');
  if (!take(&s, '0') || take_digits(&s) == 0) return false;
  if (take(&s, '.')) take_digits(&s);
  return s.at == s.end;
}

static bool has_plus(const char *text, size_t length) {
  return length > 1 && text[0] == '+' && (is_digit(text[1]) || text[1] == '.');
}

static bool is_hexadecimal(const char *text, size_t length) {
  if (length < 3 || text[0] != '0' || lower(text[1]) != 'x') return false;
  for (size_t i = 2; i < length; i++) {
    if (!is_digit(text[i]) && !(lower(text[i]) >= 'a' && lower(text[i]) <= 'f')) return false;
  }
  return true;
}

static bool is_infinite(const char *text, size_t length) {
  static const char *const words[] = {"nan", "-nan", "inf", "-inf", "+inf", "infinity", "-infinity", NULL};
  return is_one_of(text, length, words);
}

/* 2025-06-02T10:00 or with a space. */
static bool has_time(const char *text, size_t length) {
  parley_edtf date;
  return length > 12 && (text[10] == 'T' || text[10] == ' ') && is_digit(text[11]) &&
         parley_edtf_parse(text, 10, &date, NULL);
}

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static bool has_spaces(const char *text, size_t length) {
  return length > 0 && (is_blank(text[0]) || is_blank(text[length - 1]));
}

static const char unlike_integer[] = "is an integer, unlike values before";

/* What a numeral lacks that the rest of the column has. */
static const char *numeral_words(const char *text, size_t length) {
  parley_numeral n;
  int64_t integer;
  double number;
  if (!parley_numeral_scan(text, length, &n)) return NULL;
  if (parley_numeral_integer(&n, &integer)) return unlike_integer;
  if (n.whole && n.digits > 0) return "needs more than 64 bits";
  if (!parley_numeral_number(&n, text, length, &number)) return "is out of the range of numbers";
  return "is a number, unlike values before";
}

static const char *day_words(const parley_reading *how, const char *text, size_t length) {
  day_parts day;
  if (!scan_day(text, length, &day)) return NULL;
  if (how->dates == PARLEY_DATES_ISO) return "looks like a date in no stated order";
  if (day.short_year && how->first_short_year == 0) return "has a year of two digits";
  return how->dates == PARLEY_DATES_DMY ? "is no day in the order dmy" : "is no day in the order mdy";
}

/* Goes on "line 17 …". NULL: it is plainly a text. */
static const char *odd_words(const parley_reading *how, const char *text, size_t length) {
  parley_date_text date;
  bool boolean;
  if (length == 0) return "is an empty text";
  if (has_spaces(text, length)) return "has spaces around it";
  if (has_plus(text, length)) return "has a plus sign";
  if (has_leading_zero(text, length)) return "has a leading zero";
  const char *words = numeral_words(text, length);
  if (words == NULL) words = day_words(how, text, length);
  if (words != NULL) return words;
  if (has_thousands(text, length)) return "has a thousands separator";
  if (has_decimal_comma(text, length)) return "has a decimal comma";
  if (is_hexadecimal(text, length)) return "is hexadecimal";
  if (is_infinite(text, length)) return "is no finite number";
  if (has_time(text, length)) return "has a time of day";
  if (parley_read_boolean(text, length, false, &boolean)) return "is a boolean, unlike values before";
  return parley_read_date(how, text, length, &date) ? "is a date, unlike values before" : NULL;
}

/* ---- fields of a stated type ---- */

static void trim(const char **text, size_t *length) {
  while (*length > 0 && is_blank((*text)[0])) {
    ++*text;
    --*length;
  }
  while (*length > 0 && is_blank((*text)[*length - 1])) --*length;
}

/* Reads what R1 allows for stated types besides: the numeral without plus sign and leading zeros. */
static bool read_stated(const char *text, size_t length, parley_type type, parley_value *out) {
  char plain[PARLEY_NUMERAL_LENGTH + 1];
  size_t at = length > 0 && (text[0] == '+' || text[0] == '-'), used = 0;
  if (length > PARLEY_NUMERAL_LENGTH) return false;
  if (at > 0 && text[0] == '-') plain[used++] = '-';
  while (at + 1 < length && text[at] == '0' && is_digit(text[at + 1])) at++;
  memcpy(plain + used, text + at, length - at);
  used += length - at;
  if (type == PARLEY_INTEGER && parley_read_integer(plain, used, &out->integer)) return true;
  if (!parley_read_number(plain, used, &out->number)) return false;
  if (type == PARLEY_NUMBER) return true;
  out->integer = fabs(out->number) <= 9007199254740992.0 ? (int64_t)out->number : 0; /* 2^53 */
  return (double)out->integer == out->number && memchr(plain, '.', used) != NULL;
}

static parley_error_code code_of_type(parley_type type) {
  switch (type) {
    case PARLEY_INTEGER: return PARLEY_ERROR_BAD_INTEGER;
    case PARLEY_NUMBER: return PARLEY_ERROR_BAD_NUMBER;
    case PARLEY_BOOLEAN: return PARLEY_ERROR_BAD_BOOLEAN;
    case PARLEY_DATE: return PARLEY_ERROR_BAD_DATE;
    default: return PARLEY_ERROR_BAD_TYPE;
  }
}

static bool refuse_field(const parley_reading *how, parley_type type, const char *text, size_t length,
                         parley_error *err) {
  const char *words = odd_words(how, text, length);
  int shown = length < 60 ? (int)length : 60;
  const char *dots = length < 60 ? "" : "...";
  parley_error_code code = code_of_type(type);
  if (words == NULL || strstr(words, "unlike") != NULL) {
    return parley_fail(err, code, "'%.*s%s' is no %s", shown, text, dots, parley_type_name(type));
  }
  return parley_fail(err, code, "'%.*s%s' is no %s: it %s", shown, text, dots, parley_type_name(type), words);
}

static bool read_typed(const parley_reading *how, parley_type type, const char *text, size_t length,
                       parley_value *out, parley_date_text *day) {
  bool boolean;
  switch (type) {
    case PARLEY_BOOLEAN:
      if (!parley_read_boolean(text, length, true, &boolean)) return false;
      out->integer = boolean;
      return true;
    case PARLEY_DATE:
      if (!parley_read_date(how, text, length, day)) return false;
      out->text = day->text;
      out->length = day->length;
      return true;
    default: return read_stated(text, length, type, out);
  }
}

bool parley_read_field(const parley_reading *how, parley_type type, const char *text, size_t length,
                       parley_origin origin, parley_value *out, parley_date_text *day, parley_error *err) {
  *out = (parley_value){.type = PARLEY_ANY};
  if (parley_is_missing(how, text, length, origin)) return true;
  out->type = type == PARLEY_ANY ? PARLEY_TEXT : type;
  out->text = text;
  out->length = length;
  if (out->type == PARLEY_TEXT) return true;
  trim(&text, &length);
  return read_typed(how, type, text, length, out, day) || refuse_field(how, type, text, length, err);
}

/* ---- whole columns ---- */

void parley_guess_begin(parley_guess *guess, const parley_reading *how) {
  *guess = (parley_guess){.how = how, .possible = ALL};
}

static void keep(parley_odd *odd, const char *text, size_t length, int64_t line) {
  *odd = (parley_odd){.line = line, .count = 1, .length = length};
  if (length > 0) memcpy(odd->text, text, length < PARLEY_ODD_LENGTH ? length : PARLEY_ODD_LENGTH);
}

static unsigned numeral_types(const char *text, size_t length) {
  parley_numeral n;
  int64_t integer;
  double number;
  if (!parley_numeral_scan(text, length, &n)) return 0;
  if (parley_numeral_integer(&n, &integer)) {
    bool exact = integer >= -(INT64_C(1) << 53) && integer <= INT64_C(1) << 53;
    return exact ? INTEGER | NUMBER : INTEGER;
  }
  bool whole = n.whole && n.digits > 0; /* an integer of more than 64 bits would lose digits */
  return !whole && parley_numeral_number(&n, text, length, &number) ? NUMBER : 0;
}

static bool is_plain_digits(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (!is_digit(text[i])) return false;
  }
  return true;
}

static unsigned date_types(parley_guess *guess, const char *text, size_t length) {
  parley_date_text date;
  day_parts day;
  bool plain = is_plain_digits(text, length);
  if (plain && (length != 4 || text[0] == '0')) return 0;
  unsigned types = parley_read_date(guess->how, text, length, &date) ? DATE : 0;
  if (!scan_day(text, length, &day)) {
    guess->dated |= types != 0 && !plain;
    return types;
  }
  guess->dated |= types != 0;
  return types | DAY;
}

/* The types of a value among those that are still possible. */
static unsigned types_of(parley_guess *guess, const char *text, size_t length, parley_origin origin) {
  unsigned types = 0, possible = guess->possible;
  bool boolean;
  if (length == 0) return 0;
  if (origin != PARLEY_FROM_STRING) {
    if (possible & (INTEGER | NUMBER)) types = numeral_types(text, length);
    if (possible & BOOLEAN && parley_read_boolean(text, length, false, &boolean)) types |= BOOLEAN;
  }
  if (possible & (DATE | DAY)) types |= date_types(guess, text, length);
  return types & possible;
}

static parley_odd *find_odd(parley_guess *guess, const char *text, size_t length) {
  for (int i = 0; i < guess->odd_count; i++) {
    parley_odd *odd = &guess->odd[i];
    if (odd->length == length && (length == 0 || memcmp(odd->text, text, length) == 0)) return odd;
  }
  return NULL;
}

static void add_odd(parley_guess *guess, const char *text, size_t length, int64_t line) {
  if (guess->odd_count < PARLEY_ODD_VALUES) keep(&guess->odd[guess->odd_count++], text, length, line);
  else guess->is_text = true;
  if (length > PARLEY_ODD_LENGTH) guess->is_text = true;
}

static bool is_day_in(parley_date_order order, const day_parts *day) {
  parley_reading how = {.dates = order, .first_short_year = 2000};
  parley_date_text date;
  int part = order == PARLEY_DATES_DMY, month = day->part[part], in_month = day->part[1 - part];
  if (month < 1 || month > 12 || in_month < 1) return false;
  return in_month <= 28 || order_day(&how, day, &date);
}

/* Notes which orders a value that looks like 5.3.2022 leaves possible. */
static void note_orders(parley_guess *guess, const char *text, size_t length, int64_t line) {
  day_parts day;
  if (!scan_day(text, length, &day)) return;
  for (int i = 0; i < 2; i++) {
    if (day.part[i] > guess->greatest[i]) guess->greatest[i] = day.part[i];
  }
  if (!guess->misfits[0]) guess->misfits[0] = !is_day_in(PARLEY_DATES_DMY, &day);
  if (!guess->misfits[1]) guess->misfits[1] = !is_day_in(PARLEY_DATES_MDY, &day);
  if (guess->misfits[0] && guess->misfits[1] && guess->unfit.line == 0) keep(&guess->unfit, text, length, line);
}

/* Keeps the value that brought the column from integer to number, or from date to a day in no stated order. */
static void note_loss(parley_guess *guess, unsigned types, const char *text, size_t length, int64_t line) {
  unsigned lost = guess->possible & ~types;
  bool number = (lost & INTEGER) && types == NUMBER, day = (lost & DATE) && types == DAY;
  if (number || day) keep(&guess->last, text, length, line);
}

void parley_guess_add(parley_guess *guess, const char *text, size_t length, parley_origin origin, int64_t line) {
  if (parley_is_missing(guess->how, text, length, origin)) {
    guess->missing++;
    return;
  }
  guess->values++;
  if (guess->is_text) return;
  parley_odd *odd = find_odd(guess, text, length);
  if (odd != NULL) {
    odd->count++;
    return;
  }
  unsigned types = types_of(guess, text, length, origin);
  if (types == 0) {
    add_odd(guess, text, length, line);
    return;
  }
  note_loss(guess, types, text, length, line);
  if (types & DAY) note_orders(guess, text, length, line);
  guess->possible = types;
}

/* The type of the values that are not odd. */
static parley_type type_of_rest(const parley_guess *guess) {
  if (guess->possible & INTEGER) return PARLEY_INTEGER;
  if (guess->possible & NUMBER) return PARLEY_NUMBER;
  if (guess->possible & BOOLEAN) return PARLEY_BOOLEAN;
  return guess->possible & DATE && guess->dated ? PARLEY_DATE : PARLEY_TEXT;
}

parley_type parley_guess_type(const parley_guess *guess) {
  if (guess->values == 0) return PARLEY_ANY;
  return guess->odd_count > 0 ? PARLEY_TEXT : type_of_rest(guess);
}

parley_days parley_guess_days(const parley_guess *guess) {
  if (guess->greatest[0] == 0 || parley_guess_type(guess) == PARLEY_DATE) return PARLEY_NO_DAYS;
  bool all = guess->odd_count == 0 && guess->possible == DAY;
  return all ? PARLEY_ALL_DAYS : PARLEY_SOME_DAYS;
}

/* ---- saying why ---- */

/* Room for a kept value in printable form. */
typedef struct shown {
  char text[4 * PARLEY_ODD_LENGTH + 4];
} shown;

/* Control characters as \x0A; what is beyond ASCII as it is, cut between characters. */
static shown show(const parley_odd *odd) {
  shown s;
  size_t kept = odd->length < PARLEY_ODD_LENGTH ? odd->length : PARLEY_ODD_LENGTH, used = 0;
  bool cut = kept < odd->length;
  while (cut && kept > 0 && ((unsigned char)odd->text[kept - 1] & 0xC0) == 0x80) kept--;
  if (cut && kept > 0 && (unsigned char)odd->text[kept - 1] >= 0xC0) kept--;
  for (size_t i = 0; i < kept; i++) {
    unsigned char c = (unsigned char)odd->text[i];
    if (c >= 0x20 && c != 0x7F) s.text[used++] = (char)c;
    else used += (size_t)snprintf(s.text + used, 5, "\\x%02X", c);
  }
  memcpy(s.text + used, cut ? "..." : "", cut ? 4 : 1);
  return s;
}

static void say_odd(const parley_guess *guess, const parley_odd *odd, char *out, size_t size) {
  const char *words = odd->length <= PARLEY_ODD_LENGTH ? odd_words(guess->how, odd->text, odd->length) : NULL;
  shown value = show(odd);
  snprintf(out, size, "text: line %lld %s ('%s')", (long long)odd->line, words != NULL ? words : "is a text",
           value.text);
}

static void say_all(const parley_guess *guess, const char *type, const char *more, char *out, size_t size) {
  if (guess->values == 1) snprintf(out, size, "%s: the only value%s", type, more);
  else snprintf(out, size, "%s: all %lld values%s", type, (long long)guess->values, more);
}

static void say_text(const parley_guess *guess, char *out, size_t size) {
  if (guess->odd_count > 0) say_odd(guess, &guess->odd[0], out, size);
  else if (guess->last.line > 0) say_odd(guess, &guess->last, out, size);
  else say_all(guess, "text", " in quotes", out, size);
}

void parley_guess_reason(const parley_guess *guess, char *out, size_t size) {
  parley_type type = parley_guess_type(guess);
  if (type == PARLEY_ANY) {
    snprintf(out, size, "no values");
  } else if (type == PARLEY_TEXT) {
    say_text(guess, out, size);
  } else if (type == PARLEY_NUMBER && guess->last.line > 0) {
    shown value = show(&guess->last);
    snprintf(out, size, "number: line %lld is no integer ('%s')", (long long)guess->last.line, value.text);
  } else {
    say_all(guess, parley_type_name(type), "", out, size);
  }
}

static int64_t odd_values(const parley_guess *guess) {
  int64_t count = 0;
  for (int i = 0; i < guess->odd_count; i++) count += guess->odd[i].count;
  return count;
}

/* Whether every odd value may be a code for missing: one that is plainly a text, or empty, or -99 among dates. */
static bool may_be_codes(const parley_guess *guess) {
  bool dates = type_of_rest(guess) == PARLEY_DATE;
  if (guess->is_text || odd_values(guess) == guess->values) return false;
  for (int i = 0; i < guess->odd_count; i++) {
    const parley_odd *odd = &guess->odd[i];
    const char *words = odd->length > 0 ? odd_words(guess->how, odd->text, odd->length) : NULL;
    if (words != NULL && !(dates && strcmp(words, unlike_integer) == 0)) return false;
  }
  return type_of_rest(guess) != PARLEY_TEXT;
}

static void suggest_codes(const parley_guess *guess, char *out, size_t size) {
  size_t used = (size_t)snprintf(out, size, "if");
  for (int i = 0; i < guess->odd_count && used < size; i++) {
    shown value = show(&guess->odd[i]);
    used += (size_t)snprintf(out + used, size - used, "%s '%s' (%lld×)", i > 0 ? "," : "", value.text,
                             (long long)guess->odd[i].count);
  }
  if (used >= size) return;
  snprintf(out + used, size - used, " mean%s missing, say so: the rest is %s", guess->odd_count == 1 ? "s" : "",
           parley_type_name(type_of_rest(guess)));
}

/* A part above 12 is the day. */
static void suggest_order(const parley_guess *guess, char *out, size_t size) {
  const int *most = guess->greatest;
  const bool *misfits = guess->misfits;
  if (misfits[0] && misfits[1]) {
    shown value = show(&guess->unfit);
    snprintf(out, size, "no order of day and month fits all values: not line %lld ('%s')", (long long)guess->unfit.line,
             value.text);
  } else if (misfits[1]) {
    snprintf(out, size, "dates='dmy' fits: the first part goes up to %d", most[0]);
  } else if (misfits[0]) {
    snprintf(out, size, "dates='mdy' fits: the second part goes up to %d", most[1]);
  } else {
    snprintf(out, size, "dates='dmy' and dates='mdy' both fit: the source has to tell");
  }
}

static bool is_short_year(const parley_odd *odd) {
  day_parts day;
  return scan_day(odd->text, odd->length, &day) && day.short_year;
}

void parley_guess_suggestion(const parley_guess *guess, char *out, size_t size) {
  out[0] = '\0';
  if (parley_guess_type(guess) != PARLEY_TEXT) return;
  if (guess->odd_count > 0 && may_be_codes(guess)) suggest_codes(guess, out, size);
  if (guess->odd_count > 0 || guess->possible != DAY) return;
  bool order = guess->how->dates == PARLEY_DATES_ISO || !is_short_year(&guess->last);
  if (order) suggest_order(guess, out, size);
  else snprintf(out, size, "state the first of the hundred years that two digits stand for");
}
