/*
** An archive that is written to a sink part by part, and rows of worksheets in it (parley/export/workbook.lua says what
** the parts are). Rows of a cursor or a Frame are written in one call, with memory for one row; rows of other kinds one
** by one. All methods give true, or nil with what the sink said.
*/
#include "lua/archive.h"

#include <lauxlib.h>

#include "frame/packing.h"
#include "lua/cursor.h"
#include "lua/frame.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/sink.h"
#include "lua/values.h"
#include "sqlite/cursor_row.h"
#include "text/archive_writer.h"
#include "text/sheet_cells.h"

#define ARCHIVE "parley.Archive"

/* Rows between two questions whether to give up, and bytes that are handed on at once. */
enum { ROWS_PER_LOOK = 1024, BATCH = 1 << 15 };

/* Stack indices of archive:rows, and of archive:row. */
enum { SELF = 1, ROWS = 2, WIDTH = 3, FIRST = 4, SINK = 5 };
enum { VALUES = 2, ROW_WIDTH = 3, NUMBER = 4, STYLES = 5, ROW_SINK = 6 };

typedef struct lua_archive {
  parley_archive zip;
  parley_sheet sheet;
  int sink; /* stack index of the sink, during a call */
  lua_State *L;
} lua_archive;

static int archive_free(lua_State *L) {
  lua_archive *archive = luaL_checkudata(L, 1, ARCHIVE);
  parley_archive_free(&archive->zip);
  parley_sheet_free(&archive->sheet);
  return 0;
}

/* What the sink said where it failed is on the stack. */
static bool hand_on(void *data, const void *bytes, size_t length) {
  lua_archive *archive = data;
  return parley_lua_sink_put(archive->L, archive->sink, bytes, length) == 0;
}

/* The archive, its sink on the stack at `sink`. */
static lua_archive *take(lua_State *L, int sink) {
  lua_archive *archive = luaL_checkudata(L, SELF, ARCHIVE);
  lua_settop(L, sink - 1);
  lua_getiuservalue(L, SELF, 1);
  archive->sink = sink;
  archive->L = L;
  return archive;
}

static int answer(lua_State *L, const lua_archive *archive, bool done, const parley_error *err) {
  if (done) lua_pushboolean(L, 1);
  else if (archive->zip.sink_failed) return 3;
  else return parley_raise(L, err);
  return 1;
}

/* archive:part(name) */
static int archive_part(lua_State *L) {
  parley_error err;
  lua_archive *archive = take(L, 3);
  return answer(L, archive, parley_archive_begin(&archive->zip, luaL_checkstring(L, 2), &err), &err);
}

/* archive:write(text) */
static int archive_write(lua_State *L) {
  parley_error err;
  size_t length;
  lua_archive *archive = take(L, 3);
  const char *text = luaL_checklstring(L, 2, &length);
  return answer(L, archive, parley_archive_write(&archive->zip, text, length, &err), &err);
}

/* archive:finish() */
static int archive_finish(lua_State *L) {
  parley_error err;
  lua_archive *archive = take(L, 2);
  return answer(L, archive, parley_archive_finish(&archive->zip, &err), &err);
}

/* ---- rows ---- */

static bool put_batch(lua_archive *archive, size_t least, parley_error *err) {
  if (archive->sheet.used < least) return true;
  size_t used = archive->sheet.used;
  archive->sheet.used = 0;
  return parley_archive_write(&archive->zip, archive->sheet.data, used, err);
}

static int style_at(lua_State *L, int at) {
  if (lua_isnoneornil(L, STYLES)) return -1;
  lua_rawgeti(L, STYLES, at);
  int style = (int)luaL_optinteger(L, -1, -1);
  lua_pop(L, 1);
  return style;
}

/* archive:row(values, width, number, styles): row `number`, styles[i] the look of its i-th cell, or by the value */
static int archive_row(lua_State *L) {
  parley_error err;
  lua_archive *archive = take(L, ROW_SINK);
  int width = (int)luaL_checkinteger(L, ROW_WIDTH);
  luaL_checktype(L, VALUES, LUA_TTABLE);
  bool done = parley_sheet_row(&archive->sheet, luaL_checkinteger(L, NUMBER), &err);
  for (int i = 1; done && i <= width; i++) {
    parley_value value;
    lua_rawgeti(L, VALUES, i);
    if (!parley_take_value(L, &value)) luaL_checktype(L, -1, LUA_TSTRING); /* raises */
    done = parley_sheet_cell(&archive->sheet, &value, style_at(L, i), &err);
    lua_pop(L, 1);
  }
  done = done && parley_sheet_row_end(&archive->sheet, &err) && put_batch(archive, 1, &err);
  return answer(L, archive, done, &err);
}

static bool end_row(lua_archive *archive, parley_error *err) {
  return parley_sheet_row_end(&archive->sheet, err) && put_batch(archive, BATCH, err);
}

static bool put_frame_row(lua_archive *archive, const parley_frame *frame, int64_t row, parley_error *err) {
  for (int at = 0; at < frame->width; at++) {
    parley_value value = parley_column_get(&frame->columns[at], row);
    if (!parley_sheet_cell(&archive->sheet, &value, -1, err)) return false;
  }
  return end_row(archive, err);
}

static bool put_frame(lua_State *L, lua_archive *archive, const parley_frame *frame, parley_error *err) {
  int64_t first = lua_tointeger(L, FIRST);
  parley_run run = parley_lua_run_of(L);
  for (int64_t row = 0; row < frame->rows; row++) {
    if (row % ROWS_PER_LOOK == 0) {
      parley_run_tell(&run, row, 0, frame->rows);
      parley_lua_run_check(L, &run);
    }
    if (!parley_sheet_row(&archive->sheet, first + row, err)) return false;
    if (!put_frame_row(archive, frame, row, err)) return false;
  }
  return true;
}

static bool put_cursor_row(lua_archive *archive, const parley_cursor *row, const unsigned char *types, int typed,
                           parley_error *err) {
  int width = parley_cursor_width(row);
  for (int at = 0; at < width; at++) {
    parley_value value;
    if (!parley_cursor_value(row, at, &value)) return parley_no_memory(err);
    if (at < typed && types[at] != PARLEY_ANY) parley_value_restore(&value, (parley_type)types[at]);
    if (!parley_sheet_cell(&archive->sheet, &value, -1, err)) return false;
  }
  return end_row(archive, err);
}

static bool put_cursor(lua_State *L, lua_archive *archive, parley_lua_cursor *cursor, parley_error *err) {
  const unsigned char *types;
  int typed = parley_lua_cursor_types(cursor, &types);
  int64_t first = lua_tointeger(L, FIRST);
  parley_run run = parley_lua_run_of(L);
  const parley_cursor *row;
  for (int64_t count = 0; (row = parley_lua_cursor_next(L, cursor)) != NULL; count++) {
    if (count == 0 && parley_cursor_width(row) != lua_tointeger(L, WIDTH)) {
      return parley_fail_with(err, "misuse.table_changed", "count=%d wanted=%d", parley_cursor_width(row),
                              (int)lua_tointeger(L, WIDTH));
    }
    if (count % ROWS_PER_LOOK == 0) parley_run_tell(&run, count, 0, 0);
    if (!parley_sheet_row(&archive->sheet, first + count, err)) return false;
    if (!put_cursor_row(archive, row, types, typed, err)) return false;
  }
  return true;
}

/* archive:rows(rows, width, first): all of a cursor or a Frame, from row `first` on; nothing for other rows. */
static int archive_rows(lua_State *L) {
  parley_error err;
  lua_archive *archive = take(L, SINK);
  parley_lua_cursor *cursor = parley_lua_cursor_test(L, ROWS);
  const parley_frame *frame = cursor == NULL ? parley_lua_frame_test(L, ROWS) : NULL;
  if (cursor == NULL && frame == NULL) return 0;
  luaL_checkinteger(L, WIDTH);
  luaL_checkinteger(L, FIRST);
  bool done = cursor != NULL ? put_cursor(L, archive, cursor, &err) : put_frame(L, archive, frame, &err);
  done = done && put_batch(archive, 1, &err);
  return answer(L, archive, done, &err);
}

/* new_archive(sink) -> parley.Archive, to be closed */
static int core_new_archive(lua_State *L) {
  lua_settop(L, 1);
  parley_lua_sink_check(L, 1);
  lua_archive *archive = lua_newuserdatauv(L, sizeof *archive, 1);
  *archive = (lua_archive){.zip = {.sink = hand_on}};
  archive->zip.sink_data = archive;
  luaL_setmetatable(L, ARCHIVE);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  return 1;
}

static const luaL_Reg library[] = {{"new_archive", core_new_archive}, {NULL, NULL}};

static const luaL_Reg methods[] = {{"part", archive_part}, {"write", archive_write}, {"row", archive_row},
                                   {"rows", archive_rows}, {"finish", archive_finish}, {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", archive_free}, {"__close", archive_free}, {NULL, NULL}};

void parley_lua_archive_functions(lua_State *L) {
  if (luaL_newmetatable(L, ARCHIVE)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
