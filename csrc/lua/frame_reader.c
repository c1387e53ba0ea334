/*
** Each cell is read as what its column is, or the file, the line and the column are named.
**
** Reading record by record: for what the parallel reader refuses, and as the reference that it is compared with.
*/
#include "lua/frame_reader.h"

#include <lauxlib.h>

#include "lua/frame.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/reader.h"
#include "value/parse_field.h"

/* A record may have fewer cells than the header: missing. */
static bool add_cell(parley_frame *frame, int at, const parley_record_reader *records, int column, parley_error *err) {
  parley_value value = {.type = PARLEY_ANY};
  parley_date_text day;
  if (column >= records->width || records->cells[column].text == NULL) return parley_frame_add_null(frame, at, err);
  const parley_record_cell *cell = &records->cells[column];
  const parley_parse_rules *how = &parley_record_reader_stated(records, column)->reading;
  parley_type type = frame->columns[at].type;
  if (!parley_parse_field(how, type, cell->text, cell->length, cell->origin, &value, &day, err)) {
    return parley_fail_about(err, "line_and_column", "path=%s line=%lld column=%s", records->input->name,
                             (long long)records->line, frame->columns[at].name);
  }
  return parley_frame_add_value(frame, at, &value, err);
}

/* Records between two questions whether to give up. */
enum { RECORDS_PER_LOOK = 256 };

static bool add_records(const parley_run *run, parley_frame *frame, parley_record_reader *records, const int *columns,
                        parley_error *err) {
  for (int64_t done = 0;; done++) {
    if (done % RECORDS_PER_LOOK == 0) {
      parley_run_tell(run, done, records->input->taken, records->input->size);
      if (parley_run_poll(run, err)) return false;
    }
    parley_record_next next = parley_record_reader_next(records, err);
    if (next != PARLEY_RECORD_READ) return next == PARLEY_RECORD_END;
    if (!records->sound) return parley_record_reader_explain(records, err);
    for (int at = 0; at < frame->width; at++) {
      if (!add_cell(frame, at, records, columns[at], err)) return false;
    }
  }
}

/* frame(names, types, columns, limit) -> Frame | nil, message, code; columns[i] is the place in the file, from 1.
   columns[] is a userdata, so that a raised error frees it. */
static int reader_frame(lua_State *L) {
  parley_error err;
  parley_record_reader *records = parley_lua_reader_check(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  luaL_checktype(L, 4, LUA_TTABLE);
  size_t limit = (size_t)luaL_optinteger(L, 5, 0);
  lua_settop(L, 4);
  int width = (int)lua_rawlen(L, 2);
  int *columns = lua_newuserdatauv(L, ((size_t)width + 1) * sizeof *columns, 0);
  for (int i = 0; i < width; i++) {
    lua_rawgeti(L, 4, i + 1);
    columns[i] = (int)luaL_checkinteger(L, -1) - 1;
    lua_pop(L, 1);
  }
  parley_frame *frame = parley_lua_frame_push_new(L, width, 2, 3, limit);
  parley_run run = parley_lua_run_of(L);
  if (!add_records(&run, frame, records, columns, &err)) {
    parley_frame_free(frame);
    return parley_return_failure(L, &err);
  }
  parley_lua_frame_seal(L, frame);
  return 1;
}

void parley_lua_frame_reader_functions(lua_State *L) {
  static const luaL_Reg methods[] = {{"frame", reader_frame}, {NULL, NULL}};
  parley_lua_reader_add_methods(L, methods);
}
