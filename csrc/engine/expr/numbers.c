/*
** Arithmetic and comparisons of numbers. Loops are free of branches: an overflow is noticed for a batch as a whole, and
** only then looked for row by row.
**
** R1  A result that is not a number (0/0, inf - inf) is missing; an infinite one is a value.
** R2  Integers that leave 64 bits are an error, never wrapped: kernels compute modulo 2^64 and look at the carry.
*/
#include <math.h>
#include <string.h>

#include "engine/expr/vector.h"
#include "value/rounding.h"
#include "value/scalar_semantics.h"

typedef unsigned char byte;

/* ---- missing numbers ---- */

/* What is not a number is missing, as in SQLite. Two loops: nearly always the first finds none, and no byte is
   written. */
static bool drop_nans(const double *value, const byte *valid, byte *out, int count, const byte **result) {
  int nans = 0;
  for (int i = 0; i < count; i++) nans += !(value[i] <= value[i] && value[i] >= value[i]);
  *result = valid;
  if (nans == 0) return false;
  for (int i = 0; i < count; i++) out[i] = !isnan(value[i]) && (valid == NULL || valid[i]);
  *result = out;
  return true;
}

/* ---- integers ---- */

/* Each gives whether some result did not fit; results are the low 64 bits. Overflow when both operands have the sign
   that the sum has not (Warren, Hacker's Delight, 2-13). */
static bool add_integers(const int64_t *a, const int64_t *b, int64_t *out, int count) {
  uint64_t over = 0;
  for (int i = 0; i < count; i++) {
    uint64_t x = (uint64_t)a[i], y = (uint64_t)b[i], sum = x + y;
    over |= (x ^ sum) & (y ^ sum);
    out[i] = (int64_t)sum;
  }
  return over >> 63;
}

/* When the operands differ in sign and the difference has not the first one's. */
static bool subtract_integers(const int64_t *a, const int64_t *b, int64_t *out, int count) {
  uint64_t over = 0;
  for (int i = 0; i < count; i++) {
    uint64_t x = (uint64_t)a[i], y = (uint64_t)b[i], difference = x - y;
    over |= (x ^ y) & (x ^ difference);
    out[i] = (int64_t)difference;
  }
  return over >> 63;
}

/* The compiler's checked multiplication; there is no vector form of it. */
static bool multiply_integers(const int64_t *a, const int64_t *b, int64_t *out, int count) {
  bool over = false;
  for (int i = 0; i < count; i++) over |= !parley_integer_mul_fits(a[i], b[i], &out[i]);
  return over;
}

/* Asked once more for single rows, after a batch had an overflow. */
static bool fits(int operation, int64_t a, int64_t b) {
  int64_t result;
  if (operation == PARLEY_DO_ADD) return parley_integer_add_fits(a, b, &result);
  if (operation == PARLEY_DO_SUBTRACT) return parley_integer_sub_fits(a, b, &result);
  return parley_integer_mul_fits(a, b, &result);
}

static bool no_fit(parley_error *err) {
  return parley_fail_key(err, "overflow.integer_result");
}

/* Marks the rows that do not fit: in a larger sum they are an error only where the whole is not missing. Rows that
   are missing cannot fail: their values are whatever stands there. */
static bool settle_overflow(parley_worker *worker, int at, const parley_vector *a, const parley_vector *b, bool over,
                            int count, parley_vector *out, parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  byte *mark = worker->slots[at].overflow;
  if (!over && a->overflow == NULL && b->overflow == NULL) return true;
  bool failed = false;
  for (int i = 0; i < count; i++) {
    bool before = (a->overflow != NULL && a->overflow[i]) || (b->overflow != NULL && b->overflow[i]);
    mark[i] = (out->valid == NULL || out->valid[i]) && (before || !fits(step->operation, a->integer[i], b->integer[i]));
    failed = failed || mark[i];
  }
  if (failed && !step->inner) return no_fit(err);
  out->overflow = failed ? mark : NULL;
  return true;
}

/* In doubles by IEEE 754; the switch is outside of the loops. */
static void real_arithmetic(int operation, const double *a, const double *b, double *out, int count) {
  switch (operation) {
    case PARLEY_DO_ADD:
      for (int i = 0; i < count; i++) out[i] = a[i] + b[i];
      break;
    case PARLEY_DO_SUBTRACT:
      for (int i = 0; i < count; i++) out[i] = a[i] - b[i];
      break;
    default:
      for (int i = 0; i < count; i++) out[i] = a[i] * b[i];
  }
}

/* `fits` was proved from ranges when the step was made: nothing is checked here. */
bool parley_do_arithmetic(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                          parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  parley_vector a, b;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_expr_evaluate_two(worker, at, batch, &a, &b, err)) return false;
  int count = batch->count;
  out->valid = parley_expr_both_valid(a.valid, b.valid, slot->valid, count);
  if (step->layout == PARLEY_LAYOUT_NUMBER) {
    out->number = slot->values;
    real_arithmetic(step->operation, a.number, b.number, slot->values, count);
    drop_nans(slot->values, out->valid, slot->valid, count, &out->valid);
    return true;
  }
  out->integer = slot->values;
  bool over = step->operation == PARLEY_DO_ADD        ? add_integers(a.integer, b.integer, slot->values, count)
              : step->operation == PARLEY_DO_SUBTRACT ? subtract_integers(a.integer, b.integer, slot->values, count)
                                                      : multiply_integers(a.integer, b.integer, slot->values, count);
  return step->fits || settle_overflow(worker, at, &a, &b, over, count, out, err);
}

/* ---- division ---- */

static bool is_zero(double value) { return !(value < 0 || value > 0); }

/* Rows whose divisor is 0 are missing; what is not a number is dropped later. Dividing by 0 is missing, as in SQL,
   and no error. */
static void hide_zeros(const double *divisor, const byte *valid, byte *out, int count) {
  for (int i = 0; i < count; i++) out[i] = !is_zero(divisor[i]) & (valid == NULL || valid[i]);
}

/* All rows are divided, those by zero too: doubles do not trap. */
bool parley_do_divide(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                      parley_error *err) {
  parley_vector a, b;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_expr_evaluate_two(worker, at, batch, &a, &b, err)) return false;
  int count = batch->count, zeros = 0;
  double *result = slot->values;
  out->number = result;
  out->valid = parley_expr_both_valid(a.valid, b.valid, slot->valid, count);
  for (int i = 0; i < count; i++) zeros += is_zero(b.number[i]);
  for (int i = 0; i < count; i++) result[i] = a.number[i] / b.number[i];
  if (zeros > 0) {
    hide_zeros(b.number, out->valid, slot->valid, count);
    out->valid = slot->valid;
  }
  drop_nans(result, out->valid, slot->valid, count, &out->valid);
  return true;
}

/* The sign is the divisor's or dividend's as value/scalar_semantics.h lays down; -2^63 by -1 is handled there. */
static void modulo_integers(const int64_t *a, const int64_t *b, const byte *valid, int64_t *out, byte *there,
                            int count) {
  for (int i = 0; i < count; i++) {
    there[i] = b[i] != 0 && (valid == NULL || valid[i]);
    out[i] = there[i] ? parley_integer_remainder(a[i], b[i]) : 0;
  }
}

static void modulo_numbers(const double *a, const double *b, const byte *valid, double *out, byte *there, int count) {
  for (int i = 0; i < count; i++) {
    there[i] = !is_zero(b[i]) && (valid == NULL || valid[i]);
    out[i] = there[i] ? parley_number_remainder(a[i], b[i]) : 0;
  }
}

/* slot->valid is written for every row, even where `valid` is NULL. */
bool parley_do_modulo(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                      parley_error *err) {
  parley_vector a, b;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_expr_evaluate_two(worker, at, batch, &a, &b, err)) return false;
  int count = batch->count;
  const byte *valid = parley_expr_both_valid(a.valid, b.valid, slot->valid, count);
  out->valid = slot->valid;
  if (worker->program->steps[at].layout == PARLEY_LAYOUT_INTEGER) {
    out->integer = slot->values;
    modulo_integers(a.integer, b.integer, valid, slot->values, slot->valid, count);
  } else {
    out->number = slot->values;
    modulo_numbers(a.number, b.number, valid, slot->values, slot->valid, count);
    drop_nans(slot->values, slot->valid, slot->valid, count, &out->valid);
  }
  if (memchr(slot->valid, 0, (size_t)count) == NULL) out->valid = NULL;
  return true;
}

/* ---- sign ---- */

/* Whether the least integer, which has no counterpart, is there. */
static bool has_least(const parley_vector *x, int count) {
  for (int i = 0; i < count; i++) {
    if (x->integer[i] == INT64_MIN && (x->valid == NULL || x->valid[i])) return true;
  }
  return false;
}

/* In unsigned, where the least integer overflows to itself without being undefined. */
static int64_t opposite(int64_t value) { return (int64_t)(0 - (uint64_t)value); }

/* The values of the one operand of a step, and the place for its result; NULL with err filled. */
static parley_slot *operand_of(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *x,
                               parley_error *err) {
  parley_slot *slot = parley_slot_values(worker, at, err);
  int arg = parley_expr_arg(worker->program, at, 0);
  if (slot == NULL || !parley_expr_evaluate(worker, arg, batch, x, err)) return NULL;
  return slot;
}

/* The opposite of each number, or of the negative ones alone. A missing row may hold the least integer: it is turned
   into itself. */
static bool turn(parley_worker *worker, int at, const parley_expr_batch *batch, bool negative_alone,
                 parley_vector *out, parley_error *err) {
  const parley_step *step = &worker->program->steps[at];
  parley_vector x;
  parley_slot *slot = operand_of(worker, at, batch, &x, err);
  if (slot == NULL) return false;
  out->valid = x.valid;
  if (step->layout == PARLEY_LAYOUT_NUMBER) {
    double *result = slot->values;
    if (negative_alone) for (int i = 0; i < batch->count; i++) result[i] = fabs(x.number[i]);
    else for (int i = 0; i < batch->count; i++) result[i] = -x.number[i];
    out->number = result;
    return true;
  }
  if (!step->fits && has_least(&x, batch->count)) {
    return negative_alone ? parley_fail_key(err, "overflow.integer") : no_fit(err);
  }
  int64_t *result = slot->values;
  for (int i = 0; i < batch->count; i++) {
    result[i] = negative_alone && x.integer[i] >= 0 ? x.integer[i] : opposite(x.integer[i]);
  }
  out->integer = result;
  return true;
}

bool parley_do_negate(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                      parley_error *err) {
  return turn(worker, at, batch, false, out, err);
}

bool parley_do_abs(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                   parley_error *err) {
  return turn(worker, at, batch, true, out, err);
}

/* ---- rounding and types ---- */

/* Rows that are missing may hold digits of any size: not rounded. */
bool parley_do_round(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                     parley_error *err) {
  const parley_program *program = worker->program;
  parley_vector x, digits = {0};
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_expr_evaluate(worker, parley_expr_arg(program, at, 0), batch, &x, err)) return false;
  bool two = program->steps[at].count == 2;
  if (two && !parley_expr_evaluate(worker, parley_expr_arg(program, at, 1), batch, &digits, err)) return false;
  double *result = slot->values;
  out->number = result;
  out->valid = two ? parley_expr_both_valid(x.valid, digits.valid, slot->valid, batch->count) : x.valid;
  for (int i = 0; i < batch->count; i++) {
    bool there = out->valid == NULL || out->valid[i];
    result[i] = there ? parley_scalar_round(x.number[i], two ? digits.integer[i] : 0) : 0;
  }
  return true;
}

/* Rounds to the nearest double beyond 2^53. */
bool parley_do_as_number(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                         parley_error *err) {
  parley_vector x;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_expr_evaluate(worker, parley_expr_arg(worker->program, at, 0), batch, &x, err))
    return false;
  double *result = slot->values;
  for (int i = 0; i < batch->count; i++) result[i] = (double)x.integer[i];
  out->number = result;
  out->valid = x.valid;
  return true;
}

/* ---- comparisons ---- */

/* One loop per type and operation; numbers are equal when neither is less, so that -0.0 equals 0.0. */
#define COMPARISONS(name, layout)                                                                             \
  static void name(int operation, const layout *restrict a, const layout *restrict b, byte *restrict out, int count) { \
    switch (operation) {                                                                                    \
      case PARLEY_DO_EQUAL:                                                                                 \
        for (int i = 0; i < count; i++) out[i] = (a[i] <= b[i]) & (a[i] >= b[i]);                           \
        break;                                                                                              \
      case PARLEY_DO_UNEQUAL:                                                                               \
        for (int i = 0; i < count; i++) out[i] = (a[i] < b[i]) | (a[i] > b[i]);                             \
        break;                                                                                              \
      case PARLEY_DO_LESS:                                                                                  \
        for (int i = 0; i < count; i++) out[i] = a[i] < b[i];                                               \
        break;                                                                                              \
      default:                                                                                              \
        for (int i = 0; i < count; i++) out[i] = a[i] <= b[i];                                              \
    }                                                                                                       \
  }

COMPARISONS(compare_integers, int64_t)
COMPARISONS(compare_numbers, double)
COMPARISONS(compare_truths, byte)

/* From the order of two values, as memcmp gives it. */
static bool answer(int operation, int order) {
  switch (operation) {
    case PARLEY_DO_EQUAL: return order == 0;
    case PARLEY_DO_UNEQUAL: return order != 0;
    case PARLEY_DO_LESS: return order < 0;
    default: return order <= 0;
  }
}

/* An integer with a number, exactly. NaN is a missing row here, and any answer will do. */
static void compare_mixed(int operation, const parley_vector *a, const parley_vector *b, byte *out, int count) {
  bool first = a->integer != NULL;
  for (int i = 0; i < count; i++) {
    double number = first ? b->number[i] : a->number[i];
    int order = isnan(number) ? 0 : parley_integer_compare_number(first ? a->integer[i] : b->integer[i], number);
    out[i] = answer(operation, first ? order : -order);
  }
}

/* Types that differ are an integer and a number: others were brought to one before. */
bool parley_do_compare(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                       parley_error *err) {
  const parley_program *program = worker->program;
  int operation = program->steps[at].operation, count = batch->count;
  parley_layout left = program->steps[parley_expr_arg(program, at, 0)].layout;
  parley_layout right = program->steps[parley_expr_arg(program, at, 1)].layout;
  parley_vector a, b;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !parley_expr_evaluate_two(worker, at, batch, &a, &b, err)) return false;
  out->truth = slot->values;
  out->valid = parley_expr_both_valid(a.valid, b.valid, slot->valid, count);
  if (left == PARLEY_LAYOUT_TEXT) return parley_expr_compare_texts(worker, at, &a, &b, count, slot->values, err);
  if (left != right) compare_mixed(operation, &a, &b, slot->values, count);
  else if (left == PARLEY_LAYOUT_INTEGER) compare_integers(operation, a.integer, b.integer, slot->values, count);
  else if (left == PARLEY_LAYOUT_NUMBER) compare_numbers(operation, a.number, b.number, slot->values, count);
  else compare_truths(operation, a.truth, b.truth, slot->values, count);
  return true;
}
