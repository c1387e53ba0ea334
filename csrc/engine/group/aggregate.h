/* Columns of results that need all values of a group at hand; a file for each kind, and one for quantiles, lists and
   how many different values there are. */
#ifndef PARLEY_ENGINE_GROUP_AGGREGATE_H
#define PARLEY_ENGINE_GROUP_AGGREGATE_H

#include "engine/group/cells.h"
#include "engine/group/result.h"

/* Each fills *out, which holds nothing but a name, with one value per group. `there` is the accumulator of the values
   that are there. */

bool parley_group_fill_quantile(parley_run *run, parley_groups *groups, const parley_accumulators *accumulators,
                                int there, const parley_measure *measure, parley_column *out, parley_error *err);

bool parley_group_fill_list(parley_run *run, parley_groups *groups, const parley_accumulators *accumulators, int there,
                            const parley_measure *measure, parley_column *out, parley_error *err);

bool parley_group_fill_count_distinct(parley_run *run, parley_groups *groups, const parley_measure *measure,
                                      parley_column *out, parley_error *err);

/* A statistic of value/statistics.h. */
bool parley_group_fill_statistic(parley_run *run, const parley_cells *cells, const parley_measure *measure,
                                 const parley_function *function, parley_column *out, parley_error *err);

/* The most frequent value, of several the least. */
bool parley_group_fill_mode(parley_run *run, parley_groups *groups, const parley_measure *measure, parley_column *out,
                            parley_error *err);

/* The values of the rows with the greatest numbers in measure->other, as a list; equal ones in the order of the rows.
 */
bool parley_group_fill_top(parley_run *run, const parley_cells *cells, const parley_measure *measure,
                           parley_column *out, parley_error *err);

#endif
