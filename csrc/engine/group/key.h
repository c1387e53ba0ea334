/*
** Keys as numbers: what some columns hold in a row as one unsigned number, the same where all their values are the
** same. Each column gives a digit below its range (a missing value is digit 0, where there is any); the digits make up
** a number in mixed radix. Codes of a dictionary without repeated texts, booleans and integers of a small range are
** digits as they are.
**
** Where the number would not fit 64 bits, and for texts of a dictionary that repeats some, it is a hash: rows with
** equal numbers may then still differ, and parley_key_same tells.
*/
#ifndef PARLEY_ENGINE_GROUP_KEY_H
#define PARLEY_ENGINE_GROUP_KEY_H

#include "base/run.h"
#include "frame/frame.h"

enum { PARLEY_KEY_BATCH = 1024 }; /* rows whose numbers are worked out at a time, at best */

typedef enum parley_digit_kind {
  PARLEY_DIGIT_CODES, /* int32_t */
  PARLEY_DIGIT_INTEGERS,
  PARLEY_DIGIT_NUMBERS,
  PARLEY_DIGIT_BITS,
  PARLEY_DIGIT_TEXTS  /* codes, equal where the texts are */
} parley_digit_kind;

typedef struct parley_digit {
  parley_digit_kind kind;
  const void *values; /* of the column's first row; packed values are not read through it */
  const parley_column *packed; /* the column, where its values are packed; else NULL */
  const unsigned char *validity; /* NULL: nothing is missing */
  const parley_dictionary *dictionary; /* of texts */
  int64_t low;                   /* of integers */
  uint64_t range;                /* 0: as wide as 64 bits */
  bool loose;                    /* different values may have the same digit */
} parley_digit;

typedef struct parley_key {
  const parley_digit *digits; /* belong to the caller, who keeps them as long as the key */
  int count;
  uint64_t range; /* the numbers are below it; 0: as wide as 64 bits */
  bool hashed;
} parley_key;

parley_digit parley_digit_of(const parley_column *column);

/* A digit for each row below `range`, none missing. */
parley_digit parley_digit_codes(const int32_t *codes, uint64_t range);

/* The key of these digits, which it does not copy. */
parley_key parley_key_of(const parley_digit *digits, int count);

/* Numbers of the rows [from, from + count), at most PARLEY_KEY_BATCH. parley_key_slots is for ranges of at most 32
 * bits. */
void parley_key_slots(const parley_key *key, int64_t from, int count, uint32_t *out);
void parley_key_numbers(const parley_key *key, int64_t from, int count, uint64_t *out);

/* Whether two rows of a hashed key hold the same values. */
bool parley_key_same(const parley_key *key, int64_t a, int64_t b);

#endif
