/*
** Comparisons and `in` to steps. Two kinds of values meet here - integers and numbers, texts and dates - and are
** brought to one where that changes no answer.
**
** R1  A comparison of an integer column with a number is exact: 2^53 + 1 is not equal to 2^53 as a number. Where a
**     constant allows, both sides get one type; else compare_mixed (numbers.c) does it per row.
** R2  `>` and `>=` are `<` and `<=` with their sides changed, so that kernels have four comparisons.
*/
#include <math.h>

#include "engine/expr/compile.h"

/* ---- comparisons ---- */

/* a < x where x is constant and not whole: x becomes the nearest integer on the side that keeps the answer. The
   bounds are -2^63 and 2^63 as doubles; NaN and what is beyond fails the condition and stays a number. */
static bool integer_beside(parley_step *constant, bool up) {
  double whole = up ? ceil(constant->constant.number) : floor(constant->constant.number);
  if (!(whole >= -9223372036854775808.0 && whole < 9223372036854775808.0)) return false;
  constant->constant = (parley_value){.type = PARLEY_INTEGER, .integer = (int64_t)whole};
  constant->layout = PARLEY_LAYOUT_INTEGER;
  return true;
}

/* Brings an integer and a number to one type where one of the two is constant and that changes nothing. From -2^53
   to 2^53 every integer is a double. Equality with a number that is not whole stays mixed, and is false for every
   row. */
static void match_constant(parley_program_maker *m, int operation, int left, int right) {
  parley_step *a = &m->program->steps[left], *b = &m->program->steps[right];
  parley_step *constant = b->operation == PARLEY_DO_CONSTANT ? b : a, *other = constant == b ? a : b;
  if (constant->operation != PARLEY_DO_CONSTANT || other->layout == constant->layout) return;
  if (constant->layout == PARLEY_LAYOUT_INTEGER) {
    int64_t value = constant->constant.integer;
    if (value >= -(INT64_C(1) << 53) && value <= INT64_C(1) << 53)
      parley_program_as_number(m, constant == a ? left : right);
  } else if (operation == PARLEY_DO_LESS || operation == PARLEY_DO_LESS_EQUAL) {
    /* x < 2.5 as x < 3, x <= 2.5 as x <= 2; 2.5 < x as 2 < x, 2.5 <= x as 3 <= x */
    integer_beside(constant, (operation == PARLEY_DO_LESS) == (constant == b));
  /* a whole number */
  } else if (floor(constant->constant.number) >= constant->constant.number) {
    integer_beside(constant, false);
  }
}

/* A date is compared with a period by compare_dates, which the binder sees to. */
static bool no_date(parley_program_maker *m, int step) {
  return m->program->steps[step].layout != PARLEY_LAYOUT_DATED ||
         parley_fail_key(m->err, "misuse.compared_period");
}

/* `steps` is read again after each step that is added: the array may have moved. Text is weighed 12, as it is
   compared by bytes. */
static int add_comparison(parley_program_maker *m, int operation, int left, int right) {
  parley_step *steps = m->program->steps;
  if (left < 0 || right < 0) return -1;
  if (!no_date(m, left) || !no_date(m, right)) return -1;
  parley_layout a = steps[left].layout, b = steps[right].layout;
  bool numeric = parley_layout_is_numeric(a) && parley_layout_is_numeric(b);
  if (a != b && !numeric) return parley_program_coerce(m, right, a);
  if (a != b) match_constant(m, operation, left, right);
  int args[2] = {left, right};
  int cost = a == PARLEY_LAYOUT_TEXT ? 12 : 2;
  return parley_program_add(m, parley_step_plain(operation, PARLEY_LAYOUT_TRUTH, cost), args, 2);
}

static bool is_nothing(const parley_node *node) { return node->layout == PARLEY_LAYOUT_NONE; }

/* Comparing with nil is missing, whatever the other side is; it is not even computed, so it cannot fail. */
int parley_program_build_comparison(parley_program_maker *m, const parley_node *node) {
  int operation = (int)node->operation, args[2];
  if (is_nothing(parley_node_operand(m, node, 0)) || is_nothing(parley_node_operand(m, node, 1))) {
    return parley_program_add_nothing(m, PARLEY_LAYOUT_TRUTH);
  }
  for (int k = 0; k < 2; k++) {
    args[k] = m->build(m, parley_node_operand_index(m, node, k), PARLEY_LAYOUT_NONE);
    if (args[k] < 0) return -1;
  }
  if (operation == PARLEY_DO_GREATER) return add_comparison(m, PARLEY_DO_LESS, args[1], args[0]);
  if (operation == PARLEY_DO_GREATER_EQUAL) return add_comparison(m, PARLEY_DO_LESS_EQUAL, args[1], args[0]);
  return add_comparison(m, operation, args[0], args[1]);
}

/* ---- in ---- */

/* Items that are no constants, or booleans, are compared one by one. */
static bool is_set_item(const parley_node *item) {
  bool constant = item->operation == PARLEY_DO_CONSTANT;
  return is_nothing(item) || (constant && parley_layout_of(item->constant.type) != PARLEY_LAYOUT_TRUTH);
}

/* One step for all constants: `x in (1, 2, nil)`. Items are pointers into the expression, which outlives the
   program. */
static int build_in_set(parley_program_maker *m, const parley_node *node, int x) {
  if (!no_date(m, x)) return -1;
  int at = parley_program_add(m, parley_step_plain(PARLEY_DO_IN, PARLEY_LAYOUT_TRUTH, 10), &x, 1);
  if (at < 0) return -1;
  const parley_value **items = parley_alloc(NULL, (size_t)node->count * sizeof *items);
  if (items == NULL) return parley_no_memory(m->err), -1;
  int count = 0;
  for (int k = 1; k < node->count; k++) {
    static const parley_value nil = {.type = PARLEY_ANY};
    const parley_node *item = parley_node_operand(m, node, k);
    if (is_set_item(item)) items[count++] = item->operation == PARLEY_DO_CONSTANT ? &item->constant : &nil;
  }
  bool done = parley_set_make(&m->program->steps[at], m->program->steps[x].layout, items, count, m->err);
  parley_alloc(items, 0);
  return done ? at : -1;
}

/* The set, and for each other item a comparison, joined by `or`, which has the same missing values as `in`. x is
   built again for each comparison: a step has one slot, and sharing it between operands of a chain would tie their
   rows together. */
static int build_in_mixed(parley_program_maker *m, const parley_node *node, int *list) {
  int x = m->build(m, parley_node_operand_index(m, node, 0), PARLEY_LAYOUT_NONE), count = 1;
  if (x < 0) return -1;
  list[0] = build_in_set(m, node, x);
  if (list[0] < 0) return -1;
  for (int k = 1; k < node->count; k++) {
    if (is_set_item(parley_node_operand(m, node, k))) continue;
    int left = m->build(m, parley_node_operand_index(m, node, 0), PARLEY_LAYOUT_NONE);
    int right = left < 0 ? -1 : m->build(m, parley_node_operand_index(m, node, k), PARLEY_LAYOUT_NONE);
    list[count] = add_comparison(m, PARLEY_DO_EQUAL, left, right);
    if (list[count++] < 0) return -1;
  }
  if (count == 1) return list[0];
  return parley_program_add(m, parley_step_plain(PARLEY_DO_OR, PARLEY_LAYOUT_TRUTH, 2), list, count);
}

/* An empty list holds nothing: false in every row, as in SQL; a missing x stays missing with a list. */
int parley_program_build_in(parley_program_maker *m, const parley_node *node) {
  if (node->count == 1) return parley_program_add_truth(m, false);
  if (is_nothing(parley_node_operand(m, node, 0))) return parley_program_add_nothing(m, PARLEY_LAYOUT_TRUTH);
  int *list = parley_alloc(NULL, (size_t)node->count * sizeof(int));
  if (list == NULL) return parley_no_memory(m->err), -1;
  int built = build_in_mixed(m, node, list);
  parley_alloc(list, 0);
  return built;
}
