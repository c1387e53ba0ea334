/*
** A value is written over the sum of an end that no later frame begins with, so one block serves for both.
**
** The two-stack queue for aggregates of a sliding window: each value is added three times, however long the frame
** (Tangwongsan, Hirzel and Schneider, "General Incremental Sliding-Window Aggregation", 2015).
*/
#include "value/rolling.h"

/* What rounding lost is carried over with the sum. */
static void add(parley_rolling_sum *to, const parley_rolling_sum *more) {
  parley_statistic_sum_join(&to->sum, &more->sum);
  to->count += more->count;
}

/* The values of a full block become sums: each of itself and all behind it. */
static void sum_ends(parley_rolling_sum *block, size_t n) {
  for (size_t i = n - 1; i > 0; i--) add(&block[i - 1], &block[i]);
}

/* r->block[r->at] is the sum of the last block's values from `at` on: exactly those still in the frame. */
double parley_rolling_mean(parley_rolling *r, double x, double lack) {
  bool there = !isnan(x);
  parley_rolling_sum own = {.sum = {.total = there ? x : 0, .lost = there ? lack : 0}, .count = there};
  r->block[r->at++] = own;
  add(&r->begun, &own);
  parley_rolling_sum frame = r->begun;
  bool reached = r->passed || r->at == r->n;
  if (r->at == r->n) {
    sum_ends(r->block, r->n);
    r->begun = (parley_rolling_sum){0};
    r->at = 0;
    r->passed = true;
  } else if (r->passed) {
    add(&frame, &r->block[r->at]);
  }
  return reached && frame.count > 0 ? parley_statistic_sum_mean(&frame.sum, (double)frame.count) : NAN;
}
