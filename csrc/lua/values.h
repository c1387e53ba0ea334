/* Values of any type in Lua, what stands for a missing one (core.null), and the types as Lua knows them. */
#ifndef PARLEY_LUA_VALUES_H
#define PARLEY_LUA_VALUES_H

#include <stdbool.h>

#include <lua.h>

#include "frame/frame.h"

/* Pushes the value that stands for a missing one where nil cannot (core.null). */
void parley_push_null(lua_State *L);

/* Pushes a value as Lua has it: a written type as its text. */
void parley_push_value(lua_State *L, const parley_value *value);

/* The type named at position `at` of the list at stack index `types`; PARLEY_ANY without a list. */
parley_type parley_lua_type_at(lua_State *L, int types, int at);

/* Adds null and types to the table on the stack top. */
void parley_lua_value_functions(lua_State *L);

/* Reads the Lua value on the stack top, whose text stays Lua's: nil, a boolean, a number, which is an integer or not as
   in Lua, or a text; false for all others, which are none. */
bool parley_take_value(lua_State *L, parley_value *out);

#endif
