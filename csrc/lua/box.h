/*
** A box: a Lua state of its own for one script of a stranger's, with bounds of its own. What is shared by its parts.
**
** R1  Its memory comes from an allocator that counts; its time is looked at by a hook, by the allocator where much is
**     asked for, and by every guarded function that may take long.
** R2  What is over stays over: no function of Lua's that catches errors goes on after it.
** R3  Values are copied in and out; nothing of one state is ever reached from the other.
*/
#ifndef PARLEY_LUA_BOX_H
#define PARLEY_LUA_BOX_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lua.h>

typedef enum parley_lua_box_end {
  PARLEY_LUA_BOX_GOES_ON,
  PARLEY_LUA_BOX_LATE,
  PARLEY_LUA_BOX_CANCELLED
} parley_lua_box_end;

typedef struct parley_lua_box {
  lua_State *L;         /* inside; NULL: closed */
  lua_State *host;      /* the state that runs it */
  size_t bytes, limit;  /* of Lua's memory inside */
  bool refused;         /* memory was, at least once */
  int64_t deadline;     /* on base/clock.h */
  int64_t time_ms;      /* what it was set by */
  const atomic_bool *cancelled; /* the calls of the host */
  parley_lua_box_end end;
} parley_lua_box;

/* The box in which L runs, in any coroutine of it. */
parley_lua_box *parley_lua_box_of(lua_State *L);

/* Whether its time is over; asks the clock. */
bool parley_lua_box_is_over(parley_lua_box *box);

/* Raises where it is. */
void parley_lua_box_look(lua_State *L);

/* Replaces what could run for long, or go on after the end, in the libraries of a state inside. */
void parley_lua_box_guard(lua_State *L);
void parley_lua_box_guard_strings(lua_State *L);

/* Pushes onto `to` a copy of the value at `index` of `from`: nil, booleans, numbers, strings, and tables of these, by
   their raw contents. Touches `from` in ways that cannot raise; raises in `to`. False where something else is in it, or
   it is nested too deep: nothing is pushed then. */
bool parley_lua_box_copy(lua_State *from, int index, lua_State *to);

/* Adds box_run to the table on the stack top; open_core opens parley.core inside. */
void parley_lua_box_functions(lua_State *L, lua_CFunction open_core);

#endif
