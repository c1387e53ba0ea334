/*
** Readers as Lua values: a file, a text or a Lua function, read record by record. A Reader's options stay in its user
** value, since the engine points into their strings. What the world refuses comes back as nil, message, code.
**
** The function that gives text is called from below (text/input.c) with no Lua around it; `L` is set by every entry, so
** that it runs on the thread that is asking.
*/
#include "lua/reader.h"

#include <string.h>

#include <lauxlib.h>

#include "base/buffer.h"
#include "lua/table_fields.h"
#include "lua/path_policy.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/parse_rules.h"
#include "lua/values.h"
#include "lua/workbook.h"
#include "value/parse_field.h"

#define READER "parley.Reader"

/* Records between two questions whether to give up. */
enum { RECORDS_PER_LOOK = 64 };

/* User values of a reader: its options, the piece of text that its function gave last, the names of its columns. */
enum { OPTIONS = 1, PIECE = 2, NAMES = 3 };

typedef struct lreader {
  parley_input input;
  parley_record_reader records;
  parley_record_stated *stated; /* points into strings of the options */
  parley_missing_code *codes;
  int stated_count;
  parley_lua_sheet *sheet; /* whose text is read; NULL: none */
  lua_State *L;      /* the thread that is calling, for the callback */
  const char *piece; /* what is left of the last piece */
  size_t piece_left;
  bool open;
  bool names_known;
} lreader;

/* ---- accessors ---- */

static lreader *check_reader(lua_State *L) {
  lreader *r = luaL_checkudata(L, 1, READER);
  if (!r->open) parley_refuse(L, "closed.reader");
  r->L = L;
  return r;
}

parley_record_reader *parley_lua_reader_check(lua_State *L, int arg) {
  lreader *r = luaL_checkudata(L, arg, READER);
  if (!r->open) parley_refuse(L, "closed.reader");
  r->L = L;
  return &r->records;
}

/* ---- bytes from a Lua function ---- */

/* Tells what came from a call of the function instead of text or nil: an error, or a value of another type. */
static void refuse_answer(lua_State *L, int code, parley_error *err) {
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : luaL_typename(L, -1);
  if (code != LUA_OK) parley_fail_with(err, "io.reader", "message=%s", text);
  else parley_fail_with(err, "io.reader_value", "got=%s", luaL_typename(L, -1));
}

/* Asks the function for its next piece; nil or "" is the end. Through the weak table and not an upvalue: C below
   knows the reader's address only. */
static bool ask(lreader *r, parley_error *err) {
  lua_State *L = r->L;
  int top = lua_gettop(L);
  if (!lua_checkstack(L, 6)) return parley_no_memory(err);
  lua_getfield(L, LUA_REGISTRYINDEX, READER ".live");
  lua_rawgetp(L, -1, r);
  lua_getiuservalue(L, -1, OPTIONS);
  lua_getfield(L, -1, "read");
  int code = lua_pcall(L, 0, 1, 0);
  bool good = code == LUA_OK && (lua_type(L, -1) == LUA_TSTRING || lua_isnil(L, -1));
  if (!good) {
    refuse_answer(L, code, err);
  } else if (lua_isnil(L, -1)) {
    r->piece_left = 0;
  } else {
    r->piece = lua_tolstring(L, -1, &r->piece_left);
    lua_setiuservalue(L, top + 2, PIECE);
  }
  lua_settop(L, top);
  return good;
}

/* A piece stays alive in a user value until the next one is asked for. */
static ptrdiff_t read_pieces(void *context, char *buffer, size_t size, parley_error *err) {
  lreader *r = context;
  if (r->piece_left == 0 && !ask(r, err)) return -1;
  size_t count = r->piece_left < size ? r->piece_left : size;
  if (count > 0) memcpy(buffer, r->piece, count);
  r->piece += count;
  r->piece_left -= count;
  return (ptrdiff_t)count;
}

static ptrdiff_t read_sheet(void *context, char *buffer, size_t size, parley_error *err) {
  lreader *r = context;
  return parley_lua_sheet_read(r->sheet, r->L, buffer, size, err);
}

/* ---- options ---- */

/* The field of the table at `at`, left on the stack; NULL when it is not there. */
static const char *text_field(lua_State *L, int at, const char *field, size_t *length) {
  lua_getfield(L, at, field);
  return lua_tolstring(L, -1, length);
}

static bool flag(lua_State *L, int at, const char *field, bool otherwise) {
  lua_getfield(L, at, field);
  bool value = lua_isnil(L, -1) ? otherwise : lua_toboolean(L, -1);
  lua_pop(L, 1);
  return value;
}

static void read_stated(lua_State *L, int at, parley_record_stated *stated, parley_missing_code **codes) {
  lua_getfield(L, at, "name");
  stated->name = lua_tolstring(L, -1, &stated->length);
  lua_getfield(L, at, "type");
  stated->type = PARLEY_ANY;
  const char *type = lua_tostring(L, -1);
  if (type != NULL) parley_type_find(type, &stated->type);
  lua_pop(L, 2);
  parley_lua_parse_rules_from(L, &stated->reading, codes);
}

/* What the option `stated` says, a list of {name =, type =, dates =, short_years =, missing =}. Two blocks, counted
   first; strings are the options', kept in a user value. */
static void take_stated(lua_State *L, lreader *r, int options) {
  if (lua_getfield(L, options, "stated") == LUA_TTABLE) {
    int list = lua_gettop(L);
    size_t count = lua_rawlen(L, list), codes = parley_lua_count_items(L, list, "missing");
    r->stated = parley_alloc(NULL, (count + 1) * sizeof *r->stated);
    r->codes = parley_alloc(NULL, (codes + 1) * sizeof *r->codes);
    if (r->stated == NULL || r->codes == NULL) parley_raise_no_memory(L);
    memset(r->stated, 0, (count + 1) * sizeof *r->stated);
    parley_missing_code *next = r->codes;
    for (size_t i = 0; i < count; i++) {
      lua_rawgeti(L, list, (lua_Integer)i + 1);
      read_stated(L, lua_gettop(L), &r->stated[i], &next);
      lua_pop(L, 1);
    }
    r->stated_count = (int)count;
  }
  lua_pop(L, 1);
}

/* A character of ASCII: the reader refuses others with its own words. */
static char one_character(lua_State *L, int options, const char *field) {
  size_t length = 0;
  const char *text = text_field(L, options, field, &length);
  if (text != NULL && length != 1) {
    parley_refuse_with(L, "bad_argument.one_character", "name=%s value=%s", field, text);
  }
  char c = text != NULL ? text[0] : '\0';
  lua_pop(L, 1);
  return c;
}

static bool open_input(lua_State *L, lreader *r, int options, parley_error *err) {
  size_t length = 0;
  const char *name = text_field(L, options, "name", NULL), *path = text_field(L, options, "path", NULL);
  const char *text = text_field(L, options, "text", &length), *encoding = text_field(L, options, "encoding", NULL);
  if (name == NULL) name = "the text";
  if (path != NULL) parley_lua_path_policy_check(L, path);
  bool opened = path != NULL   ? parley_input_file(&r->input, path, err)
                : text != NULL ? parley_input_memory(&r->input, name, text, length, err)
                               : parley_input_callback(&r->input, name, read_pieces, r, err);
  opened = opened && parley_input_encoding(&r->input, encoding, err);
  lua_pop(L, 4);
  return opened;
}

/* The text of a sheet, where one is stated, is made of the bytes of a workbook. */
static bool open_source(lua_State *L, lreader *r, int options, parley_error *err) {
  bool is_sheet = lua_getfield(L, options, "sheet") != LUA_TNIL;
  lua_pop(L, 1);
  if (!is_sheet) return open_input(L, r, options, err);
  if (!parley_lua_sheet_open(L, options, &r->sheet, err)) return false;
  const char *name = text_field(L, options, "name", NULL);
  bool opened = parley_input_callback(&r->input, name != NULL ? name : "the sheet", read_sheet, r, err);
  lua_pop(L, 1);
  return opened;
}

static bool open_records(lua_State *L, lreader *r, int options, parley_error *err) {
  parley_record_reader_options o = {.json = flag(L, options, "json", false), .sheet = r->sheet != NULL,
                              .headless = !flag(L, options, "header", true),
                              .quotes_are_data = !flag(L, options, "quotes", true),
                              .clean = flag(L, options, "clean", false)};
  o.delimiter = one_character(L, options, "delimiter");
  o.quote = one_character(L, options, "quote");
  o.skip = parley_lua_integer_field(L, options, "skip", 0);
  o.limit = (size_t)parley_lua_integer_field(L, options, "longest_record", 0);
  o.comment = text_field(L, options, "comment", &o.comment_length);
  o.lines = flag(L, options, "lines", false);
  o.path = text_field(L, options, "list", &o.path_length);
  bool opened = parley_record_reader_open(&r->records, &r->input, &o, r->stated, r->stated_count, err);
  lua_pop(L, 2);
  return opened;
}

/* Registers the reader, so that its function can find it by its address. */
static void register_live(lua_State *L, lreader *r) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, READER ".live");
  lua_pushvalue(L, -2);
  lua_rawsetp(L, -2, r);
  lua_pop(L, 1);
}

static void close_reader(lreader *r) {
  parley_record_reader_close(&r->records);
  if (r->input.name != NULL) parley_input_close(&r->input);
  parley_lua_sheet_close(r->sheet);
  r->sheet = NULL;
  parley_alloc(r->stated, 0);
  parley_alloc(r->codes, 0);
  r->stated = NULL;
  r->codes = NULL;
  r->open = false;
}

/* reader{path = | text = | read =, name =, json =, header =, delimiter =, quote =, quotes =, clean =, encoding =,
   stated =, skip =, comment =, longest_record =, lines =, list =}; with `sheet` the text of a sheet of a workbook
   (lua/workbook.h) */
static int core_reader(lua_State *L) {
  parley_error err;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lreader *r = lua_newuserdatauv(L, sizeof *r, 3);
  memset(r, 0, sizeof *r);
  luaL_setmetatable(L, READER);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 2, OPTIONS);
  register_live(L, r);
  r->L = L;
  take_stated(L, r, 1);
  r->open = true;
  if (open_source(L, r, 1, &err) && open_records(L, r, 1, &err)) return 1;
  close_reader(r);
  return parley_return_failure(L, &err);
}

/* ---- columns ---- */

static void push_names(lua_State *L, const lreader *r) {
  lua_createtable(L, r->records.width, 0);
  for (int i = 0; i < r->records.width; i++) {
    parley_missing_code name = parley_record_reader_name(&r->records, i);
    lua_pushlstring(L, name.text, name.length);
    lua_rawseti(L, -2, i + 1);
  }
}

/* names() -> list: of the header, or of the keys met so far; those given by rename */
static int reader_names(lua_State *L) {
  lreader *r = check_reader(L);
  if (r->names_known) lua_getiuservalue(L, 1, NAMES);
  else push_names(L, r);
  return 1;
}

/* rename(list). The list itself is kept, so that names() gives it back. */
static int reader_rename(lua_State *L) {
  parley_error err;
  lreader *r = check_reader(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  int count = (int)lua_rawlen(L, 2);
  parley_missing_code *names = lua_newuserdatauv(L, ((size_t)count + 1) * sizeof *names, 0);
  for (int i = 0; i < count; i++) {
    lua_rawgeti(L, 2, i + 1);
    names[i].text = luaL_checklstring(L, -1, &names[i].length);
    lua_pop(L, 1);
  }
  if (!parley_record_reader_rename(&r->records, names, count, &err)) return parley_raise(L, &err);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 1, NAMES);
  r->names_known = true;
  return 0;
}

/* ---- records ---- */

/* next() -> line, sound; false at the end; nil, message, code */
static int reader_next(lua_State *L) {
  parley_error err;
  lreader *r = check_reader(L);
  if (r->records.number % RECORDS_PER_LOOK == 0) {
    parley_run run = parley_lua_run_of(L);
    if (parley_run_poll(&run, &err)) return parley_return_failure(L, &err);
  }
  parley_record_next next = parley_record_reader_next(&r->records, &err);
  if (next == PARLEY_RECORD_FAILED) return parley_return_failure(L, &err);
  if (next == PARLEY_RECORD_END) {
    lua_pushboolean(L, 0);
    return 1;
  }
  lua_pushinteger(L, r->records.line);
  lua_pushboolean(L, r->records.sound);
  return 2;
}

/* Pushes a cell as what is stated about its column. */
static bool push_cell(lua_State *L, const parley_record_reader *records, int column, parley_error *err) {
  const parley_record_cell *cell = &records->cells[column];
  const parley_record_stated *stated = parley_record_reader_stated(records, column);
  parley_value value = {.type = PARLEY_ANY};
  parley_date_text day;
  if (cell->text != NULL && !parley_parse_field(&stated->reading, stated->type, cell->text, cell->length, cell->origin,
                                                &value, &day, err)) {
    return false;
  }
  parley_push_value(L, &value);
  return true;
}

/* row() -> table of values by name | nil, column, value, why. A cell that does not read ends the row: which, what
   and why. */
static int reader_row(lua_State *L) {
  parley_error err;
  lreader *r = check_reader(L);
  lua_settop(L, 1);
  lua_pushcfunction(L, reader_names);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  lua_createtable(L, 0, r->records.width);
  for (int i = 0; i < r->records.width; i++) {
    lua_rawgeti(L, 2, i + 1);
    if (!push_cell(L, &r->records, i, &err)) {
      lua_pushnil(L);
      lua_rotate(L, -2, 1);
      lua_pushlstring(L, r->records.cells[i].text, r->records.cells[i].length);
      parley_push_failure(L, &err);
      return 4;
    }
    lua_rawset(L, 3);
  }
  return 1;
}

/* raw() -> the record as it stands in the file */
static int reader_raw(lua_State *L) {
  const lreader *r = check_reader(L);
  lua_pushlstring(L, r->records.raw, r->records.raw_length);
  return 1;
}

/* explain() -> what is wrong with the record, without its place; whether its bytes are */
static int reader_explain(lua_State *L) {
  parley_error err;
  const lreader *r = check_reader(L);
  parley_record_reader_explain(&r->records, &err);
  err.count = 1;
  parley_push_failure(L, &err);
  lua_pushboolean(L, r->records.stray_bytes);
  return 2;
}

/* faults() -> what is wrong, code; nothing while all bytes are in the encoding they should be in */
static int reader_faults(lua_State *L) {
  parley_error err;
  const lreader *r = check_reader(L);
  if (!parley_record_reader_faults(&r->records, &err)) return 0;
  parley_push_failure(L, &err);
  lua_pushstring(L, parley_error_word(err.code));
  return 2;
}

/* sheet() -> what the text of a sheet does not say (lua/workbook.h), as far as it has been read; nil: it is of none */
static int reader_sheet(lua_State *L) {
  const lreader *r = check_reader(L);
  if (r->sheet == NULL) return 0;
  parley_lua_sheet_push_facts(L, r->sheet);
  return 1;
}

/* position() -> bytes read, bytes in all (nil: not known), number of the record, its line */
static int reader_position(lua_State *L) {
  const lreader *r = check_reader(L);
  lua_pushinteger(L, r->input.taken);
  if (r->input.size < 0) lua_pushnil(L);
  else lua_pushinteger(L, r->input.size);
  lua_pushinteger(L, r->records.number);
  lua_pushinteger(L, r->records.line);
  return 4;
}

/* __index of a row: upvalues are the Reader, and the places of its columns by their names. A cell is read when it is
   asked for: most rows have more of them than anybody wants. That the upvalue is a Reader was checked when it became
   one. */
static int cell_index(lua_State *L) {
  parley_error err;
  const lreader *r = lua_touserdata(L, lua_upvalueindex(1));
  const parley_record_reader *records = &r->records;
  if (!r->open) parley_refuse(L, "closed.reader");
  lua_settop(L, 2);
  lua_rawget(L, lua_upvalueindex(2));
  lua_Integer column = lua_tointeger(L, -1);
  if (column < 1 || column > records->width) return 0;
  if (!push_cell(L, records, (int)column - 1, &err)) return parley_raise(L, &err);
  return 1;
}

/* cells(places) -> a function (row, name) that gives the cell of a column of the record at hand */
static int reader_cells(lua_State *L) {
  check_reader(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_pushcclosure(L, cell_index, 2);
  return 1;
}

static int reader_close(lua_State *L) {
  lreader *r = luaL_checkudata(L, 1, READER);
  close_reader(r);
  return 0;
}

/* ---- library ---- */

static const luaL_Reg library[] = {{"reader", core_reader}, {NULL, NULL}};

static const luaL_Reg methods[] = {{"names", reader_names},
                                   {"rename", reader_rename},
                                   {"next", reader_next},
                                   {"row", reader_row},
                                   {"cells", reader_cells},
                                   {"raw", reader_raw},
                                   {"explain", reader_explain},
                                   {"faults", reader_faults},
                                   {"position", reader_position},
                                   {"sheet", reader_sheet},
                                   {"close", reader_close},
                                   {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", reader_close}, {"__close", reader_close}, {NULL, NULL}};

void parley_lua_reader_add_methods(lua_State *L, const luaL_Reg *more) {
  luaL_getmetatable(L, READER);
  lua_getfield(L, -1, "__index");
  luaL_setfuncs(L, more, 0);
  lua_pop(L, 2);
}

void parley_lua_reader_functions(lua_State *L) {
  /* Weak, so that a reader nobody holds is collected. */
  parley_lua_make_weak_table(L, READER ".live");
  if (luaL_newmetatable(L, READER)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
