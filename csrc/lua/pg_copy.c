/* A copy is a value that Lua closes: whatever the loop over rows raises, nothing of it stays, and the connection can be
   used again. */
#include "lua/pg_copy.h"

#include <string.h>

#include <lauxlib.h>

#include "frame/packing.h"
#include "lua/frame.h"
#include "lua/pg_handle.h"
#include "lua/raise.h"
#include "lua/values.h"

#define COPY "parley.PgCopy"

typedef struct pg_copy {
  parley_pg_copy copy;
  const parley_pg_driver *driver;
  parley_value values[]; /* of a row */
} pg_copy;

/* Stack indexes of the call copy_in(store, into, types, rows, state, control): behind them the copy. */
enum { INTO = 2, TYPES = 3, ROWS = 4, STATE = 5, CONTROL = 6, THE_COPY = 7 };

static int copy_close(lua_State *L) {
  pg_copy *c = luaL_checkudata(L, 1, COPY);
  c->driver->copy_abandon(&c->copy);
  return 0;
}

static pg_copy *push_copy(lua_State *L, const parley_lua_pg_handle *s, int width) {
  pg_copy *c = lua_newuserdatauv(L, sizeof *c + (size_t)width * sizeof *c->values, 0);
  memset(c, 0, sizeof *c);
  c->driver = s->driver;
  if (luaL_newmetatable(L, COPY)) {
    lua_pushcfunction(L, copy_close);
    lua_setfield(L, -2, "__close");
    lua_pushcfunction(L, copy_close);
    lua_setfield(L, -2, "__gc");
  }
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
  return c;
}

/* Makes a value one that a column of the layout takes in binary; false where it is none. */
static bool fit(parley_value *value, parley_layout wanted) {
  parley_layout layout = parley_layout_of(value->type);
  if (layout == PARLEY_LAYOUT_NONE || layout == wanted) return true;
  if (parley_layout_is_coded(layout)) return parley_layout_is_coded(wanted);
  if (wanted == PARLEY_LAYOUT_NUMBER && layout == PARLEY_LAYOUT_INTEGER) {
    *value = (parley_value){.type = PARLEY_NUMBER, .number = (double)value->integer};
    return true;
  }
  bool truth = layout == PARLEY_LAYOUT_INTEGER && (value->integer == 0 || value->integer == 1);
  if (wanted != PARLEY_LAYOUT_TRUTH || !truth) return false;
  value->type = PARLEY_BOOLEAN;
  return true;
}

static void refuse(lua_State *L, const pg_copy *c, int at, const char *got) {
  const char *wanted = parley_type_name(parley_lua_type_at(L, TYPES, at));
  parley_refuse_with(L, "bad_type.copied", "row=%lld at=%d wanted=%s got=%s", (long long)c->copy.rows + 1, at + 1,
                     wanted, got);
}

static void add_row(lua_State *L, pg_copy *c) {
  parley_error err;
  if (!c->driver->copy_row(&c->copy, c->values, &err)) parley_raise(L, &err);
}

/* The values of the last call of the iterator, which stand from `first` on. Texts stay Lua's until the row is added. */
static void add_called_row(lua_State *L, pg_copy *c, int first, const unsigned char *layouts) {
  for (int at = 0; at < c->copy.width; at++) {
    lua_pushvalue(L, first + at);
    bool taken = parley_take_value(L, &c->values[at]);
    if (!taken) {
      parley_push_null(L);
      taken = lua_rawequal(L, -1, -2);
      lua_pop(L, 1);
    }
    if (!taken || !fit(&c->values[at], (parley_layout)layouts[at])) refuse(L, c, at, luaL_typename(L, -1));
    lua_pop(L, 1);
  }
  add_row(L, c);
}

/* As a generic for calls it: the first value is the control, and its end is nil. */
static void add_called(lua_State *L, pg_copy *c, const unsigned char *layouts) {
  int top = lua_gettop(L), width = c->copy.width > 0 ? c->copy.width : 1;
  luaL_checkstack(L, width + 10, NULL);
  for (;;) {
    lua_pushvalue(L, ROWS);
    lua_pushvalue(L, STATE);
    lua_pushvalue(L, CONTROL);
    lua_call(L, 2, width);
    if (lua_isnil(L, top + 1)) break;
    add_called_row(L, c, top + 1, layouts);
    lua_pushvalue(L, top + 1);
    lua_replace(L, CONTROL);
    lua_settop(L, top);
  }
  lua_settop(L, top);
}

static void add_frame(lua_State *L, pg_copy *c, const parley_frame *frame, const unsigned char *layouts) {
  if (frame->width != c->copy.width) {
    parley_refuse_with(L, "misuse.query_names", "wanted=%d count=%d", frame->width, c->copy.width);
  }
  for (int64_t row = 0; row < frame->rows; row++) {
    for (int at = 0; at < frame->width; at++) {
      c->values[at] = parley_column_get(&frame->columns[at], row);
      if (!fit(&c->values[at], (parley_layout)layouts[at])) refuse(L, c, at, parley_type_name(c->values[at].type));
    }
    add_row(L, c);
  }
}

/* copy_in(into, types, rows [, state, control]) -> how many rows. `into` names a table and its columns, as SQL:
   "t (a, b)"; `rows` is a Frame, or an iterator as a generic for takes it, which may not ask this store. */
static int store_copy_in(lua_State *L) {
  parley_error err;
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  const char *into = luaL_checkstring(L, INTO);
  luaL_checktype(L, TYPES, LUA_TTABLE);
  lua_settop(L, CONTROL);
  const parley_frame *frame = parley_lua_frame_test(L, ROWS);
  int width = (int)lua_rawlen(L, TYPES);
  pg_copy *c = push_copy(L, s, width);
  unsigned char *layouts = lua_newuserdatauv(L, (size_t)width + 1, 0);
  for (int at = 0; at < width; at++) layouts[at] = (unsigned char)parley_layout_of(parley_lua_type_at(L, TYPES, at));
  const char *sql = lua_pushfstring(L, "COPY %s FROM STDIN (FORMAT binary)", into);
  parley_lua_pg_handle_begin(s);
  if (!c->driver->copy_open(&c->copy, &s->connection, sql, width, &err)) return parley_raise(L, &err);
  if (frame != NULL) add_frame(L, c, frame, layouts);
  else add_called(L, c, layouts);
  int64_t rows = c->copy.rows;
  if (!c->driver->copy_end(&c->copy, &err)) return parley_raise(L, &err);
  lua_pushinteger(L, rows);
  return 1;
}

void parley_lua_pg_copy_methods(lua_State *L) {
  lua_pushcfunction(L, store_copy_in);
  lua_setfield(L, -2, "copy_in");
}
