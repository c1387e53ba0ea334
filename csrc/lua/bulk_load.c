/*
** Loaders as Lua values. The plan they are made from stays in a user value, since the engine points into its strings;
** so does the Store. Errors of SQLite are raised, as the Store's own are.
**
** Lua raises by longjmp: whatever was allocated hangs on the userdata before a function that may raise is called, and
** __gc gives it back.
*/
#include "lua/bulk_load.h"

#include <math.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/table_fields.h"
#include "lua/raise.h"
#include "lua/values.h"
#include "sqlite/bulk_load.h"
#include "lua/reader.h"
#include "lua/parse_rules.h"
#include "lua/row_maker.h"
#include "lua/store_handle.h"

#define LOADER "parley.Loader"

/* User values of a loader. */
enum { STORE = 1, PLAN = 2 };

typedef struct lloader {
  parley_load load;
  parley_load_target *targets;
  parley_parse_rules *readings;
  parley_load_piece *pieces;
  parley_missing_code *made; /* of targets that functions make; strings of the list `out` */
  bool *plain;               /* whether that is a function of the mapping itself, by target */
} lloader;

/* A closed loader has no store. */
static lloader *check_loader(lua_State *L) {
  lloader *l = luaL_checkudata(L, 1, LOADER);
  if (l->load.insert.store == NULL) parley_refuse(L, "closed.loader");
  return l;
}

/* ---- the plan ---- */

/* Reads the list `pieces` of the target on the stack top: texts, and columns as numbers from 1; `delimiters` has the
   characters that end those. Texts stay in the plan's tables, which the user value keeps. */
static void take_pieces(lua_State *L, parley_load_target *target, parley_load_piece **next) {
  if (lua_getfield(L, -1, "pieces") == LUA_TTABLE) {
    int top = lua_gettop(L);
    target->pieces = *next;
    target->count = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= target->count; i++, ++*next) {
      (*next)->column = -1;
      (*next)->until = '\0';
      if (lua_rawgeti(L, -1, i) == LUA_TNUMBER) (*next)->column = (int)lua_tointeger(L, -1) - 1;
      else (*next)->text.text = luaL_checklstring(L, -1, &(*next)->text.length);
      lua_pop(L, 1);
      if (lua_getfield(L, -2, "delimiters") == LUA_TTABLE && lua_rawgeti(L, -1, i) == LUA_TSTRING) {
        (*next)->until = lua_tostring(L, -1)[0];
      }
      lua_settop(L, top);
    }
  }
  lua_pop(L, 1);
}

/* Reads the fields least and most of the target on the stack top: without a least number there are no bounds. */
static void take_bounds(lua_State *L, parley_load_target *target) {
  target->bounded = lua_getfield(L, -1, "least") == LUA_TNUMBER;
  target->least = lua_tonumber(L, -1);
  target->most = lua_getfield(L, -2, "most") == LUA_TNUMBER ? lua_tonumber(L, -1) : HUGE_VAL;
  lua_pop(L, 2);
}

/* Reads the list of targets at the stack top. One element more than needed, so that none of the blocks is empty. */
static void take_targets(lua_State *L, lloader *l) {
  int list = lua_gettop(L);
  size_t count = lua_rawlen(L, list);
  l->targets = parley_alloc(NULL, (count + 1) * sizeof *l->targets);
  l->readings = parley_alloc(NULL, (count + 1) * sizeof *l->readings);
  l->pieces = parley_alloc(NULL, (parley_lua_count_items(L, list, "pieces") + 1) * sizeof *l->pieces);
  l->made = parley_alloc(NULL, (count + 1) * sizeof *l->made);
  l->plain = parley_alloc(NULL, count + 1);
  if (l->targets == NULL || l->readings == NULL || l->pieces == NULL || l->made == NULL || l->plain == NULL) {
    parley_raise_no_memory(L);
  }
  memset(l->targets, 0, (count + 1) * sizeof *l->targets);
  memset(l->readings, 0, (count + 1) * sizeof *l->readings);
  parley_load_piece *next = l->pieces;
  parley_missing_code none[1], *codes = none;
  lua_createtable(L, (int)count, 0); /* types, for parley_lua_type_at */
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    lua_getfield(L, -1, "type");
    lua_rawseti(L, list + 1, (lua_Integer)i + 1);
    lua_getfield(L, -1, "name");
    l->targets[i].name = luaL_checkstring(L, -1);
    lua_getfield(L, -2, "parameter");
    l->targets[i].parameter = (int)luaL_checkinteger(L, -1);
    lua_getfield(L, -3, "made");
    l->targets[i].made = lua_toboolean(L, -1);
    lua_getfield(L, -4, "plain");
    l->plain[i] = lua_toboolean(L, -1);
    lua_pop(L, 4);
    take_bounds(L, &l->targets[i]);
    take_pieces(L, &l->targets[i], &next);
    parley_lua_parse_rules_from(L, &l->readings[i], &codes);
    lua_pop(L, 1);
    l->targets[i].type = parley_lua_type_at(L, list + 1, (int)i);
  }
  lua_pop(L, 1);
  l->load.targets = l->targets;
  l->load.count = (int)count;
}

static const char *sql_of(lua_State *L, const char *field) {
  lua_getfield(L, 2, field);
  return luaL_checkstring(L, -1);
}

/* Binds the constants: each in field `constant` of its target. */
static void bind_constants(lua_State *L, lloader *l) {
  parley_error err;
  lua_getfield(L, 2, "targets");
  for (int i = 0; i < l->load.count; i++) {
    parley_missing_code text;
    lua_rawgeti(L, -1, i + 1);
    lua_getfield(L, -1, "constant");
    text.text = lua_tolstring(L, -1, &text.length);
    if (text.text != NULL && !parley_load_constant(&l->load, i, &l->readings[i], text, &err)) parley_raise(L, &err);
    lua_pop(L, 2);
  }
  lua_pop(L, 1);
}

/* loader(store, {insert =, compare =, update =, before =, number =, targets = {{name =, type =, parameter =, pieces = |
   constant = | made =, plain =, least =, most =}}, make =}). Statements are prepared last: what they are
   bound to is in place by then. */
static int core_loader(lua_State *L) {
  parley_error err;
  parley_store *store = parley_store_handle_store_at(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lloader *l = lua_newuserdatauv(L, sizeof *l, 2);
  memset(l, 0, sizeof *l);
  luaL_setmetatable(L, LOADER);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 3, STORE);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 3, PLAN);
  lua_getfield(L, 2, "targets");
  luaL_checktype(L, -1, LUA_TTABLE);
  take_targets(L, l);
  lua_getfield(L, 2, "before");
  int64_t before = luaL_checkinteger(L, -1);
  lua_getfield(L, 2, "number");
  l->load.number = (int)luaL_optinteger(L, -1, 0);
  parley_load_sql sql = {sql_of(L, "insert"), sql_of(L, "compare"), sql_of(L, "update")};
  if (!parley_load_open(&l->load, store, &sql, before, &err)) return parley_store_handle_raise_at(L, 1, &err);
  bind_constants(L, l);
  lua_settop(L, 3);
  return 1;
}

/* ---- rows of a reader ---- */

/* Two values: the column, and an error object. Gives 3, with what stands before them. */
static int push_refusal(lua_State *L, const parley_load_refusal *refusal) {
  lua_pushstring(L, refusal->column);
  parley_push_failure(L, &refusal->why);
  return 3;
}

/* load(reader, most) -> "more" | "end" | "unsound" | "refused", column, why | nil, message, code. The run of the
   call is set around the whole batch. */
static int loader_load(lua_State *L) {
  static const char *const words[] = {
      [PARLEY_LOAD_PAUSE_MOST] = "more", [PARLEY_LOAD_PAUSE_END] = "end", [PARLEY_LOAD_PAUSE_UNSOUND] = "unsound",
      [PARLEY_LOAD_PAUSE_REFUSED] = "refused"};
  parley_error err;
  lloader *l = check_loader(L);
  parley_record_reader *records = parley_lua_reader_check(L, 2);
  lua_Integer most = luaL_checkinteger(L, 3);
  lua_settop(L, 3);
  lua_getiuservalue(L, 1, STORE);
  parley_lua_row_maker m = {.L = L, .plain = l->plain};
  lua_getiuservalue(L, 1, PLAN);
  parley_lua_row_maker_begin(L, 5, &m, &l->load, l->made, l->readings);
  lua_State *outer = parley_store_handle_begin_at(L, 4);
  parley_load_pause pause = parley_load_records(&l->load, records, most, &err);
  parley_store_handle_end_at(L, 4, outer);
  l->load.maker.make = NULL; /* its context goes with this call */
  if (m.raised) return lua_error(L);
  if (pause == PARLEY_LOAD_PAUSE_FAILED) return parley_store_handle_raise_at(L, 4, &err);
  if (pause == PARLEY_LOAD_PAUSE_UNREADABLE) return parley_return_failure(L, &err);
  lua_pushstring(L, words[pause]);
  if (pause != PARLEY_LOAD_PAUSE_REFUSED) return 1;
  return push_refusal(L, &l->load.refusal);
}

/* ---- rows from Lua ---- */

/* Where the values of a row are: a list at a stack index. */
typedef struct list_row {
  lua_State *L;
  int list;
  lloader *loader;
} list_row;

/* Each value is text, which the engine reads back as the type of its column; anything else is missing. lua_rawgeti
   calls no metamethod, so nothing raises between SQLite's calls. */
static bool bind_list(void *context, parley_load *load, bool *failure, parley_error *err) {
  list_row *row = context;
  lua_State *L = row->L;
  (void)err;
  *failure = false;
  for (int i = 0; i < load->count; i++) {
    parley_missing_code text = {"", 0};
    int type = lua_rawgeti(L, row->list, i + 1);
    if (type == LUA_TSTRING) text.text = lua_tolstring(L, -1, &text.length);
    bool bound = parley_load_text(load, i, &row->loader->readings[i], text, PARLEY_PARSE_FROM_QUOTED);
    lua_pop(L, 1); /* the list keeps the text */
    if (!bound) return false;
  }
  return true;
}

/* put(list) -> "added" | "updated" | "unchanged" | nil, column, why; list[i] is the text of target i, or false */
static int loader_put(lua_State *L) {
  static const char *const words[] = {"added", "updated", "unchanged"};
  parley_error err;
  lloader *l = check_loader(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_getiuservalue(L, 1, STORE);
  list_row row = {L, 2, l};
  lua_State *outer = parley_store_handle_begin_at(L, 3);
  parley_load_outcome loaded = parley_load_row(&l->load, (parley_load_binder){bind_list, &row}, &err);
  parley_store_handle_end_at(L, 3, outer);
  if (loaded == PARLEY_LOAD_FAILED) return parley_store_handle_raise_at(L, 3, &err);
  if (loaded != PARLEY_LOAD_REFUSED) {
    lua_pushstring(L, words[loaded]);
    return 1;
  }
  lua_pushnil(L);
  return push_refusal(L, &l->load.refusal);
}

/* counts() -> added, updated, unchanged, bare, skipped */
static int loader_counts(lua_State *L) {
  const lloader *l = luaL_checkudata(L, 1, LOADER);
  lua_pushinteger(L, l->load.added);
  lua_pushinteger(L, l->load.updated);
  lua_pushinteger(L, l->load.unchanged);
  lua_pushinteger(L, l->load.bare);
  lua_pushinteger(L, l->load.skipped);
  return 5;
}

/* Callable on what was made halfway; closing finishes statements before their plan goes. */
static int loader_close(lua_State *L) {
  lloader *l = luaL_checkudata(L, 1, LOADER);
  parley_load_close(&l->load);
  parley_alloc(l->targets, 0);
  parley_alloc(l->readings, 0);
  parley_alloc(l->pieces, 0);
  parley_alloc(l->made, 0);
  parley_alloc(l->plain, 0);
  l->made = NULL;
  l->plain = NULL;
  l->targets = NULL;
  l->readings = NULL;
  l->pieces = NULL;
  return 0;
}

/* ---- library ---- */

static const luaL_Reg library[] = {{"loader", core_loader}, {NULL, NULL}};

static const luaL_Reg methods[] = {
    {"load", loader_load}, {"put", loader_put}, {"counts", loader_counts}, {"close", loader_close}, {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", loader_close}, {"__close", loader_close}, {NULL, NULL}};

void parley_lua_load_functions(lua_State *L) {
  if (luaL_newmetatable(L, LOADER)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
