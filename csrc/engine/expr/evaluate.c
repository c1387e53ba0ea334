/* Running steps: workers and the room they keep, columns, constants, and which kernel does what. */
#include <string.h>

#include "engine/expr/vector.h"
#include "frame/packing.h"

/* ---- workers and slots ---- */

bool parley_worker_make(parley_worker *worker, const parley_program *program, int entries_of, parley_error *err) {
  size_t size = (size_t)program->count * sizeof(parley_slot);
  *worker = (parley_worker){.program = program, .entries_of = entries_of};
  worker->slots = parley_alloc(NULL, size);
  if (worker->slots == NULL) return parley_no_memory(err);
  memset(worker->slots, 0, size);
  return true;
}

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

parley_slot *parley_slot_values(parley_worker *worker, int at, parley_error *err) {
  parley_slot *slot = &worker->slots[at];
  if (slot->values != NULL) return slot;
  unsigned char *block = parley_alloc(NULL, PARLEY_BATCH * (8 + 1 + 1));
  if (block == NULL) return parley_no_memory(err), NULL;
  slot->values = block;
  slot->valid = block + PARLEY_BATCH * 8;
  slot->overflow = slot->valid + PARLEY_BATCH;
  return slot;
}

parley_slot *parley_slot_text(parley_worker *worker, int at, parley_error *err) {
  parley_slot *slot = &worker->slots[at];
  if (slot->text != NULL) return slot;
  unsigned char *block = parley_alloc(NULL, PARLEY_BATCH * (sizeof(parley_span) + 2 * sizeof(int32_t)));
  if (block == NULL) return parley_no_memory(err), NULL;
  slot->text = (parley_span *)(void *)block;
  slot->days = (int32_t *)(void *)(block + PARLEY_BATCH * sizeof(parley_span));
  return slot;
}

parley_slot *parley_slot_rows(parley_worker *worker, int at, parley_error *err) {
  parley_slot *slot = &worker->slots[at];
  if (slot->row != NULL) return slot;
  slot->row = parley_alloc(NULL, PARLEY_BATCH * 2 * sizeof(int32_t));
  if (slot->row == NULL) return parley_no_memory(err), NULL;
  slot->place = slot->row + PARLEY_BATCH;
  return slot;
}

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

/* ---- helpers of kernels ---- */

bool parley_evaluate_two(parley_worker *worker, int at, const parley_batch *batch, parley_vector *left,
                         parley_vector *right, parley_error *err) {
  return parley_evaluate(worker, parley_arg(worker->program, at, 0), batch, left, err) &&
         parley_evaluate(worker, parley_arg(worker->program, at, 1), batch, right, err);
}

const unsigned char *parley_both_valid(const unsigned char *a, const unsigned char *b, unsigned char *out, int count) {
  if (a == NULL || a == b) return b;
  if (b == NULL) return a;
  for (int i = 0; i < count; i++) out[i] = a[i] & b[i];
  return out;
}

/* Texts of a dictionary at these codes; those that are missing are empty. */
static void spans_of(const parley_dictionary *dictionary, const int32_t *code, const unsigned char *valid, int count,
                     parley_span *out) {
  const int64_t *offset = parley_dictionary_offsets(dictionary);
  const char *bytes = (const char *)dictionary->bytes.data;
  for (int i = 0; i < count; i++) {
    if (valid != NULL && !valid[i]) {
      out[i] = (parley_span){"", 0};
      continue;
    }
    int64_t from = offset[code[i]];
    out[i] = (parley_span){bytes + from, (size_t)(offset[code[i] + 1] - from)};
  }
}

bool parley_spans(parley_worker *worker, int at, parley_vector *vector, int count, parley_error *err) {
  if (vector->text != NULL) return true;
  parley_slot *slot = parley_slot_text(worker, at, err);
  if (slot == NULL) return false;
  spans_of(vector->dictionary, vector->code, vector->valid, count, slot->text);
  vector->text = slot->text;
  return true;
}

/* ---- columns ---- */

void parley_spread_bits(const unsigned char *bits, int64_t start, int64_t count, unsigned char *out) {
  const unsigned char *from = bits + start / 8;
  int64_t i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned byte = from[i / 8];
    for (int k = 0; k < 8; k++) out[i + k] = (unsigned char)((byte >> k) & 1);
  }
  for (; i < count; i++) out[i] = parley_bit(from, i);
}

const unsigned char *parley_all_or(const unsigned char *valid, int count) {
  return memchr(valid, 0, (size_t)count) == NULL ? NULL : valid;
}

const unsigned char *parley_column_valid(const parley_column *column, const parley_batch *batch, unsigned char *out) {
  const unsigned char *bits = column->validity.data;
  if (bits == NULL && !batch->gaps) return NULL;
  if (batch->row == NULL && batch->start % 8 == 0) {
    parley_spread_bits(bits, batch->start, batch->count, out);
  } else {
    for (int i = 0; i < batch->count; i++) {
      int64_t row = batch->row != NULL ? batch->row[i] : batch->start + i;
      out[i] = row >= 0 && (bits == NULL || parley_bit(bits, row));
    }
  }
  return parley_all_or(out, batch->count);
}

static void gather64(const int64_t *from, const parley_batch *batch, int64_t *out) {
  const int32_t *row = batch->row;
  if (batch->gaps) {
    for (int i = 0; i < batch->count; i++) out[i] = row[i] < 0 ? 0 : from[row[i]];
  } else {
    for (int i = 0; i < batch->count; i++) out[i] = from[row[i]];
  }
}

static void gather32(const int32_t *from, const parley_batch *batch, int32_t *out) {
  const int32_t *row = batch->row;
  if (batch->gaps) {
    for (int i = 0; i < batch->count; i++) out[i] = row[i] < 0 ? 0 : from[row[i]];
  } else {
    for (int i = 0; i < batch->count; i++) out[i] = from[row[i]];
  }
}

static void load_bits(const unsigned char *bits, const parley_batch *batch, unsigned char *out) {
  if (batch->row == NULL && batch->start % 8 == 0) {
    parley_spread_bits(bits, batch->start, batch->count, out);
    return;
  }
  for (int i = 0; i < batch->count; i++) {
    int64_t row = batch->row != NULL ? batch->row[i] : batch->start + i;
    out[i] = row >= 0 && parley_bit(bits, row);
  }
}

static void load_words(const parley_column *column, const parley_batch *batch, parley_slot *slot, parley_vector *out) {
  const void *values = slot->values;
  if (batch->row == NULL) values = parley_values(column, batch->start, batch->count, slot->values);
  else if (column->packing.packed) parley_unpack_at(column, batch->row, batch->count, slot->values);
  else gather64(parley_column_integers(column), batch, slot->values);
  if (column->type == PARLEY_INTEGER) out->integer = values;
  else out->number = values;
}

static void load_codes(const parley_column *column, const parley_batch *batch, parley_slot *slot, parley_vector *out) {
  out->dictionary = &column->dictionary;
  out->code = slot->values;
  if (batch->row == NULL) out->code = parley_values(column, batch->start, batch->count, slot->values);
  else if (column->packing.packed) parley_unpack_at(column, batch->row, batch->count, slot->values);
  else gather32(parley_column_codes(column), batch, slot->values);
}

static bool load_column(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out,
                        parley_error *err) {
  const parley_column *column = &worker->program->frame->columns[worker->program->steps[at].column];
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL) return false;
  out->valid = parley_column_valid(column, batch, slot->valid);
  if (parley_is_textual(column->type)) {
    load_codes(column, batch, slot, out);
  } else if (column->type == PARLEY_BOOLEAN) {
    load_bits(column->values.data, batch, slot->values);
    out->truth = slot->values;
  } else {
    load_words(column, batch, slot, out);
  }
  return true;
}

/* Here rows are the entries of a dictionary; the one behind the last is missing. */
static void load_entry(const parley_dictionary *dictionary, int64_t entry, parley_slot *slot, int i) {
  const int64_t *offset = parley_dictionary_offsets(dictionary);
  slot->valid[i] = entry < dictionary->entries;
  slot->text[i] = (parley_span){"", 0};
  if (!slot->valid[i]) return;
  slot->text[i].bytes = (const char *)dictionary->bytes.data + offset[entry];
  slot->text[i].length = (size_t)(offset[entry + 1] - offset[entry]);
  if (dictionary->days.data == NULL) return;
  memcpy(slot->days + 2 * i, parley_dictionary_days(dictionary, (int32_t)entry), 2 * sizeof(int32_t));
}

/* Entries one behind the other, none of them missing. */
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

static bool load_entries(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out,
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
  out->valid = parley_all_or(slot->valid, batch->count);
  out->text = slot->text;
  out->days = slot->days;
  return true;
}

bool parley_do_column(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
  if (worker->entries_of >= 0) return load_entries(worker, at, batch, out, err);
  return load_column(worker, at, batch, out, err);
}

/* ---- constants ---- */

static void fill_text(parley_slot *slot, const parley_step *step) {
  for (int i = 0; i < PARLEY_BATCH; i++) {
    slot->text[i] = (parley_span){step->constant.text, step->constant.length};
    slot->days[2 * i] = step->days[0];
    slot->days[2 * i + 1] = step->days[1];
  }
}

static void fill_values(parley_slot *slot, const parley_step *step) {
  if (step->type == PARLEY_BOOLEAN) memset(slot->values, step->constant.integer != 0, PARLEY_BATCH);
  for (int i = 0; i < PARLEY_BATCH; i++) {
    if (step->type == PARLEY_INTEGER) ((int64_t *)slot->values)[i] = step->constant.integer;
    else if (step->type == PARLEY_NUMBER) ((double *)slot->values)[i] = step->constant.number;
  }
}

void parley_set_vector(parley_vector *out, const parley_slot *slot, parley_type type) {
  switch (type) {
    case PARLEY_INTEGER: out->integer = slot->values; break;
    case PARLEY_NUMBER: out->number = slot->values; break;
    case PARLEY_BOOLEAN: out->truth = slot->values; break;
    default: out->text = slot->text; out->days = slot->days;
  }
}

parley_slot *parley_slot_of_type(parley_worker *worker, int at, parley_type type, parley_error *err) {
  parley_slot *slot = parley_slot_values(worker, at, err);
  return slot == NULL || !parley_is_textual(type) ? slot : parley_slot_text(worker, at, err);
}

bool parley_do_constant(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  parley_slot *slot = parley_slot_of_type(worker, at, step->type, err);
  (void)batch;
  if (slot == NULL) return false;
  if (!slot->filled && parley_is_textual(step->type)) fill_text(slot, step);
  else if (!slot->filled) fill_values(slot, step);
  slot->filled = true;
  parley_set_vector(out, slot, step->type);
  return true;
}

/* Missing values are zeros and empty texts. */
bool parley_do_nothing(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  parley_slot *slot = parley_slot_of_type(worker, at, step->type, err);
  (void)batch;
  if (slot == NULL) return false;
  if (!slot->filled) {
    memset(slot->values, 0, PARLEY_BATCH * 8);
    memset(slot->valid, 0, PARLEY_BATCH);
    static const parley_step empty = {.type = PARLEY_TEXT, .constant = {.text = "", .length = 0}};
    if (parley_is_textual(step->type)) fill_text(slot, &empty);
    slot->filled = true;
  }
  out->valid = slot->valid;
  parley_set_vector(out, slot, step->type);
  return true;
}

/* ---- every step ---- */

bool parley_evaluate(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
  static parley_kernel *const kernels[PARLEY_STEP_OPERATIONS] = {
#define OPERATOR(name, OPERATION, kernel) [PARLEY_DO_##OPERATION] = parley_do_##kernel,
#define SCALAR(name, OPERATION, kernel, ...) [PARLEY_DO_##OPERATION] = parley_do_##kernel,
#define CALLED(name, OPERATION, ...) [PARLEY_DO_##OPERATION] = parley_do_call,
#include "value/functions.def"
    [PARLEY_DO_NOTHING] = parley_do_nothing, [PARLEY_DO_AS_NUMBER] = parley_do_as_number,
    [PARLEY_DO_LOOK_UP] = parley_do_look_up,
  };
  *out = (parley_vector){0};
  return kernels[worker->program->steps[at].operation](worker, at, batch, out, err);
}
