/*
** A small host program for the specs: opens a state as they ask, runs one script, and closes everything.
**
**   embed_host [few] [time=MS] [memory=BYTES] [readonly] [db=FILE] [guarded] [SCRIPT]
**
** few      opens only the libraries Parley cannot do without: no io, os, debug
** time=, memory=, readonly    the limits of parley_setlimits
** db=FILE  opens FILE by itself and hands the connection over; the script gets the Dataset as its argument
** guarded  gives that connection an authorizer that forbids to drop tables
**
** The status is 1 when the script fails, 2 when the host finds something left open.
*/
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "parley.h"

static const char by_default[] =
    "local ds <close> = ... or require('parley').open()\n"
    "print(ds.talks:where{id = 'r2'}:first().date)\n";

typedef struct wishes {
  bool few;
  bool guarded;
  parley_limits limits;
  const char *db;
  const char *script;
} wishes;

static const char *after(const char *prefix, const char *text) {
  size_t length = strlen(prefix);
  return strncmp(prefix, text, length) == 0 ? text + length : NULL;
}

static wishes read_arguments(int argc, char **argv) {
  wishes want = {.script = by_default};
  for (int i = 1; i < argc; i++) {
    const char *value;
    if (strcmp(argv[i], "once") == 0) continue;
    if (strcmp(argv[i], "few") == 0) want.few = true;
    else if (strcmp(argv[i], "guarded") == 0) want.guarded = true;
    else if (strcmp(argv[i], "readonly") == 0) want.limits.read_only = true;
    else if ((value = after("time=", argv[i])) != NULL) want.limits.time_ms = (unsigned)strtoul(value, NULL, 10);
    else if ((value = after("memory=", argv[i])) != NULL) want.limits.memory = strtoul(value, NULL, 10);
    else if ((value = after("db=", argv[i])) != NULL) want.db = value;
    else want.script = argv[i];
  }
  return want;
}

static void open_few(lua_State *L) {
  static const luaL_Reg libraries[] = {
      {LUA_GNAME, luaopen_base},        {LUA_LOADLIBNAME, luaopen_package}, {LUA_TABLIBNAME, luaopen_table},
      {LUA_STRLIBNAME, luaopen_string}, {LUA_MATHLIBNAME, luaopen_math},    {LUA_UTF8LIBNAME, luaopen_utf8},
  };
  for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
    luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
    lua_pop(L, 1);
  }
}

static int guard(void *data, int action, const char *a, const char *b, const char *c, const char *d) {
  (void)data, (void)a, (void)b, (void)c, (void)d;
  return action == SQLITE_DROP_TABLE ? SQLITE_DENY : SQLITE_OK;
}

static int fail(lua_State *L) {
  printf("error: %s\n", luaL_tolstring(L, -1, NULL));
  return 1;
}

static int run(lua_State *L, const wishes *want, sqlite3 *db) {
  if (luaL_loadbuffer(L, want->script, strlen(want->script), "=script") != LUA_OK) return fail(L);
  int top = lua_gettop(L);
  if (db != NULL && parley_pushdataset(L, db) != LUA_OK) return fail(L);
  return lua_pcall(L, lua_gettop(L) - top, 0, 0) == LUA_OK ? 0 : fail(L);
}

/* A connection that was only lent has to be open and whole still, with nothing of Parley's left running on it. */
static int take_back(sqlite3 *db) {
  if (sqlite3_exec(db, "SELECT 1; ATTACH ':memory:' AS more; DETACH more", NULL, NULL, NULL) != SQLITE_OK) {
    printf("the host's connection no longer works: %s\n", sqlite3_errmsg(db));
    return 2;
  }
  if (sqlite3_close(db) != SQLITE_OK) {
    printf("the host's connection is still in use\n");
    return 2;
  }
  return 0;
}

int main(int argc, char **argv) {
  wishes want = read_arguments(argc, argv);
  sqlite3 *db = NULL;
  if (want.db != NULL && sqlite3_open(want.db, &db) != SQLITE_OK) return 2;
  if (want.guarded) sqlite3_set_authorizer(db, guard, NULL);
  lua_State *L = luaL_newstate();
  if (L == NULL) return 2;
  if (want.few) open_few(L);
  else luaL_openlibs(L);
  parley_preload(L);
  parley_setlimits(L, &want.limits);
  int status = run(L, &want, db);
  lua_close(L);
  int returned = db == NULL ? 0 : take_back(db);
  return status != 0 ? status : returned;
}
