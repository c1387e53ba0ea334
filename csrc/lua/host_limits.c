/*
** Limits live in the registry of the Lua state they bind, under a name rather than an address: a host may have
** linked libparley.a while its scripts load the core.so of an installed Parley, and both must see the same limits.
*/
#include "lua/host_limits.h"

#include <lauxlib.h>

#include "lua/raise.h"

#define LIMITS_KEY "parley.limits"

/* Copied: the host's struct need not last. */
void parley_setlimits(lua_State *L, const parley_limits *limits) {
  luaL_checkstack(L, 3, NULL);
  if (limits == NULL) {
    lua_pushnil(L);
  } else {
    parley_limits *copy = lua_newuserdatauv(L, sizeof *copy, 0);
    *copy = *limits;
  }
  lua_setfield(L, LUA_REGISTRYINDEX, LIMITS_KEY);
}

/* Read each time, so that a host may change limits between calls. */
parley_limits parley_limits_get(lua_State *L) {
  parley_limits limits = {0, 0, 0};
  lua_getfield(L, LUA_REGISTRYINDEX, LIMITS_KEY);
  const parley_limits *set = lua_touserdata(L, -1);
  if (set != NULL) limits = *set;
  lua_pop(L, 1);
  return limits;
}

/* limits() -> { time_ms =, memory =, read_only = }: what the host asked for, for the Lua side */
static int core_limits(lua_State *L) {
  parley_limits limits = parley_limits_get(L);
  lua_createtable(L, 0, 3);
  lua_pushinteger(L, (lua_Integer)limits.time_ms);
  lua_setfield(L, -2, "time_ms");
  lua_pushinteger(L, (lua_Integer)limits.memory);
  lua_setfield(L, -2, "memory");
  lua_pushboolean(L, limits.read_only);
  lua_setfield(L, -2, "read_only");
  return 1;
}

lua_Integer parley_limits_field(lua_State *L, int options, const char *field, lua_Integer host) {
  lua_getfield(L, options, field);
  lua_Integer asked = luaL_optinteger(L, -1, 0);
  lua_pop(L, 1);
  if (asked < 0 || asked >= (lua_Integer)1 << 40) {
    return parley_refuse_with(L, "bad_argument.store_limit", "name=%s count=%lld", field, (long long)asked);
  }
  if (host == 0) return asked;
  return asked == 0 || asked > host ? host : asked;
}

void parley_limits_functions(lua_State *L) {
  static const luaL_Reg library[] = {{"limits", core_limits}, {NULL, NULL}};
  luaL_setfuncs(L, library, 0);
}
