/* Folders in Lua: what Lua's own library cannot do with them. */
#ifndef PARLEY_LUA_FOLDER_H
#define PARLEY_LUA_FOLDER_H

#include <lua.h>

/* Adds make_folder, list_folder, is_folder and same_file to the table on the stack top. */
void parley_lua_folder_functions(lua_State *L);

#endif
