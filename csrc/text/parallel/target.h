/* A column that is being read: where its values go, and what is known of its type. */
#ifndef PARLEY_TEXT_PARALLEL_TARGET_H
#define PARLEY_TEXT_PARALLEL_TARGET_H

#include <stdatomic.h>

#include "frame/frame.h"
#include "value/type_inference.h"

/* How the fields of a column are read in one pass over the file. */
typedef enum parley_read_kind {
  PARLEY_READ_NOTHING, /* they are only checked: the column is done, or this way did not do */
  PARLEY_READ_MISSING, /* as missing values; there should be no others */
  PARLEY_READ_INTEGERS,
  PARLEY_READ_NUMBERS,
  PARLEY_READ_BOOLEANS,
  PARLEY_READ_WRITTEN, /* a written type: its texts are read one by one, into integers or numbers */
  PARLEY_READ_CODES,   /* dates and texts that repeat: each different one is looked at once */
  PARLEY_READ_TEXTS,   /* texts that hardly repeat: appended */
  PARLEY_READ_INFERENCE /* only to find out the type */
} parley_read_kind;

typedef struct parley_read_target {
  parley_column *column;
  const parley_parse_rules *reading;
  parley_read_kind kind;
  parley_type type;
  bool stated;         /* by the user: a field that does not read so is an error */
  bool certain;        /* the type is known to be right */
  bool hardly_repeats; /* its texts, as far as is known */
  parley_inference like; /* of a value that is of this type and of no other */
  atomic_bool failed;  /* a value is not of the type */
  int place;           /* among the columns of texts that hardly repeat */
  bool mapped;         /* after a pass: its codes are those of the threads */
} parley_read_target;

#endif
