/*
** The loops over digits are written once for numbers of 32 and once for numbers of 64 bits, and for columns with and
** without missing values; where something is missing, a mask of the validity bit makes the digit 0.
**
** Cost: a multiplication and an addition a column and row; nothing is looked up but for texts of a dictionary that
** repeats some.
*/
#include "engine/group/key.h"

#include <string.h>

#include "base/hash.h"
#include "frame/packing.h"

/* ---- digits ---- */

/* Without any value there is one digit only, 0. Integers over all of 64 bits leave none for a missing one. One more
   than the span, and one more for missing. Where that is 2^64 the range wraps to 0, "as wide as 64 bits". */
static void integer_digit(const parley_column *column, parley_digit *digit) {
  uint64_t span = (uint64_t)column->high - (uint64_t)column->low, more = digit->validity != NULL ? 2 : 1;
  digit->kind = PARLEY_DIGIT_INTEGERS;
  digit->low = column->low;
  digit->range = column->low > column->high ? 1 : span + more;
  digit->loose = more == 2 && column->low <= column->high && span == UINT64_MAX;
  if (digit->loose) digit->range = 0;
}

/* Codes of a dictionary with repeats are no digits: equal texts may have different codes, so their hashes are. */
static void code_digit(const parley_column *column, parley_digit *digit) {
  digit->kind = column->dictionary.distinct ? PARLEY_DIGIT_CODES : PARLEY_DIGIT_TEXTS;
  digit->dictionary = &column->dictionary;
  digit->loose = !column->dictionary.distinct;
  digit->range = (uint64_t)column->dictionary.entries + (digit->validity != NULL);
  if (digit->loose) digit->range = 0;
  else if (digit->range == 0) digit->range = 1;
}

/* NUMBER has range 0: any pattern of bits but that of missing. */
parley_digit parley_digit_of(const parley_column *column) {
  parley_digit digit = {.values = column->values.data, .packed = column->packing.packed ? column : NULL};
  digit.validity = column->nulls > 0 ? column->validity.data : NULL;
  if (parley_column_layout(column) == PARLEY_LAYOUT_INTEGER) {
    integer_digit(column, &digit);
  } else if (parley_column_is_coded(column)) {
    code_digit(column, &digit);
  } else if (parley_column_layout(column) == PARLEY_LAYOUT_NUMBER) {
    digit.kind = PARLEY_DIGIT_NUMBERS;
  } else {
    digit.kind = PARLEY_DIGIT_BITS;
    digit.range = digit.validity != NULL ? 3 : 2;
  }
  return digit;
}

parley_digit parley_digit_codes(const int32_t *codes, uint64_t range) {
  return (parley_digit){.kind = PARLEY_DIGIT_CODES, .values = codes, .range = range};
}

/* A digit of 64 bits is a number only by itself. Mixed radix: the product of the ranges has to fit 64 bits, else
   numbers become hashes. */
parley_key parley_key_of(const parley_digit *digits, int count) {
  parley_key key = {digits, count, 1, false};
  for (int i = 0; i < count; i++) {
    if (digits[i].loose || (digits[i].range == 0 && count > 1)) key.hashed = true;
    else if (digits[i].range == 0) key.range = 0;
    else if (__builtin_mul_overflow(key.range, digits[i].range, &key.range)) key.hashed = true;
  }
  if (key.hashed) key.range = 0;
  return key;
}

/* ---- numbers ---- */

/* All bits set where a value is there. 0 or all ones, without a branch. */
static inline uint64_t mask_at(const unsigned char *bits, int64_t at) { return -(uint64_t)parley_bit(bits, at); }

/* The same for equal numbers, 0.0 and -0.0 among them. No number has all bits set, as NaN is a missing value. */
static inline uint64_t bits_of(double value) {
  uint64_t bits;
  value += 0.0;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

/* Compilers make vector loops of a known length more readily. */
#define EACH(statement)                                                                             \
  if (count == PARLEY_KEY_BATCH) {                                                                       \
    for (int i = 0; i < PARLEY_KEY_BATCH; i++) statement;                                                \
  } else {                                                                                          \
    for (int i = 0; i < count; i++) statement;                                                      \
  }

/* Adds a digit to the numbers of `count` rows, which have none before the first: `full` is its value where nothing is
   missing, `some` where something may be. */
#define ADD_DIGIT(word, full, some)                                                                 \
  word range = (word)digit->range;                                                                  \
  if (digit->validity == NULL && first) {                                                           \
    EACH(out[i] = (word)(full))                                                                     \
  } else if (digit->validity == NULL) {                                                             \
    EACH(out[i] = out[i] * range + (word)(full))                                                    \
  } else if (first) {                                                                               \
    EACH(out[i] = (word)((some) & mask_at(digit->validity, from + i)))                              \
  } else {                                                                                          \
    EACH(out[i] = out[i] * range + (word)((some) & mask_at(digit->validity, from + i)))             \
  }

#define DIGIT_LOOPS(name, word)                                                                     \
  static void name##_codes(const parley_digit *digit, const int32_t *restrict value, int64_t from, int count, \
                           bool first, word *restrict out) {                                        \
    ADD_DIGIT(word, value[i], (uint64_t)value[i] + 1)                                               \
  }                                                                                                 \
  static void name##_integers(const parley_digit *digit, const int64_t *restrict value, int64_t from, int count, \
                              bool first, word *restrict out) {                                     \
    uint64_t low = (uint64_t)digit->low;                                                            \
    ADD_DIGIT(word, (uint64_t)value[i] - low, (uint64_t)value[i] - low + 1)                         \
  }                                                                                                 \
  static void name##_bits(const parley_digit *digit, int64_t from, int count, bool first, word *restrict out) { \
    const unsigned char *restrict bits = digit->values;                                             \
    ADD_DIGIT(word, parley_bit(bits, from + i), (uint64_t)parley_bit(bits, from + i) + 1)           \
  }

DIGIT_LOOPS(slots, uint32_t)
DIGIT_LOOPS(numbers, uint64_t)

/* The values from a row on, of so many bytes each; in `room` where they had to be unpacked. */
static const void *values_of(const parley_digit *digit, size_t size, int64_t from, int count, void *room) {
  if (digit->packed == NULL) return (const unsigned char *)digit->values + (size_t)from * size;
  parley_unpack(digit->packed, from, count, room);
  return room;
}

/* UINT64_MAX is a NaN's pattern, which no column holds: it stands for missing. */
static void numbers_wide(const parley_digit *digit, int64_t from, int count, uint64_t *restrict out) {
  double room[PARLEY_KEY_BATCH];
  const double *value = values_of(digit, sizeof *value, from, count, room);
  for (int i = 0; i < count; i++) {
    bool there = digit->validity == NULL || parley_bit(digit->validity, from + i);
    out[i] = there ? bits_of(value[i]) : UINT64_MAX;
  }
}

static int32_t code_at(const parley_digit *digit, int64_t row) {
  return digit->packed != NULL ? parley_code_at(digit->packed, row) : ((const int32_t *)digit->values)[row];
}

static const char *text_at(const parley_digit *digit, int64_t row, size_t *length) {
  return parley_dictionary_text(digit->dictionary, code_at(digit, row), length);
}

/* 0 for missing; a text whose hash is 0 is told apart by parley_key_same. */
static void numbers_texts(const parley_digit *digit, int64_t from, int count, uint64_t *restrict out) {
  for (int i = 0; i < count; i++) {
    size_t length;
    out[i] = 0;
    if (digit->validity != NULL && !parley_bit(digit->validity, from + i)) continue;
    const char *text = text_at(digit, from + i, &length);
    out[i] = parley_hash_text(text, length);
  }
}

/* Wide and loose digits are never added to others: they are alone, or each is hashed by itself. */
static void add_digit(const parley_digit *digit, int64_t from, int count, bool first, uint64_t *out) {
  int64_t room[PARLEY_KEY_BATCH];
  const void *values;
  switch (digit->kind) {
    case PARLEY_DIGIT_CODES:
      values = values_of(digit, sizeof(int32_t), from, count, room);
      numbers_codes(digit, values, from, count, first, out);
      break;
    case PARLEY_DIGIT_INTEGERS:
      values = values_of(digit, sizeof(int64_t), from, count, room);
      numbers_integers(digit, values, from, count, first, out);
      break;
    case PARLEY_DIGIT_NUMBERS: numbers_wide(digit, from, count, out); break;
    case PARLEY_DIGIT_BITS: numbers_bits(digit, from, count, first, out); break;
    default: numbers_texts(digit, from, count, out);
  }
}

/* Only small ranges come here, so no wide digit. */
void parley_key_slots(const parley_key *key, int64_t from, int count, uint32_t *out) {
  int64_t room[PARLEY_KEY_BATCH];
  if (key->count == 0) memset(out, 0, (size_t)count * sizeof *out);
  for (int at = 0; at < key->count; at++) {
    const parley_digit *digit = &key->digits[at];
    if (digit->kind == PARLEY_DIGIT_CODES) {
      slots_codes(digit, values_of(digit, sizeof(int32_t), from, count, room), from, count, at == 0, out);
    } else if (digit->kind == PARLEY_DIGIT_INTEGERS) {
      slots_integers(digit, values_of(digit, sizeof(int64_t), from, count, room), from, count, at == 0, out);
    } else {
      slots_bits(digit, from, count, at == 0, out);
    }
  }
}

/* ---- hashes ---- */

enum { PIECE = 256 }; /* rows: 2 kB on the stack, hashed while they are in the cache */

/* Each digit is mixed in; partitions spread the bits once more. */
static void hash_piece(const parley_key *key, int64_t from, int count, uint64_t *out) {
  uint64_t own[PIECE];
  for (int at = 0; at < key->count; at++) {
    add_digit(&key->digits[at], from, count, true, own);
    for (int i = 0; i < count; i++) out[i] = parley_hash_bits(out[i] ^ own[i]);
  }
}

void parley_key_numbers(const parley_key *key, int64_t from, int count, uint64_t *out) {
  if (!key->hashed) {
    for (int at = 0; at < key->count; at++) add_digit(&key->digits[at], from, count, at == 0, out);
    return;
  }
  memset(out, 0, (size_t)count * sizeof *out);
  for (int at = 0; at < count; at += PIECE) {
    hash_piece(key, from + at, count - at < PIECE ? count - at : PIECE, out + at);
  }
}

static int64_t integer_at(const parley_digit *digit, int64_t row) {
  return digit->packed != NULL ? parley_integer_at(digit->packed, row) : ((const int64_t *)digit->values)[row];
}

static double number_at(const parley_digit *digit, int64_t row) {
  return digit->packed != NULL ? parley_number_at(digit->packed, row) : ((const double *)digit->values)[row];
}

/* Missing equals missing: it is a value of a key. */
static bool same_digit(const parley_digit *digit, int64_t a, int64_t b) {
  if (digit->validity != NULL) {
    bool there = parley_bit(digit->validity, a), both = there == parley_bit(digit->validity, b);
    if (!there || !both) return both;
  }
  size_t length, other;
  switch (digit->kind) {
    case PARLEY_DIGIT_CODES: return code_at(digit, a) == code_at(digit, b);
    case PARLEY_DIGIT_INTEGERS: return integer_at(digit, a) == integer_at(digit, b);
    case PARLEY_DIGIT_NUMBERS: return bits_of(number_at(digit, a)) == bits_of(number_at(digit, b));
    case PARLEY_DIGIT_BITS: return parley_bit(digit->values, a) == parley_bit(digit->values, b);
    default: break;
  }
  if (code_at(digit, a) == code_at(digit, b)) return true;
  const char *left = text_at(digit, a, &length), *right = text_at(digit, b, &other);
  return length == other && memcmp(left, right, length) == 0;
}

bool parley_key_same(const parley_key *key, int64_t a, int64_t b) {
  for (int at = 0; at < key->count; at++) {
    if (!same_digit(&key->digits[at], a, b)) return false;
  }
  return true;
}
