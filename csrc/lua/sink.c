/* Bytes go straight to the FILE of a Lua file: no Lua string is made of them. */
#include "lua/sink.h"

#include <errno.h>
#include <stdio.h>

#include <lauxlib.h>

#include "lua/raise.h"

void parley_lua_sink_check(lua_State *L, int index) {
  if (!lua_isfunction(L, index)) luaL_checkudata(L, index, LUA_FILEHANDLE);
}

/* Gives all results of a call of the sink, or nothing if it went well. The bytes are copied into a Lua string, which
   the function may keep. */
static int hand_to_function(lua_State *L, int index, const void *bytes, size_t length) {
  int top = lua_gettop(L);
  lua_pushvalue(L, index);
  lua_pushlstring(L, bytes, length);
  lua_call(L, 1, 3);
  if (!lua_toboolean(L, top + 1)) return 3;
  lua_settop(L, top);
  return 0;
}

static int hand_to_file(lua_State *L, int index, const void *bytes, size_t length) {
  const luaL_Stream *stream = lua_touserdata(L, index);
  if (stream->closef == NULL) return parley_refuse(L, "closed.file");
  errno = 0;
  if (fwrite(bytes, 1, length, stream->f) == length) return 0;
  return parley_return_errno(L, errno);
}

int parley_lua_sink_put(lua_State *L, int index, const void *bytes, size_t length) {
  if (lua_isfunction(L, index)) return hand_to_function(L, index, bytes, length);
  return hand_to_file(L, index, bytes, length);
}
