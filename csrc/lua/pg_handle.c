/* Each call of a store has the run of the public call at work: one deadline, one canceller. */
#include "lua/pg_handle.h"

#include "lua/canceller.h"
#include "lua/interrupt.h"
#include "lua/public_call.h"
#include "lua/raise.h"

parley_lua_pg_handle *parley_lua_pg_handle_check(lua_State *L, int arg) {
  return luaL_checkudata(L, arg, PARLEY_LUA_PG_HANDLE_NAME);
}

parley_lua_pg_handle *parley_lua_pg_handle_open(lua_State *L, int arg) {
  parley_lua_pg_handle *s = parley_lua_pg_handle_check(L, arg);
  if (s->connection.conn == NULL) parley_refuse(L, "closed.store");
  return s;
}

/* ---- runs ---- */

/* Outside of any call, each statement has a time of its own. */
static parley_run run_of(const parley_lua_pg_handle *s) {
  bool called = parley_lua_run_has_call(s->canceller);
  return parley_lua_run_within(s->canceller, called ? s->connection.time_limit : 0);
}

void parley_lua_pg_handle_resume(parley_lua_pg_handle *s) {
  parley_interrupt_step_begins(s->canceller);
  if (s->connection.time_limit > 0) s->connection.run = run_of(s);
}

void parley_lua_pg_handle_begin(parley_lua_pg_handle *s) {
  parley_interrupt_step_begins(s->canceller);
  parley_lua_run_begin(s->canceller);
  s->connection.run = run_of(s);
}
