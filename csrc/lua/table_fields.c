/* Fields of tables that Lua code hands over: what is raised here is a fault of our own Lua, not of the user. */
#include "lua/table_fields.h"

#include <lauxlib.h>

lua_Integer parley_lua_integer_field(lua_State *L, int at, const char *field, lua_Integer absent) {
  lua_Integer value = lua_getfield(L, at, field) == LUA_TNIL ? absent : luaL_checkinteger(L, -1);
  lua_pop(L, 1);
  return value;
}

/* Counted before anything is filled, so that one block is allocated for all lists and nothing has to grow or be freed
   when a check in between raises. */
size_t parley_lua_count_items(lua_State *L, int list, const char *field) {
  size_t count = 0;
  for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, list); i++) {
    lua_rawgeti(L, list, i);
    if (lua_getfield(L, -1, field) == LUA_TTABLE) count += lua_rawlen(L, -1);
    lua_pop(L, 2);
  }
  return count;
}

/* Weak in its values: who is in the table is not kept alive by standing there. Made once for each state. */
void parley_lua_make_weak_table(lua_State *L, const char *name) {
  if (!luaL_getsubtable(L, LUA_REGISTRYINDEX, name)) {
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
  }
  lua_pop(L, 1);
}
