/*
** Q1  h = (n - 1) p; the result lies between the sorted values floor(h) and floor(h) + 1, in proportion (R type 7). Q2
** It is never outside those two, and never NaN.
**
** Quickselect (Hoare, "Algorithm 65: FIND", 1961) with the median of three: linear on average. After 100 rounds, which
** an honest order does not need, a merge sort bounds the time by n log n.
*/
#include "value/quantile.h"

#include "base/merge_sort.h"

static int by_size(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

/* Also keeps the scans of the partition from running off the ends: the pivot is among the values. */
static double median_of_three(double a, double b, double c) {
  if (a > b) return c > a ? a : (c > b ? c : b);
  return c > b ? b : (c > a ? c : a);
}

/* Swaps of a partition between two questions whether to give up. */
enum { SWAPS_PER_LOOK = 65536 };

/* Hoare's partition: afterwards x[from..*j] <= pivot <= x[*i..to], and whatever lies between *j and *i equals it.
   Equal values are swapped too, which keeps halves even where many are equal. */
static bool partition(const parley_run *run, double *x, ptrdiff_t from, ptrdiff_t to, ptrdiff_t *i, ptrdiff_t *j,
                      parley_error *err) {
  double pivot = median_of_three(x[from], x[from + (to - from) / 2], x[to]);
  ptrdiff_t low = from, high = to;
  for (unsigned swaps = 1; low <= high; swaps++) {
    if (swaps % SWAPS_PER_LOOK == 0 && parley_run_stopped(run, err)) return false;
    while (x[low] < pivot) low++;
    while (x[high] > pivot) high--;
    if (low > high) break;
    double swapped = x[low];
    x[low++] = x[high];
    x[high--] = swapped;
  }
  *i = low;
  *j = high;
  return !parley_run_stopped(run, err);
}

/* Puts the k-th smallest value at x[k], with nothing larger before it and nothing smaller behind. An order made to
 * defeat the pivots is noticed and sorted. */
static bool select_kth(const parley_run *run, double *x, ptrdiff_t count, ptrdiff_t k, parley_error *err) {
  ptrdiff_t from = 0, to = count - 1, low, high;
  for (int rounds = 0; from < to; rounds++) {
    if (rounds == 100) return parley_merge_sort(run, x + from, (size_t)(to - from + 1), sizeof *x, by_size, err);
    if (!partition(run, x, from, to, &low, &high, err)) return false;
    if (k <= high) to = high;
    else if (k >= low) from = low;
    else return true;
  }
  return true;
}

/* What is behind the k-th value is not sorted: its neighbour is the least of them. */
static double least(const double *x, size_t count) {
  double found = x[0];
  for (size_t i = 1; i < count; i++) {
    if (x[i] < found) found = x[i];
  }
  return found;
}

/* Between two neighbours, and never outside of them. Written as a sum of shares, so that it does not overflow as low
   + (high - low) would. */
static double between(double low, double high, double share) {
  if (!(low < high)) return low;
  double found = (1 - share) * low + share * high;
  return found < low ? low : (found > high ? high : found);
}

/* count - 1 is exact in a double for any number of rows there can be. */
bool parley_quantile(const parley_run *run, double *x, size_t count, double p, double *out, parley_error *err) {
  double h = (double)(count - 1) * p;
  size_t below = (size_t)h;
  double share = h - (double)below;
  if (!select_kth(run, x, (ptrdiff_t)count, (ptrdiff_t)below, err)) return false;
  bool exact = !(share > 0) || below + 1 >= count;
  *out = exact ? x[below] : between(x[below], least(x + below + 1, count - below - 1), share);
  return true;
}
