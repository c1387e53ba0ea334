/*
** The leaves of an expression: vectors of columns, of the entries of dictionaries, and of constants.
**
** What a vector points to is the Frame's own memory wherever that has the wanted form, so that a plain column costs
** nothing; else the slot's.
*/
#include <string.h>

#include "engine/expr/vector.h"
#include "frame/packing.h"

/* ---- columns ---- */

/* The test for -1 stands outside the loop: without gaps it is a plain gather. */
static void gather64(const int64_t *from, const parley_expr_batch *batch, int64_t *out) {
  const int32_t *row = batch->row;
  if (batch->gaps) {
    for (int i = 0; i < batch->count; i++) out[i] = row[i] < 0 ? 0 : from[row[i]];
  } else {
    for (int i = 0; i < batch->count; i++) out[i] = from[row[i]];
  }
}

static void gather32(const int32_t *from, const parley_expr_batch *batch, int32_t *out) {
  const int32_t *row = batch->row;
  if (batch->gaps) {
    for (int i = 0; i < batch->count; i++) out[i] = row[i] < 0 ? 0 : from[row[i]];
  } else {
    for (int i = 0; i < batch->count; i++) out[i] = from[row[i]];
  }
}

/* A start that is not a multiple of 8 only comes with single rows, bit by bit. */
static void load_bits(const unsigned char *bits, const parley_expr_batch *batch, unsigned char *out) {
  if (batch->row == NULL && batch->start % 8 == 0) {
    parley_expr_spread_bits(bits, batch->start, batch->count, out);
    return;
  }
  for (int i = 0; i < batch->count; i++) {
    int64_t row = batch->row != NULL ? batch->row[i] : batch->start + i;
    out[i] = row >= 0 && parley_bit(bits, row);
  }
}

/* Packed values are unpacked a batch at a time, into the cache. */
static void load_words(const parley_column *column, const parley_expr_batch *batch, parley_slot *slot,
                       parley_vector *out) {
  const void *values = slot->values;
  if (batch->row == NULL) values = parley_values(column, batch->start, batch->count, slot->values);
  else if (column->packing.packed) parley_unpack_at(column, batch->row, batch->count, slot->values);
  else gather64(parley_column_integers(column), batch, slot->values);
  if (parley_column_layout(column) == PARLEY_LAYOUT_INTEGER) out->integer = values;
  else out->number = values;
}

/* Missing rows have code 0, which is readable unless the dictionary is empty; kernels ask `valid` first. */
static void load_codes(const parley_column *column, const parley_expr_batch *batch, parley_slot *slot,
                       parley_vector *out) {
  out->dictionary = &column->dictionary;
  out->code = slot->values;
  if (batch->row == NULL) out->code = parley_values(column, batch->start, batch->count, slot->values);
  else if (column->packing.packed) parley_unpack_at(column, batch->row, batch->count, slot->values);
  else gather32(parley_column_codes(column), batch, slot->values);
}

/* The slot is asked for even where the values are the column's own: `valid` needs it. */
static bool load_column(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                        parley_error *err) {
  const parley_column *column = &worker->program->frame->columns[worker->program->steps[at].column];
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL) return false;
  out->valid = parley_expr_valid(column, batch, slot->valid);
  if (parley_layout_is_coded(parley_column_layout(column))) {
    load_codes(column, batch, slot, out);
  } else if (parley_column_layout(column) == PARLEY_LAYOUT_TRUTH) {
    load_bits(column->values.data, batch, slot->values);
    out->truth = slot->values;
  } else {
    load_words(column, batch, slot, out);
  }
  return true;
}

/* Here rows are the entries of a dictionary; the one behind the last is missing. The row behind the last entry
   stands for a missing one. */
static void load_entry(const parley_dictionary *dictionary, int64_t entry, parley_slot *slot, int i) {
  const int64_t *offset = parley_dictionary_offsets(dictionary);
  slot->valid[i] = entry < dictionary->entries;
  slot->text[i] = (parley_expr_span){"", 0};
  if (!slot->valid[i]) return;
  slot->text[i].bytes = (const char *)dictionary->bytes.data + offset[entry];
  slot->text[i].length = (size_t)(offset[entry + 1] - offset[entry]);
  if (dictionary->days.data == NULL) return;
  memcpy(slot->days + 2 * i, parley_dictionary_days(dictionary, (int32_t)entry), 2 * sizeof(int32_t));
}

/* Entries one behind the other, none of them missing. Days are the dictionary's own, one pair an entry, in the same
   order. */
static void load_run(const parley_dictionary *dictionary, int64_t start, int count, parley_slot *slot,
                     parley_vector *out) {
  const int64_t *offset = parley_dictionary_offsets(dictionary) + start;
  const char *bytes = (const char *)dictionary->bytes.data;
  for (int i = 0; i < count; i++) {
    slot->text[i].bytes = bytes + offset[i];
    slot->text[i].length = (size_t)(offset[i + 1] - offset[i]);
  }
  out->text = slot->text;
  out->days = dictionary->days.data != NULL ? parley_dictionary_days(dictionary, (int32_t)start) : NULL;
  out->run = true;
}

/* Texts of the dictionary lie one behind the other, which searches make use of. */
static bool load_entries(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                         parley_error *err) {
  const parley_dictionary *dictionary = &worker->program->frame->columns[worker->entries_of].dictionary;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || parley_slot_text(worker, at, err) == NULL) return false;
  if (batch->row == NULL && batch->start + batch->count <= dictionary->entries) {
    load_run(dictionary, batch->start, batch->count, slot, out);
    return true;
  }
  memset(slot->days, 0, (size_t)batch->count * 2 * sizeof(int32_t));
  for (int i = 0; i < batch->count; i++) {
    load_entry(dictionary, batch->row != NULL ? batch->row[i] : batch->start + i, slot, i);
  }
  out->valid = parley_expr_all_or(slot->valid, batch->count);
  out->text = slot->text;
  out->days = slot->days;
  return true;
}

bool parley_do_column(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                      parley_error *err) {
  if (worker->entries_of >= 0) return load_entries(worker, at, batch, out, err);
  return load_column(worker, at, batch, out, err);
}

/* ---- constants ---- */

/* A whole batch once, whatever the batch's count: later batches find it. */
static void fill_text(parley_slot *slot, const parley_step *step) {
  for (int i = 0; i < PARLEY_EXPR_BATCH; i++) {
    slot->text[i] = (parley_expr_span){step->constant.text, step->constant.length};
    slot->days[2 * i] = step->days[0];
    slot->days[2 * i + 1] = step->days[1];
  }
}

static void fill_values(parley_slot *slot, const parley_step *step) {
  if (step->layout == PARLEY_LAYOUT_TRUTH) memset(slot->values, step->constant.integer != 0, PARLEY_EXPR_BATCH);
  for (int i = 0; i < PARLEY_EXPR_BATCH; i++) {
    if (step->layout == PARLEY_LAYOUT_INTEGER) ((int64_t *)slot->values)[i] = step->constant.integer;
    else if (step->layout == PARLEY_LAYOUT_NUMBER) ((double *)slot->values)[i] = step->constant.number;
  }
}

/* The slot is this worker's, so that `filled` needs no lock. */
bool parley_do_constant(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                        parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  parley_slot *slot = parley_slot_of_type(worker, at, step->layout, err);
  (void)batch;
  if (slot == NULL) return false;
  if (!slot->filled && parley_layout_is_coded(step->layout)) fill_text(slot, step);
  else if (!slot->filled) fill_values(slot, step);
  slot->filled = true;
  parley_expr_set_vector(out, slot, step->layout);
  return true;
}

/* Missing values are zeros and empty texts. Every type has readable values: a kernel may look before it asks. */
bool parley_do_nothing(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                       parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  parley_slot *slot = parley_slot_of_type(worker, at, step->layout, err);
  (void)batch;
  if (slot == NULL) return false;
  if (!slot->filled) {
    memset(slot->values, 0, PARLEY_EXPR_BATCH * 8);
    memset(slot->valid, 0, PARLEY_EXPR_BATCH);
    static const parley_step empty = {.layout = PARLEY_LAYOUT_TEXT, .constant = {.text = "", .length = 0}};
    if (parley_layout_is_coded(step->layout)) fill_text(slot, &empty);
    slot->filled = true;
  }
  out->valid = slot->valid;
  parley_expr_set_vector(out, slot, step->layout);
  return true;
}
