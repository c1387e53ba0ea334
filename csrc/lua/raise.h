/* Errors of the C rooms as Lua's: misuse is raised, failures of the world come back as nil, message, code. */
#ifndef PARLEY_LUA_RAISE_H
#define PARLEY_LUA_RAISE_H

#include <lua.h>

#include "base/error.h"

/* Both raise "parley: " and a message, without the position that luaL_error would add: where it was raised is known
   better in Lua, to base/errors. */
int parley_raise(lua_State *L, const parley_error *err);
int parley_refuse(lua_State *L, const char *fmt, ...); /* as lua_pushfstring */

/* Pushes nil, the message and the code: what a function returns when the world refuses. Gives 3. */
int parley_return_failure(lua_State *L, const parley_error *err);

#endif
