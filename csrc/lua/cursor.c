/*
** A statement lives in a cursor, as a Lua value, before anything that can raise happens.
**
** Ownership: the cursor is Lua's, its statement the store's cache's; user value 1 keeps the Store alive as long as the
** cursor is.
*/
#include "lua/cursor.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/frame.h"
#include "lua/raise.h"
#include "lua/row_iterators.h"
#include "lua/sql_values.h"
#include "sqlite/store_state.h"
#include "lua/store_handle.h"
#include "lua/values.h"

enum { ROWS_PER_LOOK = 1024 };

#define CURSOR "parley.Cursor"

struct parley_lua_cursor {
  parley_cursor cursor;
  parley_store_handle *owner;
  int width; /* columns when it was prepared */
  int typed;               /* columns with a type */
  bool started; /* the width is certain */
  bool stepped; /* at least once */
  bool reading;            /* asked for its rows, not for what it does */
  const bool *numeric;     /* of each column, whether a text in it is refused; NULL: nothing is */
  int64_t row;             /* of those that were refused nothing */
  unsigned char types[];   /* of each typed column: the type that values are restored to, or PARLEY_ANY */
};

static parley_lua_cursor *check_cursor(lua_State *L) { return luaL_checkudata(L, 1, CURSOR); }

/* Pushes a cursor that is not live yet, with the types of the list at stack index `types` (0: none). __gc is set
   before the statement is prepared, so that no error leaves one behind. */
static parley_lua_cursor *push_cursor(lua_State *L, parley_store_handle *s, int types) {
  int typed = parley_lua_count_types(L, types);
  parley_lua_cursor *c = lua_newuserdatauv(L, sizeof *c + (size_t)typed, 2);
  memset(c, 0, sizeof *c);
  c->owner = s;
  c->typed = typed;
  parley_lua_begin_cursor(L, CURSOR, types, typed, c->types);
  return c;
}

static parley_type type_at(const parley_lua_cursor *c, int at) {
  return at < c->typed ? (parley_type)c->types[at] : PARLEY_ANY;
}

/* Binds the Lua value on the stack top. Texts are copied by SQLite: the list may change while rows are read. */
static void bind_param(lua_State *L, const parley_lua_cursor *c, int at) {
  parley_error err;
  parley_value value;
  bool taken = parley_take_sql_value(L, &value);
  bool is_nan = taken && value.type == PARLEY_NUMBER && isnan(value.number); /* it would become NULL unseen */
  if (!taken || is_nan) {
    parley_refuse_with(L, is_nan ? "bad_type.sql_nan" : "bad_type.sql_parameter", "at=%d got=%s", at,
                       luaL_typename(L, -1));
  }
  if (!parley_cursor_bind(&c->cursor, at, &value, &err)) parley_raise(L, &err);
}

static void bind_params(lua_State *L, parley_lua_cursor *c, int params) {
  int given = parley_lua_count_params(L, params), wanted = parley_cursor_parameters(&c->cursor);
  if (given != wanted) {
    parley_refuse_with(L, "bad_argument.sql_values", "wanted=%d count=%d", wanted, given);
  }
  for (int at = 1; at <= given; at++) {
    lua_rawgeti(L, params, at);
    bind_param(L, c, at);
    lua_pop(L, 1);
  }
}

/* Pushes a cursor with the statement of argument 2 and the parameters of argument 3, ready to step. Where the names
   of its columns are going to be asked for, the statement has to be a fresh one: a cached one learns of a changed
   schema only when it is stepped. */
static parley_lua_cursor *push_query(lua_State *L, parley_store_handle *s, int types, bool fresh) {
  parley_error err;
  size_t length;
  const char *sql = luaL_checklstring(L, 2, &length);
  luaL_checkstack(L, 8, NULL);
  parley_lua_cursor *c = push_cursor(L, s, types);
  if (!parley_cursor_prepare(&c->cursor, &s->store, sql, length, fresh, &err)) parley_store_handle_raise(L, s, &err);
  c->width = parley_cursor_width(&c->cursor);
  bind_params(L, c, 3);
  return c;
}

/* The same, finished when the calling function returns or raises. For what ends within the call: __close finishes
   it, whatever is raised. */
static parley_lua_cursor *push_closing_query(lua_State *L, parley_store_handle *s, bool fresh) {
  parley_lua_cursor *c = push_query(L, s, 0, fresh);
  lua_toclose(L, -1);
  return c;
}

/* Steps with L as the thread for user functions; false at the end, raises on failure. A call that is cancelled gets no
   further row; a statement that may be part of undoing things is not asked here. */
static bool advance(lua_State *L, parley_lua_cursor *c) {
  parley_error err;
  parley_store_handle *s = c->owner;
  lua_State *outer = (c->stepped ? parley_store_handle_resume : parley_store_handle_begin)(L, s);
  c->stepped = true;
  bool asked = c->reading && atomic_load_explicit(s->store.run.cancelled, memory_order_relaxed);
  bool stopped = asked && parley_run_stopped(&s->store.run, &err);
  parley_cursor_stepped step = stopped ? PARLEY_CURSOR_FAILED : parley_cursor_step(&c->cursor, &err);
  if (stopped) parley_cursor_finish(&c->cursor);
  parley_store_handle_end(s, outer);
  if (step == PARLEY_CURSOR_FAILED) parley_store_handle_raise(L, s, &err);
  return step == PARLEY_CURSOR_ROW;
}

static int cursor_close(lua_State *L) {
  parley_cursor_finish(&check_cursor(L)->cursor);
  return 0;
}

/* ---- iterators ---- */

/* Pushes the names of the statement's columns as a list. */
static void push_names(lua_State *L, const parley_cursor *cursor) {
  int width = parley_cursor_width(cursor);
  lua_createtable(L, width, 0);
  for (int at = 0; at < width; at++) {
    lua_pushstring(L, parley_cursor_column_name(cursor, at));
    lua_rawseti(L, -2, at + 1);
  }
}

/* Pushes the list of names at stack index `names` if it fits the statement; without one, the statement's own. */
static void push_fitting_names(lua_State *L, const parley_lua_cursor *c, int names) {
  if (lua_isnoneornil(L, names)) push_names(L, &c->cursor);
  else parley_lua_push_given_names(L, names, c->width);
}

/* The schema may have changed since the statement was prepared: its columns are certain after the first step. The
   statement is finished before the error is raised. */
static void settle_width(lua_State *L, parley_lua_cursor *c) {
  int width = parley_cursor_width(&c->cursor);
  c->started = true;
  if (width == c->width) return;
  parley_cursor_finish(&c->cursor);
  parley_refuse_with(L, "misuse.table_changed", "count=%d wanted=%d", width, c->width);
}

parley_lua_cursor *parley_lua_cursor_test(lua_State *L, int arg) { return luaL_testudata(L, arg, CURSOR); }

const parley_cursor *parley_lua_cursor_next(lua_State *L, parley_lua_cursor *cursor) {
  return advance(L, cursor) ? &cursor->cursor : NULL;
}

int parley_lua_cursor_types(const parley_lua_cursor *cursor, const unsigned char **types) {
  *types = cursor->types;
  return cursor->typed;
}

/* Pushes the value of a column; refused where a text stands among numbers, which a Frame would all make texts. */
static void push_column(lua_State *L, const parley_lua_cursor *c, int at) {
  parley_value value;
  parley_push_sql_column(L, &c->cursor, at, type_at(c, at));
  if (c->numeric == NULL || !c->numeric[at] || lua_type(L, -1) != LUA_TSTRING) return;
  if (!parley_cursor_value(&c->cursor, at, &value)) parley_raise_no_memory(L);
  parley_refuse_with(L, "bad_type.text_among_numbers", "column=%s row=%lld value=%.*s",
                     parley_cursor_column_name(&c->cursor, at), (long long)c->row, (int)value.length, value.text);
}

/* Takes the list at stack index `numeric`, of the columns that hold numbers as far as anyone knows. It is kept by the
   function that reads the rows, as an upvalue. */
static void take_numeric(lua_State *L, parley_lua_cursor *c, int numeric) {
  if (!lua_istable(L, numeric)) return;
  bool *flags = lua_newuserdatauv(L, (size_t)c->width + 1, 0);
  for (int at = 0; at < c->width; at++) {
    lua_rawgeti(L, numeric, at + 1);
    flags[at] = lua_toboolean(L, -1);
    lua_pop(L, 1);
  }
  lua_setiuservalue(L, -2, 2);
  c->numeric = flags;
}

/* Pushed by parley_lua_push_rows_closure. */
static int rows_next(lua_State *L) {
  parley_lua_cursor *c = lua_touserdata(L, lua_upvalueindex(1));
  if (!advance(L, c)) return 0;
  if (!c->started) settle_width(L, c);
  c->row++;
  lua_createtable(L, 0, c->width);
  for (int at = 0; at < c->width; at++) {
    parley_lua_push_key(L, c->width, at);
    push_column(L, c, at);
    lua_rawset(L, -3);
  }
  return 1;
}

/* rows(sql, params, names, types, numeric) */
static int store_rows(lua_State *L) {
  parley_store_handle *s = parley_store_handle_open(L, 1);
  lua_settop(L, 6);
  parley_lua_cursor *c = push_query(L, s, 5, lua_isnil(L, 4));
  c->reading = true;
  take_numeric(L, c, 6);
  push_fitting_names(L, c, 4);
  parley_lua_push_rows_closure(L, rows_next, 7, c->width);
  return parley_lua_return_iterator(L, 7);
}

/* Upvalues: the cursor, core.null. */
static int each_next(lua_State *L) {
  parley_lua_cursor *c = lua_touserdata(L, lua_upvalueindex(1));
  if (!advance(L, c)) return 0;
  int width = parley_cursor_width(&c->cursor);
  if (width != c->width) c->numeric = NULL; /* another schema than that of the list */
  c->width = width;
  c->row++;
  luaL_checkstack(L, width, NULL);
  for (int at = 0; at < width; at++) push_column(L, c, at);
  return parley_lua_return_values(L, width);
}

/* each(sql, params, types, numeric) */
static int store_each(lua_State *L) {
  parley_store_handle *s = parley_store_handle_open(L, 1);
  lua_settop(L, 5);
  parley_lua_cursor *c = push_query(L, s, 4, false);
  c->reading = true;
  take_numeric(L, c, 5);
  parley_push_null(L);
  lua_pushvalue(L, 6);
  lua_insert(L, -2);
  lua_pushcclosure(L, each_next, 2);
  return parley_lua_return_iterator(L, 6);
}

/* kinds(sql) -> a list: of each column, what it holds: 1 integers, 2 other numbers, 4 texts, 8 bytes, added up; and the
   number of rows. */
static int store_kinds(lua_State *L) {
  parley_store_handle *s = parley_store_handle_open(L, 1);
  lua_settop(L, 2);
  lua_pushnil(L);
  parley_lua_cursor *c = push_closing_query(L, s, true);
  unsigned char *kinds = lua_newuserdatauv(L, (size_t)c->width + 1, 0);
  lua_Integer rows = 0;
  memset(kinds, 0, (size_t)c->width + 1);
  for (c->reading = true; advance(L, c); rows++) parley_cursor_add_kinds(&c->cursor, kinds, c->width);
  lua_createtable(L, c->width, 0);
  for (int at = 0; at < c->width; at++) {
    lua_pushinteger(L, kinds[at]);
    lua_rawseti(L, -2, at + 1);
  }
  lua_pushinteger(L, rows);
  return 2;
}

/* ---- whole statements ---- */

/* exec(sql) */
static int store_exec(lua_State *L) {
  parley_error err;
  parley_store_handle *s = parley_store_handle_open(L, 1);
  size_t length;
  const char *sql = luaL_checklstring(L, 2, &length);
  if (strlen(sql) != length) return parley_refuse(L, "sql.nul_byte");
  lua_State *outer = parley_store_handle_begin(L, s);
  bool done = parley_store_exec(&s->store, sql, &err);
  parley_store_handle_end(s, outer);
  return done ? 0 : parley_store_handle_raise(L, s, &err);
}

/* run(sql, params) -> changes, last_insert_rowid. Steps to the end, so that RETURNING does all of its work. */
static int store_run(lua_State *L) {
  parley_store_handle *s = parley_store_handle_open(L, 1);
  lua_settop(L, 3);
  parley_lua_cursor *c = push_closing_query(L, s, false);
  int64_t before = parley_store_total_changes(&s->store);
  while (advance(L, c)) {}
  lua_pushinteger(L, parley_store_total_changes(&s->store) == before ? 0 : parley_store_changes(&s->store));
  lua_pushinteger(L, parley_store_last_row(&s->store));
  return 2;
}

/* values(sql, params) -> the first row's values, or nothing. Finished at once: an open statement would hold a read
   lock until collected. */
static int store_values(lua_State *L) {
  parley_store_handle *s = parley_store_handle_open(L, 1);
  lua_settop(L, 3);
  parley_lua_cursor *c = push_closing_query(L, s, false);
  if (!advance(L, c)) return 0;
  int width = parley_cursor_width(&c->cursor);
  luaL_checkstack(L, width, NULL);
  for (int at = 0; at < width; at++) parley_push_sql_column(L, &c->cursor, at, PARLEY_ANY);
  parley_cursor_finish(&c->cursor);
  return width;
}

/* frame(sql, params, names, types) -> Frame. The Frame is freed before the error is raised, as it may be large. */
static int store_frame(lua_State *L) {
  parley_error err;
  parley_store_handle *s = parley_store_handle_open(L, 1);
  lua_settop(L, 5);
  parley_lua_cursor *c = push_closing_query(L, s, lua_isnil(L, 4));
  c->reading = true;
  push_fitting_names(L, c, 4);
  parley_frame *frame = parley_lua_frame_push_new(L, c->width, 7, 5, s->store.memory_limit);
  while (advance(L, c)) {
    if (!c->started) settle_width(L, c);
    if (frame->rows % ROWS_PER_LOOK == 0) parley_run_tell(&s->store.run, frame->rows, 0, 0);
    if (!parley_cursor_add_row(&c->cursor, frame, &err)) {
      parley_frame_free(frame);
      return parley_raise(L, &err);
    }
  }
  parley_lua_frame_seal(L, frame);
  return 1;
}

/* columns(sql) -> list of {name =, decltype =, table =, column =}, the last two where it is a table's column */
static int store_columns(lua_State *L) {
  parley_error err;
  parley_store_handle *s = parley_store_handle_open(L, 1);
  size_t length;
  const char *sql = luaL_checklstring(L, 2, &length);
  parley_lua_cursor *c = push_cursor(L, s, 0);
  lua_toclose(L, -1);
  if (!parley_cursor_prepare(&c->cursor, &s->store, sql, length, true, &err)) {
    return parley_store_handle_raise(L, s, &err);
  }
  int width = parley_cursor_width(&c->cursor);
  lua_createtable(L, width, 0);
  for (int at = 0; at < width; at++) {
    lua_createtable(L, 0, 2);
    lua_pushstring(L, parley_cursor_column_name(&c->cursor, at));
    lua_setfield(L, -2, "name");
    lua_pushstring(L, parley_cursor_declared_type(&c->cursor, at));
    lua_setfield(L, -2, "decltype");
    const char *table = NULL, *column = NULL;
    if (parley_cursor_origin(&c->cursor, at, &table, &column)) {
      lua_pushstring(L, table);
      lua_setfield(L, -2, "table");
      lua_pushstring(L, column);
      lua_setfield(L, -2, "column");
    }
    lua_rawseti(L, -2, at + 1);
  }
  return 1;
}

/* ---- library ---- */

static const luaL_Reg methods[] = {{"exec", store_exec},   {"run", store_run},         {"values", store_values},
                                   {"rows", store_rows},   {"each", store_each},       {"frame", store_frame},
                                   {"columns", store_columns}, {"kinds", store_kinds},     {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", cursor_close}, {"__close", cursor_close}, {NULL, NULL}};

void parley_lua_cursor_functions(lua_State *L) {
  if (luaL_newmetatable(L, CURSOR)) luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
  parley_store_handle_add_methods(L, methods);
}
