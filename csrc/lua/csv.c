/*
** Rows written out as CSV, from a cursor or a Frame to a file or a function, and single rows that Lua has. The buffer
** is handed on between two rows, so that whatever a function does then, no value of SQLite's is being read.
*/
#include "lua/csv.h"

#include <lauxlib.h>

#include "lua/cursor.h"
#include "lua/frame.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/sink.h"
#include "lua/values.h"
#include "sqlite/cursor_row.h"
#include "text/csv_writer.h"

#define WRITER "parley.CsvWriter"

/* Text is handed on in pieces of about this many bytes. */
enum { BATCH = 1 << 18 };

/* Rows of a Frame between two questions whether to give up. */
enum { ROWS_PER_LOOK = 4096 };

/* Stack indices of write_csv. */
enum { ROWS = 1, WIDTH = 2, SINK = 3, STYLE = 4 };

static int writer_free(lua_State *L) {
  parley_csv_writer_free(luaL_checkudata(L, 1, WRITER));
  return 0;
}

static bool flag_of(lua_State *L, int at, const char *name) {
  lua_getfield(L, at, name);
  bool given = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return given;
}

/* Of a table { delimiter =, crlf =, formulas_texts = }, which parley/export/formats/csv.lua has checked, or nil. */
static parley_csv_style style_of(lua_State *L, int at) {
  parley_csv_style style = {.delimiter = ','};
  if (lua_isnoneornil(L, at)) return style;
  luaL_checktype(L, at, LUA_TTABLE);
  lua_getfield(L, at, "delimiter");
  style.delimiter = *luaL_optstring(L, -1, ",");
  lua_pop(L, 1);
  style.crlf = flag_of(L, at, "crlf");
  style.formulas_texts = flag_of(L, at, "formulas_texts");
  return style;
}

/* To be closed: an error of the sink gives the buffer back at once. */
static parley_csv_writer *push_writer(lua_State *L, parley_csv_style style) {
  parley_csv_writer *out = lua_newuserdatauv(L, sizeof *out, 0);
  *out = (parley_csv_writer){.style = style};
  luaL_setmetatable(L, WRITER);
  lua_toclose(L, -1);
  return out;
}

/* Hands on what is in the buffer; number of values on the stack that say why it failed, or 0. */
static int flush(lua_State *L, parley_csv_writer *out) {
  if (out->failed) parley_raise_no_memory(L);
  if (out->used == 0) return 0;
  int failed = parley_lua_sink_put(L, SINK, out->data, out->used);
  out->used = 0;
  return failed;
}

/* A batch of 256 kB: large enough that calls do not count, small enough for a cache. */
static int write_frame(lua_State *L, parley_csv_writer *out, const parley_frame *frame) {
  parley_run run = parley_lua_run_of(L);
  for (int64_t row = 0; row < frame->rows; row++) {
    if (row % ROWS_PER_LOOK == 0) {
      parley_run_tell(&run, row, 0, frame->rows);
      parley_lua_run_check(L, &run);
    }
    parley_csv_write_frame_row(out, frame, row);
    int failed = out->used >= BATCH || out->failed ? flush(L, out) : 0;
    if (failed > 0) return failed;
  }
  return flush(L, out);
}

/* The schema may have changed since the header was made, and a statement learns of it when it is stepped. */
static void check_width(lua_State *L, const parley_cursor *row) {
  lua_Integer width = lua_tointeger(L, WIDTH), now = parley_cursor_width(row);
  if (now != width) {
    parley_refuse_with(L, "misuse.table_changed", "count=%d wanted=%d", (int)now, (int)width);
  }
}

static int write_cursor(lua_State *L, parley_csv_writer *out, parley_lua_cursor *cursor) {
  const unsigned char *types;
  int typed = parley_lua_cursor_types(cursor, &types);
  const parley_cursor *row;
  parley_run run = parley_lua_run_of(L);
  for (int64_t count = 0; (row = parley_lua_cursor_next(L, cursor)) != NULL; count++) {
    if (count == 0) check_width(L, row);
    if (count % ROWS_PER_LOOK == 0) parley_run_tell(&run, count, 0, 0);
    parley_cursor_write_csv(row, out, types, typed);
    int failed = out->used >= BATCH || out->failed ? flush(L, out) : 0;
    if (failed > 0) return failed;
  }
  return flush(L, out);
}

/* write_csv(rows, width, sink, style) -> true | nil, message, code; nothing when the rows are neither a cursor nor a
   Frame: who has rows of other kinds writes each by csv_line. */
static int core_write_csv(lua_State *L) {
  lua_settop(L, STYLE);
  parley_lua_cursor *cursor = parley_lua_cursor_test(L, ROWS);
  const parley_frame *frame = cursor == NULL ? parley_lua_frame_test(L, ROWS) : NULL;
  if (cursor == NULL && frame == NULL) return 0;
  luaL_checkinteger(L, WIDTH);
  parley_lua_sink_check(L, SINK);
  parley_csv_writer *out = push_writer(L, style_of(L, STYLE));
  int failed = cursor != NULL ? write_cursor(L, out, cursor) : write_frame(L, out, frame);
  if (failed > 0) return failed;
  lua_pushboolean(L, 1);
  return 1;
}

/* csv_line(values, width, style) -> one row as text, its end included */
static int core_csv_line(lua_State *L) {
  lua_settop(L, 3);
  luaL_checktype(L, 1, LUA_TTABLE);
  int width = (int)luaL_checkinteger(L, 2);
  parley_csv_writer *out = push_writer(L, style_of(L, 3));
  for (int i = 1; i <= width; i++) {
    parley_value value;
    lua_rawgeti(L, 1, i);
    if (!parley_take_value(L, &value)) luaL_checktype(L, -1, LUA_TSTRING); /* raises */
    parley_csv_write_value(out, &value);
    lua_pop(L, 1);
  }
  parley_csv_write_row_end(out, width);
  if (out->failed) parley_raise_no_memory(L);
  lua_pushlstring(L, out->data, out->used);
  return 1;
}

static const luaL_Reg library[] = {{"write_csv", core_write_csv}, {"csv_line", core_csv_line}, {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", writer_free}, {"__close", writer_free}, {NULL, NULL}};

void parley_lua_csv_functions(lua_State *L) {
  if (luaL_newmetatable(L, WRITER)) luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
