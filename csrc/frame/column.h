/*
** A column is what a Frame has of each variable, in the layout of the Apache Arrow columnar format: buffers aligned
** to 64 bytes, a validity bitmap (bit set = a value is there; none while nothing is missing), text as 32-bit codes into
** a dictionary. It is filled, and then sealed for good.
**
** Ownership: the caller owns the parley_column and gives back what it holds with parley_column_free, also after a
** failure; its name belongs to whoever named it.
*/
#ifndef PARLEY_FRAME_COLUMN_H
#define PARLEY_FRAME_COLUMN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"
#include "frame/dictionary.h"
#include "value/type.h"

/* A sealed column may be packed (frame/packing.h): an integer or code is `base` plus an unsigned number of `width`
   bytes, or plus its row where that is 0; a number is such an integer divided by `scale`. */
typedef struct parley_packing {
  bool packed; /* the other fields count */
  int width; /* 0, 1, 2, 4 */
  int64_t base; /* added modulo 2^64, so that any range of integers can be packed */
  double scale; /* of numbers: 1, 10, 100, … */
} parley_packing;

typedef struct parley_column {
  char *name; /* ended by a zero; may hold zeros before */
  size_t name_length; /* bytes without the zero at the end */
  parley_type type; /* PARLEY_ANY only while no value has come */
  bool declared;         /* the type was asked for, not found out */
  int64_t length, nulls; /* rows, at most INT32_MAX; missing ones among them */
  int64_t room;          /* rows that fit before the buffers have to grow */
  parley_buffer validity; /* bit set: there is a value; empty while nothing is missing */
  parley_buffer values;  /* int64_t, double, bits, or int32_t codes of dates and texts; 0 where missing; or packed */
  parley_packing packing; /* how `values` are packed; all zero where they are not */
  parley_buffer whole;   /* numbers, only while building: bits of those that came as integers */
  parley_dictionary dictionary; /* of dates and texts */
  int64_t low, high;     /* once sealed: the least and the greatest integer; low > high when there is none */
} parley_column;

static inline parley_layout parley_column_layout(const parley_column *column) { return parley_layout_of(column->type); }

/* Whether it has a dictionary. */
static inline bool parley_column_is_coded(const parley_column *column) {
  return parley_layout_is_coded(parley_column_layout(column));
}

/* ---- filling ---- */

/* Bytes of `values` for so many rows that are not packed. */
static inline size_t parley_column_size(parley_type type, int64_t rows) {
  switch (parley_layout_of(type)) {
    case PARLEY_LAYOUT_INTEGER:
    case PARLEY_LAYOUT_NUMBER: return (size_t)rows * 8;
    case PARLEY_LAYOUT_TRUTH: return parley_bits_size(rows);
    case PARLEY_LAYOUT_DATED:
    case PARLEY_LAYOUT_TEXT: return (size_t)rows * 4;
    default: return 0;
  }
}

/* Makes room for `room` rows in all; what is there stays, and bits beyond it are zero. */
bool parley_column_reserve(parley_memory *memory, parley_column *column, int64_t room, parley_error *err);

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

#endif
