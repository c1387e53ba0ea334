/* Errors of the C rooms as Lua's: misuse is raised, failures of the world come back as nil, message, code. */
#ifndef PARLEY_LUA_RAISE_H
#define PARLEY_LUA_RAISE_H

#include <lua.h>

#include "base/error.h"

/* All raise an error object (parley/base/errors.lua) without a place: where the caller's own line is, is known
   better in Lua. The last two take what parley_fail_key and parley_fail_with do; `misuse` is the code of what Lua
   modules of ours hand over wrongly, which no program acts on. */
int parley_raise(lua_State *L, const parley_error *err);
int parley_raise_no_memory(lua_State *L); /* every lack of memory that is told by raising */
int parley_refuse(lua_State *L, const char *key);
int parley_refuse_with(lua_State *L, const char *key, const char *names, ...) PARLEY_PRINTF(3, 4);

/* Pushes the error object of a failure, for what tells it in another way than by raising. */
void parley_push_failure(lua_State *L, const parley_error *err);

/* Pushes the words of a phrase of parley.base.messages.phrases: what C says that is no failure. */
void parley_push_phrase(lua_State *L, const parley_error *phrase);

/* Pushes nil, an error object and the code word: what a function returns when the world refuses. Gives 3. */
int parley_return_failure(lua_State *L, const parley_error *err);

/* For a number of the system's nil, the system's words and the code word, as Lua's own libraries do. */
int parley_return_errno(lua_State *L, int number);

/* Adds error_metatable and errno to the table on the stack top. */
void parley_raise_functions(lua_State *L);

#endif
