/* Readers in Lua: the userdata "parley.Reader", which gives the records of a file, a text or a function. */
#ifndef PARLEY_LUA_READER_H
#define PARLEY_LUA_READER_H

#include <lua.h>
#include <lauxlib.h>

#include "text/record_reader.h"

/* The records of the Reader at stack index `arg`, or an error; L is the thread that serves its callback from now on. */
parley_record_reader *parley_lua_reader_check(lua_State *L, int arg);

/* Gives all Readers more methods. */
void parley_lua_reader_add_methods(lua_State *L, const luaL_Reg *more);

/* Adds reader to the table on the stack top. */
void parley_lua_reader_functions(lua_State *L);

#endif
