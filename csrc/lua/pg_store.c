/* All that such stores need is made when the first is opened: programs on files alone start without. */
#include "lua/pg_store.h"

#include <string.h>

#include "lua/canceller.h"
#include "lua/host_limits.h"
#include "lua/pg_copy.h"
#include "lua/pg_cursor.h"
#include "lua/pg_handle.h"
#include "lua/pg_load.h"
#include "lua/public_call.h"
#include "lua/raise.h"

enum { NAME = 320 };

/* ---- opening and closing ---- */

/* The table of postgres.so at argument 1, if it was built of the same headers. */
static const parley_pg_driver *check_driver(lua_State *L) {
  luaL_checktype(L, 1, LUA_TLIGHTUSERDATA);
  const parley_pg_driver *driver = lua_touserdata(L, 1);
  bool fits = driver->mark == PARLEY_PG_DRIVER_MARK && driver->size == sizeof *driver &&
              driver->connection_size == sizeof(parley_pg_connection) &&
              driver->cursor_size == sizeof(parley_pg_cursor) &&
              driver->load_size == sizeof(parley_pg_load) && driver->error_size == sizeof(parley_error);
  if (!fits) parley_refuse(L, "misuse.other_postgres");
  return driver;
}

static parley_lua_pg_handle *push_store(lua_State *L, const parley_pg_driver *driver) {
  parley_lua_pg_handle *s = lua_newuserdatauv(L, sizeof *s, 1); /* user value 1: its dialect */
  memset(s, 0, sizeof *s);
  s->driver = driver;
  s->host = parley_limits_get(L);
  s->canceller = parley_canceller_find(L);
  luaL_setmetatable(L, PARLEY_LUA_PG_HANDLE_NAME);
  return s;
}

static void make_class(lua_State *L);

/* open_postgres(driver, address, {mode =, timeout_ms =, connect_ms =, dialect =}) -> Store | nil, error, code. A
   read-only host has servers opened for reading, whatever was asked. */
static int core_open_postgres(lua_State *L) {
  parley_error err;
  const parley_pg_driver *driver = check_driver(L);
  size_t length;
  const char *address = luaL_checklstring(L, 2, &length);
  if (strlen(address) != length) return parley_refuse(L, "bad_argument.path_bytes");
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  make_class(L);
  lua_getfield(L, 3, "mode");
  lua_getfield(L, 3, "timeout_ms");
  lua_getfield(L, 3, "connect_ms");
  parley_lua_pg_handle *s = push_store(L, driver);
  lua_getfield(L, 3, "dialect");
  lua_setiuservalue(L, -2, 1);
  bool reads = s->host.read_only || strcmp(luaL_optstring(L, 4, "rw"), "ro") == 0;
  parley_pg_settings settings = {.connect_ms = (int)luaL_optinteger(L, 6, 0),
                                 .timeout_ms = (int)luaL_optinteger(L, 5, 5000), .read_only = reads};
  s->connection.run = parley_lua_run_of(L);
  if (!driver->open(&s->connection, address, &settings, &err)) return parley_return_failure(L, &err);
  s->connection.run = (parley_run){0}; /* of this call alone: each later one brings its own */
  s->connection.memory_limit = s->host.memory;
  s->connection.time_limit = (int64_t)s->host.time_ms * 1000000;
  return 1;
}

/* close(), __close and __gc */
static int store_close(lua_State *L) {
  parley_lua_pg_handle *s = parley_lua_pg_handle_check(L, 1);
  if (s->connection.conn != NULL) s->driver->close(&s->connection);
  return 0;
}

static int store_is_open(lua_State *L) {
  lua_pushboolean(L, parley_lua_pg_handle_check(L, 1)->connection.conn != NULL);
  return 1;
}

/* server() -> the address as messages name it, without a password */
static int store_server(lua_State *L) {
  char name[NAME];
  const parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  lua_pushstring(L, s->driver->name(&s->connection, name, sizeof name));
  return 1;
}

static int store_tostring(lua_State *L) {
  char name[NAME];
  const parley_lua_pg_handle *s = parley_lua_pg_handle_check(L, 1);
  bool open = s->connection.conn != NULL;
  lua_pushfstring(L, "parley.Store (%s)", open ? s->driver->name(&s->connection, name, sizeof name) : "closed");
  return 1;
}

/* ---- state and limits ---- */

static int store_total_changes(lua_State *L) {
  lua_pushinteger(L, parley_lua_pg_handle_open(L, 1)->connection.total_changes);
  return 1;
}

static int store_in_transaction(lua_State *L) {
  const parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  lua_pushboolean(L, s->driver->in_transaction(&s->connection));
  return 1;
}

static int store_readonly(lua_State *L) {
  lua_pushboolean(L, parley_lua_pg_handle_open(L, 1)->connection.read_only);
  return 1;
}

/* filename() -> nil: it is in no file */
static int store_filename(lua_State *L) {
  parley_lua_pg_handle_open(L, 1);
  lua_pushnil(L);
  return 1;
}

static int store_interrupt(lua_State *L) {
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  s->driver->interrupt(&s->connection);
  return 0;
}

/* heard(channel, payload, ms) -> whether another connection has told that since it was last asked, or does within ms */
static int store_heard(lua_State *L) {
  parley_error err;
  bool heard;
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  const char *channel = luaL_checkstring(L, 2), *payload = luaL_checkstring(L, 3);
  int ms = (int)luaL_checkinteger(L, 4);
  parley_lua_pg_handle_begin(s);
  if (!s->driver->heard(&s->connection, channel, payload, ms, &heard, &err)) return parley_raise(L, &err);
  lua_pushboolean(L, heard);
  return 1;
}

/* limit{time_ms =, memory =}: what is not given has no limit but the host's */
static int store_limit(lua_State *L) {
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  s->connection.time_limit = (int64_t)parley_limits_field(L, 2, "time_ms", s->host.time_ms) * 1000000;
  s->connection.memory_limit = (size_t)parley_limits_field(L, 2, "memory", (lua_Integer)s->host.memory);
  return 0;
}

/* selects_only(sql) -> whether it does nothing but read, as far as its words tell; raises where it is no statement */
static int store_selects_only(lua_State *L) {
  parley_error err;
  size_t length;
  parley_pg_statement *statement;
  parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  const char *sql = luaL_checklstring(L, 2, &length);
  parley_lua_pg_handle_begin(s);
  if (!s->driver->describe(&s->connection, sql, length, &statement, &err)) return parley_raise(L, &err);
  s->driver->release(&s->connection, statement);
  lua_pushboolean(L, s->driver->selects_only(sql));
  return 1;
}

/* part_of(text, parts) -> which part of a table, spread by hash of a text, has it; counted from 0 */
static int store_part_of(lua_State *L) {
  size_t length;
  const parley_lua_pg_handle *s = parley_lua_pg_handle_open(L, 1);
  const char *text = luaL_checklstring(L, 2, &length);
  lua_Integer parts = luaL_checkinteger(L, 3);
  if (parts < 1) {
    parley_error err;
    parley_fail_key(&err, "misuse.no_part");
    parley_raise(L, &err);
  }
  lua_pushinteger(L, s->driver->part_of(text, length, parts));
  return 1;
}

/* define(name, arity, fn): the server does not call back */
static int store_define(lua_State *L) {
  return parley_refuse_with(L, "unknown_function.on_server", "name=%s", luaL_checkstring(L, 2));
}

/* backup(path) -> nil, error, code: a copy is made by pg_dump */
static int store_backup(lua_State *L) {
  parley_error err;
  parley_lua_pg_handle_open(L, 1);
  parley_fail_key(&err, "misuse.backup_of_server");
  return parley_return_failure(L, &err);
}

/* speak(dialect): it is the field `dialect` from now on (parley.query.sql.dialect) */
static int store_speak(lua_State *L) {
  parley_lua_pg_handle_open(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_setiuservalue(L, 1, 1);
  return 0;
}

/* take_image(), become_image() -> false: what the build has made is for SQLite */
static int store_no_image(lua_State *L) {
  parley_lua_pg_handle_open(L, 1);
  lua_pushboolean(L, 0);
  return 1;
}

/* ---- the class ---- */

static const luaL_Reg methods[] = {{"close", store_close},
                                   {"is_open", store_is_open},
                                   {"server", store_server},
                                   {"selects_only", store_selects_only},
                                   {"total_changes", store_total_changes},
                                   {"in_transaction", store_in_transaction},
                                   {"readonly", store_readonly},
                                   {"filename", store_filename},
                                   {"interrupt", store_interrupt},
                                   {"heard", store_heard},
                                   {"limit", store_limit},
                                   {"part_of", store_part_of},
                                   {"define", store_define},
                                   {"backup", store_backup},
                                   {"speak", store_speak},
                                   {"take_image", store_no_image},
                                   {"become_image", store_no_image},
                                   {NULL, NULL}};

static const luaL_Reg metamethods[] = {
    {"__gc", store_close}, {"__close", store_close}, {"__tostring", store_tostring}, {NULL, NULL}};

/* Upvalue 1: the methods. The one field beside them is the store's own. */
static int store_index(lua_State *L) {
  lua_settop(L, 2);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  const char *name = lua_tostring(L, 2);
  if (name == NULL || strcmp(name, "dialect") != 0) return 1;
  lua_getiuservalue(L, 1, 1);
  return 1;
}

/* Once a Lua state. */
static void make_class(lua_State *L) {
  if (luaL_newmetatable(L, PARLEY_LUA_PG_HANDLE_NAME)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    parley_lua_pg_cursor_methods(L);
    parley_lua_pg_copy_methods(L);
    parley_lua_pg_load_methods(L);
    lua_pushcclosure(L, store_index, 1);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
}

void parley_lua_pg_store_functions(lua_State *L) {
  lua_pushcfunction(L, core_open_postgres);
  lua_setfield(L, -2, "open_postgres");
}
