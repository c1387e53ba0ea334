/* What the parallel reader reads, and how a reading may end. */
#ifndef PARLEY_TEXT_PARALLEL_SOURCE_H
#define PARLEY_TEXT_PARALLEL_SOURCE_H

#include "frame/frame.h"
#include "text/csv.h"
#include "text/record_reader.h"

/* Records of the same width in a regular file of UTF-8 text. */
typedef struct parley_parallel_source {
  int file;            /* stays the caller's; its position is not moved */
  int64_t start, end;  /* of the records, in the file; `end` is the size of the file */
  parley_csv_options options; /* delimiter, quote, quotes_are_data, width, limit */
  const parley_parse_rules *const *readings; /* of each column */
  int64_t chunk;       /* bytes read at a time; 0: as is best */
  int64_t look;        /* bytes looked at before, in each of a few places; 0: as is best */
  size_t memory;       /* most bytes the Frame should take, 0: any */
} parley_parallel_source;

typedef enum parley_read_result {
  PARLEY_READ_DONE,
  PARLEY_READ_UNSOUND, /* err is not filled */
  PARLEY_READ_LARGE,   /* the Frame would take more than source->memory */
  PARLEY_READ_FAILED
} parley_read_result;

/* What is known of a file from a few looks into it. */
typedef struct parley_parallel_size {
  int64_t rows; /* about so many; -1: unknown */
  double bytes; /* the least the Frame takes */
} parley_parallel_size;

#endif
