/* A study is held by a closable userdata, because turning it into Lua tables may raise. */
#include "lua/profile.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/raise.h"
#include "lua/reader.h"
#include "lua/run.h"
#include "text/profile.h"

static void set_text(lua_State *L, const char *field, const char *text) {
  lua_pushstring(L, text);
  lua_setfield(L, -2, field);
}

static void set_integer(lua_State *L, const char *field, int64_t value) {
  lua_pushinteger(L, value);
  lua_setfield(L, -2, field);
}

static void push_examples(lua_State *L, const parley_column_study *column) {
  lua_createtable(L, column->example_count, 0);
  for (int i = 0; i < column->example_count; i++) {
    const parley_example *e = &column->examples[i];
    lua_pushlstring(L, e->text, e->length);
    if (e->cut) {
      lua_pushliteral(L, "…");
      lua_concat(L, 2);
    }
    lua_rawseti(L, -2, i + 1);
  }
}

/* Words that often mean missing, but those that the suggestion names already. */
static void push_suspects(lua_State *L, const parley_column_study *column) {
  lua_newtable(L);
  for (int i = 0, n = 0; i < PARLEY_SUSPECTS; i++) {
    if (column->suspects[i] == 0 || parley_guess_suggests_code(&column->guess, parley_suspects[i])) continue;
    lua_createtable(L, 0, 2);
    set_text(L, "code", parley_suspects[i]);
    set_integer(L, "count", column->suspects[i]);
    lua_rawseti(L, -2, ++n);
  }
}

/* Pushes what is known of a column, its reason after the type and, as `why`, alone; in a JSON text it may have come late. */
static void push_column(lua_State *L, const parley_column_study *column, int64_t rows) {
  char words[300];
  const parley_guess *guess = &column->guess;
  lua_createtable(L, 0, 10);
  set_text(L, "type", parley_type_name(parley_guess_type(guess)));
  parley_guess_reason(guess, words, sizeof words);
  set_text(L, "reason", words);
  parley_guess_why(guess, words, sizeof words);
  set_text(L, "why", words);
  parley_guess_suggestion(guess, words, sizeof words);
  set_text(L, "suggestion", words);
  if (parley_guess_days(guess) != PARLEY_NO_DAYS) {
    set_text(L, "days", parley_guess_days(guess) == PARLEY_ALL_DAYS ? "all" : "some");
  }
  lua_pushboolean(L, parley_guess_without_order(guess));
  lua_setfield(L, -2, "without_order");
  set_integer(L, "values", guess->values);
  set_integer(L, "missing", rows - guess->values);
  set_integer(L, "bytes", column->bytes);
  push_examples(L, column);
  lua_setfield(L, -2, "examples");
  push_suspects(L, column);
  lua_setfield(L, -2, "suspects");
}

typedef struct study_box {
  parley_study study;
} study_box;

static int study_close(lua_State *L) {
  study_box *box = lua_touserdata(L, 1);
  parley_study_free(&box->study);
  return 0;
}

static study_box *push_box(lua_State *L) {
  study_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  memset(box, 0, sizeof *box);
  if (luaL_newmetatable(L, "parley.Study")) {
    lua_pushcfunction(L, study_close);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, study_close);
    lua_setfield(L, -2, "__close");
  }
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
  return box;
}

/* study(most) -> {rows =, unsound =, fault =, ended =, columns = {…}} | nil, message, code */
static int reader_study(lua_State *L) {
  parley_error err;
  parley_records *records = parley_reader_check(L, 1);
  lua_Integer most = luaL_optinteger(L, 2, 0);
  parley_study *study = &push_box(L)->study;
  parley_run run = parley_run_of(L);
  if (!parley_study_records(&run, study, records, most, &err)) return parley_return_failure(L, &err);
  lua_createtable(L, 0, 5);
  set_integer(L, "rows", study->rows);
  set_integer(L, "unsound", study->unsound);
  lua_pushboolean(L, study->ended);
  lua_setfield(L, -2, "ended");
  if (study->unsound > 0) set_text(L, "fault", study->first_fault.message);
  lua_createtable(L, study->width, 0);
  for (int i = 0; i < study->width; i++) {
    push_column(L, &study->columns[i], study->rows);
    lua_rawseti(L, -2, i + 1);
  }
  lua_setfield(L, -2, "columns");
  return 1;
}

void parley_profile_functions(lua_State *L) {
  static const luaL_Reg methods[] = {{"study", reader_study}, {NULL, NULL}};
  parley_reader_add_methods(L, methods);
}
