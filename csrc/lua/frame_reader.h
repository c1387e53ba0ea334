/* Frames filled record by record: the method `frame` of "parley.Reader". */
#ifndef PARLEY_LUA_FRAME_READER_H
#define PARLEY_LUA_FRAME_READER_H

#include <lua.h>

/* Adds the method to all Readers. */
void parley_lua_frame_reader_functions(lua_State *L);

#endif
