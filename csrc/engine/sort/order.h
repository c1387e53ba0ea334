/* What rows are put in order by: a column and a direction. */
#ifndef PARLEY_ENGINE_SORT_ORDER_H
#define PARLEY_ENGINE_SORT_ORDER_H

#include "frame/frame.h"

typedef struct parley_sort_key {
  const parley_column *by;
  bool descending; /* missing values come last in either direction */
} parley_sort_key;

#endif
