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

typedef enum parley_join { PARLEY_JOIN_INNER, PARLEY_JOIN_LEFT, PARLEY_JOIN_SEMI, PARLEY_JOIN_ANTI } parley_join;

/* What is joined: the key columns of both sides, which meet in pairs. All of it stays the caller's. */
typedef struct parley_join_input {
  parley_join kind;
  const parley_column *const *left, *const *right;
  int64_t left_rows, right_rows;
  int key_count;
} parley_join_input;

/* Pairs of rows whose keys are equal (missing equals nothing), in the order of the left rows, then of the right ones;
   LEFT: a left row without a match comes once, with -1. SEMI and ANTI: the left rows with or without a match; `right`
   is not touched. */
bool parley_join_run(parley_run *run, const parley_join_input *input, parley_rows *left_out, parley_rows *right_out,
                     parley_error *err);

typedef struct parley_join_slot {
  uint64_t word; /* 0: empty */
  uint64_t number;
} parley_join_slot;

/* Words and their numbers, from 1 in the order in which they first come. */
typedef struct parley_join_table {
  parley_join_slot *slots;
  uint64_t mask, numbers; /* slots less 1; the highest number given */
  parley_buffer buffer;
} parley_join_table;

typedef enum parley_join_part_kind {
  PARLEY_JOIN_PART_NOTHING, /* types that are never equal */
  PARLEY_JOIN_PART_CODE, /* map[code] + 1, or code + 1 without a map */
  PARLEY_JOIN_PART_BOOLEAN,
  PARLEY_JOIN_PART_INTEGER, /* value - low + 1 */
  PARLEY_JOIN_PART_NUMBER, /* its word */
  PARLEY_JOIN_PART_SIGN, /* of integers from end to end of their type: whether one is negative, */
  PARLEY_JOIN_PART_MAGNITUDE /* and its other bits */
} parley_join_part_kind;

/* One side of a part: a column, and of texts and dates what their codes mean. */
typedef struct parley_join_side {
  const parley_column *column;
  const int32_t *map; /* codes of the left dictionary to those of the right one; -1: not there */
} parley_join_side;

/* Part of a key: from 1 to `range` in each row, or any word when range is 0. */
typedef struct parley_join_part {
  parley_join_part_kind kind;
  parley_join_side left, right;
  int64_t low, high;       /* of the integers on the right */
  uint64_t range;
  bool tabled;             /* `own` numbers its words */
  bool renumbered;         /* `before` numbers the parts before it, all together, so that both fit a word */
  parley_join_table own, before;
  parley_lookup texts;     /* of the right dictionary */
  parley_buffer map;       /* of the left one */
} parley_join_part;

typedef struct parley_join_keys {
  parley_join_part *parts;
  int count;
  bool tabled;             /* `last` numbers the words that all parts give together */
  parley_join_table last;
  uint64_t numbers;        /* the highest number */
  size_t size;             /* of parts, in bytes */
} parley_join_keys;

enum { PARLEY_JOIN_BLOCK = 1024 };

/* Numbers the right rows in number[]. */
bool parley_join_keys_make(parley_run *run, parley_join_keys *keys, const parley_join_input *input, int32_t *number,
                           parley_error *err);
void parley_join_keys_free(parley_run *run, parley_join_keys *keys);

/* Numbers of the left rows [from, from + count), at most PARLEY_JOIN_BLOCK. May be called from any thread. */
void parley_join_keys_left(const parley_join_keys *keys, int64_t from, int64_t count, int32_t *number);

#endif
