/* round(x, digits), the same on every engine. */
#ifndef PARLEY_VALUE_ROUNDING_H
#define PARLEY_VALUE_ROUNDING_H

#include <stdint.h>

/* To so many digits behind the point, halves away from zero; below 0 digits to tens, hundreds, …. */
double parley_scalar_round(double value, int64_t digits);

#endif
