/* CSV in Lua: core.write_csv. */
#ifndef PARLEY_LUA_CSV_H
#define PARLEY_LUA_CSV_H

#include <lua.h>

/* Adds write_csv to the table on the stack top. */
void parley_lua_csv_functions(lua_State *L);

#endif
