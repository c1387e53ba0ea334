/*
** Logic and coalesce(): each operand sees only the rows that those before it leave open.
**
** R1  Three values, as in SQL: false and missing is false, true or missing is true, whichever comes first. A later
**     operand can settle what is missing.
** R2  An operand that can fail is never evaluated for a row that is settled: `d is nil or year(d) > 2000` is safe to
**     write.
*/
#include "engine/expr/vector.h"

#include <string.h>

/* ---- parts of a batch ---- */

/* The rows of the batch at these places. A part is always a list, even where all rows are open: kernels take either. */
static parley_expr_batch part_of(const parley_expr_batch *batch, const int32_t *place, int count, int32_t *row) {
  for (int i = 0; i < count; i++) {
    row[i] = batch->row != NULL ? batch->row[place[i]] : (int32_t)(batch->start + place[i]);
  }
  return (parley_expr_batch){.row = row, .count = count, .gaps = batch->gaps};
}

/* Places where the byte is 1. Without a branch, as in expr.c. */
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
  parley_slot *slot; /* of the step; the arrays below are its */
  unsigned char *truth, *valid, *open; /* answers so far; rows not settled */
  unsigned char settled;
  bool missing; /* some row's answer so far is */
} chain;

/* Copied, since the first operand's slot may be the column's own memory. */
static void chain_begin(chain *c, const parley_vector *first, int count) {
  memcpy(c->truth, first->truth, (size_t)count);
  c->missing = first->valid != NULL;
  if (c->missing) memcpy(c->valid, first->valid, (size_t)count);
  else memset(c->valid, 1, (size_t)count);
}

/* A row is settled by a valid answer that ends the matter; missing rows stay open. */
static int chain_open(chain *c, int count) {
  for (int i = 0; i < count; i++) c->open[i] = !(c->valid[i] & (c->truth[i] == c->settled));
  return places_of(c->open, count, c->slot->place);
}

/* One row that is still open: what is settled wins, then what is missing. Masks and no branches; rows that are not
   open keep what they have. */
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

/* Nothing missing on either side: plain bits. */
static void chain_merge_simple(chain *c, const parley_vector *next, int count) {
  if (c->settled) {
    for (int i = 0; i < count; i++) c->truth[i] |= next->truth[i];
  } else {
    for (int i = 0; i < count; i++) c->truth[i] &= next->truth[i];
  }
}

/* The next operand, for the open rows or, where that is hardly more and nothing can go wrong, for all. Picking rows
   costs about as much as evaluating half of them for nothing. */
static bool chain_next(parley_worker *worker, chain *c, int arg, const parley_expr_batch *batch, parley_error *err) {
  parley_vector next;
  int open = chain_open(c, batch->count);
  bool all = open == batch->count || (!worker->program->steps[arg].can_fail && open > batch->count / 2);
  if (open == 0) return true;
  parley_expr_batch part = all ? *batch : part_of(batch, c->slot->place, open, c->slot->row);
  if (!parley_expr_evaluate(worker, arg, &part, &next, err)) return false;
  if (all && !c->missing && next.valid == NULL) chain_merge_simple(c, &next, batch->count);
  else chain_merge(c, &next, all ? NULL : c->slot->place, part.count);
  return true;
}

/* slot->overflow serves as `open`: logic has no overflow to mark. */
bool parley_do_logic(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                     parley_error *err) {
  const parley_program *program = worker->program;
  const parley_step *step = &program->steps[at];
  parley_slot *slot = parley_slot_values(worker, at, err);
  parley_vector first;
  if (slot == NULL || parley_slot_rows(worker, at, err) == NULL) return false;
  if (!parley_expr_evaluate(worker, parley_expr_arg(program, at, 0), batch, &first, err)) return false;
  chain c = {.slot = slot, .truth = slot->values, .valid = slot->valid, .open = slot->overflow,
             .settled = step->operation == PARLEY_DO_OR};
  chain_begin(&c, &first, batch->count);
  for (int k = 1; k < step->count; k++) {
    if (!chain_next(worker, &c, parley_expr_arg(program, at, k), batch, err)) return false;
  }
  out->truth = c.truth;
  out->valid = c.missing ? c.valid : NULL;
  return true;
}

/* The one operand, and room for what holds of it. */
static unsigned char *truth_of_operand(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *x,
                                       parley_error *err) {
  const parley_slot *slot = parley_slot_values(worker, at, err);
  bool done = slot != NULL && parley_expr_evaluate(worker, parley_expr_arg(worker->program, at, 0), batch, x, err);
  return done ? slot->values : NULL;
}

/* The truth of a missing row is flipped too, and stays 0 or 1. */
bool parley_do_not(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                   parley_error *err) {
  parley_vector x;
  unsigned char *truth = truth_of_operand(worker, at, batch, &x, err);
  if (truth == NULL) return false;
  for (int i = 0; i < batch->count; i++) truth[i] = x.truth[i] ^ 1;
  out->truth = truth;
  out->valid = x.valid;
  return true;
}

bool parley_do_is_nil(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                      parley_error *err) {
  parley_vector x;
  unsigned char *truth = truth_of_operand(worker, at, batch, &x, err);
  if (truth == NULL) return false;
  if (x.valid == NULL) memset(truth, 0, (size_t)batch->count);
  else for (int i = 0; i < batch->count; i++) truth[i] = x.valid[i] ^ 1;
  out->truth = truth;
  return true;
}

/* ---- coalesce ---- */

/* Copies values of the vector to places of the slot (NULL: to the first ones). 64 bits of an integer or of a number. */
static void copy_words(const int64_t *from, const int32_t *place, int count, int64_t *to) {
  for (int i = 0; i < count; i++) to[place != NULL ? place[i] : i] = from[i];
}

/* Days go with the text where the operand has them; a text operand among dates has none. */
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

/* Texts are copied as spans: their bytes stay with the operand's slot, which is not evaluated again within this
   batch. */
static bool copy_values(parley_worker *worker, int arg, parley_layout layout, parley_vector *from, const int32_t *place,
                        int count, parley_slot *to, parley_error *err) {
  if (parley_layout_is_coded(layout)) {
    if (!parley_expr_spans(worker, arg, from, count, err)) return false;
    copy_texts(from, place, count, to);
  } else if (layout == PARLEY_LAYOUT_TRUTH) {
    for (int i = 0; i < count; i++) ((unsigned char *)to->values)[place != NULL ? place[i] : i] = from->truth[i];
  } else {
    const void *words = layout == PARLEY_LAYOUT_INTEGER ? (const void *)from->integer : (const void *)from->number;
    copy_words(words, place, count, to->values);
  }
  for (int i = 0; i < count; i++) to->valid[place != NULL ? place[i] : i] = from->valid == NULL || from->valid[i];
  return true;
}

/* Each operand sees the rows in which all before it are missing. The first operand is evaluated for the batch as it
   is, without a list. */
bool parley_do_coalesce(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                        parley_error *err) {
  const parley_program *program = worker->program;
  const parley_step *step = &program->steps[at];
  parley_slot *slot = parley_slot_of_type(worker, at, step->layout, err);
  if (slot == NULL || parley_slot_rows(worker, at, err) == NULL) return false;
  memset(slot->valid, 0, (size_t)batch->count);
  for (int k = 0; k < step->count; k++) {
    parley_vector x;
    int arg = parley_expr_arg(program, at, k);
    for (int i = 0; i < batch->count; i++) slot->overflow[i] = slot->valid[i] ^ 1;
    int open = places_of(slot->overflow, batch->count, slot->place);
    if (open == 0) break;
    parley_expr_batch part = k == 0 ? *batch : part_of(batch, slot->place, open, slot->row);
    if (!parley_expr_evaluate(worker, arg, &part, &x, err)) return false;
    if (!copy_values(worker, arg, step->layout, &x, k == 0 ? NULL : slot->place, part.count, slot, err)) return false;
  }
  out->valid = parley_expr_all_or(slot->valid, batch->count);
  parley_expr_set_vector(out, slot, step->layout);
  return true;
}

/* ---- if ---- */

/* Each side sees only the rows that are its own; a missing condition does not hold. Rows of the two sides are apart,
   so that each place is written once. */
bool parley_do_choose(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                      parley_error *err) {
  const parley_program *program = worker->program;
  const parley_step *step = &program->steps[at];
  parley_vector condition, x;
  parley_slot *slot = parley_slot_of_type(worker, at, step->layout, err);
  if (slot == NULL || parley_slot_rows(worker, at, err) == NULL) return false;
  if (!parley_expr_evaluate(worker, parley_expr_arg(program, at, 0), batch, &condition, err)) return false;
  for (int side = 1; side <= 2; side++) {
    int arg = parley_expr_arg(program, at, side);
    for (int i = 0; i < batch->count; i++) {
      bool holds = condition.truth[i] && (condition.valid == NULL || condition.valid[i]);
      slot->overflow[i] = holds == (side == 1);
    }
    int open = places_of(slot->overflow, batch->count, slot->place);
    if (open == 0) continue;
    parley_expr_batch part = part_of(batch, slot->place, open, slot->row);
    if (!parley_expr_evaluate(worker, arg, &part, &x, err)) return false;
    if (!copy_values(worker, arg, step->layout, &x, slot->place, open, slot, err)) return false;
  }
  out->valid = parley_expr_all_or(slot->valid, batch->count);
  parley_expr_set_vector(out, slot, step->layout);
  return true;
}
