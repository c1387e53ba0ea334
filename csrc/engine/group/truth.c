/*
** any() and all() from three accumulators: rows, rows with a value, rows in which the condition holds.
**
** As in SQL: any is true where one row holds, false where none does and no value is missing; all is the mirror of it.
** Groups without rows are missing.
*/
#include "engine/group/result.h"

bool parley_group_fill_truth(parley_run *run, const parley_accumulators *accumulators,
                             const parley_group_source *source, bool all, parley_column *out, parley_error *err) {
  const parley_groups *groups = accumulators->rows;
  const uint32_t *rows = parley_accumulator_cells(accumulators, source->low),
                 *there = parley_accumulator_cells(accumulators, source->there);
  const int64_t *holds = source->value < 0 ? NULL : parley_accumulator_cells(accumulators, source->value);
  if (!parley_column_make(&run->memory, out, PARLEY_BOOLEAN, groups->count, true, err)) return false;
  for (int64_t cell = 0; cell < groups->count; cell++) {
    int64_t held = holds == NULL ? 0 : holds[cell], failed = (int64_t)there[cell] - held;
    bool settled = all ? failed > 0 : held > 0;
    if (rows[cell] == 0 || (!settled && there[cell] < rows[cell])) continue;
    parley_bit_set(out->validity.data, parley_cells_group(groups, cell));
    if (settled != all) parley_bit_set(out->values.data, parley_cells_group(groups, cell));
  }
  return parley_column_seal(&run->memory, out, err);
}
