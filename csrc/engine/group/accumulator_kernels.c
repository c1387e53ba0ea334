/*
** Kernels of what is accumulated in the pass over the rows and comes out as it is: counts, sums, means, extremes, and
** the first and last rows.
*/
#include "engine/group/kernel.h"

/* Whether no sum of these integers can leave 64 bits. length times the greatest magnitude is the most that any group
   can reach. */
static bool sum_fits(const parley_column *of) {
  if (parley_column_layout(of) != PARLEY_LAYOUT_INTEGER || of->low > of->high) return true;
  uint64_t low = of->low < 0 ? 0 - (uint64_t)of->low : (uint64_t)of->low;
  uint64_t high = of->high < 0 ? 0 - (uint64_t)of->high : (uint64_t)of->high;
  return of->length == 0 || (low > high ? low : high) <= (uint64_t)INT64_MAX / (uint64_t)of->length;
}

/* Integers that might overflow are summed in halves, exactly; whether the sum fits is asked at the end. */
static parley_group_source sum_source(parley_group_state *g, const parley_column *of) {
  parley_group_source s = {.low = -1};
  parley_accumulators *accumulators = &g->accumulators;
  s.there = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_THERE, of);
  if (parley_group_has_text(of)) return s; /* nothing but missing values */
  if (parley_column_layout(of) == PARLEY_LAYOUT_NUMBER) {
    s.value = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_NUMBERS, of);
  } else if (sum_fits(of)) {
    s.value = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_SUM, of);
  } else {
    s.value = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_HIGH, of);
    s.low = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_LOW, of);
  }
  return s;
}

/* Dates and texts find a row, whose value is gathered; missing is row -1 there. */
static parley_group_source extreme_source(parley_group_state *g, const parley_column *of, bool least) {
  parley_accumulator_kind kind = least ? PARLEY_ACCUMULATOR_LEAST : PARLEY_ACCUMULATOR_GREATEST;
  parley_layout layout = parley_column_layout(of);
  if (layout == PARLEY_LAYOUT_DATED) kind = least ? PARLEY_ACCUMULATOR_EARLIEST : PARLEY_ACCUMULATOR_LATEST;
  if (layout == PARLEY_LAYOUT_TEXT) kind = least ? PARLEY_ACCUMULATOR_FIRST_TEXT : PARLEY_ACCUMULATOR_LAST_TEXT;
  int value = parley_accumulator_of(&g->accumulators, kind, of);
  return (parley_group_source){
      value, -1, parley_group_has_text(of) ? 0 : parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_THERE, of)};
}

static parley_group_source least_source(parley_group_state *g, const parley_column *of) {
  return extreme_source(g, of, true);
}

static parley_group_source greatest_source(parley_group_state *g, const parley_column *of) {
  return extreme_source(g, of, false);
}

static parley_group_source rows_source(parley_group_state *g, const parley_column *of) {
  (void)of;
  return (parley_group_source){.low = -1,
                               .there = parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_ROWS, NULL)};
}

static parley_group_source first_source(parley_group_state *g, const parley_column *of) {
  return (parley_group_source){.low = -1,
                               .value = parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_FIRST, of)};
}

static parley_group_source last_source(parley_group_state *g, const parley_column *of) {
  return (parley_group_source){.low = -1,
                               .value = parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_LAST, of)};
}

const parley_group_kernel parley_group_do_rows = {.source = rows_source, .shape = PARLEY_GROUP_COUNTS};
const parley_group_kernel parley_group_do_counted = {.source = parley_group_source_there, .shape = PARLEY_GROUP_COUNTS};
const parley_group_kernel parley_group_do_summed = {.source = sum_source, .shape = PARLEY_GROUP_SUMS};
const parley_group_kernel parley_group_do_averaged = {.source = sum_source, .shape = PARLEY_GROUP_MEANS};
const parley_group_kernel parley_group_do_least = {.source = least_source, .shape = PARLEY_GROUP_EXTREMES};
const parley_group_kernel parley_group_do_greatest = {.source = greatest_source, .shape = PARLEY_GROUP_EXTREMES};
const parley_group_kernel parley_group_do_first_row = {.source = first_source, .shape = PARLEY_GROUP_ROWS};
const parley_group_kernel parley_group_do_last_row = {.source = last_source, .shape = PARLEY_GROUP_ROWS};
