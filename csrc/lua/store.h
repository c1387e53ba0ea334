/* Stores in Lua: the userdata "parley.Store", opened, closed and limited. */
#ifndef PARLEY_LUA_STORE_H
#define PARLEY_LUA_STORE_H

#include <lua.h>
#include <sqlite3.h>

#include "sqlite/store.h"

/* Pushes a Store on the open connection db, with Parley's SQL functions registered on it, or raises. The host keeps
   db and closes it after the Store is closed; Lua functions defined through the Store are taken off db then. */
void parley_store_push_wrapped(lua_State *L, sqlite3 *db);

/* The open store of the Store at stack index `arg`, or an error. */
parley_store *parley_store_check(lua_State *L, int arg);

/* Around statements that another binding steps: between the two, Lua functions inside SQL run on L and nobody closes
   the store. The end takes what the begin gave. */
lua_State *parley_store_begin(lua_State *L, int arg);
void parley_store_end(lua_State *L, int arg, lua_State *outer);

/* Raises the error of a Lua function that SQL has called, else err. */
int parley_store_raise(lua_State *L, int arg, const parley_error *err);

/* Adds open to the table on the stack top. */
void parley_store_functions(lua_State *L);

#endif
