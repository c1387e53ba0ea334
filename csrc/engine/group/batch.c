/* Batches: which of their rows have a value, and the values side by side for loops that know nothing of rows. */
#include <string.h>

#include "engine/group/accumulators.h"
#include "frame/packing.h"

/* Of rows that follow each other, those there: a byte of the bitmap at a time, so that stretches without a value cost
   next to nothing. Within a byte each row is written, and left behind only where it is there: no branch that the data
   decide. */
static int stretch_there(const unsigned char *bits, const parley_group_batch *batch, uint32_t *slot, int32_t *row) {
  const uint32_t *slots = batch->slot;
  int64_t from = batch->from, end = from + batch->count;
  int count = 0;
  for (int64_t at = from; at < end;) {
    int64_t behind = (at | 7) + 1, next = behind < end ? behind : end;
    unsigned byte = (unsigned)bits[at >> 3] >> (at & 7);
    if (byte == 0) at = next;
    for (; at < next; at++, byte >>= 1) {
      slot[count] = slots[at - from];
      row[count] = (int32_t)at;
      count += (int)(byte & 1);
    }
  }
  return count;
}

static int rows_there(const unsigned char *bits, const parley_group_batch *batch, uint32_t *slot, int32_t *row) {
  int all = batch->count, count = 0;
  for (int i = 0; i < all; i++) {
    slot[count] = batch->slot[i];
    row[count] = batch->row[i];
    count += parley_bit(bits, batch->row[i]);
  }
  return count;
}

parley_group_batch parley_group_batch_there(const parley_column *of, const parley_group_batch *batch, uint32_t *slot,
                                            int32_t *row) {
  if (of->nulls == 0) return *batch;
  const unsigned char *bits = of->validity.data;
  int count = batch->row == NULL ? stretch_there(bits, batch, slot, row) : rows_there(bits, batch, slot, row);
  return (parley_group_batch){slot, row, 0, count, batch->single};
}

/* ---- values ---- */

static void load_bits(const parley_column *of, const parley_group_batch *batch, int64_t *room) {
  const unsigned char *bits = of->values.data;
  for (int i = 0; i < batch->count; i++) {
    room[i] = parley_bit(bits, batch->row == NULL ? batch->from + i : batch->row[i]);
  }
}

/* In place for unpacked columns and whole batches: nothing is copied. */
const int64_t *parley_group_batch_integers(const parley_column *of, const parley_group_batch *batch, int64_t *room) {
  if (parley_column_layout(of) == PARLEY_LAYOUT_TRUTH) {
    load_bits(of, batch, room);
    return room;
  }
  if (batch->row == NULL) return parley_values(of, batch->from, batch->count, room);
  if (of->packing.packed) {
    parley_unpack_at(of, batch->row, batch->count, room);
    return room;
  }
  const int64_t *value = parley_column_integers(of);
  for (int i = 0; i < batch->count; i++) room[i] = value[batch->row[i]];
  return room;
}

/* Integers up to 2^53 are exact as numbers; beyond they are rounded, as in SQLite's avg. */
const double *parley_group_batch_numbers(const parley_column *of, const parley_group_batch *batch, double *room) {
  if (parley_column_layout(of) == PARLEY_LAYOUT_NUMBER) {
    if (batch->row == NULL) return parley_values(of, batch->from, batch->count, room);
    if (of->packing.packed) {
      parley_unpack_at(of, batch->row, batch->count, room);
      return room;
    }
    const double *value = parley_column_numbers(of);
    for (int i = 0; i < batch->count; i++) room[i] = value[batch->row[i]];
    return room;
  }
  int64_t whole[PARLEY_GROUP_BATCH];
  const int64_t *integer = parley_group_batch_integers(of, batch, whole);
  for (int i = 0; i < batch->count; i++) room[i] = (double)integer[i];
  return room;
}
