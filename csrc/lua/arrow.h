/* Frames and the Arrow C interfaces, in Lua: the method arrow of Frames, and core.from_arrow. */
#ifndef PARLEY_LUA_ARROW_H
#define PARLEY_LUA_ARROW_H

#include <lua.h>

#include "frame/arrow.h"

/* The options in the table at an index; nil is none. Raises where one is not among them. */
parley_arrow_options parley_lua_arrow_options(lua_State *L, int index);

/* Adds from_arrow to the table on the stack top, and arrow to its frame_methods. */
void parley_lua_arrow_functions(lua_State *L);

#endif
