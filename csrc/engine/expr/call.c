/*
** Functions that the table defines value by value (value/scalar_call.h): the values of each row are gathered, the
** function is called, and what it gives is put in its place. Texts that were made lie one behind the other.
**
** R1  A function is asked for one row at a time and keeps nothing between rows but what is in `room`, which belongs to
**     this batch and thread.
** R2  Where the table says that missing spreads, a row with a missing argument gives a missing value and the function
**     is not called: functions need not check.
*/
#include <string.h>

#include "base/buffer.h"
#include "engine/expr/vector.h"
#include "value/edtf.h"
#include "value/functions.h"

typedef struct caller {
  parley_worker *worker;
  int at; /* the step */
  const parley_step *step;
  parley_vector *operand; /* step->count of them */
  parley_value *args; /* step->count of them, in the block of `operand` */
  parley_slot *slot; /* where results go */
  parley_scalar_room room; /* scratch memory that functions ask for */
  size_t used;            /* bytes of texts in the slot */
} caller;

/* ---- arguments ---- */

/* Every operand before any row is called: vectors stay good as each step has a slot of its own. */
static bool evaluate_operands(caller *c, const parley_expr_batch *batch, parley_error *err) {
  for (int k = 0; k < c->step->count; k++) {
    int arg = parley_expr_arg(c->worker->program, c->at, k);
    if (!parley_expr_evaluate(c->worker, arg, batch, &c->operand[k], err)) return false;
    bool textual = parley_layout_is_coded(c->worker->program->steps[arg].layout);
    if (textual && !parley_expr_spans(c->worker, arg, &c->operand[k], batch->count, err)) return false;
  }
  return true;
}

/* An integer also goes as a number, for functions that take either. */
static parley_value value_of(const parley_vector *x, parley_layout layout, int i) {
  parley_value value = {.type = parley_vector_has(x->valid, i) ? parley_type_of_layout(layout) : PARLEY_ANY};
  if (value.type == PARLEY_ANY) return value;
  switch (layout) {
    case PARLEY_LAYOUT_INTEGER:
      value.integer = x->integer[i];
      value.number = (double)value.integer;
      break;
    case PARLEY_LAYOUT_NUMBER: value.number = x->number[i]; break;
    case PARLEY_LAYOUT_TRUTH: value.integer = x->truth[i]; break;
    default:
      value.text = x->text[i].bytes;
      value.length = x->text[i].length;
  }
  return value;
}

/* The arguments of row i; false where one is missing and the function is not asked then. */
static bool gather_arguments(caller *c, int i) {
  bool spreads = c->step->function->missing == PARLEY_MISSING_SPREADS;
  for (int k = 0; k < c->step->count; k++) {
    int arg = parley_expr_arg(c->worker->program, c->at, k);
    c->args[k] = value_of(&c->operand[k], c->worker->program->steps[arg].layout, i);
    if (spreads && c->args[k].type == PARLEY_ANY) return false;
  }
  return true;
}

/* ---- results ---- */

/* Puts a text behind the others. Until all are made, `bytes` of a span is only their distance from the first.
   Doubling, so that a batch costs time in proportion to its bytes; the block stays for later batches. */
static bool keep_text(caller *c, int i, const parley_value *made, parley_error *err) {
  parley_slot *slot = c->slot;
  if (c->used + made->length + 1 > slot->room || slot->bytes == NULL) {
    size_t wanted = 2 * (c->used + made->length) + 4096;
    char *grown = parley_alloc(slot->bytes, wanted);
    if (grown == NULL) return parley_no_memory(err);
    slot->bytes = grown;
    slot->room = wanted;
  }
  if (made->length > 0) memcpy(slot->bytes + c->used, made->text, made->length);
  slot->text[i].length = made->length;
  c->used += made->length;
  if (c->step->layout != PARLEY_LAYOUT_DATED) return true;
  parley_edtf date;
  if (!parley_edtf_parse(made->text, made->length, &date, err)) return false;
  slot->days[2 * i] = date.first;
  slot->days[2 * i + 1] = date.last;
  return true;
}

/* Values of missing rows are written too (zero or whatever `made` has): readers of a vector may look at them. */
static bool keep(caller *c, int i, const parley_value *made, parley_error *err) {
  parley_slot *slot = c->slot;
  slot->valid[i] = made->type != PARLEY_ANY;
  switch (c->step->layout) {
    case PARLEY_LAYOUT_INTEGER: ((int64_t *)slot->values)[i] = made->integer; return true;
    case PARLEY_LAYOUT_NUMBER: ((double *)slot->values)[i] = made->number; return true;
    case PARLEY_LAYOUT_TRUTH: ((unsigned char *)slot->values)[i] = made->integer != 0; return true;
    default: break;
  }
  slot->text[i].length = 0;
  slot->days[2 * i] = slot->days[2 * i + 1] = 0;
  return made->type == PARLEY_ANY || keep_text(c, i, made, err);
}

/* Now that the bytes stay where they are, each text is told where it begins. No row's text is missing from the sum:
   missing ones have length 0. */
static void place_texts(parley_slot *slot, int count) {
  const char *at = slot->bytes != NULL ? slot->bytes : "";
  for (int i = 0; i < count; i++) {
    slot->text[i].bytes = at;
    at += slot->text[i].length;
  }
}

/* ---- the kernel ---- */

/* The first row that fails ends the batch; workers report the failure of the least part. */
static bool call_rows(caller *c, const parley_expr_batch *batch, parley_error *err) {
  for (int i = 0; i < batch->count; i++) {
    parley_value made = {.type = PARLEY_ANY};
    bool asked = gather_arguments(c, i);
    if (asked && !c->step->function->call(c->args, c->step->count, &c->room, &made, err)) return false;
    if (!keep(c, i, &made, err)) return false;
  }
  if (parley_layout_is_coded(c->step->layout)) place_texts(c->slot, batch->count);
  return true;
}

/* One block for vectors and arguments. `valid` is read after call_rows has written all of it, or not at all. */
bool parley_do_call(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                    parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  size_t count = (size_t)step->count;
  caller c = {.worker = worker, .at = at, .step = step};
  c.slot = parley_slot_values(worker, at, err);
  if (c.slot == NULL || parley_slot_of_type(worker, at, step->layout, err) == NULL) return false;
  c.operand = parley_alloc(NULL, count * (sizeof *c.operand + sizeof *c.args));
  if (c.operand == NULL) return parley_no_memory(err);
  c.args = (parley_value *)(void *)(c.operand + count);
  bool done = evaluate_operands(&c, batch, err) && call_rows(&c, batch, err);
  parley_alloc(c.operand, 0);
  parley_scalar_room_free(&c.room);
  out->valid = parley_expr_all_or(c.slot->valid, batch->count);
  parley_expr_set_vector(out, c.slot, step->layout);
  if (parley_layout_is_coded(step->layout)) out->run = batch->count > 0;
  return done;
}
