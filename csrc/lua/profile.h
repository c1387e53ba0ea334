/* Profiles of files in Lua: the method `profile` of "parley.Reader". */
#ifndef PARLEY_LUA_PROFILE_H
#define PARLEY_LUA_PROFILE_H

#include <lua.h>

/* Adds the method to all Readers. */
void parley_lua_profile_functions(lua_State *L);

#endif
