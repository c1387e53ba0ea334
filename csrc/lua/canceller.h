/*
** What a host cancels by: a flag that ends the public calls at work in a Lua state, and whom their progress is told.
** Every state has one, made when it is first asked for; a call (lua/public_call.h) hangs in it while it lasts.
**
** Threads: parley_cancel may be called from any thread and from a signal's handler, as it only sets an atomic flag; all
** else belongs to the thread of the Lua state.
*/
#ifndef PARLEY_LUA_CANCELLER_H
#define PARLEY_LUA_CANCELLER_H

#include <stdatomic.h>
#include <stdbool.h>

#include <lua.h>

#include "base/run.h"
#include "lua/progress.h"
#include "parley.h"

struct parley_canceller {
  atomic_bool cancelled;
  bool taken;    /* by a host, which may set `cancelled` from now on */
  struct parley_public_call *current; /* the innermost call */
  uint64_t calls; /* begun so far; the number of the last */
  parley_progress *progress;
  void *progress_data;
  parley_run_facts facts; /* of the call at work */
  struct parley_lua_telling telling;
  const atomic_bool *around; /* of a box (lua/box.h): what cancels the call of the host that runs it; else NULL */
  int64_t deadline;          /* of a box: the end of its time, which holds for all calls within; else 0 */
  int64_t time_limit;        /* of which that is the end, in nanoseconds */
};

/* Whether the host has taken the canceller, and so may use it. */
bool parley_canceller_is_taken(const parley_canceller *canceller);

/* The canceller of L, made when it is first asked for; L owns it. Leaves the stack as it was. */
parley_canceller *parley_canceller_find(lua_State *L);

#endif
