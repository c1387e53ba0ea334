/*
** Which claim of some is shown, and why, for what explains tables: value/readings.h over claims that Lua has.
**
** Claims are a list of tables; a question tells what their fields are called: { weight, voice, place, rank,
** preferred }, the last one being what a rank is called that is preferred. A claim without a weight does not count.
** What it is about besides:
**
**   kind    words, wording, state, date: the value is claim[value]; amount: its bounds are claim[low], claim[best] and
**           claim[high], and others_count fields from others_from on say something of it; beside: claim[value] says
**           something of such an amount
*/
#ifndef PARLEY_LUA_READINGS_H
#define PARLEY_LUA_READINGS_H

#include <lua.h>

/* Adds question, choose, why_shown and standing to the table on the stack top. */
void parley_lua_readings_functions(lua_State *L);

#endif
