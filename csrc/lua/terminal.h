/* Terminals: whether a descriptor is one, and its size. */
#ifndef PARLEY_LUA_TERMINAL_H
#define PARLEY_LUA_TERMINAL_H

#include <lua.h>

/* Adds is_terminal and terminal_size to the table on the stack top. */
void parley_lua_terminal_functions(lua_State *L);

#endif
