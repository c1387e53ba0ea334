/* Rows that refuse to be assigned to. */
#ifndef PARLEY_LUA_ROW_GUARD_H
#define PARLEY_LUA_ROW_GUARD_H

#include <stdbool.h>

#include <lua.h>

/* Whether a row with a column of this name can be guarded: not where it begins as the keys of metamethods do. Such rows
   are plain tables. */
bool parley_lua_row_guard_fits(const char *name);

/* Puts a guarded row in place of the table of its values on the stack top, which has no metatable. */
void parley_lua_row_guard_put(lua_State *L);

/* Adds guard_row, and row_guard, a table whose __newindex parley/base/printed_lists.lua gives, to the table on the
   stack top. */
void parley_lua_row_guard_functions(lua_State *L);

#endif
