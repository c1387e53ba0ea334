/* Dates, text and its width on a terminal, as functions of the core module. */
#ifndef PARLEY_LUA_TEXT_H
#define PARLEY_LUA_TEXT_H

#include <lua.h>

/* Adds date, date_flags, day, day_text, fold, width, truncate, valid_utf8, clean and is_total to
   the table on the stack top. */
void parley_lua_text_functions(lua_State *L);

#endif
