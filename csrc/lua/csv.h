/* CSV in Lua: core.write_csv and core.csv_line. */
#ifndef PARLEY_LUA_CSV_H
#define PARLEY_LUA_CSV_H

#include <lua.h>

/* Adds write_csv and csv_line to the table on the stack top. */
void parley_lua_csv_functions(lua_State *L);

#endif
