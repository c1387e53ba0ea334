/* Finding groups and going over their rows: sliced or partitioned (engine/group/groups.h), as the key asks for. */
#ifndef PARLEY_ENGINE_GROUP_FIND_GROUPS_H
#define PARLEY_ENGINE_GROUP_FIND_GROUPS_H

#include "engine/group/groups.h"

/* Called with every batch of a part in turn; first with NULL, before the first one. */
typedef void parley_groups_observer(void *data, int part, const parley_group_batch *batch);

/* Decides on a way and takes memory for it; partitioned rows have their groups afterwards. `key` has to outlive the
   groups. */
bool parley_groups_make(parley_run *run, const parley_key *key, int64_t rows, parley_groups *groups, parley_error *err);

/* Goes through all the rows, part by part, in threads. The first pass over sliced rows also finds the groups. */
bool parley_groups_pass(parley_run *run, parley_groups *groups, parley_groups_observer *observe, void *data,
                        parley_error *err);

/* The number of each row's group, after the first pass. */
bool parley_groups_of_rows(parley_run *run, parley_groups *groups, int32_t *number, parley_error *err);

#endif
