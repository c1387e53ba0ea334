/* What kernels share: the accumulator of the values that are there, and the rows of each group. */
#include "engine/group/kernel.h"

parley_group_source parley_group_source_there(parley_group_state *g, const parley_column *of) {
  return (parley_group_source){.low = -1,
                               .there = parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_THERE, of)};
}

/* Made once, for the first measure that asks. */
const parley_cells *parley_group_cells(parley_group_state *g, parley_error *err) {
  if (g->cells.starts.data != NULL) return &g->cells;
  return parley_cells_of_rows(g->run, &g->groups, &g->cells, err) ? &g->cells : NULL;
}
