/* Threads and limits live in the registry of the Lua state that they are for. */
#define _GNU_SOURCE /* clock_gettime; _SC_PHYS_PAGES is no part of POSIX */
#include "lua/run.h"

#include <time.h>
#include <unistd.h>

#include <lauxlib.h>

#include "lua/host.h"

#define THREADS_KEY "parley.threads"

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (long long)time.tv_sec * 1000000000 + time.tv_nsec;
}

static bool is_over(void *data, parley_error *err) {
  const parley_clock *clock = data;
  if (clock->limit == 0 || now() - clock->started < clock->limit) return false;
  parley_fail(err, SQLITE_INTERRUPT, "stopped after %lld ms, the limit set by the host", clock->limit / 1000000);
  return true;
}

static int default_threads(void) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  return cores < 1 ? 1 : cores > 4 ? 4 : (int)cores;
}

static int threads_set(lua_State *L) {
  int threads = lua_getfield(L, LUA_REGISTRYINDEX, THREADS_KEY) == LUA_TNUMBER ? (int)lua_tointeger(L, -1) : 0;
  lua_pop(L, 1);
  return threads > 0 ? threads : default_threads();
}

static size_t machine_memory(void) {
  long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
  return pages > 0 && size > 0 ? (size_t)pages * (size_t)size : 0;
}

parley_run parley_run_of(lua_State *L, parley_clock *clock) {
  parley_limits host = parley_limits_get(L);
  *clock = (parley_clock){now(), (long long)host.time_ms * 1000000};
  parley_run run = {.threads = threads_set(L), .stop = is_over, .data = clock};
  run.memory.limit = host.memory > 0 ? host.memory : machine_memory();
  if (host.memory == 0) run.memory.whose = "all the memory of this machine";
  return run;
}

/* column_threads([n]) -> the number of threads a query may use; with n, sets it (0: as many as the machine has) */
static int column_threads(lua_State *L) {
  if (!lua_isnoneornil(L, 1)) {
    lua_pushinteger(L, luaL_checkinteger(L, 1));
    lua_setfield(L, LUA_REGISTRYINDEX, THREADS_KEY);
  }
  lua_pushinteger(L, threads_set(L));
  return 1;
}

/* memory() -> bytes of memory this machine has, or nil */
static int core_memory(lua_State *L) {
  size_t bytes = machine_memory();
  if (bytes > 0) lua_pushinteger(L, (lua_Integer)bytes);
  else lua_pushnil(L);
  return 1;
}

void parley_run_functions(lua_State *L) {
  static const luaL_Reg library[] = {{"column_threads", column_threads}, {"memory", core_memory}, {NULL, NULL}};
  luaL_setfuncs(L, library, 0);
}
