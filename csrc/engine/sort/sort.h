/*
** What sorting and choosing the top share: keys as words of 64 bits, in the order of their values.
*/
#ifndef PARLEY_COLUMN_SORT_H
#define PARLEY_COLUMN_SORT_H

#include <string.h>

#include "frame/frame.h"
#include "frame/rows.h"

typedef struct parley_order {
  const parley_column *by;
  bool descending;
} parley_order;

/* Whether so few rows are wanted that they are picked out and the others not sorted. Then keys may be packed. */
bool parley_order_picks(int64_t rows, int64_t limit, int64_t offset);

/* The rows 0 .. rows - 1 in order, those after `offset` and at most `limit` of them (-1: all). Stable. Dates by first,
   then last day; texts byte by byte; what is missing comes last either way, also the first or last day of a date. */
bool parley_column_order(parley_run *run, int64_t rows, const parley_order *keys, int count, int64_t limit,
                         int64_t offset, parley_rows *out, parley_error *err);

/* ---- words ---- */

static inline uint64_t parley_integer_word(int64_t value) { return (uint64_t)value ^ (UINT64_C(1) << 63); }

/* -0.0 is 0.0. */
static inline uint64_t parley_number_word(double value) {
  uint64_t bits;
  value += 0.0;
  memcpy(&bits, &value, sizeof bits);
  return bits ^ ((0 - (bits >> 63)) | (UINT64_C(1) << 63));
}

/* The integer that is nearest to value * scale; there is one. */
static inline int64_t parley_decimal(double value, double scale) {
  double scaled = value * scale;
  return (int64_t)(scaled + (scaled < 0 ? -0.5 : 0.5));
}

static inline uint64_t parley_big_endian(uint64_t word) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return word;
#else
  return __builtin_bswap64(word);
#endif
}

/* Up to eight bytes from bytes[at] on, of which `left` belong to the text, the first one highest; zeros behind them.
   Never reads outside of [bytes, bytes + at + left). */
static inline uint64_t parley_text_word(const unsigned char *bytes, int64_t at, int64_t left) {
  uint64_t word = 0;
  if (left >= 8) {
    memcpy(&word, bytes + at, sizeof word);
    return parley_big_endian(word);
  }
  if (left <= 0) return 0;
  if (at + left >= 8) { /* the eight bytes that end with the text */
    memcpy(&word, bytes + at + left - 8, sizeof word);
    return parley_big_endian(word) << (64 - 8 * left);
  }
  for (int64_t i = 0; i < left; i++) word |= (uint64_t)bytes[at + i] << (56 - 8 * i);
  return word;
}

/* A side that is open comes last, whatever the direction. */
static inline uint32_t parley_day_word(int32_t day, int32_t open, bool descending) {
  uint32_t word = (uint32_t)day ^ 0x80000000u;
  return day == open ? UINT32_MAX : descending ? ~word : word;
}

/* First day, then last day, in the direction of the key. A date open on both sides has the word of a missing value. */
static inline uint64_t parley_days_word(const int32_t *days, bool descending) {
  return (uint64_t)parley_day_word(days[0], INT32_MIN, descending) << 32 |
         parley_day_word(days[1], INT32_MAX, descending);
}

/* Byte by byte; a text that ends comes before those that go on. */
static inline int parley_text_compare(const parley_dictionary *dictionary, int32_t a, int32_t b, size_t from) {
  size_t length, other;
  const char *text = parley_dictionary_text(dictionary, a, &length);
  const char *there = parley_dictionary_text(dictionary, b, &other);
  size_t least = length < other ? length : other;
  int order = least > from ? memcmp(text + from, there + from, least - from) : 0;
  return order != 0 ? order : length < other ? -1 : length > other;
}

static inline int parley_bits_of(uint64_t word) { return word == 0 ? 0 : 64 - __builtin_clzll(word); }

/* ---- keys packed into fields of few bits (engine/sort/fields.c) ---- */

typedef enum parley_field_kind {
  PARLEY_FIELD_INTEGER,
  PARLEY_FIELD_NUMBER,
  PARLEY_FIELD_DECIMAL, /* number * scale, which is an integer */
  PARLEY_FIELD_BOOLEAN,
  PARLEY_FIELD_ENTRY,   /* of_entry[code] is the value of the field */
  PARLEY_FIELD_PRESENCE /* 1 where the value is missing */
} parley_field_kind;

/* (word - low) >> shift, or high less that when descending; high + 1 where the value is missing. */
typedef struct parley_field {
  parley_field_kind kind;
  bool descending;
  const parley_column *by;
  uint64_t low, high;
  double scale;
  int shift, bits, start; /* start: how many bits of other fields come before it */
  const uint64_t *of_entry;
  parley_buffer entries;
  parley_column packed;   /* of the key, where its dictionary is much larger than it has rows */
} parley_field;

/* Fields for the keys, at most two for each, and the sum of their bits. Fields without bits are left out. */
bool parley_fields_make(parley_run *run, const parley_order *keys, int count, parley_field *fields, int *made,
                        int *bits, parley_error *err);
void parley_fields_free(parley_run *run, parley_field *fields, int count);

/* element[i] |= the bits of the field that lie in bits [from, from + width) of all fields, moved to `place` and up.
   The row is the low bits of element[i], as mask says. */
void parley_field_fill(const parley_field *field, int from, int width, int place, uint64_t mask, uint64_t *element,
                       int64_t count);

/* ---- elements in order (engine/sort/elements.c) ---- */

typedef struct parley_text_order {
  const parley_dictionary *of;
  const parley_column *by; /* the column whose rows have the texts; NULL: the entries themselves are the rows */
  bool descending;
  bool ties;               /* rows with the text of the row before come as ~row */
} parley_text_order;

/* Sorts rows by their texts; order[] gets those at the places [offset, offset + count). */
bool parley_sort_texts(parley_run *run, int64_t rows, const parley_text_order *texts, int64_t offset, int64_t count,
                       int32_t *order, parley_error *err);

/* The same by fields with the given sum of bits, which is not 0. *as_they_are: the rows are in order already, and
   order[] was left alone. */
bool parley_sort_fields(parley_run *run, int64_t rows, const parley_field *fields, int field_count, int bits,
                        int64_t offset, int64_t count, int32_t *order, bool *as_they_are, parley_error *err);

/* ---- classes of texts, for sorting many (engine/sort/sample.c) ---- */

enum { PARLEY_SPLITTER_WORDS = 6 };

/* Splitters [low, high) share a word and all before it; branches [from, to) have the next words, to is 0 at the end. */
typedef struct parley_splitter_branch {
  int32_t low, high, from, to;
} parley_splitter_branch;

typedef struct parley_splitters {
  int count, roots;                /* branches for the first words are those before `roots` */
  uint64_t *word;                  /* of each branch, ascending among those that belong together */
  parley_splitter_branch *branch;
  int32_t *depth;                  /* of each class: how many bytes its texts share at the beginning */
  parley_buffer buffer;
} parley_splitters;

/* From at least 4096 rows, some of which have a text. */
bool parley_splitters_make(parley_run *run, const parley_text_order *texts, int64_t rows, parley_splitters *splitters,
                           parley_error *err);
void parley_splitters_free(parley_run *run, parley_splitters *splitters);

/* From 0 to 2 * count, in the order of the texts: 2 * i lies before splitter i, 2 * i + 1 begins like it. */
int parley_splitters_class(const parley_splitters *splitters, const unsigned char *bytes, int64_t at, int64_t left);

/* ---- the first few (engine/sort/top_k.c) ---- */

/* The first `count` rows in order. */
bool parley_top(parley_run *run, int64_t rows, const parley_order *keys, int key_count, int64_t count, int32_t *order,
                parley_error *err);

#endif
