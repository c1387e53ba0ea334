/* A field: what a column holds in a row as a number of few bits, in the order of the values. */
#ifndef PARLEY_ENGINE_SORT_ENCODED_KEY_H
#define PARLEY_ENGINE_SORT_ENCODED_KEY_H

#include "frame/frame.h"

typedef enum parley_sort_field_kind {
  PARLEY_SORT_FIELD_INTEGER,
  PARLEY_SORT_FIELD_NUMBER,
  PARLEY_SORT_FIELD_DECIMAL, /* number * scale, which is an integer */
  PARLEY_SORT_FIELD_BOOLEAN,
  PARLEY_SORT_FIELD_ENTRY, /* of_entry[code] is the value of the field */
  PARLEY_SORT_FIELD_PRESENCE /* 1 where the value is missing */
} parley_sort_field_kind;

/* (word - low) >> shift, or high less that when descending; high + 1 where the value is missing. */
typedef struct parley_sort_field {
  parley_sort_field_kind kind;
  bool descending;
  const parley_column *by; /* unpacked */
  uint64_t low, high; /* the least word; the greatest value of the field, without missing ones */
  double scale; /* DECIMAL only: 1, 10, 100 or 1000 */
  int shift, bits, start; /* start: how many bits of other fields come before it */
  const uint64_t *of_entry; /* ENTRY only, in `entries` */
  parley_buffer entries; /* owned */
  parley_column packed;   /* of the key, where its dictionary is much larger than it has rows */
} parley_sort_field;

/* The fields of a sort, one behind the other. */
typedef struct parley_sort_field_list {
  parley_sort_field *fields; /* owned, with room for two a key */
  int count, bits;           /* bits: of all fields; 0: every row has the same keys */
} parley_sort_field_list;

/* element[i] |= the bits of the field that lie in bits [from, from + width) of all fields, moved to `place` and up.
   The row is the low bits of element[i], as mask says. */
void parley_sort_field_fill(const parley_sort_field *field, int from, int width, int place, uint64_t mask,
                            uint64_t *element, int64_t count);

#endif
