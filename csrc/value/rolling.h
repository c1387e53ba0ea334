/*
** The mean of the last n values, for each of a group's in turn. One meaning for the SQL engine and for the column
** engine: both hand over the values of a group from its first on.
**
** O1  Values are cut into blocks of n. A frame of n ends with a block, or is the end of the block before and the
**     beginning of this one: the sums of all ends are made once a block is full, that of the beginning grows. So a
**     value costs the same whatever n is.
** O2  Nothing is ever taken off a sum, which would keep what rounding lost, and infinity once it has passed.
** O3  The sums are compensated (value/statistics.h, T1).
*/
#ifndef PARLEY_VALUE_ROLLING_H
#define PARLEY_VALUE_ROLLING_H

#include <stdbool.h>
#include <stddef.h>

#include "value/statistics.h"

/* The sum of some values next to each other, and how many of them are not missing. */
typedef struct parley_rolling_sum {
  parley_statistic_sum sum;
  size_t count;
} parley_rolling_sum;

/* Begins with n, at least 1, and all else zero. The block belongs to the caller, who may move it between two calls; it
   has room for the values that have been handed over, and for the next, but never needs more than n. */
typedef struct parley_rolling {
  parley_rolling_sum *block; /* first the values of this block, behind them what the last one's ends came to */
  size_t n, at;              /* at: values of this block */
  bool passed;               /* whether there was a block before */
  parley_rolling_sum begun;  /* of this block's values */
} parley_rolling;

/* Takes the next value, NaN for a missing one, and what it lacks of an integer (T5). Gives the mean of the last n, over
   those that are not missing; NaN of none, and before there are n. */
double parley_rolling_mean(parley_rolling *r, double x, double lack);

#endif
