/* The module parley.core: everything written in C, gathered in one table. */
#include <string.h>

#include <lua.h>
#include <lauxlib.h>

#include "lua/archive.h"
#include "lua/arrow.h"
#include "lua/arrow_file.h"
#include "lua/box.h"
#include "lua/bulk_load.h"
#include "lua/characters.h"
#include "lua/compiled.h"
#include "lua/content_hash.h"
#include "lua/csv.h"
#include "lua/cursor.h"
#include "lua/engine.h"
#include "lua/frame_reader.h"
#include "lua/folder.h"
#include "lua/frame.h"
#include "lua/functions.h"
#include "lua/host_limits.h"
#include "lua/images.h"
#include "lua/interrupt.h"
#include "lua/look_ahead.h"
#include "lua/parallel_reader.h"
#include "lua/profile.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/reader.h"
#include "lua/readings.h"
#include "lua/resample.h"
#include "lua/parse_rules.h"
#include "lua/pause.h"
#include "lua/pg_store.h"
#include "lua/row_guard.h"
#include "lua/rows.h"
#include "lua/store.h"
#include "lua/terminal.h"
#include "lua/text.h"
#include "lua/user_functions.h"
#include "lua/values.h"
#include "lua/workbook.h"
#include "parley.h"
#include "sqlite/number_printer.h"

/* Each adds its functions to the table on the stack top, or methods to what one before it has made. */
static void (*const parts[])(lua_State *L) = {
    parley_raise_functions,           parley_lua_value_functions,
    parley_store_handle_functions,    parley_lua_cursor_functions,
    parley_lua_user_functions,        parley_lua_frame_functions,
    parley_lua_rows_functions,        parley_lua_arrow_functions,
    parley_lua_csv_functions,         parley_lua_arrow_file_functions,
    parley_lua_archive_functions,
    parley_lua_folder_functions,      parley_lua_text_functions,
    parley_lua_characters_functions,
    parley_lua_reader_functions,      parley_lua_parse_rules_functions,
    parley_lua_profile_functions,     parley_lua_frame_reader_functions,
    parley_lua_parallel_reader_functions, parley_lua_run_functions,
    parley_lua_engine_functions,      parley_lua_load_functions,
    parley_limits_functions,          parley_lua_function_table,
    parley_lua_look_ahead_functions,  parley_lua_row_guard_functions,
    parley_lua_readings_functions,    parley_lua_terminal_functions,
    parley_interrupt_functions,       parley_lua_compiled_functions,
    parley_lua_image_functions,       parley_lua_pg_store_functions,
    parley_lua_pause_functions,       parley_lua_resample_functions,
    parley_lua_content_hash_functions, parley_lua_workbook_functions,
};

/* Pushes the folder of the Lua modules, with its last slash; nothing when they are not read from files. */
static const char *push_folder_of_modules(lua_State *L) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  if (lua_getfield(L, -1, "package") != LUA_TTABLE || lua_getfield(L, -1, "path") != LUA_TSTRING) return NULL;
  if (lua_getfield(L, -2, "searchpath") != LUA_TFUNCTION) return NULL;
  lua_pushliteral(L, "parley");
  lua_pushvalue(L, -3);
  lua_call(L, 2, 1);
  static const char ending[] = "init.lua";
  size_t length, rest = sizeof ending - 1;
  const char *path = lua_tolstring(L, -1, &length);
  if (path == NULL || length < rest || strcmp(path + length - rest, ending) != 0) return NULL;
  return lua_pushlstring(L, path, length - rest);
}

/* What the build has made beside this module is taken where it stands in a file: `require` says in which. */
static void take_built_files(lua_State *L) {
  int top = lua_gettop(L);
  const char *path = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "", *slash = strrchr(path, '/');
  if (slash == NULL) return;
  const char *built = lua_pushlstring(L, path, (size_t)(slash + 1 - path)), *modules = push_folder_of_modules(L);
  if (modules != NULL) {
    parley_lua_compiled_install(L, built, modules);
    parley_lua_images_install(L, built, modules);
  }
  lua_settop(L, top);
}

PARLEY_API int luaopen_parley_core(lua_State *L);

int luaopen_parley_core(lua_State *L) {
  luaL_checkversion(L);
  take_built_files(L);
  parley_sqlite_number_printer_install();
  lua_createtable(L, 0, 32);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) parts[i](L);
  parley_lua_box_functions(L, luaopen_parley_core);
  return 1;
}
