/*
** The run of the public call that is at work in a Lua state: its deadline, whether it is cancelled, its threads and its
** memory. The front methods begin a call (core.begin_call); what they call in C takes the call's run, so that one limit
** holds for all passes, statements and files of the call.
**
** R1  A call within a call, on the same Lua thread, is part of it. One on another Lua thread (a coroutine) is a call of
**     its own: its deadline is its own, and ends nothing else.
** R2  Cancelling reaches every call that is at work; when none is, it is forgotten.
** R3  What is called in C without a call around it is a call by itself.
** R4  The limit of memory holds for the call: what it has made and not yet given back counts beside what it makes next.
*/
#ifndef PARLEY_LUA_PUBLIC_CALL_H
#define PARLEY_LUA_PUBLIC_CALL_H

#include <stdint.h>

#include <lua.h>

#include "base/run.h"
#include "parley.h"

/* A run with what this Lua state may use: the memory and the time that the call has left, threads as set. */
parley_run parley_lua_run_of(lua_State *L);

/* What something holds of the memory of the call that made it; all zero for nothing. */
typedef struct parley_lua_call_share {
  parley_canceller *of; /* of the same Lua state, which outlives all that is made in it */
  uint64_t call;
  size_t bytes;
} parley_lua_call_share;

/* The bytes that the call at work holds. What nobody uses any more counts until it is collected, which happens here
   the more often the nearer the `limit` (0: none) is. */
size_t parley_lua_run_held(lua_State *L, size_t limit);

/* Whether something that failed for want of memory may be tried again, with a run made anew: garbage was collected. */
bool parley_lua_run_again(lua_State *L, const parley_error *err);

/* From now on the call at work holds `bytes`, until they are given back, as often as that is called, or it is over. */
void parley_lua_run_hold(lua_State *L, parley_lua_call_share *share, size_t bytes);
void parley_lua_run_give_back(parley_lua_call_share *share);

/* The same, where limits are known already and only a flag and a deadline are wanted: `time_limit` nanoseconds from the
   beginning of the call, or 0 for none. Touches nothing of Lua's but the call, and raises nothing. */
parley_run parley_lua_run_within(parley_canceller *canceller, int64_t time_limit);

/* Something begins: what was cancelled before, while no call was at work, was not this. */
void parley_lua_run_begin(parley_canceller *canceller);

/* Whether anybody is told how far calls are. */
bool parley_lua_run_is_watched(const parley_canceller *canceller);

/* Whether some call is at work. */
bool parley_lua_run_has_call(const parley_canceller *canceller);

/* Raises when the call at work is cancelled or late. */
void parley_lua_run_check(lua_State *L, const parley_run *run);

/* Adds begin_call, check_call, tell_call, progress, column_threads and memory to the table on the stack top. */
void parley_lua_run_functions(lua_State *L);

#endif
