#include "lua/row_iterators.h"

#include <limits.h>

#include <lauxlib.h>

#include "lua/raise.h"
#include "lua/values.h"

int parley_lua_count_params(lua_State *L, int params) {
  if (lua_isnoneornil(L, params)) return 0;
  luaL_checktype(L, params, LUA_TTABLE);
  lua_getfield(L, params, "n");
  lua_Integer n = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : (lua_Integer)lua_rawlen(L, params);
  lua_pop(L, 1);
  return n < 0 || n > INT_MAX ? -1 : (int)n;
}

int parley_lua_count_types(lua_State *L, int types) {
  return types != 0 && lua_istable(L, types) ? (int)lua_rawlen(L, types) : 0;
}

void parley_lua_begin_cursor(lua_State *L, const char *metatable, int types, int count, unsigned char *out) {
  luaL_setmetatable(L, metatable);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  for (int at = 0; at < count; at++) {
    parley_type type = parley_lua_type_at(L, types, at);
    out[at] = parley_type_is_restored(type) ? (unsigned char)type : PARLEY_ANY;
  }
}

void parley_lua_push_given_names(lua_State *L, int names, int width) {
  luaL_checktype(L, names, LUA_TTABLE);
  int count = (int)lua_rawlen(L, names);
  if (count != width) parley_refuse_with(L, "misuse.query_names", "wanted=%d count=%d", width, count);
  lua_pushvalue(L, names);
}

void parley_lua_push_rows_closure(lua_State *L, lua_CFunction next, int cursor, int width) {
  int keys = width <= PARLEY_LUA_MOST_KEYS ? width : 0, names = lua_gettop(L);
  luaL_checkstack(L, keys + 8, NULL);
  lua_pushvalue(L, cursor);
  lua_pushvalue(L, names);
  for (int at = 1; at <= keys; at++) lua_rawgeti(L, names, at);
  lua_pushcclosure(L, next, 2 + keys);
  lua_remove(L, names);
}

int parley_lua_return_values(lua_State *L, int width) {
  if (width > 0 && lua_isnil(L, -width)) {
    lua_pushvalue(L, lua_upvalueindex(2));
    lua_replace(L, -width - 1);
  }
  return width;
}

int parley_lua_return_iterator(lua_State *L, int cursor) {
  lua_pushnil(L);
  lua_pushnil(L);
  lua_pushvalue(L, cursor);
  return 4;
}
