/*
** What is counted is what was asked for; what the allocator of the system adds is not known here.
*/
#include "base/memory.h"

#include <stdlib.h>

#ifdef PARLEY_TEST_ALLOC
long parley_alloc_countdown = 0;
#endif

/* C leaves open what realloc does with a size of 0, so that freeing is written out. */
void *parley_alloc(void *block, size_t size) {
#ifdef PARLEY_TEST_ALLOC
  if (size > 0 && parley_alloc_countdown > 0 && --parley_alloc_countdown == 0) return NULL;
#endif
  if (size > 0) return realloc(block, size);
  free(block);
  return NULL;
}

bool parley_memory_refuse(const parley_memory *memory, parley_error *err) {
  return parley_fail_with(err, memory->machine ? "limit.machine_memory" : "limit.memory", "bytes=%zu", memory->limit);
}

/* No difference can fall below zero: limit - more is only taken when more is not above the limit. */
bool parley_memory_take(parley_memory *memory, size_t more, parley_error *err) {
  size_t taken = memory->bytes + memory->around;
  bool over = memory->limit > 0 && (more > memory->limit || taken > memory->limit - more);
  if (over) return parley_memory_refuse(memory, err);
  memory->bytes += more;
  return true;
}

void parley_memory_give(parley_memory *memory, size_t less) { memory->bytes -= less; }
