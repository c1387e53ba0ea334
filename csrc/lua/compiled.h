/* Parley's Lua modules as chunks that were compiled when it was built, beside the module of C. */
#ifndef PARLEY_LUA_COMPILED_H
#define PARLEY_LUA_COMPILED_H

#include <lua.h>

/* Lets `require` take modules of Parley from the file "compiled.luac" in the folder `built`; without it, or with one
   that another Lua has made, nothing happens. `modules` is the folder of init.lua. Both have their last slash. */
void parley_lua_compiled_install(lua_State *L, const char *built, const char *modules);

/* Adds what the tools need that make such files, `source_mark`, to the table on the stack top. */
void parley_lua_compiled_functions(lua_State *L);

#endif
