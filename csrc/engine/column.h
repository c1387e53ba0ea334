/*
** The column engine: operations over the typed columns of sealed Frames. Each takes columns and rows and makes new
** ones; a plan (engine/plan.h) puts them together. Knows no Lua and no SQL.
**
** R1  Answers are those of the SQL engine: three-valued logic, missing values last in any order, integer overflow an
**     error, dates compared by their first day.
** R2  Work over many rows is split between the calling thread and others, which are joined before a function returns
**     (base/threads.h). Results do not depend on the number of threads.
** R3  A function that fails leaves its results empty (all zero), so that freeing them is harmless, and says why in err.
*/
#ifndef PARLEY_COLUMN_H
#define PARLEY_COLUMN_H

#include "frame/frame.h"

/* What a run may use. */
typedef struct parley_run {
  parley_memory memory;     /* of everything in the making */
  int threads;              /* most threads at a time, the caller's among them; less than 2: only the caller's */
  bool (*stop)(void *data, parley_error *err); /* asked now and then by the calling thread: whether to give up, and why;
                                                  NULL: never */
  void *data;
} parley_run;

/* Rows of a Frame in some order: `count` positions, or the first `count` rows themselves when `row` is NULL.
   Position -1 is a row of missing values (for left joins). */
typedef struct parley_rows {
  int32_t *row;  /* in `buffer` */
  int64_t count;
  parley_buffer buffer;
} parley_rows;

/* Room for `count` positions. */
bool parley_rows_make(parley_run *run, parley_rows *rows, int64_t count, parley_error *err);
void parley_rows_free(parley_run *run, parley_rows *rows);

/* ---- frame/gather.c ---- */

/* The values of a column at these rows. The dictionary is shared, or made anew where few of its texts are left. */
bool parley_column_take(parley_run *run, const parley_column *from, const parley_rows *rows, parley_column *out,
                        parley_error *err);

/* The same column with a dictionary in which no text is twice. */
bool parley_column_intern(parley_run *run, const parley_column *from, parley_column *out, parley_error *err);

/* ---- engine/group/group.c ---- */

typedef enum parley_aggregate {
  PARLEY_COUNT_ROWS, /* of: NULL */
  PARLEY_COUNT,
  PARLEY_COUNT_DISTINCT,
  PARLEY_SUM,        /* integers (overflow is an error), numbers, booleans (how many hold) */
  PARLEY_MEAN,
  PARLEY_MIN,
  PARLEY_MAX,
  PARLEY_QUANTILE,   /* share p; the median is p = 0.5 */
  PARLEY_FIRST,      /* first value that is there, in the order of the rows */
  PARLEY_LAST,
  PARLEY_LIST        /* texts joined with "; " in the order of the rows */
} parley_aggregate;

typedef struct parley_measure {
  parley_aggregate kind;
  const parley_column *of;
  double p;
} parley_measure;

/* Groups `rows` rows by the values of the key columns (missing is a value; dates are told apart by their text): out
   has a column for each key, then one for each measure, with one row per group, in the order in which the groups
   first appear. Without keys there is one group, also of no rows. The columns in `out` come with their names set. */
bool parley_column_group(parley_run *run, int64_t rows, const parley_column *const *keys, int key_count,
                         const parley_measure *measures, int measure_count, parley_column *out, parley_error *err);

/* The first row of each different combination of values, in ascending order. */
bool parley_column_distinct(parley_run *run, int64_t rows, const parley_column *const *keys, int key_count,
                            parley_rows *out, parley_error *err);

/* ---- engine/sort/sort.c ---- */

typedef struct parley_order {
  const parley_column *by;
  bool descending;
} parley_order;

/* Whether so few rows are wanted that they are picked out and the others not sorted. Then keys may be packed. */
bool parley_order_picks(int64_t rows, int64_t limit, int64_t offset);

/* The rows 0 .. rows - 1 in order, those after `offset` and at most `limit` of them (-1: all). Stable. Dates by first,
   then last day; texts byte by byte; what is missing comes last either way, also the first or last day of a date. */
bool parley_column_order(parley_run *run, int64_t rows, const parley_order *keys, int count, int64_t limit,
                         int64_t offset, parley_rows *out, parley_error *err);

/* ---- engine/join/join.c ---- */

typedef enum parley_join { PARLEY_INNER, PARLEY_LEFT, PARLEY_SEMI, PARLEY_ANTI } parley_join;

/* Pairs of rows whose keys are equal (missing equals nothing), in the order of the left rows, then of the right ones;
   LEFT: a left row without a match comes once, with -1. SEMI and ANTI: the left rows with or without a match; `right`
   is not touched. */
bool parley_column_join(parley_run *run, parley_join kind, const parley_column *const *left, int64_t left_rows,
                        const parley_column *const *right, int64_t right_rows, int key_count, parley_rows *left_out,
                        parley_rows *right_out, parley_error *err);

#endif
