/*
** Aggregates that need all values of a group at hand: quantiles, lists, and how many different values there are. The
** others are tallies (column_tally.h). Private to column_group.c.
*/
#ifndef PARLEY_COLUMN_AGGREGATE_H
#define PARLEY_COLUMN_AGGREGATE_H

#include "column_tally.h"

/* Each fills *out, which holds nothing but a name, with one value per group. `there` is the tally of the values that
   are there. */

bool parley_fill_quantile(parley_run *run, parley_groups *groups, const parley_tallies *tallies, int there,
                          const parley_measure *measure, parley_column *out, parley_error *err);

bool parley_fill_list(parley_run *run, parley_groups *groups, const parley_tallies *tallies, int there,
                      const parley_measure *measure, parley_column *out, parley_error *err);

bool parley_fill_count_distinct(parley_run *run, parley_groups *groups, const parley_measure *measure,
                                parley_column *out, parley_error *err);

/* Seals a column of numbers in which NaN stands for missing. */
bool parley_seal_numbers(parley_run *run, parley_column *out, parley_error *err);

static inline int64_t *parley_column_integers_out(const parley_column *column) {
  return (int64_t *)(void *)column->values.data;
}

static inline double *parley_column_numbers_out(const parley_column *column) {
  return (double *)(void *)column->values.data;
}

#endif
