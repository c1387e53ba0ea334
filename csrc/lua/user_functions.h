/* Lua functions in SQL: the method `define` of a Store. */
#ifndef PARLEY_LUA_USER_FUNCTIONS_H
#define PARLEY_LUA_USER_FUNCTIONS_H

#include "lua/store_handle.h"

/* Takes the functions of a store off a connection that stays open. One that a statement of the host's is using cannot
   go: it stays, without an owner. */
void parley_lua_user_functions_remove(parley_store_handle *store, sqlite3 *db);

/* Adds the method to all Stores. */
void parley_lua_user_functions(lua_State *L);

#endif
