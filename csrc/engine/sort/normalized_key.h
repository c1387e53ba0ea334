/*
** Normalized keys: values as words of 64 bits, in the order of the values.
**
** The sign bit is flipped for integers; of numbers, negative ones have all bits flipped (IEEE 754 orders magnitudes as
** integers).
*/
#ifndef PARLEY_ENGINE_SORT_NORMALIZED_KEY_H
#define PARLEY_ENGINE_SORT_NORMALIZED_KEY_H

#include <string.h>

#include "base/bytes.h"
#include "frame/frame.h"

static inline uint64_t parley_word_of_integer(int64_t value) { return (uint64_t)value ^ (UINT64_C(1) << 63); }

/* -0.0 is 0.0. */
static inline uint64_t parley_word_of_number(double value) {
  uint64_t bits;
  value += 0.0;
  memcpy(&bits, &value, sizeof bits);
  return bits ^ ((0 - (bits >> 63)) | (UINT64_C(1) << 63));
}

/* The integer that is nearest to value * scale; there is one. */
static inline int64_t parley_word_decimal(double value, double scale) {
  double scaled = value * scale;
  return (int64_t)(scaled + (scaled < 0 ? -0.5 : 0.5));
}

static inline uint64_t parley_word_big_endian(uint64_t word) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return word;
#else
  return __builtin_bswap64(word);
#endif
}

/* Up to eight bytes from bytes[at] on, of which `left` belong to the text, the first one highest; zeros behind them.
   Never reads outside of [bytes, bytes + at + left). */
static inline uint64_t parley_word_of_text(const unsigned char *bytes, int64_t at, int64_t left) {
  uint64_t word = 0;
  if (left >= 8) {
    memcpy(&word, bytes + at, sizeof word);
    return parley_word_big_endian(word);
  }
  if (left <= 0) return 0;
  if (at + left >= 8) { /* the eight bytes that end with the text */
    memcpy(&word, bytes + at + left - 8, sizeof word);
    return parley_word_big_endian(word) << (64 - 8 * left);
  }
  for (int64_t i = 0; i < left; i++) word |= (uint64_t)bytes[at + i] << (56 - 8 * i);
  return word;
}

/* A side that is open comes last, whatever the direction. */
static inline uint32_t parley_word_of_day(int32_t day, int32_t open, bool descending) {
  uint32_t word = (uint32_t)day ^ 0x80000000u;
  return day == open ? UINT32_MAX : descending ? ~word : word;
}

/* First day, then last day, in the direction of the key. A date open on both sides has the word of a missing value. */
static inline uint64_t parley_word_of_days(const int32_t *days, bool descending) {
  return (uint64_t)parley_word_of_day(days[0], INT32_MIN, descending) << 32 |
         parley_word_of_day(days[1], INT32_MAX, descending);
}

/* Byte by byte; a text that ends comes before those that go on. */
static inline int parley_word_compare_texts(const parley_dictionary *dictionary, int32_t a, int32_t b, size_t from) {
  size_t length, other;
  const char *text = parley_dictionary_text(dictionary, a, &length);
  const char *there = parley_dictionary_text(dictionary, b, &other);
  if (length <= from || other <= from) return (length > other) - (length < other);
  return parley_bytes_order(text + from, length - from, there + from, other - from);
}

static inline int parley_word_bits(uint64_t word) { return word == 0 ? 0 : 64 - __builtin_clzll(word); }

#endif
