/* Rows of Lua's, and of Frames, into a table of a server. */
#ifndef PARLEY_LUA_PG_COPY_H
#define PARLEY_LUA_PG_COPY_H

#include <lua.h>

/* Adds copy_in to the table on the stack top. */
void parley_lua_pg_copy_methods(lua_State *L);

#endif
