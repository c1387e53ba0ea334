/* Gathering. Values come first, as if no position were -1; where one is, or the source misses values, a second sweep
 * makes the bitmap. Both go over blocks that stay in the cache, each worker with bounds of its own for integers. */
#include <stdatomic.h>
#include <string.h>

#include "frame/gather.h"
#include "frame/dictionary_lookup.h"
#include "frame/packing.h"
#include "base/threads.h"

enum { GRAIN = 32768, BLOCK = 1024 }; /* rows a part; rows looked at twice while they are in the first-level cache */

typedef struct bounds {
  int64_t low, high; /* of the integers one worker took */
  char apart[48]; /* from the next worker's, which another core writes */
} bounds;

typedef struct taking {
  const parley_column *from; /* sealed; packed or not */
  const int32_t *row; /* NULL: the first rows */
  parley_column *out; /* of the right length; parts write disjoint rows, apart by whole bytes of bitmaps */
  atomic_bool missing; /* some position is -1 */
  bounds bounds[PARLEY_THREADS_MOST];
} taking;

/* ---- values ---- */

/* One function for each kind of value: true when a position is -1. Row 0 stands in for those until they are wiped. */
#define GATHER(name, type)                                                                                    \
  static bool name(const type *restrict from, const int32_t *restrict row, int64_t count, type *restrict to) { \
    int32_t signs = 0;                                                                                         \
    for (int64_t i = 0; i < count; i++) {                                                                      \
      signs |= row[i];                                                                                         \
      to[i] = from[row[i] < 0 ? 0 : row[i]];                                                                   \
    }                                                                                                          \
    if (signs >= 0) return false;                                                                              \
    for (int64_t i = 0; i < count; i++) to[i] = row[i] < 0 ? 0 : to[i];                                        \
    return true;                                                                                               \
  }

GATHER(gather_integers, int64_t)
GATHER(gather_numbers, double)
GATHER(gather_codes, int32_t)

/* Bits at positions; -1 gives 0. The rest of the last byte is 0. */
static bool gather_bits(const unsigned char *from, const int32_t *row, int64_t count, unsigned char *to) {
  int32_t signs = 0;
  for (int64_t at = 0; at < count; at += 8) {
    int64_t most = count - at < 8 ? count - at : 8;
    unsigned byte = 0;
    for (int64_t i = 0; i < most; i++) {
      int32_t position = row[at + i];
      signs |= position;
      if (position >= 0) byte |= (unsigned)parley_bit(from, position) << i;
    }
    to[at / 8] = (unsigned char)byte;
  }
  return signs < 0;
}

/* The first bits; the rest of the last byte is 0. `at` of a block is a multiple of 8, so that bits need not be
   shifted. */
static void copy_bits(const unsigned char *from, int64_t count, unsigned char *to) {
  memcpy(to, from, parley_bits_size(count));
  if (count % 8 != 0) to[count / 8] &= (unsigned char)((1u << (count % 8)) - 1);
}

static void copy_values(const taking *t, int64_t at, int64_t count) {
  const unsigned char *from = t->from->values.data;
  size_t width = parley_packing_value_size(t->from->type);
  unsigned char *to = t->out->values.data + (size_t)at * width;
  bool bits = parley_column_layout(t->from) == PARLEY_LAYOUT_TRUTH;
  if (bits) copy_bits(from + at / 8, count, t->out->values.data + at / 8);
  else if (t->from->packing.packed) parley_unpack(t->from, at, count, to);
  else memcpy(to, from + (size_t)at * width, (size_t)count * width);
}

/* The sign of the OR of all positions is set exactly where one is negative: no branch in the loop. */
static bool any_missing(const int32_t *row, int64_t count) {
  int32_t signs = 0;
  for (int64_t i = 0; i < count; i++) signs |= row[i];
  return signs < 0;
}

/* The values of position -1 are made 0, as under any missing row. */
static bool gather_values(const taking *t, int64_t at, int64_t count) {
  const parley_column *from = t->from;
  unsigned char *to = t->out->values.data;
  const int32_t *row = t->row + at;
  if (from->packing.packed) {
    parley_unpack_at(from, row, count, to + (size_t)at * parley_packing_value_size(from->type));
    return any_missing(row, count);
  }
  switch (parley_column_layout(from)) {
    case PARLEY_LAYOUT_INTEGER:
      return gather_integers(parley_column_integers(from), row, count, (int64_t *)(void *)to + at);
    case PARLEY_LAYOUT_NUMBER:
      return gather_numbers(parley_column_numbers(from), row, count, (double *)(void *)to + at);
    case PARLEY_LAYOUT_TRUTH: return gather_bits(from->values.data, row, count, to + at / 8);
    default: return gather_codes(parley_column_codes(from), row, count, (int32_t *)(void *)to + at);
  }
}

/* In locals, so that the compiler keeps them in registers: *known could alias the values. */
static void widen(bounds *known, const int64_t *value, int64_t count) {
  int64_t low = known->low, high = known->high;
  for (int64_t i = 0; i < count; i++) {
    low = value[i] < low ? value[i] : low;
    high = value[i] > high ? value[i] : high;
  }
  known->low = low;
  known->high = high;
}

/* Bounds are taken from all values here. Where some turn out to be missing, the zeros under them count too, and
   take_validity begins anew. */
static bool take_values(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  taking *t = data;
  bool missing = false;
  for (int64_t at = from; at < to; at += BLOCK) {
    int64_t count = to - at < BLOCK ? to - at : BLOCK;
    if (t->row == NULL) copy_values(t, at, count);
    else missing |= gather_values(t, at, count);
    if (parley_column_layout(t->from) == PARLEY_LAYOUT_INTEGER) {
      widen(&t->bounds[worker], parley_column_integers(t->out) + at, count);
    }
  }
  if (missing) atomic_store(&t->missing, true);
  (void)err;
  return true;
}

/* ---- which are there ---- */

/* Without a source bitmap a row is there exactly where its position is not -1; bits were zeroed before. */
static void take_block_validity(const taking *t, int64_t at, int64_t count) {
  const unsigned char *from = t->from->validity.data;
  unsigned char *to = t->out->validity.data + at / 8;
  if (t->row == NULL) copy_bits(from + at / 8, count, to);
  else if (from != NULL) gather_bits(from, t->row + at, count, to);
  else {
    for (int64_t i = 0; i < count; i++) {
      if (t->row[at + i] >= 0) parley_bit_set(to, i);
    }
  }
}

/* Bounds once more, of the values that are there only. */
static bool take_validity(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  taking *t = data;
  for (int64_t at = from; at < to; at += BLOCK) {
    int64_t count = to - at < BLOCK ? to - at : BLOCK;
    take_block_validity(t, at, count);
    if (parley_column_layout(t->from) != PARLEY_LAYOUT_INTEGER) continue;
    const int64_t *value = parley_column_integers(t->out);
    for (int64_t i = at; i < at + count; i++) {
      if (parley_bit(t->out->validity.data, i)) widen(&t->bounds[worker], value + i, 1);
    }
  }
  (void)err;
  return true;
}

/* ---- a column ---- */

static void forget_bounds(taking *t) {
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) t->bounds[i] = (bounds){.low = INT64_MAX, .high = INT64_MIN};
}

static int64_t count_bits(const unsigned char *bits, int64_t count) {
  int64_t sum = 0;
  size_t at = 0, size = parley_bits_size(count);
  for (; at + 8 <= size; at += 8) {
    uint64_t word;
    memcpy(&word, bits + at, sizeof word);
    sum += __builtin_popcountll(word);
  }
  for (; at < size; at++) sum += __builtin_popcount(bits[at]);
  return sum;
}

/* Counts what is missing and gives the bitmap back when nothing is. Bounds of workers that did nothing are low >
   high and change nothing. */
static void seal(parley_run *run, taking *t) {
  parley_column *out = t->out;
  if (out->validity.data != NULL) out->nulls = out->length - count_bits(out->validity.data, out->length);
  if (out->nulls == 0) parley_buffer_free(&run->memory, &out->validity);
  if (parley_column_layout(out) != PARLEY_LAYOUT_INTEGER) return;
  out->low = INT64_MAX;
  out->high = INT64_MIN;
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (t->bounds[i].low < out->low) out->low = t->bounds[i].low;
    if (t->bounds[i].high > out->high) out->high = t->bounds[i].high;
  }
}

/* A source without rows can only give missing values. */
static void take_nothing(parley_column *out) {
  memset(out->values.data, 0, out->values.capacity);
  out->nulls = out->length;
  out->low = INT64_MAX;
  out->high = INT64_MIN;
}

static bool gather(parley_run *run, const parley_column *from, const parley_rows *rows, parley_column *out,
                   parley_error *err) {
  taking t = {.from = from, .row = rows->row, .out = out};
  bool none = from->length == 0 && rows->count > 0, missing = none || from->validity.data != NULL;
  if (!parley_column_make(&run->memory, out, from->type, rows->count, missing, err)) return false;
  out->declared = from->declared;
  if (none) {
    take_nothing(out);
    return true;
  }
  forget_bounds(&t);
  if (!parley_threads_run(run, rows->count, GRAIN, take_values, &t, err)) return false;
  if (atomic_load(&t.missing) && !missing) {
    size_t size = parley_bits_size(rows->count) + 1;
    if (!parley_buffer_resize_zeroed(&run->memory, &out->validity, size, err)) return false;
  }
  if (out->validity.data != NULL) {
    forget_bounds(&t);
    if (!parley_threads_run(run, rows->count, GRAIN, take_validity, &t, err)) return false;
  }
  seal(run, &t);
  return true;
}

/* ---- dictionaries of what is left ---- */

/* Numbers codes in the order in which they first come. A table of all codes, or of as many as there are rows. */
typedef struct numbering {
  int32_t *made, *known; /* the new code of a slot, the old one that has it */
  uint32_t mask;         /* of the slots; 0: the slot is the code */
  parley_buffer buffer; /* holds made[], and known[] behind it */
} numbering;

/* A table of all codes costs as much as clearing it, so that few rows of a large dictionary hash their codes
   instead, at most half full. */
static bool numbering_make(parley_run *run, numbering *n, int32_t entries, int64_t rows, parley_error *err) {
  size_t slots = 64;
  *n = (numbering){0};
  while (slots < (size_t)rows * 2) slots *= 2;
  bool hashed = slots < (size_t)entries / 8;
  size_t size = (hashed ? slots * 2 : (size_t)entries) * sizeof(int32_t);
  if (!parley_buffer_resize(&run->memory, &n->buffer, size + 1, err)) return false;
  memset(n->buffer.data, 0xff, size);
  n->made = (int32_t *)(void *)n->buffer.data;
  n->known = hashed ? n->made + slots : NULL;
  n->mask = hashed ? (uint32_t)slots - 1 : 0;
  return true;
}

/* Where the new code of this old one is, or will be: -1 until then. Fibonacci hashing (Knuth 6.4): the golden ratio
   in 32 bits spreads codes that follow each other. */
static int32_t *slot_of(const numbering *n, int32_t code) {
  if (n->mask == 0) return &n->made[code];
  uint32_t at = ((uint32_t)code * 0x9e3779b1u >> 7) & n->mask;
  while (n->made[at] >= 0 && n->known[at] != code) at = (at + 1) & n->mask;
  n->known[at] = code;
  return &n->made[at];
}

/* Each code becomes its number. origin[] gets the old codes, which are fewer than the entries and the rows. */
static int32_t renumber(const numbering *n, parley_column *out, int32_t *origin) {
  int32_t *code = (int32_t *)(void *)out->values.data, made = 0;
  for (int64_t i = 0; i < out->length; i++) {
    if (out->nulls > 0 && !parley_bit(out->validity.data, i)) continue;
    int32_t *number = slot_of(n, code[i]);
    if (*number < 0) {
      origin[made] = code[i];
      *number = made++;
    }
    code[i] = *number;
  }
  return made;
}

/* Codes in the order of rows: the texts of neighbours stand side by side. `distinct` is inherited; below two texts
   it holds anyway. */
static bool pack(parley_run *run, const parley_column *from, parley_column *out, parley_error *err) {
  int64_t most = out->length < from->dictionary.entries ? out->length : from->dictionary.entries;
  parley_buffer origin = {0};
  numbering n = {0};
  bool done = parley_buffer_resize(&run->memory, &origin, (size_t)(most + 1) * sizeof(int32_t), err) &&
              numbering_make(run, &n, from->dictionary.entries, out->length, err);
  if (done) {
    int32_t *picked = (int32_t *)(void *)origin.data, made = renumber(&n, out, picked);
    done = parley_lookup_pick(run, &from->dictionary, picked, made, &out->dictionary, err);
    out->dictionary.distinct = from->dictionary.distinct || made < 2;
  }
  parley_buffer_free(&run->memory, &n.buffer);
  parley_buffer_free(&run->memory, &origin);
  return done;
}

/* Whether a dictionary shared by so few rows would be a burden: work on dictionaries goes over all their entries, and
   their texts stay in memory. Up to twice as much as is needed costs less than a copy. */
static bool is_burden(const parley_dictionary *dictionary, int64_t rows) {
  return dictionary->entries > 2 * rows + 1024;
}

/* After a failure *out is empty but for its name, whatever had been made of it. */
static bool take(parley_run *run, const parley_column *from, const parley_rows *rows, bool packed, parley_column *out,
                 parley_error *err) {
  bool done = gather(run, from, rows, out, err);
  if (done && parley_column_is_coded(from)) {
    if (packed) done = pack(run, from, out, err);
    else out->dictionary = parley_dictionary_share(&from->dictionary);
  }
  if (!done) {
    parley_column_free(&run->memory, out);
    *out = (parley_column){.name = out->name, .name_length = out->name_length};
  }
  return done;
}

bool parley_column_pack(parley_run *run, const parley_column *from, const parley_rows *rows, parley_column *out,
                        parley_error *err) {
  return take(run, from, rows, true, out, err);
}

bool parley_column_gather(parley_run *run, const parley_column *from, const parley_rows *rows, parley_column *out,
                        parley_error *err) {
  if (rows->row == NULL && rows->count == from->length) {
    parley_column_share(out, from);
    return true;
  }
  bool coded = parley_column_is_coded(from);
  return take(run, from, rows, coded && is_burden(&from->dictionary, rows->count), out, err);
}
