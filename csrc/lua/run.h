/* What a call from Lua may use: time, memory and threads, as the host and the script have set them. */
#ifndef PARLEY_LUA_RUN_H
#define PARLEY_LUA_RUN_H

#include <lua.h>

#include "base/run.h"

/* A run with the limits of this Lua state: memory counted from zero, threads as set, time as the host has limited
   it. `clock` must live as long as the run. */
typedef struct parley_clock {
  long long started, limit; /* nanoseconds */
} parley_clock;
parley_run parley_run_of(lua_State *L, parley_clock *clock);

/* Adds column_threads and memory to the table on the stack top. */
void parley_run_functions(lua_State *L);

#endif
