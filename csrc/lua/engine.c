/*
** Plans from Lua tables. An expression is a list of nodes { operation, type, operand, … }, where an operand is the
** place of an earlier node; columns and operands count from 1 in Lua, from 0 in C. Everything the tables turn into
** lives in userdata of this call, so that an error at any place leaves nothing behind.
**
** R1  Everything is checked here (places, counts, kinds), so that rooms below may rely on it: tables could come from
**     anybody who has parley.core.
*/
#include "lua/engine.h"

#include <string.h>

#include <lauxlib.h>

#include "engine/plan.h"
#include "lua/table_fields.h"
#include "lua/frame.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/values.h"
#include "value/functions.h"

/* ---- tables to plans ---- */

/* Memory that goes with this call; it stays on the stack, in the list at index `keep`. One element more than asked
   for, so that an empty list has an address. */
static void *kept(lua_State *L, int keep, size_t count, size_t size) {
  void *block = lua_newuserdatauv(L, (count + 1) * size, 0);
  memset(block, 0, (count + 1) * size);
  lua_rawseti(L, keep, (lua_Integer)lua_rawlen(L, keep) + 1);
  return block;
}

static lua_Integer integer_at(lua_State *L, int table, lua_Integer at) {
  lua_rawgeti(L, table, at);
  lua_Integer value = luaL_checkinteger(L, -1);
  lua_pop(L, 1);
  return value;
}

/* The constant in field `value` of the node on the stack top; the text stays alive in that table. Numbers keep being
   integers or not: 1 and 1.0 are constants of two types. */
static parley_value constant_of(lua_State *L) {
  parley_value value;
  lua_getfield(L, -1, "value");
  parley_take_value(L, &value);
  lua_pop(L, 1);
  return value;
}

/* How a comparison of dates compares, by its sign; of other nodes nothing. */
static parley_comparison comparison_of(lua_State *L, int table) {
  size_t length;
  parley_comparison op = PARLEY_COMPARISON_LT;
  lua_getfield(L, table, "op");
  const char *sign = luaL_optlstring(L, -1, NULL, &length);
  if (sign != NULL && !parley_comparison_find(sign, length, &op)) {
    parley_refuse_with(L, "misuse.plan_comparison", "name=%s", sign);
  }
  lua_pop(L, 1);
  return op;
}

/* A text constant is of the node's type; the engine knows of a written type only the number that it is. */
static void settle_constant(lua_State *L, parley_node *node) {
  if (!parley_type_is_written(node->type)) {
    node->constant.type = node->type;
    return;
  }
  if (!parley_value_read(&node->constant, node->type)) {
    parley_refuse_with(L, "bad_value.constant", "value=%s type=%s", node->constant.text, parley_type_name(node->type));
  }
  node->constant.type = parley_type_of_layout(node->layout);
}

/* Reads the node on the stack top; its operands go to args[*used]. An operand stands before its node, which makes
   circles impossible. */
static parley_node node_of(lua_State *L, const parley_frame *frame, int place, int *args, int *used) {
  int table = lua_gettop(L), count = (int)lua_rawlen(L, table) - 2;
  parley_node node = {.operation = (parley_operation)integer_at(L, table, 1), .first = *used, .count = count};
  if ((unsigned)node.operation >= PARLEY_OPERATIONS) {
    parley_refuse_with(L, "misuse.plan_operation", "at=%d", (int)node.operation);
  }
  node.type = parley_lua_type_at(L, table, 1);
  node.layout = parley_layout_of(node.type);
  for (int i = 0; i < count; i++) {
    lua_Integer operand = integer_at(L, table, i + 3);
    if (operand < 1 || operand > place) parley_refuse_with(L, "misuse.plan_operand", "at=%d node=%d", i + 1, place + 1);
    args[(*used)++] = (int)operand - 1;
  }
  node.column = (int)parley_lua_integer_field(L, table, "column", 1) - 1;
  bool is_column = node.operation == PARLEY_DO_COLUMN;
  if (is_column && (node.column < 0 || node.column >= frame->width)) {
    parley_refuse_with(L, "misuse.plan_column", "at=%d", node.column + 1);
  }
  node.op = comparison_of(L, table);
  node.constant = constant_of(L);
  if (node.operation == PARLEY_DO_CONSTANT && node.constant.type == PARLEY_TEXT) settle_constant(L, &node);
  return node;
}

/* Before anything is allocated: one block holds all operands. */
static size_t count_operands(lua_State *L, int list, int count) {
  size_t operands = 0;
  for (int i = 0; i < count; i++) {
    lua_rawgeti(L, list, i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    if (lua_rawlen(L, -1) < 2) parley_refuse_with(L, "misuse.plan_node", "at=%d", i + 1);
    operands += lua_rawlen(L, -1) - 2;
    lua_pop(L, 1);
  }
  return operands;
}

/* The expression in the list of nodes on the stack top. */
static parley_expression expression_of(lua_State *L, const parley_frame *frame, int keep) {
  int list = lua_gettop(L), count = (int)lua_rawlen(L, list), used = 0;
  if (count == 0) parley_refuse(L, "misuse.plan_empty");
  int *args = kept(L, keep, count_operands(L, list, count), sizeof *args);
  parley_node *nodes = kept(L, keep, (size_t)count, sizeof *nodes);
  for (int i = 0; i < count; i++) {
    lua_rawgeti(L, list, i + 1);
    nodes[i] = node_of(L, frame, i, args, &used);
    lua_pop(L, 1);
  }
  return (parley_expression){nodes, count, args};
}

/* The list of expressions in field `name` of the plan; its length in *count. */
static const parley_expression *expressions_of(lua_State *L, const parley_frame *frame, int plan, int keep,
                                               const char *name, int *count) {
  *count = 0;
  if (lua_getfield(L, plan, name) == LUA_TNIL) {
    lua_pop(L, 1);
    return NULL;
  }
  *count = (int)lua_rawlen(L, -1);
  parley_expression *list = kept(L, keep, (size_t)*count, sizeof *list);
  for (int i = 0; i < *count; i++) {
    lua_rawgeti(L, -1, i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    list[i] = expression_of(L, frame, keep);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return list;
}

/* Places of `count` columns below `width` in the list in field `name`. 1 and up in Lua, checked against the width. */
static const int *places_of(lua_State *L, int table, int keep, const char *name, int width, int *count) {
  lua_getfield(L, table, name);
  luaL_checktype(L, -1, LUA_TTABLE);
  *count = (int)lua_rawlen(L, -1);
  int *places = kept(L, keep, (size_t)*count, sizeof *places);
  for (int i = 0; i < *count; i++) {
    places[i] = (int)integer_at(L, lua_gettop(L), i + 1) - 1;
    if (places[i] < 0 || places[i] >= width) parley_refuse_with(L, "misuse.plan_column", "at=%d", places[i] + 1);
  }
  lua_pop(L, 1);
  return places;
}

/* The kind of aggregate on the stack top, by its name. By name in the table of functions, so that no second list of
   names exists. */
static parley_aggregate aggregate_of(lua_State *L) {
  size_t length;
  const char *name = luaL_checklstring(L, -1, &length);
  const parley_function *f = parley_function_find(PARLEY_FUNCTION_AGGREGATE, name, length);
  if (f == NULL) f = parley_function_find(PARLEY_FUNCTION_MEASURE, name, length);
  if (f == NULL) parley_refuse_with(L, "unknown_function.aggregate", "name=%s", name);
  return (parley_aggregate)f->operation;
}

/* The place of a column in field `name` of a measure; -1 where there is none. */
static int measured(lua_State *L, int measure, const char *name, int width, int number) {
  int column = (int)parley_lua_integer_field(L, measure, name, 0) - 1;
  if (column < -1 || column >= width) parley_refuse_with(L, "misuse.plan_measure", "at=%d", number);
  return column;
}

static parley_plan_measure measure_of(lua_State *L, int measure, int width, int number) {
  lua_getfield(L, measure, "kind");
  parley_plan_measure made = {.kind = aggregate_of(L), .column = measured(L, measure, "column", width, number),
                              .other = measured(L, measure, "other", width, number)};
  const parley_function *f = parley_function_of(made.kind);
  if (parley_function_columns(f) != (made.column >= 0) + (made.other >= 0)) {
    parley_refuse_with(L, "misuse.plan_measure", "at=%d", number);
  }
  lua_getfield(L, measure, "p");
  made.p = luaL_optnumber(L, -1, 0);
  lua_getfield(L, measure, "separator");
  made.separator = luaL_optlstring(L, -1, NULL, &made.separator_length); /* stays alive in the table */
  if (parley_function_has(f, "whole") && !(made.p >= 1 && made.p <= INT32_MAX)) {
    parley_refuse_with(L, "bad_argument.measure_rows", "name=%s", f->name);
  }
  return made;
}

/* Pushes the list in a field; gives kept room for its entries and how many there are. NULL and nil: there is none. */
static void *kept_list(lua_State *L, int table, int keep, const char *field, size_t size, int *count) {
  bool there = lua_getfield(L, table, field) != LUA_TNIL;
  *count = there ? (int)lua_rawlen(L, -1) : 0;
  return there ? kept(L, keep, (size_t)*count, size) : NULL;
}

/* Pushes an entry, a table, of the list on the stack top; gives its stack index. */
static int push_entry(lua_State *L, int at) {
  lua_rawgeti(L, -1, at + 1);
  luaL_checktype(L, -1, LUA_TTABLE);
  return lua_gettop(L);
}

static const parley_plan_measure *measures_of(lua_State *L, int table, int keep, int width, int *count) {
  parley_plan_measure *measures = kept_list(L, table, keep, "measures", sizeof *measures, count);
  for (int i = 0; i < *count; i++) {
    int measure = push_entry(L, i);
    measures[i] = measure_of(L, measure, width, i + 1);
    lua_settop(L, measure - 1);
  }
  lua_pop(L, 1);
  return measures;
}

static parley_plan_window window_of(lua_State *L, int window, int width, int number) {
  size_t length;
  lua_getfield(L, window, "kind");
  const char *name = luaL_checklstring(L, -1, &length);
  const parley_function *f = parley_function_find(PARLEY_FUNCTION_WINDOW, name, length);
  if (f == NULL) parley_refuse_with(L, "unknown_function.window", "name=%s", name);
  parley_plan_window made = {.kind = (parley_window_kind)f->operation,
                             .column = measured(L, window, "column", width, number),
                             .n = parley_lua_integer_field(L, window, "n", 1)};
  if ((made.column >= 0) != (parley_function_columns(f) == 1))
    parley_refuse_with(L, "misuse.plan_measure", "at=%d", number);
  if (made.n < 1 || made.n > INT32_MAX) {
    parley_refuse_with(L, "misuse.plan_window", "at=%d count=%d", number, (int)made.n);
  }
  return made;
}

static const parley_plan_window *windows_of(lua_State *L, int table, int keep, int width, int *count) {
  parley_plan_window *windows = kept_list(L, table, keep, "windows", sizeof *windows, count);
  for (int i = 0; i < *count; i++) {
    int window = push_entry(L, i);
    windows[i] = window_of(L, window, width, i + 1);
    lua_settop(L, window - 1);
  }
  lua_pop(L, 1);
  return windows;
}

static const bool *flags_of(lua_State *L, int table, int keep, const char *name, int count) {
  bool *flags = kept(L, keep, (size_t)count, sizeof *flags);
  if (lua_getfield(L, table, name) == LUA_TTABLE) {
    for (int i = 0; i < count; i++) {
      lua_rawgeti(L, -1, i + 1);
      flags[i] = lua_toboolean(L, -1);
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
  return flags;
}

/* Order matters: windows and measures are checked against the columns. */
static parley_plan plan_of(lua_State *L, const parley_frame *frame, int table, int keep) {
  static const char *const kinds[] = {"rows", "groups", "windows", "distinct", NULL};
  parley_plan plan = {0};
  lua_getfield(L, table, "kind");
  plan.kind = (parley_plan_kind)luaL_checkoption(L, -1, "rows", kinds);
  lua_pop(L, 1);
  plan.filters = expressions_of(L, frame, table, keep, "filters", &plan.filter_count);
  plan.columns = expressions_of(L, frame, table, keep, "columns", &plan.width);
  plan.order = expressions_of(L, frame, table, keep, "order", &plan.order_count);
  plan.descending = flags_of(L, table, keep, "descending", plan.order_count);
  plan.measures = measures_of(L, table, keep, plan.width, &plan.measure_count);
  plan.keys = (int)parley_lua_integer_field(L, table, "keys", 0);
  if (plan.keys < 0 || plan.keys > plan.width) {
    parley_refuse_with(L, "misuse.plan_keys", "count=%d width=%d", plan.keys, plan.width);
  }
  plan.carried = (int)parley_lua_integer_field(L, table, "carried", plan.width + 1) - 1;
  if (plan.carried < plan.keys || plan.carried > plan.width)
    parley_refuse_with(L, "misuse.plan_carried", "at=%d", plan.carried);
  plan.windows = windows_of(L, table, keep, plan.carried, &plan.window_count);
  plan.limit = parley_lua_integer_field(L, table, "limit", -1);
  plan.offset = parley_lua_integer_field(L, table, "offset", 0);
  return plan;
}

/* ---- running ---- */

static const parley_frame *check_frame(lua_State *L, int arg) {
  const parley_frame *frame = parley_lua_frame_test(L, arg);
  if (frame == NULL) parley_refuse_with(L, "misuse.plan_frame", "at=%d", arg);
  return frame;
}

/* An empty Frame with the names in field `names` of the table; its columns count from here on with run->memory. The
   run's memory becomes the Frame's own, with what it has taken by now. */
static parley_frame *result_of(lua_State *L, int table, int width, parley_run *run) {
  lua_getfield(L, table, "names");
  luaL_checktype(L, -1, LUA_TTABLE);
  if (lua_rawlen(L, -1) != (size_t)width) {
    parley_refuse_with(L, "misuse.plan_names", "width=%d count=%d", width, (int)lua_rawlen(L, -1));
  }
  parley_frame *out = parley_lua_frame_push_new(L, width, lua_gettop(L), 0, run->memory.limit);
  out->memory.machine = run->memory.machine;
  run->memory = out->memory;
  return out;
}

/* One of the engine's operations, with its plan. */
typedef bool operation(parley_run *run, const void *plan, parley_frame *out, parley_error *err);

/* Runs an operation into a new Frame (result_of). What the run took is the result's; the collector is told. A failed
   Frame is freed at once and not when Lua comes to collect it. */
static int make(lua_State *L, int table, int width, operation *run_plan, const void *plan) {
  parley_error err;
  parley_run run = parley_lua_run_of(L);
  parley_frame *out = result_of(L, table, width, &run);
  bool done = run_plan(&run, plan, out, &err);
  if (!done) parley_frame_free(out);
  if (!done && parley_lua_run_again(L, &err)) {
    run = parley_lua_run_of(L);
    out = result_of(L, table, width, &run);
    done = run_plan(&run, plan, out, &err);
    if (!done) parley_frame_free(out);
  }
  if (!done) return parley_raise(L, &err);
  parley_lua_frame_weigh(L, out);
  return 1;
}

typedef struct plan_of_frame {
  const parley_frame *frame;
  parley_plan plan;
} plan_of_frame;

static bool run_of_frame(parley_run *run, const void *plan, parley_frame *out, parley_error *err) {
  const plan_of_frame *p = plan;
  return parley_plan_run(run, p->frame, &p->plan, out, err);
}

/* column_run(frame, plan) -> Frame. All user-visible checks were made by the binder; what is refused here is a fault
   of the caller's. */
static int column_run(lua_State *L) {
  const parley_frame *frame = check_frame(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_newtable(L);
  plan_of_frame p = {frame, plan_of(L, frame, 2, 3)};
  return make(L, 2, parley_plan_width(&p.plan), run_of_frame, &p);
}

static bool run_joining(parley_run *run, const void *plan, parley_frame *out, parley_error *err) {
  return parley_plan_join(run, plan, out, err);
}

/* column_join(left, right, {kind =, left =, right =, names =, columns =, from_right =}) -> Frame */
static int column_join(lua_State *L) {
  static const char *const kinds[] = {"inner", "left", "semi", "anti", NULL};
  const parley_frame *left = check_frame(L, 1), *right = check_frame(L, 2);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  lua_newtable(L);
  lua_getfield(L, 3, "kind");
  parley_join kind = (parley_join)luaL_checkoption(L, -1, NULL, kinds);
  int keys, right_keys, width, most = left->width > right->width ? left->width : right->width;
  const int *left_places = places_of(L, 3, 4, "left", left->width, &keys);
  const int *right_places = places_of(L, 3, 4, "right", right->width, &right_keys);
  const int *places = places_of(L, 3, 4, "columns", most, &width);
  const bool *from_right = flags_of(L, 3, 4, "from_right", width);
  if (keys != right_keys) return parley_refuse_with(L, "misuse.plan_sides", "left=%d right=%d", keys, right_keys);
  parley_plan_join_column *columns = kept(L, 4, (size_t)width, sizeof *columns);
  for (int i = 0; i < width; i++) {
    columns[i] = (parley_plan_join_column){from_right[i], places[i]};
    if (places[i] >= (from_right[i] ? right : left)->width) {
      return parley_refuse_with(L, "misuse.plan_column", "at=%d", places[i] + 1);
    }
  }
  parley_plan_joining plan = {.kind = kind, .left = left, .right = right, .left_keys = left_places,
                              .right_keys = right_places, .key_count = keys, .columns = columns};
  return make(L, 3, width, run_joining, &plan);
}

/* The places of one column of a stack in each of the Frames, as columns; the list of places is on the stack top. */
static void stacked(lua_State *L, int frames, int count, const parley_column **columns) {
  luaL_checktype(L, -1, LUA_TTABLE);
  for (int i = 0; i < count; i++) {
    lua_rawgeti(L, frames, i + 1);
    const parley_frame *frame = check_frame(L, lua_gettop(L));
    lua_Integer place = integer_at(L, lua_gettop(L) - 1, i + 1);
    if (place < 1 || place > frame->width) parley_refuse_with(L, "misuse.plan_column", "at=%d", (int)place);
    columns[i] = &frame->columns[place - 1];
    if (columns[i]->type != columns[0]->type) parley_refuse(L, "misuse.plan_types");
    lua_pop(L, 1);
  }
}

typedef struct stacking {
  const parley_column **columns;
  int count;
} stacking;

static bool run_stacking(parley_run *run, const void *plan, parley_frame *out, parley_error *err) {
  const stacking *s = plan;
  return parley_plan_stack(run, s->columns, s->count, out, err);
}

/* column_stack({frame, …}, {names =, columns = {{place in each Frame, …}, …}}) -> Frame */
static int column_stack(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_newtable(L);
  int count = (int)lua_rawlen(L, 1);
  if (count == 0) return parley_refuse(L, "misuse.plan_stack");
  lua_getfield(L, 2, "columns");
  luaL_checktype(L, 4, LUA_TTABLE);
  int width = (int)lua_rawlen(L, 4);
  const parley_column **columns = kept(L, 3, (size_t)width * (size_t)count, sizeof *columns);
  for (int i = 0; i < width; i++) {
    lua_rawgeti(L, 4, i + 1);
    stacked(L, 1, count, columns + (size_t)i * (size_t)count);
    lua_pop(L, 1);
  }
  stacking plan = {columns, count};
  return make(L, 2, width, run_stacking, &plan);
}

void parley_lua_engine_functions(lua_State *L) {
  static const luaL_Reg library[] = {
      {"column_run", column_run}, {"column_join", column_join}, {"column_stack", column_stack}, {NULL, NULL}};
  luaL_setfuncs(L, library, 0);
}
