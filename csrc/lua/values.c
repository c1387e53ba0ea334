/* core.null lives in the registry, so that every loading of the module has the same one. */
#include "lua/values.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/raise.h"

#define NULL_KEY "parley.null"

void parley_push_null(lua_State *L) { lua_getfield(L, LUA_REGISTRYINDEX, NULL_KEY); }

parley_type parley_lua_type_at(lua_State *L, int types, int at) {
  if (types == 0 || lua_isnoneornil(L, types)) return PARLEY_ANY;
  luaL_checktype(L, types, LUA_TTABLE);
  if (lua_rawgeti(L, types, at + 1) == LUA_TNIL) {
    lua_pop(L, 1);
    return PARLEY_ANY;
  }
  const char *name = lua_tostring(L, -1);
  for (int type = PARLEY_ANY; name != NULL && type <= PARLEY_TEXT; type++) {
    if (strcmp(name, parley_type_name((parley_type)type)) != 0) continue;
    lua_pop(L, 1);
    return (parley_type)type;
  }
  name = luaL_tolstring(L, -1, NULL);
  parley_refuse_as(L, PARLEY_ERROR_BAD_TYPE,
                   "unknown column type '%s'; one of integer, number, boolean, text, date, any", name);
  return PARLEY_ANY;
}

static int null_tostring(lua_State *L) {
  lua_pushliteral(L, "null");
  return 1;
}

static void push_new_null(lua_State *L) {
  if (lua_getfield(L, LUA_REGISTRYINDEX, NULL_KEY) != LUA_TNIL) return;
  lua_pop(L, 1);
  lua_newuserdatauv(L, 0, 0);
  luaL_newmetatable(L, "parley.Null");
  lua_pushliteral(L, NULL_KEY);
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, null_tostring);
  lua_setfield(L, -2, "__tostring");
  lua_setmetatable(L, -2);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, NULL_KEY);
}

void parley_lua_value_functions(lua_State *L) {
  push_new_null(L);
  lua_setfield(L, -2, "null");
}
