/* One pass over the text, no allocation: date, qualifier, '/' and again. A text that does not read is looked at a
 * second time, by its shape alone, so that the message can say what the writer probably meant. */
#include "value/edtf.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"

/* ---- the calendar ---- */

enum { MONTHS = 12, LAST_YEAR = 999999 };

/* Counting starts this many years early, so that no division meets a negative number. A multiple of the
 * calendar's 400-year round, and more than an int32_t of days reaches back. */
#define EARLY_YEARS INT64_C(6000000)
#define DAYS_PER_ROUND INT64_C(146097)
#define EARLY_DAYS (EARLY_YEARS / 400 * DAYS_PER_ROUND + INT64_C(719528)) /* from then to 1970-01-01 */

static const short days_before_month[2][MONTHS + 1] = {
  {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
  {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366},
};

const char *const parley_calendar_months[] = {"January", "February", "March", "April", "May", "June", "July",
  "August", "September", "October", "November", "December", NULL};

static int is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int parley_calendar_days_in_month(int32_t year, int month) {
  const short *before = days_before_month[is_leap(year)];
  return before[month] - before[month - 1];
}

/* Days from the early start to the first day of a year counted from the same start. Leap days up to the year before,
   by the Gregorian rule; all divisions are of positive numbers. */
static int64_t days_before_year(int64_t early_year) {
  int64_t past = early_year - 1;
  return early_year * 365 + past / 4 - past / 100 + past / 400 + 1;
}

int32_t parley_day(int32_t year, int month, int day) {
  int64_t days = days_before_year(year + EARLY_YEARS) + days_before_month[is_leap(year)][month - 1] + day - 1;
  return (int32_t)(days - EARLY_DAYS);
}

typedef struct civil {
  int32_t year;
  int month, day, day_of_year; /* month and day from 1, day_of_year from 0 */
} civil;

/* The estimate by the mean length of a year is at most one off: the loops turn once. */
static civil civil_of(int32_t day) {
  int64_t days = day + EARLY_DAYS;
  int64_t year = days * 400 / DAYS_PER_ROUND; /* right, or one off */
  while (days_before_year(year + 1) <= days) year++;
  while (days_before_year(year) > days) year--;
  civil c = {.year = (int32_t)(year - EARLY_YEARS), .day_of_year = (int)(days - days_before_year(year))};
  const short *before = days_before_month[is_leap(c.year)];
  for (c.month = 1; before[c.month] <= c.day_of_year; c.month++) {}
  c.day = c.day_of_year - before[c.month - 1] + 1;
  return c;
}

parley_calendar parley_calendar_of(int32_t day) {
  civil c = civil_of(day);
  return (parley_calendar){c.year, c.month, c.day};
}

static char *put_two(char *out, int number) {
  *out++ = (char)('0' + number / 10);
  *out++ = (char)('0' + number % 10);
  return out;
}

void parley_day_text(int32_t day, char out[16]) {
  civil c = civil_of(day);
  int width = c.year < 0 ? 5 : 4;
  out += snprintf(out, 10, "%s%0*d", c.year > 9999 || c.year < -9999 ? "Y" : "", width, (int)c.year);
  *out++ = '-';
  out = put_two(out, c.month);
  *out++ = '-';
  out = put_two(out, c.day);
  *out = '\0';
}

/* ---- reading ---- */

/* What went wrong is kept as two pieces of one sentence: the problem, and a text that would have been right. */
typedef struct reader {
  const char *at, *end;
  const char *reason; /* of parley.base.messages.reasons, where an example stands beside it */
  int32_t year;       /* of no_day, no_month: */
  int month, number;  /* number: the days that the month has, or the month that there is not */
} reader;

enum { ABSENT = 0, UNSPECIFIED = -1, FIRST_SEASON = 21, LAST_SEASON = 24 };

/* A date as written: years [year, year + years), then month and day where given. */
typedef struct written {
  int32_t year, years;
  int month, day;
} written;

static bool refuse(reader *r, const char *reason) {
  r->reason = reason;
  return false;
}

static bool take(reader *r, char c) {
  if (r->at == r->end || *r->at != c) return false;
  r->at++;
  return true;
}

/* Reads a run of digits and gives its length; the value stops growing where no year can be that large, and the
 * length where nobody minds. */
static int take_digits(reader *r, int32_t *value) {
  int count = 0;
  *value = 0;
  for (; r->at < r->end && parley_ascii_is_digit(*r->at); r->at++) {
    if (*value <= LAST_YEAR) *value = *value * 10 + (*r->at - '0');
    if (count < 1000) count++;
  }
  return count;
}

static int take_unspecified(reader *r) {
  int count = 0;
  while (count < 1000 && take(r, 'X')) count++;
  return count;
}

static bool read_long_year(reader *r, written *d) {
  bool negative = take(r, '-');
  bool padded = r->at < r->end && *r->at == '0';
  int digits = take_digits(r, &d->year);
  if (digits < 5) return refuse(r, "year_y_short");
  if (padded) return refuse(r, "year_y_zero");
  if (digits > 6) return refuse(r, "year_too_far");
  if (negative) d->year = -d->year;
  d->years = 1;
  return true;
}

static bool refuse_year(reader *r, int digits, int unspecified) {
  if (digits == 8 || digits == 6) return refuse(r, "no_hyphens");
  if (digits > 4) return refuse(r, "year_long");
  if (digits + unspecified == 4) return refuse(r, "year_unknown_digits");
  if (digits > 0) return refuse(r, "year_four_digits");
  return refuse(r, "no_year");
}

static bool read_year(reader *r, written *d) {
  static const int32_t covered[] = {1, 10, 100};
  if (take(r, 'Y')) return read_long_year(r, d);
  bool negative = take(r, '-');
  int digits = take_digits(r, &d->year);
  int unspecified = take_unspecified(r);
  if (digits + unspecified != 4 || unspecified > 2) return refuse_year(r, digits, unspecified);
  if (negative && d->year == 0) return refuse(r, "year_zero_signed");
  d->years = covered[unspecified];
  d->year *= d->years;
  if (negative) d->year = -d->year - (d->years - 1); /* -201X reaches back to -2019 */
  return true;
}

/* Two digits, or XX. */
static bool read_two(reader *r, int *value) {
  if (r->end - r->at >= 2 && r->at[0] == 'X' && r->at[1] == 'X') {
    *value = UNSPECIFIED;
    r->at += 2;
    return true;
  }
  int32_t number;
  int digits = take_digits(r, &number);
  if (digits == 1 && take(r, 'X')) return refuse(r, "half_unknown");
  if (digits != 2) return refuse(r, "two_digits");
  *value = number;
  return true;
}

static bool read_month(reader *r, written *d) {
  if (!read_two(r, &d->month)) return false;
  if (d->years > 1) return refuse(r, "month_unknown_year");
  if (d->month == UNSPECIFIED || (d->month >= 1 && d->month <= MONTHS)) return true;
  if (d->month >= FIRST_SEASON && d->month <= LAST_SEASON) return true;
  if (d->month > LAST_SEASON && d->month <= 41) {
    return refuse(r, "season_code");
  }
  r->number = d->month;
  return refuse(r, "no_month");
}

static bool read_day(reader *r, written *d) {
  if (!read_two(r, &d->day)) return false;
  if (d->month > MONTHS) return refuse(r, "season_day");
  if (d->day == UNSPECIFIED) return true;
  if (d->month == UNSPECIFIED) return refuse(r, "day_unknown_month");
  int days = parley_calendar_days_in_month(d->year, d->month);
  if (d->day >= 1 && d->day <= days) return true;
  r->number = days;
  r->month = d->month;
  r->year = d->year;
  return refuse(r, "no_day");
}

static unsigned read_qualifier(reader *r) {
  if (take(r, '?')) return PARLEY_EDTF_UNCERTAIN;
  if (take(r, '~')) return PARLEY_EDTF_APPROXIMATE;
  if (take(r, '%')) return PARLEY_EDTF_UNCERTAIN | PARLEY_EDTF_APPROXIMATE;
  return 0;
}

/* ---- from what is written to days ---- */

static void set_months(parley_edtf *date, int32_t year, int first, int32_t last_year, int last) {
  date->first = parley_day(year, first, 1);
  date->last = parley_day(last_year, last, parley_calendar_days_in_month(last_year, last));
}

static void set_days(parley_edtf *date, const written *d) {
  if (d->day > 0) {
    date->first = date->last = parley_day(d->year, d->month, d->day);
  } else if (d->month >= FIRST_SEASON) {
    int first = 3 * (d->month - FIRST_SEASON) + 3, last = first + 2;
    set_months(date, d->year, first, d->year + (last > MONTHS), last > MONTHS ? last - MONTHS : last);
  } else if (d->month > 0) {
    set_months(date, d->year, d->month, d->year, d->month);
  } else {
    set_months(date, d->year, 1, d->year + d->years - 1, MONTHS);
  }
}

static bool refuse_rest(reader *r) {
  if (*r->at == '-') return refuse(r, "after_day");
  if (*r->at == '.') return refuse(r, "dots_alone");
  return refuse(r, "after_date");
}

static bool read_date(reader *r, parley_edtf *date) {
  written d = {.month = ABSENT, .day = ABSENT};
  if (!read_year(r, &d)) return false;
  if (take(r, '-')) {
    if (!read_month(r, &d)) return false;
    if (take(r, '-') && !read_day(r, &d)) return false;
  }
  date->flags = read_qualifier(r);
  if (r->at != r->end) return refuse_rest(r);
  set_days(date, &d);
  return true;
}

/* One side of an interval; an open or unknown one is unbounded both ways, and the caller takes the half it needs. */
static bool read_side(reader *r, parley_edtf *date, unsigned open, unsigned unknown) {
  ptrdiff_t length = r->end - r->at;
  bool is_open = length == 2 && r->at[0] == '.' && r->at[1] == '.';
  if (length > 0 && !is_open) return read_date(r, date);
  *date = (parley_edtf){INT32_MIN, INT32_MAX, is_open ? open : unknown};
  return true;
}

static bool read_interval(reader *r, const char *slash, parley_edtf *out) {
  const char *end = r->end;
  parley_edtf a, b;
  r->end = slash;
  if (!read_side(r, &a, PARLEY_EDTF_OPEN_FIRST, PARLEY_EDTF_UNKNOWN_FIRST)) return false;
  r->at = slash + 1;
  r->end = end;
  if (!read_side(r, &b, PARLEY_EDTF_OPEN_LAST, PARLEY_EDTF_UNKNOWN_LAST)) return false;
  if (!parley_edtf_has_first(&a) && !parley_edtf_has_last(&b)) {
    return refuse(r, "interval_unknown");
  }
  if (a.first > b.last) return refuse(r, "interval_reversed");
  *out = (parley_edtf){a.first, b.last, a.flags | b.flags};
  return true;
}

static bool read_text(reader *r, size_t length, parley_edtf *out) {
  if (length == 0) return refuse(r, "empty_date");
  const char *slash = memchr(r->at, '/', length);
  if (slash != NULL) return read_interval(r, slash, out);
  parley_edtf date;
  if (!read_date(r, &date)) return false;
  *out = date;
  return true;
}

/* ---- what the writer probably meant ---- */

/* The first characters of a text, each run of digits (and X, Y) as 9, of letters as a, of bytes beyond ASCII as u. */
enum { SHAPE_SIZE = 24 };

static char shape_of(char c) {
  if (parley_ascii_is_digit(c) || c == 'X' || c == 'Y') return '9';
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return 'a';
  return (unsigned char)c >= 0x80 ? 'u' : c;
}

static void make_shape(const char *text, const char *end, char shape[SHAPE_SIZE]) {
  int used = 0;
  for (; text < end && used < SHAPE_SIZE - 1; text++) {
    char c = shape_of(*text);
    bool repeats = used > 0 && shape[used - 1] == c && (c == '9' || c == 'a' || c == 'u');
    if (!repeats && c != '\0') shape[used++] = c;
  }
  shape[used] = '\0';
}

/* In a pattern, a '*' at the end takes any rest, and one at the beginning means "contains". */
typedef struct hint {
  const char *pattern, *reason;
} hint;

static const hint hints[] = {
  {"*-9a9", "date_with_time"},
  {"*9:9", "date_with_time"},
  {"9 a*", "date_in_words"},
  {"a *", "date_in_words"},
  {"a", "date_in_words"},
  {"9/9/9*", "date_with_slashes"},
  {"9.9*", "date_with_points"},
  {"9a9", "date_exponent"},
  {"9-a9*", "date_week"},
  {"[*", "date_set"},
  {"{*", "date_set"},
  {"?*", "qualifier_first"},
  {"~*", "qualifier_first_circa"},
  {"%*", "qualifier_first_both"},
  {"*u", "date_character"},
  {"*a", "date_letter"},
  {"* ", "date_space"},
};

static bool shape_matches(const char *shape, const char *pattern) {
  size_t length = strlen(pattern);
  if (pattern[0] == '*') return strstr(shape, pattern + 1) != NULL;
  if (pattern[length - 1] == '*') return strncmp(shape, pattern, length - 1) == 0;
  return strcmp(shape, pattern) == 0;
}

static void give_hint(reader *r, const char *text, const char *end) {
  char shape[SHAPE_SIZE];
  make_shape(text, end, shape);
  for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
    if (shape_matches(shape, hints[i].pattern)) {
      refuse(r, hints[i].reason);
      return;
    }
  }
}

/* The text in quotes: bytes that are not printable ASCII escaped, a long text cut. */
enum { SHOWN = 40 };

static void quote(const char *text, size_t length, char out[SHOWN * PARLEY_ASCII_SPELT + 8]) {
  char *to = out;
  *to++ = '\'';
  for (size_t i = 0; i < length && i < SHOWN; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c >= ' ' && c < 0x7f) *to++ = (char)c;
    else to += parley_ascii_spell(c, to);
  }
  strcpy(to, length > SHOWN ? "...'" : "'");
}

static bool explain(reader *r, const char *text, size_t length, parley_error *err) {
  char quoted[SHOWN * PARLEY_ASCII_SPELT + 8];
  give_hint(r, text, text + length);
  quote(text, length, quoted);
  if (strcmp(r->reason, "no_day") == 0) {
    return parley_fail_with(err, "bad_date.no_day", "value=%s month=%s year=%d days=%d", quoted,
                            parley_calendar_months[r->month - 1], (int)r->year, r->number);
  }
  if (strcmp(r->reason, "no_month") == 0) {
    char month[16];
    snprintf(month, sizeof month, "%02d", r->number);
    return parley_fail_with(err, "bad_date.no_month", "value=%s month=%s", quoted, month);
  }
  return parley_fail_with(err, "bad_date.reason", "value=%s reason=%s", quoted, r->reason);
}

/* ---- the exported functions ---- */

/* Most dates are plain days: no reader, no interval, one look at ten bytes. */
static bool read_plain_day(const char *s, size_t length, parley_edtf *out) {
  static const unsigned char places[] = {0, 1, 2, 3, 5, 6, 8, 9};
  if (length != 10 || s[4] != '-' || s[7] != '-') return false;
  for (size_t i = 0; i < sizeof places; i++) {
    if (!parley_ascii_is_digit(s[places[i]])) return false;
  }
  int32_t year = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 + (s[3] - '0');
  int month = (s[5] - '0') * 10 + (s[6] - '0'), day = (s[8] - '0') * 10 + (s[9] - '0');
  if (month < 1 || month > MONTHS || day < 1 || day > parley_calendar_days_in_month(year, month)) return false;
  out->first = out->last = parley_day(year, month, day);
  out->flags = 0;
  return true;
}

bool parley_edtf_parse(const char *text, size_t length, parley_edtf *out, parley_error *err) {
  if (read_plain_day(text, length, out)) return true;
  reader r = {.at = text, .end = text + length};
  return read_text(&r, length, out) || explain(&r, text, length, err);
}

/* ---- parts ---- */

static int32_t year_of(int32_t day) { return civil_of(day).year; }
static int32_t month_of(int32_t day) { return civil_of(day).month; }
static int32_t quarter_of(int32_t day) { return (civil_of(day).month + 2) / 3; }
static int32_t day_of_month(int32_t day) { return civil_of(day).day; }

/* An ISO week belongs to the year of its Thursday; 1970-01-01 was one. */
static int32_t week_of(int32_t day) {
  int32_t since_monday = ((day % 7) + 10) % 7;
  return civil_of(day - since_monday + 3).day_of_year / 7 + 1;
}

bool parley_edtf_part(const parley_edtf *date, parley_date_part part, int32_t *out) {
  /* The days are consecutive: if no two of them are this far apart and first and last agree, so do all between. */
  static const struct {
    int32_t (*of)(int32_t day);
    int32_t longest;
  } parts[PARLEY_DATE_PART_COUNT] = {{year_of, 366}, {quarter_of, 92}, {month_of, 31}, {week_of, 7}, {day_of_month, 1}};
  if (!parley_edtf_has_first(date) || !parley_edtf_has_last(date)) return false;
  if (date->last - date->first >= parts[part].longest) return false;
  *out = parts[part].of(date->first);
  return parts[part].of(date->last) == *out;
}

/* ---- comparing ---- */

static const char *const op_names[PARLEY_COMPARISON_COUNT] = {"<", "<=", ">", ">=", "=", "!=", "between", "in"};

bool parley_comparison_find(const char *text, size_t length, parley_comparison *out) {
  for (int op = 0; op < PARLEY_COMPARISON_COUNT; op++) {
    if (strlen(op_names[op]) == length && memcmp(op_names[op], text, length) == 0) {
      *out = (parley_comparison)op;
      return true;
    }
  }
  return false;
}

parley_edtf_days parley_edtf_bounds(parley_comparison op, const parley_edtf *first, const parley_edtf *last) {
  switch (op) {
    case PARLEY_COMPARISON_LT: return (parley_edtf_days){INT32_MIN, (int64_t)first->first - 1};
    case PARLEY_COMPARISON_LE: return (parley_edtf_days){INT32_MIN, first->last};
    case PARLEY_COMPARISON_GT: return (parley_edtf_days){(int64_t)first->last + 1, INT32_MAX};
    case PARLEY_COMPARISON_GE: return (parley_edtf_days){first->first, INT32_MAX};
    default: return (parley_edtf_days){first->first, last->last};
  }
}

/* An open side is INT32_MIN or INT32_MAX: any day there, which only bounds that are open as well hold. */
static parley_edtf_answer compare_bounds(const parley_edtf *date, parley_edtf_days days) {
  if (date->last < days.first || date->first > days.last || days.first > days.last) return PARLEY_EDTF_NO;
  return date->first >= days.first && date->last <= days.last ? PARLEY_EDTF_YES : PARLEY_EDTF_UNDECIDED;
}

/* The last day up to which the periods hold every day from `day` on; the day before it where none holds it. */
static int64_t held_up_to(const parley_edtf *periods, int count, int64_t day) {
  int64_t last = day - 1;
  for (int i = 0; i < count; i++) {
    if (periods[i].first <= day && periods[i].last > last) last = periods[i].last;
  }
  return last;
}

parley_edtf_answer parley_edtf_among(const parley_edtf *date, const parley_edtf *periods, int count) {
  bool touches = false;
  for (int i = 0; i < count && !touches; i++) touches = parley_edtf_overlaps(date, &periods[i]);
  if (!touches) return PARLEY_EDTF_NO;
  for (int64_t day = date->first, last; day <= date->last; day = last + 1) {
    last = held_up_to(periods, count, day);
    if (last < day) return PARLEY_EDTF_UNDECIDED;
  }
  return PARLEY_EDTF_YES;
}

parley_edtf_answer parley_edtf_compare(parley_comparison op, const parley_edtf *date, const parley_edtf *periods,
                                       int count) {
  static const parley_edtf_answer opposite[] = {PARLEY_EDTF_YES, PARLEY_EDTF_NO, PARLEY_EDTF_UNDECIDED};
  if (op == PARLEY_COMPARISON_IN) return parley_edtf_among(date, periods, count);
  parley_edtf_answer answer = compare_bounds(date, parley_edtf_bounds(op, &periods[0], &periods[count - 1]));
  return op == PARLEY_COMPARISON_NE ? opposite[answer] : answer;
}

bool parley_edtf_overlaps(const parley_edtf *a, const parley_edtf *b) {
  return a->first <= b->last && b->first <= a->last;
}

bool parley_edtf_during(const parley_edtf *a, const parley_edtf *b) {
  return a->first >= b->first && a->last <= b->last;
}
