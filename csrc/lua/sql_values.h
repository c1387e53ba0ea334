/* Values between Lua and SQLite: pushed from results and arguments, bound to parameters. */
#ifndef PARLEY_LUA_SQL_VALUES_H
#define PARLEY_LUA_SQL_VALUES_H

#include <stdbool.h>

#include <lua.h>
#include <sqlite3.h>

/* Pushes a value of SQL. */
void parley_push_sql_value(lua_State *L, sqlite3_value *value);

/* Pushes a column of the current row; of a `boolean` one 0 and 1 are false and true. */
void parley_push_sql_column(lua_State *L, sqlite3_stmt *stmt, int at, bool boolean);

/* Binds the Lua value on the stack top; SQLITE_MISMATCH when SQL has no such value. */
int parley_bind_sql_value(lua_State *L, sqlite3_stmt *stmt, int at);

#endif
