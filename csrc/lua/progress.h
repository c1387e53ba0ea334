/*
** How far a call is, told to whoever asks: a function of the host's, a function of the script's, or whoever sits at the
** terminal to which standard error goes.
**
** R1  Nothing is told of a call in its first second (a function may ask for less), and then five times a second; a
**     host's function is told each time.
** R2  A terminal gets one line, which is taken away when the call is over. Nothing is written to a pipe or a file, in
**     the background, or where the terminal is "dumb".
** R3  A script's function may not call Parley, as what it would ask is at work. What it raises ends the call.
*/
#ifndef PARLEY_LUA_PROGRESS_H
#define PARLEY_LUA_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include <lua.h>

#include "base/error.h"
#include "parley.h"

/* Of a Lua state. */
struct parley_lua_telling {
  bool is_off, is_terminal;
  bool has_function, is_calling; /* the script's, in the registry */
  int64_t after, every;          /* nanoseconds */
  int64_t next;                  /* when it is told again, on base/clock.h */
  uint64_t call;                 /* whose number that is about */
  int drawn;                     /* columns of the line on the terminal */
};

void parley_lua_progress_init(struct parley_lua_telling *telling);

/* Whether a function or a terminal wants to be told. */
bool parley_lua_progress_is_wanted(const struct parley_lua_telling *telling);

/* Whether it is time to tell of a call, which is then told again later. Times are on base/clock.h. */
bool parley_lua_progress_is_time(struct parley_lua_telling *telling, uint64_t call, int64_t started, int64_t now);

/* Tells the script's function, on the thread that runs, or the terminal. False: the call is to end, and why. */
bool parley_lua_progress_tell(struct parley_lua_telling *telling, lua_State *L, parley_facts *facts,
                              parley_error *err);

/* The call is over: takes its line away. */
void parley_lua_progress_end(struct parley_lua_telling *telling);

/* progress([wanted [, after]]) -> what was wanted before: true, false or a function; seconds */
int parley_lua_progress_set(struct parley_lua_telling *telling, lua_State *L);

#endif
