/*
** Dates: every function looks at first and last day, which dictionaries of date columns have. A text is read as a date,
** only in rows where nothing is missing.
**
** Days count from 1970-01-01 as int32_t; INT32_MIN and INT32_MAX are open sides (value/edtf.h).
*/
#include <string.h>

#include "engine/expr/vector.h"
#include "value/edtf.h"

typedef unsigned char byte;

static parley_edtf date_of(const int32_t *days) { return (parley_edtf){.first = days[0], .last = days[1]}; }

/* ---- days of a batch ---- */

/* Missing rows have code 0, which may be no entry at all: they are not looked up. */
static void days_of_codes(const parley_vector *x, int count, int32_t *out) {
  for (int i = 0; i < count; i++) {
    static const int32_t none[2] = {0, 0};
    const int32_t *days = parley_vector_has(x->valid, i) ? parley_dictionary_days(x->dictionary, x->code[i]) : none;
    out[2 * i] = days[0];
    out[2 * i + 1] = days[1];
  }
}

/* Rows that are not valid get days 0, so that they can be read. */
static bool days_of_texts(const parley_vector *x, const byte *valid, int count, int32_t *out, parley_error *err) {
  for (int i = 0; i < count; i++) {
    parley_edtf date = {0};
    const parley_expr_span *text = &x->text[i];
    if (parley_vector_has(valid, i) && !parley_edtf_parse(text->bytes, text->length, &date, err)) return false;
    out[2 * i] = date.first;
    out[2 * i + 1] = date.last;
  }
  return true;
}

/* Days are kept in the operand's slot: the vector stays good as long as its texts. */
bool parley_vector_dates_of(parley_worker *worker, int arg, parley_vector *x, const byte *valid, int count,
                     parley_error *err) {
  if (worker->program->steps[arg].layout == PARLEY_LAYOUT_DATED && x->days != NULL) return true;
  if (!parley_expr_spans(worker, arg, x, count, err)) return false;
  parley_slot *slot = parley_slot_text(worker, arg, err);
  if (slot == NULL) return false;
  x->days = slot->days;
  if (worker->program->steps[arg].layout == PARLEY_LAYOUT_DATED) days_of_codes(x, count, slot->days);
  else return days_of_texts(x, valid, count, slot->days, err);
  return true;
}

static bool dated_operand(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *x,
                          parley_error *err) {
  int arg = parley_expr_arg(worker->program, at, 0);
  return parley_expr_evaluate(worker, arg, batch, x, err) &&
         parley_vector_dates_of(worker, arg, x, x->valid, batch->count, err);
}

/* ---- numbers ---- */

/* The dates that numbers are made of, and room for these. */
static parley_slot *numbers_of_dates(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *x,
                                     parley_error *err) {
  parley_slot *slot = parley_slot_values(worker, at, err);
  return slot != NULL && dated_operand(worker, at, batch, x, err) ? slot : NULL;
}

static bool give_numbers(const parley_slot *slot, const parley_expr_batch *batch, parley_vector *out) {
  out->integer = slot->values;
  out->valid = parley_expr_all_or(slot->valid, batch->count);
  return true;
}

bool parley_do_part(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                    parley_error *err) {
  parley_date_part part = parley_operation_part(worker->program->steps[at].operation);
  parley_vector x;
  const parley_slot *slot = numbers_of_dates(worker, at, batch, &x, err);
  if (slot == NULL) return false;
  int64_t *result = slot->values;
  for (int i = 0; i < batch->count; i++) {
    parley_edtf date = date_of(x.days + 2 * i);
    int32_t number = 0;
    slot->valid[i] = parley_vector_has(x.valid, i) && parley_edtf_part(&date, part, &number);
    result[i] = number;
  }
  return give_numbers(slot, batch, out);
}

/* In 64 bits, as from the least to the greatest day is more than 32 bits hold. */
bool parley_do_days(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                    parley_error *err) {
  parley_vector x;
  const parley_slot *slot = numbers_of_dates(worker, at, batch, &x, err);
  if (slot == NULL) return false;
  int64_t *result = slot->values;
  for (int i = 0; i < batch->count; i++) {
    parley_edtf date = date_of(x.days + 2 * i);
    slot->valid[i] = parley_vector_has(x.valid, i) && parley_edtf_has_first(&date) && parley_edtf_has_last(&date);
    result[i] = (int64_t)date.last - date.first + 1;
  }
  return give_numbers(slot, batch, out);
}

/* What dates are compared and sorted by; an open start is missing. */
bool parley_do_first_day(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                         parley_error *err) {
  parley_vector x;
  const parley_slot *slot = numbers_of_dates(worker, at, batch, &x, err);
  if (slot == NULL) return false;
  int64_t *result = slot->values;
  for (int i = 0; i < batch->count; i++) {
    result[i] = x.days[2 * i];
    slot->valid[i] = parley_vector_has(x.valid, i) & (x.days[2 * i] != INT32_MIN);
  }
  return give_numbers(slot, batch, out);
}

/* ---- dates ---- */

enum { DAY_LENGTH = 16 }; /* "-5000000-01-01" and a zero: no day of 32 bits has a longer text */

/* The first or the last day, as a date of its own; missing on an open side. Texts of a fixed distance, so that no
   place depends on the one before. */
bool parley_do_edge(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                    parley_error *err) {
  bool stop = worker->program->steps[at].operation == PARLEY_DO_STOP;
  int32_t open = stop ? INT32_MAX : INT32_MIN;
  parley_vector x;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || parley_slot_text(worker, at, err) == NULL) return false;
  if (parley_slot_bytes(worker, at, PARLEY_EXPR_BATCH * DAY_LENGTH, err) == NULL) return false;
  if (!dated_operand(worker, at, batch, &x, err)) return false;
  char *to = slot->bytes;
  for (int i = 0; i < batch->count; i++, to += DAY_LENGTH) {
    int32_t day = x.days[2 * i + stop];
    slot->valid[i] = parley_vector_has(x.valid, i) & (day != open);
    slot->text[i] = (parley_expr_span){to, 0};
    slot->days[2 * i] = slot->days[2 * i + 1] = day;
    if (!slot->valid[i]) continue;
    parley_day_text(day, to);
    slot->text[i].length = strlen(to);
  }
  out->text = slot->text;
  out->days = slot->days;
  out->valid = parley_expr_all_or(slot->valid, batch->count);
  return true;
}

/* ---- two dates ---- */

static bool answer(int operation, const parley_edtf *a, const parley_edtf *b) {
  return operation == PARLEY_DO_OVERLAPS ? parley_edtf_overlaps(a, b) : parley_edtf_during(a, b);
}

/* Only rows in which both are there are read as dates. */
bool parley_do_two_dates(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                         parley_error *err) {
  const parley_program *program = worker->program;
  int count = batch->count;
  parley_vector a, b;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_expr_evaluate_two(worker, at, batch, &a, &b, err)) return false;
  const byte *valid = out->valid = parley_expr_both_valid(a.valid, b.valid, slot->valid, count);
  if (!parley_vector_dates_of(worker, parley_expr_arg(program, at, 0), &a, valid, count, err)) return false;
  if (!parley_vector_dates_of(worker, parley_expr_arg(program, at, 1), &b, valid, count, err)) return false;
  byte *truth = slot->values;
  for (int i = 0; i < count; i++) {
    parley_edtf first = date_of(a.days + 2 * i), second = date_of(b.days + 2 * i);
    truth[i] = parley_vector_has(valid, i) && answer(program->steps[at].operation, &first, &second);
  }
  out->truth = truth;
  return true;
}
