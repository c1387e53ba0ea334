/* Waiting, in a call that can be cancelled meanwhile. */
#ifndef PARLEY_LUA_PAUSE_H
#define PARLEY_LUA_PAUSE_H

#include <lua.h>

/* Adds pause to the table on the stack top. */
void parley_lua_pause_functions(lua_State *L);

#endif
