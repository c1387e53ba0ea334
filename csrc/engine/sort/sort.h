/* Rows in order: the one door of the sorting room. */
#ifndef PARLEY_ENGINE_SORT_SORT_H
#define PARLEY_ENGINE_SORT_SORT_H

#include "engine/sort/order.h"
#include "frame/rows.h"

/* Whether so few rows are wanted that they are picked out and the others not sorted. Then keys may be packed. */
bool parley_sort_picks(int64_t rows, int64_t limit, int64_t offset);

/* The rows 0 .. rows - 1 in order, those after `offset` and at most `limit` of them (-1: all). Stable. Dates by first,
   then last day; texts byte by byte; what is missing comes last either way, also the first or last day of a date. */
bool parley_sort_rows(parley_run *run, int64_t rows, const parley_sort_key *keys, int count, int64_t limit,
                      int64_t offset, parley_rows *out, parley_error *err);

#endif
