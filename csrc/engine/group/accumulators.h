/*
** Tallies: what is worked out per slot in passes over grouped rows, one small sum or extreme each. An aggregate is one
** tally or two; equal tallies are made once. A value of every group is there afterwards, in cells: of sliced rows the
** cells are the groups by number, of partitioned rows the places (engine/group/grouping.h), whose groups are elsewhere.
*/
#ifndef PARLEY_ENGINE_GROUP_ACCUMULATORS_H
#define PARLEY_ENGINE_GROUP_ACCUMULATORS_H

#include "engine/group/grouping.h"

typedef enum parley_tally_kind {
  PARLEY_TALLY_ROWS,     /* uint32_t */
  PARLEY_TALLY_THERE,    /* uint32_t: values that are there */
  PARLEY_TALLY_SUM,      /* int64_t: of integers that cannot overflow, of booleans that hold */
  PARLEY_TALLY_HIGH,     /* int64_t: of the upper halves of integers, and of the lower ones: exact for any */
  PARLEY_TALLY_LOW,
  PARLEY_TALLY_NUMBERS,  /* double: a sum */
  PARLEY_TALLY_LEAST,    /* int64_t: ordered as the values are (parley_ordered for numbers) */
  PARLEY_TALLY_GREATEST, /* its complement */
  PARLEY_TALLY_FIRST,    /* int64_t: a row, as its complement for the last one; INT64_MAX for none, as below */
  PARLEY_TALLY_LAST,
  PARLEY_TALLY_EARLIEST, /* int64_t: the row of a date in the lower half */
  PARLEY_TALLY_LATEST,
  PARLEY_TALLY_FIRST_TEXT, /* parley_best: in the order of bytes */
  PARLEY_TALLY_LAST_TEXT
} parley_tally_kind;

/* The best text so far: its first eight bytes as a number, its code, and a row that has it, -1 for none. */
typedef struct parley_best {
  uint64_t prefix;
  int32_t code, row;
} parley_best;

typedef struct parley_tally {
  parley_tally_kind kind;
  const parley_column *of;
  parley_buffer places, cells; /* values by place (ROWS: the sizes), and of sliced rows by cell */
} parley_tally;

typedef struct parley_tallies {
  const parley_groups *rows;
  parley_tally *list;
  int count, room;
  parley_buffer buffer;
} parley_tallies;

/* Room for `most` tallies. */
bool parley_tallies_make(parley_run *run, parley_tallies *tallies, int most, parley_error *err);

/* The place of a tally in the list; adds it where it is not there. */
int parley_tally_of(parley_tallies *tallies, parley_tally_kind kind, const parley_column *of);

/* Takes the memory, goes over the rows, and works out the values by cell. */
bool parley_tallies_run(parley_run *run, parley_tallies *tallies, parley_groups *groups, parley_error *err);

void parley_tallies_free(parley_run *run, parley_tallies *tallies);

/* The values of a tally by place, and by cell. */
const void *parley_tally_places(const parley_tallies *tallies, int at);
const void *parley_tally_cells(const parley_tallies *tallies, int at);

/* The group of a cell. */
static inline int64_t parley_cell_group(const parley_groups *groups, int64_t cell) {
  return groups->sliced ? cell : groups->number[cell];
}

/* The rows of a batch where the column has a value. `slot` and `row` are room for PARLEY_BATCH. */
parley_batch parley_batch_there(const parley_column *of, const parley_batch *batch, uint32_t *slot, int32_t *row);

/* Values of the rows of a batch: in place where they can be, else in `room`. Integers or booleans; numbers, integers or
   booleans. */
const int64_t *parley_batch_integers(const parley_column *of, const parley_batch *batch, int64_t *room);
const double *parley_batch_numbers(const parley_column *of, const parley_batch *batch, double *room);

/* An integer for each number, in the same order. Its own inverse but for the type. */
static inline int64_t parley_ordered_bits(int64_t bits) { return bits ^ (int64_t)((uint64_t)(bits >> 63) >> 1); }

#endif
