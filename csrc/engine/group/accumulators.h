/*
** Accumulators: what is worked out per slot in passes over grouped rows, one small sum or extreme each. An aggregate is
** one accumulator or two; equal accumulators are made once. A value of every group is there afterwards, in cells: of
** sliced rows the cells are the groups by number, of partitioned rows the places (engine/group/find_groups.h), whose
** groups are elsewhere.
*/
#ifndef PARLEY_ENGINE_GROUP_ACCUMULATORS_H
#define PARLEY_ENGINE_GROUP_ACCUMULATORS_H

#include "engine/group/find_groups.h"

typedef enum parley_accumulator_kind {
  PARLEY_ACCUMULATOR_ROWS, /* uint32_t */
  PARLEY_ACCUMULATOR_THERE, /* uint32_t: values that are there */
  PARLEY_ACCUMULATOR_SUM, /* int64_t: of integers that cannot overflow, of booleans that hold */
  PARLEY_ACCUMULATOR_HIGH, /* int64_t: of the upper halves of integers, and of the lower ones: exact for any */
  PARLEY_ACCUMULATOR_LOW,
  PARLEY_ACCUMULATOR_NUMBERS, /* parley_statistic_sum: compensated */
  PARLEY_ACCUMULATOR_LEAST, /* int64_t: ordered as the values are (parley_accumulator_ordered_bits for numbers) */
  PARLEY_ACCUMULATOR_GREATEST, /* its complement */
  PARLEY_ACCUMULATOR_FIRST, /* int64_t: a row, as its complement for the last one; INT64_MAX for none, as below */
  PARLEY_ACCUMULATOR_LAST,
  PARLEY_ACCUMULATOR_EARLIEST, /* int64_t: the row of a date in the lower half */
  PARLEY_ACCUMULATOR_LATEST,
  PARLEY_ACCUMULATOR_FIRST_TEXT, /* parley_accumulator_text: in the order of bytes */
  PARLEY_ACCUMULATOR_LAST_TEXT
} parley_accumulator_kind;

/* The best text so far: its first eight bytes as a number, its code, and a row that has it, -1 for none. */
typedef struct parley_accumulator_text {
  uint64_t prefix; /* zeros behind a shorter text */
  int32_t code, row; /* equal texts: the first row */
} parley_accumulator_text;

typedef struct parley_accumulator {
  parley_accumulator_kind kind;
  const parley_column *of; /* NULL: rows */
  parley_buffer places, cells; /* values by place (ROWS: the sizes), and of sliced rows by cell */
} parley_accumulator;

typedef struct parley_accumulators {
  const parley_groups *rows; /* that were gone over; set by parley_accumulators_run */
  parley_accumulator *list; /* in `buffer`; places in it do not change */
  int count, room;
  parley_buffer buffer;
} parley_accumulators;

/* Room for `most` accumulators. */
bool parley_accumulators_make(parley_run *run, parley_accumulators *accumulators, int most, parley_error *err);

/* The place of an accumulator in the list; adds it where it is not there. */
int parley_accumulator_of(parley_accumulators *accumulators, parley_accumulator_kind kind, const parley_column *of);

/* Takes the memory, goes over the rows, and works out the values by cell. */
bool parley_accumulators_run(parley_run *run, parley_accumulators *accumulators, parley_groups *groups,
                             parley_error *err);

void parley_accumulators_free(parley_run *run, parley_accumulators *accumulators);

/* The values of an accumulator by place, and by cell. */
const void *parley_accumulator_places(const parley_accumulators *accumulators, int at);
const void *parley_accumulator_cells(const parley_accumulators *accumulators, int at);

/* The group of a cell. */
static inline int64_t parley_cells_group(const parley_groups *groups, int64_t cell) {
  return groups->sliced ? cell : groups->number[cell];
}

/* The rows of a batch where the column has a value. `slot` and `row` are room for PARLEY_GROUP_BATCH. */
parley_group_batch parley_group_batch_there(const parley_column *of, const parley_group_batch *batch, uint32_t *slot,
                                            int32_t *row);

/* Values of the rows of a batch: in place where they can be, else in `room`. Integers or booleans; numbers, integers or
   booleans. */
const int64_t *parley_group_batch_integers(const parley_column *of, const parley_group_batch *batch, int64_t *room);
const double *parley_group_batch_numbers(const parley_column *of, const parley_group_batch *batch, double *room);

/* An integer for each number, in the same order. Its own inverse but for the type. */
static inline int64_t parley_accumulator_ordered_bits(int64_t bits) {
  return bits ^ (int64_t)((uint64_t)(bits >> 63) >> 1);
}

#endif
