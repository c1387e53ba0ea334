/* A store opens with clear errors, gives a host's connection back as it was, and obeys the lower of two limits. */
#include "lua/store.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/host_limits.h"
#include "lua/path_policy.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/store_handle.h"
#include "lua/user_functions.h"
#include "sqlite/backup.h"
#include "sqlite/functions.h"
#include "sqlite/open_store.h"
#include "sqlite/store_state.h"

/* ---- opening and closing ---- */

/* Registers Parley's functions and sets the host's limits. A read-only host's script may attach nothing: another
   file would be beyond its limits. */
static bool store_prepare(parley_store_handle *s, parley_error *err) {
  sqlite3 *db = s->store.db;
  parley_store_limit(&s->store, s->host.time_ms, s->host.memory);
  s->store.read_only = s->host.read_only && s->store.borrowed;
  if (s->host.read_only) s->attachable = parley_store_attachable(db, 0);
  return parley_sqlite_register(&s->store, err);
}

/* A read-only host has files opened for reading, whatever was asked. */
static parley_store_mode check_mode(lua_State *L, const parley_store_handle *s, const char *path) {
  static const char *const names[] = {"ro", "rw", "rwc", "memory", NULL};
  static const parley_store_mode modes[] = {PARLEY_STORE_READ, PARLEY_STORE_WRITE, PARLEY_STORE_CREATE,
                                            PARLEY_STORE_MEMORY};
  parley_store_mode mode = modes[luaL_checkoption(L, 3, "rwc", names)];
  if (mode == PARLEY_STORE_MEMORY || strcmp(path, ":memory:") == 0) return PARLEY_STORE_MEMORY;
  return s->host.read_only ? PARLEY_STORE_READ : mode;
}

/* open(path, {mode =, timeout_ms =}) -> Store | nil, message, code. The handle is made first; a failed open leaves a
   closed one to the collector. */
static int core_open(lua_State *L) {
  parley_error err;
  size_t length;
  const char *path = luaL_checklstring(L, 1, &length);
  if (strlen(path) != length) return parley_refuse(L, "bad_argument.path_bytes");
  lua_settop(L, 2);
  if (lua_isnil(L, 2)) {
    lua_newtable(L);
    lua_replace(L, 2);
  }
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_getfield(L, 2, "mode");
  lua_getfield(L, 2, "timeout_ms");
  int timeout_ms = (int)luaL_optinteger(L, 4, 5000);
  parley_store_handle *s = parley_store_handle_push(L);
  parley_store_mode mode = check_mode(L, s, path);
  if (mode != PARLEY_STORE_MEMORY) parley_lua_path_policy_check(L, path);
  s->store.run = parley_lua_run_of(L);
  if (!parley_store_open(&s->store, path, mode, timeout_ms, &err)) return parley_return_failure(L, &err);
  s->store.run = (parley_run){0}; /* of this call alone: each later one brings its own */
  if (store_prepare(s, &err)) return 1;
  parley_store_close(&s->store, NULL);
  return parley_return_failure(L, &err);
}

void parley_store_handle_push_wrapped(lua_State *L, sqlite3 *db) {
  parley_error err;
  luaL_checkstack(L, 8, NULL);
  parley_store_handle *s = parley_store_handle_push(L);
  if (!parley_store_adopt(&s->store, db, &err) || !store_prepare(s, &err)) parley_raise(L, &err);
}

/* A connection that stays open gets back what was taken. Functions of this state must not be called after it is
   gone. */
static void give_back(parley_store_handle *s, sqlite3 *db) {
  parley_lua_user_functions_remove(s, db);
  if (s->host.read_only) parley_store_attachable(db, s->attachable);
}

/* close(), __close and __gc. Also by __gc: then no statement is running, as the stack would hold the store. */
static int store_close(lua_State *L) {
  parley_error err;
  parley_store_handle *s = parley_store_handle_check(L, 1);
  sqlite3 *db = s->store.db;
  if (!parley_store_close(&s->store, &err)) return parley_raise(L, &err);
  if (s->store.borrowed && db != NULL) give_back(s, db);
  return 0;
}

static int store_is_open(lua_State *L) {
  lua_pushboolean(L, parley_store_handle_check(L, 1)->store.db != NULL);
  return 1;
}

static int store_tostring(lua_State *L) {
  const parley_store_handle *s = parley_store_handle_check(L, 1);
  if (s->store.db == NULL) {
    lua_pushliteral(L, PARLEY_STORE_HANDLE_NAME " (closed)");
    return 1;
  }
  const char *name = parley_store_file_name(&s->store);
  lua_pushfstring(L, PARLEY_STORE_HANDLE_NAME " (%s)", name == NULL ? "in memory" : name);
  return 1;
}

/* ---- state and limits ---- */

static int store_total_changes(lua_State *L) {
  lua_pushinteger(L, parley_store_total_changes(&parley_store_handle_open(L, 1)->store));
  return 1;
}

static int store_pages_read(lua_State *L) {
  lua_pushinteger(L, parley_store_pages_read(&parley_store_handle_open(L, 1)->store));
  return 1;
}

static int store_in_transaction(lua_State *L) {
  lua_pushboolean(L, parley_store_in_transaction(&parley_store_handle_open(L, 1)->store));
  return 1;
}

static int store_readonly(lua_State *L) {
  lua_pushboolean(L, parley_store_is_read_only(&parley_store_handle_open(L, 1)->store));
  return 1;
}

/* filename() -> path, or nil for a dataset in memory */
static int store_filename(lua_State *L) {
  lua_pushstring(L, parley_store_file_name(&parley_store_handle_open(L, 1)->store));
  return 1;
}

static int store_interrupt(lua_State *L) {
  parley_store_interrupt(&parley_store_handle_open(L, 1)->store);
  return 0;
}

/* limit{time_ms =, memory =}: what is not given has no limit but the host's */
static int store_limit(lua_State *L) {
  parley_store_handle *s = parley_store_handle_open(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer time_ms = parley_limits_field(L, 2, "time_ms", s->host.time_ms);
  lua_Integer memory = parley_limits_field(L, 2, "memory", (lua_Integer)s->host.memory);
  parley_store_limit(&s->store, time_ms, (size_t)memory);
  return 0;
}

/* backup(path) -> true | nil, message, code */
static int store_backup(lua_State *L) {
  parley_error err;
  parley_store_handle *s = parley_store_handle_open(L, 1);
  size_t length;
  const char *path = luaL_checklstring(L, 2, &length);
  if (strlen(path) != length) return parley_refuse(L, "bad_argument.path_bytes");
  parley_lua_path_policy_refuse(L);
  if (s->host.read_only) {
    parley_fail_key(&err, "permission.only_reading");
    parley_fail_about(&err, "cannot", "what=%s path=%s", "write", path);
    return parley_return_failure(L, &err);
  }
  lua_State *outer = parley_store_handle_begin(L, s);
  bool done = parley_store_backup(&s->store, path, &err);
  parley_store_handle_end(s, outer);
  if (!done) return parley_return_failure(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* selects_only(sql) -> whether it does nothing but read */
static int store_selects_only(lua_State *L) {
  parley_error err;
  parley_store_handle *s = parley_store_handle_open(L, 1);
  bool answer;
  const char *sql = luaL_checkstring(L, 2);
  if (!parley_store_selects_only(&s->store, sql, &answer, &err)) return parley_store_handle_raise(L, s, &err);
  lua_pushboolean(L, answer);
  return 1;
}

/* ---- library ---- */

static const luaL_Reg library[] = {{"open", core_open}, {NULL, NULL}};

static const luaL_Reg methods[] = {{"close", store_close},
                                   {"is_open", store_is_open},
                                   {"selects_only", store_selects_only},
                                   {"total_changes", store_total_changes},
                                   {"pages_read", store_pages_read},
                                   {"in_transaction", store_in_transaction},
                                   {"readonly", store_readonly},
                                   {"filename", store_filename},
                                   {"interrupt", store_interrupt},
                                   {"limit", store_limit},
                                   {"backup", store_backup},
                                   {NULL, NULL}};

static const luaL_Reg metamethods[] = {
    {"__gc", store_close}, {"__close", store_close}, {"__tostring", store_tostring}, {NULL, NULL}};

void parley_store_handle_functions(lua_State *L) {
  parley_store_handle_register(L);
  parley_store_handle_add_methods(L, methods);
  luaL_getmetatable(L, PARLEY_STORE_HANDLE_NAME);
  luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
