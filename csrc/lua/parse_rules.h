/* How texts are read as values: what Lua says about a column's dates and missing codes, and the values in Lua. */
#ifndef PARLEY_LUA_PARSE_RULES_H
#define PARLEY_LUA_PARSE_RULES_H

#include <lua.h>

#include "text/record_reader.h"

/* Reads a list entry's statements about a column: the fields dates, short_years and missing of the table on the stack
   top. Codes go to *codes, which has room for them, and point into the table's strings. */
void parley_lua_parse_rules_from(lua_State *L, parley_parse_rules *reading, parley_missing_code **codes);

/* Adds value to the table on the stack top. */
void parley_lua_parse_rules_functions(lua_State *L);

#endif
