/*
** Days in an order of their own: d.m.yyyy or m.d.yyyy, with points, slashes or hyphens, as the source has them.
*/
#ifndef PARLEY_VALUE_DAY_MONTH_ORDER_H
#define PARLEY_VALUE_DAY_MONTH_ORDER_H

#include <stdbool.h>
#include <stddef.h>

#include "value/edtf.h"

typedef enum parley_date_order {
  PARLEY_DATE_ORDER_ISO,
  PARLEY_DATE_ORDER_DMY,
  PARLEY_DATE_ORDER_MDY
} parley_date_order;

/* Three parts with the same separator; two or four digits in the last. `short_year`: it is below 100; `padded_year`:
   and has zeros before it. */
typedef struct parley_day_parts {
  int part[3]; /* as they stand: none is called day, month or year yet */
  bool short_year, padded_year;
} parley_day_parts;

/* Whether the text looks like 5.3.2022, whatever the order. */
bool parley_day_scan(const char *text, size_t length, parley_day_parts *out);

/* A date as EDTF text: what was read itself, or the day in `day` when it was written in another order. */
typedef struct parley_date_text {
  const char *text; /* in the field itself, or in `day` */
  size_t length;
  parley_edtf date;
  char day[24];
} parley_date_text;

/* The EDTF text of a day in the stated order; false when there is no such day. A year of two digits is one of the
   hundred from `first_short_year` on; 0: it is none. */
bool parley_day_order(parley_date_order order, int first_short_year, const parley_day_parts *day,
                      parley_date_text *out);

#endif
