/*
** Sums of integers that are exact whatever their size: of the upper halves and of the lower ones. Whether the whole
** fits 64 bits is asked at the end alone, so that the order of the values never shows. Of 2^31 values at most.
*/
#ifndef PARLEY_VALUE_INTEGER_SUM_H
#define PARLEY_VALUE_INTEGER_SUM_H

#include <stdbool.h>
#include <stdint.h>

/* The value is high * 2^32 + low. Begins all zero. */
typedef struct parley_integer_sum {
  int64_t high, low;
} parley_integer_sum;

static inline void parley_integer_sum_add(parley_integer_sum *sum, int64_t x) {
  sum->high += x >> 32;
  sum->low += x & UINT32_MAX;
}

/* Carries the upper part of the low sum; the whole fits when what is high is within 32 bits. */
static inline bool parley_integer_sum_fits(parley_integer_sum sum, int64_t *whole) {
  int64_t high = sum.high + (sum.low >> 32);
  if (high < INT32_MIN || high > INT32_MAX) return false;
  *whole = high * (INT64_C(1) << 32) + (sum.low & UINT32_MAX);
  return true;
}

/* For means, which may be of a sum that does not fit. */
static inline double parley_integer_sum_number(parley_integer_sum sum) {
  int64_t whole;
  if (parley_integer_sum_fits(sum, &whole)) return (double)whole;
  return (double)(sum.high + (sum.low >> 32)) * 4294967296.0 + (double)(sum.low & UINT32_MAX);
}

#endif
