/*
** Memory: the one allocation function, which tests can make fail, and a count of bytes against the limit of a call.
**
** Threads: parley_alloc may be called from any; a parley_memory belongs to the calling one.
*/
#ifndef PARLEY_BASE_MEMORY_H
#define PARLEY_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* realloc, or free when size is 0. With PARLEY_TEST_ALLOC defined, the parley_alloc_countdown-th call fails. */
void *parley_alloc(void *block, size_t size);
#ifdef PARLEY_TEST_ALLOC
extern long parley_alloc_countdown; /* 0: never fails */
#endif

typedef struct parley_memory {
  size_t bytes, limit; /* taken; most that may be taken, 0: no limit */
  size_t around; /* taken beside it, of the same limit, by what was made before and is still there */
  bool machine; /* the limit is all the memory of the machine, set by nobody */
} parley_memory;

/* Counts bytes against the limit; fails with a message that names it. parley_memory_give takes them off again. */
bool parley_memory_take(parley_memory *memory, size_t more, parley_error *err);
void parley_memory_give(parley_memory *memory, size_t less);

/* Always false: the message for more than the limit. */
bool parley_memory_refuse(const parley_memory *memory, parley_error *err);

#endif
