/* Parley's Lua modules as chunks that were compiled when it was built, beside the module of C. */
#ifndef PARLEY_LUA_COMPILED_H
#define PARLEY_LUA_COMPILED_H

#include <lua.h>

/* Lets `require` take modules of Parley from "compiled.luac" in the folder of `core_path`, the file this module of C
   was loaded from; without such a file, or with one that another Lua has made, nothing happens. */
void parley_lua_compiled_install(lua_State *L, const char *core_path);

/* Adds what tools/compile.lua needs, `source_mark`, to the table on the stack top. */
void parley_lua_compiled_functions(lua_State *L);

#endif
