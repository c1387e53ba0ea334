/* Aggregates that need all values of a group at hand: quantiles, lists, and how many different values there are. */
#ifndef PARLEY_COLUMN_AGGREGATE_H
#define PARLEY_COLUMN_AGGREGATE_H

#include "engine/group/result.h"

/* Each fills *out, which holds nothing but a name, with one value per group. `there` is the tally of the values that
   are there. */

bool parley_fill_quantile(parley_run *run, parley_groups *groups, const parley_tallies *tallies, int there,
                          const parley_measure *measure, parley_column *out, parley_error *err);

bool parley_fill_list(parley_run *run, parley_groups *groups, const parley_tallies *tallies, int there,
                      const parley_measure *measure, parley_column *out, parley_error *err);

bool parley_fill_count_distinct(parley_run *run, parley_groups *groups, const parley_measure *measure,
                                parley_column *out, parley_error *err);

#endif
