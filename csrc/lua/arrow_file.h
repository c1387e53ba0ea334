/* Arrow files in Lua: core.write_arrow. */
#ifndef PARLEY_LUA_ARROW_FILE_H
#define PARLEY_LUA_ARROW_FILE_H

#include <lua.h>

/* Adds write_arrow to the table on the stack top. */
void parley_lua_arrow_file_functions(lua_State *L);

#endif
