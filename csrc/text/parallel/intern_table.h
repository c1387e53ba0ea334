/* The different texts of a column as one thread meets them. Looking up a text of up to 16 bytes, as most that repeat
   are, compares two words and touches nothing but its slot. */
#ifndef PARLEY_TEXT_PARALLEL_INTERN_TABLE_H
#define PARLEY_TEXT_PARALLEL_INTERN_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/hash.h"

/* A text with its place in the bytes. The column holds `shown`: the text itself, or the day that it means. */
typedef struct parley_interned_text {
  size_t at, shown_at;
  uint32_t length, shown_length;
  int32_t first, last; /* days of a date */
  int64_t row;         /* the first with this text */
  bool missing;        /* a code that stands for no value */
} parley_interned_text;

typedef struct parley_intern_slot {
  uint64_t head, tail; /* up to 16 bytes, or a hash of more */
  uint32_t length;
  int32_t code;        /* -1: empty */
} parley_intern_slot;

/* All zero: empty. */
typedef struct parley_intern_table {
  parley_intern_slot *slots;
  unsigned bits;       /* 2^bits slots */
  parley_interned_text *seen;   /* by code, in the order in which they came */
  int32_t count, room;
  char *bytes;
  size_t used, bytes_room;
} parley_intern_table;

/* ---- looking up ---- */

enum { PARLEY_INTERN_SHORT = 16 };

static inline uint64_t parley_intern_word(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
  return word;
}

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* The first `count` of eight bytes. */
static const uint64_t parley_intern_mask[9] = {0,          0xFF,         0xFFFF,         0xFFFFFF,         0xFFFFFFFF,
                                             0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, UINT64_MAX};

static inline parley_intern_slot parley_intern_key(const char *text, size_t length) {
  size_t head = length < 8 ? length : 8;
  return (parley_intern_slot){.head = parley_intern_word(text) & parley_intern_mask[head],
                           .tail = parley_intern_word(text + 8) & parley_intern_mask[length - head],
                           .length = (uint32_t)length};
}

#else

static inline parley_intern_slot parley_intern_key(const char *text, size_t length) {
  char bytes[PARLEY_INTERN_SHORT] = {0};
  memcpy(bytes, text, length);
  return (parley_intern_slot){.head = parley_intern_word(bytes), .tail = parley_intern_word(bytes + 8),
                           .length = (uint32_t)length};
}

#endif

/* The slot where a key is looked for first. */
static inline size_t parley_intern_place(const parley_intern_slot *key, unsigned bits) {
  uint64_t hash = parley_hash_bits(key->head ^ (key->tail << 29 | key->tail >> 35)) ^ key->length;
  return (size_t)(hash * PARLEY_HASH_ODDER >> (64 - bits));
}

/* As parley_intern_code, of any text and in all cases. */
int32_t parley_intern_find(parley_intern_table *texts, const char *text, size_t length, bool *added);

/* Code of the text, or -1 when there is no memory; `added` tells a new one, of which the caller sets the rest. The
   text has to be readable for 16 bytes, whatever its length. */
static inline int32_t parley_intern_code(parley_intern_table *texts, const char *text, size_t length, bool *added) {
  *added = false;
  if (length <= PARLEY_INTERN_SHORT && texts->slots != NULL) {
    parley_intern_slot key = parley_intern_key(text, length);
    const parley_intern_slot *slot = &texts->slots[parley_intern_place(&key, texts->bits)];
    bool same = ((slot->head ^ key.head) | (slot->tail ^ key.tail) | (slot->length ^ key.length)) == 0;
    if (same && slot->code >= 0) return slot->code;
  }
  return parley_intern_find(texts, text, length, added);
}

/* Keeps what the newest text is shown as. False: no memory. */
bool parley_intern_show(parley_intern_table *texts, const char *text, size_t length);

void parley_intern_free(parley_intern_table *texts);

#endif
