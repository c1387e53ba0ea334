/* A column from its first room to the day it is sealed; its values are put there by others. */
#include "frame/column.h"

#include <string.h>

/* Bitmaps are zeroed as they grow, so that setting bits is enough; other values are written before they are read. */
bool parley_column_reserve(parley_memory *memory, parley_column *column, int64_t room, parley_error *err) {
  size_t size = parley_column_size(column->type, room), bits = parley_bits_size(room);
  bool flags = parley_column_layout(column) == PARLEY_LAYOUT_TRUTH;
  if (flags && !parley_buffer_resize_zeroed(memory, &column->values, size, err)) return false;
  if (!flags && size > 0 && !parley_buffer_resize(memory, &column->values, size, err)) return false;
  if (column->validity.data != NULL && !parley_buffer_resize_zeroed(memory, &column->validity, bits, err)) return false;
  if (column->whole.data != NULL && !parley_buffer_resize_zeroed(memory, &column->whole, bits, err)) return false;
  column->room = room;
  return true;
}

bool parley_column_make(parley_memory *memory, parley_column *column, parley_type type, int64_t rows, bool missing,
                        parley_error *err) {
  column->type = type;
  column->dictionary = PARLEY_DICTIONARY_EMPTY;
  if (rows > INT32_MAX) return parley_fail_key(err, "too_large.rows");
  if (!parley_column_reserve(memory, column, rows > 0 ? rows : 1, err)) return false;
  if (missing && !parley_buffer_resize_zeroed(memory, &column->validity, parley_bits_size(rows) + 1, err)) return false;
  column->length = rows;
  return true;
}

/* `of` must be sealed: a share in a buffer that still grows would point to freed memory. The name stays the column's
   own. */
void parley_column_share(parley_column *column, const parley_column *of) {
  char *name = column->name;
  size_t length = column->name_length;
  *column = *of;
  column->name = name;
  column->name_length = length;
  column->validity = parley_buffer_share(&of->validity);
  column->values = parley_buffer_share(&of->values);
  column->dictionary = parley_dictionary_share(&of->dictionary);
}

void parley_column_free(parley_memory *memory, parley_column *column) {
  parley_dictionary_free(memory, &column->dictionary);
  parley_buffer_free(memory, &column->validity);
  parley_buffer_free(memory, &column->values);
  parley_buffer_free(memory, &column->whole);
}

/* ---- sealing ---- */

/* Least and greatest of the integers that are there. Without gaps, the compiler makes a vector loop of it. Of no
   value at all low stays above high, by which readers know it. */
static void find_bounds(parley_column *column) {
  const int64_t *value = parley_column_integers(column);
  int64_t low = INT64_MAX, high = INT64_MIN;
  for (int64_t row = 0; row < column->length; row++) {
    if (column->nulls > 0 && !parley_column_has(column, row)) continue;
    low = value[row] < low ? value[row] : low;
    high = value[row] > high ? value[row] : high;
  }
  column->low = low;
  column->high = high;
}

/* Popcount by words of 64; bits behind the length are zero but not relied on. */
static int64_t count_missing(const parley_column *column) {
  int64_t there = 0, row = 0;
  if (column->validity.data == NULL) return 0;
  for (; row + 64 <= column->length; row += 64) {
    uint64_t word;
    memcpy(&word, column->validity.data + row / 8, sizeof word);
    there += __builtin_popcountll(word);
  }
  for (; row < column->length; row++) there += parley_bit(column->validity.data, row);
  return column->length - there;
}

/* The order matters: bounds need the bitmap, trimming moves the values. */
bool parley_column_seal(parley_memory *memory, parley_column *column, parley_error *err) {
  size_t values = parley_column_size(column->type, column->length), bits = parley_bits_size(column->length);
  column->nulls = count_missing(column);
  if (column->nulls == 0) parley_buffer_free(memory, &column->validity);
  parley_buffer_free(memory, &column->whole);
  if (parley_column_layout(column) == PARLEY_LAYOUT_INTEGER) find_bounds(column);
  return parley_buffer_trim(memory, &column->values, values, err) &&
         parley_buffer_trim(memory, &column->validity, bits, err) &&
         (!parley_column_is_coded(column) || parley_dictionary_finish(memory, &column->dictionary, err));
}
