/*
** A Frame as a Lua value: f[i] is row i as a table, f.name is a method and never a column. The userdata owns the
** columns; its user value holds the column names as Lua strings, ready to be keys.
*/
#include "lframe.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "lhost.h"

#define FRAME "parley.Frame"
#define NULL_KEY "parley.null"

/* ---- shared with lstore.c ---- */

int parley_raise(lua_State *L, const parley_error *err) {
  lua_pushfstring(L, "parley: %s", err->message);
  return lua_error(L);
}

int parley_refuse(lua_State *L, const char *fmt, ...) {
  va_list args;
  va_start(args, fmt);
  lua_pushliteral(L, "parley: ");
  lua_pushvfstring(L, fmt, args);
  va_end(args);
  lua_concat(L, 2);
  return lua_error(L);
}

void parley_push_null(lua_State *L) { lua_getfield(L, LUA_REGISTRYINDEX, NULL_KEY); }

parley_type parley_type_at(lua_State *L, int types, int at) {
  if (types == 0 || lua_isnoneornil(L, types)) return PARLEY_ANY;
  luaL_checktype(L, types, LUA_TTABLE);
  if (lua_rawgeti(L, types, at + 1) == LUA_TNIL) {
    lua_pop(L, 1);
    return PARLEY_ANY;
  }
  const char *name = lua_tostring(L, -1);
  for (int type = PARLEY_ANY; name != NULL && type <= PARLEY_TEXT; type++) {
    if (strcmp(name, parley_type_name((parley_type)type)) != 0) continue;
    lua_pop(L, 1);
    return (parley_type)type;
  }
  name = luaL_tolstring(L, -1, NULL);
  parley_refuse(L, "unknown column type '%s'; one of integer, number, boolean, text, date, any", name);
  return PARLEY_ANY;
}

/* ---- making ---- */

const parley_frame *parley_frame_test(lua_State *L, int arg) { return luaL_testudata(L, arg, FRAME); }

static parley_frame *check_frame(lua_State *L) { return luaL_checkudata(L, 1, FRAME); }

static void name_column(lua_State *L, parley_frame *frame, int at, int names, int types) {
  parley_error err;
  size_t length;
  parley_type type = parley_type_at(L, types, at);
  if (lua_rawgeti(L, names, at + 1) != LUA_TSTRING) {
    parley_refuse(L, "the name of column %d is a %s, not a text", at + 1, luaL_typename(L, -1));
  }
  const char *name = lua_tolstring(L, -1, &length);
  if (!parley_frame_name(frame, at, name, length, type, &err)) parley_raise(L, &err);
  lua_rawseti(L, -2, at + 1);
}

parley_frame *parley_frame_push_new(lua_State *L, int width, int names, int types, size_t limit) {
  parley_error err;
  parley_frame *frame = lua_newuserdatauv(L, sizeof *frame, 1);
  memset(frame, 0, sizeof *frame);
  luaL_setmetatable(L, FRAME);
  if (!parley_frame_create(frame, width, limit, &err)) parley_raise(L, &err);
  lua_createtable(L, width, 0);
  for (int at = 0; at < width; at++) name_column(L, frame, at, names, types);
  lua_setiuservalue(L, -2, 1);
  return frame;
}

/* A Frame is memory that Lua's collector does not see: it is told, as if it had allocated that much, so that Frames
   dropped in a loop are collected in time. A stopped collector stays stopped. */
void parley_frame_seal(lua_State *L, parley_frame *frame) {
  parley_error err;
  if (!parley_frame_finish(frame, &err)) {
    parley_frame_free(frame);
    parley_raise(L, &err);
  }
  size_t kilobytes = frame->bytes / 1024;
  if (kilobytes < 64 || !lua_gc(L, LUA_GCISRUNNING)) return;
  lua_gc(L, LUA_GCSTEP, kilobytes < 1 << 20 ? (int)kilobytes : 1 << 20);
}

/* Adds the Lua value on the stack top. */
static bool add_value(lua_State *L, parley_frame *frame, int at, parley_error *err) {
  size_t length;
  const char *text;
  switch (lua_type(L, -1)) {
    case LUA_TNIL: return parley_frame_add_null(frame, at, err);
    case LUA_TBOOLEAN: return parley_frame_add_boolean(frame, at, lua_toboolean(L, -1), err);
    case LUA_TNUMBER:
      if (lua_isinteger(L, -1)) return parley_frame_add_integer(frame, at, lua_tointeger(L, -1), err);
      return parley_frame_add_number(frame, at, lua_tonumber(L, -1), err);
    case LUA_TSTRING:
      text = lua_tolstring(L, -1, &length);
      return parley_frame_add_text(frame, at, text, length, err);
    default: break;
  }
  parley_push_null(L);
  bool missing = lua_rawequal(L, -1, -2);
  lua_pop(L, 1);
  if (missing) return parley_frame_add_null(frame, at, err);
  return parley_fail(err, SQLITE_MISMATCH, "column '%.100s' cannot hold a %s", frame->columns[at].name,
                     luaL_typename(L, -1));
}

/* frame_new(names, types, n, columns): columns[i][row], from Lua lists. */
static int frame_new(lua_State *L) {
  parley_error err;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer rows = luaL_checkinteger(L, 3);
  luaL_checktype(L, 4, LUA_TTABLE);
  lua_settop(L, 4);
  parley_frame *frame = parley_frame_push_new(L, (int)lua_rawlen(L, 1), 1, 2, parley_limits_get(L).memory);
  for (int at = 0; at < frame->width; at++) {
    if (lua_rawgeti(L, 4, at + 1) != LUA_TTABLE) return parley_refuse(L, "column %d has no list", at + 1);
    for (lua_Integer row = 1; row <= rows; row++) {
      lua_rawgeti(L, -1, row);
      if (!add_value(L, frame, at, &err)) return parley_raise(L, &err);
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  parley_frame_seal(L, frame);
  return 1;
}

/* ---- reading ---- */

/* Pushes a value; a missing one as nil. */
static void push_value(lua_State *L, const parley_column *column, int64_t row) {
  parley_value value = parley_column_get(column, row);
  switch (value.type) {
    case PARLEY_ANY: lua_pushnil(L); break;
    case PARLEY_INTEGER: lua_pushinteger(L, value.integer); break;
    case PARLEY_NUMBER: lua_pushnumber(L, value.number); break;
    case PARLEY_BOOLEAN: lua_pushboolean(L, (int)value.integer); break;
    default: lua_pushlstring(L, value.text, value.length);
  }
}

/* Pushes a row as a table; the list of names is at stack index `names`. */
static void push_row(lua_State *L, const parley_frame *frame, int names, int64_t row) {
  lua_createtable(L, 0, frame->width);
  for (int at = 0; at < frame->width; at++) {
    lua_rawgeti(L, names, at + 1);
    push_value(L, &frame->columns[at], row);
    lua_rawset(L, -3);
  }
}

/* f[i] is a row, or nil beyond the ends; any other key is a method (upvalue 1). */
static int frame_index(lua_State *L) {
  if (lua_type(L, 2) != LUA_TNUMBER) {
    lua_pushvalue(L, 2);
    lua_gettable(L, lua_upvalueindex(1));
    return 1;
  }
  const parley_frame *frame = check_frame(L);
  int exact;
  lua_Integer row = lua_tointegerx(L, 2, &exact);
  if (!exact || row < 1 || row > frame->rows) return 0;
  lua_getiuservalue(L, 1, 1);
  push_row(L, frame, 3, row - 1);
  return 1;
}

static int frame_newindex(lua_State *L) { return parley_refuse(L, "a Frame cannot be changed"); }

static int frame_count(lua_State *L) {
  lua_pushinteger(L, check_frame(L)->rows);
  return 1;
}

static int frame_bytes(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check_frame(L)->bytes);
  return 1;
}

static int frame_columns(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  lua_createtable(L, frame->width, 0);
  for (int at = 0; at < frame->width; at++) {
    lua_pushlstring(L, frame->columns[at].name, frame->columns[at].name_length);
    lua_rawseti(L, -2, at + 1);
  }
  return 1;
}

static int frame_types(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  lua_createtable(L, frame->width, 0);
  for (int at = 0; at < frame->width; at++) {
    lua_pushstring(L, parley_type_name(frame->columns[at].type));
    lua_rawseti(L, -2, at + 1);
  }
  return 1;
}

/* Position of the column whose name is argument `arg`, or an error. */
static int check_column(lua_State *L, const parley_frame *frame, int arg) {
  size_t length;
  const char *name = luaL_checklstring(L, arg, &length);
  int at = parley_frame_find(frame, name, length);
  if (at < 0) parley_refuse(L, "no column '%s'", name);
  return at;
}

static int frame_values(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  const parley_column *column = &frame->columns[check_column(L, frame, 2)];
  lua_createtable(L, (int)frame->rows, 1);
  for (int64_t row = 0; row < frame->rows; row++) {
    push_value(L, column, row);
    lua_rawseti(L, -2, row + 1);
  }
  lua_pushinteger(L, frame->rows);
  lua_setfield(L, -2, "n");
  return 1;
}

static int frame_first(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  if (frame->rows == 0) return 0;
  lua_settop(L, 1);
  lua_getiuservalue(L, 1, 1);
  push_row(L, frame, 2, 0);
  return 1;
}

static int frame_all(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  lua_settop(L, 1);
  lua_getiuservalue(L, 1, 1);
  lua_createtable(L, (int)frame->rows, 0);
  for (int64_t row = 0; row < frame->rows; row++) {
    push_row(L, frame, 2, row);
    lua_rawseti(L, 3, row + 1);
  }
  return 1;
}

/* ---- iterators ---- */

/* Where an iterator stands, and the columns it was asked for. */
typedef struct place {
  int64_t row;
  int count;
  int columns[];
} place;

/* Upvalues: the Frame, its names, the place. */
static int rows_next(lua_State *L) {
  const parley_frame *frame = lua_touserdata(L, lua_upvalueindex(1));
  place *here = lua_touserdata(L, lua_upvalueindex(3));
  if (here->row >= frame->rows) return 0;
  push_row(L, frame, lua_upvalueindex(2), here->row++);
  return 1;
}

static int frame_rows(lua_State *L) {
  check_frame(L);
  lua_settop(L, 1);
  lua_getiuservalue(L, 1, 1);
  place *here = lua_newuserdatauv(L, sizeof *here, 0);
  here->row = 0;
  lua_pushcclosure(L, rows_next, 3);
  return 1;
}

/* Upvalues: the Frame, core.null, the place. A missing value in front would end the loop, so it comes as null. */
static int each_next(lua_State *L) {
  const parley_frame *frame = lua_touserdata(L, lua_upvalueindex(1));
  place *here = lua_touserdata(L, lua_upvalueindex(3));
  if (here->row >= frame->rows) return 0;
  luaL_checkstack(L, here->count, NULL);
  for (int i = 0; i < here->count; i++) push_value(L, &frame->columns[here->columns[i]], here->row);
  here->row++;
  if (here->count > 0 && lua_isnil(L, -here->count)) {
    lua_pushvalue(L, lua_upvalueindex(2));
    lua_replace(L, -here->count - 1);
  }
  return here->count;
}

static int frame_each(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  int asked = lua_gettop(L) - 1, count = asked > 0 ? asked : frame->width;
  place *here = lua_newuserdatauv(L, sizeof *here + (size_t)count * sizeof(int), 0);
  here->row = 0;
  here->count = count;
  for (int i = 0; i < count; i++) here->columns[i] = asked > 0 ? check_column(L, frame, i + 2) : i;
  lua_pushvalue(L, 1);
  parley_push_null(L);
  lua_rotate(L, -3, -1);
  lua_pushcclosure(L, each_next, 3);
  return 1;
}

/* ---- metatable ---- */

static int frame_gc(lua_State *L) {
  parley_frame_free(check_frame(L));
  return 0;
}

static int frame_tostring(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  lua_pushfstring(L, FRAME ": %I rows x %d columns", (LUAI_UACINT)frame->rows, frame->width);
  return 1;
}

static int null_tostring(lua_State *L) {
  lua_pushliteral(L, "null");
  return 1;
}

static const luaL_Reg library[] = {{"frame_new", frame_new}, {NULL, NULL}};

static const luaL_Reg methods[] = {
    {"columns", frame_columns}, {"types", frame_types}, {"values", frame_values}, {"rows", frame_rows},
    {"each", frame_each},       {"first", frame_first}, {"all", frame_all},       {"count", frame_count},
    {"bytes", frame_bytes},     {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", frame_gc},
                                       {"__len", frame_count},
                                       {"__tostring", frame_tostring},
                                       {"__newindex", frame_newindex},
                                       {NULL, NULL}};

static void push_new_null(lua_State *L) {
  if (lua_getfield(L, LUA_REGISTRYINDEX, NULL_KEY) != LUA_TNIL) return;
  lua_pop(L, 1);
  lua_newuserdatauv(L, 0, 0);
  luaL_newmetatable(L, "parley.Null");
  lua_pushliteral(L, NULL_KEY);
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, null_tostring);
  lua_setfield(L, -2, "__tostring");
  lua_setmetatable(L, -2);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, NULL_KEY);
}

/* A second loading of the module finds the first one's metatable, with all methods added to it since. */
static void push_metatable(lua_State *L) {
  if (!luaL_newmetatable(L, FRAME)) return;
  luaL_setfuncs(L, metamethods, 0);
  luaL_newlib(L, methods);
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, "methods");
  lua_pushcclosure(L, frame_index, 1);
  lua_setfield(L, -2, "__index");
}

void parley_frame_functions(lua_State *L) {
  luaL_setfuncs(L, library, 0);
  push_new_null(L);
  lua_setfield(L, -2, "null");
  push_metatable(L);
  lua_getfield(L, -1, "methods");
  lua_setfield(L, -3, "frame_methods");
  lua_setfield(L, -2, "frame_metatable");
}
