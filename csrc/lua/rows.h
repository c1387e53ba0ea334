/* Rows and values of a Frame as Lua values: the methods rows, each, all, first, values, and f[i]. */
#ifndef PARLEY_LUA_ROWS_H
#define PARLEY_LUA_ROWS_H

#include <lua.h>

/* Adds the methods to the metatable that parley_lua_frame_functions has put into the table on the stack top. */
void parley_lua_rows_functions(lua_State *L);

#endif
