/*
** Readers as Lua values: a file, a text or a Lua function, read record by record. A Reader's options stay in its user
** value, since the engine points into their strings. What the world refuses comes back as nil, message, code.
*/
#define _GNU_SOURCE /* _SC_PHYS_PAGES is no part of POSIX */

#include "lua/reader.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <lauxlib.h>

#include "lua/parallel_reader.h"
#include "lua/frame.h"
#include "text/profile.h"

#define READER "parley.Reader"

/* User values of a reader: its options, the piece of text that its function gave last, the names of its columns. */
enum { OPTIONS = 1, PIECE = 2, NAMES = 3 };

typedef struct lreader {
  parley_input input;
  parley_records records;
  parley_stated *stated;
  parley_code *codes;
  int stated_count;
  lua_State *L;      /* the thread that is calling, for the callback */
  const char *piece; /* what is left of the last piece */
  size_t piece_left;
  bool open;
  bool names_known;
} lreader;

/* ---- accessors ---- */

static lreader *check_reader(lua_State *L) {
  lreader *r = luaL_checkudata(L, 1, READER);
  if (!r->open) parley_refuse(L, "this reader is closed");
  r->L = L;
  return r;
}

parley_records *parley_reader_check(lua_State *L, int arg) {
  lreader *r = luaL_checkudata(L, arg, READER);
  if (!r->open) parley_refuse(L, "this reader is closed");
  r->L = L;
  return &r->records;
}

static int fail(lua_State *L, const parley_error *err) {
  lua_pushnil(L);
  lua_pushfstring(L, "parley: %s", err->message);
  lua_pushinteger(L, err->code);
  return 3;
}

/* ---- bytes from a Lua function ---- */

/* Words what came from a call of the function instead of text or nil: an error, or a value of another type. */
static void refuse_answer(lua_State *L, int code, parley_error *err) {
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "(an error without text)";
  if (code != LUA_OK) parley_fail(err, EIO, "the reader function failed: %s", text);
  else parley_fail(err, EIO, "the reader function gave a %s: it gives pieces of text, and nil at the end",
                   luaL_typename(L, -1));
}

/* Asks the function for its next piece; nil or "" is the end. */
static bool ask(lreader *r, parley_error *err) {
  lua_State *L = r->L;
  int top = lua_gettop(L);
  if (!lua_checkstack(L, 6)) return parley_fail(err, ENOMEM, "out of memory");
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

static ptrdiff_t read_pieces(void *context, char *buffer, size_t size, parley_error *err) {
  lreader *r = context;
  if (r->piece_left == 0 && !ask(r, err)) return -1;
  size_t count = r->piece_left < size ? r->piece_left : size;
  if (count > 0) memcpy(buffer, r->piece, count);
  r->piece += count;
  r->piece_left -= count;
  return (ptrdiff_t)count;
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

void parley_reading_from(lua_State *L, parley_reading *reading, parley_code **codes) {
  static const char *const orders[] = {"iso", "dmy", "mdy", NULL};
  int at = lua_gettop(L);
  lua_getfield(L, at, "dates");
  reading->dates = (parley_date_order)luaL_checkoption(L, -1, "iso", orders);
  lua_getfield(L, at, "short_years");
  reading->first_short_year = (int)luaL_optinteger(L, -1, 0);
  if (lua_getfield(L, at, "missing") == LUA_TTABLE) {
    reading->missing = *codes;
    reading->missing_count = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= reading->missing_count; i++, ++*codes) {
      lua_rawgeti(L, -1, i);
      (*codes)->text = luaL_checklstring(L, -1, &(*codes)->length);
      lua_pop(L, 1);
    }
  }
  lua_settop(L, at);
}

static size_t count_codes(lua_State *L, int list) {
  size_t count = 0;
  for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, list); i++) {
    lua_rawgeti(L, list, i);
    if (lua_getfield(L, -1, "missing") == LUA_TTABLE) count += lua_rawlen(L, -1);
    lua_pop(L, 2);
  }
  return count;
}

static void read_stated(lua_State *L, int at, parley_stated *stated, parley_code **codes) {
  lua_getfield(L, at, "name");
  stated->name = lua_tolstring(L, -1, &stated->length);
  lua_getfield(L, at, "type");
  stated->type = PARLEY_ANY;
  const char *type = lua_tostring(L, -1);
  for (int t = PARLEY_ANY; type != NULL && t <= PARLEY_TEXT; t++) {
    if (strcmp(type, parley_type_name((parley_type)t)) == 0) stated->type = (parley_type)t;
  }
  lua_pop(L, 2);
  parley_reading_from(L, &stated->reading, codes);
}

/* What the option `stated` says, a list of {name =, type =, dates =, short_years =, missing =}. */
static void take_stated(lua_State *L, lreader *r, int options) {
  if (lua_getfield(L, options, "stated") == LUA_TTABLE) {
    int list = lua_gettop(L);
    size_t count = lua_rawlen(L, list), codes = count_codes(L, list);
    r->stated = parley_alloc(NULL, (count + 1) * sizeof *r->stated);
    r->codes = parley_alloc(NULL, (codes + 1) * sizeof *r->codes);
    if (r->stated == NULL || r->codes == NULL) parley_refuse(L, "out of memory");
    memset(r->stated, 0, (count + 1) * sizeof *r->stated);
    parley_code *next = r->codes;
    for (size_t i = 0; i < count; i++) {
      lua_rawgeti(L, list, (lua_Integer)i + 1);
      read_stated(L, lua_gettop(L), &r->stated[i], &next);
      lua_pop(L, 1);
    }
    r->stated_count = (int)count;
  }
  lua_pop(L, 1);
}

static char one_character(lua_State *L, int options, const char *field) {
  size_t length = 0;
  const char *text = text_field(L, options, field, &length);
  if (text != NULL && length != 1) parley_refuse(L, "the %s is one character, not '%s'", field, text);
  char c = text != NULL ? text[0] : '\0';
  lua_pop(L, 1);
  return c;
}

static bool open_input(lua_State *L, lreader *r, int options, parley_error *err) {
  size_t length = 0;
  const char *name = text_field(L, options, "name", NULL), *path = text_field(L, options, "path", NULL);
  const char *text = text_field(L, options, "text", &length), *encoding = text_field(L, options, "encoding", NULL);
  if (name == NULL) name = "the text";
  bool opened = path != NULL   ? parley_input_file(&r->input, path, err)
                : text != NULL ? parley_input_memory(&r->input, name, text, length, err)
                               : parley_input_callback(&r->input, name, read_pieces, r, err);
  opened = opened && parley_input_encoding(&r->input, encoding, err);
  lua_pop(L, 4);
  return opened;
}

static bool open_records(lua_State *L, lreader *r, int options, parley_error *err) {
  parley_records_options o = {.json = flag(L, options, "json", false),
                              .headless = !flag(L, options, "header", true),
                              .quotes_are_data = !flag(L, options, "quotes", true)};
  o.delimiter = one_character(L, options, "delimiter");
  o.quote = one_character(L, options, "quote");
  return parley_records_open(&r->records, &r->input, &o, r->stated, r->stated_count, err);
}

/* Registers the reader, so that its function can find it by its address. */
static void register_live(lua_State *L, lreader *r) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, READER ".live");
  lua_pushvalue(L, -2);
  lua_rawsetp(L, -2, r);
  lua_pop(L, 1);
}

static void close_reader(lreader *r) {
  parley_records_close(&r->records);
  if (r->input.name != NULL) parley_input_close(&r->input);
  parley_alloc(r->stated, 0);
  parley_alloc(r->codes, 0);
  r->stated = NULL;
  r->codes = NULL;
  r->open = false;
}

/* reader{path = | text = | read =, name =, json =, header =, delimiter =, quote =, quotes =, encoding =, stated =} */
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
  if (open_input(L, r, 1, &err) && open_records(L, r, 1, &err)) return 1;
  close_reader(r);
  return fail(L, &err);
}

/* ---- columns ---- */

static void push_names(lua_State *L, const lreader *r) {
  lua_createtable(L, r->records.width, 0);
  for (int i = 0; i < r->records.width; i++) {
    parley_code name = parley_records_name(&r->records, i);
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

/* rename(list) */
static int reader_rename(lua_State *L) {
  parley_error err;
  lreader *r = check_reader(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  int count = (int)lua_rawlen(L, 2);
  parley_code *names = lua_newuserdatauv(L, ((size_t)count + 1) * sizeof *names, 0);
  for (int i = 0; i < count; i++) {
    lua_rawgeti(L, 2, i + 1);
    names[i].text = luaL_checklstring(L, -1, &names[i].length);
    lua_pop(L, 1);
  }
  if (!parley_records_rename(&r->records, names, count, &err)) return parley_raise(L, &err);
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
  parley_next next = parley_records_next(&r->records, &err);
  if (next == PARLEY_NEXT_FAILED) return fail(L, &err);
  if (next == PARLEY_NEXT_END) {
    lua_pushboolean(L, 0);
    return 1;
  }
  lua_pushinteger(L, r->records.line);
  lua_pushboolean(L, r->records.sound);
  return 2;
}

static void push_value(lua_State *L, const parley_value *value) {
  switch (value->type) {
    case PARLEY_ANY: lua_pushnil(L); break;
    case PARLEY_INTEGER: lua_pushinteger(L, value->integer); break;
    case PARLEY_NUMBER: lua_pushnumber(L, value->number); break;
    case PARLEY_BOOLEAN: lua_pushboolean(L, (int)value->integer); break;
    default: lua_pushlstring(L, value->text, value->length);
  }
}

/* Pushes a cell as what is stated about its column. */
static bool push_cell(lua_State *L, const parley_records *records, int column, parley_error *err) {
  const parley_cell *cell = &records->cells[column];
  const parley_stated *stated = parley_records_stated(records, column);
  parley_value value = {.type = PARLEY_ANY};
  parley_date_text day;
  if (cell->text != NULL && !parley_read_field(&stated->reading, stated->type, cell->text, cell->length, cell->origin,
                                               &value, &day, err)) {
    return false;
  }
  push_value(L, &value);
  return true;
}

/* row() -> table of values by name | nil, column, value, reason */
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
      lua_pushstring(L, err.message);
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

/* explain() -> what is wrong with the record, whether its bytes are */
static int reader_explain(lua_State *L) {
  parley_error err;
  const lreader *r = check_reader(L);
  parley_records_explain(&r->records, &err);
  lua_pushstring(L, err.message);
  lua_pushboolean(L, r->records.stray_bytes);
  return 2;
}

/* faults() -> message, code; nothing while all bytes are in the encoding they should be in */
static int reader_faults(lua_State *L) {
  parley_error err;
  const lreader *r = check_reader(L);
  if (!parley_records_faults(&r->records, &err)) return 0;
  lua_pushfstring(L, "parley: %s", err.message);
  lua_pushinteger(L, err.code);
  return 2;
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

static int reader_close(lua_State *L) {
  lreader *r = luaL_checkudata(L, 1, READER);
  close_reader(r);
  return 0;
}

/* ---- all of it ---- */

static void set_text(lua_State *L, const char *field, const char *text) {
  lua_pushstring(L, text);
  lua_setfield(L, -2, field);
}

static void set_integer(lua_State *L, const char *field, int64_t value) {
  lua_pushinteger(L, value);
  lua_setfield(L, -2, field);
}

static void push_examples(lua_State *L, const parley_column_study *column) {
  lua_createtable(L, column->example_count, 0);
  for (int i = 0; i < column->example_count; i++) {
    const parley_example *e = &column->examples[i];
    lua_pushlstring(L, e->text, e->length);
    if (e->cut) {
      lua_pushliteral(L, "…");
      lua_concat(L, 2);
    }
    lua_rawseti(L, -2, i + 1);
  }
}

static void push_suspects(lua_State *L, const parley_column_study *column) {
  lua_newtable(L);
  for (int i = 0, n = 0; i < PARLEY_SUSPECTS; i++) {
    if (column->suspects[i] == 0) continue;
    lua_createtable(L, 0, 2);
    set_text(L, "code", parley_suspects[i]);
    set_integer(L, "count", column->suspects[i]);
    lua_rawseti(L, -2, ++n);
  }
}

/* Pushes what is known of a column; in a JSON text it may have come late. */
static void push_column(lua_State *L, const parley_column_study *column, int64_t rows) {
  char words[300];
  const parley_guess *guess = &column->guess;
  lua_createtable(L, 0, 8);
  set_text(L, "type", parley_type_name(parley_guess_type(guess)));
  parley_guess_reason(guess, words, sizeof words);
  set_text(L, "reason", words);
  parley_guess_suggestion(guess, words, sizeof words);
  set_text(L, "suggestion", words);
  if (parley_guess_days(guess) != PARLEY_NO_DAYS) {
    set_text(L, "days", parley_guess_days(guess) == PARLEY_ALL_DAYS ? "all" : "some");
  }
  set_integer(L, "values", guess->values);
  set_integer(L, "missing", rows - guess->values);
  set_integer(L, "bytes", column->bytes);
  push_examples(L, column);
  lua_setfield(L, -2, "examples");
  push_suspects(L, column);
  lua_setfield(L, -2, "suspects");
}

typedef struct study_box {
  parley_study study;
} study_box;

static int study_close(lua_State *L) {
  study_box *box = lua_touserdata(L, 1);
  parley_study_free(&box->study);
  return 0;
}

static study_box *push_box(lua_State *L) {
  study_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  memset(box, 0, sizeof *box);
  if (luaL_newmetatable(L, "parley.Study")) {
    lua_pushcfunction(L, study_close);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, study_close);
    lua_setfield(L, -2, "__close");
  }
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
  return box;
}

/* study(most) -> {rows =, unsound =, fault =, ended =, columns = {…}} | nil, message, code */
static int reader_study(lua_State *L) {
  parley_error err;
  lreader *r = check_reader(L);
  lua_Integer most = luaL_optinteger(L, 2, 0);
  parley_study *study = &push_box(L)->study;
  if (!parley_study_records(study, &r->records, most, &err)) return fail(L, &err);
  lua_createtable(L, 0, 5);
  set_integer(L, "rows", study->rows);
  set_integer(L, "unsound", study->unsound);
  lua_pushboolean(L, study->ended);
  lua_setfield(L, -2, "ended");
  if (study->unsound > 0) set_text(L, "fault", study->first_fault.message);
  lua_createtable(L, study->width, 0);
  for (int i = 0; i < study->width; i++) {
    push_column(L, &study->columns[i], study->rows);
    lua_rawseti(L, -2, i + 1);
  }
  lua_setfield(L, -2, "columns");
  return 1;
}

static bool add_value(parley_frame *frame, int at, const parley_value *value, parley_error *err) {
  switch (value->type) {
    case PARLEY_ANY: return parley_frame_add_null(frame, at, err);
    case PARLEY_INTEGER: return parley_frame_add_integer(frame, at, value->integer, err);
    case PARLEY_NUMBER: return parley_frame_add_number(frame, at, value->number, err);
    case PARLEY_BOOLEAN: return parley_frame_add_boolean(frame, at, value->integer != 0, err);
    default: return parley_frame_add_text(frame, at, value->text, value->length, err);
  }
}

static bool add_cell(parley_frame *frame, int at, const parley_records *records, int column, parley_error *err) {
  parley_error why;
  parley_value value = {.type = PARLEY_ANY};
  parley_date_text day;
  if (column >= records->width || records->cells[column].text == NULL) return parley_frame_add_null(frame, at, err);
  const parley_cell *cell = &records->cells[column];
  const parley_reading *how = &parley_records_stated(records, column)->reading;
  parley_type type = frame->columns[at].type;
  if (!parley_read_field(how, type, cell->text, cell->length, cell->origin, &value, &day, &why)) {
    return parley_fail(err, EINVAL, "%s, line %lld, column '%.60s': %s", records->input->name, (long long)records->line,
                       frame->columns[at].name, why.message);
  }
  return add_value(frame, at, &value, err);
}

static bool fill(parley_frame *frame, parley_records *records, const int *columns, parley_error *err) {
  for (;;) {
    parley_next next = parley_records_next(records, err);
    if (next != PARLEY_NEXT_RECORD) return next == PARLEY_NEXT_END;
    if (!records->sound) return parley_records_explain(records, err);
    for (int at = 0; at < frame->width; at++) {
      if (!add_cell(frame, at, records, columns[at], err)) return false;
    }
  }
}

/* frame(names, types, columns, limit) -> Frame | nil, message, code; columns[i] is the place in the file, from 1 */
static int reader_frame(lua_State *L) {
  parley_error err;
  lreader *r = check_reader(L);
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
  parley_frame *frame = parley_frame_push_new(L, width, 2, 3, limit);
  if (!fill(frame, &r->records, columns, &err)) {
    parley_frame_free(frame);
    return fail(L, &err);
  }
  parley_frame_seal(L, frame);
  return 1;
}

/* ---- library ---- */

/* value(type, text, {dates =, short_years =}) -> the text read as that type | nil, reason */
static int core_value(lua_State *L) {
  static const char *const names[] = {"any", "integer", "number", "boolean", "date", "text", NULL};
  parley_error err;
  parley_reading how = {.dates = PARLEY_DATES_ISO};
  parley_value value;
  parley_date_text day;
  parley_code none[1], *codes = none;
  size_t length;
  parley_type type = (parley_type)luaL_checkoption(L, 1, NULL, names);
  const char *text = luaL_checklstring(L, 2, &length);
  lua_settop(L, 3);
  if (lua_istable(L, 3)) parley_reading_from(L, &how, &codes);
  if (parley_read_field(&how, type, text, length, PARLEY_FROM_QUOTED, &value, &day, &err)) {
    push_value(L, &value);
    return 1;
  }
  lua_pushnil(L);
  lua_pushstring(L, err.message);
  return 2;
}

/* memory() -> bytes of memory this machine has, or nil */
static int core_memory(lua_State *L) {
#ifdef _SC_PHYS_PAGES
  long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
  if (pages > 0 && size > 0) {
    lua_pushinteger(L, (lua_Integer)pages * size);
    return 1;
  }
#endif
  lua_pushnil(L);
  return 1;
}

/* is_terminal(descriptor) */
static int core_is_terminal(lua_State *L) {
  lua_pushboolean(L, isatty((int)luaL_checkinteger(L, 1)));
  return 1;
}

static const luaL_Reg library[] = {{"reader", core_reader},
                                   {"value", core_value},
                                   {"memory", core_memory},
                                   {"is_terminal", core_is_terminal},
                                   {NULL, NULL}};

static const luaL_Reg methods[] = {{"names", reader_names},   {"rename", reader_rename},     {"next", reader_next},
                                   {"row", reader_row},       {"raw", reader_raw},           {"explain", reader_explain},
                                   {"faults", reader_faults}, {"position", reader_position}, {"study", reader_study},
                                   {"frame", reader_frame},   {"columns", parley_reader_columns}, {"close", reader_close}, {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", reader_close}, {"__close", reader_close}, {NULL, NULL}};

static void make_live_table(lua_State *L) {
  if (!luaL_getsubtable(L, LUA_REGISTRYINDEX, READER ".live")) {
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
  }
  lua_pop(L, 1);
}

void parley_read_functions(lua_State *L) {
  make_live_table(L);
  if (luaL_newmetatable(L, READER)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
