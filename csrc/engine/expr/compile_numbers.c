/*
** Arithmetic to steps. From the ranges of the operands it is told here whether a result can ever leave 64 bits, so that
** most sums of integers are checked once and not in every row.
**
** Interval arithmetic (Moore, 1966) over low and high of each step. An integer in the midst of a sum may leave 64 bits
** when the sum as a whole is missing: such steps are `inner` and mark rows instead of failing.
*/
#include "engine/expr/compile.h"
#include "value/scalar_semantics.h"

/* Division gives numbers, and a remainder cannot overflow. */
static bool is_sum(const parley_step *step) {
  return step->layout == PARLEY_LAYOUT_INTEGER &&
         (step->operation == PARLEY_DO_ADD || step->operation == PARLEY_DO_SUBTRACT ||
                                          step->operation == PARLEY_DO_MULTIPLY);
}

/* Whether the four results at the corners of two ranges fit; then low and high of the results. Sums, differences and
   products are monotone in each operand, so that the extremes are at the corners. */
static bool corners_fit(int operation, const parley_step *a, const parley_step *b, int64_t *low, int64_t *high) {
  const int64_t left[2] = {a->low, a->high}, right[2] = {b->low, b->high};
  *low = INT64_MAX;
  *high = INT64_MIN;
  for (int k = 0; k < 4; k++) {
    int64_t x = left[k & 1], y = right[k >> 1], result;
    bool fits = operation == PARLEY_DO_ADD        ? parley_integer_add_fits(x, y, &result)
                : operation == PARLEY_DO_SUBTRACT ? parley_integer_sub_fits(x, y, &result)
                                                  : parley_integer_mul_fits(x, y, &result);
    if (!fits) return false;
    *low = result < *low ? result : *low;
    *high = result > *high ? result : *high;
  }
  return true;
}

/* A step fits only where its operands do: their ranges would say nothing else. */
int parley_program_build_arithmetic(parley_program_maker *m, const parley_node *node) {
  bool integers = node->layout == PARLEY_LAYOUT_INTEGER && node->operation != PARLEY_DO_DIVIDE;
  parley_layout layout = integers ? PARLEY_LAYOUT_INTEGER : PARLEY_LAYOUT_NUMBER;
  int args[2];
  for (int k = 0; k < 2; k++) {
    args[k] = m->build(m, parley_node_operand_index(m, node, k), layout);
    if (args[k] < 0) return -1;
  }
  parley_step *a = &m->program->steps[args[0]], *b = &m->program->steps[args[1]];
  parley_step step = parley_step_plain((int)node->operation, layout, parley_node_cost(node));
  if (is_sum(&step)) {
    bool within = (a->fits || !is_sum(a)) && (b->fits || !is_sum(b));
    step.fits = within && corners_fit(step.operation, a, b, &step.low, &step.high);
    if (!step.fits) step.low = INT64_MIN, step.high = INT64_MAX;
    step.can_fail = !step.fits;
    a->inner = is_sum(a);
    b->inner = is_sum(b);
  }
  return parley_program_add(m, step, args, 2);
}

/* Only the least integer has no opposite. The range is left open: nothing is gained by it. */
int parley_program_build_sign(parley_program_maker *m, const parley_node *node) {
  parley_layout layout = node->layout == PARLEY_LAYOUT_INTEGER ? PARLEY_LAYOUT_INTEGER : PARLEY_LAYOUT_NUMBER;
  int arg = m->build(m, parley_node_operand_index(m, node, 0), layout);
  if (arg < 0) return -1;
  parley_step step = parley_step_plain((int)node->operation, layout, parley_node_cost(node));
  step.fits = layout != PARLEY_LAYOUT_INTEGER || m->program->steps[arg].low > INT64_MIN;
  step.can_fail = !step.fits;
  return parley_program_add(m, step, &arg, 1);
}
