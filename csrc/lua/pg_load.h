/* Loaders of rows into a server's tables, in Lua: the userdata "parley.PgLoader". */
#ifndef PARLEY_LUA_PG_LOAD_H
#define PARLEY_LUA_PG_LOAD_H

#include <lua.h>

/* Adds loader to the methods of stores on the stack top. */
void parley_lua_pg_load_methods(lua_State *L);

#endif
