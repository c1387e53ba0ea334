/*
** Window functions: a value for each row from the rows of its group, in the order in which the rows are given. What
** they mean is said in value/functions.def; a window that is an aggregate gives every row the value of its group.
*/
#ifndef PARLEY_ENGINE_WINDOW_WINDOW_H
#define PARLEY_ENGINE_WINDOW_WINDOW_H

#include "engine/group/group_by.h"

typedef struct parley_window_function {
  parley_window_kind kind;
  const parley_column *of; /* NULL: ROW_NUMBER */
  int64_t n;               /* rows back or ahead of LAG and LEAD, rows of ROLLING_MEAN */
} parley_window_function;

/* Makes out, columns with nothing but names, one of a value a row for each measure and then for each window, over the
   groups that the key columns make. Fails on a sum of integers that does not fit 64 bits. */
bool parley_window_run(parley_run *run, const parley_group_input *groups, const parley_window_function *windows,
                       int window_count, parley_column *out, parley_error *err);

#endif
