/* Measures: what is worked out for each group, and of which column. */
#ifndef PARLEY_ENGINE_GROUP_MEASURE_H
#define PARLEY_ENGINE_GROUP_MEASURE_H

#include "frame/frame.h"

typedef enum parley_aggregate {
  PARLEY_COUNT_ROWS, /* of: NULL */
  PARLEY_COUNT,
  PARLEY_COUNT_DISTINCT,
  PARLEY_SUM,        /* integers (overflow is an error), numbers, booleans (how many hold) */
  PARLEY_MEAN,
  PARLEY_MIN,
  PARLEY_MAX,
  PARLEY_QUANTILE,   /* share p; the median is p = 0.5 */
  PARLEY_FIRST,      /* first value that is there, in the order of the rows */
  PARLEY_LAST,
  PARLEY_LIST        /* texts joined with "; " in the order of the rows */
} parley_aggregate;

typedef struct parley_measure {
  parley_aggregate kind;
  const parley_column *of;
  double p;
} parley_measure;

#endif
