/* The table of functions for Lua: its records, made anew by each call, all of them or the one that is asked for. */
#include "lua/functions.h"

#include <lauxlib.h>

#include "value/functions.h"

static const char *const kinds[] = {"operator", "scalar", "measure", "aggregate", "window", "sql_only", NULL};

static void set_text(lua_State *L, const char *field, const char *text) {
  if (text == NULL) return;
  lua_pushstring(L, text);
  lua_setfield(L, -2, field);
}

static void set_flag(lua_State *L, const char *field, bool flag) {
  lua_pushboolean(L, flag);
  lua_setfield(L, -2, field);
}

/* A text that most entries do not need, as PostgreSQL calls a function of their name. */
static void push_postgres(lua_State *L, const parley_function *f) {
  if (f->postgres == NULL && f->sqlite != NULL && f->postgres_lacks == NULL) {
    lua_pushfstring(L, "parley_%s($*)", f->name);
    lua_setfield(L, -2, "postgres");
  }
  set_text(L, "postgres", f->postgres);
}

static void push_function(lua_State *L, const parley_function *f) {
  static const char *const missing[] = {"spreads", "skipped", "stated"};
  lua_createtable(L, 0, 42);
  set_text(L, "name", f->name);
  set_text(L, "sign", f->sign);
  set_text(L, "kind", kinds[f->kind]);
  lua_pushinteger(L, f->operation);
  lua_setfield(L, -2, "operation");
  set_text(L, "takes", f->takes);
  set_text(L, "gives", f->gives);
  set_text(L, "missing", missing[f->missing]);
  set_flag(L, "ordered", f->ordered);
  set_flag(L, "can_fail", f->can_fail);
  set_flag(L, "called", f->call != NULL);
  set_flag(L, "keeps_whole", f->keeps_whole);
  if (f->low < f->high) {
    lua_pushinteger(L, f->low);
    lua_setfield(L, -2, "low");
    lua_pushinteger(L, f->high);
    lua_setfield(L, -2, "high");
  }
  set_flag(L, "shared_days", f->shared_days);
  set_flag(L, "no_method", f->no_method);
  set_flag(L, "adds", f->adds);
  set_flag(L, "rounded", f->rounded);
  set_flag(L, "counts", f->counts);
  set_flag(L, "averages", f->averages);
  set_flag(L, "extreme", f->extreme);
  set_flag(L, "presence", f->presence);
  set_flag(L, "by_sides", f->by_sides);
  set_flag(L, "together", f->together);
  set_flag(L, "between", f->between);
  set_flag(L, "any_case", f->any_case);
  set_flag(L, "finds_part", f->finds_part);
  set_text(L, "beside", f->beside);
  set_text(L, "within", f->within);
  set_text(L, "span_low", f->span_low);
  set_text(L, "span_high", f->span_high);
  set_text(L, "letters", f->letters);
  set_text(L, "sqlite", f->sqlite);
  set_text(L, "sqlite_dates", f->sqlite_dates);
  set_text(L, "sqlite_item", f->sqlite_item);
  set_text(L, "sqlite_day", f->sqlite_day);
  push_postgres(L, f);
  set_text(L, "postgres_dates", f->postgres_dates);
  set_text(L, "postgres_item", f->postgres_item);
  set_text(L, "postgres_day", f->postgres_day);
  set_text(L, "postgres_integer", f->postgres_integer);
  set_text(L, "postgres_number", f->postgres_number);
  set_text(L, "postgres_splits", f->postgres_splits);
  set_flag(L, "as_set", f->as_set);
  set_text(L, "postgres_lacks", f->postgres_lacks);
  set_text(L, "elsewhere", f->elsewhere);
  set_text(L, "says", f->says);
  set_text(L, "example", f->example);
  set_text(L, "result", f->result);
}

/* functions() -> list of records with the fields of value/functions.h */
static int functions_list(lua_State *L) {
  lua_newtable(L);
  for (lua_Integer i = 0; parley_functions[i].name != NULL; i++) {
    push_function(L, &parley_functions[i]);
    lua_rawseti(L, -2, i + 1);
  }
  return 1;
}

/* function_of(kind, name) -> the record of that entry; nil where there is none */
static int functions_one(lua_State *L) {
  int kind = luaL_checkoption(L, 1, NULL, kinds);
  size_t length;
  const char *name = luaL_checklstring(L, 2, &length);
  const parley_function *f = parley_function_find((parley_function_kind)kind, name, length);
  if (f == NULL) return 0;
  push_function(L, f);
  return 1;
}

void parley_lua_function_table(lua_State *L) {
  lua_pushcfunction(L, functions_one);
  lua_setfield(L, -2, "function_of");
  lua_pushcfunction(L, functions_list);
  lua_setfield(L, -2, "functions");
}
