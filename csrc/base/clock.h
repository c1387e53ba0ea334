/* The clock that limits and waits are measured by. */
#ifndef PARLEY_BASE_CLOCK_H
#define PARLEY_BASE_CLOCK_H

#include <stdint.h>

/* Nanoseconds since some moment; never goes back. */
int64_t parley_clock_now(void);

#endif
