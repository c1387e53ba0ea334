/* The order of single values: numbers before texts, numbers by size (an integer and a number exactly), texts byte by
   byte, dates by first day, then last day, then text. */
#ifndef PARLEY_VALUE_ORDER_H
#define PARLEY_VALUE_ORDER_H

#include "value/edtf.h"
#include "value/type.h"

/* Below 0, 0 or above 0 as a is before, equal to or behind b; neither is missing. Dates have the number of
   parley_value_days_order as their `integer`. */
int parley_value_order(const parley_value *a, const parley_value *b);

/* Dates as one number: in the order of first days, then of last days; a side that is open comes last. The first day
   is the upper half, so that it decides; the last one is moved to start at 0, so that no borrow reaches the upper
   half. */
static inline int64_t parley_value_days_order(int32_t first, int32_t last) {
  int64_t upper = first == INT32_MIN ? INT32_MAX : first;
  return upper * (INT64_C(1) << 32) + ((int64_t)last - INT32_MIN);
}

#endif
