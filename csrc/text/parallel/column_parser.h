/* The fields of a column in a chunk, read as the column's type. */
#ifndef PARLEY_TEXT_PARALLEL_COLUMN_PARSER_H
#define PARLEY_TEXT_PARALLEL_COLUMN_PARSER_H

#include "text/parallel/target.h"
#include "text/parallel/worker.h"

typedef enum parley_column_parser_outcome {
  PARLEY_COLUMN_PARSER_ALL,
  PARLEY_COLUMN_PARSER_UNSOUND,
  PARLEY_COLUMN_PARSER_NO_MEMORY
} parley_column_parser_outcome;

/* Reads column `at` of the chunk to where it belongs: values to rows worker->row on, texts that hardly repeat to
   worker->bytes, bits to the worker's. `width` fields in a record, `quote` -1: quotes are data. */
parley_column_parser_outcome parley_column_parser_read(parley_read_worker *worker, parley_read_target *target, int at,
                                                       int width, int quote);

/* Makes a target ready for a pass in which it is read as its type. */
void parley_read_target_begin(parley_read_target *target);

#endif
