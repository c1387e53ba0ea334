/*
** A guarded row is an empty table whose metatable is the table of its values: reading a field is a look-up of Lua's own
** without a call, and every assignment finds no such key and comes to __newindex, which is Lua's, as it tells the
** caller's line.
**
** Cost: a second, empty table a row, and three keys more in the table of its values. A stream of rows would be slower
** by half, so its rows are plain tables, which are the caller's own.
*/
#include "lua/row_guard.h"

#include <stdbool.h>
#include <string.h>

#include <lauxlib.h>

#define GUARD "parley.row_guard"

bool parley_lua_row_guard_fits(const char *name) { return strncmp(name, "__", 2) != 0; }

/* Whether the key at a stack index begins as those of metamethods do. */
static bool is_event(lua_State *L, int key) {
  return lua_type(L, key) == LUA_TSTRING && !parley_lua_row_guard_fits(lua_tostring(L, key));
}

/* next over the values alone. */
static int next_value(lua_State *L) {
  lua_settop(L, 2);
  while (lua_next(L, 1) != 0) {
    if (!is_event(L, -2)) return 2;
    lua_pop(L, 1);
  }
  lua_pushnil(L);
  return 1;
}

static int row_pairs(lua_State *L) {
  lua_pushcfunction(L, next_value);
  if (!lua_getmetatable(L, 1)) lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

static bool has_event(lua_State *L, int values) {
  for (lua_pushnil(L); lua_next(L, values) != 0; lua_pop(L, 1)) {
    if (!is_event(L, -2)) continue;
    lua_pop(L, 2);
    return true;
  }
  return false;
}

void parley_lua_row_guard_put(lua_State *L) {
  int values = lua_gettop(L);
  luaL_checkstack(L, 4, NULL);
  lua_pushvalue(L, values);
  lua_setfield(L, values, "__index");
  lua_pushcfunction(L, row_pairs);
  lua_setfield(L, values, "__pairs");
  luaL_getmetatable(L, GUARD);
  lua_getfield(L, -1, "__newindex");
  lua_setfield(L, values, "__newindex");
  lua_createtable(L, 0, 0);
  lua_replace(L, values + 1);
  lua_insert(L, values);
  lua_setmetatable(L, values);
}

/* guard_row(values) -> the row */
static int guard_row(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  if (!has_event(L, 1)) parley_lua_row_guard_put(L);
  return 1;
}

void parley_lua_row_guard_functions(lua_State *L) {
  lua_pushcfunction(L, guard_row);
  lua_setfield(L, -2, "guard_row");
  luaL_newmetatable(L, GUARD);
  lua_setfield(L, -2, "row_guard");
}
