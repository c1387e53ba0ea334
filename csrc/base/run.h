/* What a run of the engine may use: memory, threads, and whether it is to stop. One run belongs to one call. */
#ifndef PARLEY_BASE_RUN_H
#define PARLEY_BASE_RUN_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

typedef struct parley_run {
  parley_memory memory;     /* of everything in the making */
  int threads;              /* most threads at a time, the caller's among them; less than 2: only the caller's */
  bool (*stop)(void *data, parley_error *err); /* asked now and then by the calling thread: whether to give up, and why;
                                                  NULL: never */
  void *data;
} parley_run;

#endif
