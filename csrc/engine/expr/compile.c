/*
** From an expression to steps. Here operands are brought to one type, chains of `and`, `or` and `..` become one step,
** constants are prepared, and it is told what can fail; the kernels then have nothing left to decide per row.
**
** R1  Indices of steps, not pointers, are passed on: the array of steps moves as it grows.
** R2  Recursion is as deep as the expression, which the parser bounds; the steps of a program by
**     PARLEY_PROGRAM_MOST_STEPS.
** R3  low and high of an integer step contain every value it can give, missing ones aside; where nothing is known they
**     are the ends of 64 bits. That no sum leaves 64 bits rests on them.
*/
#include <math.h>
#include <string.h>

#include "engine/expr/compile.h"
#include "value/scalar_semantics.h"

/* The steps of node `at`, which give the wanted type. */
static int build(parley_program_maker *m, int at, parley_layout wanted);

/* ---- leaves ---- */

/* A column without any value is nothing, unless it is the whole expression, which has to give that column. An empty
   range (low > high) becomes 0 to 0. */
static int build_column(parley_program_maker *m, const parley_node *node) {
  const parley_column *column = &m->program->frame->columns[node->column];
  parley_layout layout = parley_column_layout(column);
  bool textual = parley_layout_is_coded(layout), within = node != &m->expression->nodes[m->expression->count - 1];
  if (within && column->nulls > 0 && column->nulls == column->length)
    return parley_program_add_nothing(m, layout);
  parley_step step = parley_step_plain(PARLEY_DO_COLUMN, layout, 1);
  step.column = node->column;
  step.only = textual ? node->column : PARLEY_EXPR_MANY_COLUMNS;
  if (layout == PARLEY_LAYOUT_INTEGER) {
    step.low = column->low <= column->high ? column->low : 0;
    step.high = column->low <= column->high ? column->high : 0;
  }
  return parley_program_add(m, step, NULL, 0);
}

/* NaN is missing, as everywhere. A constant date is parsed once, here; a bad one fails the query before any row. */
static int build_constant(parley_program_maker *m, const parley_node *node) {
  parley_edtf date = {0};
  parley_layout layout = parley_layout_of(node->constant.type);
  if (node->layout == PARLEY_LAYOUT_DATED && layout == PARLEY_LAYOUT_TEXT) layout = PARLEY_LAYOUT_DATED;
  parley_step step = parley_step_plain(PARLEY_DO_CONSTANT, layout, 0);
  step.constant = node->constant;
  if (layout == PARLEY_LAYOUT_NUMBER && isnan(node->constant.number)) return parley_program_add_nothing(m, layout);
  if (step.layout == PARLEY_LAYOUT_INTEGER) step.low = step.high = node->constant.integer;
  if (step.layout == PARLEY_LAYOUT_DATED) {
    if (!parley_edtf_parse(node->constant.text, node->constant.length, &date, m->err)) return -1;
    step.days[0] = date.first;
    step.days[1] = date.last;
  }
  return parley_program_add(m, step, NULL, 0);
}

/* ---- logic ---- */

/* Leaves of a chain of one operation, from left to right; list may be NULL to count them. Called twice, to count and
   to list. The early break keeps shared nodes, which are counted once for each use, from taking time without end. */
static int collect(const parley_program_maker *m, int at, parley_operation operation, int *list, int count) {
  const parley_node *node = parley_node_at(m, at);
  if (node->operation != operation) {
    if (list != NULL) list[count] = at;
    return count + 1;
  }
  for (int k = 0; k < node->count; k++) {
    count = collect(m, parley_node_operand_index(m, node, k), operation, list, count);
    if (count > PARLEY_PROGRAM_MOST_STEPS) break;
  }
  return count;
}

/* Builds the nodes of a list in place: afterwards it holds steps. */
static bool build_list(parley_program_maker *m, int *list, int count, parley_layout wanted) {
  for (int k = 0; k < count; k++) {
    list[k] = build(m, list[k], wanted);
    if (list[k] < 0) return false;
  }
  return true;
}

/* `a and b and c` as one step sees each row until it is settled, without intermediate vectors. */
static int build_chain(parley_program_maker *m, int at, parley_layout wanted, parley_step step) {
  parley_operation operation = parley_node_at(m, at)->operation;
  int count = collect(m, at, operation, NULL, 0), built = -1;
  if (count > PARLEY_PROGRAM_MOST_STEPS)
    return parley_fail_key(m->err, "too_large.expression"), -1;
  int *list = parley_alloc(NULL, (size_t)(count + 1) * sizeof(int));
  if (list == NULL) return parley_no_memory(m->err), -1;
  collect(m, at, operation, list, 0);
  if (build_list(m, list, count, wanted)) built = parley_program_add(m, step, list, count);
  parley_alloc(list, 0);
  return built;
}

static int build_logic(parley_program_maker *m, int at) {
  const parley_node *node = parley_node_at(m, at);
  parley_step step = parley_step_plain((int)node->operation, PARLEY_LAYOUT_TRUTH, parley_node_cost(node));
  return build_chain(m, at, PARLEY_LAYOUT_TRUTH, step);
}

/* What is always missing need not be asked. The range is that of all operands together: any of them may give the
   value. */
static int build_coalesce(parley_program_maker *m, const parley_node *node) {
  int *list = parley_alloc(NULL, (size_t)(node->count + 1) * sizeof(int)), count = 0, built = -1;
  if (list == NULL) return parley_no_memory(m->err), -1;
  for (int k = 0; k < node->count; k++) {
    bool nothing = parley_node_operand(m, node, k)->layout == PARLEY_LAYOUT_NONE;
    if (!nothing) list[count++] = parley_node_operand_index(m, node, k);
  }
  if (build_list(m, list, count, node->layout)) {
    parley_step step = parley_step_plain(PARLEY_DO_COALESCE, node->layout, parley_node_cost(node));
    step.low = count > 0 ? INT64_MAX : INT64_MIN;
    step.high = count > 0 ? INT64_MIN : INT64_MAX;
    for (int k = 0; k < count; k++) {
      const parley_step *arg = &m->program->steps[list[k]];
      step.low = arg->low < step.low ? arg->low : step.low;
      step.high = arg->high > step.high ? arg->high : step.high;
    }
    built = count == 0 ? parley_program_add_nothing(m, node->layout) : parley_program_add(m, step, list, count);
  }
  parley_alloc(list, 0);
  return built;
}

/* ---- text ---- */

/* A constant pattern is prepared once (like_pattern.c). A pattern that is too long is only an error in a row that
   has a text to match. */
static int build_match(parley_program_maker *m, const parley_node *node) {
  const parley_node *pattern = parley_node_operand(m, node, 1);
  bool like = node->operation == PARLEY_DO_LIKE;
  bool coded = parley_layout_is_coded(parley_layout_of(pattern->constant.type));
  bool constant = pattern->operation == PARLEY_DO_CONSTANT && coded;
  bool too_long = like && constant && pattern->constant.length > PARLEY_TEXT_LIKE_LIMIT;
  parley_step step = parley_step_plain((int)node->operation, PARLEY_LAYOUT_TRUTH, parley_node_cost(node));
  step.can_fail = like && (!constant || too_long);
  int args[2] = {parley_node_operand_index(m, node, 0), parley_node_operand_index(m, node, 1)};
  if (!build_list(m, args, 2, PARLEY_LAYOUT_TEXT)) return -1;
  int at = parley_program_add(m, step, args, 2);
  if (at < 0 || !constant || too_long) return at;
  return parley_pattern_make(&m->program->steps[at], &pattern->constant, m->err) ? at : -1;
}

/* ---- dates ---- */

/* A date and any number of periods. Through m->build like all; the number of periods is not bounded, hence a list
   from the heap. */
static int build_date_comparison(parley_program_maker *m, const parley_node *node) {
  int *list = parley_alloc(NULL, (size_t)node->count * sizeof(int)), built = -1;
  if (list == NULL) return parley_no_memory(m->err), -1;
  parley_step step = parley_step_plain((int)node->operation, PARLEY_LAYOUT_TRUTH, parley_node_cost(node));
  step.op = node->op;
  for (int k = 0; k < node->count; k++) {
    bool read = parley_node_operand(m, node, k)->layout == PARLEY_LAYOUT_TEXT;
    if (read) step.can_fail = true, step.cost += PARLEY_PROGRAM_DATE_COST;
    list[k] = m->build(m, parley_node_operand_index(m, node, k), PARLEY_LAYOUT_TEXT);
    if (list[k] < 0) break;
    if (k == node->count - 1) built = parley_program_add(m, step, list, node->count);
  }
  parley_alloc(list, 0);
  return built;
}

static int build_first_day(parley_program_maker *m, const parley_node *node) {
  int arg = build(m, parley_node_operand_index(m, node, 0), PARLEY_LAYOUT_TEXT);
  return arg < 0 ? -1 : parley_program_as_first_day(m, arg);
}

/* ---- every node ---- */

/* `..` of texts, dates and integers. Types are checked after building: a chain is flattened first, and only then are
   its operands known. */
static int build_join(parley_program_maker *m, int at) {
  parley_step step = parley_step_plain(PARLEY_DO_JOIN, PARLEY_LAYOUT_TEXT, parley_node_cost(parley_node_at(m, at)));
  int joined = build_chain(m, at, PARLEY_LAYOUT_NONE, step);
  for (int k = 0; joined >= 0 && k < m->program->steps[joined].count; k++) {
    const parley_step *arg = &m->program->steps[parley_expr_arg(m->program, joined, k)];
    if (arg->layout != PARLEY_LAYOUT_INTEGER && !parley_layout_is_coded(arg->layout)) {
      const char *name = parley_type_name(parley_type_of_layout(arg->layout));
      return parley_fail_with(m->err, "misuse.engine_joined", "type=%s", name), -1;
    }
  }
  return joined;
}

/* ---- what the table says all of ---- */

/* The layout an operand is brought to. Where integers stay integers, so do they here. NUMBER becomes INTEGER where the
   function gives back what it got ("same number"), or a text of it; dates are taken as their text. What may be any
   value becomes what the function gives where all share one type, and else stays what it is. */
static parley_layout layout_taken(const parley_program_maker *m, const parley_node *node, const parley_function *f,
                                  int k) {
  parley_layout layout = parley_layout_of(parley_function_takes(f, k));
  if (layout == PARLEY_LAYOUT_NONE && strcmp(f->gives, "common") != 0) return parley_node_operand(m, node, k)->layout;
  if (layout == PARLEY_LAYOUT_NONE) return node->layout;
  if (layout == PARLEY_LAYOUT_DATED) return PARLEY_LAYOUT_TEXT;
  parley_layout given = parley_node_operand(m, node, k)->layout;
  bool whole = (node->layout == PARLEY_LAYOUT_INTEGER && strcmp(f->gives, "same number") == 0)
               || (given == PARLEY_LAYOUT_INTEGER && strcmp(f->gives, "text") == 0);
  return layout == PARLEY_LAYOUT_NUMBER && whole ? PARLEY_LAYOUT_INTEGER : layout;
}

/* How many arguments are texts that are read as dates: each may be none, which is an error. */
static int dates_read(const parley_program_maker *m, const parley_node *node, const parley_function *f) {
  int read = 0;
  for (int k = 0; k < node->count; k++) {
    bool date = parley_layout_of(parley_function_takes(f, k)) == PARLEY_LAYOUT_DATED;
    read += date && parley_node_operand(m, node, k)->layout == PARLEY_LAYOUT_TEXT;
  }
  return read;
}

/* A function without arguments has count 0: the loop never adds a step, and built stays -1; the table has none such. */
static int build_scalar(parley_program_maker *m, const parley_node *node) {
  const parley_function *f = parley_function_of_operation(node->operation);
  int read = dates_read(m, node, f), built = -1;
  parley_step step = parley_step_plain((int)node->operation, node->layout, f->cost + read * PARLEY_PROGRAM_DATE_COST);
  step.function = f;
  step.op = node->op;
  step.can_fail = f->can_fail || read > 0;
  if (f->low < f->high) step.low = f->low, step.high = f->high;
  int *list = parley_alloc(NULL, (size_t)(node->count + 1) * sizeof(int));
  if (list == NULL) return parley_no_memory(m->err), -1;
  for (int k = 0; k < node->count; k++) {
    list[k] = build(m, parley_node_operand_index(m, node, k), layout_taken(m, node, f, k));
    if (list[k] < 0) break;
    if (k == node->count - 1) built = parley_program_add(m, step, list, node->count);
  }
  parley_alloc(list, 0);
  return built;
}

/* One case for each operation that looks at more than its entry: at ranges of numbers, at constants, at chains. */
static int build_node(parley_program_maker *m, int at) {
  const parley_node *node = parley_node_at(m, at);
  switch (node->operation) {
    case PARLEY_DO_COLUMN: return build_column(m, node);
    case PARLEY_DO_CONSTANT: return build_constant(m, node);
    case PARLEY_DO_ADD:
    case PARLEY_DO_SUBTRACT:
    case PARLEY_DO_MULTIPLY:
    case PARLEY_DO_DIVIDE:
    case PARLEY_DO_MODULO: return parley_program_build_arithmetic(m, node);
    case PARLEY_DO_NEGATE:
    case PARLEY_DO_ABS: return parley_program_build_sign(m, node);
    case PARLEY_DO_AND:
    case PARLEY_DO_OR: return build_logic(m, at);
    case PARLEY_DO_EQUAL:
    case PARLEY_DO_UNEQUAL:
    case PARLEY_DO_LESS:
    case PARLEY_DO_LESS_EQUAL:
    case PARLEY_DO_GREATER:
    case PARLEY_DO_GREATER_EQUAL: return parley_program_build_comparison(m, node);
    case PARLEY_DO_IN: return parley_program_build_in(m, node);
    case PARLEY_DO_COALESCE: return build_coalesce(m, node);
    case PARLEY_DO_JOIN: return build_join(m, at);
    case PARLEY_DO_LIKE:
    case PARLEY_DO_CONTAINS: return build_match(m, node);
    case PARLEY_DO_FIRST_DAY: return build_first_day(m, node);
    case PARLEY_DO_COMPARE_DATES:
    case PARLEY_DO_SURELY:
    case PARLEY_DO_POSSIBLY: return build_date_comparison(m, node);
    default: return build_scalar(m, node);
  }
}

/* nil takes whatever type is wanted. build_node may return -1, which coerce passes on. */
static int build(parley_program_maker *m, int at, parley_layout wanted) {
  const parley_node *node = parley_node_at(m, at);
  bool nil = node->layout == PARLEY_LAYOUT_NONE ||
             (node->operation == PARLEY_DO_CONSTANT && node->constant.type == PARLEY_ANY);
  if (nil) return parley_program_add_nothing(m, wanted);
  return parley_program_coerce(m, build_node(m, at), wanted);
}

/* The last node is the result. A failed program is freed here. */
bool parley_program_make(parley_run *run, const parley_frame *frame, const parley_expression *expression,
                         parley_layout wanted, parley_program *program, parley_error *err) {
  *program = (parley_program){.run = run, .frame = frame};
  parley_program_maker m = {program, expression, err, build};
  program->root = build(&m, expression->count - 1, wanted);
  if (program->root < 0) parley_program_free(program);
  return program->root >= 0;
}
