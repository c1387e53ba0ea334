/*
** Rows of a group side by side: where the items of each cell begin follows from how many each place has, and each part
** of the rows has its own room in a cell, so that parts are written in any order and read in theirs.
*/
#ifndef PARLEY_ENGINE_GROUP_CELLS_H
#define PARLEY_ENGINE_GROUP_CELLS_H

#include "engine/group/find_groups.h"

typedef struct parley_cells {
  const parley_groups *groups; /* must outlive the cells */
  int64_t count; /* of the cells, as many as groups */
  uint32_t *start;  /* of each cell, and the end of the last one */
  uint32_t *cursor; /* where the next item of each place is written; moves while they are */
  int32_t *row;     /* the rows, where parley_cells_of_rows made them */
  parley_buffer starts, cursors, rows; /* memory of the three */
} parley_cells;

/* Cuts room for `items` of each place, after the first pass; the caller writes them in a pass of its own. Frees what it
   took where it fails; else the caller does, with parley_cells_free. */
bool parley_cells_cut(parley_run *run, const parley_groups *groups, const uint32_t *items, parley_cells *out,
                      parley_error *err);

/* The same with all the rows as the items, written: those of a cell in their order. */
bool parley_cells_of_rows(parley_run *run, parley_groups *groups, parley_cells *out, parley_error *err);

void parley_cells_free(parley_run *run, parley_cells *cells);

#endif
