/* The column engine in Lua: functions of core that run plans over Frames. */
#ifndef PARLEY_LCOLUMN_H
#define PARLEY_LCOLUMN_H

#include <lua.h>

#include "base/run.h"

/* A run with the limits of this Lua state: memory counted from zero, threads as set, time as the host has limited
   it. `clock` must live as long as the run. */
typedef struct parley_clock {
  long long started, limit; /* nanoseconds */
} parley_clock;
parley_run parley_run_of(lua_State *L, parley_clock *clock);

/* Adds column_run, column_join, column_threads and column_operations to the table on the stack top. */
void parley_column_functions(lua_State *L);

#endif
