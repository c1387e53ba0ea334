/* Dates with precision: EDTF (ISO 8601-2) level 1 text read as an interval of days.
 *
 * R1  A day is an int32_t: days since 1970-01-01, proleptic Gregorian, with a year 0.
 * R2  A date is the interval of all days it may mean: '2025-06' is 2025-06-01 … 2025-06-30.
 * R3  A side that is open ('..') or unknown (empty) is INT32_MIN or INT32_MAX and may be any day on that side.
 * R4  Seasons belong to no hemisphere; their months are 21 Mar-May, 22 Jun-Aug, 23 Sep-Nov, 24 Dec-Feb of the next
 *     year.
 * R5  Years run from -999999 to 999999; those beyond four digits begin with 'Y'.
 */
#ifndef PARLEY_VALUE_EDTF_H
#define PARLEY_VALUE_EDTF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum {
  PARLEY_EDTF_OPEN_FIRST = 1u,     /* '../b': no earliest day */
  PARLEY_EDTF_OPEN_LAST = 2u,      /* 'a/..': no latest day */
  PARLEY_EDTF_UNKNOWN_FIRST = 4u,  /* '/b': it began, nobody knows when */
  PARLEY_EDTF_UNKNOWN_LAST = 8u,   /* 'a/': it ended, nobody knows when */
  PARLEY_EDTF_UNCERTAIN = 16u,     /* '?' on either side */
  PARLEY_EDTF_APPROXIMATE = 32u    /* '~' on either side; '%' sets both */
};

typedef struct parley_edtf {
  int32_t first, last;
  unsigned flags;
} parley_edtf;

typedef enum parley_comparison {
  PARLEY_COMPARISON_LT,
  PARLEY_COMPARISON_LE,
  PARLEY_COMPARISON_GT,
  PARLEY_COMPARISON_GE,
  PARLEY_COMPARISON_EQ,
  PARLEY_COMPARISON_NE,
  PARLEY_COMPARISON_BETWEEN,
  PARLEY_COMPARISON_IN,
  PARLEY_COMPARISON_COUNT
} parley_comparison;

/* Days from first to last; none where last is before first. The ends of time reach past those of a date. */
typedef struct parley_edtf_days {
  int64_t first, last;
} parley_edtf_days;

/* What a comparison says of a date that may mean several days. */
typedef enum parley_edtf_answer {
  PARLEY_EDTF_NO,        /* no day passes */
  PARLEY_EDTF_YES,       /* all pass */
  PARLEY_EDTF_UNDECIDED, /* some do, and some do not */
  PARLEY_EDTF_MISSING    /* a side is missing */
} parley_edtf_answer;

typedef enum parley_date_part {
  PARLEY_DATE_PART_YEAR,
  PARLEY_DATE_PART_QUARTER,
  PARLEY_DATE_PART_MONTH,
  PARLEY_DATE_PART_WEEK, /* ISO week, 1 to 53 */
  PARLEY_DATE_PART_DAY, /* of the month */
  PARLEY_DATE_PART_COUNT
} parley_date_part;

/* Reads `length` bytes (no terminator needed) into *out; on failure *out is untouched and err names the text,
 * what is wrong and an example. Allocates nothing. */
bool parley_edtf_parse(const char *text, size_t length, parley_edtf *out, parley_error *err);

/* 'YYYY-MM-DD', '-YYYY-MM-DD', or with 'Y' before a year of more digits; any int32_t is printable. */
void parley_day_text(int32_t day, char out[16]);

/* A day of the calendar; month and day count from 1. */
typedef struct parley_calendar {
  int32_t year;
  int month, day;
} parley_calendar;

parley_calendar parley_calendar_of(int32_t day);
int parley_calendar_days_in_month(int32_t year, int month);

/* The names of the months from January, and NULL behind the last. */
extern const char *const parley_calendar_months[];

/* The day of a calendar date that is known to exist, within R5. */
int32_t parley_day(int32_t year, int month, int day);

/* Whether a part can be told (every day of the date shares it), and if so which it is. */
bool parley_edtf_part(const parley_edtf *date, parley_date_part part, int32_t *out);

/* Finds one of < <= > >= = != between in; false when it is none of them. */
bool parley_comparison_find(const char *text, size_t length, parley_comparison *out);

/* The days that pass a comparison with a period: '<' those before its first day, '<=' those not after its last, '='
 * those within it, '>' and '>=' likewise; `between` those from the first day of `first` to the last of `last`, which
 * the others are given as one and the same. Of '!=' they are the days that do not pass. */
parley_edtf_days parley_edtf_bounds(parley_comparison op, const parley_edtf *first, const parley_edtf *last);

/* A comparison of the days of a date with a period, or two of `between`, or any number of `in`. */
parley_edtf_answer parley_edtf_compare(parley_comparison op, const parley_edtf *date, const parley_edtf *periods,
                                       int count);

/* Whether the days of a date lie in these periods, taken together. */
parley_edtf_answer parley_edtf_among(const parley_edtf *date, const parley_edtf *periods, int count);

/* Whether some day may belong to both; whether each day of a is a possible day of b. */
bool parley_edtf_overlaps(const parley_edtf *a, const parley_edtf *b);
bool parley_edtf_during(const parley_edtf *a, const parley_edtf *b);

static inline bool parley_edtf_has_first(const parley_edtf *date) { return date->first != INT32_MIN; }
static inline bool parley_edtf_has_last(const parley_edtf *date) { return date->last != INT32_MAX; }

#endif
