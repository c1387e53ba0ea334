/* What a terminal says of itself. Nothing is kept: a window may be resized between two calls. */
#define _DEFAULT_SOURCE /* struct winsize */
#include "lua/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <lauxlib.h>

/* is_terminal(descriptor) */
static int core_is_terminal(lua_State *L) {
  lua_pushboolean(L, isatty((int)luaL_checkinteger(L, 1)));
  return 1;
}

/* terminal_size(descriptor) -> columns, rows; nothing where it is no terminal or does not know */
static int core_terminal_size(lua_State *L) {
  int descriptor = (int)luaL_checkinteger(L, 1);
  struct winsize size;
  if (!isatty(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 0;
  lua_pushinteger(L, size.ws_col);
  lua_pushinteger(L, size.ws_row);
  return 2;
}

void parley_lua_terminal_functions(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"is_terminal", core_is_terminal}, {"terminal_size", core_terminal_size}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
