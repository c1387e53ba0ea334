/* A weak table in the registry finds a store's userdata by its address, for functions that SQLite calls back. */
#include "lua/store_handle.h"

#include <string.h>

#include "lua/canceller.h"
#include "lua/table_fields.h"
#include "lua/host_limits.h"
#include "lua/interrupt.h"
#include "lua/public_call.h"
#include "lua/raise.h"

/* Registry: weak table from the address of a store to its userdata. */
#define STORES "parley.stores"

/* Limits are taken at opening: they stay as they were for this store. */
parley_store_handle *parley_store_handle_push(lua_State *L) {
  parley_store_handle *s = lua_newuserdatauv(L, sizeof *s, 2);
  memset(s, 0, sizeof *s);
  luaL_setmetatable(L, PARLEY_STORE_HANDLE_NAME);
  lua_newtable(L);
  lua_setiuservalue(L, -2, PARLEY_STORE_HANDLE_USER_FUNCTIONS);
  lua_getfield(L, LUA_REGISTRYINDEX, STORES);
  lua_pushvalue(L, -2);
  lua_rawsetp(L, -2, s);
  lua_pop(L, 1);
  s->host = parley_limits_get(L);
  s->canceller = parley_canceller_find(L);
  return s;
}

parley_store_handle *parley_store_handle_check(lua_State *L, int arg) {
  return luaL_checkudata(L, arg, PARLEY_STORE_HANDLE_NAME);
}

parley_store_handle *parley_store_handle_open(lua_State *L, int arg) {
  parley_store_handle *s = parley_store_handle_check(L, arg);
  if (s->store.db == NULL) parley_refuse(L, "closed.store");
  return s;
}

void parley_store_handle_find(lua_State *L, const parley_store_handle *s) {
  lua_getfield(L, LUA_REGISTRYINDEX, STORES);
  lua_rawgetp(L, -1, s);
  lua_remove(L, -2);
}

/* Outside of any call, each statement has a time of its own. */
static parley_run run_of(const parley_store_handle *s) {
  bool called = parley_lua_run_has_call(s->canceller);
  return parley_lua_run_within(s->canceller, called ? s->store.time_limit : 0);
}

/* The run stays as it was at the beginning, but for time that an iterator's statement has for itself. `running`
   nests: a function that SQLite calls may step another statement. */
lua_State *parley_store_handle_resume(lua_State *L, parley_store_handle *s) {
  lua_State *outer = s->running;
  if (outer == NULL) {
    s->raised = false;
    parley_interrupt_step_begins(s->canceller);
    if (s->store.time_limit > 0) s->store.run = run_of(s);
  }
  s->running = L;
  return outer;
}

/* Where nobody can cancel and no time is set, SQLite need not ask: asking costs something at each row. */
lua_State *parley_store_handle_begin(lua_State *L, parley_store_handle *s) {
  if (s->running == NULL) {
    parley_lua_run_begin(s->canceller);
    s->store.run = run_of(s);
    bool asked = parley_canceller_is_taken(s->canceller) ||
                 (!s->store.borrowed && parley_lua_run_is_watched(s->canceller));
    if (!s->store.watched && asked) parley_store_watch(&s->store);
  }
  return parley_store_handle_resume(L, s);
}

void parley_store_handle_end(parley_store_handle *s, lua_State *outer) { s->running = outer; }

/* The Lua error goes on as the object that it was. */
int parley_store_handle_raise(lua_State *L, parley_store_handle *s, const parley_error *err) {
  if (!s->raised) return parley_raise(L, err);
  s->raised = false;
  parley_store_handle_find(L, s);
  lua_getiuservalue(L, -1, PARLEY_STORE_HANDLE_RAISED);
  lua_pushnil(L);
  lua_setiuservalue(L, -3, PARLEY_STORE_HANDLE_RAISED);
  return lua_error(L);
}

/* ---- for other bindings ---- */

parley_store *parley_store_handle_store_at(lua_State *L, int arg) { return &parley_store_handle_open(L, arg)->store; }

lua_State *parley_store_handle_begin_at(lua_State *L, int arg) {
  parley_store_handle *s = parley_store_handle_check(L, arg);
  s->store.depth++;
  return parley_store_handle_begin(L, s);
}

void parley_store_handle_end_at(lua_State *L, int arg, lua_State *outer) {
  parley_store_handle *s = parley_store_handle_check(L, arg);
  s->store.depth--;
  parley_store_handle_end(s, outer);
}

int parley_store_handle_raise_at(lua_State *L, int arg, const parley_error *err) {
  return parley_store_handle_raise(L, parley_store_handle_check(L, arg), err);
}

/* ---- metatable ---- */

void parley_store_handle_add_methods(lua_State *L, const luaL_Reg *more) {
  luaL_getmetatable(L, PARLEY_STORE_HANDLE_NAME);
  lua_getfield(L, -1, "__index");
  luaL_setfuncs(L, more, 0);
  lua_pop(L, 2);
}

void parley_store_handle_register(lua_State *L) {
  /* Finds a store's userdata by its address, and keeps no store alive. */
  parley_lua_make_weak_table(L, STORES);
  if (luaL_newmetatable(L, PARLEY_STORE_HANDLE_NAME)) {
    lua_newtable(L);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
}
