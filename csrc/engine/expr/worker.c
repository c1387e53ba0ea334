/*
** What the kernels of expressions have in common: the room that a worker keeps for each step, the vectors of operands,
** and which rows of them are there. It is below the kernels: it reaches them only by the worker's list.
**
** Every array is as long as a full batch, so that kernels never ask for more; about 10 kB a step and thread for
** numbers, 24 kB more for texts.
*/
#include <string.h>

#include "engine/expr/vector.h"

/* ---- slots ---- */

/* `valid`, `overflow`, `days` and `place` stand in blocks of others. */
void parley_worker_free(parley_worker *worker) {
  if (worker->slots == NULL) return;
  for (int at = 0; at < worker->program->count; at++) {
    parley_slot *slot = &worker->slots[at];
    parley_alloc(slot->values, 0);
    parley_alloc(slot->text, 0);
    parley_alloc(slot->row, 0);
    parley_alloc(slot->bytes, 0);
  }
  parley_alloc(worker->slots, 0);
  worker->slots = NULL;
}

/* Eight-byte values first, so that all are aligned. */
parley_slot *parley_slot_values(parley_worker *worker, int at, parley_error *err) {
  parley_slot *slot = &worker->slots[at];
  if (slot->values != NULL) return slot;
  unsigned char *block = parley_alloc(NULL, PARLEY_EXPR_BATCH * (8 + 1 + 1));
  if (block == NULL) return parley_no_memory(err), NULL;
  slot->values = block;
  slot->valid = block + PARLEY_EXPR_BATCH * 8;
  slot->overflow = slot->valid + PARLEY_EXPR_BATCH;
  return slot;
}

/* Spans first, for the same reason. */
parley_slot *parley_slot_text(parley_worker *worker, int at, parley_error *err) {
  parley_slot *slot = &worker->slots[at];
  if (slot->text != NULL) return slot;
  unsigned char *block = parley_alloc(NULL, PARLEY_EXPR_BATCH * (sizeof(parley_expr_span) + 2 * sizeof(int32_t)));
  if (block == NULL) return parley_no_memory(err), NULL;
  slot->text = (parley_expr_span *)(void *)block;
  slot->days = (int32_t *)(void *)(block + PARLEY_EXPR_BATCH * sizeof(parley_expr_span));
  return slot;
}

parley_slot *parley_slot_rows(parley_worker *worker, int at, parley_error *err) {
  parley_slot *slot = &worker->slots[at];
  if (slot->row != NULL) return slot;
  slot->row = parley_alloc(NULL, PARLEY_EXPR_BATCH * 2 * sizeof(int32_t));
  if (slot->row == NULL) return parley_no_memory(err), NULL;
  slot->place = slot->row + PARLEY_EXPR_BATCH;
  return slot;
}

/* What was there is lost: bytes are made anew for each batch. */
parley_slot *parley_slot_bytes(parley_worker *worker, int at, size_t size, parley_error *err) {
  parley_slot *slot = &worker->slots[at];
  if (size <= slot->room && slot->bytes != NULL) return slot;
  size_t wanted = size < 4096 ? 4096 : size + size / 2;
  parley_alloc(slot->bytes, 0);
  slot->room = 0;
  slot->bytes = parley_alloc(NULL, wanted);
  if (slot->bytes == NULL) return parley_no_memory(err), NULL;
  slot->room = wanted;
  return slot;
}

void parley_expr_set_vector(parley_vector *out, const parley_slot *slot, parley_layout layout) {
  switch (layout) {
    case PARLEY_LAYOUT_INTEGER: out->integer = slot->values; break;
    case PARLEY_LAYOUT_NUMBER: out->number = slot->values; break;
    case PARLEY_LAYOUT_TRUTH: out->truth = slot->values; break;
    default: out->text = slot->text; out->days = slot->days;
  }
}

parley_slot *parley_slot_of_type(parley_worker *worker, int at, parley_layout layout, parley_error *err) {
  parley_slot *slot = parley_slot_values(worker, at, err);
  return slot == NULL || !parley_layout_is_coded(layout) ? slot : parley_slot_text(worker, at, err);
}

/* ---- operands ---- */

/* The vector is cleared first: kernels set only what they have. */
bool parley_expr_evaluate(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                          parley_error *err) {
  *out = (parley_vector){0};
  return worker->kernels[worker->program->steps[at].operation](worker, at, batch, out, err);
}

bool parley_expr_evaluate_two(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *left,
                              parley_vector *right, parley_error *err) {
  return parley_expr_evaluate(worker, parley_expr_arg(worker->program, at, 0), batch, left, err) &&
         parley_expr_evaluate(worker, parley_expr_arg(worker->program, at, 1), batch, right, err);
}

/* `out` may be a or b: each byte is read before it is written. */
const unsigned char *parley_expr_both_valid(const unsigned char *a, const unsigned char *b, unsigned char *out,
                                            int count) {
  if (a == NULL || a == b) return b;
  if (b == NULL) return a;
  for (int i = 0; i < count; i++) out[i] = a[i] & b[i];
  return out;
}

/* Texts of a dictionary at these codes; those that are missing are empty. Missing rows may have a code that is no
   entry. */
static void spans_of(const parley_dictionary *dictionary, const int32_t *code, const unsigned char *valid, int count,
                     parley_expr_span *out) {
  const int64_t *offset = parley_dictionary_offsets(dictionary);
  const char *bytes = (const char *)dictionary->bytes.data;
  for (int i = 0; i < count; i++) {
    if (valid != NULL && !valid[i]) {
      out[i] = (parley_expr_span){"", 0};
      continue;
    }
    int64_t from = offset[code[i]];
    out[i] = (parley_expr_span){bytes + from, (size_t)(offset[code[i] + 1] - from)};
  }
}

bool parley_expr_spans(parley_worker *worker, int at, parley_vector *vector, int count, parley_error *err) {
  if (vector->text != NULL) return true;
  parley_slot *slot = parley_slot_text(worker, at, err);
  if (slot == NULL) return false;
  spans_of(vector->dictionary, vector->code, vector->valid, count, slot->text);
  vector->text = slot->text;
  return true;
}

/* ---- rows that are there ---- */

/* A byte becomes eight; written so that compilers make a shuffle of it. */
void parley_expr_spread_bits(const unsigned char *bits, int64_t start, int64_t count, unsigned char *out) {
  const unsigned char *from = bits + start / 8;
  int64_t i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned byte = from[i / 8];
    for (int k = 0; k < 8; k++) out[i + k] = (unsigned char)((byte >> k) & 1);
  }
  for (; i < count; i++) out[i] = parley_bit(from, i);
}

const unsigned char *parley_expr_all_or(const unsigned char *valid, int count) {
  return memchr(valid, 0, (size_t)count) == NULL ? NULL : valid;
}

const unsigned char *parley_expr_valid(const parley_column *column, const parley_expr_batch *batch,
                                       unsigned char *out) {
  const unsigned char *bits = column->validity.data;
  if (bits == NULL && !batch->gaps) return NULL;
  if (batch->row == NULL && batch->start % 8 == 0) {
    parley_expr_spread_bits(bits, batch->start, batch->count, out);
  } else {
    for (int i = 0; i < batch->count; i++) {
      int64_t row = batch->row != NULL ? batch->row[i] : batch->start + i;
      out[i] = row >= 0 && (bits == NULL || parley_bit(bits, row));
    }
  }
  return parley_expr_all_or(out, batch->count);
}
