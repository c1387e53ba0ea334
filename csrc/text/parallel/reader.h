/*
** A CSV file into a Frame: chunks of the file are read at the same time, each straight into the columns at its place.
** Knows no Lua.
**
** R1  The Frame is the one that reading record by record gives (text/record_reader.h, value/type_inference.h), whatever the number of threads
**     and the size of the chunks: types settled over whole columns, codes in the order in which texts first appear.
** R2  Only text in order is read here. A record that is not sound, bytes that are not UTF-8 or a value that is not of
**     its stated type end the reading with PARLEY_READ_UNSOUND, and reading record by record tells what is wrong.
** R3  A column of texts that hardly repeat has a dictionary that is not `distinct`: every row has an entry of its own.
*/
#ifndef PARLEY_COLUMN_READ_H
#define PARLEY_COLUMN_READ_H

#include "base/run.h"
#include "frame/frame.h"
#include "text/csv.h"
#include "text/record_reader.h"

/* Records of the same width in a regular file of UTF-8 text. */
typedef struct parley_csv_source {
  int file;            /* stays the caller's; its position is not moved */
  int64_t start, end;  /* of the records, in the file; `end` is the size of the file */
  parley_csv_options options; /* delimiter, quote, quotes_are_data, width, limit */
  const parley_reading *const *readings; /* of each column */
  int64_t chunk;       /* bytes read at a time; 0: as is best */
  int64_t look;        /* bytes looked at before, in each of a few places; 0: as is best */
  size_t memory;       /* most bytes the Frame should take, 0: any */
} parley_csv_source;

typedef enum parley_read_result {
  PARLEY_READ_DONE,
  PARLEY_READ_UNSOUND, /* err is not filled */
  PARLEY_READ_LARGE,   /* the Frame would take more than source->memory */
  PARLEY_READ_FAILED
} parley_read_result;

/* What is known of a file from a few looks into it. */
typedef struct parley_csv_size {
  int64_t rows; /* about so many; -1: unknown */
  double bytes; /* the least the Frame takes */
} parley_csv_size;

/* Fills the columns of *frame, which has their names and stated types (PARLEY_ANY: by their values) and is empty, and
   leaves it to parley_frame_finish. After any other result than DONE it is to be freed. */
parley_read_result parley_column_read(parley_run *run, const parley_csv_source *source, parley_frame *frame,
                                      parley_csv_size *size, parley_error *err);

#endif
