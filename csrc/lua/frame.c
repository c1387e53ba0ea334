/*
** A Frame as a Lua value: f[i] is row i as a table, f.name is a method and never a column. The userdata owns the
** columns; its first user value is the list of their names as Lua strings, its second belongs to lua/rows.c.
**
** Immutable: nothing here changes a sealed Frame, so that shares, kept strings and caches stay good.
*/
#include "lua/frame.h"

#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "frame/unpack.h"
#include "lua/host_limits.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/values.h"
#include "value/clean.h"

#define FRAME "parley.Frame"

/* The userdata: the Frame in front, so that its address is that of the Frame. */
typedef struct lframe {
  parley_frame frame;
  parley_lua_call_share share;
} lframe;

/* ---- making ---- */

const parley_frame *parley_lua_frame_test(lua_State *L, int arg) { return luaL_testudata(L, arg, FRAME); }

static parley_frame *check_frame(lua_State *L) { return luaL_checkudata(L, 1, FRAME); }

/* The name is copied by the Frame; Lua's string may go. */
static void name_column(lua_State *L, parley_frame *frame, int at, int names, int types) {
  parley_error err;
  size_t length;
  parley_type type = parley_lua_type_at(L, types, at);
  if (lua_rawgeti(L, names, at + 1) != LUA_TSTRING) {
    parley_refuse_with(L, "bad_type.frame_name", "at=%d got=%s", at + 1, luaL_typename(L, -1));
  }
  const char *name = lua_tolstring(L, -1, &length);
  if (!parley_frame_name(frame, at, name, length, type, &err)) parley_raise(L, &err);
  lua_pop(L, 1);
}

parley_frame *parley_lua_frame_push_empty(lua_State *L) {
  lframe *made = lua_newuserdatauv(L, sizeof *made, 2);
  memset(made, 0, sizeof *made);
  luaL_setmetatable(L, FRAME);
  return &made->frame;
}

static void push_names(lua_State *L, const parley_frame *frame) {
  lua_createtable(L, frame->width, 0);
  for (int at = 0; at < frame->width; at++) {
    lua_pushlstring(L, frame->columns[at].name, frame->columns[at].name_length);
    lua_rawseti(L, -2, at + 1);
  }
}

void parley_lua_frame_keep_names(lua_State *L, const parley_frame *frame) {
  push_names(L, frame);
  lua_setiuservalue(L, -2, 1);
}

parley_frame *parley_lua_frame_push_new(lua_State *L, int width, int names, int types, size_t limit) {
  parley_error err;
  parley_frame *frame = parley_lua_frame_push_empty(L);
  frame->memory.around = parley_lua_run_held(L, limit);
  if (!parley_frame_create(frame, width, limit, &err)) parley_raise(L, &err);
  for (int at = 0; at < width; at++) name_column(L, frame, at, names, types);
  parley_lua_frame_keep_names(L, frame);
  return frame;
}

/* Has the collector do the work that so much memory asks for, in one step: a second one would make an old object of
   the Frame at hand where the collector has generations. From Lua 5.5 a step has the size that is set, not one asked
   for. */
static void collect(lua_State *L, size_t kilobytes) {
  int bounded = kilobytes < 1 << 20 ? (int)kilobytes : 1 << 20;
#if LUA_VERSION_NUM < 505
  lua_gc(L, LUA_GCSTEP, bounded);
#else
  int before = lua_gc(L, LUA_GCPARAM, LUA_GCPSTEPSIZE, bounded * 1024);
  lua_gc(L, LUA_GCSTEP, (size_t)0);
  lua_gc(L, LUA_GCPARAM, LUA_GCPSTEPSIZE, before);
#endif
}

/* A Frame is memory that Lua's collector does not see: it is told, as if it had allocated that much, so that Frames
   dropped in a loop are collected in time. A stopped collector stays stopped. Below 64 kB Lua's own tables weigh
   more. */
void parley_lua_frame_weigh(lua_State *L, parley_frame *frame) {
  parley_lua_run_hold(L, &((lframe *)(void *)frame)->share, frame->memory.bytes);
  size_t kilobytes = frame->memory.bytes / 1024;
  if (kilobytes < 64 || !lua_gc(L, LUA_GCISRUNNING)) return;
  collect(L, kilobytes);
}

/* Memory is counted with the run while threads pack, and goes back to the Frame. */
bool parley_lua_frame_settle(lua_State *L, parley_frame *frame, parley_error *err) {
  parley_run run = parley_lua_run_of(L);
  run.memory = frame->memory;
  bool packed = parley_frame_pack(&run, frame, err);
  frame->memory.bytes = run.memory.bytes;
  return packed;
}

void parley_lua_frame_seal(lua_State *L, parley_frame *frame) {
  parley_error err;
  if (!parley_frame_finish(frame, &err) || !parley_lua_frame_settle(L, frame, &err)) {
    parley_frame_free(frame);
    parley_raise(L, &err);
  }
  parley_lua_frame_weigh(L, frame);
}

/* Adds the Lua value on the stack top. core.null is a missing value; other values a column cannot hold are refused
   with the column's name. */
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
  return parley_fail_with(err, "bad_type.frame_cell", "name=%s got=%s", frame->columns[at].name,
                          luaL_typename(L, -1));
}

/* frame_new(names, types, n, columns): columns[i][row], from Lua lists. By columns, as Lua gives them: each is
   filled to its end before the next. */
static int frame_new(lua_State *L) {
  parley_error err;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer rows = luaL_checkinteger(L, 3);
  luaL_checktype(L, 4, LUA_TTABLE);
  lua_settop(L, 4);
  parley_frame *frame = parley_lua_frame_push_new(L, (int)lua_rawlen(L, 1), 1, 2, parley_limits_get(L).memory);
  for (int at = 0; at < frame->width; at++) {
    if (lua_rawgeti(L, 4, at + 1) != LUA_TTABLE) return parley_refuse_with(L, "misuse.frame_list", "at=%d", at + 1);
    for (lua_Integer row = 1; row <= rows; row++) {
      lua_rawgeti(L, -1, row);
      if (!add_value(L, frame, at, &err)) return parley_raise(L, &err);
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  parley_lua_frame_seal(L, frame);
  return 1;
}

/* frame_of_rows(names, types, rows): rows[i][column], from Lua lists, nil where a value is missing. */
static int frame_of_rows(lua_State *L) {
  parley_error err;
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  lua_Integer rows = (lua_Integer)lua_rawlen(L, 3);
  parley_frame *frame = parley_lua_frame_push_new(L, (int)lua_rawlen(L, 1), 1, 2, parley_limits_get(L).memory);
  for (lua_Integer row = 1; row <= rows; row++) {
    if (lua_rawgeti(L, 3, row) != LUA_TTABLE) {
      return parley_refuse_with(L, "misuse.frame_row", "at=%lld", (long long)row);
    }
    for (int at = 0; at < frame->width; at++) {
      lua_rawgeti(L, -1, at + 1);
      if (!add_value(L, frame, at, &err)) return parley_raise(L, &err);
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  parley_lua_frame_seal(L, frame);
  return 1;
}

/* ---- reading ---- */

static int frame_newindex(lua_State *L) {
  return parley_refuse(L, "read_only.frame");
}

static int frame_count(lua_State *L) {
  lua_pushinteger(L, check_frame(L)->rows);
  return 1;
}

/* What its columns hold, also where they share it with other Frames. Shared buffers count for each Frame that has
   them. */
static int frame_bytes(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  size_t bytes = frame->memory.bytes;
  for (int at = 0; at < frame->width; at++) {
    const parley_column *column = &frame->columns[at];
    const parley_buffer *buffers[] = {&column->values, &column->validity, &column->dictionary.offsets,
                                      &column->dictionary.bytes, &column->dictionary.days};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) {
      if (buffers[i]->borrowed) bytes += buffers[i]->capacity;
    }
  }
  lua_pushinteger(L, (lua_Integer)bytes);
  return 1;
}

static int frame_columns(lua_State *L) {
  push_names(L, check_frame(L));
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

/* ---- metatable ---- */

static int frame_gc(lua_State *L) {
  lframe *made = luaL_checkudata(L, 1, FRAME);
  parley_lua_run_give_back(&made->share);
  parley_frame_free(&made->frame);
  return 0;
}

static int frame_tostring(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  lua_pushfstring(L, FRAME ": %I rows x %d columns", (LUAI_UACINT)frame->rows, frame->width);
  return 1;
}

/* Whether two texts that look alike are two here: the first is not composed. */
static bool is_uncomposed(lua_State *L, const char *text, size_t length) {
  if (!parley_clean_may_compose(text, length)) return false;
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, length * PARLEY_CLEAN_GROWTH);
  size_t count = parley_clean_compose(text, length, out);
  bool changed = count != length || memcmp(out, text, length) != 0;
  luaL_pushresultsize(&buffer, 0);
  lua_pop(L, 1);
  return changed;
}

/* frame_uncomposed(frame, at) -> a text of that column which is not composed, the first in its dictionary, or nil */
static int frame_uncomposed(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  lua_Integer at = luaL_checkinteger(L, 2);
  if (at < 1 || at > frame->width) return 0;
  const parley_dictionary *texts = &frame->columns[at - 1].dictionary;
  for (int32_t code = 0; code < texts->entries; code++) {
    size_t length;
    const char *text = parley_dictionary_text(texts, code, &length);
    if (!is_uncomposed(L, text, length)) continue;
    lua_pushlstring(L, text, length);
    return 1;
  }
  lua_pushnil(L);
  return 1;
}

static const luaL_Reg library[] = {
    {"frame_new", frame_new}, {"frame_of_rows", frame_of_rows}, {"frame_uncomposed", frame_uncomposed}, {NULL, NULL}};

static const luaL_Reg methods[] = {
    {"columns", frame_columns}, {"types", frame_types}, {"count", frame_count}, {"bytes", frame_bytes}, {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", frame_gc},
                                       {"__len", frame_count},
                                       {"__tostring", frame_tostring},
                                       {"__newindex", frame_newindex},
                                       {NULL, NULL}};

/* A second loading of the module finds the first one's metatable, with all methods added to it since. Two copies of
   the module in one state share their Frames. */
static void push_metatable(lua_State *L) {
  if (!luaL_newmetatable(L, FRAME)) return;
  luaL_setfuncs(L, metamethods, 0);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "methods");
}

void parley_lua_frame_functions(lua_State *L) {
  luaL_setfuncs(L, library, 0);
  push_metatable(L);
  lua_getfield(L, -1, "methods");
  lua_setfield(L, -3, "frame_methods");
  lua_setfield(L, -2, "frame_metatable");
}
