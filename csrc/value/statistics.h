/*
** Statistics: numbers that describe the values of a group. One meaning for the SQL engine and for the column engine:
** each lays the values of a group side by side, and takes the same moments of them.
**
** T1  The sums are compensated (Knuth's two-sum), so that the order of the values hardly ever shows in a result; those
**     of slices are added up in the order of the slices, so that the number of threads never does.
** T2  Deviations are taken from the mean in a second pass, and the mean is two doubles, what rounding took from it
** being
**     the second: large values close to each other keep their variance (Chan, Golub and LeVeque 1983, whose correction
**     of the sum is made in the mean instead).
** T3  NaN stands for missing: too few values, nothing to divide by, or infinities among them.
** T4  What is on its way beyond the largest double is kept apart, in units of 2^1024: a sum is infinite only where the
**     true one is, and a mean of large values never. Deviations of very large or small values are taken from values
**     times a power of two, so that their squares are numbers.
** T5  An integer beyond 2^53 is two doubles, the nearest one and what that lacks: integers side by side vary, and equal
**     ones do not.
*/
#ifndef PARLEY_VALUE_STATISTICS_H
#define PARLEY_VALUE_STATISTICS_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include "base/run.h"

/* Most columns a statistic looks at; lists it looks at, which are their values and behind them what those lack of
   integers beyond 2^53 (T5); and values of a slice. */
enum {
  PARLEY_STATISTIC_COLUMNS = 2,
  PARLEY_STATISTIC_LISTS = 2 * PARLEY_STATISTIC_COLUMNS,
  PARLEY_STATISTIC_SLICE = 8192
};

/* What the nearest double lacks of an integer. The one beside the largest integer is none itself. */
static inline double parley_statistic_lack(int64_t x) {
  double near = (double)x;
  return near < 0x1p63 ? (double)(x - (int64_t)near) : (double)(x - INT64_MAX) - 1;
}

/* A sum with what rounding took from it (T1), and what it is beyond the range (T4). Begins all zero. */
typedef struct parley_statistic_sum {
  double total, lost, over;
} parley_statistic_sum;

/* The same where the total would not be finite. */
void parley_statistic_sum_add_beyond(parley_statistic_sum *sum, double x);

static inline void parley_statistic_sum_add(parley_statistic_sum *sum, double x) {
  double total = sum->total + x, added = total - sum->total;
  if (!isfinite(total)) {
    parley_statistic_sum_add_beyond(sum, x);
    return;
  }
  sum->lost += (sum->total - (total - added)) + (x - added);
  sum->total = total;
}

/* Takes in the sum of other values. */
static inline void parley_statistic_sum_join(parley_statistic_sum *sum, const parley_statistic_sum *more) {
  parley_statistic_sum_add(sum, more->total);
  sum->lost += more->lost;
  sum->over += more->over;
}

/* Takes in values that lie side by side. */
void parley_statistic_sum_add_all(parley_statistic_sum *sum, const double *x, size_t count);

/* The sum of which a part is beyond the range, divided by another such, or by a number. */
double parley_statistic_sum_divide(const parley_statistic_sum *sum, const parley_statistic_sum *by);

/* Of an infinite total nothing sensible is lost. */
static inline double parley_statistic_sum_value(const parley_statistic_sum *sum) {
  if (!isfinite(sum->total)) return sum->total;
  if (sum->over < 0 || sum->over > 0) return parley_statistic_sum_divide(sum, &(parley_statistic_sum){.total = 1});
  return sum->total + sum->lost;
}

/* A mean of numbers is one, also where their sum is none. */
static inline double parley_statistic_sum_mean(const parley_statistic_sum *sum, double count) {
  double value = sum->total + sum->lost;
  bool within = isfinite(value) && !(sum->over < 0) && !(sum->over > 0);
  return within ? value / count : parley_statistic_sum_divide(sum, &(parley_statistic_sum){.total = count});
}

/* Whether numbers add up to none. */
static inline bool parley_statistic_sum_is_beyond(const parley_statistic_sum *sum) {
  return isfinite(sum->total) && !isfinite(parley_statistic_sum_value(sum));
}

/* What is seen of some values in a pass: sums, of what the statistic says, and the least and greatest of each list. */
typedef struct parley_statistic_moments {
  parley_statistic_sum sum[3];
  double least[PARLEY_STATISTIC_LISTS], greatest[PARLEY_STATISTIC_LISTS];
} parley_statistic_moments;

/* A mean as two doubles (T2), of values times `scale`, a power of two that is 1 but for large and small ones (T4). */
typedef struct parley_statistic_means {
  double mean, rest, scale;
} parley_statistic_means;

/* How a statistic comes about, of rows in which every argument is there: x[0] are the values of the first argument,
   x[PARLEY_STATISTIC_COLUMNS] what they lack (T5), NULL for nothing. */
typedef struct parley_statistic {
  void (*look)(const double *const *x, size_t count, parley_statistic_moments *out);
  /* The second pass, with the means of the sums of the first one; NULL: one is enough. */
  void (*look_again)(const double *const *x, size_t count, const parley_statistic_means *means,
                     parley_statistic_moments *out);
  double (*value)(const parley_statistic_moments *first, const parley_statistic_moments *second, size_t count);
} parley_statistic;

/* Moments of no values, and those of more values taken in. */
void parley_statistic_moments_begin(parley_statistic_moments *moments);
void parley_statistic_moments_add(parley_statistic_moments *moments, const parley_statistic_moments *more);

/* The means of the first sums: for the second pass. */
void parley_statistic_means_of(const parley_statistic_moments *first, size_t count, parley_statistic_means *means);

/* The statistic of all of these values, slice by slice; of none it is NaN. Fails where the run is stopped. */
bool parley_statistic_of(const parley_run *run, const parley_statistic *statistic, const double *const *x,
                         size_t count, double *out, parley_error *err);

#endif
