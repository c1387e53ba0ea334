/*
** The canceller lives in the registry under a name, as limits do: a host's libparley.a and a script's core.so share it.
*/
#include "lua/canceller.h"

#include <string.h>

#include <lauxlib.h>

#define CANCELLER_KEY "parley.canceller"

/* Never freed before the state: hosts keep its address. */
parley_canceller *parley_canceller_find(lua_State *L) {
  luaL_checkstack(L, 3, NULL);
  lua_getfield(L, LUA_REGISTRYINDEX, CANCELLER_KEY);
  parley_canceller *found = lua_touserdata(L, -1);
  lua_pop(L, 1);
  if (found != NULL) return found;
  found = lua_newuserdatauv(L, sizeof *found, 0);
  memset(found, 0, sizeof *found);
  atomic_init(&found->cancelled, false);
  parley_lua_progress_init(&found->telling);
  lua_setfield(L, LUA_REGISTRYINDEX, CANCELLER_KEY);
  return found;
}

parley_canceller *parley_getcanceller(lua_State *L) {
  parley_canceller *found = parley_canceller_find(L);
  found->taken = true;
  return found;
}

bool parley_canceller_is_taken(const parley_canceller *canceller) { return canceller->taken; }

void parley_cancel(parley_canceller *canceller) { atomic_store(&canceller->cancelled, true); }

void parley_setprogress(lua_State *L, parley_progress *progress, void *data) {
  parley_canceller *found = parley_getcanceller(L);
  found->progress = progress;
  found->progress_data = data;
}
