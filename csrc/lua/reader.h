/* Readers in Lua: the userdata "parley.Reader". */
#ifndef PARLEY_LREAD_H
#define PARLEY_LREAD_H

#include <lua.h>

#include "text/record_reader.h"

/* The records of the Reader at stack index `arg`, or an error; L is the thread that serves its callback from now on. */
parley_records *parley_reader_check(lua_State *L, int arg);

/* Reads a list entry's statements about a column: the fields dates, short_years and missing of the table on the stack
   top. Codes go to *codes, which has room for them, and point into the table's strings. */
void parley_reading_from(lua_State *L, parley_reading *reading, parley_code **codes);

/* Adds reader to the table on the stack top. */
void parley_read_functions(lua_State *L);

#endif
