/* Statements on PostgreSQL in Lua: the methods of such a store that run SQL, and the cursors behind its iterators. */
#ifndef PARLEY_LUA_PG_CURSOR_H
#define PARLEY_LUA_PG_CURSOR_H

#include <lua.h>

/* Adds the methods to the table on the stack top. */
void parley_lua_pg_cursor_methods(lua_State *L);

#endif
