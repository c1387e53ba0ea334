/*
** Statistics: numbers that describe the values of a group. One meaning for the SQL engine and for the column engine:
** each lays the values of a group side by side and calls the same function.
**
** T1  The sums are compensated (Knuth's two-sum), so that neither the order of the values nor the number of threads
**     shows in a result.
** T2  Deviations are taken from the mean in a second pass, and what rounding left of their sum is taken off again
**     (the corrected two-pass algorithm; Chan, Golub and LeVeque 1983): large values close to each other keep their
**     variance.
** T3  NaN stands for missing: too few values, nothing to divide by, or infinities among them.
*/
#ifndef PARLEY_VALUE_STATISTICS_H
#define PARLEY_VALUE_STATISTICS_H

#include <math.h>
#include <stddef.h>

/* Most columns a statistic looks at. */
enum { PARLEY_STATISTIC_COLUMNS = 2 };

/* A statistic of `count` values, of rows in which every argument is there; x[0] are those of the first argument. */
typedef double parley_statistic(const double *const *x, size_t count);

/* Variance of a sample (divided by count - 1) and its root; missing for fewer than two values. */
parley_statistic parley_variance, parley_stddev;

/* Pearson's correlation; missing for fewer than two pairs, or where one side does not vary. Within -1 and 1. */
parley_statistic parley_corr;

/* Sum of x[0] * x[1] divided by the sum of x[1]; missing where that is 0. */
parley_statistic parley_weighted_mean;

/* A sum with what rounding took from it (T1). Begins all zero. */
typedef struct parley_sum {
  double total, lost;
} parley_sum;

static inline void parley_sum_add(parley_sum *sum, double x) {
  double total = sum->total + x, added = total - sum->total;
  sum->lost += (sum->total - (total - added)) + (x - added);
  sum->total = total;
}

/* Of an infinite total nothing sensible is lost. */
static inline double parley_sum_value(const parley_sum *sum) {
  return isfinite(sum->total) ? sum->total + sum->lost : sum->total;
}

#endif
