/* round(x, digits), the same on every engine. */
#ifndef PARLEY_VALUE_ROUNDING_H
#define PARLEY_VALUE_ROUNDING_H

#include <stdint.h>

/* As SQLite's round(); digits below 0 are 0. */
double parley_scalar_round(double value, int64_t digits);

#endif
