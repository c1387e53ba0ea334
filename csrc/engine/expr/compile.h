/*
** Inside the way from an expression to a program: what the files that compile share. Each gives the index of the step
** it made, or -1, and err says why.
*/
#ifndef PARLEY_ENGINE_EXPR_COMPILE_H
#define PARLEY_ENGINE_EXPR_COMPILE_H

#include "engine/expr/vector.h"

/* Larger programs are refused: nodes used by several others are copied for each. */
enum { PARLEY_PROGRAM_MOST_STEPS = 1000000 };

/* What a text that is read as a date costs, where an addition costs 2; dates of a column are read already. */
enum { PARLEY_PROGRAM_DATE_COST = 60 };

/* An operand may be of any kind, so whoever makes a step has to make any other first. What knows all kinds stands above
   the files that each know some, and hands itself down as `build`: no file needs one above it. */
typedef struct parley_program_maker {
  parley_program *program; /* that grows */
  const parley_expression *expression; /* only read */
  parley_error *err; /* why a step could not be made */
  int (*build)(struct parley_program_maker *m, int at, parley_layout wanted); /* the steps of node `at`, of that type */
} parley_program_maker;

static inline const parley_node *parley_node_at(const parley_program_maker *m, int at) {
  return &m->expression->nodes[at];
}

static inline int parley_node_operand_index(const parley_program_maker *m, const parley_node *node, int k) {
  return m->expression->args[node->first + k];
}

static inline const parley_node *parley_node_operand(const parley_program_maker *m, const parley_node *node, int k) {
  return parley_node_at(m, parley_node_operand_index(m, node, k));
}

/* What the table says that the operation of a node costs. */
static inline int parley_node_cost(const parley_node *node) {
  return parley_function_of_operation(node->operation)->cost;
}

/* ---- engine/expr/program.c ---- */

/* A step that holds nothing yet but its operation, type and cost. */
parley_step parley_step_plain(int operation, parley_layout layout, int cost);

/* Adds a step with these operands, and sums up what it takes over from them. */
int parley_program_add(parley_program_maker *m, parley_step step, const int *args, int count);

int parley_program_add_nothing(parley_program_maker *m, parley_layout wanted);
int parley_program_add_truth(parley_program_maker *m, bool value);

/* First day of a date, or of a text that is read as one. */
int parley_program_as_first_day(parley_program_maker *m, int at);

int parley_program_as_number(parley_program_maker *m, int at);

/* The step itself, or one that makes the wanted type of it. A date is also a text. */
int parley_program_coerce(parley_program_maker *m, int at, parley_layout wanted);

/* ---- engine/expr/compile_numbers.c, engine/expr/compile_comparisons.c ---- */

int parley_program_build_arithmetic(parley_program_maker *m, const parley_node *node);
int parley_program_build_sign(parley_program_maker *m, const parley_node *node);
int parley_program_build_comparison(parley_program_maker *m, const parley_node *node);
int parley_program_build_in(parley_program_maker *m, const parley_node *node);

#endif
