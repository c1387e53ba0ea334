/* Which files a script in a box (lua/box.h) may reach: asked wherever a path from Lua is opened or looked at. */
#ifndef PARLEY_LUA_PATH_POLICY_H
#define PARLEY_LUA_PATH_POLICY_H

#include <stdbool.h>

#include <lua.h>

/* Sets the policy of a state inside: the one file of its dataset, and a folder below which regular files may be read;
   NULL: none. And the folder of Parley's own modules, which Parley alone reads. All are copied. */
void parley_lua_path_policy_set(lua_State *L, const char *dataset, const char *read, const char *modules);

/* Whether a path leads to one of Parley's own modules. */
bool parley_lua_path_policy_is_module(lua_State *L, const char *path);

/* Raise where the state is in a box, and the path is not to be read; what writes, or acts on the process, always.
   Nothing is refused in any other state. */
void parley_lua_path_policy_check(lua_State *L, const char *path);
void parley_lua_path_policy_refuse(lua_State *L);

#endif
