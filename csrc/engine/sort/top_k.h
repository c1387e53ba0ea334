/* The first few rows in order, found without sorting the others. */
#ifndef PARLEY_ENGINE_SORT_TOP_K_H
#define PARLEY_ENGINE_SORT_TOP_K_H

#include "base/run.h"
#include "engine/sort/order.h"

/* The first `count` rows in order. */
bool parley_sort_top(parley_run *run, int64_t rows, const parley_sort_key *keys, int key_count, int64_t count,
                     int32_t *order, parley_error *err);

#endif
