/*
** A C program that asks Parley. It needs no Lua file on disk: Parley's own files and its bundled dataset are inside.
**
**   make -C examples/embed && build/examples/embed
*/
#include <stdio.h>

#include <lauxlib.h>
#include <lualib.h>
#include <parley.h>

/* A question to the bundled dataset. */
static const char bundled[] =
    "local parley = require 'parley'\n"
    "local ds <close> = parley.open()\n"
    "for talk in ds.talks:where{kind = 'round'}:where('round <= 2'):sort('round'):rows() do\n"
    "  print('round ' .. talk.round, talk.date, talk.place)\n"
    "end\n";

/* A chunk that gets a Dataset on the program's own database as its argument. */
static const char handed_over[] =
    "local ds <close> = ...\n"
    "ds:add('sources', {id = 's1', outlet = 'Gazette', published = '2026-01-30'}, {source = 's1'})\n"
    "ds:add('talks', {id = 't1', kind = 'round', date = '2026-01-29', place = 'Geneva'}, {source = 's1'})\n"
    "print('in the program\\'s database', ds.talks:count(), ds.talks:first().place)\n";

static int complain(lua_State *L) {
  fprintf(stderr, "%s\n", luaL_tolstring(L, -1, NULL));
  lua_pop(L, 1);
  return 1;
}

static int ask(lua_State *L) {
  return luaL_dostring(L, bundled) == LUA_OK ? 0 : complain(L);
}

static int hand_over(lua_State *L, sqlite3 *db) {
  if (luaL_loadstring(L, handed_over) != LUA_OK) return complain(L);
  if (parley_pushdataset(L, db) != LUA_OK) return complain(L);
  return lua_pcall(L, 1, 0, 0) == LUA_OK ? 0 : complain(L);
}

int main(void) {
  sqlite3 *db = NULL;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) return 1;
  lua_State *L = luaL_newstate();
  if (L == NULL) return 1;
  luaL_openlibs(L);
  parley_preload(L);
  parley_setlimits(L, &(parley_limits){.time_ms = 5000, .memory = 64 << 20});
  int failed = ask(L) || hand_over(L, db);
  lua_close(L); /* the dataset first, then the connection it was using */
  sqlite3_close(db);
  return failed;
}
