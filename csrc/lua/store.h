/* Stores in Lua: the userdata "parley.Store", opened, closed and limited. */
#ifndef PARLEY_LUA_STORE_H
#define PARLEY_LUA_STORE_H

#include <lua.h>

#include "sqlite/store.h"

/* Pushes a Store on the open connection db, with Parley's SQL functions registered on it, or raises. The host keeps
   db and closes it after the Store is closed; Lua functions defined through the Store are taken off db then. */
void parley_store_handle_push_wrapped(lua_State *L, sqlite3 *db);

/* Adds open to the table on the stack top. */
void parley_store_handle_functions(lua_State *L);

#endif
