/* Measures: what is worked out for each group, and of which column. */
#ifndef PARLEY_ENGINE_GROUP_MEASURE_H
#define PARLEY_ENGINE_GROUP_MEASURE_H

#include "frame/frame.h"
#include "value/functions.h"

typedef struct parley_measure {
  parley_aggregate kind;
  const parley_column *of; /* NULL: COUNT_ROWS */
  const parley_column *other; /* the second column, of those that look at two */
  double p;                /* share of QUANTILE, how many of TOP */
  const char *separator;   /* of STRING_AGG; NULL: "; " */
  size_t separator_length;
} parley_measure;

#endif
