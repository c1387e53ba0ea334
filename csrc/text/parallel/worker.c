/* Blocks grow as chunks need them and are kept from chunk to chunk. */
#include "text/parallel/worker.h"

#include <string.h>

#include "base/buffer.h"

/* After a failure the worker is freed like one that is whole: what was not reached is NULL. */
bool parley_read_worker_make(parley_read_worker *worker, int width) {
  size_t states = (size_t)width * sizeof *worker->states, starts = ((size_t)width + 1) * sizeof *worker->starts;
  worker->bases = parley_alloc(NULL, (size_t)width * sizeof *worker->bases);
  if (worker->bases == NULL) return false;
  worker->states = parley_alloc(NULL, states);
  if (worker->states == NULL) return false;
  memset(worker->states, 0, states);
  worker->starts = parley_alloc(NULL, starts);
  if (worker->starts == NULL) return false;
  memset(worker->starts, 0, starts);
  return true;
}

/* The states come last, since the texts of each are freed through them. */
void parley_read_worker_free(parley_read_worker *worker, int width) {
  for (int i = 0; worker->states != NULL && i < width; i++) {
    parley_intern_free(&worker->states[i].texts);
    parley_alloc(worker->states[i].map, 0);
  }
  parley_delimiter_index_free(&worker->field_ends);
  parley_alloc(worker->buffer, 0);
  parley_alloc(worker->blocks, 0);
  parley_alloc(worker->scratch, 0);
  parley_alloc(worker->there, 0);
  parley_alloc(worker->bytes, 0);
  parley_alloc(worker->ends, 0);
  parley_alloc(worker->starts, 0);
  parley_alloc(worker->bases, 0);
  parley_alloc(worker->states, 0);
  *worker = (parley_read_worker){0};
}
