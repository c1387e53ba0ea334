/* Fields of Lua tables that describe work to C, and tables of the registry that keep nothing alive. */
#ifndef PARLEY_LUA_TABLE_FIELDS_H
#define PARLEY_LUA_TABLE_FIELDS_H

#include <lua.h>

/* The integer in a field of the table at `at`; `absent` where it is nil. Raises for another type. */
lua_Integer parley_lua_integer_field(lua_State *L, int at, const char *field, lua_Integer absent);

/* How many items the lists in a field of each table of the list at `list` have together; no list counts none. */
size_t parley_lua_count_items(lua_State *L, int list, const char *field);

/* Makes the table of the registry with this name, whose values may be collected, unless it is there. */
void parley_lua_make_weak_table(lua_State *L, const char *name);

#endif
