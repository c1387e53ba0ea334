/*
** From an expression to steps. Here operands are brought to one type, chains of `and`, `or` and `..` become one step,
** constants are prepared, and it is told what can fail; the kernels then have nothing left to decide per row.
*/
#include <math.h>
#include <string.h>

#include "engine/expr/vector.h"
#include "value/scalar_semantics.h"

/* Larger programs are refused: nodes used by several others are copied for each. */
enum { MOST_STEPS = 1000000 };

typedef struct maker {
  parley_program *program;
  const parley_expression *expression;
  parley_error *err;
} maker;

static int build(maker *m, int at, parley_type wanted);

static const parley_node *node_at(const maker *m, int at) { return &m->expression->nodes[at]; }

static const parley_node *operand(const maker *m, const parley_node *node, int k) {
  return node_at(m, m->expression->args[node->first + k]);
}

static int operand_index(const maker *m, const parley_node *node, int k) {
  return m->expression->args[node->first + k];
}

/* ---- adding steps ---- */

static bool reserve(void **block, int *room, int needed, size_t size, parley_error *err) {
  if (needed <= *room) return true;
  int wanted = *room * 2 > needed ? *room * 2 : needed + 8;
  void *grown = parley_alloc(*block, (size_t)wanted * size);
  if (grown == NULL) return parley_no_memory(err);
  *block = grown;
  *room = wanted;
  return true;
}

static bool append_args(maker *m, const int *args, int count) {
  parley_program *program = m->program;
  void *block = program->args;
  bool done = reserve(&block, &program->arg_room, program->arg_count + count, sizeof(int), m->err);
  program->args = block;
  if (!done) return false;
  for (int k = 0; k < count; k++) program->args[program->arg_count++] = args[k];
  return true;
}

static int wider_only(int only, int other) {
  if (only == PARLEY_NO_COLUMN || only == other) return other;
  return other == PARLEY_NO_COLUMN ? only : PARLEY_MANY_COLUMNS;
}

/* Whether nothing can come of the step, as one of its operands is always missing and none can fail. */
static bool misses_operand(const parley_program *program, const parley_step *step, const int *args, int count) {
  bool missing = false;
  switch (step->operation) {
    case PARLEY_DO_EQUAL: case PARLEY_DO_UNEQUAL: case PARLEY_DO_LESS: case PARLEY_DO_LESS_EQUAL:
    case PARLEY_DO_LIKE: case PARLEY_DO_CONTAINS: break;
    default: return false;
  }
  for (int k = 0; k < count; k++) missing = missing || program->steps[args[k]].operation == PARLEY_DO_NOTHING;
  return missing && !step->can_fail;
}

/* Adds a step with these operands, and sums up what it takes over from them. */
static int add_step(maker *m, parley_step step, const int *args, int count) {
  parley_program *program = m->program;
  void *block = program->steps;
  if (program->count >= MOST_STEPS) return parley_fail(m->err, PARLEY_ERROR_TOO_LARGE, "the expression is too large"), -1;
  bool done = reserve(&block, &program->room, program->count + 1, sizeof(parley_step), m->err);
  program->steps = block;
  if (!done) return -1;
  step.first = program->arg_count;
  step.count = count;
  for (int k = 0; k < count; k++) {
    const parley_step *arg = &program->steps[args[k]];
    step.only = wider_only(step.only, arg->only);
    step.can_fail = step.can_fail || arg->can_fail;
    step.cost = step.cost > 100000000 ? step.cost : step.cost + arg->cost;
  }
  if (misses_operand(program, &step, args, count)) {
    step.operation = PARLEY_DO_NOTHING;
    step.count = count = 0;
  }
  if (!append_args(m, args, count)) return -1;
  program->steps[program->count] = step;
  return program->count++;
}

static parley_step plain_step(int operation, parley_type type, int cost) {
  return (parley_step){.operation = operation, .type = type, .only = PARLEY_NO_COLUMN, .cost = cost,
                       .low = INT64_MIN, .high = INT64_MAX, .column = -1};
}

static int add_nothing(maker *m, parley_type wanted) {
  return add_step(m, plain_step(PARLEY_DO_NOTHING, wanted == PARLEY_ANY ? PARLEY_TEXT : wanted, 0), NULL, 0);
}

static int add_truth(maker *m, bool value) {
  parley_step step = plain_step(PARLEY_DO_CONSTANT, PARLEY_BOOLEAN, 0);
  step.constant = (parley_value){.type = PARLEY_BOOLEAN, .integer = value};
  return add_step(m, step, NULL, 0);
}

/* ---- types ---- */

/* First day of a date, or of a text that is read as one. */
static int as_first_day(maker *m, int at) {
  const parley_step *date = &m->program->steps[at];
  if (date->operation == PARLEY_DO_NOTHING) return add_nothing(m, PARLEY_INTEGER);
  if (date->operation == PARLEY_DO_CONSTANT && date->type == PARLEY_DATE) {
    if (date->days[0] == INT32_MIN) return add_nothing(m, PARLEY_INTEGER);
    parley_step day = plain_step(PARLEY_DO_CONSTANT, PARLEY_INTEGER, 0);
    day.constant = (parley_value){.type = PARLEY_INTEGER, .integer = date->days[0]};
    day.low = day.high = date->days[0];
    return add_step(m, day, NULL, 0);
  }
  parley_step step = plain_step(PARLEY_DO_FIRST_DAY, PARLEY_INTEGER, date->type == PARLEY_TEXT ? 60 : 2);
  step.can_fail = date->type == PARLEY_TEXT;
  step.low = INT32_MIN;
  step.high = INT32_MAX;
  return add_step(m, step, &at, 1);
}

static int as_number(maker *m, int at) {
  parley_step *step = &m->program->steps[at];
  if (step->operation != PARLEY_DO_CONSTANT) {
    return add_step(m, plain_step(PARLEY_DO_AS_NUMBER, PARLEY_NUMBER, 1), &at, 1);
  }
  step->constant = (parley_value){.type = PARLEY_NUMBER, .number = (double)step->constant.integer};
  step->type = PARLEY_NUMBER;
  return at;
}

/* The step itself, or one that makes the wanted type of it. A date is also a text. */
static int coerce(maker *m, int at, parley_type wanted) {
  if (at < 0) return at;
  parley_type type = m->program->steps[at].type;
  if (wanted == PARLEY_ANY || type == wanted || (wanted == PARLEY_TEXT && type == PARLEY_DATE)) return at;
  if (type == PARLEY_INTEGER && wanted == PARLEY_NUMBER) return as_number(m, at);
  if (type == PARLEY_DATE && wanted == PARLEY_INTEGER) return as_first_day(m, at);
  parley_fail(m->err, PARLEY_ERROR_MISUSE, "a value is of type %s where %s is wanted", parley_type_name(type),
              parley_type_name(wanted));
  return -1;
}

/* ---- leaves ---- */

static int build_column(maker *m, const parley_node *node) {
  const parley_column *column = &m->program->frame->columns[node->column];
  bool textual = parley_is_textual(column->type), within = node != &m->expression->nodes[m->expression->count - 1];
  if (within && column->nulls > 0 && column->nulls == column->length) return add_nothing(m, column->type);
  parley_step step = plain_step(PARLEY_DO_COLUMN, column->type, 1);
  step.column = node->column;
  step.only = textual ? node->column : PARLEY_MANY_COLUMNS;
  if (column->type == PARLEY_INTEGER) {
    step.low = column->low <= column->high ? column->low : 0;
    step.high = column->low <= column->high ? column->high : 0;
  }
  return add_step(m, step, NULL, 0);
}

static int build_constant(maker *m, const parley_node *node) {
  parley_edtf date = {0};
  parley_step step = plain_step(PARLEY_DO_CONSTANT, node->constant.type, 0);
  if (node->type == PARLEY_DATE && node->constant.type == PARLEY_TEXT) step.type = PARLEY_DATE;
  step.constant = node->constant;
  if (step.type == PARLEY_NUMBER && isnan(node->constant.number)) return add_nothing(m, PARLEY_NUMBER);
  if (step.type == PARLEY_INTEGER) step.low = step.high = node->constant.integer;
  if (step.type == PARLEY_DATE) {
    if (!parley_edtf_parse(node->constant.text, node->constant.length, &date, m->err)) return -1;
    step.days[0] = date.start;
    step.days[1] = date.stop;
  }
  return add_step(m, step, NULL, 0);
}

/* ---- numbers ---- */

static bool is_sum(const parley_step *step) {
  return step->type == PARLEY_INTEGER && (step->operation == PARLEY_DO_ADD || step->operation == PARLEY_DO_SUBTRACT ||
                                          step->operation == PARLEY_DO_MULTIPLY);
}

/* Whether the four results at the corners of two ranges fit; then low and high of the results. */
static bool corners_fit(int operation, const parley_step *a, const parley_step *b, int64_t *low, int64_t *high) {
  const int64_t left[2] = {a->low, a->high}, right[2] = {b->low, b->high};
  *low = INT64_MAX;
  *high = INT64_MIN;
  for (int k = 0; k < 4; k++) {
    int64_t x = left[k & 1], y = right[k >> 1], result;
    bool fits = operation == PARLEY_DO_ADD        ? parley_add_fits(x, y, &result)
                : operation == PARLEY_DO_SUBTRACT ? parley_sub_fits(x, y, &result)
                                                  : parley_mul_fits(x, y, &result);
    if (!fits) return false;
    *low = result < *low ? result : *low;
    *high = result > *high ? result : *high;
  }
  return true;
}

static int build_arithmetic(maker *m, const parley_node *node) {
  bool integers = node->type == PARLEY_INTEGER && node->operation != PARLEY_DO_DIVIDE;
  parley_type type = integers ? PARLEY_INTEGER : PARLEY_NUMBER;
  int args[2];
  for (int k = 0; k < 2; k++) {
    args[k] = build(m, operand_index(m, node, k), type);
    if (args[k] < 0) return -1;
  }
  parley_step *a = &m->program->steps[args[0]], *b = &m->program->steps[args[1]];
  parley_step step = plain_step((int)node->operation, type, node->operation == PARLEY_DO_MODULO ? 10 : 2);
  if (is_sum(&step)) {
    bool within = (a->fits || !is_sum(a)) && (b->fits || !is_sum(b));
    step.fits = within && corners_fit(step.operation, a, b, &step.low, &step.high);
    if (!step.fits) step.low = INT64_MIN, step.high = INT64_MAX;
    step.can_fail = !step.fits;
    a->inner = is_sum(a);
    b->inner = is_sum(b);
  }
  return add_step(m, step, args, 2);
}

static int build_sign(maker *m, const parley_node *node) {
  parley_type type = node->type == PARLEY_INTEGER ? PARLEY_INTEGER : PARLEY_NUMBER;
  int arg = build(m, operand_index(m, node, 0), type);
  if (arg < 0) return -1;
  parley_step step = plain_step((int)node->operation, type, 1);
  step.fits = type != PARLEY_INTEGER || m->program->steps[arg].low > INT64_MIN;
  step.can_fail = !step.fits;
  return add_step(m, step, &arg, 1);
}

/* Operands of these types, in their order. */
static int build_call(maker *m, const parley_node *node, const parley_type *types, parley_step step) {
  int args[3];
  if (node->count > 3) return parley_fail(m->err, PARLEY_ERROR_MISUSE, "too many operands"), -1;
  for (int k = 0; k < node->count; k++) {
    args[k] = build(m, operand_index(m, node, k), types[k]);
    if (args[k] < 0) return -1;
  }
  return add_step(m, step, args, node->count);
}

/* ---- comparisons ---- */

/* a < x where x is constant and not whole: x becomes the nearest integer on the side that keeps the answer. */
static bool integer_beside(parley_step *constant, bool up) {
  double whole = up ? ceil(constant->constant.number) : floor(constant->constant.number);
  if (!(whole >= -9223372036854775808.0 && whole < 9223372036854775808.0)) return false;
  constant->constant = (parley_value){.type = PARLEY_INTEGER, .integer = (int64_t)whole};
  constant->type = PARLEY_INTEGER;
  return true;
}

/* Brings an integer and a number to one type where one of the two is constant and that changes nothing. */
static void match_constant(maker *m, int operation, int left, int right) {
  parley_step *a = &m->program->steps[left], *b = &m->program->steps[right];
  parley_step *constant = b->operation == PARLEY_DO_CONSTANT ? b : a, *other = constant == b ? a : b;
  if (constant->operation != PARLEY_DO_CONSTANT || other->type == constant->type) return;
  if (constant->type == PARLEY_INTEGER) {
    int64_t value = constant->constant.integer;
    if (value >= -(INT64_C(1) << 53) && value <= INT64_C(1) << 53) as_number(m, constant == a ? left : right);
  } else if (operation == PARLEY_DO_LESS || operation == PARLEY_DO_LESS_EQUAL) {
    /* x < 2.5 as x < 3, x <= 2.5 as x <= 2; 2.5 < x as 2 < x, 2.5 <= x as 3 <= x */
    integer_beside(constant, (operation == PARLEY_DO_LESS) == (constant == b));
  } else if (floor(constant->constant.number) >= constant->constant.number) {
    integer_beside(constant, false);
  }
}

static int add_comparison(maker *m, int operation, int left, int right) {
  parley_step *steps = m->program->steps;
  if (left < 0 || right < 0) return -1;
  if (steps[left].type == PARLEY_DATE || steps[right].type == PARLEY_DATE) {
    left = as_first_day(m, left);
    right = left < 0 ? -1 : as_first_day(m, right);
    if (right < 0) return -1;
  }
  steps = m->program->steps;
  parley_type a = steps[left].type, b = steps[right].type;
  bool numeric = (a == PARLEY_INTEGER || a == PARLEY_NUMBER) && (b == PARLEY_INTEGER || b == PARLEY_NUMBER);
  if (a != b && !numeric) return coerce(m, right, a);
  if (a != b) match_constant(m, operation, left, right);
  int args[2] = {left, right};
  return add_step(m, plain_step(operation, PARLEY_BOOLEAN, a == PARLEY_TEXT ? 12 : 2), args, 2);
}

static int build_comparison(maker *m, const parley_node *node) {
  int operation = (int)node->operation, args[2];
  if (operand(m, node, 0)->type == PARLEY_ANY || operand(m, node, 1)->type == PARLEY_ANY) {
    return add_nothing(m, PARLEY_BOOLEAN);
  }
  for (int k = 0; k < 2; k++) {
    args[k] = build(m, operand_index(m, node, k), PARLEY_ANY);
    if (args[k] < 0) return -1;
  }
  if (operation == PARLEY_DO_GREATER) return add_comparison(m, PARLEY_DO_LESS, args[1], args[0]);
  if (operation == PARLEY_DO_GREATER_EQUAL) return add_comparison(m, PARLEY_DO_LESS_EQUAL, args[1], args[0]);
  return add_comparison(m, operation, args[0], args[1]);
}

/* ---- logic ---- */

/* Leaves of a chain of one operation, from left to right; list may be NULL to count them. */
static int collect(const maker *m, int at, parley_operation operation, int *list, int count) {
  const parley_node *node = node_at(m, at);
  if (node->operation != operation) {
    if (list != NULL) list[count] = at;
    return count + 1;
  }
  for (int k = 0; k < node->count; k++) {
    count = collect(m, operand_index(m, node, k), operation, list, count);
    if (count > MOST_STEPS) break;
  }
  return count;
}

/* Builds the nodes of a list in place: afterwards it holds steps. */
static bool build_list(maker *m, int *list, int count, parley_type wanted) {
  for (int k = 0; k < count; k++) {
    list[k] = build(m, list[k], wanted);
    if (list[k] < 0) return false;
  }
  return true;
}

static int build_chain(maker *m, int at, parley_type wanted, parley_step step) {
  parley_operation operation = node_at(m, at)->operation;
  int count = collect(m, at, operation, NULL, 0), built = -1;
  if (count > MOST_STEPS) return parley_fail(m->err, PARLEY_ERROR_TOO_LARGE, "the expression is too large"), -1;
  int *list = parley_alloc(NULL, (size_t)(count + 1) * sizeof(int));
  if (list == NULL) return parley_no_memory(m->err), -1;
  collect(m, at, operation, list, 0);
  if (build_list(m, list, count, wanted)) built = add_step(m, step, list, count);
  parley_alloc(list, 0);
  return built;
}

/* What is always missing need not be asked. */
static int build_coalesce(maker *m, const parley_node *node) {
  int *list = parley_alloc(NULL, (size_t)(node->count + 1) * sizeof(int)), count = 0, built = -1;
  if (list == NULL) return parley_no_memory(m->err), -1;
  for (int k = 0; k < node->count; k++) {
    if (operand(m, node, k)->type != PARLEY_ANY) list[count++] = operand_index(m, node, k);
  }
  if (build_list(m, list, count, node->type)) {
    parley_step step = plain_step(PARLEY_DO_COALESCE, node->type, 2);
    step.low = count > 0 ? INT64_MAX : INT64_MIN;
    step.high = count > 0 ? INT64_MIN : INT64_MAX;
    for (int k = 0; k < count; k++) {
      const parley_step *arg = &m->program->steps[list[k]];
      step.low = arg->low < step.low ? arg->low : step.low;
      step.high = arg->high > step.high ? arg->high : step.high;
    }
    built = count == 0 ? add_nothing(m, node->type) : add_step(m, step, list, count);
  }
  parley_alloc(list, 0);
  return built;
}

/* ---- in ---- */

/* Items that are no constants, or booleans, are compared one by one. */
static bool is_set_item(const parley_node *item) {
  return item->type == PARLEY_ANY || (item->operation == PARLEY_DO_CONSTANT && item->constant.type != PARLEY_BOOLEAN);
}

/* One step for all constants: `x in (1, 2, nil)`. */
static int build_in_set(maker *m, const parley_node *node, int x) {
  if (m->program->steps[x].type == PARLEY_DATE) x = as_first_day(m, x);
  if (x < 0) return -1;
  int at = add_step(m, plain_step(PARLEY_DO_IN, PARLEY_BOOLEAN, 10), &x, 1);
  if (at < 0) return -1;
  const parley_value **items = parley_alloc(NULL, (size_t)node->count * sizeof *items);
  if (items == NULL) return parley_no_memory(m->err), -1;
  int count = 0;
  for (int k = 1; k < node->count; k++) {
    static const parley_value nil = {.type = PARLEY_ANY};
    const parley_node *item = operand(m, node, k);
    if (is_set_item(item)) items[count++] = item->operation == PARLEY_DO_CONSTANT ? &item->constant : &nil;
  }
  bool by_day = operand(m, node, 0)->type == PARLEY_DATE;
  bool done = parley_set_make(&m->program->steps[at], m->program->steps[x].type, by_day, items, count, m->err);
  parley_alloc(items, 0);
  return done ? at : -1;
}

/* The set, and for each other item a comparison, joined by `or`, which has the same missing values as `in`. */
static int build_in_mixed(maker *m, const parley_node *node, int *list) {
  int x = build(m, operand_index(m, node, 0), PARLEY_ANY), count = 1;
  if (x < 0) return -1;
  list[0] = build_in_set(m, node, x);
  if (list[0] < 0) return -1;
  for (int k = 1; k < node->count; k++) {
    if (is_set_item(operand(m, node, k))) continue;
    int left = build(m, operand_index(m, node, 0), PARLEY_ANY);
    int right = left < 0 ? -1 : build(m, operand_index(m, node, k), PARLEY_ANY);
    list[count] = add_comparison(m, PARLEY_DO_EQUAL, left, right);
    if (list[count++] < 0) return -1;
  }
  return count == 1 ? list[0] : add_step(m, plain_step(PARLEY_DO_OR, PARLEY_BOOLEAN, 2), list, count);
}

static int build_in(maker *m, const parley_node *node) {
  if (node->count == 1) return add_truth(m, false);
  if (operand(m, node, 0)->type == PARLEY_ANY) return add_nothing(m, PARLEY_BOOLEAN);
  int *list = parley_alloc(NULL, (size_t)node->count * sizeof(int));
  if (list == NULL) return parley_no_memory(m->err), -1;
  int built = build_in_mixed(m, node, list);
  parley_alloc(list, 0);
  return built;
}

/* ---- text ---- */

static int build_match(maker *m, const parley_node *node) {
  static const parley_type types[] = {PARLEY_TEXT, PARLEY_TEXT};
  const parley_node *pattern = operand(m, node, 1);
  bool like = node->operation == PARLEY_DO_LIKE;
  bool constant = pattern->operation == PARLEY_DO_CONSTANT && parley_is_textual(pattern->constant.type);
  bool too_long = like && constant && pattern->constant.length > PARLEY_LIKE_LIMIT;
  parley_step step = plain_step((int)node->operation, PARLEY_BOOLEAN, 40);
  step.can_fail = like && (!constant || too_long);
  int at = build_call(m, node, types, step);
  if (at < 0 || !constant || too_long) return at;
  return parley_pattern_make(&m->program->steps[at], &pattern->constant, m->err) ? at : -1;
}

/* ---- dates ---- */

/* Dates, or texts that are read as dates: an error where one is none. */
static int build_dates(maker *m, const parley_node *node, parley_type type) {
  static const parley_type any[] = {PARLEY_TEXT, PARLEY_TEXT};
  parley_step step = plain_step((int)node->operation, type, 20);
  step.op = node->op;
  for (int k = 0; k < node->count; k++) {
    if (operand(m, node, k)->type == PARLEY_TEXT) step.can_fail = true, step.cost += 60;
  }
  return build_call(m, node, any, step);
}

static int build_date_part(maker *m, const parley_node *node) {
  int at = build_dates(m, node, PARLEY_INTEGER);
  if (at < 0) return -1;
  parley_step *step = &m->program->steps[at];
  step->low = -(INT64_C(1) << 33); /* years and lengths in days are nearer */
  step->high = INT64_C(1) << 33;
  return at;
}

static int build_first_day(maker *m, const parley_node *node) {
  int arg = build(m, operand_index(m, node, 0), PARLEY_TEXT);
  return arg < 0 ? -1 : as_first_day(m, arg);
}

/* ---- every node ---- */

/* `..` of texts, dates and integers. */
static int build_join(maker *m, int at) {
  int joined = build_chain(m, at, PARLEY_ANY, plain_step(PARLEY_DO_JOIN, PARLEY_TEXT, 60));
  for (int k = 0; joined >= 0 && k < m->program->steps[joined].count; k++) {
    const parley_step *arg = &m->program->steps[parley_arg(m->program, joined, k)];
    if (arg->type != PARLEY_INTEGER && !parley_is_textual(arg->type)) {
      return parley_fail(m->err, PARLEY_ERROR_MISUSE, "'..' takes no %s", parley_type_name(arg->type)), -1;
    }
  }
  return joined;
}

static int build_text_call(maker *m, const parley_node *node) {
  static const parley_type types[] = {PARLEY_TEXT, PARLEY_INTEGER, PARLEY_INTEGER};
  bool length = node->operation == PARLEY_DO_LENGTH;
  parley_step step = plain_step((int)node->operation, length ? PARLEY_INTEGER : PARLEY_TEXT, 40);
  if (length) step.low = 0, step.high = INT64_C(1) << 40;
  return build_call(m, node, types, step);
}

/* ---- functions that are called value by value ---- */

/* The type an operand is brought to. Where integers stay integers, so do they here. */
static parley_type type_taken(const parley_node *node, const parley_function *f, int k) {
  parley_type type = parley_function_takes(f, k);
  if (type == PARLEY_ANY) return node->type;
  if (type == PARLEY_DATE) return PARLEY_TEXT;
  return type == PARLEY_NUMBER && node->type == PARLEY_INTEGER && strcmp(f->gives, "same number") == 0 ? PARLEY_INTEGER
                                                                                                       : type;
}

static bool reads_dates(const maker *m, const parley_node *node, const parley_function *f) {
  for (int k = 0; k < node->count; k++) {
    if (parley_function_takes(f, k) == PARLEY_DATE && operand(m, node, k)->type == PARLEY_TEXT) return true;
  }
  return false;
}

static int build_called(maker *m, const parley_node *node) {
  const parley_function *f = parley_function_of_operation(node->operation);
  parley_step step = plain_step((int)node->operation, node->type, 80);
  step.function = f;
  step.can_fail = f->can_fail || reads_dates(m, node, f);
  int *list = parley_alloc(NULL, (size_t)(node->count + 1) * sizeof(int)), built = -1;
  if (list == NULL) return parley_no_memory(m->err), -1;
  for (int k = 0; k < node->count; k++) {
    list[k] = build(m, operand_index(m, node, k), type_taken(node, f, k));
    if (list[k] < 0) break;
    if (k == node->count - 1) built = add_step(m, step, list, node->count);
  }
  parley_alloc(list, 0);
  return built;
}

/* if(condition, a, b) */
static int build_choose(maker *m, const parley_node *node) {
  const parley_type types[] = {PARLEY_BOOLEAN, node->type, node->type};
  return build_call(m, node, types, plain_step((int)node->operation, node->type, 6));
}

static int build_node(maker *m, int at) {
  static const parley_type truth[] = {PARLEY_BOOLEAN}, number[] = {PARLEY_NUMBER, PARLEY_INTEGER},
                           any[] = {PARLEY_ANY};
  const parley_node *node = node_at(m, at);
  switch (node->operation) {
    case PARLEY_DO_COLUMN: return build_column(m, node);
    case PARLEY_DO_CONSTANT: return build_constant(m, node);
    case PARLEY_DO_ADD:
    case PARLEY_DO_SUBTRACT:
    case PARLEY_DO_MULTIPLY:
    case PARLEY_DO_DIVIDE:
    case PARLEY_DO_MODULO: return build_arithmetic(m, node);
    case PARLEY_DO_NEGATE:
    case PARLEY_DO_ABS: return build_sign(m, node);
    case PARLEY_DO_ROUND: return build_call(m, node, number, plain_step(PARLEY_DO_ROUND, PARLEY_NUMBER, 30));
    case PARLEY_DO_AND:
    case PARLEY_DO_OR: return build_chain(m, at, PARLEY_BOOLEAN, plain_step((int)node->operation, PARLEY_BOOLEAN, 2));
    case PARLEY_DO_NOT: return build_call(m, node, truth, plain_step(PARLEY_DO_NOT, PARLEY_BOOLEAN, 1));
    case PARLEY_DO_IS_NIL: return build_call(m, node, any, plain_step(PARLEY_DO_IS_NIL, PARLEY_BOOLEAN, 1));
    case PARLEY_DO_EQUAL:
    case PARLEY_DO_UNEQUAL:
    case PARLEY_DO_LESS:
    case PARLEY_DO_LESS_EQUAL:
    case PARLEY_DO_GREATER:
    case PARLEY_DO_GREATER_EQUAL: return build_comparison(m, node);
    case PARLEY_DO_IN: return build_in(m, node);
    case PARLEY_DO_COALESCE: return build_coalesce(m, node);
    case PARLEY_DO_JOIN: return build_join(m, at);
    case PARLEY_DO_LIKE:
    case PARLEY_DO_CONTAINS: return build_match(m, node);
    case PARLEY_DO_LOWER:
    case PARLEY_DO_UPPER:
    case PARLEY_DO_TRIM:
    case PARLEY_DO_LENGTH:
    case PARLEY_DO_SUBSTR: return build_text_call(m, node);
    case PARLEY_DO_START:
    case PARLEY_DO_STOP: return build_dates(m, node, PARLEY_DATE);
    case PARLEY_DO_FIRST_DAY: return build_first_day(m, node);
    case PARLEY_DO_OVERLAPS:
    case PARLEY_DO_DURING:
    case PARLEY_DO_SURELY:
    case PARLEY_DO_POSSIBLY: return build_dates(m, node, PARLEY_BOOLEAN);
    case PARLEY_DO_YEAR:
    case PARLEY_DO_QUARTER:
    case PARLEY_DO_MONTH:
    case PARLEY_DO_WEEK:
    case PARLEY_DO_DAY:
    case PARLEY_DO_DAYS: return build_date_part(m, node);
    case PARLEY_DO_IF: return build_choose(m, node);
    default: return build_called(m, node);
  }
}

static int build(maker *m, int at, parley_type wanted) {
  const parley_node *node = node_at(m, at);
  bool nil = node->type == PARLEY_ANY || (node->operation == PARLEY_DO_CONSTANT && node->constant.type == PARLEY_ANY);
  if (nil) return add_nothing(m, wanted);
  return coerce(m, build_node(m, at), wanted);
}

bool parley_program_make(parley_run *run, const parley_frame *frame, const parley_expression *expression,
                         parley_type wanted, parley_program *program, parley_error *err) {
  *program = (parley_program){.run = run, .frame = frame};
  maker m = {program, expression, err};
  program->root = build(&m, expression->count - 1, wanted);
  if (program->root < 0) parley_program_free(program);
  return program->root >= 0;
}

void parley_program_free(parley_program *program) {
  for (int at = 0; at < program->count; at++) {
    parley_step *step = &program->steps[at];
    parley_pattern_free(step->pattern);
    parley_set_free(step->set);
    parley_table_free(program->run, step->table);
  }
  parley_alloc(program->steps, 0);
  parley_alloc(program->args, 0);
  *program = (parley_program){.run = program->run, .root = -1};
}
