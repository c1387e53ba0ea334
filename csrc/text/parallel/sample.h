/* A few looks into a file before it is read: how many rows, which types, how long the texts are. */
#ifndef PARLEY_TEXT_PARALLEL_SAMPLE_H
#define PARLEY_TEXT_PARALLEL_SAMPLE_H

#include "text/parallel/source.h"
#include "text/parallel/target.h"

typedef struct parley_sample {
  int64_t rows, bytes; /* records looked at, and their bytes */
  int64_t *text_bytes; /* of each column */
  bool whole;          /* that is all of the file */
} parley_sample;

/* Looks at a few places of the file, and sets type and kind of each target. False: no memory. */
bool parley_sample_take(const parley_parallel_source *source, parley_read_target *targets, parley_sample *sample);

#endif
