/* The door of postgres.so: gives its table of functions to whoever requires parley.postgres. This file is in that
   module alone, and all of it that knows Lua. */
#include <lua.h>

#include "parley.h"
#include "postgres/driver.h"

PARLEY_API int luaopen_parley_postgres(lua_State *L);

int luaopen_parley_postgres(lua_State *L) {
  lua_pushlightuserdata(L, (void *)(uintptr_t)parley_pg_driver_table());
  return 1;
}
