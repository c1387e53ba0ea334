/* Sinks: what takes bytes that are written, a Lua file or a function. */
#ifndef PARLEY_LUA_SINK_H
#define PARLEY_LUA_SINK_H

#include <stddef.h>

#include <lua.h>

/* Raises unless the value at the index is a sink. */
void parley_lua_sink_check(lua_State *L, int index);

/* Hands on bytes; number of values on the stack that say why it failed, or 0. A function may raise. */
int parley_lua_sink_put(lua_State *L, int index, const void *bytes, size_t length);

#endif
