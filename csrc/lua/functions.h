/* The table of functions for Lua. */
#ifndef PARLEY_LUA_FUNCTIONS_H
#define PARLEY_LUA_FUNCTIONS_H

#include <lua.h>

/* Adds `functions` and `function_of` to the table on the stack top. */
void parley_lua_function_table(lua_State *L);

#endif
