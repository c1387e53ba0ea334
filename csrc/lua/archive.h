/* Archives and the sheets in them in Lua: core.new_archive. */
#ifndef PARLEY_LUA_ARCHIVE_H
#define PARLEY_LUA_ARCHIVE_H

#include <lua.h>

/* Adds new_archive to the table on the stack top. */
void parley_lua_archive_functions(lua_State *L);

#endif
