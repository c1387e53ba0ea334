/*
** Values of a step read, per row, from the table of the text or date column that it depends on.
**
** Tables are as long as the dictionary and one more (dictionary_tables.c), so that no code needs a check of its range.
*/
#include <string.h>

#include "engine/expr/vector.h"
#include "frame/packing.h"

typedef unsigned char byte;

/* The column's codes at these rows. Codes of rows -1 are 0; `valid` tells them apart. */
static const int32_t *load_codes(const parley_column *column, const parley_expr_batch *batch, int32_t *out) {
  if (batch->row == NULL) return parley_values(column, batch->start, batch->count, out);
  if (column->packing.packed) {
    parley_unpack_at(column, batch->row, batch->count, out);
    return out;
  }
  const int32_t *code = parley_column_codes(column);
  for (int i = 0; i < batch->count; i++) out[i] = batch->row[i] < 0 ? 0 : code[batch->row[i]];
  return out;
}

/* Codes of missing values become the entry behind the last. Without missing rows no copy is made. */
static const int32_t *turn_missing(const int32_t *code, const byte *valid, int count, int32_t behind, int32_t *out) {
  if (valid == NULL) return code;
  for (int i = 0; i < count; i++) out[i] = valid[i] ? code[i] : behind;
  return out;
}

/* Integers and numbers alike. */
static void look_up_words(const int64_t *table, const int32_t *code, int count, int64_t *out) {
  for (int i = 0; i < count; i++) out[i] = table[code[i]];
}

static void look_up_codes(const int32_t *table, const int32_t *code, int count, int32_t *out) {
  for (int i = 0; i < count; i++) out[i] = table[code[i]];
}

static void look_up_bytes(const byte *table, const int32_t *code, int count, byte *out) {
  for (int i = 0; i < count; i++) out[i] = table[code[i]];
}

static void look_up_values(const parley_table *table, const int32_t *code, int count, parley_slot *slot,
                           parley_vector *out) {
  const void *values = table->values.values.data;
  switch (parley_column_layout(&table->values)) {
    case PARLEY_LAYOUT_INTEGER:
      look_up_words(values, code, count, slot->values);
      out->integer = slot->values;
      break;
    case PARLEY_LAYOUT_NUMBER:
      look_up_words(values, code, count, slot->values);
      out->number = slot->values;
      break;
    case PARLEY_LAYOUT_TRUTH:
      look_up_bytes(table->truth.data, code, count, slot->values);
      out->truth = slot->values;
      break;
    default:
      look_up_codes(values, code, count, slot->values);
      out->code = slot->values;
      out->dictionary = &table->values.dictionary;
  }
}

/* A condition that one entry alone meets: no table is read, and no code of a missing value turned. slot->row is free
   here: this kernel needs no list of rows. */
static void look_up_only(const parley_table *table, const parley_column *column, const parley_expr_batch *batch,
                         const byte *valid, parley_slot *slot, parley_vector *out) {
  const int32_t *code = load_codes(column, batch, slot->row), only = table->only;
  byte *truth = slot->values;
  for (int i = 0; i < batch->count; i++) truth[i] = code[i] == only;
  for (int i = 0; valid != NULL && i < batch->count; i++) truth[i] &= valid[i];
  out->truth = truth;
  out->valid = table->missing ? valid : NULL;
}

/* A missing row may give a value (`x is nil`): only where the table says it is missing does the column's validity
   count. */
bool parley_do_look_up(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                       parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  const parley_table *table = step->table;
  const parley_column *column = &worker->program->frame->columns[step->column];
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || parley_slot_rows(worker, at, err) == NULL) return false;
  const byte *valid = parley_expr_valid(column, batch, slot->valid);
  if (table->only >= 0) return look_up_only(table, column, batch, valid, slot, out), true;
  const int32_t *code = load_codes(column, batch, slot->row);
  code = turn_missing(code, valid, batch->count, column->dictionary.entries, slot->row);
  look_up_values(table, code, batch->count, slot, out);
  out->valid = table->missing ? valid : NULL;
  if (table->complete) return true;
  look_up_bytes(table->valid.data, code, batch->count, slot->valid);
  out->valid = memchr(slot->valid, 0, (size_t)batch->count) == NULL ? NULL : slot->valid;
  return true;
}
