/* Words that stand for values in Lua: core.null for a missing one, and the names of column types. */
#ifndef PARLEY_LUA_VALUES_H
#define PARLEY_LUA_VALUES_H

#include <lua.h>

#include "frame/frame.h"

/* Pushes the value that stands for a missing one where nil cannot (core.null). */
void parley_push_null(lua_State *L);

/* The type named at position `at` of the list at stack index `types`; PARLEY_ANY without a list. */
parley_type parley_lua_type_at(lua_State *L, int types, int at);

/* Adds null to the table on the stack top. */
void parley_lua_value_functions(lua_State *L);

#endif
