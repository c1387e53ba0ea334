/* Quantiles of a sample: linear interpolation between the two values they lie between (R's type 7). */
#ifndef PARLEY_VALUE_QUANTILE_H
#define PARLEY_VALUE_QUANTILE_H

#include <stddef.h>

#include "base/run.h"

/* The quantile at share p (0 to 1) of `count` numbers, at least one and none of them NaN; changes their order. Fails
   where the run is stopped, and without memory. */
bool parley_quantile(const parley_run *run, double *x, size_t count, double p, double *out, parley_error *err);

#endif
