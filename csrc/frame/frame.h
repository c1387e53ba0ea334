/*
** A Frame is an immutable table of typed columns in the layout of the Apache Arrow columnar format: buffers aligned
** to 64 bytes, a validity bitmap (bit set = a value is there; none while nothing is missing), text as 32-bit codes
** into a dictionary. It is built value by value, column types settle on the way, and parley_frame_finish seals it.
** Knows no Lua.
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
#include "frame/dictionary.h"
#include "base/error.h"
#include "value/type.h"

/* A sealed column may be packed (frame/packing.h): an integer or code is `base` plus an unsigned number of `width` bytes, or
   plus its row where that is 0; a number is such an integer divided by `scale`. */
typedef struct parley_packing {
  bool packed;
  int width; /* 0, 1, 2, 4 */
  int64_t base;
  double scale; /* of numbers: 1, 10, 100, … */
} parley_packing;

typedef struct parley_column {
  char *name;
  size_t name_length;
  parley_type type;
  bool declared;         /* the type was asked for, not found out */
  int64_t length, nulls;
  int64_t room;          /* rows that fit before the buffers have to grow */
  parley_buffer validity;
  parley_buffer values;  /* int64_t, double, bits, or int32_t codes of dates and texts; 0 where missing; or packed */
  parley_packing packing;
  parley_buffer whole;   /* numbers, only while building: bits of those that came as integers */
  parley_dictionary dictionary; /* of dates and texts */
  int64_t low, high;     /* once sealed: the least and the greatest integer; low > high when there is none */
} parley_column;

typedef struct parley_frame {
  int64_t rows;
  int width;
  parley_column *columns;
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

/* Seals the Frame: every column must have the same length. */
bool parley_frame_finish(parley_frame *frame, parley_error *err);

/* Gives everything back and leaves *frame all zero, as often as called. */
void parley_frame_free(parley_frame *frame);

/* ---- columns made whole ---- */

/* Makes *column, which must hold nothing but a name, one of `rows` values for the caller to fill; with `missing`, its
   bitmap is all zero and the caller sets the bit of each value that is there. */
bool parley_column_make(parley_memory *memory, parley_column *column, parley_type type, int64_t rows, bool missing,
                        parley_error *err);

/* Seals a column that was filled: counts its missing values, finishes its dictionary, finds low and high. */
bool parley_column_seal(parley_memory *memory, parley_column *column, parley_error *err);

/* Makes *column, which must hold nothing but a name, the same values as the sealed column `of`, without a copy. */
void parley_column_share(parley_column *column, const parley_column *of);

/* Gives back all but the name. */
void parley_column_free(parley_memory *memory, parley_column *column);

/* ---- reading ---- */

static inline bool parley_column_has(const parley_column *column, int64_t row) {
  return column->validity.data == NULL || parley_bit(column->validity.data, row);
}

/* These three are of columns that are not packed; frame/packing.h reads any. */
static inline const int64_t *parley_column_integers(const parley_column *column) {
  return (const int64_t *)(const void *)column->values.data;
}

static inline const double *parley_column_numbers(const parley_column *column) {
  return (const double *)(const void *)column->values.data;
}

static inline const int32_t *parley_column_codes(const parley_column *column) {
  return (const int32_t *)(const void *)column->values.data;
}

parley_value parley_column_get(const parley_column *column, int64_t row);

/* Position of the column of that name, or -1. */
int parley_frame_find(const parley_frame *frame, const char *name, size_t length);

#endif
