/* A pause is cut into slices, between which the run of the call is asked whether to go on. */
#include "lua/pause.h"

#include <poll.h>

#include <lauxlib.h>

#include "base/clock.h"
#include "lua/public_call.h"

enum { SLICE_MS = 20 };

/* pause(milliseconds): raises when the call at work is cancelled or late */
static int core_pause(lua_State *L) {
  int64_t end = parley_clock_now() + (int64_t)luaL_checkinteger(L, 1) * 1000000;
  parley_run run = parley_lua_run_of(L);
  for (int64_t left = end - parley_clock_now(); left > 0; left = end - parley_clock_now()) {
    int64_t ms = left / 1000000 + 1;
    (void)poll(NULL, 0, (int)(ms < SLICE_MS ? ms : SLICE_MS));
    parley_lua_run_check(L, &run);
  }
  return 0;
}

void parley_lua_pause_functions(lua_State *L) {
  lua_pushcfunction(L, core_pause);
  lua_setfield(L, -2, "pause");
}
