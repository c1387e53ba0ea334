/* Dates and text for Lua: the engine's edtf and fold as functions of the core module. */
#ifndef PARLEY_LTEXT_H
#define PARLEY_LTEXT_H

#include <lua.h>

/* Adds date, date_flags, day, day_text, fold, width, truncate and valid_utf8 to the table on the stack top. */
void parley_text_functions(lua_State *L);

#endif
