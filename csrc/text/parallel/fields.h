/* The fields of a column in a chunk, read as the column's type. */
#ifndef PARLEY_TEXT_PARALLEL_FIELDS_H
#define PARLEY_TEXT_PARALLEL_FIELDS_H

#include "text/parallel/target.h"
#include "text/parallel/worker.h"

typedef enum parley_fields { PARLEY_FIELDS_READ, PARLEY_FIELDS_UNSOUND, PARLEY_FIELDS_NO_MEMORY } parley_fields;

/* Reads column `at` of the chunk to where it belongs: values to rows worker->row on, texts that hardly repeat to
   worker->bytes, bits to the worker's. `width` fields in a record, `quote` -1: quotes are data. */
parley_fields parley_fields_read(parley_read_worker *worker, parley_read_target *target, int at, int width, int quote);

/* Makes a target ready for a pass in which it is read as its type. */
void parley_read_target_begin(parley_read_target *target);

#endif
