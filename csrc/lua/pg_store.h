/* Stores on PostgreSQL in Lua: opened, closed and limited, with the methods of "parley.Store". */
#ifndef PARLEY_LUA_PG_STORE_H
#define PARLEY_LUA_PG_STORE_H

#include <lua.h>

/* Adds open_postgres to the table on the stack top. */
void parley_lua_pg_store_functions(lua_State *L);

#endif
