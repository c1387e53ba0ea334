/*
** A row is a new table, and making it costs little more than Lua's own tables do: the names of the columns stand ready
** to be copied, and a text that comes again and again is made a Lua string once, not once a row. These strings are
** kept, as long as the Frame is, in one list for all columns; those of a column lie in the order of its codes.
**
** Cost: a row is a table and a copy of each value; strings that come again are kept by code, so that Lua hashes each
** once.
*/
#include "lua/rows.h"

#include <stdint.h>

#include <lauxlib.h>

#include "frame/packing.h"
#include "lua/frame.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/row_guard.h"
#include "lua/values.h"

enum {
  NAMES = 1,           /* user values of a Frame: the list of its names, and its shape once that is needed */
  SHAPE = 2,
  MOST_TEXTS = 131072, /* strings that are kept for a Frame */
  OFTEN = 4,           /* a column's strings are kept if each stands in so many rows, on average */
  PATIENCE = 256,      /* rows asked for by number before strings are kept for them too */
  MOST_KEYS = 200,     /* names that stand in upvalues or on the stack; more are read from their list */
  ROWS_PER_LOOK = 4096
};

/* What reading a value takes, so that it is found close together. */
typedef struct reader {
  const unsigned char *validity;
  const void *values;
  const int64_t *offsets;
  const char *bytes;
  parley_layout layout;        /* of a written type none: its texts are made */
  const parley_column *whole;  /* the column, where it is packed or of a written type */
  int first; /* place of the string of code 0 in the list of strings; 0: none are kept */
} reader;

/* Userdata; its user value is the list of strings, nil until one is needed. */
typedef struct shape {
  int width;
  int texts; /* length of the list */
  int asked; /* rows asked for by number */
  bool guards; /* these rows refuse to be assigned to */
  reader columns[];
} shape;

/* Where an iterator stands, and the columns it was asked for. */
typedef struct place {
  int64_t row;
  int count;
  int columns[];
} place;

/* Where the names of columns are: at the indices first, first + step, …, or in the list at that index (not 0). */
typedef struct keys {
  int list, first, step;
} keys;

static const parley_frame *check_frame(lua_State *L) {
  const parley_frame *frame = parley_lua_frame_test(L, 1);
  if (frame == NULL) luaL_typeerror(L, 1, "parley.Frame");
  return frame;
}

/* Position of the column whose name is argument `arg`, or an error. A misspelt name is refused with the name;
   suggestions are made in Lua. */
static int check_column(lua_State *L, const parley_frame *frame, int arg) {
  size_t length;
  const char *name = luaL_checklstring(L, arg, &length);
  int at = parley_frame_find(frame, name, length);
  if (at < 0) parley_refuse_with(L, "no_column.frame", "name=%s", name);
  return at;
}

/* ---- the shape of a Frame ---- */

/* Pointers into the Frame's buffers, which do not move: it is sealed. */
static reader read_column(const parley_column *column) {
  bool written = parley_type_is_written(column->type);
  return (reader){.validity = column->validity.data,
                  .values = column->values.data,
                  .offsets = parley_dictionary_offsets(&column->dictionary),
                  .bytes = (const char *)column->dictionary.bytes.data,
                  .layout = written ? PARLEY_LAYOUT_NONE : parley_column_layout(column),
                  .whole = column->packing.packed || written ? column : NULL};
}

/* All columns share one list, bounded by MOST_TEXTS. */
static bool keeps_texts(const parley_frame *frame, const parley_column *column, int kept) {
  int64_t entries = column->dictionary.entries;
  return parley_column_is_coded(column) && entries <= frame->rows / OFTEN &&
         entries <= MOST_TEXTS - kept;
}

/* Pushes the shape of the Frame at stack index 1. Made when first asked for and kept with the Frame. */
static shape *push_shape(lua_State *L, const parley_frame *frame) {
  if (lua_getiuservalue(L, 1, SHAPE) == LUA_TUSERDATA) return lua_touserdata(L, -1);
  lua_pop(L, 1);
  shape *made = lua_newuserdatauv(L, sizeof *made + (size_t)frame->width * sizeof(reader), 1);
  made->width = frame->width;
  made->texts = made->asked = 0;
  made->guards = true;
  for (int at = 0; at < frame->width; at++) {
    const parley_column *column = &frame->columns[at];
    made->guards = made->guards && parley_lua_row_guard_fits(column->name);
    made->columns[at] = read_column(column);
    if (!keeps_texts(frame, column, made->texts)) continue;
    made->columns[at].first = made->texts + 1;
    made->texts += column->dictionary.entries;
  }
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 1, SHAPE);
  return made;
}

/* Pushes the shape, and the list of strings. */
static shape *push_shape_and_texts(lua_State *L, const parley_frame *frame) {
  shape *made = push_shape(L, frame);
  if (lua_getiuservalue(L, -1, 1) == LUA_TTABLE) return made;
  lua_pop(L, 1);
  lua_createtable(L, made->texts, 0);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, -3, 1);
  return made;
}

/* ---- values ---- */

/* `texts` is where the list of strings is, 0: nowhere. A kept string is found by place: first + code. */
static void push_text(lua_State *L, const reader *column, int32_t code, int texts) {
  bool kept = column->first > 0 && texts != 0;
  if (kept) {
    if (lua_rawgeti(L, texts, (lua_Integer)column->first + code) == LUA_TSTRING) return;
    lua_pop(L, 1);
  }
  const int64_t *offset = column->offsets + code;
  lua_pushlstring(L, column->bytes + offset[0], (size_t)(offset[1] - offset[0]));
  if (!kept) return;
  lua_pushvalue(L, -1);
  lua_rawseti(L, texts, (lua_Integer)column->first + code);
}

static inline bool is_there(const reader *column, int64_t row) {
  return column->validity == NULL || parley_bit(column->validity, row);
}

/* Pushes a value that is there and is packed, or of a written type. */
static inline void push_whole(lua_State *L, const reader *column, int64_t row, int texts) {
  switch (column->layout) {
    case PARLEY_LAYOUT_INTEGER: lua_pushinteger(L, parley_packing_integer(column->whole, row)); break;
    case PARLEY_LAYOUT_NUMBER: lua_pushnumber(L, parley_number_at(column->whole, row)); break;
    case PARLEY_LAYOUT_NONE: {
      parley_value value = parley_column_get(column->whole, row);
      parley_push_value(L, &value);
      break;
    }
    default: push_text(L, column, parley_code_at(column->whole, row), texts);
  }
}

/* Pushes a value that is there. The switch on the layout is the only branch a value costs. */
static inline void push_present(lua_State *L, const reader *column, int64_t row, int texts) {
  if (column->whole != NULL) {
    push_whole(L, column, row, texts);
    return;
  }
  switch (column->layout) {
    case PARLEY_LAYOUT_INTEGER: lua_pushinteger(L, ((const int64_t *)column->values)[row]); break;
    case PARLEY_LAYOUT_NUMBER: lua_pushnumber(L, ((const double *)column->values)[row]); break;
    case PARLEY_LAYOUT_TRUTH: lua_pushboolean(L, parley_bit(column->values, row)); break;
    default: push_text(L, column, ((const int32_t *)column->values)[row], texts);
  }
}

static inline void push_value(lua_State *L, const reader *column, int64_t row, int texts) {
  if (is_there(column, row)) push_present(L, column, row, texts);
  else lua_pushnil(L);
}

static int frame_values(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  int at = check_column(L, frame, 2);
  lua_settop(L, 1);
  const reader *column = &push_shape_and_texts(L, frame)->columns[at];
  lua_createtable(L, (int)frame->rows, 1);
  for (int64_t row = 0; row < frame->rows; row++) {
    if (!is_there(column, row)) continue;
    push_present(L, column, row, 3);
    lua_rawseti(L, 4, row + 1);
  }
  lua_pushinteger(L, frame->rows);
  lua_setfield(L, 4, "n");
  return 1;
}

/* ---- rows ---- */

static inline void push_key(lua_State *L, const keys *names, int at) {
  if (names->list == 0) lua_pushvalue(L, names->first + at * names->step);
  else lua_rawgeti(L, names->list, at + 1);
}

/* rawset: a new table has no metamethods. */
static inline void push_row(lua_State *L, const shape *frame, keys names, int64_t row, int texts) {
  lua_createtable(L, 0, frame->width);
  for (int at = 0; at < frame->width; at++) {
    const reader *column = &frame->columns[at];
    if (!is_there(column, row)) continue;
    push_key(L, &names, at);
    push_present(L, column, row, texts);
    lua_rawset(L, -3);
  }
}

/* Pushes the names of the Frame's columns, whose list is on the stack top, or leaves the list: what push_row takes. */
static keys push_keys(lua_State *L, int width) {
  int list = lua_gettop(L);
  if (width > MOST_KEYS) return (keys){.list = list};
  luaL_checkstack(L, width + LUA_MINSTACK, NULL);
  for (int at = 0; at < width; at++) lua_rawgeti(L, list, at + 1);
  return (keys){.first = list + 1, .step = 1};
}

/* Rows asked for one by one get kept strings only when they are many. They refuse to be assigned to: the next f[i] is
   another table, without what was assigned. */
static void push_row_at(lua_State *L, const parley_frame *frame, int64_t row) {
  lua_settop(L, 1);
  lua_getiuservalue(L, 1, NAMES);
  shape *made = push_shape(L, frame);
  bool many = made->asked == PATIENCE;
  if (many) lua_getiuservalue(L, 3, 1);
  else if (++made->asked == PATIENCE) push_shape_and_texts(L, frame);
  push_row(L, made, (keys){.list = 2}, row, many && lua_istable(L, 4) ? 4 : 0);
  if (made->guards) parley_lua_row_guard_put(L);
}

/* f[i] is a row, or nil beyond the ends; any other key is a method (upvalue 1). For a text that is none, the
   metatable (upvalue 2) may have a function `missing` that says so. Numbers are rows; a number that is not an integer,
   or out of range, is nil as in a list. */
static int frame_index(lua_State *L) {
  if (lua_type(L, 2) != LUA_TNUMBER) {
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_gettable(L, lua_upvalueindex(1)) != LUA_TNIL || lua_type(L, 2) != LUA_TSTRING) return 1;
    lua_pop(L, 1);
    if (lua_getfield(L, lua_upvalueindex(2), "missing") == LUA_TNIL) return 1;
    lua_insert(L, 1);
    lua_call(L, 2, 1);
    return 1;
  }
  const parley_frame *frame = check_frame(L);
  int exact;
  lua_Integer row = lua_tointegerx(L, 2, &exact);
  if (!exact || row < 1 || row > frame->rows) return 0;
  push_row_at(L, frame, row - 1);
  return 1;
}

static int frame_first(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  if (frame->rows == 0) return 0;
  push_row_at(L, frame, 0);
  return 1;
}

static int frame_all(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  lua_settop(L, 1);
  const shape *made = push_shape_and_texts(L, frame);
  lua_createtable(L, (int)frame->rows, 0);
  lua_getiuservalue(L, 1, NAMES);
  keys names = push_keys(L, frame->width);
  parley_run run = parley_lua_run_of(L);
  for (int64_t row = 0; row < frame->rows; row++) {
    if (row % ROWS_PER_LOOK == 0) parley_lua_run_check(L, &run);
    push_row(L, made, names, row, 3);
    lua_rawseti(L, 4, row + 1);
  }
  lua_settop(L, 4);
  return 1;
}

/* ---- iterators ---- */

/* Upvalues: the Frame, the place, the shape, the list of strings, then the list of names or the names. */
enum { UP_FRAME = 1, UP_PLACE, UP_SHAPE, UP_TEXTS, UP_NAMES };

static int rows_next(lua_State *L) {
  const parley_frame *frame = lua_touserdata(L, lua_upvalueindex(UP_FRAME));
  place *here = lua_touserdata(L, lua_upvalueindex(UP_PLACE));
  if (here->row >= frame->rows) return 0;
  int names = lua_upvalueindex(UP_NAMES);
  keys found = frame->width > MOST_KEYS ? (keys){.list = names} : (keys){.first = names, .step = -1};
  push_row(L, lua_touserdata(L, lua_upvalueindex(UP_SHAPE)), found, here->row++, lua_upvalueindex(UP_TEXTS));
  return 1;
}

static int frame_rows(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  lua_settop(L, 1);
  place *here = lua_newuserdatauv(L, sizeof *here, 0);
  here->row = 0;
  push_shape_and_texts(L, frame);
  lua_getiuservalue(L, 1, NAMES);
  keys names = push_keys(L, frame->width);
  if (names.list == 0) lua_remove(L, UP_NAMES); /* the names stand behind it */
  lua_pushcclosure(L, rows_next, lua_gettop(L));
  return 1;
}

/* As rows_next, but in place of names core.null. A missing value in front would end the loop, so it comes as null. */
static int each_next(lua_State *L) {
  const parley_frame *frame = lua_touserdata(L, lua_upvalueindex(UP_FRAME));
  place *here = lua_touserdata(L, lua_upvalueindex(UP_PLACE));
  const shape *made = lua_touserdata(L, lua_upvalueindex(UP_SHAPE));
  if (here->row >= frame->rows) return 0;
  luaL_checkstack(L, here->count, NULL);
  int64_t row = here->row++;
  for (int i = 0; i < here->count; i++) {
    push_value(L, &made->columns[here->columns[i]], row, lua_upvalueindex(UP_TEXTS));
  }
  if (here->count > 0 && lua_isnil(L, -here->count)) {
    lua_pushvalue(L, lua_upvalueindex(UP_NAMES));
    lua_replace(L, -here->count - 1);
  }
  return here->count;
}

/* Columns are looked up once, not at each row. */
static int frame_each(lua_State *L) {
  const parley_frame *frame = check_frame(L);
  int asked = lua_gettop(L) - 1, count = asked > 0 ? asked : frame->width;
  place *here = lua_newuserdatauv(L, sizeof *here + (size_t)count * sizeof(int), 0);
  here->row = 0;
  here->count = count;
  for (int i = 0; i < count; i++) here->columns[i] = asked > 0 ? check_column(L, frame, i + 2) : i;
  lua_insert(L, 2);
  lua_settop(L, 2);
  push_shape_and_texts(L, frame);
  parley_push_null(L);
  lua_pushcclosure(L, each_next, UP_NAMES);
  return 1;
}

static const luaL_Reg methods[] = {{"values", frame_values}, {"rows", frame_rows}, {"each", frame_each},
                                   {"first", frame_first},   {"all", frame_all},   {NULL, NULL}};

/* Methods that stand in the metatable already are those of another loading of the module, which stay. */
void parley_lua_rows_functions(lua_State *L) {
  lua_getfield(L, -1, "frame_metatable");
  if (lua_getfield(L, -1, "__index") == LUA_TNIL) {
    lua_getfield(L, -2, "methods");
    luaL_setfuncs(L, methods, 0);
    lua_pushvalue(L, -3);
    lua_pushcclosure(L, frame_index, 2);
    lua_setfield(L, -3, "__index");
  }
  lua_pop(L, 2);
}
