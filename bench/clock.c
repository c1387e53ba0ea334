/* The Lua module bench_clock: now() gives seconds of the wall clock; os.clock would count the time of every thread. */
#define _POSIX_C_SOURCE 200809L
#include <lauxlib.h>
#include <lua.h>
#include <time.h>

static int now(lua_State *L) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  lua_pushnumber(L, (lua_Number)time.tv_sec + (lua_Number)time.tv_nsec / 1e9);
  return 1;
}

int luaopen_bench_clock(lua_State *L) {
  static const luaL_Reg FUNCTIONS[] = {{"now", now}, {NULL, NULL}};
  luaL_newlib(L, FUNCTIONS);
  return 1;
}
