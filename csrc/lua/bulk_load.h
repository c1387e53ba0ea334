/* Loaders in Lua: the userdata "parley.Loader". */
#ifndef PARLEY_LUA_BULK_LOAD_H
#define PARLEY_LUA_BULK_LOAD_H

#include <lua.h>

/* Adds loader to the table on the stack top. */
void parley_lua_load_functions(lua_State *L);

#endif
