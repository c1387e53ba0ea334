/*
** The constants of IN. A few are compared one by one, more are hashed.
**
** Hashing is linear probing, at most half full, in a table of positions; empty slots are -1. A set is read by all
** threads and written by none after it was made.
*/
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "engine/expr/vector.h"

enum { FEW = 8 }; /* comparisons of a vector loop cost less than a probe up to about here */

/* ---- hashing ---- */

/* Equal numbers have equal bits but for the two zeros, which + 0.0 makes one. */
static uint64_t hash_number(double value) {
  uint64_t bits;
  value += 0.0; /* -0.0 is 0.0 */
  memcpy(&bits, &value, sizeof bits);
  return parley_hash_bits(bits);
}

/* By the kind that the set has: only one of the three arrays is there. */
static uint64_t hash_at(const parley_set *set, int k) {
  if (set->integer != NULL) return parley_hash_bits((uint64_t)set->integer[k]);
  if (set->number != NULL) return hash_number(set->number[k]);
  return parley_hash_text(set->text[k].bytes, set->text[k].length);
}

/* Written so that no compiler warns of == with doubles; NaN is never here. */
static bool same_number(double a, double b) { return a <= b && a >= b; }

/* ---- making ---- */

/* Items that are there twice take two slots: harmless. */
static bool make_slots(parley_set *set, parley_error *err) {
  uint32_t slots = 16;
  if (set->count <= FEW) return true;
  while (slots < (uint32_t)set->count * 2) slots *= 2;
  set->slot = parley_alloc(NULL, slots * sizeof *set->slot);
  if (set->slot == NULL) return parley_no_memory(err);
  memset(set->slot, 0xff, slots * sizeof *set->slot);
  set->slots = slots;
  for (int k = 0; k < set->count; k++) {
    uint32_t at = (uint32_t)hash_at(set, k) & (slots - 1);
    while (set->slot[at] >= 0) at = (at + 1) & (slots - 1);
    set->slot[at] = k;
  }
  return true;
}

/* Within 64 bits, too. */
static bool is_whole(double value) {
  return value >= -9223372036854775808.0 && value < 9223372036854775808.0 && same_number(floor(value), value);
}

/* An item that no integer can equal is left out. */
static void add_integer(parley_set *set, const parley_value *item) {
  if (parley_layout_of(item->type) == PARLEY_LAYOUT_INTEGER) set->integer[set->count++] = item->integer;
  else if (is_whole(item->number)) set->integer[set->count++] = (int64_t)item->number;
}

/* An integer that no double equals can equal no number of the column: left out. */
static void add_number(parley_set *set, const parley_value *item) {
  bool integer = parley_layout_of(item->type) == PARLEY_LAYOUT_INTEGER;
  double value = integer ? (double)item->integer : item->number;
  if (integer && !(is_whole(value) && (int64_t)value == item->integer)) return;
  set->number[set->count++] = value;
}

/* Integers and numbers meet; all else is text here. */
static bool wrong_type(const parley_value *item, parley_layout layout) {
  return parley_layout_is_numeric(layout) != parley_layout_is_numeric(parley_layout_of(item->type));
}

static bool add_item(parley_set *set, parley_layout layout, const parley_value *item, parley_error *err) {
  bool nil = item->type == PARLEY_ANY || (parley_layout_of(item->type) == PARLEY_LAYOUT_NUMBER && isnan(item->number));
  if (nil) set->has_nil = true;
  if (nil) return true;
  if (wrong_type(item, layout)) return parley_fail_key(err, "misuse.engine_set");
  if (layout == PARLEY_LAYOUT_INTEGER) add_integer(set, item);
  else if (layout == PARLEY_LAYOUT_NUMBER) add_number(set, item);
  else set->text[set->count++] = (parley_expr_span){item->text, item->length};
  return true;
}

/* The set hangs on the step from the start, so that program_free finds it after a failure. */
bool parley_set_make(parley_step *step, parley_layout layout, const parley_value *const *items, int count,
                     parley_error *err) {
  parley_set *set = parley_alloc(NULL, sizeof *set);
  if (set == NULL) return parley_no_memory(err);
  *set = (parley_set){0};
  step->set = set;
  size_t room = (size_t)(count > 0 ? count : 1);
  void *block = parley_alloc(NULL, room * (layout == PARLEY_LAYOUT_TEXT ? sizeof(parley_expr_span) : 8));
  if (block == NULL) return parley_no_memory(err);
  if (layout == PARLEY_LAYOUT_INTEGER) set->integer = block;
  else if (layout == PARLEY_LAYOUT_NUMBER) set->number = block;
  else set->text = block;
  for (int k = 0; k < count; k++) {
    if (!add_item(set, layout, items[k], err)) return false;
  }
  return make_slots(set, err);
}

void parley_set_free(parley_set *set) {
  if (set == NULL) return;
  parley_alloc(set->slot, 0);
  parley_alloc(set->integer, 0);
  parley_alloc(set->number, 0);
  parley_alloc(set->text, 0);
  parley_alloc(set, 0);
}

/* ---- asking ---- */

/* A loop over rows within one over items: the inner one becomes vector instructions. */
static void integers_few(const parley_set *set, const int64_t *value, int count, unsigned char *truth) {
  memset(truth, 0, (size_t)count);
  for (int k = 0; k < set->count; k++) {
    int64_t item = set->integer[k];
    for (int i = 0; i < count; i++) truth[i] |= value[i] == item;
  }
}

/* Values of missing rows are looked up too: they are readable, and their answer is hidden by `valid`. */
static void integers_many(const parley_set *set, const int64_t *value, int count, unsigned char *truth) {
  for (int i = 0; i < count; i++) {
    uint32_t at = (uint32_t)parley_hash_bits((uint64_t)value[i]) & (set->slots - 1);
    while (set->slot[at] >= 0 && set->integer[set->slot[at]] != value[i]) at = (at + 1) & (set->slots - 1);
    truth[i] = set->slot[at] >= 0;
  }
}

static void numbers_few(const parley_set *set, const double *value, int count, unsigned char *truth) {
  memset(truth, 0, (size_t)count);
  for (int k = 0; k < set->count; k++) {
    double item = set->number[k];
    for (int i = 0; i < count; i++) truth[i] |= (value[i] <= item) & (value[i] >= item);
  }
}

static void numbers_many(const parley_set *set, const double *value, int count, unsigned char *truth) {
  for (int i = 0; i < count; i++) {
    uint32_t at = (uint32_t)hash_number(value[i]) & (set->slots - 1);
    while (set->slot[at] >= 0 && !same_number(set->number[set->slot[at]], value[i])) at = (at + 1) & (set->slots - 1);
    truth[i] = set->slot[at] >= 0;
  }
}

/* slots 0: few. */
static bool has_text(const parley_set *set, const parley_expr_span *text) {
  if (set->slots == 0) {
    for (int k = 0; k < set->count; k++) {
      if (parley_expr_same_text(&set->text[k], text)) return true;
    }
    return false;
  }
  uint32_t at = (uint32_t)parley_hash_text(text->bytes, text->length) & (set->slots - 1);
  while (set->slot[at] >= 0 && !parley_expr_same_text(&set->text[set->slot[at]], text)) {
    at = (at + 1) & (set->slots - 1);
  }
  return set->slot[at] >= 0;
}

/* With a nil in the list, what is not found is missing. SQL's rule: x in (…, nil) is true where x is found, else
   missing. */
static void hide_unfound(const unsigned char *valid, const unsigned char *truth, unsigned char *out, int count) {
  for (int i = 0; i < count; i++) out[i] = (valid == NULL || valid[i]) & truth[i];
}

/* The truth of a missing x is whatever; `valid` is x's own where the list has no nil. */
bool parley_do_in(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                  parley_error *err) {
  const parley_set *set = worker->program->steps[at].set;
  int arg = parley_expr_arg(worker->program, at, 0), count = batch->count;
  parley_vector x;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_expr_evaluate(worker, arg, batch, &x, err)) return false;
  unsigned char *truth = slot->values;
  if (set->count == 0) memset(truth, 0, (size_t)count);
  else if (set->integer != NULL && set->slots == 0) integers_few(set, x.integer, count, truth);
  else if (set->integer != NULL) integers_many(set, x.integer, count, truth);
  else if (set->number != NULL && set->slots == 0) numbers_few(set, x.number, count, truth);
  else if (set->number != NULL) numbers_many(set, x.number, count, truth);
  else if (!parley_expr_spans(worker, arg, &x, count, err)) return false;
  else for (int i = 0; i < count; i++) truth[i] = has_text(set, &x.text[i]);
  out->truth = truth;
  out->valid = x.valid;
  if (set->has_nil) {
    hide_unfound(x.valid, truth, slot->valid, count);
    out->valid = slot->valid;
  }
  return true;
}
