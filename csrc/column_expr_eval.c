/*
** Running steps: workers and the room they keep, columns, constants, and logic, whose right sides see only the rows
** that the left side leaves open.
*/
#include <string.h>

#include "column_vector.h"

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

static bool is_textual(parley_type type) { return type == PARLEY_TEXT || type == PARLEY_DATE; }

/* Bits from `start` on, a multiple of 8, as bytes of 0 and 1. */
static void spread_bits(const unsigned char *bits, int64_t start, int count, unsigned char *out) {
  const unsigned char *from = bits + start / 8;
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned byte = from[i / 8];
    for (int k = 0; k < 8; k++) out[i + k] = (unsigned char)((byte >> k) & 1);
  }
  for (; i < count; i++) out[i] = parley_bit(from, i);
}

/* NULL when every one is there: what follows is then simpler. */
static const unsigned char *all_or(const unsigned char *valid, int count) {
  return memchr(valid, 0, (size_t)count) == NULL ? NULL : valid;
}

static const unsigned char *column_valid(const parley_column *column, const parley_batch *batch, unsigned char *out) {
  const unsigned char *bits = column->validity.data;
  if (bits == NULL && !batch->gaps) return NULL;
  if (batch->row == NULL && batch->start % 8 == 0) {
    spread_bits(bits, batch->start, batch->count, out);
  } else {
    for (int i = 0; i < batch->count; i++) {
      int64_t row = batch->row != NULL ? batch->row[i] : batch->start + i;
      out[i] = row >= 0 && (bits == NULL || parley_bit(bits, row));
    }
  }
  return all_or(out, batch->count);
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
    spread_bits(bits, batch->start, batch->count, out);
    return;
  }
  for (int i = 0; i < batch->count; i++) {
    int64_t row = batch->row != NULL ? batch->row[i] : batch->start + i;
    out[i] = row >= 0 && parley_bit(bits, row);
  }
}

static void load_words(const parley_column *column, const parley_batch *batch, parley_slot *slot, parley_vector *out) {
  const int64_t *from = parley_column_integers(column);
  const void *values = slot->values;
  if (batch->row == NULL) values = from + batch->start;
  else gather64(from, batch, slot->values);
  if (column->type == PARLEY_INTEGER) out->integer = values;
  else out->number = values;
}

static void load_codes(const parley_column *column, const parley_batch *batch, parley_slot *slot, parley_vector *out) {
  const int32_t *from = parley_column_codes(column);
  out->dictionary = &column->dictionary;
  out->code = batch->row == NULL ? from + batch->start : slot->values;
  if (batch->row != NULL) gather32(from, batch, slot->values);
}

static bool load_column(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out,
                        parley_error *err) {
  const parley_column *column = &worker->program->frame->columns[worker->program->steps[at].column];
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL) return false;
  out->valid = column_valid(column, batch, slot->valid);
  if (is_textual(column->type)) {
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

static bool load_entries(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out,
                         parley_error *err) {
  const parley_column *column = &worker->program->frame->columns[worker->entries_of];
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || parley_slot_text(worker, at, err) == NULL) return false;
  memset(slot->days, 0, (size_t)batch->count * 2 * sizeof(int32_t));
  for (int i = 0; i < batch->count; i++) {
    load_entry(&column->dictionary, batch->row != NULL ? batch->row[i] : batch->start + i, slot, i);
  }
  out->valid = all_or(slot->valid, batch->count);
  out->text = slot->text;
  out->days = slot->days;
  out->run = batch->row == NULL && out->valid == NULL;
  return true;
}

static bool do_column(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
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

static void set_vector(parley_vector *out, const parley_slot *slot, parley_type type) {
  switch (type) {
    case PARLEY_INTEGER: out->integer = slot->values; break;
    case PARLEY_NUMBER: out->number = slot->values; break;
    case PARLEY_BOOLEAN: out->truth = slot->values; break;
    default: out->text = slot->text; out->days = slot->days;
  }
}

static parley_slot *slot_of_type(parley_worker *worker, int at, parley_type type, parley_error *err) {
  parley_slot *slot = parley_slot_values(worker, at, err);
  return slot == NULL || !is_textual(type) ? slot : parley_slot_text(worker, at, err);
}

static bool do_constant(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out,
                        parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  parley_slot *slot = slot_of_type(worker, at, step->type, err);
  (void)batch;
  if (slot == NULL) return false;
  if (!slot->filled && is_textual(step->type)) fill_text(slot, step);
  else if (!slot->filled) fill_values(slot, step);
  slot->filled = true;
  set_vector(out, slot, step->type);
  return true;
}

/* Missing values are zeros and empty texts. */
static bool do_nothing(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out,
                       parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  parley_slot *slot = slot_of_type(worker, at, step->type, err);
  (void)batch;
  if (slot == NULL) return false;
  if (!slot->filled) {
    memset(slot->values, 0, PARLEY_BATCH * 8);
    memset(slot->valid, 0, PARLEY_BATCH);
    static const parley_step empty = {.type = PARLEY_TEXT, .constant = {.text = "", .length = 0}};
    if (is_textual(step->type)) fill_text(slot, &empty);
    slot->filled = true;
  }
  out->valid = slot->valid;
  set_vector(out, slot, step->type);
  return true;
}

/* ---- parts of a batch ---- */

/* The rows of the batch at these places. */
static parley_batch part_of(const parley_batch *batch, const int32_t *place, int count, int32_t *row) {
  for (int i = 0; i < count; i++) {
    row[i] = batch->row != NULL ? batch->row[place[i]] : (int32_t)(batch->start + place[i]);
  }
  return (parley_batch){.row = row, .count = count, .gaps = batch->gaps};
}

/* Places where the byte is 1. */
static int places_of(const unsigned char *open, int count, int32_t *place) {
  int found = 0;
  for (int i = 0; i < count; i++) {
    place[found] = i;
    found += open[i];
  }
  return found;
}

/* ---- logic ---- */

/* The state of a chain of AND or OR over a batch: what is known so far of each row. `settled` is the answer that ends
   the matter: false for AND, true for OR. */
typedef struct chain {
  parley_slot *slot;
  unsigned char *truth, *valid, *open;
  unsigned char settled;
  bool missing; /* some row's answer so far is */
} chain;

static void chain_begin(chain *c, const parley_vector *first, int count) {
  memcpy(c->truth, first->truth, (size_t)count);
  c->missing = first->valid != NULL;
  if (c->missing) memcpy(c->valid, first->valid, (size_t)count);
  else memset(c->valid, 1, (size_t)count);
}

static int chain_open(chain *c, int count) {
  for (int i = 0; i < count; i++) c->open[i] = !(c->valid[i] & (c->truth[i] == c->settled));
  return places_of(c->open, count, c->slot->place);
}

/* One row that is still open: what is settled wins, then what is missing. */
static inline void chain_add(chain *c, int i, unsigned char truth, unsigned char valid) {
  unsigned char settles = valid & (truth == c->settled), open = c->open[i];
  unsigned char stays = c->valid[i] & valid;
  c->valid[i] = open ? (settles | stays) : c->valid[i];
  c->truth[i] = open ? (settles ? c->settled : !c->settled) : c->truth[i];
}

static void chain_merge(chain *c, const parley_vector *next, const int32_t *place, int count) {
  for (int i = 0; i < count; i++) {
    chain_add(c, place != NULL ? place[i] : i, next->truth[i], next->valid != NULL ? next->valid[i] : 1);
  }
  c->missing = c->missing || next->valid != NULL;
}

static void chain_merge_simple(chain *c, const parley_vector *next, int count) {
  if (c->settled) {
    for (int i = 0; i < count; i++) c->truth[i] |= next->truth[i];
  } else {
    for (int i = 0; i < count; i++) c->truth[i] &= next->truth[i];
  }
}

/* The next operand, for the open rows or, where that is hardly more and nothing can go wrong, for all. */
static bool chain_next(parley_worker *worker, chain *c, int arg, const parley_batch *batch, parley_error *err) {
  parley_vector next;
  int open = chain_open(c, batch->count);
  bool all = open == batch->count || (!worker->program->steps[arg].can_fail && open > batch->count / 2);
  if (open == 0) return true;
  parley_batch part = all ? *batch : part_of(batch, c->slot->place, open, c->slot->row);
  if (!parley_evaluate(worker, arg, &part, &next, err)) return false;
  if (all && !c->missing && next.valid == NULL) chain_merge_simple(c, &next, batch->count);
  else chain_merge(c, &next, all ? NULL : c->slot->place, part.count);
  return true;
}

static bool do_logic(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
  const parley_program *program = worker->program;
  const parley_step *step = &program->steps[at];
  parley_slot *slot = parley_slot_values(worker, at, err);
  parley_vector first;
  if (slot == NULL || parley_slot_rows(worker, at, err) == NULL) return false;
  if (!parley_evaluate(worker, parley_arg(program, at, 0), batch, &first, err)) return false;
  chain c = {.slot = slot, .truth = slot->values, .valid = slot->valid, .open = slot->overflow,
             .settled = step->operation == PARLEY_DO_OR};
  chain_begin(&c, &first, batch->count);
  for (int k = 1; k < step->count; k++) {
    if (!chain_next(worker, &c, parley_arg(program, at, k), batch, err)) return false;
  }
  out->truth = c.truth;
  out->valid = c.missing ? c.valid : NULL;
  return true;
}

static bool do_not(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
  parley_vector x;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_evaluate(worker, parley_arg(worker->program, at, 0), batch, &x, err)) return false;
  unsigned char *truth = slot->values;
  for (int i = 0; i < batch->count; i++) truth[i] = x.truth[i] ^ 1;
  out->truth = truth;
  out->valid = x.valid;
  return true;
}

static bool do_is_nil(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
  parley_vector x;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_evaluate(worker, parley_arg(worker->program, at, 0), batch, &x, err)) return false;
  unsigned char *truth = slot->values;
  if (x.valid == NULL) memset(truth, 0, (size_t)batch->count);
  else for (int i = 0; i < batch->count; i++) truth[i] = x.valid[i] ^ 1;
  out->truth = truth;
  return true;
}

/* ---- coalesce ---- */

/* Copies values of the vector to places of the slot (NULL: to the first ones). */
static void copy_words(const int64_t *from, const int32_t *place, int count, int64_t *to) {
  for (int i = 0; i < count; i++) to[place != NULL ? place[i] : i] = from[i];
}

static void copy_texts(const parley_vector *from, const int32_t *place, int count, parley_slot *to) {
  for (int i = 0; i < count; i++) {
    int at = place != NULL ? place[i] : i;
    to->text[at] = from->text[i];
    if (from->days == NULL && from->code == NULL) continue;
    const int32_t *days = from->days != NULL ? from->days + 2 * i : NULL;
    if (days == NULL && (from->valid == NULL || from->valid[i]) && from->dictionary->days.data != NULL) {
      days = parley_dictionary_days(from->dictionary, from->code[i]);
    }
    to->days[2 * at] = days != NULL ? days[0] : 0;
    to->days[2 * at + 1] = days != NULL ? days[1] : 0;
  }
}

static bool copy_values(parley_worker *worker, int arg, parley_type type, parley_vector *from, const int32_t *place,
                        int count, parley_slot *to, parley_error *err) {
  if (is_textual(type)) {
    if (!parley_spans(worker, arg, from, count, err)) return false;
    copy_texts(from, place, count, to);
  } else if (type == PARLEY_BOOLEAN) {
    for (int i = 0; i < count; i++) ((unsigned char *)to->values)[place != NULL ? place[i] : i] = from->truth[i];
  } else {
    const void *words = type == PARLEY_INTEGER ? (const void *)from->integer : (const void *)from->number;
    copy_words(words, place, count, to->values);
  }
  for (int i = 0; i < count; i++) to->valid[place != NULL ? place[i] : i] = from->valid == NULL || from->valid[i];
  return true;
}

/* Each operand sees the rows in which all before it are missing. */
static bool do_coalesce(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out,
                        parley_error *err) {
  const parley_program *program = worker->program;
  const parley_step *step = &program->steps[at];
  parley_slot *slot = slot_of_type(worker, at, step->type, err);
  if (slot == NULL || parley_slot_rows(worker, at, err) == NULL) return false;
  memset(slot->valid, 0, (size_t)batch->count);
  for (int k = 0; k < step->count; k++) {
    parley_vector x;
    int arg = parley_arg(program, at, k);
    for (int i = 0; i < batch->count; i++) slot->overflow[i] = slot->valid[i] ^ 1;
    int open = places_of(slot->overflow, batch->count, slot->place);
    if (open == 0) break;
    parley_batch part = k == 0 ? *batch : part_of(batch, slot->place, open, slot->row);
    if (!parley_evaluate(worker, arg, &part, &x, err)) return false;
    if (!copy_values(worker, arg, step->type, &x, k == 0 ? NULL : slot->place, part.count, slot, err)) return false;
  }
  out->valid = all_or(slot->valid, batch->count);
  set_vector(out, slot, step->type);
  return true;
}

/* ---- every step ---- */

bool parley_evaluate(parley_worker *worker, int at, const parley_batch *batch, parley_vector *out, parley_error *err) {
  static parley_kernel *const kernels[PARLEY_STEP_OPERATIONS] = {
    [PARLEY_DO_COLUMN] = do_column, [PARLEY_DO_CONSTANT] = do_constant, [PARLEY_DO_NOTHING] = do_nothing,
    [PARLEY_DO_ADD] = parley_do_arithmetic, [PARLEY_DO_SUBTRACT] = parley_do_arithmetic,
    [PARLEY_DO_MULTIPLY] = parley_do_arithmetic, [PARLEY_DO_DIVIDE] = parley_do_divide,
    [PARLEY_DO_MODULO] = parley_do_modulo, [PARLEY_DO_NEGATE] = parley_do_negate, [PARLEY_DO_ABS] = parley_do_abs,
    [PARLEY_DO_ROUND] = parley_do_round, [PARLEY_DO_AS_NUMBER] = parley_do_as_number,
    [PARLEY_DO_AND] = do_logic, [PARLEY_DO_OR] = do_logic, [PARLEY_DO_NOT] = do_not, [PARLEY_DO_IS_NIL] = do_is_nil,
    [PARLEY_DO_EQUAL] = parley_do_compare, [PARLEY_DO_UNEQUAL] = parley_do_compare,
    [PARLEY_DO_LESS] = parley_do_compare, [PARLEY_DO_LESS_EQUAL] = parley_do_compare, [PARLEY_DO_IN] = parley_do_in,
    [PARLEY_DO_COALESCE] = do_coalesce, [PARLEY_DO_JOIN] = parley_do_join, [PARLEY_DO_LIKE] = parley_do_like,
    [PARLEY_DO_CONTAINS] = parley_do_contains, [PARLEY_DO_LOWER] = parley_do_case, [PARLEY_DO_UPPER] = parley_do_case,
    [PARLEY_DO_TRIM] = parley_do_trim, [PARLEY_DO_LENGTH] = parley_do_length, [PARLEY_DO_SUBSTR] = parley_do_substr,
    [PARLEY_DO_YEAR] = parley_do_part, [PARLEY_DO_QUARTER] = parley_do_part, [PARLEY_DO_MONTH] = parley_do_part,
    [PARLEY_DO_WEEK] = parley_do_part, [PARLEY_DO_DAY] = parley_do_part, [PARLEY_DO_DAYS] = parley_do_days,
    [PARLEY_DO_START] = parley_do_edge, [PARLEY_DO_STOP] = parley_do_edge,
    [PARLEY_DO_FIRST_DAY] = parley_do_first_day, [PARLEY_DO_OVERLAPS] = parley_do_two_dates,
    [PARLEY_DO_DURING] = parley_do_two_dates, [PARLEY_DO_SURELY] = parley_do_two_dates,
    [PARLEY_DO_POSSIBLY] = parley_do_two_dates, [PARLEY_DO_LOOK_UP] = parley_do_look_up,
  };
  *out = (parley_vector){0};
  return kernels[worker->program->steps[at].operation](worker, at, batch, out, err);
}
