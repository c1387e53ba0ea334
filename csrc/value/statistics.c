/*
** Every sum is one of four, each of every fourth value, so that no addition waits for the one before it and the
** compiler takes two or four of them at a time.
*/
#if defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)
#pragma GCC optimize("O3")
#endif
#include "value/statistics.h"

#include <string.h>

/* ---- beyond the range ---- */

/* A power of two that brings all of a sum within the range, however many values there are. */
static const double DOWN = 0x1p-100;

/* 2^1024 is taken from the larger of the two, which is exact, as it is at least half of that. */
void parley_statistic_sum_add_beyond(parley_statistic_sum *sum, double x) {
  double half = copysign(0x1p1023, x), was = sum->total;
  if (!isfinite(was) || !isfinite(x)) {
    sum->total = was + x;
    return;
  }
  bool larger = fabs(x) > fabs(was);
  sum->total = larger ? was : x;
  sum->over += copysign(1, x);
  parley_statistic_sum_add(sum, ((larger ? x : was) - half) - half);
}

/* The sum times DOWN: its parts, the largest first, so that what they leave of each other is exact. */
static parley_statistic_sum brought_down(const parley_statistic_sum *sum) {
  parley_statistic_sum down = {0};
  parley_statistic_sum_add(&down, sum->over * 0x1p512 * (DOWN * 0x1p512));
  parley_statistic_sum_add(&down, sum->total * DOWN);
  down.lost += sum->lost * DOWN;
  return down;
}

double parley_statistic_sum_divide(const parley_statistic_sum *sum, const parley_statistic_sum *by) {
  double above = sum->total + sum->lost, below = by->total + by->lost;
  bool within = sum->over == 0 && by->over == 0 && isfinite(above) && isfinite(below);
  if (!isfinite(sum->total) || !isfinite(by->total)) {
    return parley_statistic_sum_value(sum) / parley_statistic_sum_value(by);
  }
  if (within) return above / below;
  parley_statistic_sum high = brought_down(sum), low = brought_down(by);
  return (high.total + high.lost) / (low.total + low.lost);
}

/* ---- sums in lanes ---- */

enum { LANES = 4, PAIRS = 2 };

/* Two doubles side by side in a register: compilers do not find by themselves that the lanes could be. */
typedef double pair __attribute__((vector_size(16)));

typedef struct lanes {
  pair total[PAIRS], lost[PAIRS];
} lanes;

/* Knuth's two-sum: what rounding takes from the total is found exactly, whichever of the two is larger, and kept beside
   it. No branch, so that lanes go side by side. */
static inline void lanes_add(lanes *sums, const double *restrict x) {
  for (size_t k = 0; k < PAIRS; k++) {
    pair value, was = sums->total[k];
    memcpy(&value, x + 2 * k, sizeof value);
    pair total = was + value, added = total - was;
    sums->lost[k] += (was - (total - added)) + (value - added);
    sums->total[k] = total;
  }
}

/* Adds them up, in their order. */
static void lanes_end(const lanes *sums, parley_statistic_sum *out) {
  for (size_t k = 0; k < LANES; k++) {
    parley_statistic_sum own = {.total = sums->total[k / 2][k % 2], .lost = sums->lost[k / 2][k % 2]};
    parley_statistic_sum_join(out, &own);
  }
}

/* Lanes do not look beyond the range (T4): where one came there, its values are added up again. */
static bool lanes_held(const lanes *sums) {
  pair all = sums->total[0] - sums->total[0] + (sums->total[1] - sums->total[1]);
  return isfinite(all[0]) && isfinite(all[1]);
}

void parley_statistic_sum_add_all(parley_statistic_sum *sum, const double *x, size_t count) {
  lanes sums = {0};
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) lanes_add(&sums, x + i);
  if (i > 0 && lanes_held(&sums)) lanes_end(&sums, sum);
  else i = 0;
  for (; i < count; i++) parley_statistic_sum_add(sum, x[i]);
}

/* ---- moments ---- */

void parley_statistic_moments_begin(parley_statistic_moments *moments) {
  *moments = (parley_statistic_moments){.least = {INFINITY, INFINITY, INFINITY, INFINITY},
                                        .greatest = {-INFINITY, -INFINITY, -INFINITY, -INFINITY}};
}

void parley_statistic_moments_add(parley_statistic_moments *moments, const parley_statistic_moments *more) {
  for (int k = 0; k < 3; k++) parley_statistic_sum_join(&moments->sum[k], &more->sum[k]);
  for (int at = 0; at < PARLEY_STATISTIC_LISTS; at++) {
    if (more->least[at] < moments->least[at]) moments->least[at] = more->least[at];
    if (more->greatest[at] > moments->greatest[at]) moments->greatest[at] = more->greatest[at];
  }
}

/* Values whose squares are numbers stay as they are; others come close to 1. A power of two rounds nothing. */
static double scale_of(const parley_statistic_moments *first, int at) {
  double least = fabs(first->least[at]), greatest = fabs(first->greatest[at]);
  double most = least > greatest ? least : greatest;
  int exponent;
  if ((most < 0x1p400 && most > 0x1p-400) || !isfinite(most) || !(most > 0)) return 1;
  (void)frexp(most, &exponent);
  return ldexp(1, exponent > -1000 ? -exponent : 1000);
}

/* What the mean lacks is found without rounding: fma takes mean * count from the total exactly. */
void parley_statistic_means_of(const parley_statistic_moments *first, size_t count, parley_statistic_means *means) {
  for (int at = 0; at < PARLEY_STATISTIC_COLUMNS; at++) {
    const parley_statistic_sum *sum = &first->sum[at];
    double scale = scale_of(first, at), mean = parley_statistic_sum_mean(sum, (double)count) * scale;
    parley_statistic_sum scaled = {.total = sum->total * scale};
    if (sum->over < 0 || sum->over > 0) parley_statistic_sum_add(&scaled, sum->over * 0x1p512 * (scale * 0x1p512));
    double rest = fma(-mean, (double)count, scaled.total) + scaled.lost + sum->lost * scale;
    means[at] = (parley_statistic_means){mean, rest / (double)count, scale};
  }
}

/* The moments of one list: the sum in lanes, and least and greatest in as many, all in one pass over memory. */
static void look_at(const double *restrict x, size_t count, int at, parley_statistic_sum *sum,
                    parley_statistic_moments *out) {
  lanes sums = {0};
  double least[LANES], greatest[LANES];
  size_t i = 0;
  for (size_t k = 0; k < LANES; k++) least[k] = INFINITY, greatest[k] = -INFINITY;
  for (; i + LANES <= count; i += LANES) {
    lanes_add(&sums, x + i);
    for (size_t k = 0; k < LANES; k++) {
      least[k] = x[i + k] < least[k] ? x[i + k] : least[k];
      greatest[k] = x[i + k] > greatest[k] ? x[i + k] : greatest[k];
    }
  }
  if (i > 0 && lanes_held(&sums)) lanes_end(&sums, sum);
  else i = 0;
  for (; i < count; i++) {
    parley_statistic_sum_add(sum, x[i]);
    least[0] = x[i] < least[0] ? x[i] : least[0];
    greatest[0] = x[i] > greatest[0] ? x[i] : greatest[0];
  }
  for (size_t k = 0; k < LANES; k++) {
    if (least[k] < out->least[at]) out->least[at] = least[k];
    if (greatest[k] > out->greatest[at]) out->greatest[at] = greatest[k];
  }
}

/* Also what the values lack is part of the sum. Its own extremes tell whether equal doubles are of equal integers. */
static void look_at_column(const double *const *x, size_t count, int at, parley_statistic_moments *out) {
  const double *lack = x[at + PARLEY_STATISTIC_COLUMNS];
  look_at(x[at], count, at, &out->sum[at], out);
  if (lack != NULL) look_at(lack, count, at + PARLEY_STATISTIC_COLUMNS, &out->sum[at], out);
}

/* Rounding would make a little variance of equal values. */
static bool varies(const parley_statistic_moments *first, int at) {
  int lack = at + PARLEY_STATISTIC_COLUMNS;
  return first->least[at] < first->greatest[at] || first->least[lack] < first->greatest[lack];
}

/* ---- variance ---- */

static void look_at_one(const double *const *x, size_t count, parley_statistic_moments *out) {
  look_at_column(x, count, 0, out);
}

/* What an integer's double lacks is taken beside what the mean's does: both are small. */
static double deviation(const double *const *x, int at, size_t i, const parley_statistic_means *of) {
  const double *lack = x[at + PARLEY_STATISTIC_COLUMNS];
  return (x[at][i] * of->scale - of->mean) - (lack == NULL ? of->rest : of->rest - lack[i] * of->scale);
}

/* Adds the products of the deviations of two columns, or of one with itself. */
static void multiply(const double *const *columns, int x_at, int y_at, const parley_statistic_means *means,
                     size_t count, parley_statistic_sum *out) {
  const double *restrict x = columns[x_at], *restrict y = columns[y_at];
  parley_statistic_means x_mean = means[x_at], y_mean = means[y_at];
  lanes sums = {0};
  size_t i = 0;
  bool as_they_are = x_mean.scale == 1 && y_mean.scale == 1 && columns[x_at + PARLEY_STATISTIC_COLUMNS] == NULL &&
                     columns[y_at + PARLEY_STATISTIC_COLUMNS] == NULL;
  for (; as_they_are && i + LANES <= count; i += LANES) {
    double product[LANES];
    for (size_t k = 0; k < LANES; k++) {
      product[k] = ((x[i + k] - x_mean.mean) - x_mean.rest) * ((y[i + k] - y_mean.mean) - y_mean.rest);
    }
    lanes_add(&sums, product);
  }
  if (i > 0 && lanes_held(&sums)) lanes_end(&sums, out);
  else i = 0;
  for (; i < count; i++)
    parley_statistic_sum_add(out, deviation(columns, x_at, i, &x_mean) * deviation(columns, y_at, i, &y_mean));
}

/* Deviations from a mean that is known to the last bit: x - mean - rest, so that large values close to each other keep
   their differences. */
static void square(const double *const *x, size_t count, const parley_statistic_means *means,
                   parley_statistic_moments *out) {
  multiply(x, 0, 0, means, count, &out->sum[0]);
}

/* Infinite values vary by nothing that is a number. Of values times their scale. */
static double scaled_variance(const parley_statistic_moments *first, const parley_statistic_moments *second,
                              size_t count) {
  if (count < 2) return NAN;
  if (!varies(first, 0)) return isfinite(first->least[0]) ? 0 : NAN;
  return parley_statistic_sum_value(&second->sum[0]) / (double)(count - 1);
}

static double variance_of(const parley_statistic_moments *first, const parley_statistic_moments *second, size_t count) {
  double scale = scale_of(first, 0), variance = scaled_variance(first, second, count);
  return scale == 1 ? variance : variance / scale / scale;
}

static double deviation_of(const parley_statistic_moments *first, const parley_statistic_moments *second,
                           size_t count) {
  return sqrt(scaled_variance(first, second, count)) / scale_of(first, 0);
}

/* ---- correlation ---- */

static void look_at_both(const double *const *x, size_t count, parley_statistic_moments *out) {
  look_at_column(x, count, 0, out);
  look_at_column(x, count, 1, out);
}

static void multiply_both(const double *const *x, size_t count, const parley_statistic_means *means,
                          parley_statistic_moments *out) {
  multiply(x, 0, 0, means, count, &out->sum[0]);
  multiply(x, 1, 1, means, count, &out->sum[1]);
  multiply(x, 0, 1, means, count, &out->sum[2]);
}

/* One rounding where the product fits, so that a straight line gives 1. */
static double root_of_product(double a, double b) {
  double product = a * b;
  return isnormal(product) ? sqrt(product) : sqrt(a) * sqrt(b);
}

/* Rounding may bring a straight line a bit beyond 1: nothing that is a correlation lies there. */
static double corr_of(const parley_statistic_moments *first, const parley_statistic_moments *second, size_t count) {
  if (count < 2 || !varies(first, 0) || !varies(first, 1)) return NAN;
  double xx = parley_statistic_sum_value(&second->sum[0]), yy = parley_statistic_sum_value(&second->sum[1]);
  if (!(xx > 0) || !(yy > 0)) return NAN;
  double r = parley_statistic_sum_value(&second->sum[2]) / root_of_product(xx, yy);
  return r > 1 ? 1 : r < -1 ? -1 : r;
}

/* ---- weighted mean ---- */

/* What rounding takes from a product (Dekker): the factors in halves, whose products are exact. */
static inline double rest_of_product(double x, double y, double product) {
  const double split = 0x1p27 + 1;
  double x_high = split * x - (split * x - x), y_high = split * y - (split * y - y);
  double x_low = x - x_high, y_low = y - y_high;
  return x_low * y_low - (((product - x_high * y_high) - x_low * y_high) - x_high * y_low);
}

/* Sums of products and of weights, of values of which none is large (T4). What rounding takes from a product is kept as
   that from a sum is: large ones take each other away. */
static void weigh(const double *const *x, size_t count, const parley_statistic_means *means,
                  parley_statistic_moments *out) {
  double x_scale = means[0].scale, w_scale = means[1].scale, rest[LANES] = {0};
  lanes products = {0}, weights = {0};
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    double weight[LANES], product[LANES];
    for (size_t k = 0; k < LANES; k++) {
      double value = x[0][i + k] * x_scale;
      weight[k] = x[1][i + k] * w_scale;
      product[k] = value * weight[k];
      rest[k] += rest_of_product(value, weight[k], product[k]);
    }
    lanes_add(&products, product);
    lanes_add(&weights, weight);
  }
  lanes_end(&products, &out->sum[0]); /* what is infinite stays so */
  lanes_end(&weights, &out->sum[1]);
  for (; i < count; i++) {
    double value = x[0][i] * x_scale, weight = x[1][i] * w_scale, product = value * weight;
    rest[0] += rest_of_product(value, weight, product);
    parley_statistic_sum_add(&out->sum[0], product);
    parley_statistic_sum_add(&out->sum[1], weight);
  }
  out->sum[0].lost += (rest[0] + rest[1]) + (rest[2] + rest[3]);
}

/* Adds a product; gives what rounding takes from it. */
static double add_product(double x, double y, parley_statistic_sum *out) {
  double product = x * y;
  parley_statistic_sum_add(out, product);
  return rest_of_product(x, y, product);
}

/* The products and weights of what integers lack beside their doubles (T5), which weigh() has not added. Of an infinite
   product nothing is lacking, and what is would take it away. */
static void weigh_lacks(const double *const *x, size_t count, const parley_statistic_means *means,
                        parley_statistic_moments *out) {
  const double *x_lacks = x[PARLEY_STATISTIC_COLUMNS], *w_lacks = x[PARLEY_STATISTIC_COLUMNS + 1];
  double rest = 0;
  for (size_t i = 0; i < count; i++) {
    double x_lack = x_lacks == NULL ? 0 : x_lacks[i] * means[0].scale;
    double w_lack = w_lacks == NULL ? 0 : w_lacks[i] * means[1].scale;
    bool finite = isfinite(x[0][i]) && isfinite(x[1][i]);
    if (!finite || (x_lack == 0 && w_lack == 0)) continue;
    rest += add_product(x[0][i] * means[0].scale, w_lack, &out->sum[0]);
    rest += add_product(x_lack, x[1][i] * means[1].scale, &out->sum[0]);
    rest += add_product(x_lack, w_lack, &out->sum[0]);
    parley_statistic_sum_add(&out->sum[1], w_lack);
  }
  out->sum[0].lost += rest;
}

static void weigh_all(const double *const *x, size_t count, const parley_statistic_means *means,
                      parley_statistic_moments *out) {
  weigh(x, count, means, out);
  if (x[PARLEY_STATISTIC_COLUMNS] != NULL || x[PARLEY_STATISTIC_COLUMNS + 1] != NULL) weigh_lacks(x, count, means, out);
}

/* Nothing where the divisor is 0 or NaN: both comparisons fail. */
static double quotient_of(const parley_statistic_sum *sum, const parley_statistic_sum *by) {
  double divisor = parley_statistic_sum_value(by);
  return divisor < 0 || divisor > 0 ? parley_statistic_sum_divide(sum, by) : NAN;
}

/* No weight is below 0: then the mean lies between the least and the greatest value, wherever rounding put it. */
static double weighted_mean_of(const parley_statistic_moments *first, const parley_statistic_moments *second) {
  double mean = quotient_of(&second->sum[0], &second->sum[1]) / scale_of(first, 0);
  if (isnan(mean) || !(first->least[1] >= 0)) return mean;
  return mean < first->least[0] ? first->least[0] : mean > first->greatest[0] ? first->greatest[0] : mean;
}

/* ---- the table ---- */

#define STATISTIC(name, KIND, look, again, value, ...)                                                    \
  static double value_of_##name(const parley_statistic_moments *first, const parley_statistic_moments *second, \
                                size_t count) {                                                           \
    (void)first, (void)second, (void)count;                                                               \
    return value;                                                                                         \
  }                                                                                                       \
  const parley_statistic parley_statistic_##name = {look, again, value_of_##name};
#include "value/functions.def"

/* ---- all values ---- */

/* One pass over them, in slices. The first is looked at in place: most groups have no other. */
static bool pass(const parley_run *run, const parley_statistic *statistic, const double *const *x, size_t count,
                 const parley_statistic_means *means, parley_statistic_moments *out, parley_error *err) {
  parley_statistic_moments_begin(out);
  for (size_t from = 0; from < count; from += PARLEY_STATISTIC_SLICE) {
    const double *slice[PARLEY_STATISTIC_LISTS];
    for (int at = 0; at < PARLEY_STATISTIC_LISTS; at++) slice[at] = x[at] == NULL ? NULL : x[at] + from;
    size_t length = count - from < PARLEY_STATISTIC_SLICE ? count - from : PARLEY_STATISTIC_SLICE;
    parley_statistic_moments more, *seen = from == 0 ? out : &more;
    if (from > 0 && parley_run_stopped(run, err)) return false;
    if (from > 0) parley_statistic_moments_begin(&more);
    if (means == NULL) statistic->look(slice, length, seen);
    else statistic->look_again(slice, length, means, seen);
    if (from > 0) parley_statistic_moments_add(out, &more);
  }
  return true;
}

/* Values in slices, so that the answer does not depend on who cut them how: both engines, and any number of threads,
   add the same sums in the same order. */
bool parley_statistic_of(const parley_run *run, const parley_statistic *statistic, const double *const *x,
                         size_t count, double *out, parley_error *err) {
  parley_statistic_moments first, second;
  parley_statistic_means means[PARLEY_STATISTIC_COLUMNS];
  *out = NAN;
  if (count == 0) return true;
  if (!pass(run, statistic, x, count, NULL, &first, err)) return false;
  if (statistic->look_again != NULL) {
    parley_statistic_means_of(&first, count, means);
    if (!pass(run, statistic, x, count, means, &second, err)) return false;
  }
  *out = statistic->value(&first, &second, count);
  return true;
}
