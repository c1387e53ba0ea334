/* Groups of many possible keys: rows dealt out by key to partitions whose tables fit a cache near the processor. */
#ifndef PARLEY_ENGINE_GROUP_PARTITION_H
#define PARLEY_ENGINE_GROUP_PARTITION_H

#include "engine/group/groups.h"

/* Deals the rows out and finds their groups. */
bool parley_partition(parley_run *run, parley_groups *groups, parley_error *err);

#endif
