/* The columns of a Frame while chunks of a file go into them. */
#ifndef PARLEY_TEXT_PARALLEL_COLUMNS_H
#define PARLEY_TEXT_PARALLEL_COLUMNS_H

#include "text/parallel/sample.h"
#include "text/parallel/source.h"
#include "text/parallel/worker.h"

/* Where a chunk went, and who read it. */
typedef struct parley_chunk_rows {
  int64_t row, rows;
  int number;
} parley_chunk_rows;

typedef struct parley_columns {
  parley_frame *frame; /* the caller's */
  parley_read_target *targets;
  int width; /* columns */
  parley_sample sample;
  int64_t rows, room;       /* rows so far in this pass; that fit */
  int64_t first_rows;       /* in the first pass; -1 before it is over */
  double expected;          /* rows of the file, about */
  int text_count;           /* targets of texts that hardly repeat */
  int64_t *text_used;       /* bytes so far, of each of them */
  parley_chunk_rows *chunks;
  int64_t chunk_count;
} parley_columns;

/* ---- all columns ---- */

/* Looks into the file and plans how to read its columns. */
parley_read_result parley_columns_make(parley_columns *columns, const parley_parallel_source *source,
                                       parley_frame *frame, parley_parallel_size *size, parley_error *err);

/* Begins a pass. */
bool parley_columns_begin(parley_columns *columns, int64_t chunk_count, parley_error *err);

/* Ends it: UNSOUND when the file has other records than in the pass before. What was read is settled then
   (text/parallel/confirm_types.h). */
parley_read_result parley_columns_end(parley_columns *columns);
bool parley_columns_are_done(const parley_columns *columns);

void parley_columns_free(parley_columns *columns);

/* ---- a chunk ---- */

/* Makes room in the worker for the bits and texts of its chunk. False: no memory. */
bool parley_columns_ready(const parley_columns *columns, parley_read_worker *worker);

/* Whether the chunk fits in; `share`: the whole file is that many times what has been read so far. */
bool parley_columns_fit(const parley_columns *columns, const parley_read_worker *worker);
bool parley_columns_grow(parley_columns *columns, const parley_read_worker *worker, double share, parley_error *err);

/* Gives the chunk its rows. */
void parley_columns_place(parley_columns *columns, parley_read_worker *worker, int64_t chunk, int number);

void parley_columns_put_texts(const parley_columns *columns, const parley_read_worker *worker);
void parley_columns_put_bits(const parley_columns *columns, const parley_read_worker *worker);

#endif
