/* Statements in Lua: the methods of a Store that run SQL, and the cursors behind its iterators. */
#ifndef PARLEY_LUA_CURSOR_H
#define PARLEY_LUA_CURSOR_H

#include <lua.h>

#include "sqlite/store.h"

/* A cursor as Lua's iterators hold it, or NULL if there is none at stack index `arg`. */
typedef struct parley_lua_cursor parley_lua_cursor;
parley_lua_cursor *parley_lua_cursor_test(lua_State *L, int arg);

/* The cursor on its next row; NULL at the end. Raises on failure. */
const parley_cursor *parley_lua_cursor_next(lua_State *L, parley_lua_cursor *cursor);

/* The types that values of its first columns are restored to, PARLEY_ANY where they are not, and how many those columns
   are. */
int parley_lua_cursor_types(const parley_lua_cursor *cursor, const unsigned char **types);

/* Adds the methods to all Stores. */
void parley_lua_cursor_functions(lua_State *L);

#endif
