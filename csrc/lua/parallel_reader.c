/*
** What the method is given, and the places in the file, are made into what the engine takes.
**
** The engine reads the file by itself (pread), beside the Reader's own position, which does not move.
*/
#define _XOPEN_SOURCE 700 /* pread */

#include "lua/parallel_reader.h"

#include <string.h>
#include <unistd.h>

#include <lauxlib.h>

#include "frame/packing.h"
#include "lua/frame.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/reader.h"
#include "text/parallel/reader.h"
#include "value/type_inference.h"

enum { NAMES = 2, TYPES = 3, LIMIT = 4, OPTIONS = 5 };

static lua_Integer option(lua_State *L, const char *name) {
  if (!lua_istable(L, OPTIONS)) return 0;
  lua_getfield(L, OPTIONS, name);
  lua_Integer value = lua_isboolean(L, -1) ? lua_toboolean(L, -1) : luaL_optinteger(L, -1, 0);
  lua_pop(L, 1);
  return value;
}

/* A file whose bytes are the text, of which no more than the header has been read, without a fault. Everything else
   is read record by record: pipes, packed or converted text, JSON. */
static bool is_plain(const parley_record_reader *records) {
  const parley_input *input = records->input;
  return !records->json_format && input->file >= 0 && input->owns_file && input->size > 0 && input->gzip == NULL &&
         input->decoder == NULL && records->number == 0 && records->csv.faults.count == 0;
}

/* Where the first record of data begins: places in the text do not count a mark at its start. */
static int64_t start_of(const parley_record_reader *records) {
  const parley_csv *csv = &records->csv;
  char mark[3];
  bool marked = pread(records->input->file, mark, 3, 0) == 3 && memcmp(mark, "\xEF\xBB\xBF", 3) == 0;
  int64_t start = records->headless ? csv->record.offset : csv->window.offset + (int64_t)csv->window.at;
  return start + (marked ? 3 : 0);
}

/* The Reader has read the header, and says where data begin. */
static parley_parallel_source source_of(const parley_record_reader *records) {
  const parley_csv *csv = &records->csv;
  parley_parallel_source source = {
      .file = records->input->file, .start = start_of(records), .end = records->input->size};
  source.options = (parley_csv_options){.delimiter = csv->delimiter, .quotes_are_data = csv->quote < 0,
                                        .width = records->width, .limit = csv->limit};
  if (csv->quote >= 0) source.options.quote = (char)csv->quote;
  return source;
}

/* How much of a column looks like days in no stated order. */
static const char *days_of(const parley_column *column, const parley_parse_rules *reading) {
  static const char *const words[] = {
      [PARLEY_INFERENCE_NO_DAYS] = NULL, [PARLEY_INFERENCE_SOME_DAYS] = "some", [PARLEY_INFERENCE_ALL_DAYS] = "all"};
  parley_inference inference;
  if (column->type != PARLEY_TEXT) return NULL;
  parley_inference_begin(&inference, reading);
  for (int64_t row = 0; row < column->length && !inference.is_text; row++) {
    parley_value value = parley_column_get(column, row);
    if (value.type != PARLEY_ANY)
      parley_inference_add(&inference, value.text, value.length, PARLEY_PARSE_FROM_QUOTED, row + 1);
  }
  return words[parley_inference_days(&inference)];
}

/* As a profile has it, but for the words. */
static void push_kinds(lua_State *L, const parley_frame *frame, const parley_parse_rules *const *readings) {
  lua_createtable(L, frame->width, 0);
  for (int i = 0; i < frame->width; i++) {
    const parley_column *column = &frame->columns[i];
    lua_createtable(L, 0, 4);
    lua_pushliteral(L, "");
    lua_setfield(L, -2, "why");
    lua_pushliteral(L, "");
    lua_setfield(L, -2, "suggestion");
    lua_pushstring(L, column->nulls == column->length ? "any" : parley_type_name(column->type));
    lua_setfield(L, -2, "type");
    lua_pushstring(L, days_of(column, readings[i]));
    lua_setfield(L, -2, "days");
    lua_rawseti(L, -2, i + 1);
  }
}

/* Three outcomes besides an error: read, not sound, too large. */
static int answer(lua_State *L, parley_read_result result, parley_frame *frame, const parley_parallel_source *source,
                  const parley_parallel_size *size, const parley_error *err) {
  if (result == PARLEY_READ_DONE) {
    parley_lua_frame_seal(L, frame);
    if (option(L, "days") == 0) return 1;
    push_kinds(L, frame, source->readings);
    return 2;
  }
  parley_frame_free(frame);
  if (result == PARLEY_READ_FAILED) return parley_return_failure(L, err);
  if (result == PARLEY_READ_UNSOUND) {
    lua_pushboolean(L, 0);
    return 1;
  }
  lua_pushliteral(L, "large");
  lua_pushinteger(L, size->rows);
  lua_pushnumber(L, size->bytes);
  return 3;
}

/* columns(names, types, limit [, {threads =, chunk =, days =}]): reads all records of a CSV file, none of which has
   been asked for yet -> Frame, kinds | false, when only reading record by record will do | "large", rows, bytes |
   nil, message, code. With `days`, kinds[i] is {type =, days =} as in a profile. readings[] points into what is
   stated, which the Reader keeps. */
static int reader_columns(lua_State *L) {
  parley_error err;
  parley_parallel_size size;
  const parley_record_reader *records = parley_lua_reader_check(L, 1);
  lua_settop(L, OPTIONS);
  luaL_checktype(L, NAMES, LUA_TTABLE);
  size_t limit = (size_t)luaL_optinteger(L, LIMIT, 0);
  int width = (int)lua_rawlen(L, NAMES);
  if (!is_plain(records) || width != records->width) {
    lua_pushboolean(L, 0);
    return 1;
  }
  parley_parallel_source source = source_of(records);
  source.chunk = option(L, "chunk");
  source.memory = limit;
  const parley_parse_rules **readings = lua_newuserdatauv(L, (size_t)width * sizeof *readings, 0);
  for (int i = 0; i < width; i++) readings[i] = &parley_record_reader_stated(records, i)->reading;
  source.readings = readings;
  parley_run run = parley_lua_run_of(L);
  if (option(L, "threads") > 0) run.threads = (int)option(L, "threads");
  parley_frame *frame = parley_lua_frame_push_new(L, width, NAMES, TYPES, limit);
  parley_read_result result = parley_parallel_read(&run, &source, frame, &size, &err);
  return answer(L, result, frame, &source, &size, &err);
}

void parley_lua_parallel_reader_functions(lua_State *L) {
  static const luaL_Reg methods[] = {{"columns", reader_columns}, {NULL, NULL}};
  parley_lua_reader_add_methods(L, methods);
}
