/* Readers in Lua that fill columns from chunks of a file: a method of "parley.Reader". */
#ifndef PARLEY_LCOLUMN_READ_H
#define PARLEY_LCOLUMN_READ_H

#include <lua.h>

/* columns(names, types, limit [, {threads =, chunk =, days =}]): reads all records of a CSV file, none of which has
   been asked for yet -> Frame, kinds | false, when only reading record by record will do | "large", rows, bytes |
   nil, message, code. With `days`, kinds[i] is {type =, days =} as in a study. */
int parley_reader_columns(lua_State *L);

#endif
