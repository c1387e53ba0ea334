/*
** Which box a state runs in, and whether its time is over.
*/
#include "lua/box.h"

#include <string.h>

#include <lauxlib.h>

#include "base/clock.h"

parley_lua_box *parley_lua_box_of(lua_State *L) {
  parley_lua_box *box;
  memcpy(&box, lua_getextraspace(L), sizeof box);
  return box;
}

bool parley_lua_box_is_over(parley_lua_box *box) {
  if (box->end != PARLEY_LUA_BOX_GOES_ON) return true;
  if (box->cancelled != NULL && atomic_load_explicit(box->cancelled, memory_order_relaxed)) {
    box->end = PARLEY_LUA_BOX_CANCELLED;
  } else if (parley_clock_now() >= box->deadline) {
    box->end = PARLEY_LUA_BOX_LATE;
  }
  return box->end != PARLEY_LUA_BOX_GOES_ON;
}

/* What is raised is read by nobody: the box knows its end. */
void parley_lua_box_look(lua_State *L) {
  if (!parley_lua_box_is_over(parley_lua_box_of(L))) return;
  lua_pushliteral(L, "over");
  lua_error(L);
}
