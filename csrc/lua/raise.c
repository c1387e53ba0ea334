/* A message gets the prefix that tells the module's own errors from those of a script. */
#include "lua/raise.h"

#include <stdarg.h>

int parley_raise(lua_State *L, const parley_error *err) {
  lua_pushfstring(L, "parley: %s", err->message);
  return lua_error(L);
}

int parley_refuse(lua_State *L, const char *fmt, ...) {
  va_list args;
  va_start(args, fmt);
  lua_pushliteral(L, "parley: ");
  lua_pushvfstring(L, fmt, args);
  va_end(args);
  lua_concat(L, 2);
  return lua_error(L);
}

int parley_return_failure(lua_State *L, const parley_error *err) {
  lua_pushnil(L);
  lua_pushfstring(L, "parley: %s", err->message);
  lua_pushinteger(L, err->code);
  return 3;
}
