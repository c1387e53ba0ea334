/* Measures: what is worked out for each group, and of which column. */
#ifndef PARLEY_ENGINE_GROUP_MEASURE_H
#define PARLEY_ENGINE_GROUP_MEASURE_H

#include "frame/frame.h"
#include "value/functions.h"

typedef struct parley_measure {
  parley_aggregate kind;   /* not MEDIAN, which is the quantile of p = 0.5 */
  const parley_column *of; /* NULL: COUNT_ROWS */
  double p;                /* of QUANTILE */
} parley_measure;

#endif
