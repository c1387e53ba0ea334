/*
** Loaders as Lua values. The plan they are made from stays in a user value, since the engine points into its strings;
** so does the Store. Errors of SQLite are raised, as the Store's own are.
*/
#include "lua/bulk_load.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/load_plan.h"
#include "lua/raise.h"
#include "lua/reader.h"
#include "lua/row_maker.h"
#include "lua/store_handle.h"
#include "sqlite/bulk_load.h"

#define LOADER "parley.Loader"

/* User values of a loader. */
enum { STORE = 1, PLAN = 2 };

typedef struct lloader {
  parley_sqlite_load load;
  parley_lua_load_plan plan;
} lloader;

/* A closed loader has no store. */
static lloader *check_loader(lua_State *L) {
  lloader *l = luaL_checkudata(L, 1, LOADER);
  if (l->load.insert.store == NULL) parley_refuse(L, "closed.loader");
  return l;
}

/* ---- opening ---- */

static const char *sql_of(lua_State *L, const char *field) {
  lua_getfield(L, 2, field);
  return luaL_checkstring(L, -1);
}

static void bind_constants(lua_State *L, lloader *l) {
  parley_error err;
  for (int i = 0; i < l->load.load.count; i++) {
    parley_missing_code text = l->plan.constants[i];
    if (text.text == NULL) continue;
    if (!parley_sqlite_load_constant(&l->load, i, &l->plan.readings[i], text, &err)) parley_raise(L, &err);
  }
}

/* loader(store, {insert =, compare =, update =, before =, number =, targets =, make =}), as lua/load_plan.h and
   lua/row_maker.h have the last two. Statements are prepared last: what they are bound to is in place by then. */
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
  parley_lua_load_plan_take(L, 2, &l->plan, &l->load.load);
  lua_getfield(L, 2, "before");
  int64_t before = luaL_checkinteger(L, -1);
  parley_sqlite_load_sql sql = {sql_of(L, "insert"), sql_of(L, "compare"), sql_of(L, "update")};
  if (!parley_sqlite_load_open(&l->load, store, &sql, before, &err)) return parley_store_handle_raise_at(L, 1, &err);
  bind_constants(L, l);
  lua_settop(L, 3);
  return 1;
}

/* ---- rows of a reader ---- */

/* load(reader, most) -> "more" | "end" | "unsound" | "refused", column, why | nil, message, code. The run of the
   call is set around the whole batch. */
static int loader_load(lua_State *L) {
  parley_error err;
  lloader *l = check_loader(L);
  parley_record_reader *records = parley_lua_reader_check(L, 2);
  lua_Integer most = luaL_checkinteger(L, 3);
  lua_settop(L, 3);
  lua_getiuservalue(L, 1, STORE);
  parley_lua_row_maker m = {.L = L, .plain = l->plan.plain};
  lua_getiuservalue(L, 1, PLAN);
  parley_lua_row_maker_begin(L, 5, &m, &l->load.load, l->plan.made, l->plan.readings);
  lua_State *outer = parley_store_handle_begin_at(L, 4);
  parley_load_pause pause = parley_sqlite_load_records(&l->load, records, most, &err);
  parley_store_handle_end_at(L, 4, outer);
  l->load.load.maker.make = NULL; /* its context goes with this call */
  if (m.raised) return lua_error(L);
  if (pause == PARLEY_LOAD_PAUSE_FAILED) return parley_store_handle_raise_at(L, 4, &err);
  if (pause == PARLEY_LOAD_PAUSE_UNREADABLE) return parley_return_failure(L, &err);
  return parley_lua_load_push(L, &l->load.load, pause);
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
    bool bound = parley_load_text(load, i, &row->loader->plan.readings[i], text, PARLEY_PARSE_FROM_QUOTED);
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
  parley_load_outcome loaded = parley_load_row(&l->load.load, (parley_load_binder){bind_list, &row}, &err);
  parley_store_handle_end_at(L, 3, outer);
  if (loaded == PARLEY_LOAD_FAILED) return parley_store_handle_raise_at(L, 3, &err);
  if (loaded != PARLEY_LOAD_REFUSED) {
    lua_pushstring(L, words[loaded]);
    return 1;
  }
  lua_pushnil(L);
  parley_lua_load_push_refusal(L, &l->load.load);
  return 3;
}

/* counts() -> added, updated, unchanged, bare, skipped */
static int loader_counts(lua_State *L) {
  const lloader *l = luaL_checkudata(L, 1, LOADER);
  const parley_load *load = &l->load.load;
  lua_pushinteger(L, load->added);
  lua_pushinteger(L, load->updated);
  lua_pushinteger(L, load->unchanged);
  lua_pushinteger(L, load->bare);
  lua_pushinteger(L, load->skipped);
  return 5;
}

/* Callable on what was made halfway; closing finishes statements before their plan goes. */
static int loader_close(lua_State *L) {
  lloader *l = luaL_checkudata(L, 1, LOADER);
  parley_sqlite_load_close(&l->load);
  parley_lua_load_plan_free(&l->plan);
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
