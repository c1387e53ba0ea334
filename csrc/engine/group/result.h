/* Columns of results that were accumulated: one value per group. */
#ifndef PARLEY_ENGINE_GROUP_RESULT_H
#define PARLEY_ENGINE_GROUP_RESULT_H

#include "engine/group/accumulators.h"
#include "engine/group/measure.h"

/* What a measure is made of: places in the list of accumulators. */
typedef struct parley_group_source {
  int value, low, there; /* low: -1 for none; of any and all: the rows */
} parley_group_source;

static inline bool parley_group_has_text(const parley_column *column) {
  return parley_column_is_coded(column);
}

/* How values come out of accumulators. */
typedef enum parley_group_shape {
  PARLEY_GROUP_COUNTS,   /* of `there` */
  PARLEY_GROUP_SUMS,     /* integers that do not fit are an error */
  PARLEY_GROUP_MEANS,    /* sums divided by `there` */
  PARLEY_GROUP_EXTREMES, /* of numbers and booleans the value, of dates and texts that of a row */
  PARLEY_GROUP_ROWS      /* the value of a row */
} parley_group_shape;

/* Fills *out, which holds nothing but a name, with one value per group. */
bool parley_group_fill_accumulated(parley_run *run, const parley_accumulators *accumulators,
                                   const parley_group_source *source, const parley_measure *measure,
                                   parley_group_shape shape, parley_column *out, parley_error *err);

/* Seals a column of numbers in which NaN stands for missing. */
bool parley_group_seal_numbers(parley_run *run, parley_column *out, parley_error *err);

static inline int64_t *parley_group_integers_out(const parley_column *column) {
  return (int64_t *)(void *)column->values.data;
}

static inline double *parley_group_numbers_out(const parley_column *column) {
  return (double *)(void *)column->values.data;
}

#endif
