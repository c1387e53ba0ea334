/* Frames filled record by record: the method `frame` of "parley.Reader". */
#ifndef PARLEY_LUA_FILL_H
#define PARLEY_LUA_FILL_H

#include <lua.h>

/* Adds the method to all Readers. */
void parley_lua_fill_functions(lua_State *L);

#endif
