/*
** Parley inside a host program: its Lua files come from memory, its core is linked in, and an open connection can
** be handed over. Only libparley.a has this file; core.so finds its Lua files on disk.
*/
#include "lua/embedded.h"
#include "parley.h"
#include "lua/store.h"

#include <string.h>

#include <lauxlib.h>

int luaopen_parley_core(lua_State *L);

/* ---- require without files ---- */

/* Loader of one Lua module. Its chunk name starts with "=", so no script on disk can be taken for Parley's own code
   when an error looks for the caller's line (errors.lua). Text only ("t"): no bytecode is ever loaded. */
static int load_module(lua_State *L) {
  const parley_embedded_file *file = lua_touserdata(L, lua_upvalueindex(1));
  lua_settop(L, 2);
  const char *chunk = lua_pushfstring(L, "=parley/%s", file->path);
  if (luaL_loadbufferx(L, (const char *)file->text, file->size, chunk, "t") != LUA_OK) return lua_error(L);
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 2);
  lua_call(L, 2, 1);
  return 1;
}

/* Loader of "parley.embedded": the texts of the data files, by path ("bundled/istanbul-2025.lua"). */
static int load_data(lua_State *L) {
  lua_newtable(L);
  for (const parley_embedded_file *file = parley_embedded_files; file->module != NULL; file++) {
    if (strncmp(file->path, "bundled/", 8) != 0) continue;
    lua_pushlstring(L, (const char *)file->text, file->size);
    lua_setfield(L, -2, file->path);
  }
  return 1;
}

/* Light pointers into the program's constants: they outlive every Lua state. */
void parley_preload(lua_State *L) {
  luaL_checkstack(L, 4, NULL);
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE);
  for (const parley_embedded_file *file = parley_embedded_files; file->module != NULL; file++) {
    lua_pushlightuserdata(L, (void *)file);
    lua_pushcclosure(L, load_module, 1);
    lua_setfield(L, -2, file->module);
  }
  lua_pushcfunction(L, load_data);
  lua_setfield(L, -2, "parley.embedded");
  lua_pushcfunction(L, luaopen_parley_core);
  lua_setfield(L, -2, "parley.core");
  lua_pop(L, 1);
}

/* ---- a dataset on the host's connection ---- */

static int attach(lua_State *L) {
  sqlite3 *db = lua_touserdata(L, 1);
  lua_getglobal(L, "require");
  lua_pushliteral(L, "parley");
  lua_call(L, 1, 1);
  lua_getfield(L, -1, "attach");
  parley_store_handle_push_wrapped(L, db);
  lua_call(L, 1, 2);
  if (lua_isnil(L, -2)) return lua_error(L); /* nil, message: the message is on top */
  lua_pop(L, 1);
  return 1;
}

/* In protected mode, as the host may have none around it: the error object is left on the stack. */
int parley_pushdataset(lua_State *L, sqlite3 *db) {
  lua_pushcfunction(L, attach);
  lua_pushlightuserdata(L, db);
  return lua_pcall(L, 1, 1, 0);
}
