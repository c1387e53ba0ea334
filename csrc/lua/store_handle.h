/*
** The userdata "parley.Store": one connection, and what calls between Lua and SQLite need. Private to the bindings of
** stores: store (opening, closing, limits), cursor (statements), user_functions (Lua functions in SQL).
**
** A store's userdata is what keeps its user functions alive (user value 1), a cursor's keeps the store alive.
*/
#ifndef PARLEY_LUA_STORE_HANDLE_H
#define PARLEY_LUA_STORE_HANDLE_H

#include <lua.h>
#include <lauxlib.h>

#include "parley.h"
#include "sqlite/store.h"

#define PARLEY_STORE_HANDLE_NAME "parley.Store"

/* User values of a store. */
enum { PARLEY_STORE_HANDLE_USER_FUNCTIONS = 1, PARLEY_STORE_HANDLE_RAISED = 2 };

typedef struct parley_user_function parley_user_function;

typedef struct parley_store_handle {
  parley_store store;
  parley_canceller *canceller; /* of the Lua state, which outlives the store */
  lua_State *running;   /* the Lua thread that is calling SQLite now, or NULL */
  bool raised;          /* a user function failed; its error is in user value PARLEY_STORE_HANDLE_RAISED */
  parley_user_function *functions; /* registered on the connection */
  parley_limits host;   /* as they were at open */
  int attachable;       /* databases that could be attached before a read-only host's script came */
} parley_store_handle;

/* Pushes a closed store. */
parley_store_handle *parley_store_handle_push(lua_State *L);

/* The store at stack index `arg`; the second refuses a closed one. */
parley_store_handle *parley_store_handle_check(lua_State *L, int arg);
parley_store_handle *parley_store_handle_open(lua_State *L, int arg);

/* Pushes the userdata of a store known by its address. Nothing here allocates, so nothing here raises. */
void parley_store_handle_find(lua_State *L, const parley_store_handle *store);

/* Around calls of SQLite: between the two, Lua functions inside SQL run on L, and the run is that of the call at work.
   The end takes what the begin gave. */
lua_State *parley_store_handle_begin(lua_State *L, parley_store_handle *store);

/* The same for a further step of a loop over rows: what was cancelled since the last one was the loop. */
lua_State *parley_store_handle_resume(lua_State *L, parley_store_handle *store);
void parley_store_handle_end(parley_store_handle *store, lua_State *outer);

/* Raises the error of a user function if there is one, else err. */
int parley_store_handle_raise(lua_State *L, parley_store_handle *store, const parley_error *err);

/* ---- for bindings that step statements of their own ---- */

/* The open store of the Store at stack index `arg`, or an error. */
parley_store *parley_store_handle_store_at(lua_State *L, int arg);

/* Around statements that another binding steps: between the two, Lua functions inside SQL run on L and nobody closes
   the store. The end takes what the begin gave. */
lua_State *parley_store_handle_begin_at(lua_State *L, int arg);
void parley_store_handle_end_at(lua_State *L, int arg, lua_State *outer);

/* Raises the error of a Lua function that SQL has called, else err. */
int parley_store_handle_raise_at(lua_State *L, int arg, const parley_error *err);

/* Gives all stores these methods. */
void parley_store_handle_add_methods(lua_State *L, const luaL_Reg *more);

/* Makes the metatable, once a Lua state: it may be asked again while stores of the first loading are in use. */
void parley_store_handle_register(lua_State *L);

#endif
