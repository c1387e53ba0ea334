/* Methods of readers that look at the top of a text. */
#ifndef PARLEY_LUA_LOOK_AHEAD_H
#define PARLEY_LUA_LOOK_AHEAD_H

#include <lua.h>

void parley_lua_look_ahead_functions(lua_State *L);

#endif
