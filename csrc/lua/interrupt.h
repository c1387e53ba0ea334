/*
** Ctrl-C for a Lua state that asks for it: SIGINT cancels the call of Parley's that is at work. A library must not take
** a signal away from its host, so nothing happens before a script asks (core.interrupts), as the prompt does.
**
** R1  Asked for "calls", the handler is there while a call is at work; then the one before it comes back.
**     Where it still stands between two steps of a loop over rows, the one before it is called as well.
** R2  Asked for "prompt" or "line", it is there until "none" is asked for: a prompt only hears that it came; while
**     a line of the user's runs, it ends that line.
** R3  Code of the user's that runs inside a call, or in a line, is stopped by a hook, as the stock interpreter does.
**     Parley's own code never is: it asks at points of its own, where it can be left.
** R4  A process that ignores SIGINT goes on ignoring it.
** R5  The third Ctrl-C, two seconds after one that nobody heard, does what SIGINT does by default.
** R6  One state of a process has it at a time, as a process has one SIGINT.
*/
#ifndef PARLEY_LUA_INTERRUPT_H
#define PARLEY_LUA_INTERRUPT_H

#include <stdbool.h>

#include <lua.h>

#include "parley.h"

/* A call begins on L, or a step of a loop over rows; a call is over, by an error or not, and the one of `left` is at
   work again (NULL: none). Each costs one comparison where nobody has asked. */
void parley_interrupt_call_begins(const parley_canceller *canceller, lua_State *L);
void parley_interrupt_step_begins(const parley_canceller *canceller);
void parley_interrupt_call_ends(const parley_canceller *canceller, lua_State *left, bool failed);

/* Adds interrupts and interrupted to the table on the stack top. */
void parley_interrupt_functions(lua_State *L);

#endif
