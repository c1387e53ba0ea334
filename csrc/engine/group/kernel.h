/*
** Kernels of aggregates: what each accumulates in the pass over the rows, and how its column is made. The table of
** functions names them; each is defined in the file of its kind, and nothing else lists them.
*/
#ifndef PARLEY_ENGINE_GROUP_KERNEL_H
#define PARLEY_ENGINE_GROUP_KERNEL_H

#include "engine/group/cells.h"
#include "engine/group/result.h"

/* Rows in groups, with what is accumulated of them. */
typedef struct parley_group_state {
  parley_run *run;
  parley_groups groups;
  parley_accumulators accumulators;
  parley_cells cells; /* parley_group_cells makes them */
} parley_group_state;

typedef struct parley_group_kernel {
  /* Asks for accumulators, before the pass; NULL: it needs none. */
  parley_group_source (*source)(parley_group_state *g, const parley_column *of);
  /* Fills *out, which holds nothing but a name, with one value per group; NULL: with what was accumulated, in the
     shape below. */
  bool (*fill)(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
               parley_column *out, parley_error *err);
  parley_group_shape shape;
} parley_group_kernel;

#define MEASURE(name, KIND, kernel) extern const parley_group_kernel parley_group_do_##kernel;
#define AGGREGATE(name, KIND, kernel, ...) extern const parley_group_kernel parley_group_do_##kernel;
#include "value/functions.def"

/* The accumulator of the values that are there, for kernels that need to know no more before they fill. */
parley_group_source parley_group_source_there(parley_group_state *g, const parley_column *of);

/* The rows of each group side by side, in their order; they stay the state's. NULL where that failed. */
const parley_cells *parley_group_cells(parley_group_state *g, parley_error *err);

#endif
