/*
** Comparisons with dates: the right side is a period of days that the days of the left side lie in, all, none, or some
** (value/edtf.h). The bounds of the period are written beside the rows, so that one loop without branches answers all
** comparisons but `in`, whose periods may be many.
**
** R1  Four answers: yes, no, undecided (the days of the left side lie partly in the period), missing (an operand is).
**     What becomes of undecided is for the operation: missing, false (surely) or true (possibly).
** R2  A text is read as a date only in rows that are asked, so that a text that is none fails no row without an answer.
*/
#include <string.h>

#include "engine/expr/vector.h"
#include "value/edtf.h"

typedef unsigned char byte;

/* The operands of a step over one batch. */
typedef struct operands {
  int count;             /* with the left side */
  parley_vector *vector; /* a vector each; days are set */
  const byte **there;    /* which rows have a value; NULL: all */
  byte *asked;           /* rows in which the left side is there, and a period */
} operands;

/* ---- operands ---- */

/* A row without the left side, or without any period, has no answer: texts in it are not read as dates. Validity of
   the vectors themselves is not touched: their steps own it. */
static void mark_asked(const operands *x, int count) {
  for (int i = 0; i < count; i++) {
    bool some = false;
    for (int k = 1; k < x->count; k++) some = some || parley_vector_has(x->there[k], i);
    x->asked[i] = some && parley_vector_has(x->there[0], i);
  }
}

/* `wanted` is on the stack and used before the next operand overwrites it. */
static bool read_days(parley_worker *worker, int at, const parley_expr_batch *batch, operands *x, parley_error *err) {
  byte wanted[PARLEY_EXPR_BATCH];
  for (int k = 0; k < x->count; k++) {
    for (int i = 0; i < batch->count; i++) wanted[i] = x->asked[i] && parley_vector_has(x->there[k], i);
    if (!parley_vector_dates_of(worker, parley_expr_arg(worker->program, at, k), &x->vector[k], wanted, batch->count,
                                err)) {
      return false;
    }
  }
  return true;
}

/* All operands are evaluated before any text is read: which rows are asked depends on all of them. */
static bool evaluate_all(parley_worker *worker, int at, const parley_expr_batch *batch, operands *x,
                         parley_error *err) {
  for (int k = 0; k < x->count; k++) {
    if (!parley_expr_evaluate(worker, parley_expr_arg(worker->program, at, k), batch, &x->vector[k], err)) return false;
    x->there[k] = x->vector[k].valid;
  }
  mark_asked(x, batch->count);
  return read_days(worker, at, batch, x, err);
}

/* Readable in rows that are missing, too: days are 0 there. */
static parley_edtf date_at(const operands *x, int k, int i) {
  const int32_t *days = x->vector[k].days + 2 * i;
  return (parley_edtf){.first = days[0], .last = days[1]};
}

/* ---- answers ---- */

/* A side of `between` that is missing bounds nothing: what lies apart is told all the same. `between` has two
   operands on the right, all others one: first and last are the same then. */
static parley_edtf_days bounds_at(const operands *x, parley_comparison op, int i, bool *all) {
  parley_edtf first = date_at(x, 1, i), last = date_at(x, x->count - 1, i);
  parley_edtf_days days = parley_edtf_bounds(op, &first, &last);
  bool has_first = parley_vector_has(x->there[1], i), has_last = parley_vector_has(x->there[x->count - 1], i);
  if (!has_first) days.first = INT32_MIN;
  if (!has_last) days.last = INT32_MAX;
  *all = has_first && has_last;
  return days;
}

/* `yes` and `no` change places for !=. A period that ends before it begins lies apart from everything. */
static void answer_bounds(const operands *x, parley_comparison op, int count, byte *answer) {
  parley_edtf_days days[PARLEY_EXPR_BATCH];
  byte known[PARLEY_EXPR_BATCH];
  const byte no = op == PARLEY_COMPARISON_NE ? PARLEY_EDTF_YES : PARLEY_EDTF_NO, yes = (byte)(PARLEY_EDTF_YES - no);
  const int32_t *left = x->vector[0].days;
  for (int i = 0; i < count; i++) {
    bool all = true;
    days[i] = bounds_at(x, op, i, &all);
    known[i] = all;
  }
  for (int i = 0; i < count; i++) {
    bool within = left[2 * i] >= days[i].first && left[2 * i + 1] <= days[i].last;
    bool apart = left[2 * i + 1] < days[i].first || left[2 * i] > days[i].last || days[i].first > days[i].last;
    byte open = known[i] ? PARLEY_EDTF_UNDECIDED : PARLEY_EDTF_MISSING;
    answer[i] = apart ? no : within && known[i] ? yes : open;
  }
}

/* Periods that are missing might hold the date: it is only told where others do. */
static byte among(const parley_edtf *date, const parley_edtf *periods, int found, bool all, bool wide) {
  parley_edtf_answer answer = parley_edtf_among(date, periods, found);
  if (all || answer == PARLEY_EDTF_YES) return (byte)answer;
  return wide && answer == PARLEY_EDTF_UNDECIDED ? PARLEY_EDTF_YES : PARLEY_EDTF_MISSING;
}

/* The list is as long as the operands and used for each row anew. */
static bool answer_among(const operands *x, bool wide, int count, byte *answer, parley_error *err) {
  parley_edtf *periods = parley_alloc(NULL, (size_t)x->count * sizeof *periods);
  if (periods == NULL) return parley_no_memory(err);
  for (int i = 0; i < count; i++) {
    parley_edtf date = date_at(x, 0, i);
    int found = 0;
    for (int k = 1; k < x->count; k++) {
      if (parley_vector_has(x->there[k], i)) periods[found++] = date_at(x, k, i);
    }
    answer[i] = among(&date, periods, found, found == x->count - 1, wide);
  }
  parley_alloc(periods, 0);
  return true;
}

/* What is undecided is missing; or false, surely; or true, possibly. No branch but on constants of the loop. */
static void read_answers(int operation, const byte *answer, const byte *asked, int count, parley_slot *slot) {
  const bool plain = operation == PARLEY_DO_COMPARE_DATES, wide = operation == PARLEY_DO_POSSIBLY;
  byte *truth = slot->values;
  for (int i = 0; i < count; i++) {
    bool undecided = answer[i] == PARLEY_EDTF_UNDECIDED;
    truth[i] = answer[i] == PARLEY_EDTF_YES || (undecided && wide);
    slot->valid[i] = asked[i] && answer[i] != PARLEY_EDTF_MISSING && !(undecided && plain);
  }
}

/* `answer` of a batch is a kilobyte, on the stack. */
static bool compare(parley_worker *worker, int at, const parley_expr_batch *batch, operands *x, parley_vector *out,
                    parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  bool wide = step->operation == PARLEY_DO_POSSIBLY;
  byte answer[PARLEY_EXPR_BATCH];
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !evaluate_all(worker, at, batch, x, err)) return false;
  if (step->op != PARLEY_COMPARISON_IN) answer_bounds(x, step->op, batch->count, answer);
  else if (!answer_among(x, wide, batch->count, answer, err)) return false;
  read_answers(step->operation, answer, x->asked, batch->count, slot);
  out->truth = slot->values;
  out->valid = parley_expr_all_or(slot->valid, batch->count);
  return true;
}

/* Both arrays are freed also when only one could be had. */
bool parley_do_compare_dates(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                             parley_error *err) {
  byte asked[PARLEY_EXPR_BATCH];
  operands x = {.count = worker->program->steps[at].count, .asked = asked};
  x.vector = parley_alloc(NULL, (size_t)x.count * sizeof *x.vector);
  x.there = parley_alloc(NULL, (size_t)x.count * sizeof *x.there);
  bool done = x.vector != NULL && x.there != NULL ? compare(worker, at, batch, &x, out, err) : parley_no_memory(err);
  parley_alloc(x.vector, 0);
  parley_alloc((void *)x.there, 0);
  return done;
}
