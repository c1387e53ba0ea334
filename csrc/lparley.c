/* The module parley.core: everything written in C, gathered in one table. */
#include <lua.h>
#include <lauxlib.h>

#include "larrow.h"
#include "lcolumn.h"
#include "lcsv.h"
#include "lfolder.h"
#include "lframe.h"
#include "lhost.h"
#include "lload.h"
#include "lread.h"
#include "lstore.h"
#include "ltext.h"
#include "parley.h"

PARLEY_API int luaopen_parley_core(lua_State *L);

int luaopen_parley_core(lua_State *L) {
  luaL_checkversion(L);
  lua_createtable(L, 0, 16);
  parley_store_functions(L);
  parley_frame_functions(L);
  parley_arrow_functions(L);
  parley_csv_functions(L);
  parley_folder_functions(L);
  parley_text_functions(L);
  parley_read_functions(L);
  parley_column_functions(L);
  parley_load_functions(L);
  lua_pushcfunction(L, parley_limits_lua);
  lua_setfield(L, -2, "limits");
  return 1;
}
