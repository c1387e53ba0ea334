/* What functions for letters make of each character, for the tables of other databases. */
#ifndef PARLEY_LUA_CHARACTERS_H
#define PARLEY_LUA_CHARACTERS_H

#include <lua.h>

/* Adds characters and word_characters to the table on the stack top. */
void parley_lua_characters_functions(lua_State *L);

#endif
