/* What the parts of the reader share: columns in the making, and what each thread has in hand. */
#ifndef PARLEY_COLUMN_READ_PARTS_H
#define PARLEY_COLUMN_READ_PARTS_H

#include <stdatomic.h>

#include "text/parallel/reader.h"
#include "text/parallel/delimiter_index.h"
#include "text/parallel/intern_table.h"

/* How the fields of a column are read in one pass over the file. */
typedef enum parley_read_kind {
  PARLEY_READ_NOTHING, /* they are only checked: the column is done, or this way did not do */
  PARLEY_READ_MISSING, /* as missing values; there should be no others */
  PARLEY_READ_INTEGERS,
  PARLEY_READ_NUMBERS,
  PARLEY_READ_BOOLEANS,
  PARLEY_READ_CODES,   /* dates and texts that repeat: each different one is looked at once */
  PARLEY_READ_TEXTS,   /* texts that hardly repeat: appended */
  PARLEY_READ_GUESS    /* only to find out the type */
} parley_read_kind;

typedef struct parley_target {
  parley_column *column;
  const parley_reading *reading;
  parley_read_kind kind;
  parley_type type;
  bool stated;         /* by the user: a field that does not read so is an error */
  bool certain;        /* the type is known to be right */
  bool hardly_repeats; /* its texts, as far as is known */
  parley_guess like;   /* of a value that is of this type and of no other */
  atomic_bool failed;  /* a value is not of the type */
  int place;           /* among the columns of texts that hardly repeat */
  bool mapped;         /* after a pass: its codes are those of the threads */
} parley_target;

/* What a thread knows of a column. */
typedef struct parley_lane {
  parley_met texts;
  parley_guess guess;
  bool fraction;       /* a number was no integer */
  int32_t *map;        /* after a pass: codes of this thread to those of the column, from -1 (missing) on */
} parley_lane;

/* Consecutive records without a blank line between them: `rows` of them, from stop `first` on. */
typedef struct parley_stretch {
  size_t first;
  int64_t rows;
} parley_stretch;

/* A thread with the chunk it is reading. */
typedef struct parley_hand {
  char *buffer;
  size_t room;
  int64_t base;        /* place of the buffer in the file */
  size_t filled;
  char *text;          /* the records */
  size_t length;
  parley_survey survey;
  parley_stops stops;
  parley_stretch *stretches;
  int stretch_count, stretch_room;
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
  parley_lane *lanes;
} parley_hand;

/* ---- text/parallel/fields.c ---- */

typedef enum parley_fields { PARLEY_FIELDS_READ, PARLEY_FIELDS_UNSOUND, PARLEY_FIELDS_NO_MEMORY } parley_fields;

/* Reads column `at` of the chunk to where it belongs: values to rows hand->row on, texts that hardly repeat to
   hand->bytes, bits to the hand's. `width` fields in a record, `quote` -1: quotes are data. */
parley_fields parley_fields_read(parley_hand *hand, parley_target *target, int at, int width, int quote);

/* Makes a target ready for a pass in which it is read as its type. */
void parley_target_begin(parley_target *target);

/* ---- text/parallel/sample.c ---- */

typedef struct parley_sample {
  int64_t rows, bytes; /* records looked at, and their bytes */
  int64_t *text_bytes; /* of each column */
  bool whole;          /* that is all of the file */
} parley_sample;

/* Looks at a few places of the file, and sets type and kind of each target. False: no memory. */
bool parley_sample_take(const parley_csv_source *source, parley_target *targets, parley_sample *sample);

#endif
