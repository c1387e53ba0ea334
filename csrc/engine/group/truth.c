/*
** any() and all() from three accumulators: rows, rows with a value, rows in which the condition holds.
**
** As in SQL: any is true where one row holds, false where none does and no value is missing; all is the mirror of it.
** Groups without rows are missing.
*/
#include "engine/group/kernel.h"

/* They need to know of rows without a value. */
static parley_group_source truth_source(parley_group_state *g, const parley_column *of) {
  parley_accumulators *accumulators = &g->accumulators;
  bool flags = parley_column_layout(of) == PARLEY_LAYOUT_TRUTH; /* else nothing but missing values */
  return (parley_group_source){.value = flags ? parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_SUM, of) : -1,
                         .low = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_ROWS, NULL),
                         .there = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_THERE, of)};
}

static bool fill(parley_group_state *g, const parley_group_source *source, bool all, parley_column *out,
                 parley_error *err) {
  const parley_accumulators *accumulators = &g->accumulators;
  const parley_groups *groups = accumulators->rows;
  const uint32_t *rows = parley_accumulator_cells(accumulators, source->low),
                 *there = parley_accumulator_cells(accumulators, source->there);
  const int64_t *holds = source->value < 0 ? NULL : parley_accumulator_cells(accumulators, source->value);
  if (!parley_column_make(&g->run->memory, out, PARLEY_BOOLEAN, groups->count, true, err)) return false;
  for (int64_t cell = 0; cell < groups->count; cell++) {
    int64_t held = holds == NULL ? 0 : holds[cell], failed = (int64_t)there[cell] - held;
    bool settled = all ? failed > 0 : held > 0;
    if (rows[cell] == 0 || (!settled && there[cell] < rows[cell])) continue;
    parley_bit_set(out->validity.data, parley_cells_group(groups, cell));
    if (settled != all) parley_bit_set(out->values.data, parley_cells_group(groups, cell));
  }
  return parley_column_seal(&g->run->memory, out, err);
}

static bool fill_any(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
                     parley_column *out, parley_error *err) {
  (void)measure;
  return fill(g, source, false, out, err);
}

static bool fill_all(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
                     parley_column *out, parley_error *err) {
  (void)measure;
  return fill(g, source, true, out, err);
}

const parley_group_kernel parley_group_do_any = {.source = truth_source, .fill = fill_any};
const parley_group_kernel parley_group_do_all = {.source = truth_source, .fill = fill_all};
