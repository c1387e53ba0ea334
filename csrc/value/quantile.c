/* Q1  h = (n - 1) p; the result lies between the sorted values floor(h) and floor(h) + 1, in proportion (R type 7).
 * Q2  It is never outside those two, and never NaN. */
#include "value/quantile.h"

#include <stdlib.h>

static int by_size(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static double median_of_three(double a, double b, double c) {
  if (a > b) return c > a ? a : (c > b ? c : b);
  return c > b ? b : (c > a ? c : a);
}

/* Hoare's partition: afterwards x[from..*j] <= pivot <= x[*i..to], and whatever lies between *j and *i equals it. */
static void partition(double *x, ptrdiff_t from, ptrdiff_t to, ptrdiff_t *i, ptrdiff_t *j) {
  double pivot = median_of_three(x[from], x[from + (to - from) / 2], x[to]);
  ptrdiff_t low = from, high = to;
  while (low <= high) {
    while (x[low] < pivot) low++;
    while (x[high] > pivot) high--;
    if (low > high) break;
    double swapped = x[low];
    x[low++] = x[high];
    x[high--] = swapped;
  }
  *i = low;
  *j = high;
}

/* Puts the k-th smallest value at x[k], with nothing larger before it and nothing smaller behind. An order made to
 * defeat the pivots is noticed and sorted. */
static void select_kth(double *x, ptrdiff_t count, ptrdiff_t k) {
  ptrdiff_t from = 0, to = count - 1, low, high;
  for (int rounds = 0; from < to; rounds++) {
    if (rounds == 100) {
      qsort(x + from, (size_t)(to - from + 1), sizeof *x, by_size);
      return;
    }
    partition(x, from, to, &low, &high);
    if (k <= high) to = high;
    else if (k >= low) from = low;
    else return;
  }
}

static double least(const double *x, size_t count) {
  double found = x[0];
  for (size_t i = 1; i < count; i++) {
    if (x[i] < found) found = x[i];
  }
  return found;
}

double parley_quantile(double *x, size_t count, double p) {
  double h = (double)(count - 1) * p;
  size_t below = (size_t)h;
  double share = h - (double)below;
  select_kth(x, (ptrdiff_t)count, (ptrdiff_t)below);
  if (!(share > 0) || below + 1 >= count) return x[below];
  double low = x[below], high = least(x + below + 1, count - below - 1);
  if (!(low < high)) return low;
  double between = (1 - share) * low + share * high;
  return between < low ? low : (between > high ? high : between);
}
