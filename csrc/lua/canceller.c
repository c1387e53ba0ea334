/*
** The canceller lives in the registry under a name, as limits do: a host's libparley.a and a script's core.so share it.
*/
#include "lua/canceller.h"

#include <string.h>

#include <lauxlib.h>

#include "base/buffer.h"
#include "lua/raise.h"

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

/* ---- by the state ---- */

/* States whose canceller is taken, for parley_interrupt: nothing in a lua_State may be touched there. An entry is never
   freed, only used again, so that the list can be walked at any moment. */
typedef struct entry {
  _Atomic(lua_State *) L;
  _Atomic(parley_canceller *) canceller;
  struct entry *next;
} entry;

/* One is there without being made: a library that is unloaded with its only state leaves nothing behind. */
static entry first;
static _Atomic(entry *) entries = &first;

static entry *free_entry(lua_State *L) {
  for (entry *e = atomic_load(&entries); e != NULL; e = e->next) {
    lua_State *nobody = NULL;
    if (atomic_compare_exchange_strong(&e->L, &nobody, L)) return e;
  }
  entry *made = parley_alloc(NULL, sizeof *made);
  if (made == NULL) return NULL;
  atomic_init(&made->L, L);
  atomic_init(&made->canceller, NULL);
  made->next = atomic_load(&entries);
  while (!atomic_compare_exchange_weak(&entries, &made->next, made)) {}
  return made;
}

/* When the state is closed. */
static int entry_leave(lua_State *L) {
  entry **mine = lua_touserdata(L, 1);
  if (*mine != NULL) {
    atomic_store(&(*mine)->canceller, NULL);
    atomic_store(&(*mine)->L, NULL);
  }
  *mine = NULL;
  return 0;
}

/* What holds the entry is there before the entry is, so that nothing is lost when memory runs out between. */
static void list(lua_State *L, parley_canceller *canceller) {
  luaL_checkstack(L, 4, NULL);
  entry **mine = lua_newuserdatauv(L, sizeof *mine, 0);
  *mine = NULL;
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, entry_leave);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  lua_setfield(L, LUA_REGISTRYINDEX, CANCELLER_KEY ".entry");
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
  *mine = free_entry(lua_tothread(L, -1));
  lua_pop(L, 1);
  if (*mine == NULL) parley_raise_no_memory(L);
  atomic_store(&(*mine)->canceller, canceller);
}

int parley_interrupt(lua_State *L) {
  for (entry *e = atomic_load(&entries); e != NULL; e = e->next) {
    if (atomic_load(&e->L) != L) continue;
    parley_canceller *canceller = atomic_load(&e->canceller);
    if (canceller != NULL) parley_cancel(canceller);
    return canceller != NULL;
  }
  return 0;
}

/* ---- by itself ---- */

parley_canceller *parley_getcanceller(lua_State *L) {
  parley_canceller *found = parley_canceller_find(L);
  if (!found->taken) list(L, found);
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
