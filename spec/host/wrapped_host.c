/*
** A store on a connection that the host keeps: what the store put on it is gone when the store is closed, also where
** SQLite cannot take it off at once, and the connection works on after the Lua state is gone.
*/
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>
#include <sqlite3.h>

#include "lua/store.h"

int luaopen_parley_core(lua_State *L);

static int failures = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      failures++;                                                             \
    }                                                                         \
  } while (0)

static const char only_lua[] = "misuse.called_outside";

static const char slow[] =
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 500000) SELECT max(x) FROM c";

/* ---- helpers ---- */

static int push_wrapped(lua_State *L) {
  parley_store_handle_push_wrapped(L, lua_touserdata(L, 1));
  return 1;
}

/* A Lua state whose global `store` is a store on db. */
static lua_State *state_on(sqlite3 *db) {
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  luaL_requiref(L, "parley.core", luaopen_parley_core, 0);
  lua_pushcfunction(L, push_wrapped);
  lua_pushlightuserdata(L, db);
  CHECK(lua_pcall(L, 1, 1, 0) == LUA_OK);
  lua_setglobal(L, "store");
  return L;
}

static void run(lua_State *L, const char *script) {
  bool done = luaL_dostring(L, script) == LUA_OK;
  if (!done) fprintf(stderr, "%s\n", luaL_tolstring(L, -1, NULL));
  CHECK(done);
  lua_settop(L, 0);
}

static sqlite3 *open_db(void) {
  sqlite3 *db = NULL;
  CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK);
  return db;
}

static bool fails_with(sqlite3 *db, const char *sql, const char *message) {
  char *err = NULL;
  bool as_expected = sqlite3_exec(db, sql, NULL, NULL, &err) != SQLITE_OK && strcmp(err, message) == 0;
  if (!as_expected) fprintf(stderr, "%s: %s\n", sql, err == NULL ? "no error" : err);
  sqlite3_free(err);
  return as_expected;
}

/* ---- checks ---- */

static void check_functions_leave(void) {
  sqlite3 *db = open_db();
  lua_State *L = state_on(db);
  run(L, "store:define('twice', 1, function(x) return 2 * x end) assert(store:values('SELECT twice(21)') == 42)");
  CHECK(fails_with(db, "SELECT twice(1)", only_lua)); /* no Lua thread is there to run it */
  run(L, "local step = store:rows('SELECT twice(1) AS n') assert(step().n == 2) store:close()");
  CHECK(fails_with(db, "SELECT twice(1)", "no such function: twice"));
  CHECK(sqlite3_exec(db, "SELECT fold('É')", NULL, NULL, NULL) == SQLITE_OK); /* Parley's own stay */
  lua_close(L);
  CHECK(sqlite3_close(db) == SQLITE_OK);
}

/* A statement of the host's is using the function while the state goes. */
static void check_function_in_use(void) {
  sqlite3 *db = open_db();
  sqlite3_stmt *stmt = NULL;
  lua_State *L = state_on(db);
  run(L, "store:define('twice', 1, function(x) return 2 * x end)");
  run(L, "store:define('thrice', 1, function(x) return 3 * x end)");
  CHECK(sqlite3_prepare_v2(db, "SELECT 1 UNION ALL SELECT twice(2)", -1, &stmt, NULL) == SQLITE_OK);
  CHECK(sqlite3_step(stmt) == SQLITE_ROW);
  lua_close(L);
  CHECK(sqlite3_step(stmt) == SQLITE_ERROR);
  CHECK(strcmp(sqlite3_errmsg(db), only_lua) == 0);
  sqlite3_finalize(stmt);
  CHECK(sqlite3_close(db) == SQLITE_OK);
}

static void check_limits_leave(void) {
  sqlite3 *db = open_db();
  lua_State *L = state_on(db);
  run(L, "store:limit{time_ms = 10}");
  CHECK(sqlite3_exec(db, slow, NULL, NULL, NULL) == SQLITE_OK); /* it binds the store's statements, not the host's */
  run(L, "store:close()");
  lua_close(L);
  CHECK(sqlite3_exec(db, slow, NULL, NULL, NULL) == SQLITE_OK);
  CHECK(sqlite3_close(db) == SQLITE_OK);
}

/* Two states, one connection; closing one leaves the other's work alone. */
static void check_two_states(void) {
  sqlite3 *db = open_db();
  lua_State *one = state_on(db), *two = state_on(db);
  run(one, "store:exec('CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)')");
  run(two, "step = store:rows('SELECT a FROM t') assert(step().a == 1)");
  run(one, "store:close()");
  lua_close(one);
  run(two, "assert(step().a == 2) assert(step() == nil)");
  lua_close(two);
  CHECK(sqlite3_total_changes(db) == 2);
  CHECK(sqlite3_close(db) == SQLITE_OK);
}

int main(void) {
  check_functions_leave();
  check_function_in_use();
  check_limits_leave();
  check_two_states();
  return failures == 0 ? 0 : 1;
}
