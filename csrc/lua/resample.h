/* Draws of units with replacement for Lua: value/resample.h. */
#ifndef PARLEY_LUA_RESAMPLE_H
#define PARLEY_LUA_RESAMPLE_H

#include <lua.h>

/* Adds resampler and draw to the table on the stack top. */
void parley_lua_resample_functions(lua_State *L);

#endif
