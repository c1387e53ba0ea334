/*
** A Frame is an immutable table of typed columns (frame/column.h). It is built value by value, column types settle on
** the way, and parley_frame_finish seals it. Knows no Lua.
**
** Ownership: the caller owns the parley_frame and gives back what it holds with parley_frame_free, also after a
** failure. Text passed in is copied; text read out belongs to the Frame.
*/
#ifndef PARLEY_FRAME_FRAME_H
#define PARLEY_FRAME_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"
#include "frame/column.h"
#include "value/type.h"

typedef struct parley_frame {
  int64_t rows; /* at most INT32_MAX, so that positions fit 32 bits */
  int width; /* number of columns */
  parley_column *columns; /* an array of `width`; owned */
  parley_memory memory;  /* what the columns take themselves, without what they share with other Frames */
} parley_frame;

/* ---- building ---- */

/* Makes *frame, which must be all zero, an empty table of `width` columns that may take `limit` bytes (0: any). */
bool parley_frame_create(parley_frame *frame, int width, size_t limit, parley_error *err);

/* Names column `at` and declares its type; PARLEY_ANY lets the values decide. */
bool parley_frame_name(parley_frame *frame, int at, const char *name, size_t length, parley_type type,
                       parley_error *err);

/* Each adds one value to column `at`. A value that does not fit the type turns the column into the nearest type
   that holds all its values: integers to numbers when every one is exact, else text. NaN is a missing value, and
   -0.0 is 0.0, as in SQLite. */
bool parley_frame_add_null(parley_frame *frame, int at, parley_error *err);
bool parley_frame_add_integer(parley_frame *frame, int at, int64_t value, parley_error *err);
bool parley_frame_add_number(parley_frame *frame, int at, double value, parley_error *err);
bool parley_frame_add_boolean(parley_frame *frame, int at, bool value, parley_error *err);
bool parley_frame_add_text(parley_frame *frame, int at, const char *text, size_t length, parley_error *err);
bool parley_frame_add_value(parley_frame *frame, int at, const parley_value *value, parley_error *err);

/* Seals the Frame: every column must have the same length. */
bool parley_frame_finish(parley_frame *frame, parley_error *err);

/* Gives everything back and leaves *frame all zero, as often as called. */
void parley_frame_free(parley_frame *frame);

/* ---- reading ---- */

/* Position of the column of that name, or -1. */
int parley_frame_find(const parley_frame *frame, const char *name, size_t length);

#endif
