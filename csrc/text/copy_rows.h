/*
** Rows in the binary format of PostgreSQL's COPY, which is a text format of that server's as CSV is one of all: a
** signature, rows of fields, a trailer. A field is its length and its bytes, the highest first.
**
** Integers are for columns that are bigint, numbers for double precision, booleans for boolean, texts for text;
** anything missing for any.
**
** Ownership: the caller owns the struct, all zero at first, and gives back what it holds with parley_copy_rows_free.
** Where there was no room, `failed` tells it.
*/
#ifndef PARLEY_TEXT_COPY_ROWS_H
#define PARLEY_TEXT_COPY_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "value/type.h"

typedef struct parley_copy_rows {
  char *bytes;
  size_t used, room;
  bool failed;
} parley_copy_rows;

/* What stands in front of all rows, and behind them. */
void parley_copy_rows_signature(parley_copy_rows *rows);
void parley_copy_rows_trailer(parley_copy_rows *rows);

/* Begins a row of so many fields. */
void parley_copy_rows_begin(parley_copy_rows *rows, int fields);

/* A field. */
void parley_copy_rows_add(parley_copy_rows *rows, const parley_value *value);

/* Bytes that were written before, as they are. */
void parley_copy_rows_repeat(parley_copy_rows *rows, const char *bytes, size_t length);

void parley_copy_rows_free(parley_copy_rows *rows);

#endif
