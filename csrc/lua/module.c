/* The module parley.core: everything written in C, gathered in one table. */
#include <lua.h>
#include <lauxlib.h>

#include "lua/arrow.h"
#include "lua/engine.h"
#include "lua/csv.h"
#include "lua/folder.h"
#include "lua/frame.h"
#include "lua/host.h"
#include "lua/bulk_load.h"
#include "lua/reader.h"
#include "lua/store.h"
#include "lua/text.h"
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
