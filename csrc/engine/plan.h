/*
** A plan: what one pass of the column engine makes of a Frame. Filters choose rows; then come groups, different rows,
** or rows in an order and within a limit; the columns are computed last, for the rows that are left. Longer queries are
** several plans, each over the Frame that the one before has made.
**
** Ownership: a plan and all it points to are the caller's, and are read only. Rows are lists of 32-bit positions.
*/
#ifndef PARLEY_ENGINE_PLAN_H
#define PARLEY_ENGINE_PLAN_H

#include "engine/expr/expr.h"
#include "engine/group/group_by.h"
#include "engine/join/join.h"

typedef enum parley_plan_kind {
  PARLEY_PLAN_ROWS, /* the columns for each row left, in the order asked for */
  PARLEY_PLAN_GROUPS,  /* the first `keys` columns are keys, the others what the measures are taken of */
  PARLEY_PLAN_WINDOWS, /* the first `keys` columns are keys, those before `carried` what measures and windows are taken
                          of */
  PARLEY_PLAN_DISTINCT /* each different combination of the columns' values once, where it first appears */
} parley_plan_kind;

/* One measure of the groups; `column` is the position of what it is taken of among the plan's columns, or -1. */
typedef struct parley_plan_measure {
  parley_aggregate kind; /* of value/functions.def */
  int column, other; /* other: of those that look at two columns, else -1 */
  double p; /* of quantiles, from 0 to 1; of top, how many */
  const char *separator; /* string_agg only; not ended by a zero */
  size_t separator_length; /* bytes */
} parley_plan_measure;

/* One window; `column` as above. */
typedef struct parley_plan_window {
  parley_window_kind kind;
  int column;
  int64_t n; /* of lag, lead and rolling windows: rows */
} parley_plan_window;

typedef struct parley_plan {
  parley_plan_kind kind; /* says which of the fields below count */
  const parley_expression *filters; /* booleans, in the query's order */
  int filter_count;
  const parley_expression *columns; /* what is computed, see the kinds */
  int width; /* number of columns */
  int keys; /* how many of them are keys, the first ones */
  const parley_plan_measure *measures;
  int measure_count;
  const parley_plan_window *windows; /* windows only */
  int window_count, carried;         /* carried: the first column that goes into the result as it is */
  const parley_expression *order; /* rows and windows only */
  const bool *descending; /* for each of `order`; missing values come last in either direction */
  int order_count;
  int64_t limit, offset;          /* rows and windows only; -1: no limit */
} parley_plan;

/* Columns of the result: those of the plan, or keys and measures, or those carried, measures and windows. */
int parley_plan_width(const parley_plan *plan);

/* Runs the plan. `out` is an empty Frame of parley_plan_width columns that have their names; it counts with
   run->memory, which must have been its own. */
bool parley_plan_run(parley_run *run, const parley_frame *frame, const parley_plan *plan, parley_frame *out,
                     parley_error *err);

/* One column of a join's result: column `column` of the left Frame, or of the right one. */
typedef struct parley_plan_join_column {
  bool right; /* of the right Frame */
  int column;
} parley_plan_join_column;

/* A join of two Frames on columns left_keys[i] = right_keys[i], and the columns of its result. */
typedef struct parley_plan_joining {
  parley_join kind;
  const parley_frame *left, *right;
  const int *left_keys, *right_keys;
  int key_count;
  const parley_plan_join_column *columns;
} parley_plan_joining;

/* Joins two Frames; out as above, with a column for each of `columns`. */
bool parley_plan_join(parley_run *run, const parley_plan_joining *plan, parley_frame *out, parley_error *err);

/* Puts columns one below the other: column i of `out`, which is as above, gets the values of columns[i * count] to
   columns[i * count + count - 1], sealed columns of one type. */
bool parley_plan_stack(parley_run *run, const parley_column *const *columns, int count, parley_frame *out,
                       parley_error *err);

#endif
