/* What the machine has: cores and memory. */
#ifndef PARLEY_BASE_MACHINE_H
#define PARLEY_BASE_MACHINE_H

#include <stddef.h>

/* Cores that are at work, at least 1. */
int parley_machine_cores(void);

/* Bytes of memory; 0 where the system does not tell. */
size_t parley_machine_memory(void);

#endif
