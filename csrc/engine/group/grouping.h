<<<<<<< HEAD
/* Finding groups and going over their rows: sliced or partitioned (engine/group/groups.h), as the key asks for. */
#ifndef PARLEY_GROUP_GROUPING_H
#define PARLEY_GROUP_GROUPING_H
=======
/*
** Rows to groups: the rows with equal keys are one group; groups are told apart by slots, small numbers that index
** arrays. There are two ways, and the key and the number of rows alone (never the threads) decide between them:
**
** sliced       Few possible keys. The rows are cut into slices; the key's number is the slot in each, so that nothing
**              is looked up. What is worked out per slot of a slice is added up per group in the order of the slices.
** partitioned  Many. The rows are dealt out by key to partitions whose tables fit a cache near the processor; the slots
**              of a partition are its groups, and all rows of a group are there, in their order.
**
** Either way a part (a slice or a partition) is gone through in batches by one worker at a time, and the slots of part
** p are the places [offset(p), offset(p + 1)) of an array of parley_groups_places() elements. Groups are numbered in
** the order in which they first appear in the rows.
*/
#ifndef PARLEY_ENGINE_GROUP_GROUPING_H
#define PARLEY_ENGINE_GROUP_GROUPING_H
>>>>>>> 1c43cdf (Guards of headers follow their paths; a tool checks headers, prefixes, and objects)

#include "engine/group/groups.h"

/* Called with every batch of a part in turn; first with NULL, before the first one. */
typedef void parley_observer(void *data, int part, const parley_batch *batch);

/* Decides on a way and takes memory for it; partitioned rows have their groups afterwards. `key` has to outlive the
   groups. */
bool parley_groups_make(parley_run *run, const parley_key *key, int64_t rows, parley_groups *groups, parley_error *err);

/* Goes through all the rows, part by part, in threads. The first pass over sliced rows also finds the groups. */
bool parley_groups_pass(parley_run *run, parley_groups *groups, parley_observer *observe, void *data,
                        parley_error *err);

/* The number of each row's group, after the first pass. */
bool parley_groups_of_rows(parley_run *run, parley_groups *groups, int32_t *number, parley_error *err);

#endif
