/*
** Values from one Lua state into another. The one that is read may not be in protected mode, so it is read by calls
** that cannot raise: no metamethod, no conversion of a number into a string.
*/
#include "lua/box.h"

#include <lauxlib.h>

/* Tables nest no deeper: the recursion is in C. */
enum { MOST_NESTED = 100 };

static bool copy_value(lua_State *from, int index, lua_State *to, int memo, int depth);

/* `memo` finds the copy of a table that was met before, by its address. */
static bool copy_table(lua_State *from, int index, lua_State *to, int memo, int depth) {
  const void *address = lua_topointer(from, index);
  if (lua_rawgetp(to, memo, address) == LUA_TTABLE) return true;
  lua_pop(to, 1);
  if (depth == MOST_NESTED || !lua_checkstack(from, 4)) return false;
  lua_newtable(to);
  lua_pushvalue(to, -1);
  lua_rawsetp(to, memo, address);
  for (lua_pushnil(from); lua_next(from, index) != 0; lua_pop(from, 1)) {
    int value = lua_gettop(from);
    if (!copy_value(from, value - 1, to, memo, depth + 1)) {
      lua_pop(from, 2);
      lua_pop(to, 1);
      return false;
    }
    if (!copy_value(from, value, to, memo, depth + 1)) {
      lua_pop(from, 2);
      lua_pop(to, 2);
      return false;
    }
    lua_rawset(to, -3);
  }
  return true;
}

static bool copy_value(lua_State *from, int index, lua_State *to, int memo, int depth) {
  size_t length;
  const char *text;
  luaL_checkstack(to, 6, NULL);
  switch (lua_type(from, index)) {
    case LUA_TNIL: lua_pushnil(to); return true;
    case LUA_TBOOLEAN: lua_pushboolean(to, lua_toboolean(from, index)); return true;
    case LUA_TNUMBER:
      if (lua_isinteger(from, index)) lua_pushinteger(to, lua_tointeger(from, index));
      else lua_pushnumber(to, lua_tonumber(from, index));
      return true;
    case LUA_TSTRING:
      text = lua_tolstring(from, index, &length);
      lua_pushlstring(to, text, length);
      return true;
    case LUA_TTABLE: return copy_table(from, index, to, memo, depth);
    default: return false;
  }
}

bool parley_lua_box_copy(lua_State *from, int index, lua_State *to) {
  int top = lua_gettop(to);
  luaL_checkstack(to, 2, NULL);
  lua_newtable(to);
  bool copied = copy_value(from, lua_absindex(from, index), to, top + 1, 0);
  if (copied) lua_replace(to, top + 1);
  lua_settop(to, copied ? top + 1 : top);
  return copied;
}
