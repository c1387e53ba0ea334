/*
** Random expressions over the columns of column_expr_data.h, each both as the nodes that the column engine takes and as
** the SQL that says the same.
*/
#ifndef COLUMN_EXPR_TREES_H
#define COLUMN_EXPR_TREES_H

#include "column_expr_data.h"
#include "engine/expr/expr.h"

/* ---- random trees, as nodes and as SQL ---- */

typedef struct tree {
  parley_node nodes[NODES];
  int args[ARGS];
  int count, arg_count;
  growing pieces[NODES]; /* the SQL of each node */
  bool logic;            /* SQLite may look at more than it has to */
  bool rounds;           /* versions of SQLite differ in the last bit */
} tree;

static int random_tree(tree *t, parley_type type, int depth);

static int add_node(tree *t, parley_operation operation, parley_type type, const int *args, int count) {
  parley_node *node = &t->nodes[t->count];
  *node = (parley_node){.operation = operation, .type = type, .layout = parley_layout_of(type),
                        .first = t->arg_count, .count = count};
  for (int k = 0; k < count; k++) t->args[t->arg_count++] = args[k];
  text_clear(&t->pieces[t->count]);
  return t->count++;
}

static const char *raw(const tree *t, int at) { return t->pieces[at].bytes; }

static bool is_sum(const parley_node *node) {
  return node->type == PARLEY_INTEGER && (node->operation == PARLEY_DO_ADD || node->operation == PARLEY_DO_SUBTRACT ||
                                          node->operation == PARLEY_DO_MULTIPLY);
}

/* The SQL of a node as an operand: sums of integers are guarded as a whole. */
static void say_operand(tree *t, int to, int at) {
  if (is_sum(&t->nodes[at])) text_add(&t->pieces[to], "exact", 5);
  text_add(&t->pieces[to], raw(t, at), strlen(raw(t, at)));
}

static void say(tree *t, int to, const char *text) { text_add(&t->pieces[to], text, strlen(text)); }

static void say_call(tree *t, int to, const char *name, const int *args, int count) {
  say(t, to, name);
  say(t, to, "(");
  for (int k = 0; k < count; k++) {
    if (k > 0) say(t, to, ", ");
    say_operand(t, to, args[k]);
  }
  say(t, to, ")");
}

static int column_of(tree *t, int column) {
  int at = add_node(t, PARLEY_DO_COLUMN, types[column], NULL, 0);
  t->nodes[at].column = column;
  say(t, at, names[column]);
  return at;
}

static int constant(tree *t, parley_value value) {
  int at = add_node(t, PARLEY_DO_CONSTANT, value.type, NULL, 0);
  growing *piece = &t->pieces[at];
  t->nodes[at].constant = value;
  if (value.type == PARLEY_DATE) t->nodes[at].constant.type = PARLEY_TEXT;
  if (value.type == PARLEY_INTEGER && value.integer == INT64_MIN) say(t, at, "(-9223372036854775807 - 1)");
  else if (value.type == PARLEY_INTEGER || value.type == PARLEY_BOOLEAN)
    text_say(piece, "(%lld)", (long long)value.integer);
  else if (value.type == PARLEY_NUMBER) text_say(piece, "(%.1f)", value.number);
  else if (value.type == PARLEY_ANY) say(t, at, "NULL");
  else text_say(piece, "'%s'", value.text);
  return at;
}

static parley_value text_value(parley_type type, const char *text) {
  return (parley_value){.type = type, .text = text, .length = strlen(text)};
}

static int integer_constant(tree *t, int64_t value) {
  return constant(t, (parley_value){.type = PARLEY_INTEGER, .integer = value});
}

static int random_leaf(tree *t, parley_type type) {
  static const double simple[] = {0.0, 0.5, -2.5, 3.0, 9007199254740992.0, 9223372036854775808.0, -7.0, 1e10};
  bool column = random_below(3) > 0;
  switch (type) {
    case PARLEY_INTEGER:
      if (column) return column_of(t, random_below(3) == 0 ? C_I : C_J);
      if (random_below(4) > 0) return integer_constant(t, (int64_t)random_below(9) - 3);
      return integer_constant(t, integers[random_below(COUNT(integers))]);
    case PARLEY_NUMBER:
      if (column) return column_of(t, random_below(2) ? C_X : C_Y);
      return constant(t, (parley_value){.type = type, .number = simple[random_below(COUNT(simple))]});
    case PARLEY_BOOLEAN:
      if (column) return column_of(t, C_B);
      return constant(t, (parley_value){.type = type, .integer = random_below(2)});
    case PARLEY_DATE:
      if (column) return column_of(t, random_below(2) ? C_D : C_E);
      return constant(t, text_value(type, dates[random_below(COUNT(dates))]));
    default:
      if (column) return column_of(t, (int[]){C_T, C_S, C_U, C_N, C_T, C_S, C_TD}[random_below(7)]);
      return constant(t, text_value(type, texts[random_below(COUNT(texts))]));
  }
}

static int infix(tree *t, parley_operation operation, parley_type type, const char *sign, int a, int b) {
  int args[2] = {a, b};
  int at = add_node(t, operation, type, args, 2);
  say(t, at, "(");
  if (is_sum(&t->nodes[at])) text_add(&t->pieces[at], raw(t, a), strlen(raw(t, a)));
  else say_operand(t, at, a);
  say(t, at, sign);
  if (is_sum(&t->nodes[at])) text_add(&t->pieces[at], raw(t, b), strlen(raw(t, b)));
  else say_operand(t, at, b);
  say(t, at, ")");
  return at;
}

static int call(tree *t, parley_operation operation, parley_type type, const char *name, const int *args, int count) {
  int at = add_node(t, operation, type, args, count);
  say_call(t, at, name, args, count);
  return at;
}

static int call_one(tree *t, parley_operation operation, parley_type type, const char *name, int arg) {
  return call(t, operation, type, name, &arg, 1);
}

static int call_two(tree *t, parley_operation operation, parley_type type, const char *name, int a, int b) {
  int args[2] = {a, b};
  return call(t, operation, type, name, args, 2);
}

static int random_coalesce(tree *t, parley_type type, int depth) {
  int args[3], count = 2 + (int)random_below(2);
  for (int k = 0; k < count; k++) args[k] = random_tree(t, type, depth);
  t->logic = true;
  return call(t, PARLEY_DO_COALESCE, type, "coalesce", args, count);
}

static int random_arithmetic(tree *t, parley_type type, int depth) {
  static const struct { parley_operation operation; const char *sign; } ways[] = {
    {PARLEY_DO_ADD, " + "}, {PARLEY_DO_SUBTRACT, " - "}, {PARLEY_DO_MULTIPLY, " * "}};
  unsigned way = random_below(3);
  bool mixed = type == PARLEY_NUMBER && random_below(3) == 0;
  int a = random_tree(t, mixed ? PARLEY_INTEGER : type, depth), b = random_tree(t, type, depth);
  return infix(t, ways[way].operation, type, ways[way].sign, a, b);
}

/* A date, or a text that is one. */
static int random_dated(tree *t, int depth) {
  return random_below(8) == 0 ? column_of(t, C_TD) : random_tree(t, PARLEY_DATE, depth);
}

static int random_integer(tree *t, int depth) {
  static const char *const parts[] = {"edtf_year", "edtf_quarter", "edtf_month", "edtf_week", "edtf_day", "edtf_days"};
  unsigned part = random_below(6);
  switch (random_below(9)) {
    case 0:
    case 1: return random_arithmetic(t, PARLEY_INTEGER, depth);
    case 2: {
      int a = random_tree(t, PARLEY_INTEGER, depth), b = random_tree(t, PARLEY_INTEGER, depth);
      return call_two(t, PARLEY_DO_MODULO, PARLEY_INTEGER, "mod_floor", a, b);
    }
    case 3: {
      int x = random_tree(t, PARLEY_INTEGER, depth), at = add_node(t, PARLEY_DO_NEGATE, PARLEY_INTEGER, &x, 1);
      say(t, at, "exact(-");
      say_operand(t, at, x);
      say(t, at, ")");
      return at;
    }
    case 4: return call_one(t, PARLEY_DO_ABS, PARLEY_INTEGER, "abs", random_tree(t, PARLEY_INTEGER, depth));
    case 5: return call_one(t, PARLEY_DO_LENGTH, PARLEY_INTEGER, "length", random_tree(t, PARLEY_TEXT, depth));
    case 6: return random_coalesce(t, PARLEY_INTEGER, depth);
    case 7: return call_one(t, PARLEY_DO_FIRST_DAY, PARLEY_INTEGER, "edtf_start", random_dated(t, depth));
    default: return call_one(t, PARLEY_DO_YEAR + part, PARLEY_INTEGER, parts[part], random_dated(t, depth));
  }
}

static int random_number(tree *t, int depth) {
  switch (random_below(7)) {
    case 0:
    case 1: return random_arithmetic(t, PARLEY_NUMBER, depth);
    case 2: {
      int a = random_tree(t, random_below(2) ? PARLEY_INTEGER : PARLEY_NUMBER, depth);
      int b = random_tree(t, random_below(2) ? PARLEY_INTEGER : PARLEY_NUMBER, depth);
      return infix(t, PARLEY_DO_DIVIDE, PARLEY_NUMBER, " * 1.0 / ", a, b);
    }
    case 3: {
      int a = random_tree(t, PARLEY_NUMBER, depth), b = random_tree(t, PARLEY_NUMBER, depth);
      return call_two(t, PARLEY_DO_MODULO, PARLEY_NUMBER, "mod_floor", a, b);
    }
    case 4: {
      int x = random_tree(t, PARLEY_NUMBER, depth), at = add_node(t, PARLEY_DO_NEGATE, PARLEY_NUMBER, &x, 1);
      say(t, at, "(-");
      say_operand(t, at, x);
      say(t, at, ")");
      return at;
    }
    case 5: {
      int args[2] = {random_tree(t, PARLEY_NUMBER, depth), integer_constant(t, (int64_t)random_below(7) - 2)};
      t->rounds = true;
      return call(t, PARLEY_DO_ROUND, PARLEY_NUMBER, "round_half", args, 1 + (int)random_below(2));
    }
    default: return call_one(t, PARLEY_DO_ABS, PARLEY_NUMBER, "abs", random_tree(t, PARLEY_NUMBER, depth));
  }
}

static int random_text(tree *t, int depth) {
  switch (random_below(6)) {
    case 0: return call_one(t, PARLEY_DO_LOWER, PARLEY_TEXT, "text_lower", random_tree(t, PARLEY_TEXT, depth));
    case 1: return call_one(t, PARLEY_DO_UPPER, PARLEY_TEXT, "text_upper", random_tree(t, PARLEY_TEXT, depth));
    case 2: {
      int x = random_tree(t, PARLEY_TEXT, depth), at = add_node(t, PARLEY_DO_TRIM, PARLEY_TEXT, &x, 1);
      say_call(t, at, "trim", &x, 1);
      t->pieces[at].length--;
      say(t, at, ", char(9, 10, 11, 12, 13, 32, 160))");
      return at;
    }
    case 3: {
      int args[3] = {random_tree(t, PARLEY_TEXT, depth)};
      for (int k = 1; k < 3; k++) {
        args[k] = random_below(3) == 0 ? random_tree(t, PARLEY_INTEGER, 0)
                                       : integer_constant(t, (int64_t)random_below(18) - 8);
      }
      return call(t, PARLEY_DO_SUBSTR, PARLEY_TEXT, "substr", args, 2 + (int)random_below(2));
    }
    case 4: {
      static const parley_type joined[] = {PARLEY_TEXT, PARLEY_DATE, PARLEY_INTEGER};
      int a = random_tree(t, joined[random_below(3)], depth), b = random_tree(t, joined[random_below(3)], depth);
      return infix(t, PARLEY_DO_JOIN, PARLEY_TEXT, " || ", a, b);
    }
    default: return random_coalesce(t, PARLEY_TEXT, depth);
  }
}

static int random_date(tree *t, int depth) {
  switch (random_below(3)) {
    case 0: return call_one(t, PARLEY_DO_START, PARLEY_DATE, "edtf_first", random_dated(t, depth));
    case 1: return call_one(t, PARLEY_DO_STOP, PARLEY_DATE, "edtf_last", random_dated(t, depth));
    default: return random_coalesce(t, PARLEY_DATE, depth);
  }
}

static parley_type random_type(void) { return PARLEY_INTEGER + random_below(5); }

/* Dates are compared with periods, by an operation of their own. */
static parley_type comparable_type(void) {
  parley_type type = random_type();
  return type == PARLEY_DATE ? PARLEY_TEXT : type;
}

static int random_comparison(tree *t, int depth) {
  static const char *const signs[] = {" = ", " != ", " < ", " <= ", " > ", " >= "};
  parley_type type = comparable_type(), other = type;
  if (type == PARLEY_INTEGER || type == PARLEY_NUMBER) other = random_below(2) ? PARLEY_INTEGER : PARLEY_NUMBER;
  int args[2] = {random_tree(t, type, depth), random_tree(t, other, depth)};
  unsigned way = random_below(6);
  int at = add_node(t, PARLEY_DO_EQUAL + way, PARLEY_BOOLEAN, args, 2);
  say(t, at, "(");
  say_operand(t, at, args[0]);
  say(t, at, signs[way]);
  say_operand(t, at, args[1]);
  say(t, at, ")");
  return at;
}

static int random_in(tree *t, int depth) {
  int args[40], count = random_below(3) == 0 ? 12 + (int)random_below(20) : 2 + (int)random_below(4);
  parley_type type = comparable_type();
  args[0] = random_tree(t, type, depth);
  for (int k = 1; k < count; k++) {
    parley_type item = type == PARLEY_INTEGER && random_below(3) == 0 ? PARLEY_NUMBER : type;
    args[k] = random_below(12) == 0 ? constant(t, (parley_value){.type = PARLEY_ANY}) : random_leaf(t, item);
  }
  t->logic = true;
  int at = add_node(t, PARLEY_DO_IN, PARLEY_BOOLEAN, args, count);
  say(t, at, "(");
  say_operand(t, at, args[0]);
  for (int k = 1; k < count; k++) {
    say(t, at, k == 1 ? " IN (" : ", ");
    if (k == 1) say(t, at, "+"); /* no affinity */
    say_operand(t, at, args[k]);
  }
  say(t, at, "))");
  return at;
}

static int random_match(tree *t, int depth) {
  static const char *const patterns[] = {"%", "", "a%", "%a", "%ceasefire%", "%Istanbul%", "a_b", "%a%b%",
                                         "%\xC3\xA9", "_", "__%", "%%a", "50%", "%stan%", "open", "%\xA9%", "a",
                                         "% %", "%ISTANBUL and \xC3\x89t%"};
  bool like = random_below(2) == 0;
  int x = random_tree(t, random_below(6) == 0 ? PARLEY_DATE : PARLEY_TEXT, depth);
  int pattern = random_below(4) == 0 ? random_tree(t, PARLEY_TEXT, 0)
                : like ? constant(t, text_value(PARLEY_TEXT, patterns[random_below(COUNT(patterns))]))
                       : constant(t, text_value(PARLEY_TEXT, texts[random_below(COUNT(texts))]));
  int args[2] = {x, pattern}, swapped[2] = {pattern, x};
  int at = add_node(t, like ? PARLEY_DO_LIKE : PARLEY_DO_CONTAINS, PARLEY_BOOLEAN, args, 2);
  say_call(t, at, like ? "like_exact" : "contains", like ? swapped : args, 2);
  return at;
}

static int random_two_dates(tree *t, int depth) {
  static const char *const signs[] = {"<", "<=", ">", ">=", "=", "!="};
  int args[2] = {random_dated(t, depth), random_dated(t, depth)};
  unsigned way = random_below(4), op = random_below(6);
  int at = add_node(t, PARLEY_DO_OVERLAPS + way, PARLEY_BOOLEAN, args, 2);
  t->nodes[at].op = (parley_comparison)op;
  if (way < 2) {
    say_call(t, at, way == 0 ? "edtf_overlaps" : "edtf_during", args, 2);
    return at;
  }
  text_say(&t->pieces[at], "%s('%s', ", way == 2 ? "edtf_surely" : "edtf_possibly", signs[op]);
  say_operand(t, at, args[0]);
  say(t, at, ", ");
  say_operand(t, at, args[1]);
  say(t, at, ")");
  return at;
}

/* SQLite does not look at what stands beside a constant condition. */
static int random_condition(tree *t, int depth) {
  int at = random_tree(t, PARLEY_BOOLEAN, depth);
  return t->nodes[at].operation == PARLEY_DO_CONSTANT ? column_of(t, C_B) : at;
}

static int random_truth(tree *t, int depth) {
  switch (random_below(9)) {
    case 0:
    case 1:
    case 2: return random_comparison(t, depth);
    case 3: return random_in(t, depth);
    case 4: return random_match(t, depth);
    case 5: return random_two_dates(t, depth);
    case 6: {
      int a = random_condition(t, depth), b = random_condition(t, depth);
      t->logic = true;
      return random_below(2) ? infix(t, PARLEY_DO_AND, PARLEY_BOOLEAN, " AND ", a, b)
                             : infix(t, PARLEY_DO_OR, PARLEY_BOOLEAN, " OR ", a, b);
    }
    case 7: {
      int x = random_tree(t, PARLEY_BOOLEAN, depth), at = add_node(t, PARLEY_DO_NOT, PARLEY_BOOLEAN, &x, 1);
      say(t, at, "(NOT ");
      say_operand(t, at, x);
      say(t, at, ")");
      return at;
    }
    default: {
      int x = random_tree(t, random_type(), depth), at = add_node(t, PARLEY_DO_IS_NIL, PARLEY_BOOLEAN, &x, 1);
      say(t, at, "(");
      say_operand(t, at, x);
      say(t, at, " IS NULL)");
      return at;
    }
  }
}

static int random_tree(tree *t, parley_type type, int depth) {
  if (depth <= 0 || random_below(5) == 0 || t->count > NODES - 150) return random_leaf(t, type);
  switch (type) {
    case PARLEY_INTEGER: return random_integer(t, depth - 1);
    case PARLEY_NUMBER: return random_number(t, depth - 1);
    case PARLEY_BOOLEAN: return random_truth(t, depth - 1);
    case PARLEY_DATE: return random_date(t, depth - 1);
    default: return random_text(t, depth - 1);
  }
}

static parley_expression expression_of(const tree *t) {
  return (parley_expression){.nodes = t->nodes, .count = t->count, .args = t->args};
}

#endif
