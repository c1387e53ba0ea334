/*
** Keys of a join as numbers: rows of both sides have the same number when their keys are equal; 0 is no key, because
** something is missing or because no row of the right side has it. The right side is numbered first, as a whole; then
** the left side, block by block.
*/
#ifndef PARLEY_ENGINE_JOIN_JOIN_H
#define PARLEY_ENGINE_JOIN_JOIN_H

#include "frame/dictionary_lookup.h"
#include "frame/frame.h"
#include "frame/rows.h"

typedef enum parley_join { PARLEY_INNER, PARLEY_LEFT, PARLEY_SEMI, PARLEY_ANTI } parley_join;

/* Pairs of rows whose keys are equal (missing equals nothing), in the order of the left rows, then of the right ones;
   LEFT: a left row without a match comes once, with -1. SEMI and ANTI: the left rows with or without a match; `right`
   is not touched. */
bool parley_column_join(parley_run *run, parley_join kind, const parley_column *const *left, int64_t left_rows,
                        const parley_column *const *right, int64_t right_rows, int key_count, parley_rows *left_out,
                        parley_rows *right_out, parley_error *err);

typedef struct parley_key_slot {
  uint64_t word; /* 0: empty */
  uint64_t number;
} parley_key_slot;

/* Words and their numbers, from 1 in the order in which they first come. */
typedef struct parley_key_table {
  parley_key_slot *slots;
  uint64_t mask, numbers;
  parley_buffer buffer;
} parley_key_table;

typedef enum parley_part_kind {
  PARLEY_PART_NOTHING,  /* types that are never equal */
  PARLEY_PART_CODE,     /* map[code] + 1, or code + 1 without a map */
  PARLEY_PART_BOOLEAN,
  PARLEY_PART_INTEGER,  /* value - low + 1 */
  PARLEY_PART_NUMBER,   /* its word */
  PARLEY_PART_SIGN,     /* of integers from end to end of their type: whether one is negative, */
  PARLEY_PART_MAGNITUDE /* and its other bits */
} parley_part_kind;

/* One side of a part: a column, and of texts and dates what their codes mean. */
typedef struct parley_key_side {
  const parley_column *column;
  const int32_t *map;
} parley_key_side;

/* Part of a key: from 1 to `range` in each row, or any word when range is 0. */
typedef struct parley_key_part {
  parley_part_kind kind;
  parley_key_side left, right;
  int64_t low, high;       /* of the integers on the right */
  uint64_t range;
  bool tabled;             /* `own` numbers its words */
  bool renumbered;         /* `before` numbers the parts before it, all together, so that both fit a word */
  parley_key_table own, before;
  parley_texts texts;      /* of the right dictionary */
  parley_buffer map;       /* of the left one */
} parley_key_part;

typedef struct parley_keys {
  parley_key_part *parts;
  int count;
  bool tabled;             /* `last` numbers the words that all parts give together */
  parley_key_table last;
  uint64_t numbers;        /* the highest number */
  size_t size;             /* of parts, in bytes */
} parley_keys;

enum { PARLEY_KEY_BLOCK = 1024 };

/* Numbers the right rows in number[]. */
bool parley_keys_make(parley_run *run, parley_keys *keys, const parley_column *const *left,
                      const parley_column *const *right, int count, int64_t right_rows, int32_t *number,
                      parley_error *err);
void parley_keys_free(parley_run *run, parley_keys *keys);

/* Numbers of the left rows [from, from + count), at most PARLEY_KEY_BLOCK. May be called from any thread. */
void parley_keys_left(const parley_keys *keys, int64_t from, int64_t count, int32_t *number);

#endif
