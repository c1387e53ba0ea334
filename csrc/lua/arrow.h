/* Frames and the Arrow C interfaces, in Lua: the method arrow of Frames, and core.from_arrow. */
#ifndef PARLEY_LUA_ARROW_H
#define PARLEY_LUA_ARROW_H

#include <lua.h>

/* Adds from_arrow to the table on the stack top, and arrow to its frame_methods. */
void parley_lua_arrow_functions(lua_State *L);

#endif
