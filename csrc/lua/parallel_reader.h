/* Frames filled from chunks of a CSV file, in threads: the method `columns` of "parley.Reader". */
#ifndef PARLEY_LUA_PARALLEL_READER_H
#define PARLEY_LUA_PARALLEL_READER_H

#include <lua.h>

/* Adds the method to all Readers. */
void parley_lua_parallel_reader_functions(lua_State *L);

#endif
