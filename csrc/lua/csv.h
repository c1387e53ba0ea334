/* CSV in Lua: core.write_csv. */
#ifndef PARLEY_LCSV_H
#define PARLEY_LCSV_H

#include <lua.h>

/* Adds write_csv to the table on the stack top. */
void parley_csv_functions(lua_State *L);

#endif
