/*
** Packing: what takes less room at rest. Integers of a small range, numbers of few decimals and codes of a small
** dictionary are kept in one, two or four bytes, and a column that counts its rows in none. Who reads many values
** unpacks a batch of them at a time; who wants the column as it was opens it.
*/
#ifndef PARLEY_FRAME_PACKING_H
#define PARLEY_FRAME_PACKING_H

#include "frame/column.h"

/* Whether a column of so many rows is worth packing. */
bool parley_packing_pays(int64_t rows);

/* Packs a sealed column whose values nobody else shares, where that saves room; trimming then gives the room back. The
   first may run on any thread. */
void parley_packing_apply(parley_column *column);
bool parley_packing_trim(parley_memory *memory, parley_column *column, parley_error *err);

/* Bytes of one value of a column that is not packed. */
size_t parley_packing_value_size(parley_type type);

/* ---- packed values: int64_t, double, or int32_t codes, as the type says ---- */

/* The values [from, from + count) of a packed column. */
void parley_unpack(const parley_column *column, int64_t from, int64_t count, void *out);

/* The values at some rows, 0 at row -1. */
void parley_unpack_at(const parley_column *column, const int32_t *row, int64_t count, void *out);

/* ---- values of any column, packed or not ---- */

/* The value at a row, PARLEY_ANY where it is missing; its text belongs to the column. */
parley_value parley_column_get(const parley_column *column, int64_t row);

/* The values [from, from + count), which are in `room` if they had to be unpacked. */
static inline const void *parley_values(const parley_column *column, int64_t from, int64_t count, void *room) {
  if (!column->packing.packed) return column->values.data + (size_t)from * parley_packing_value_size(column->type);
  parley_unpack(column, from, count, room);
  return room;
}

static inline uint64_t parley_packing_part(const parley_column *column, int64_t row) {
  const void *values = column->values.data;
  switch (column->packing.width) {
    case 0: return (uint64_t)row;
    case 1: return ((const uint8_t *)values)[row];
    case 2: return ((const uint16_t *)values)[row];
    default: return ((const uint32_t *)values)[row];
  }
}

static inline int64_t parley_packing_integer(const parley_column *column, int64_t row) {
  return (int64_t)((uint64_t)column->packing.base + parley_packing_part(column, row));
}

static inline int64_t parley_integer_at(const parley_column *column, int64_t row) {
  return column->packing.packed ? parley_packing_integer(column, row) : parley_column_integers(column)[row];
}

static inline double parley_number_at(const parley_column *column, int64_t row) {
  if (!column->packing.packed) return parley_column_numbers(column)[row];
  return (double)parley_packing_integer(column, row) / column->packing.scale;
}

static inline int32_t parley_code_at(const parley_column *column, int64_t row) {
  return column->packing.packed ? (int32_t)parley_packing_integer(column, row) : parley_column_codes(column)[row];
}

#endif
