/* As lua/bulk_load.c: the plan and the store stay in user values, since the loader points into both. A piece that is on
   its way is taken back before anything is raised, as nobody could use the connection until then. */
#include "lua/pg_load.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/load_plan.h"
#include "lua/pg_handle.h"
#include "lua/raise.h"
#include "lua/reader.h"
#include "lua/row_maker.h"

#define LOADER "parley.PgLoader"

/* User values of a loader. */
enum { STORE = 1, PLAN = 2, INTO = 3 };

typedef struct pg_loader {
  parley_pg_load load;
  parley_lua_load_plan plan;
  parley_lua_pg_handle *owner; /* NULL: closed */
} pg_loader;

static pg_loader *check_loader(lua_State *L) {
  pg_loader *l = luaL_checkudata(L, 1, LOADER);
  if (l->owner == NULL || l->owner->connection.conn == NULL) parley_refuse(L, "closed.loader");
  return l;
}

static int raise(lua_State *L, pg_loader *l, const parley_error *err) {
  l->owner->driver->load_abandon(&l->load);
  return parley_raise(L, err);
}

/* Begins a call that talks to the server. */
static parley_pg_load *begin(pg_loader *l) {
  parley_lua_pg_handle_begin(l->owner);
  return &l->load;
}

/* ---- opening ---- */

static bool flag(lua_State *L, const char *name) {
  lua_getfield(L, 2, name);
  bool set = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return set;
}

static void set_class(lua_State *L);

/* Targets that are no constants have nothing as theirs. */
static bool fix_constants(pg_loader *l, parley_error *err) {
  static const parley_value nothing = {.type = PARLEY_ANY};
  parley_load *load = &l->load.load;
  for (int i = 0; i < load->count; i++) {
    parley_missing_code text = l->plan.constants[i];
    load->sink->begin(load);
    if (text.text == NULL) load->sink->value(load, i, &nothing, NULL, true);
    else if (!parley_load_fixed(load, i, &l->plan.readings[i], text, err)) return false;
    if (!l->owner->driver->load_fix(&l->load, i, err)) return false;
  }
  return true;
}

/* loader{days =, streams =, keeps =, parts =, number =, targets =, make =}, as lua/load_plan.h and lua/row_maker.h have
   the last two; the others are those of postgres/bulk_load.h. */
static int store_loader(lua_State *L) {
  parley_error err;
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  pg_loader *l = lua_newuserdatauv(L, sizeof *l, 3);
  memset(l, 0, sizeof *l);
  l->owner = s;
  set_class(L);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 3, STORE);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 3, PLAN);
  parley_lua_load_plan_take(L, 2, &l->plan, &l->load.load);
  l->load.days = flag(L, "days");
  l->load.streams = flag(L, "streams");
  l->load.keeps = flag(L, "keeps");
  lua_getfield(L, 2, "parts");
  l->load.parts = luaL_optinteger(L, -1, 0);
  lua_pop(L, 1);
  if (!s->driver->load_open(&l->load, &s->connection, &err) || !fix_constants(l, &err)) return parley_raise(L, &err);
  return 1;
}

/* into(table): where the next piece goes, as SQL: "t (a, b)" */
static int loader_into(lua_State *L) {
  pg_loader *l = check_loader(L);
  luaL_checkstring(L, 2);
  lua_settop(L, 2);
  const char *sql = lua_pushfstring(L, "COPY %s FROM STDIN (FORMAT binary)", lua_tostring(L, 2));
  lua_setiuservalue(L, 1, INTO);
  l->load.into = sql;
  return 0;
}

/* ---- pieces ---- */

/* load(reader, most) -> as that of loaders into files; rows are added to the piece */
static int loader_load(lua_State *L) {
  parley_error err;
  pg_loader *l = check_loader(L);
  parley_record_reader *records = parley_lua_reader_check(L, 2);
  lua_Integer most = luaL_checkinteger(L, 3);
  lua_settop(L, 3);
  parley_lua_row_maker m = {.L = L, .plain = l->plan.plain};
  lua_getiuservalue(L, 1, PLAN);
  parley_lua_row_maker_begin(L, 4, &m, &l->load.load, l->plan.made, l->plan.readings);
  parley_load_pause pause = parley_load_records(&begin(l)->load, records, most, &err);
  l->load.load.maker.make = NULL; /* its context goes with this call */
  if (m.raised) {
    l->owner->driver->load_abandon(&l->load);
    return lua_error(L);
  }
  if (pause == PARLEY_LOAD_PAUSE_FAILED) return raise(L, l, &err);
  if (pause != PARLEY_LOAD_PAUSE_UNREADABLE) return parley_lua_load_push(L, &l->load.load, pause);
  l->owner->driver->load_abandon(&l->load);
  return parley_return_failure(L, &err);
}

/* The part, counted from 0, at an argument; how many rows of the piece it has. */
static int64_t check_part(lua_State *L, int arg, pg_loader *l, int64_t *count) {
  parley_error err;
  lua_Integer part = luaL_checkinteger(L, arg);
  if (part < 0 || part >= l->load.parts) {
    parley_fail_key(&err, "misuse.no_part");
    parley_raise(L, &err);
  }
  if (!l->owner->driver->load_count_part(&l->load, part, count, &err)) parley_raise(L, &err);
  return part;
}

/* pending([part]) -> rows of the piece, or of its part */
static int loader_pending(lua_State *L) {
  pg_loader *l = check_loader(L);
  int64_t count = l->load.count;
  lua_settop(L, 2);
  if (!lua_isnil(L, 2)) check_part(L, 2, l, &count);
  lua_pushinteger(L, count);
  return 1;
}

/* send() -> true | false: a key is there already, and nothing of the piece is */
static int loader_send(lua_State *L) {
  parley_error err;
  pg_loader *l = check_loader(L);
  bool sent = l->owner->driver->load_send(begin(l), &err);
  if (!sent && err.code != PARLEY_ERROR_DUPLICATE) return raise(L, l, &err);
  lua_pushboolean(L, sent);
  return 1;
}

/* send_part(into, part, store) -> how many rows | false: a key is there already, and none of them is */
static int loader_send_part(lua_State *L) {
  parley_error err;
  int64_t count;
  pg_loader *l = check_loader(L);
  luaL_checkstring(L, 2);
  int64_t part = check_part(L, 3, l, &count);
  parley_lua_pg_handle *node = parley_lua_pg_handle_open(L, 4);
  const char *sql = lua_pushfstring(L, "COPY %s FROM STDIN (FORMAT binary)", lua_tostring(L, 2));
  parley_lua_pg_handle_begin(node);
  bool sent = count == 0 || node->driver->load_send_part(&l->load, &node->connection, sql, part, &err);
  if (!sent && err.code != PARLEY_ERROR_DUPLICATE) return raise(L, l, &err);
  if (sent) lua_pushinteger(L, count);
  else lua_pushboolean(L, 0);
  return 1;
}

/* place(n[, part]) -> number of the record that is row n of the piece or of its part, its line, its text, whether it
   says but its key */
static int loader_place(lua_State *L) {
  pg_loader *l = check_loader(L);
  const parley_pg_load *load = &l->load;
  lua_Integer at = luaL_checkinteger(L, 2);
  int64_t count = load->count, part = lua_isnoneornil(L, 3) ? -1 : check_part(L, 3, l, &count);
  if (!load->keeps || at < 1 || at > count) parley_refuse_with(L, "misuse.piece_row", "at=%lld", (long long)at);
  int64_t row = part < 0 ? at - 1 : l->owner->driver->load_of_part(load, part, at - 1);
  const parley_pg_loaded *place = &load->places[row];
  lua_pushinteger(L, place->number);
  lua_pushinteger(L, place->line);
  lua_pushlstring(L, place->length > 0 ? load->raw.bytes + place->raw : "", place->length);
  lua_pushboolean(L, place->bare);
  return 4;
}

static int loader_forget(lua_State *L) {
  pg_loader *l = check_loader(L);
  l->owner->driver->load_forget(&l->load);
  return 0;
}

/* counts() -> rows of all pieces, rows that say nothing but their key */
static int loader_counts(lua_State *L) {
  const pg_loader *l = luaL_checkudata(L, 1, LOADER);
  lua_pushinteger(L, l->load.load.added);
  lua_pushinteger(L, l->load.load.bare);
  return 2;
}

/* ---- closing ---- */

static int loader_abandon(lua_State *L) {
  pg_loader *l = luaL_checkudata(L, 1, LOADER);
  if (l->owner != NULL) l->owner->driver->load_abandon(&l->load);
  return 0;
}

/* Callable on what was made halfway. */
static int loader_close(lua_State *L) {
  pg_loader *l = luaL_checkudata(L, 1, LOADER);
  if (l->owner != NULL) l->owner->driver->load_close(&l->load);
  parley_load_close(&l->load.load);
  parley_lua_load_plan_free(&l->plan);
  l->owner = NULL;
  return 0;
}

static const luaL_Reg methods[] = {{"into", loader_into},     {"load", loader_load},       {"pending", loader_pending},
                                   {"send", loader_send},     {"place", loader_place},     {"forget", loader_forget},
                                   {"send_part", loader_send_part},
                                   {"counts", loader_counts}, {"abandon", loader_abandon}, {"close", loader_close},
                                   {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", loader_close}, {"__close", loader_close}, {NULL, NULL}};

static void set_class(lua_State *L) {
  if (luaL_newmetatable(L, LOADER)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_setmetatable(L, -2);
}

void parley_lua_pg_load_methods(lua_State *L) {
  lua_pushcfunction(L, store_loader);
  lua_setfield(L, -2, "loader");
}
