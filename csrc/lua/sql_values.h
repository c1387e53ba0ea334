/* Values between Lua and SQL: pushed from results and arguments, taken for parameters and results. */
#ifndef PARLEY_LUA_SQL_VALUES_H
#define PARLEY_LUA_SQL_VALUES_H

#include <stdbool.h>

#include <lua.h>

#include "sqlite/cursor_row.h"

/* Pushes a value of SQL. */
void parley_push_sql_value(lua_State *L, const parley_value *value);

/* Pushes a column of the current row, restored to its type; PARLEY_ANY: as SQL stores it. */
void parley_push_sql_column(lua_State *L, const parley_cursor *cursor, int at, parley_type type);

/* Reads the Lua value on the stack top, whose text stays Lua's; false when it is of a type that SQL does not have. */
bool parley_take_sql_value(lua_State *L, parley_value *out);

#endif
