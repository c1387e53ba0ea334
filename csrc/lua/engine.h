/* The column engine in Lua: functions of core that run plans over Frames. */
#ifndef PARLEY_LUA_ENGINE_H
#define PARLEY_LUA_ENGINE_H

#include <lua.h>

/* Adds column_run and column_join to the table on the stack top. */
void parley_lua_engine_functions(lua_State *L);

#endif
