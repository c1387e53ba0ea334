/* A profile is held by a closable userdata, because turning it into Lua tables may raise. */
#include "lua/profile.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/reader.h"
#include "text/profile.h"

static void set_text(lua_State *L, const char *field, const char *text) {
  lua_pushstring(L, text);
  lua_setfield(L, -2, field);
}

static void set_integer(lua_State *L, const char *field, int64_t value) {
  lua_pushinteger(L, value);
  lua_setfield(L, -2, field);
}

/* A cut example ends in an ellipsis, so that nobody takes it for the value. */
static void push_examples(lua_State *L, const parley_profile_column *column) {
  lua_createtable(L, column->example_count, 0);
  for (int i = 0; i < column->example_count; i++) {
    const parley_profile_example *e = &column->examples[i];
    lua_pushlstring(L, e->text, e->length);
    if (e->cut) {
      lua_pushliteral(L, "…");
      lua_concat(L, 2);
    }
    lua_rawseti(L, -2, i + 1);
  }
}

/* Words that often mean missing, but those that the suggestion names already. */
static void push_suspects(lua_State *L, const parley_profile_column *column) {
  lua_newtable(L);
  for (int i = 0, n = 0; i < PARLEY_PROFILE_SUSPECTS; i++) {
    if (column->suspects[i] == 0 || parley_inference_suggests_code(&column->inference, parley_profile_suspects[i]))
      continue;
    lua_createtable(L, 0, 2);
    set_text(L, "code", parley_profile_suspects[i]);
    set_integer(L, "count", column->suspects[i]);
    lua_rawseti(L, -2, ++n);
  }
}

/* Pushes the field `why` of the table on the stack top, with the type in front. */
static void push_reason(lua_State *L, parley_type type) {
  lua_getfield(L, -1, "why");
  if (type == PARLEY_ANY) return;
  lua_pushfstring(L, "%s: %s", parley_type_name(type), lua_tostring(L, -1));
  lua_remove(L, -2);
}

/* Pushes what is known of a column, its reason after the type and, as `why`, alone; in a JSON text it may have come
 * late. */
static void push_column(lua_State *L, const parley_profile_column *column, int64_t rows) {
  parley_error phrase;
  const parley_inference *inference = &column->inference;
  lua_createtable(L, 0, 10);
  set_text(L, "type", parley_type_name(parley_inference_type(inference)));
  parley_inference_why(inference, &phrase);
  parley_push_phrase(L, &phrase);
  lua_setfield(L, -2, "why");
  push_reason(L, parley_inference_type(inference));
  lua_setfield(L, -2, "reason");
  if (parley_inference_suggestion(inference, &phrase)) parley_push_phrase(L, &phrase);
  else lua_pushliteral(L, "");
  lua_setfield(L, -2, "suggestion");
  if (parley_inference_days(inference) != PARLEY_INFERENCE_NO_DAYS) {
    set_text(L, "days", parley_inference_days(inference) == PARLEY_INFERENCE_ALL_DAYS ? "all" : "some");
  }
  lua_pushboolean(L, parley_inference_without_order(inference));
  lua_setfield(L, -2, "without_order");
  set_integer(L, "values", inference->values);
  set_integer(L, "missing", rows - inference->values);
  set_integer(L, "bytes", column->bytes);
  push_examples(L, column);
  lua_setfield(L, -2, "examples");
  push_suspects(L, column);
  lua_setfield(L, -2, "suspects");
}

typedef struct profile_box {
  parley_profile profile;
} profile_box;

static int profile_close(lua_State *L) {
  profile_box *box = lua_touserdata(L, 1);
  parley_profile_free(&box->profile);
  return 0;
}

/* To be closed: building the tables may raise. */
static profile_box *push_box(lua_State *L) {
  profile_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  memset(box, 0, sizeof *box);
  if (luaL_newmetatable(L, "parley.Profile")) {
    lua_pushcfunction(L, profile_close);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, profile_close);
    lua_setfield(L, -2, "__close");
  }
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
  return box;
}

/* profile(most) -> {rows =, unsound =, fault =, ended =, columns = {…}} | nil, message, code. The Reader is used up
   by it: a second one reads the rows. */
static int reader_profile(lua_State *L) {
  parley_error err;
  parley_record_reader *records = parley_lua_reader_check(L, 1);
  lua_Integer most = luaL_optinteger(L, 2, 0);
  parley_profile *profile = &push_box(L)->profile;
  parley_run run = parley_lua_run_of(L);
  if (!parley_profile_records(&run, profile, records, most, &err)) return parley_return_failure(L, &err);
  lua_createtable(L, 0, 5);
  set_integer(L, "rows", profile->rows);
  set_integer(L, "unsound", profile->unsound);
  lua_pushboolean(L, profile->ended);
  lua_setfield(L, -2, "ended");
  if (profile->unsound > 0) {
    parley_push_failure(L, &profile->first_fault);
    lua_setfield(L, -2, "fault");
  }
  lua_createtable(L, profile->width, 0);
  for (int i = 0; i < profile->width; i++) {
    push_column(L, &profile->columns[i], profile->rows);
    lua_rawseti(L, -2, i + 1);
  }
  lua_setfield(L, -2, "columns");
  return 1;
}

void parley_lua_profile_functions(lua_State *L) {
  static const luaL_Reg methods[] = {{"profile", reader_profile}, {NULL, NULL}};
  parley_lua_reader_add_methods(L, methods);
}
