/*
** Expressions of the column engine against SQLite: random trees over columns of every type are written as nodes and as
** SQL, and must give the same values, missing ones and errors among them; at some of the rows, in any order, the same
** as at all; with tables per entry and without. Then filters, what an error says, and failing allocations.
*/
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <time.h>

#define PARLEY_TEST_ALLOC
#include "base/buffer.c"

#include "check.h"
#include "engine/expr/expr.h"
#include "frame/packing.h"
#include "sqlite/functions.h"
#include "sqlite/number_printer.h"
#include "sqlite/open_store.h"
#include "value/scalar_semantics.h"

enum { ROWS = 257, COPIES = 300, NODES = 400, ARGS = 800 };

/* ---- data ---- */

enum { C_I, C_J, C_X, C_Y, C_B, C_T, C_S, C_U, C_D, C_E, C_TD, C_N, WIDTH };

static const char *const names[WIDTH] = {"i", "j", "x", "y", "b", "t", "s", "u", "d", "e", "td", "n"};
static const parley_type types[WIDTH] = {PARLEY_INTEGER, PARLEY_INTEGER, PARLEY_NUMBER, PARLEY_NUMBER, PARLEY_BOOLEAN,
                                         PARLEY_TEXT,    PARLEY_TEXT,    PARLEY_TEXT,   PARLEY_DATE,   PARLEY_DATE,
                                         PARLEY_TEXT,    PARLEY_TEXT};

static const int64_t integers[] = {0, 1, -1, 2, 7, -7, 100, INT64_MAX, INT64_MIN, INT64_C(1) << 53,
                                   (INT64_C(1) << 53) + 1, INT64_MIN + 1, 3037000500};
static const double numbers[] = {0, -0.0, 0.5, -0.5, 2.5, -2.5, 1e300, -1e300, 9007199254740992.0,
                                 9223372036854775808.0, 0.1, 2.675, 1.005, 123456.789, 1e-9, INFINITY, -INFINITY,
                                 4503599627370495.5, 7, -7};
static const char *const texts[] = {"", "a", "A", "b", "open", "Closed", "50%_", "  padded\t", "\xC2\xA0nbsp\xC2\xA0",
                                    "\xC4\xB0stanbul", "istanbul", "ISTANBUL and \xC3\x89t\xC3\xA9",
                                    "caf\xC3\xA9", "cafe", "\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2",
                                    "stray \xA9 byte", "a_b", "aab", "ceasefire talks",
                                    "a long text about a ceasefire that was signed in Istanbul and later forgotten"};
static const char *const dates[] = {"2025-06-02", "2025-06", "2025", "../2025-06-01", "2025-05-16/..",
                                    "2025-06-02?", "2024-02-29", "202X", "2025-03/2025-07", "-0044-03-15",
                                    "2025-23", "/2024", "2024-12-30"};

#define COUNT(array) ((unsigned)(sizeof(array) / sizeof(*(array))))

typedef struct data {
  parley_frame frame;
  sqlite3 *db;
} data;

static bool add_value(parley_frame *frame, int at, int row, parley_error *err) {
  char text[80];
  switch (at) {
    case C_I: return parley_frame_add_integer(frame, at, integers[random_below(COUNT(integers))], err);
    case C_J: return parley_frame_add_integer(frame, at, (int64_t)random_below(40) - 12, err);
    case C_X: return parley_frame_add_number(frame, at, numbers[random_below(COUNT(numbers))], err);
    case C_Y: return parley_frame_add_number(frame, at, (double)random_below(1000) / 8 - 40, err);
    case C_B: return parley_frame_add_boolean(frame, at, random_below(2), err);
    case C_U: snprintf(text, sizeof text, "%s %d", texts[random_below(COUNT(texts))], row); break;
    case C_D:
    case C_E:
    case C_TD: snprintf(text, sizeof text, "%s", dates[random_below(COUNT(dates))]); break;
    default: snprintf(text, sizeof text, "%s", texts[random_below(COUNT(texts))]);
  }
  return parley_frame_add_text(frame, at, text, strlen(text), err);
}

/* The last row is missing altogether; C_J, C_Y and C_S miss nothing else, C_N everything. */
static bool is_missing(int at, int row) {
  if (row == ROWS - 1 || at == C_N) return true;
  return at != C_J && at != C_Y && at != C_S && random_below(6) == 0;
}

/* The rows again and again, `copies` times. */
static void make_frame(parley_frame *frame, const parley_frame *of, int copies) {
  parley_error err;
  *frame = (parley_frame){0};
  CHECK(parley_frame_create(frame, WIDTH, 0, &err));
  for (int at = 0; at < WIDTH; at++) CHECK(parley_frame_name(frame, at, names[at], strlen(names[at]), types[at], &err));
  for (int row = 0; row < ROWS * copies; row++) {
    for (int at = 0; at < WIDTH; at++) {
      parley_value value = of == NULL ? (parley_value){.type = is_missing(at, row) ? PARLEY_ANY : types[at]}
                                      : parley_column_get(&of->columns[at], row % ROWS);
      bool done = value.type == PARLEY_ANY       ? parley_frame_add_null(frame, at, &err)
                  : of == NULL                   ? add_value(frame, at, row, &err)
                  : value.type == PARLEY_INTEGER ? parley_frame_add_integer(frame, at, value.integer, &err)
                  : value.type == PARLEY_NUMBER  ? parley_frame_add_number(frame, at, value.number, &err)
                  : value.type == PARLEY_BOOLEAN ? parley_frame_add_boolean(frame, at, value.integer, &err)
                                                 : parley_frame_add_text(frame, at, value.text, value.length, &err);
      CHECK(done);
    }
  }
  CHECK(parley_frame_finish(frame, &err));
}

static void bind(sqlite3_stmt *stmt, int at, parley_value value) {
  switch (value.type) {
    case PARLEY_ANY: sqlite3_bind_null(stmt, at); break;
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN: sqlite3_bind_int64(stmt, at, value.integer); break;
    case PARLEY_NUMBER: sqlite3_bind_double(stmt, at, value.number); break;
    default: sqlite3_bind_text(stmt, at, value.text, (int)value.length, SQLITE_STATIC);
  }
}

static void make_data(data *d) {
  sqlite3_stmt *stmt;
  make_frame(&d->frame, NULL, 1);
  static parley_store store; /* the functions ask its run */
  CHECK(sqlite3_open(":memory:", &d->db) == SQLITE_OK && parley_store_adopt(&store, d->db, NULL) &&
        parley_sqlite_register(&store, NULL));
  parley_sqlite_number_printer_install();
  CHECK(sqlite3_exec(d->db, "CREATE TABLE data(i,j,x,y,b,t,s,u,d,e,td,n)", NULL, NULL, NULL) == SQLITE_OK);
  CHECK(sqlite3_prepare_v2(d->db, "INSERT INTO data VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", -1, &stmt, NULL) == SQLITE_OK);
  for (int row = 0; row < ROWS; row++) {
    for (int at = 0; at < WIDTH; at++) bind(stmt, at + 1, parley_column_get(&d->frame.columns[at], row));
    CHECK(sqlite3_step(stmt) == SQLITE_DONE);
    sqlite3_reset(stmt);
  }
  sqlite3_finalize(stmt);
}

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
  *node = (parley_node){.operation = operation, .type = type, .first = t->arg_count, .count = count};
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
      return call(t, PARLEY_DO_ROUND, PARLEY_NUMBER, "round", args, 1 + (int)random_below(2));
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

/* A date is compared by its first day. */
static void say_comparable(tree *t, int to, int at) {
  if (t->nodes[at].type == PARLEY_DATE) say(t, to, "edtf_start(");
  say_operand(t, to, at);
  if (t->nodes[at].type == PARLEY_DATE) say(t, to, ")");
}

static parley_type random_type(void) { return PARLEY_INTEGER + random_below(5); }

static int random_comparison(tree *t, int depth) {
  static const char *const signs[] = {" = ", " != ", " < ", " <= ", " > ", " >= "};
  parley_type type = random_type(), other = type;
  if (type == PARLEY_INTEGER || type == PARLEY_NUMBER) other = random_below(2) ? PARLEY_INTEGER : PARLEY_NUMBER;
  int args[2] = {random_tree(t, type, depth), random_tree(t, other, depth)};
  unsigned way = random_below(6);
  int at = add_node(t, PARLEY_DO_EQUAL + way, PARLEY_BOOLEAN, args, 2);
  say(t, at, "(");
  say_comparable(t, at, args[0]);
  say(t, at, signs[way]);
  say_comparable(t, at, args[1]);
  say(t, at, ")");
  return at;
}

static int random_in(tree *t, int depth) {
  int args[40], count = random_below(3) == 0 ? 12 + (int)random_below(20) : 2 + (int)random_below(4);
  parley_type type = random_type();
  args[0] = random_tree(t, type, depth);
  for (int k = 1; k < count; k++) {
    parley_type item = type == PARLEY_INTEGER && random_below(3) == 0 ? PARLEY_NUMBER : type;
    args[k] = random_below(12) == 0 ? constant(t, (parley_value){.type = PARLEY_ANY}) : random_leaf(t, item);
  }
  t->logic = true;
  int at = add_node(t, PARLEY_DO_IN, PARLEY_BOOLEAN, args, count);
  say(t, at, "(");
  say_comparable(t, at, args[0]);
  for (int k = 1; k < count; k++) {
    say(t, at, k == 1 ? " IN (" : ", ");
    if (k == 1) say(t, at, "+"); /* no affinity */
    say_comparable(t, at, args[k]);
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

/* ---- comparing ---- */

static bool same_value(parley_value value, sqlite3_value *expected, bool about) {
  int type = sqlite3_value_type(expected);
  switch (value.type) {
    case PARLEY_ANY: return type == SQLITE_NULL;
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN: return type == SQLITE_INTEGER && sqlite3_value_int64(expected) == value.integer;
    case PARLEY_NUMBER: {
      double number = sqlite3_value_double(expected);
      if (about && fabs(number - value.number) <= fabs(number) * 1e-14) return true;
      return (type == SQLITE_FLOAT || type == SQLITE_INTEGER) && number <= value.number && number >= value.number;
    }
    default:
      return type != SQLITE_NULL && (size_t)sqlite3_value_bytes(expected) == value.length &&
             memcmp(sqlite3_value_text(expected), value.text, value.length) == 0;
  }
}

static void show_value(growing *t, parley_value value) {
  if (value.type == PARLEY_ANY) text_say(t, "nil");
  else if (value.type == PARLEY_NUMBER) text_say(t, "%.17g", value.number);
  else if (value.type == PARLEY_INTEGER || value.type == PARLEY_BOOLEAN) text_say(t, "%lld", (long long)value.integer);
  else text_say(t, "'%.*s'", (int)value.length, value.text);
}

static bool same_values(parley_value a, parley_value b) {
  if (a.type != b.type) return false;
  bool textual = a.type == PARLEY_TEXT || a.type == PARLEY_DATE;
  if (textual) return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
  return a.integer == b.integer && memcmp(&a.number, &b.number, sizeof a.number) == 0;
}

static void complain(const char *what, const char *sql, int row, parley_value value, const char *expected) {
  growing shown = {0};
  show_value(&shown, value);
  checks.done++;
  if (checks.failed++ < 20) printf("%s: %.1500s\n  row %d: %s, not %s\n", what, sql, row, shown.bytes, expected);
  free(shown.bytes);
}

/* A sealed column says the truth about itself. */
static void check_column(const parley_column *column, int64_t rows) {
  int64_t missing = 0, low = INT64_MAX, high = INT64_MIN;
  CHECK(column->length == rows);
  for (int64_t row = 0; row < rows; row++) {
    parley_value value = parley_column_get(column, row);
    missing += value.type == PARLEY_ANY;
    if (value.type != PARLEY_INTEGER) continue;
    low = value.integer < low ? value.integer : low;
    high = value.integer > high ? value.integer : high;
  }
  CHECK(column->nulls == missing && (column->validity.data != NULL) == (missing > 0));
  CHECK(column->type != PARLEY_INTEGER || (column->low == low && column->high == high));
  CHECK(column->dictionary.index == NULL);
  for (int32_t k = 0; column->type == PARLEY_DATE && k < column->dictionary.entries; k++) {
    parley_edtf date;
    size_t length;
    const char *text = parley_dictionary_text(&column->dictionary, k, &length);
    const int32_t *days = parley_dictionary_days(&column->dictionary, k);
    CHECK(parley_edtf_parse(text, length, &date, NULL) && days[0] == date.first && days[1] == date.last);
  }
}

/* SQLite's answer, row by row. */
static void check_against_sqlite(const data *d, const tree *t, const parley_column *column, bool done,
                                 const parley_error *err) {
  growing sql = {0};
  sqlite3_stmt *stmt;
  int root = t->count - 1, row = 0, status;
  text_add(&sql, "SELECT ", 7);
  if (is_sum(&t->nodes[root])) text_add(&sql, "exact", 5);
  text_add(&sql, raw(t, root), strlen(raw(t, root)));
  text_add(&sql, " FROM data ORDER BY rowid", 25);
  if (sqlite3_prepare_v2(d->db, sql.bytes, -1, &stmt, NULL) != SQLITE_OK) {
    printf("%s\n  %s\n", sqlite3_errmsg(d->db), sql.bytes);
    exit(1);
  }
  while ((status = sqlite3_step(stmt)) == SQLITE_ROW) {
    parley_value value = done ? parley_column_get(column, row) : (parley_value){0};
    if (done && !same_value(value, sqlite3_column_value(stmt, 0), t->rounds)) {
      const char *expected = (const char *)sqlite3_column_text(stmt, 0);
      complain("value", sql.bytes, row, value, expected != NULL ? expected : "nil");
      break;
    }
    row++;
  }
  if (status == SQLITE_DONE && !done) complain("needless error", sql.bytes, row, (parley_value){0}, err->message);
  if (status == SQLITE_ERROR && done && !t->logic) {
    complain("no error", sql.bytes, row, (parley_value){0}, sqlite3_errmsg(d->db));
  }
  checks.done++;
  sqlite3_finalize(stmt);
  free(sql.bytes);
}

/* ---- some of the rows ---- */

static parley_run make_run(int threads) { return (parley_run){.threads = threads}; }

static void random_rows(parley_run *run, parley_rows *rows, int64_t count, int64_t of, bool gaps) {
  parley_error err;
  CHECK(parley_rows_make(run, rows, count, &err));
  for (int64_t k = 0; k < count; k++) {
    rows->row[k] = gaps && random_below(9) == 0 ? -1 : (int32_t)random_below((unsigned)of);
  }
}

/* The values at these rows of many copies are those of the first copy. */
static void check_rows(const char *what, parley_run *run, const parley_frame *frame, const tree *t, parley_rows *rows,
                       const parley_column *expected) {
  parley_error err;
  parley_column column = {0};
  parley_expression e = expression_of(t);
  if (parley_expr_compute(run, frame, rows, &e, &column, &err)) {
    check_column(&column, rows->count);
    for (int64_t k = 0; k < rows->count; k++) {
      int64_t row = rows->row != NULL ? rows->row[k] : k;
      parley_value value = parley_column_get(&column, k);
      parley_value other = parley_column_get(expected, row < 0 ? ROWS - 1 : row % ROWS);
      if (same_values(value, other)) continue;
      complain(what, raw(t, t->count - 1), (int)k, value, "as at all rows");
      break;
    }
  } else {
    complain(what, raw(t, t->count - 1), -1, (parley_value){0}, err.message);
  }
  parley_column_free(&run->memory, &column);
}

/* A condition keeps the rows for which it is true. */
static void check_filter(parley_run *run, const parley_frame *frame, const tree *t, parley_rows *rows,
                         const parley_column *expected) {
  parley_error err;
  parley_rows left = {.count = rows->count};
  parley_expression e = expression_of(t);
  if (rows->row != NULL) {
    CHECK(parley_rows_make(run, &left, rows->count, &err));
    memcpy(left.row, rows->row, (size_t)rows->count * sizeof(int32_t));
  }
  bool done = parley_expr_filter(run, frame, &e, &left, &err);
  if (!done) complain("filter", raw(t, t->count - 1), -1, (parley_value){0}, err.message);
  int64_t at = 0;
  for (int64_t k = 0; done && k < rows->count; k++) {
    int64_t row = rows->row != NULL ? rows->row[k] : k;
    parley_value value = parley_column_get(expected, row < 0 ? ROWS - 1 : row % ROWS);
    if (value.type == PARLEY_ANY || value.integer == 0) continue;
    if (at >= left.count || (left.row != NULL ? left.row[at] : at) != row) {
      complain("filter", raw(t, t->count - 1), (int)k, value, "left out");
      break;
    }
    at++;
  }
  if (done) CHECK(at == left.count);
  parley_rows_free(run, &left);
}

static void check_tree(const data *d, const parley_frame *many, const tree *t) {
  parley_error err;
  parley_run run = make_run(1);
  parley_column column = {0};
  parley_rows all = {.count = ROWS};
  parley_expression e = expression_of(t);
  bool done = parley_expr_compute(&run, &d->frame, &all, &e, &column, &err);
  if (done) check_column(&column, ROWS);
  check_against_sqlite(d, t, &column, done, &err);
  if (done) {
    parley_run two = make_run(2);
    parley_rows some, few, lots = {.count = many->rows};
    random_rows(&two, &some, 1500, many->rows, true);
    random_rows(&two, &few, 5, many->rows, false);
    check_rows("few rows", &two, many, t, &few, &column);
    check_rows("some rows", &two, many, t, &some, &column);
    if (random_below(8) == 0) check_rows("many rows", &two, many, t, &lots, &column);
    if (column.type == PARLEY_BOOLEAN) {
      check_filter(&two, many, t, &few, &column);
      check_filter(&two, many, t, &some, &column);
      check_filter(&two, &d->frame, t, &all, &column);
      if (random_below(8) == 0) check_filter(&two, many, t, &lots, &column);
    }
    parley_rows_free(&two, &few);
    parley_rows_free(&two, &some);
    CHECK(two.memory.bytes == 0);
  }
  parley_column_free(&run.memory, &column);
  CHECK(run.memory.bytes == 0);
}

static void check_random(const data *d, const parley_frame *many, int trees) {
  tree *t = calloc(1, sizeof *t);
  for (int k = 0; t != NULL && k < trees; k++) {
    t->count = t->arg_count = 0;
    t->logic = t->rounds = false;
    random_tree(t, random_below(3) == 0 ? PARLEY_BOOLEAN : random_type(), 1 + (int)random_below(4));
    check_tree(d, many, t);
  }
  for (int k = 0; k < NODES; k++) free(t->pieces[k].bytes);
  free(t);
}

/* ---- errors ---- */

static void check_error(const data *d, parley_error_code code, const char *expected, const tree *t) {
  parley_error err = {0};
  parley_run run = make_run(2);
  parley_column column = {0};
  parley_rows all = {.count = ROWS};
  parley_expression e = expression_of(t);
  CHECK(!parley_expr_compute(&run, &d->frame, &all, &e, &column, &err) && err.code == code);
  CHECK_TEXT(expected, err.message);
  CHECK(run.memory.bytes == 0 && column.values.data == NULL && column.dictionary.offsets.data == NULL);
}

static void check_errors(const data *d) {
  static char pattern[PARLEY_TEXT_LIKE_LIMIT + 2];
  static tree t;
  memset(pattern, 'a', sizeof pattern - 1);
  infix(&t, PARLEY_DO_MULTIPLY, PARLEY_INTEGER, " * ", column_of(&t, C_I), integer_constant(&t, 3));
  check_error(d, PARLEY_ERROR_OVERFLOW, "integer overflow: a result does not fit 64 bits", &t);
  t.count = t.arg_count = 0;
  call_one(&t, PARLEY_DO_ABS, PARLEY_INTEGER, "abs", column_of(&t, C_I));
  check_error(d, PARLEY_ERROR_OVERFLOW, "integer overflow", &t);
  t.count = t.arg_count = 0;
  call_two(&t, PARLEY_DO_LIKE, PARLEY_BOOLEAN, "", column_of(&t, C_T), constant(&t, text_value(PARLEY_TEXT, pattern)));
  check_error(d, PARLEY_ERROR_BAD_PATTERN, "a pattern for like is at most 50000 bytes long", &t);
  t.count = t.arg_count = 0;
  parley_error err;
  parley_edtf date;
  parley_value first = parley_column_get(&d->frame.columns[C_S], 0);
  CHECK(!parley_edtf_parse(first.text, first.length, &date, &err));
  call_one(&t, PARLEY_DO_YEAR, PARLEY_INTEGER, "", column_of(&t, C_S));
  check_error(d, PARLEY_ERROR_BAD_DATE, err.message, &t);
  for (int k = 0; k < NODES; k++) free(t.pieces[k].bytes);
}

/* An entry that no chosen row has may be no date. */
static void check_unused_entries(const data *d) {
  static tree t;
  parley_error err;
  parley_run run = make_run(2);
  parley_rows rows, none;
  parley_column column = {0};
  call_one(&t, PARLEY_DO_YEAR, PARLEY_INTEGER, "", column_of(&t, C_S));
  parley_expression e = expression_of(&t);
  CHECK(parley_rows_make(&run, &rows, 600, &err) && parley_rows_make(&run, &none, 0, &err));
  for (int k = 0; k < 600; k++) rows.row[k] = ROWS - 1; /* missing */
  CHECK(parley_expr_compute(&run, &d->frame, &rows, &e, &column, &err) && column.nulls == 600);
  parley_column_free(&run.memory, &column);
  CHECK(parley_expr_compute(&run, &d->frame, &none, &e, &column, &err) && column.length == 0);
  parley_column_free(&run.memory, &column);
  parley_rows_free(&run, &rows);
  parley_rows_free(&run, &none);
  CHECK(run.memory.bytes == 0);
  for (int k = 0; k < NODES; k++) free(t.pieces[k].bytes);
}

/* ---- a limit of memory, for each expression somewhere on its way ---- */

static bool try_with(const parley_frame *frame, const tree *t, size_t limit, int threads, parley_error *err) {
  parley_run run = {.memory = {.limit = limit}, .threads = threads};
  parley_rows all = {.count = frame->rows}, left = {.count = frame->rows};
  parley_column column = {0};
  parley_expression e = expression_of(t);
  bool done = parley_expr_compute(&run, frame, &all, &e, &column, err);
  if (done && column.type == PARLEY_BOOLEAN) done = parley_expr_filter(&run, frame, &e, &left, err);
  parley_column_free(&run.memory, &column);
  parley_rows_free(&run, &left);
  CHECK(run.memory.bytes == 0);
  return done;
}

/* The n-th allocation fails, for every n, until none does. */
static void fail_each(const parley_frame *frame, const tree *t) {
  parley_error err = {0};
  parley_alloc_countdown = 0;
  if (!try_with(frame, t, 0, 1, &err)) return;
  for (long at = 1;; at++) {
    parley_alloc_countdown = at;
    bool done = try_with(frame, t, 0, 1, &err), failed = parley_alloc_countdown == 0;
    parley_alloc_countdown = 0;
    CHECK(done != failed);
    if (!done) CHECK(err.code == PARLEY_ERROR_OUT_OF_MEMORY);
    if (done || !failed) return;
  }
}

static void check_memory(const data *d, const parley_frame *many, int trees) {
  tree *t = calloc(1, sizeof *t);
  parley_error err = {0};
  for (int k = 0; t != NULL && k < trees; k++) {
    t->count = t->arg_count = 0;
    random_tree(t, random_type(), 3);
    if (!try_with(many, t, 1000 + random_below(3000000), 2, &err)) {
      CHECK(err.code == PARLEY_ERROR_LIMIT || err.code == PARLEY_ERROR_OVERFLOW);
    }
    fail_each(&d->frame, t);
  }
  for (int k = 0; k < NODES; k++) free(t->pieces[k].bytes);
  free(t);
}

/* ---- texts that hardly repeat ---- */

enum { UNIQUE = 90000 };

static void make_unique(parley_frame *frame) {
  parley_error err;
  char text[40];
  CHECK(parley_frame_create(frame, 2, 0, &err) && parley_frame_name(frame, 0, "u", 1, PARLEY_TEXT, &err));
  CHECK(parley_frame_name(frame, 1, "d", 1, PARLEY_DATE, &err));
  for (int row = 0; row < UNIQUE; row++) {
    snprintf(text, sizeof text, "Text %d of %s", row, row % 1000 == 7 ? "Geneva" : "Istanbul");
    CHECK(row % 11 == 3 ? parley_frame_add_null(frame, 0, &err)
                        : parley_frame_add_text(frame, 0, text, strlen(text), &err));
    parley_day_text(row - 20000, text);
    CHECK(row % 13 == 5 ? parley_frame_add_null(frame, 1, &err)
                        : parley_frame_add_text(frame, 1, text, strlen(text), &err));
  }
  CHECK(parley_frame_finish(frame, &err));
}

static void check_texts(const parley_frame *frame, const tree *t, bool dated) {
  parley_error err;
  parley_run run = make_run(2);
  parley_rows rows = {.count = UNIQUE};
  parley_column column = {0};
  parley_expression e = expression_of(t);
  char text[40];
  if (!CHECK(parley_expr_compute(&run, frame, &rows, &e, &column, &err))) return;
  check_column(&column, UNIQUE);
  CHECK(!column.dictionary.distinct && column.dictionary.entries > UNIQUE / 2);
  for (int row = 0; row < UNIQUE; row++) {
    parley_value value = parley_column_get(&column, row);
    if (dated) parley_day_text(row - 20000, text);
    else snprintf(text, sizeof text, "TEXT %d OF %s", row, row % 1000 == 7 ? "GENEVA" : "ISTANBUL");
    if (row % (dated ? 13 : 11) == (dated ? 5 : 3)) CHECK(value.type == PARLEY_ANY);
    else CHECK(value.length == strlen(text) && memcmp(value.text, text, value.length) == 0);
  }
  parley_column_free(&run.memory, &column);
  CHECK(run.memory.bytes == 0);
}

static void check_unique(void) {
  static tree t;
  parley_frame frame = {0};
  parley_error err;
  parley_run run = make_run(2);
  parley_rows rows = {.count = UNIQUE};
  make_unique(&frame);
  call_one(&t, PARLEY_DO_UPPER, PARLEY_TEXT, "", column_of(&t, 0));
  t.nodes[0].type = PARLEY_TEXT;
  check_texts(&frame, &t, false);
  t.count = t.arg_count = 0;
  call_one(&t, PARLEY_DO_STOP, PARLEY_DATE, "", column_of(&t, 1));
  t.nodes[0].type = PARLEY_DATE;
  check_texts(&frame, &t, true);
  t.count = t.arg_count = 0;
  call_two(&t, PARLEY_DO_LIKE, PARLEY_BOOLEAN, "", column_of(&t, 0), constant(&t, text_value(PARLEY_TEXT, "%Geneva%")));
  t.nodes[0].type = PARLEY_TEXT;
  parley_expression e = expression_of(&t);
  CHECK(parley_expr_filter(&run, &frame, &e, &rows, &err));
  int64_t expected = 0;
  for (int row = 7; row < UNIQUE; row += 1000) {
    if (row % 11 != 3) CHECK(expected < rows.count && rows.row[expected++] == row);
  }
  CHECK(rows.count == expected);
  parley_rows_free(&run, &rows);
  parley_frame_free(&frame);
  CHECK(run.memory.bytes == 0);
  for (int k = 0; k < NODES; k++) free(t.pieces[k].bytes);
}

/* A host that cancels the second time it hears of progress. */
typedef struct patience {
  int asked;
  atomic_bool cancelled;
} patience;

static void lose_patience(void *host) {
  patience *p = host;
  if (++p->asked > 1) atomic_store(&p->cancelled, true);
}

static void check_stop(const parley_frame *many) {
  static tree t;
  parley_error err = {0};
  patience host = {0};
  parley_run run = {.threads = 1, .cancelled = &host.cancelled, .progress = lose_patience, .progress_data = &host};
  parley_rows rows = {.count = many->rows};
  parley_column column = {0};
  call_one(&t, PARLEY_DO_UPPER, PARLEY_TEXT, "", column_of(&t, C_U));
  parley_expression e = expression_of(&t);
  CHECK(!parley_expr_compute(&run, many, &rows, &e, &column, &err) && err.code == PARLEY_ERROR_CANCELLED);
  CHECK_TEXT("cancelled", err.message);
  CHECK(run.memory.bytes == 0);
  for (int k = 0; k < NODES; k++) free(t.pieces[k].bytes);
}

int main(int count, char **arguments) {
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  int trees = count > 2 ? atoi(arguments[2]) : checks.once ? 40 : 3000;
  if (count > 3) random_state ^= (uint64_t)atoi(arguments[3]) * UINT64_C(0x2545F4914F6CDD1D);
  data d = {0};
  parley_frame many;
  make_data(&d);
  make_frame(&many, &d.frame, COPIES);
  check_errors(&d);
  check_unused_entries(&d);
  check_stop(&many);
  if (!checks.once) check_unique();
  check_random(&d, &many, trees);
  check_memory(&d, &many, checks.once ? 5 : trees / 20);
  parley_frame_free(&many);
  parley_frame_free(&d.frame);
  sqlite3_close(d.db);
  return check_result("column_expr_host");
}
