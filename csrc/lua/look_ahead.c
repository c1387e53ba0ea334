/* A look at the records behind the header of a CSV text, as texts, without moving on: is the header one at all? */
#include "lua/look_ahead.h"

#include <lauxlib.h>

#include "lua/reader.h"

/* The reader of the bytes at hand; closed when Lua drops it, because making Lua tables may raise. */
static int ahead_close(lua_State *L) {
  parley_csv_close(lua_touserdata(L, 1));
  return 0;
}

static parley_csv *push_ahead(lua_State *L) {
  parley_csv *csv = lua_newuserdatauv(L, sizeof *csv, 0);
  *csv = (parley_csv){.width = 0};
  if (luaL_newmetatable(L, "parley.Ahead")) {
    lua_pushcfunction(L, ahead_close);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, ahead_close);
    lua_setfield(L, -2, "__close");
  }
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
  return csv;
}

static void push_fields(lua_State *L, const parley_csv_record *record) {
  int kept = record->count < PARLEY_CSV_COLUMNS ? record->count : PARLEY_CSV_COLUMNS;
  lua_createtable(L, kept, 1);
  for (int i = 0; i < kept; i++) {
    lua_pushlstring(L, record->fields[i].text, record->fields[i].length);
    lua_rawseti(L, -2, i + 1);
  }
  lua_pushlstring(L, record->raw, record->raw_length);
  lua_setfield(L, -2, "raw");
  lua_pushinteger(L, record->line);
  lua_setfield(L, -2, "line");
}

/* ahead(most) -> list of records after the header, each a list of texts with its raw text and line; the header's raw
   text and its line. Only while no record has been asked for; no more than the bytes at hand have. */
static int reader_ahead(lua_State *L) {
  parley_error err;
  const parley_record_reader *records = parley_lua_reader_check(L, 1);
  lua_Integer most = luaL_checkinteger(L, 2);
  const parley_csv *from = &records->csv;
  const parley_input_window *w = &from->window;
  parley_csv_options options = {.delimiter = from->delimiter, .quotes_are_data = from->quote < 0, .limit = from->limit,
                                .comment = from->comment, .comment_length = from->comment_length, .any_bytes = true,
                                .rows = from->rows, .width = from->width, .line = from->line};
  if (from->quote >= 0) options.quote = (char)from->quote;
  lua_newtable(L);
  parley_csv *csv = push_ahead(L);
  if (parley_csv_open_memory(csv, "", w->text + w->at, w->end - w->at, &options, &err)) {
    for (lua_Integer i = 1; i <= most && parley_csv_next(csv, &err) == PARLEY_RECORD_READ; i++) {
      if (csv->window.at == csv->window.end && !w->final) break; /* it may go on */
      push_fields(L, &csv->record);
      lua_rawseti(L, 3, i);
    }
  }
  lua_settop(L, 4);
  lua_pushvalue(L, 3);
  lua_pushlstring(L, from->record.raw, from->record.raw_length);
  lua_pushinteger(L, from->record.line);
  return 3;
}

/* source() -> the delimiter that a line "sep=;" states or nil, the encoding or nil: stated, or by a mark */
static int reader_source(lua_State *L) {
  const parley_record_reader *records = parley_lua_reader_check(L, 1);
  if (records->separator != '\0') lua_pushlstring(L, &records->separator, 1);
  else lua_pushnil(L);
  lua_pushstring(L, records->input->encoding);
  return 2;
}

void parley_lua_look_ahead_functions(lua_State *L) {
  static const luaL_Reg methods[] = {{"ahead", reader_ahead}, {"source", reader_source}, {NULL, NULL}};
  parley_lua_reader_add_methods(L, methods);
}
