/* Every sum here is compensated: what rounding takes from it is kept beside it. */
#include "value/statistics.h"

#include <stdbool.h>

static double mean_of(const double *x, size_t count) {
  parley_sum sum = {0};
  for (size_t i = 0; i < count; i++) parley_sum_add(&sum, x[i]);
  return parley_sum_value(&sum) / (double)count;
}

/* Sum of (x - x_mean) * (y - y_mean). With exact means the sums of the deviations alone would be 0; their product over
   the count is the error that inexact ones make. */
static double deviations(const double *x, double x_mean, const double *y, double y_mean, size_t count) {
  parley_sum product = {0}, x_rest = {0}, y_rest = {0};
  for (size_t i = 0; i < count; i++) {
    double dx = x[i] - x_mean, dy = y[i] - y_mean;
    parley_sum_add(&product, dx * dy);
    parley_sum_add(&x_rest, dx);
    parley_sum_add(&y_rest, dy);
  }
  return parley_sum_value(&product) - parley_sum_value(&x_rest) * parley_sum_value(&y_rest) / (double)count;
}

/* Rounding would make a little variance of equal values. */
static bool varies(const double *x, size_t count) {
  for (size_t i = 1; i < count; i++) {
    if (x[i] < x[0] || x[i] > x[0]) return true;
  }
  return false;
}

double parley_variance(const double *const *x, size_t count) {
  if (count < 2) return NAN;
  if (!varies(x[0], count)) return isfinite(x[0][0]) ? 0 : NAN;
  double mean = mean_of(x[0], count), squares = deviations(x[0], mean, x[0], mean, count);
  return squares < 0 ? 0 : squares / (double)(count - 1);
}

double parley_stddev(const double *const *x, size_t count) { return sqrt(parley_variance(x, count)); }

/* One rounding where the product fits, so that a straight line gives 1. */
static double root_of_product(double a, double b) {
  double product = a * b;
  return isnormal(product) ? sqrt(product) : sqrt(a) * sqrt(b);
}

double parley_corr(const double *const *x, size_t count) {
  if (count < 2 || !varies(x[0], count) || !varies(x[1], count)) return NAN;
  double x_mean = mean_of(x[0], count), y_mean = mean_of(x[1], count);
  double xx = deviations(x[0], x_mean, x[0], x_mean, count), yy = deviations(x[1], y_mean, x[1], y_mean, count);
  if (!(xx > 0) || !(yy > 0)) return NAN;
  double r = deviations(x[0], x_mean, x[1], y_mean, count) / root_of_product(xx, yy);
  return r > 1 ? 1 : r < -1 ? -1 : r;
}

double parley_weighted_mean(const double *const *x, size_t count) {
  parley_sum weighted = {0}, weights = {0};
  for (size_t i = 0; i < count; i++) {
    parley_sum_add(&weighted, x[0][i] * x[1][i]);
    parley_sum_add(&weights, x[1][i]);
  }
  double by = parley_sum_value(&weights);
  return by < 0 || by > 0 ? parley_sum_value(&weighted) / by : NAN;
}
