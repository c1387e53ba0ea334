/*
** The userdata "parley.PgStore": one connection to a server, and the table of functions that postgres.so hands over
** (postgres/driver.h). Private to the bindings of such stores.
**
** A cursor's userdata keeps its store alive.
*/
#ifndef PARLEY_LUA_PG_HANDLE_H
#define PARLEY_LUA_PG_HANDLE_H

#include <lua.h>
#include <lauxlib.h>

#include "parley.h"
#include "postgres/driver.h"

#define PARLEY_LUA_PG_HANDLE_NAME "parley.PgStore"

typedef struct parley_lua_pg_handle {
  parley_pg_connection connection;
  const parley_pg_driver *driver;
  parley_canceller *canceller; /* of the Lua state, which outlives the store */
  parley_limits host;          /* as they were at open */
} parley_lua_pg_handle;

/* The store at stack index `arg`; the second refuses a closed one. */
parley_lua_pg_handle *parley_lua_pg_handle_check(lua_State *L, int arg);
parley_lua_pg_handle *parley_lua_pg_handle_open(lua_State *L, int arg);

/* Before statements: the run of the call at work. The second, for a further step of a loop over rows. */
void parley_lua_pg_handle_begin(parley_lua_pg_handle *store);
void parley_lua_pg_handle_resume(parley_lua_pg_handle *store);

#endif
