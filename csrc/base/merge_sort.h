/*
** A sort that can be stopped: work on data of any size has to hear of a deadline or of being cancelled, which the C
** library's qsort never does.
*/
#ifndef PARLEY_BASE_MERGE_SORT_H
#define PARLEY_BASE_MERGE_SORT_H

#include <stddef.h>

#include "base/run.h"

/* Below 0, 0 or above 0 as the left item comes before the right one, with it or behind it. */
typedef int parley_merge_comparison(const void *left, const void *right);

/* Sorts `count` items of `size` bytes each; equal ones keep their order. Fails without memory for half of them more,
   and where the run is stopped: the items are then in no order, and some may be there twice. */
bool parley_merge_sort(const parley_run *run, void *items, size_t count, size_t size, parley_merge_comparison *compare,
                       parley_error *err);

/* The same of items whose order needs more than they hold, which is `with`. */
typedef int parley_merge_order(const void *left, const void *right, const void *with);

/* Sorts so few items that nothing asks whether to stop; `spare` has room for half of them. */
void parley_merge_sort_in(void *spare, void *items, size_t count, size_t size, parley_merge_order *order,
                          const void *with);

#endif
