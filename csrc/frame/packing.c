/*
** The loops are written once for each type and width; the compiler makes vector loops of them.
**
** R1  Unpacking gives back bit for bit what was packed; a scale is taken only after every number has been divided and
**     compared.
** R2  Packing writes in place from the first row to the last: a narrow value never ends behind the wide one it is made
**     of.
*/
#if defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)
#pragma GCC optimize("O3")
#endif
#include "frame/packing.h"

#include <string.h>

/* With fewer rows, columns stay as they are. */
#define FEW_ROWS 1024
/* Numbers have at most so many decimals, and so many digits in all: then dividing gives back the very same number. */
#define MOST_SCALE 10000.0
#define MOST_WHOLE 1e9 /* below 2^31: as 32 bits, two at a time become doubles in one step */

/* ---- reading ---- */

/* out[i] is made of what is stored at `at`, which is called `part` in `value`. */
#define LOOP(stored, at, value)                      \
  for (int64_t i = 0; i < count; i++) {              \
    uint64_t part = (uint64_t)(stored);              \
    out[i] = value;                                  \
  }                                                  \
  break;

#define LOOPS(at, value)                             \
  switch (column->packing.width) {                   \
    case 0: LOOP(at, at, value)                      \
    case 1: LOOP(one[at], at, value)                 \
    case 2: LOOP(two[at], at, value)                 \
    default: LOOP(four[at], at, value)               \
  }

/* Unpacks a range, and unpacks at rows; row -1 reads the first value, and is made 0 afterwards. */
#define UNPACK(name, type, value)                                                                               \
  static void name(const parley_column *column, int64_t from, int64_t count, type *restrict out) {              \
    const uint8_t *restrict one = column->values.data;                                                          \
    const uint16_t *restrict two = (const void *)one;                                                           \
    const uint32_t *restrict four = (const void *)one;                                                          \
    const uint64_t base = (uint64_t)column->packing.base;                                                       \
    const double scale = column->packing.scale;                                                                 \
    (void)scale;                                                                                                \
    LOOPS(from + i, value)                                                                                      \
  }                                                                                                             \
  static void name##_at(const parley_column *column, const int32_t *restrict row, int64_t count,                \
                        type *restrict out) {                                                                   \
    const uint8_t *restrict one = column->values.data;                                                          \
    const uint16_t *restrict two = (const void *)one;                                                           \
    const uint32_t *restrict four = (const void *)one;                                                          \
    const uint64_t base = (uint64_t)column->packing.base;                                                       \
    const double scale = column->packing.scale;                                                                 \
    int32_t signs = 0;                                                                                          \
    (void)scale;                                                                                                \
    LOOPS(row[i] < 0 ? 0 : row[i], value)                                                                       \
    for (int64_t i = 0; i < count; i++) signs |= row[i];                                                        \
    for (int64_t i = 0; signs < 0 && i < count; i++) out[i] = row[i] < 0 ? 0 : out[i];                          \
  }

UNPACK(integers, int64_t, (int64_t)(base + part))
UNPACK(numbers, double, (double)(int32_t)((uint32_t)base + (uint32_t)part) / scale)
UNPACK(codes, int32_t, (int32_t)(base + part))

void parley_unpack(const parley_column *column, int64_t from, int64_t count, void *out) {
  if (parley_column_layout(column) == PARLEY_LAYOUT_INTEGER) integers(column, from, count, out);
  else if (parley_column_layout(column) == PARLEY_LAYOUT_NUMBER) numbers(column, from, count, out);
  else codes(column, from, count, out);
}

void parley_unpack_at(const parley_column *column, const int32_t *row, int64_t count, void *out) {
  if (parley_column_layout(column) == PARLEY_LAYOUT_INTEGER) integers_at(column, row, count, out);
  else if (parley_column_layout(column) == PARLEY_LAYOUT_NUMBER) numbers_at(column, row, count, out);
  else codes_at(column, row, count, out);
}

size_t parley_packing_value_size(parley_type type) {
  return parley_layout_is_numeric(parley_layout_of(type)) ? sizeof(int64_t) : sizeof(int32_t);
}

parley_value parley_column_get(const parley_column *column, int64_t row) {
  parley_value value = {.type = parley_column_has(column, row) ? column->type : PARLEY_ANY};
  switch (parley_layout_of(value.type)) {
    case PARLEY_LAYOUT_NONE: break;
    case PARLEY_LAYOUT_INTEGER: value.integer = parley_integer_at(column, row); break;
    case PARLEY_LAYOUT_NUMBER: value.number = parley_number_at(column, row); break;
    case PARLEY_LAYOUT_TRUTH: value.integer = parley_bit(column->values.data, row); break;
    default: value.text = parley_dictionary_text(&column->dictionary, parley_code_at(column, row), &value.length);
  }
  return value;
}

/* ---- writing ---- */

/* The nearest integer of a number that is not large. Up to MOST_WHOLE, where adding a half is exact enough: the
   caller compares what comes back anyway. */
static int64_t rounded(double number) { return (int64_t)(number < 0 ? number - 0.5 : number + 0.5); }

/* The integer that is stored for a value that is there, and for missing ones. Missing rows hold 0 and are packed as
   0. */
static int64_t whole_at(const parley_column *column, const parley_packing *how, int64_t row) {
  if (parley_column_layout(column) == PARLEY_LAYOUT_INTEGER) return parley_column_integers(column)[row];
  if (parley_column_layout(column) != PARLEY_LAYOUT_NUMBER) return parley_column_codes(column)[row];
  return rounded(parley_column_numbers(column)[row] * how->scale);
}

/* Modulo 2^64, as reading adds it up. */
static bool counts_rows(const parley_column *column, const parley_packing *how) {
  for (int64_t row = 0; row < column->length; row++) {
    if ((uint64_t)whole_at(column, how, row) != (uint64_t)how->base + (uint64_t)row) return false;
  }
  return true;
}

/* Whether every number is a whole one divided by `scale`; their range. The negated comparison lets NaN fail. -0.0
   does not exist in columns. Costs a sweep a scale, five at most, and leaves at the first number that does not fit. */
static bool fits_scale(const parley_column *column, double scale, int64_t *low, int64_t *high) {
  const double *number = parley_column_numbers(column);
  *low = *high = 0;
  for (int64_t row = 0; row < column->length; row++) {
    double scaled = number[row] * scale;
    if (!(scaled <= MOST_WHOLE && scaled >= -MOST_WHOLE)) return false;
    int64_t whole = rounded(scaled);
    if ((double)whole / scale != number[row]) return false;
    *low = whole < *low ? whole : *low;
    *high = whole > *high ? whole : *high;
  }
  return true;
}

/* Bytes that hold every number up to `span`. 8 means that nothing is saved. */
static int width_of(uint64_t span) {
  return span <= UINT8_MAX ? 1 : span <= UINT16_MAX ? 2 : span <= UINT32_MAX ? 4 : 8;
}

/* The range of what is stored: missing values are 0. Missing rows are stored as 0, which the range has to hold. */
static bool range_of(const parley_column *column, parley_packing *how, int64_t *low, int64_t *high) {
  if (parley_column_layout(column) == PARLEY_LAYOUT_NUMBER) {
    for (how->scale = 1; how->scale <= MOST_SCALE; how->scale *= 10) {
      if (fits_scale(column, how->scale, low, high)) return true;
    }
    return false;
  }
  bool integers = parley_column_layout(column) == PARLEY_LAYOUT_INTEGER;
  *low = integers ? column->low : 0;
  *high = integers ? column->high : (int64_t)column->dictionary.entries - 1;
  if (*low > *high) *low = *high = 0;
  if (column->nulls > 0 && *low > 0) *low = 0;
  if (column->nulls > 0 && *high < 0) *high = 0;
  return true;
}

/* How to pack the column; without a width that saves room, how->packed is false. Whether a column counts its rows is
   asked only where the range has just as many integers as there are rows. */
static parley_packing packing_of(const parley_column *column) {
  parley_packing how = {.scale = 1};
  int64_t low = 0, high = 0;
  if (!range_of(column, &how, &low, &high)) return how;
  uint64_t span = (uint64_t)high - (uint64_t)low;
  how.base = low;
  how.width = width_of(span);
  bool numbers = parley_column_layout(column) == PARLEY_LAYOUT_NUMBER;
  bool may_count = !numbers && column->nulls == 0 && span == (uint64_t)column->length - 1;
  if (may_count && counts_rows(column, &how)) how.width = 0;
  how.packed = (size_t)how.width < parley_packing_value_size(column->type);
  return how;
}

/* A narrow value is written no further than where the wide one was read. memcpy, because the same bytes are read as
   one type and written as another. */
static void narrow(parley_column *column, const parley_packing *how) {
  unsigned char *to = column->values.data;
  for (int64_t row = 0; row < column->length; row++) {
    uint64_t value = (uint64_t)whole_at(column, how, row) - (uint64_t)how->base;
    uint16_t two = (uint16_t)value;
    uint32_t four = (uint32_t)value;
    if (how->width == 1) to[row] = (unsigned char)value;
    else if (how->width == 2) memcpy(to + row * 2, &two, sizeof two);
    else memcpy(to + row * 4, &four, sizeof four);
  }
}

bool parley_packing_pays(int64_t rows) { return rows >= FEW_ROWS; }

/* A buffer that somebody shares must not be rewritten. */
void parley_packing_apply(parley_column *column) {
  bool fixed = parley_column_layout(column) == PARLEY_LAYOUT_TRUTH || column->packing.packed;
  if (fixed || column->values.data == NULL || column->length == 0) return;
  if (column->values.borrowed || parley_buffer_is_shared(&column->values)) return;
  parley_packing how = packing_of(column);
  if (!how.packed) return;
  if (how.width > 0) narrow(column, &how);
  column->packing = how;
}

/* On the thread that may count memory. A column that counts its rows keeps no values at all. */
bool parley_packing_trim(parley_memory *memory, parley_column *column, parley_error *err) {
  if (!column->packing.packed || column->values.borrowed) return true;
  size_t size = (size_t)column->length * (size_t)column->packing.width;
  if (size > 0) return parley_buffer_trim(memory, &column->values, size, err);
  parley_buffer_free(memory, &column->values);
  return true;
}
