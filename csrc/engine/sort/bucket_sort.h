/* Buckets of elements: parts of a sort that one thread finishes by itself. */
#ifndef PARLEY_ENGINE_SORT_BUCKET_SORT_H
#define PARLEY_ENGINE_SORT_BUCKET_SORT_H

#include "base/run.h"
#include "engine/sort/encoded_key.h"
#include "engine/sort/normalized_key.h"

enum { PARLEY_SORTER_COUNT_BITS = 3 }; /* of a text's chunk */

typedef struct parley_sorter {
  parley_run *run;
  int row_bits, width;     /* bits of the row and of a chunk */
  uint64_t row_mask; /* the low row_bits bits */
  const parley_sort_field *fields; /* NULL: texts */
  int field_count, bits;
  const parley_dictionary *texts; /* not NULL: sorts texts, without fields */
  const parley_column *by;
  bool descending, ties;
  int bytes;               /* of a text in a chunk */
  uint64_t *elements, *others;
  int64_t offset, count;   /* wanted places */
  int32_t *order; /* rows by place, `count` of them */
} parley_sorter;

/* A bucket of elements that are the same in all chunks before `depth`, and belong at the same places of the order. */
typedef struct parley_bucket {
  uint64_t *element, *other; /* where they are; as much room again */
  int64_t count, place;
  int64_t depth;             /* bits of the fields, or bytes of the texts, that are behind them */
  bool filled;               /* the elements have their chunks at this depth */
} parley_bucket;

static inline uint64_t parley_sorter_chunk(const parley_sorter *s, uint64_t element) { return element >> s->row_bits; }

static inline int64_t parley_sorter_row(const parley_sorter *s, uint64_t element) {
  return (int64_t)(element & s->row_mask);
}

static inline int32_t parley_sorter_text(const parley_sorter *s, int64_t row) {
  return s->by == NULL ? (int32_t)row : parley_column_codes(s->by)[row];
}

static inline bool parley_sorter_has_text(const parley_sorter *s, int64_t row) {
  return s->by == NULL || parley_column_has(s->by, row);
}

static inline uint64_t parley_sorter_text_chunk(const parley_sorter *s, int64_t row, int64_t depth) {
  uint64_t all = (UINT64_C(1) << s->width) - 1;
  if (!parley_sorter_has_text(s, row)) return all;
  const int64_t *offset = parley_dictionary_offsets(s->texts) + parley_sorter_text(s, row);
  int64_t at = offset[0] + depth, left = offset[1] - at;
  uint64_t word = parley_word_of_text(s->texts->bytes.data, at, left);
  uint64_t there = (uint64_t)(left < 0 ? 0 : left < s->bytes ? left : s->bytes) + 1;
  uint64_t chunk = (word >> (64 - 8 * s->bytes)) << PARLEY_SORTER_COUNT_BITS | there;
  return s->descending ? all - chunk : chunk;
}

/* Gives elements their chunks at this depth. */
void parley_sorter_fill(const parley_sorter *s, int64_t depth, uint64_t *element, int64_t count);

/* Whether elements that share this chunk may differ in a later one. */
static inline bool parley_sorter_goes_on(const parley_sorter *s, int64_t depth, uint64_t chunk) {
  if (s->texts == NULL) return depth + s->width < s->bits;
  uint64_t all = (UINT64_C(1) << s->width) - 1;
  if (chunk == all) return false;
  if (s->descending) chunk = all - chunk;
  return (chunk & ((1u << PARLEY_SORTER_COUNT_BITS) - 1)) == (uint64_t)s->bytes + 1;
}

static inline int64_t parley_sorter_step(const parley_sorter *s) { return s->texts != NULL ? s->bytes : s->width; }

static inline uint64_t parley_sorter_differences(const uint64_t *element, int64_t count, uint64_t first) {
  uint64_t different = 0;
  for (int64_t i = 0; i < count; i++) different |= element[i] ^ first;
  return different;
}

/* Rows to their places, as far as those are wanted; `same`: all have one text. */
void parley_sorter_emit(const parley_sorter *s, const uint64_t *element, int64_t count, int64_t place, bool same);

/* Whether any of these places is wanted. */
static inline bool parley_sorter_wanted(const parley_sorter *s, int64_t place, int64_t count) {
  return place < s->offset + s->count && place + count > s->offset;
}

static inline parley_bucket parley_bucket_part(const parley_bucket *whole, int64_t from, int64_t count,
                                                 int64_t depth) {
  return (parley_bucket){whole->element + from, whole->other + from, count, whole->place + from, depth, false};
}

/* Puts the rows of a bucket into the order. */
void parley_bucket_sort(const parley_sorter *s, parley_bucket part);

#endif
