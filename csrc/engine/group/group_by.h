/* Grouping: a column for each key and each measure, with one row per group, and the rows that differ. */
#ifndef PARLEY_ENGINE_GROUP_GROUP_BY_H
#define PARLEY_ENGINE_GROUP_GROUP_BY_H

#include "engine/group/cells.h"
#include "engine/group/measure.h"
#include "frame/frame.h"
#include "frame/rows.h"

/* What is grouped, and what is taken of each group. All of it stays the caller's. */
typedef struct parley_group_input {
  int64_t rows;
  const parley_column *const *keys;
  int key_count;
  const parley_measure *measures;
  int measure_count;
} parley_group_input;

/* Groups rows by the values of the key columns (missing is a value; dates are told apart by their text): out has a
   column for each key, then one for each measure, with one row per group, in the order in which the groups first
   appear. Without keys there is one group, also of no rows. The columns in `out` come with their names set. */
bool parley_group_run(parley_run *run, const parley_group_input *input, parley_column *out, parley_error *err);

/* The same rows and groups for windows: a column for each measure with one value per row, that of its group; the number
   of each row's group, and the rows of each group side by side (their `groups` are gone). The caller frees both. */
bool parley_group_rows(parley_run *run, const parley_group_input *input, parley_column *out, parley_rows *group,
                       parley_cells *cells, parley_error *err);

/* The first row of each different combination of values, in ascending order; measures are not looked at. */
bool parley_group_distinct(parley_run *run, const parley_group_input *input, parley_rows *out, parley_error *err);

#endif
