/*
** Days such as 5.3.2022: which part is the month only the source can tell, so that nothing is read here without an
** order that somebody stated.
*/
#include "value/day_month_order.h"

#include <stdio.h>

#include "base/ascii.h"

/* Reads one or more digits, at most `most`; gives their number. Stops at `most`, so that an int cannot overflow. */
static size_t take_part(const char *text, size_t length, size_t at, size_t most, int *out) {
  size_t count = 0;
  for (*out = 0; count < most && at + count < length && parley_ascii_is_digit(text[at + count]); count++) {
    *out = *out * 10 + (text[at + count] - '0');
  }
  return count;
}

/* Shape only: whether there is such a day is asked once an order is known. */
bool parley_day_scan(const char *text, size_t length, parley_day_parts *out) {
  if (length < 6 || length > 10) return false;
  size_t first = take_part(text, length, 0, 2, &out->part[0]);
  if (first == 0) return false;
  char separator = text[first];
  if (separator != '.' && separator != '/' && separator != '-') return false;
  size_t second = take_part(text, length, first + 1, 2, &out->part[1]), at = first + second + 1;
  if (second == 0 || at == length || text[at] != separator) return false;
  size_t third = take_part(text, length, at + 1, 4, &out->part[2]);
  out->short_year = out->part[2] < 100; /* 0020 is 20 with a mask over it, as spreadsheets write it */
  out->padded_year = out->short_year && third == 4;
  return (third == 2 || third == 4) && at + 1 + third == length;
}

/* The year that two digits mean among the hundred years from `first` on. From 1950 on: 50 to 99 are 1950 to 1999, 0
   to 49 are 2000 to 2049. */
static int long_year(int first, int two_digits) {
  int year = first - first % 100 + two_digits;
  return year < first ? year + 100 : year;
}

/* EDTF's own parser decides whether the day is there; no message is made (err is NULL). */
bool parley_day_order(parley_date_order order, int first_short_year, const parley_day_parts *d,
                      parley_date_text *out) {
  if (order == PARLEY_DATE_ORDER_ISO || (d->short_year && first_short_year == 0)) return false;
  bool dmy = order == PARLEY_DATE_ORDER_DMY;
  int year = d->short_year ? long_year(first_short_year, d->part[2]) : d->part[2];
  int month = d->part[dmy ? 1 : 0], day = d->part[dmy ? 0 : 1];
  int length = snprintf(out->day, sizeof out->day, "%04d-%02d-%02d", year, month, day);
  out->text = out->day;
  out->length = (size_t)length;
  return parley_edtf_parse(out->day, (size_t)length, &out->date, NULL);
}
