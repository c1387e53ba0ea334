/* A thread of the reader: the chunk it has in hand, and what it knows of each column. */
#ifndef PARLEY_TEXT_PARALLEL_WORKER_H
#define PARLEY_TEXT_PARALLEL_WORKER_H

#include "text/parallel/delimiter_index.h"
#include "text/parallel/intern_table.h"
#include "value/type_inference.h"

/* What a thread knows of a column. */
typedef struct parley_column_state {
  parley_intern_table texts;
  parley_inference inference;
  bool fraction;       /* a number was no integer */
  parley_inference_fractions fractions;
  int32_t *map;        /* after a pass: codes of this thread to those of the column, from -1 (missing) on */
} parley_column_state;

/* Consecutive records without a blank line between them: `rows` of them, from end of a field `first` on. */
typedef struct parley_record_block {
  size_t first;
  int64_t rows;
} parley_record_block;

/* A thread with the chunk it is reading. */
typedef struct parley_read_worker {
  char *buffer; /* bytes of the file, and padding; `room` of them */
  size_t room;
  int64_t base;        /* place of the buffer in the file */
  size_t filled; /* bytes of the file that are there */
  char *text;          /* the records */
  size_t length;
  parley_survey survey;
  parley_delimiter_index field_ends; /* positions from `text` on */
  parley_record_block *blocks; /* of records, in order */
  int block_count, block_room;
  int64_t rows, row;   /* of this chunk; the first one's place in the Frame */
  int64_t quotes;      /* accounted for */
  char *scratch;       /* a field whose doubled quotes are undone */
  size_t scratch_room;
  uint64_t *there, *truth; /* bits of the rows of each column: has a value; the value of a boolean */
  size_t words, bits_room; /* words for each column */
  char *bytes;         /* texts that hardly repeat, column after column */
  uint32_t *ends;      /* where each ends in its column */
  size_t bytes_room, ends_room, used;
  size_t *starts;      /* of each such column in `bytes`, and the end of the last one */
  int64_t *bases;      /* where each goes in its dictionary */
  parley_column_state *states;
} parley_read_worker;

/* Makes what every chunk needs. False: no memory; then it is still to be freed. */
bool parley_read_worker_make(parley_read_worker *worker, int width);
void parley_read_worker_free(parley_read_worker *worker, int width);

#endif
