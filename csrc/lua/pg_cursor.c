/*
** A statement is run where it is asked for, so that what is wrong with it is raised at that line; its rows come as the
** loop asks for them.
**
** Parameters are read from Lua into a block that a userdata owns, since reading them may raise; texts stay Lua's, in
** the list that is argument 3 of the call.
*/
#include "lua/pg_cursor.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/frame.h"
#include "lua/pg_handle.h"
#include "lua/raise.h"
#include "lua/row_iterators.h"
#include "lua/values.h"

#define CURSOR "parley.PgCursor"

enum {
  FEW_PARAMETERS = 16,
  ROWS_PER_LOOK = 1024
};

typedef struct pg_cursor {
  parley_pg_cursor cursor;
  parley_lua_pg_handle *owner;
  int width;
  int typed;             /* columns with a type */
  bool stepped;          /* at least once */
  unsigned char types[]; /* of each typed column: the type that values are restored to, or PARLEY_ANY */
} pg_cursor;

/* ---- parameters ---- */

static bool is_null(lua_State *L) {
  parley_push_null(L);
  bool null = lua_rawequal(L, -1, -2);
  lua_pop(L, 1);
  return null;
}

static void take_param(lua_State *L, int at, parley_value *out) {
  bool taken = parley_take_value(L, out) || is_null(L);
  bool is_nan = taken && out->type == PARLEY_NUMBER && isnan(out->number); /* it is no value anywhere else */
  if (!taken || is_nan) {
    parley_refuse_with(L, is_nan ? "bad_type.sql_nan" : "bad_type.sql_parameter", "at=%d got=%s", at,
                       luaL_typename(L, -1));
  }
}

/* Reads the parameters of argument 3 into `few`, or into a userdata that is pushed. */
static const parley_value *take_params(lua_State *L, parley_value few[FEW_PARAMETERS], int *count) {
  *count = parley_lua_count_params(L, 3);
  if (*count < 0 || *count > UINT16_MAX) parley_refuse_with(L, "too_large.parameters", "most=%d", UINT16_MAX);
  parley_value *values = few;
  if (*count > FEW_PARAMETERS) values = lua_newuserdatauv(L, (size_t)*count * sizeof *values, 0);
  for (int at = 1; at <= *count; at++) {
    lua_rawgeti(L, 3, at);
    take_param(L, at, &values[at - 1]);
    lua_pop(L, 1);
  }
  return values;
}

/* ---- cursors ---- */

static pg_cursor *check_cursor(lua_State *L) { return luaL_checkudata(L, 1, CURSOR); }

static int cursor_close(lua_State *L) {
  pg_cursor *c = check_cursor(L);
  if (c->owner != NULL) c->owner->driver->cursor_finish(&c->cursor);
  return 0;
}

/* Pushes a cursor that is not live yet, with the types of the list at stack index `types` (0: none). */
static pg_cursor *push_cursor(lua_State *L, parley_lua_pg_handle *s, int types) {
  int typed = parley_lua_count_types(L, types);
  pg_cursor *c = lua_newuserdatauv(L, sizeof *c + (size_t)typed, 1);
  memset(c, 0, sizeof *c);
  c->owner = s;
  c->typed = typed;
  parley_lua_begin_cursor(L, CURSOR, types, typed, c->types);
  return c;
}

/* Pushes a cursor on the statement of argument 2 with the parameters of argument 3, which has been run. The block of
   parameters, if there is one, goes again. */
static pg_cursor *push_query(lua_State *L, parley_lua_pg_handle *s, int types) {
  parley_error err;
  parley_value few[FEW_PARAMETERS];
  size_t length;
  int count;
  const char *sql = luaL_checklstring(L, 2, &length);
  luaL_checkstack(L, 10, NULL);
  pg_cursor *c = push_cursor(L, s, types);
  int top = lua_gettop(L);
  const parley_value *values = take_params(L, few, &count);
  parley_lua_pg_handle_begin(s);
  if (!s->driver->cursor_open(&c->cursor, &s->connection, sql, length, values, count, &err)) parley_raise(L, &err);
  lua_settop(L, top);
  c->width = c->cursor.statement == NULL ? 0 : c->cursor.statement->width;
  return c;
}

/* The same, finished when the calling function returns or raises. */
static pg_cursor *push_closing_query(lua_State *L, parley_lua_pg_handle *s) {
  pg_cursor *c = push_query(L, s, 0);
  lua_toclose(L, -1);
  return c;
}

/* False at the end, raises on failure. */
static bool advance(lua_State *L, pg_cursor *c) {
  parley_error err;
  if (c->stepped) parley_lua_pg_handle_resume(c->owner);
  c->stepped = true;
  parley_pg_stepped step = c->owner->driver->cursor_step(&c->cursor, &err);
  if (step == PARLEY_PG_FAILED) parley_raise(L, &err);
  return step == PARLEY_PG_ROW;
}

/* Pushes a value of the row, restored to its type. */
static void push_column(lua_State *L, const pg_cursor *c, int at) {
  char room[PARLEY_PG_FIELD_TEXT];
  parley_value value;
  if (!c->owner->driver->cursor_value(&c->cursor, at, room, &value)) parley_refuse(L, "no_server.garbled");
  if (at < c->typed && c->types[at] != PARLEY_ANY) parley_value_restore(&value, (parley_type)c->types[at]);
  parley_push_value(L, &value);
}

/* ---- iterators ---- */

/* Pushes the list of names at stack index `names` if it fits the statement; without one, the statement's own. */
static void push_fitting_names(lua_State *L, const pg_cursor *c, int names) {
  if (!lua_isnoneornil(L, names)) {
    parley_lua_push_given_names(L, names, c->width);
    return;
  }
  lua_createtable(L, c->width, 0);
  for (int at = 0; at < c->width; at++) {
    lua_pushstring(L, c->cursor.statement->columns[at].name);
    lua_rawseti(L, -2, at + 1);
  }
}

/* Pushed by parley_lua_push_rows_closure. */
static int rows_next(lua_State *L) {
  pg_cursor *c = lua_touserdata(L, lua_upvalueindex(1));
  if (!advance(L, c)) return 0;
  lua_createtable(L, 0, c->width);
  for (int at = 0; at < c->width; at++) {
    parley_lua_push_key(L, c->width, at);
    push_column(L, c, at);
    lua_rawset(L, -3);
  }
  return 1;
}

/* rows(sql, params, names, types) */
static int store_rows(lua_State *L) {
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  lua_settop(L, 5);
  pg_cursor *c = push_query(L, s, 5);
  push_fitting_names(L, c, 4);
  parley_lua_push_rows_closure(L, rows_next, 6, c->width);
  return parley_lua_return_iterator(L, 6);
}

/* Upvalues: the cursor, core.null. */
static int each_next(lua_State *L) {
  pg_cursor *c = lua_touserdata(L, lua_upvalueindex(1));
  if (!advance(L, c)) return 0;
  luaL_checkstack(L, c->width, NULL);
  for (int at = 0; at < c->width; at++) push_column(L, c, at);
  return parley_lua_return_values(L, c->width);
}

/* each(sql, params, types) */
static int store_each(lua_State *L) {
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  lua_settop(L, 4);
  push_query(L, s, 4);
  lua_pushvalue(L, 5);
  parley_push_null(L);
  lua_pushcclosure(L, each_next, 2);
  return parley_lua_return_iterator(L, 5);
}

/* ---- whole statements ---- */

/* exec(sql) */
static int store_exec(lua_State *L) {
  parley_error err;
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  size_t length;
  const char *sql = luaL_checklstring(L, 2, &length);
  if (strlen(sql) != length) return parley_refuse(L, "sql.nul_byte");
  parley_lua_pg_handle_begin(s);
  return s->driver->exec(&s->connection, sql, &err) ? 0 : parley_raise(L, &err);
}

/* run(sql, params) -> changes, the first value of the first row it gives (RETURNING), or nil */
static int store_run(lua_State *L) {
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  lua_settop(L, 3);
  pg_cursor *c = push_closing_query(L, s);
  lua_pushnil(L);
  int given = lua_gettop(L);
  for (bool first = true; advance(L, c); first = false) {
    if (!first || c->width == 0) continue;
    push_column(L, c, 0);
    lua_replace(L, given);
  }
  lua_pushinteger(L, c->cursor.changed);
  lua_pushvalue(L, given);
  return 2;
}

/* values(sql, params) -> the first row's values, or nothing */
static int store_values(lua_State *L) {
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  lua_settop(L, 3);
  pg_cursor *c = push_closing_query(L, s);
  if (!advance(L, c)) return 0;
  luaL_checkstack(L, c->width, NULL);
  for (int at = 0; at < c->width; at++) push_column(L, c, at);
  s->driver->cursor_finish(&c->cursor);
  return c->width;
}

/* frame(sql, params, names, types) -> Frame. The Frame is freed before the error is raised, as it may be large. */
static int store_frame(lua_State *L) {
  parley_error err;
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  lua_settop(L, 5);
  pg_cursor *c = push_closing_query(L, s);
  push_fitting_names(L, c, 4);
  parley_frame *frame = parley_lua_frame_push_new(L, c->width, 7, 5, s->connection.memory_limit);
  while (advance(L, c)) {
    if (frame->rows % ROWS_PER_LOOK == 0) parley_run_tell(&s->connection.run, frame->rows, 0, 0);
    if (!s->driver->cursor_add_row(&c->cursor, frame, &err)) {
      parley_frame_free(frame);
      return parley_raise(L, &err);
    }
  }
  parley_lua_frame_seal(L, frame);
  return 1;
}

/* ---- columns ---- */

/* Pushes the values of the first row of a query about two numbers of the catalogue; nothing where there is none. */
static int push_about(lua_State *L, parley_lua_pg_handle *s, const char *sql, int64_t a, int64_t b) {
  parley_error err;
  parley_value values[2] = {{.type = PARLEY_INTEGER, .integer = a}, {.type = PARLEY_INTEGER, .integer = b}};
  int top = lua_gettop(L);
  pg_cursor *c = push_cursor(L, s, 0);
  if (!s->driver->cursor_open(&c->cursor, &s->connection, sql, strlen(sql), values, 2, &err)) parley_raise(L, &err);
  int width = advance(L, c) ? c->cursor.statement->width : 0;
  for (int at = 0; at < width; at++) push_column(L, c, at);
  s->driver->cursor_finish(&c->cursor);
  lua_remove(L, top + 1);
  return width;
}

static void push_origin(lua_State *L, parley_lua_pg_handle *s, const parley_pg_column *column) {
  static const char sql[] = "SELECT c.relname::text, a.attname::text FROM pg_catalog.pg_class c "
                            "JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid WHERE c.oid = $1 AND a.attnum = $2";
  if (column->table == 0 || push_about(L, s, sql, column->table, column->place) != 2) return;
  lua_setfield(L, -3, "column");
  lua_setfield(L, -2, "table");
}

static void push_type(lua_State *L, parley_lua_pg_handle *s, const parley_pg_column *column) {
  const char *name = s->driver->type_name(column->type);
  if (name != NULL) lua_pushstring(L, name);
  else if (push_about(L, s, "SELECT pg_catalog.format_type($1::oid, $2::int)", column->type, -1) != 1) return;
  lua_setfield(L, -2, "decltype");
}

/* A statement that was described, as a value that Lua closes. */
typedef struct described {
  parley_lua_pg_handle *owner;
  parley_pg_statement *statement;
} described;

static int described_close(lua_State *L) {
  described *d = luaL_checkudata(L, 1, "parley.PgDescribed");
  if (d->statement != NULL && d->owner->connection.conn != NULL) {
    d->owner->driver->release(&d->owner->connection, d->statement);
  }
  d->statement = NULL;
  return 0;
}

/* columns(sql) -> list of {name =, decltype =, table =, column =}, the last two where it is a table's column */
static int store_columns(lua_State *L) {
  parley_error err;
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  size_t length;
  const char *sql = luaL_checklstring(L, 2, &length);
  described *d = lua_newuserdatauv(L, sizeof *d, 0);
  *d = (described){s, NULL};
  if (luaL_newmetatable(L, "parley.PgDescribed")) {
    lua_pushcfunction(L, described_close);
    lua_setfield(L, -2, "__close");
  }
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
  parley_lua_pg_handle_begin(s);
  if (!s->driver->describe(&s->connection, sql, length, &d->statement, &err)) return parley_raise(L, &err);
  lua_createtable(L, d->statement->width, 0);
  for (int at = 0; at < d->statement->width; at++) {
    const parley_pg_column *column = &d->statement->columns[at];
    lua_createtable(L, 0, 4);
    lua_pushstring(L, column->name);
    lua_setfield(L, -2, "name");
    push_type(L, s, column);
    push_origin(L, s, column);
    lua_rawseti(L, -2, at + 1);
  }
  return 1;
}

/* ---- the methods ---- */

void parley_lua_pg_cursor_methods(lua_State *L) {
  static const luaL_Reg methods[] = {{"exec", store_exec},       {"run", store_run},   {"values", store_values},
                                     {"rows", store_rows},       {"each", store_each}, {"frame", store_frame},
                                     {"columns", store_columns}, {NULL, NULL}};
  static const luaL_Reg metamethods[] = {{"__gc", cursor_close}, {"__close", cursor_close}, {NULL, NULL}};
  if (luaL_newmetatable(L, CURSOR)) luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
  luaL_setfuncs(L, methods, 0);
}
