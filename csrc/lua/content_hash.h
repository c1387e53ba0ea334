/* SHA-256 of texts, and of what a row says. */
#ifndef PARLEY_LUA_CONTENT_HASH_H
#define PARLEY_LUA_CONTENT_HASH_H

#include <lua.h>

/* Adds sha256 and content_id to the table on the stack top. */
void parley_lua_content_hash_functions(lua_State *L);

#endif
