/* The module parley.core: everything written in C, gathered in one table. */
#include <lua.h>
#include <lauxlib.h>

#include "lua/arrow.h"
#include "lua/bulk_load.h"
#include "lua/compiled.h"
#include "lua/csv.h"
#include "lua/cursor.h"
#include "lua/engine.h"
#include "lua/frame_reader.h"
#include "lua/folder.h"
#include "lua/frame.h"
#include "lua/functions.h"
#include "lua/host_limits.h"
#include "lua/interrupt.h"
#include "lua/look_ahead.h"
#include "lua/parallel_reader.h"
#include "lua/profile.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/reader.h"
#include "lua/readings.h"
#include "lua/parse_rules.h"
#include "lua/row_guard.h"
#include "lua/rows.h"
#include "lua/store.h"
#include "lua/terminal.h"
#include "lua/text.h"
#include "lua/user_functions.h"
#include "lua/values.h"
#include "parley.h"
#include "sqlite/number_printer.h"

/* Each adds its functions to the table on the stack top, or methods to what one before it has made. */
static void (*const parts[])(lua_State *L) = {
    parley_raise_functions,           parley_lua_value_functions,
    parley_store_handle_functions,    parley_lua_cursor_functions,
    parley_lua_user_functions,        parley_lua_frame_functions,
    parley_lua_rows_functions,        parley_lua_arrow_functions,
    parley_lua_csv_functions,         parley_lua_folder_functions,
    parley_lua_text_functions,        parley_lua_reader_functions,
    parley_lua_parse_rules_functions, parley_lua_profile_functions,
    parley_lua_frame_reader_functions, parley_lua_parallel_reader_functions,
    parley_lua_run_functions,         parley_lua_engine_functions,
    parley_lua_load_functions,        parley_limits_functions,
    parley_lua_function_table,        parley_lua_look_ahead_functions,
    parley_lua_row_guard_functions,   parley_lua_readings_functions,
    parley_lua_terminal_functions,
    parley_interrupt_functions,
    parley_lua_compiled_functions,
};

PARLEY_API int luaopen_parley_core(lua_State *L);

int luaopen_parley_core(lua_State *L) {
  luaL_checkversion(L);
  parley_lua_compiled_install(L, lua_tostring(L, 2)); /* require says where it found the file of this module */
  parley_sqlite_number_printer_install();
  lua_createtable(L, 0, 32);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) parts[i](L);
  return 1;
}
