/* The codes of a reading point into Lua strings, which the caller keeps alive. */
#include "lua/parse_rules.h"

#include <string.h>

#include <lauxlib.h>

#include "base/error.h"
#include "lua/raise.h"
#include "lua/values.h"
#include "value/parse_field.h"

/* Copies a mark, of which the caller has seen that it fits; "" where there is none. */
static void take_mark(lua_State *L, int at, const char *field, char *mark, size_t room) {
  size_t length = 0;
  lua_getfield(L, at, field);
  const char *text = lua_tolstring(L, -1, &length);
  mark[0] = '\0';
  if (text != NULL && length < room) memcpy(mark, text, length + 1);
  lua_pop(L, 1);
}

/* *codes moves on by as many codes as were taken, so that one array serves the rules of all columns. */
void parley_lua_parse_rules_from(lua_State *L, parley_parse_rules *reading, parley_missing_code **codes) {
  char mark[2];
  static const char *const orders[] = {"iso", "dmy", "mdy", NULL};
  int at = lua_gettop(L);
  lua_getfield(L, at, "dates");
  reading->dates = (parley_date_order)luaL_checkoption(L, -1, "iso", orders);
  lua_getfield(L, at, "short_years");
  reading->first_short_year = (int)luaL_optinteger(L, -1, 0);
  if (lua_getfield(L, at, "missing") == LUA_TTABLE) {
    reading->missing = *codes;
    reading->missing_count = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= reading->missing_count; i++, ++*codes) {
      lua_rawgeti(L, -1, i);
      (*codes)->text = luaL_checklstring(L, -1, &(*codes)->length);
      lua_pop(L, 1);
    }
  }
  take_mark(L, at, "decimal", mark, sizeof mark);
  reading->style.decimal = mark[0];
  take_mark(L, at, "thousands", reading->style.thousands, sizeof reading->style.thousands);
  lua_settop(L, at);
}

/* value(type, text, {dates =, short_years =}) -> the text read as that type | nil, an error object */
static int core_value(lua_State *L) {
  parley_error err;
  parley_parse_rules how = {.dates = PARLEY_DATE_ORDER_ISO};
  parley_value value;
  parley_date_text day;
  parley_missing_code none[1], *codes = none;
  size_t length;
  parley_type type = (parley_type)luaL_checkoption(L, 1, NULL, parley_type_names);
  const char *text = luaL_checklstring(L, 2, &length);
  lua_settop(L, 3);
  if (lua_istable(L, 3)) parley_lua_parse_rules_from(L, &how, &codes);
  if (parley_parse_field(&how, type, text, length, PARLEY_PARSE_FROM_QUOTED, &value, &day, &err)) {
    parley_push_value(L, &value);
    return 1;
  }
  lua_pushnil(L);
  parley_push_failure(L, &err);
  return 2;
}

/* stored(type, text) -> the number that a text of a written type stands for; nil where it is none */
static int core_stored(lua_State *L) {
  parley_value value = {.type = PARLEY_TEXT};
  parley_type type = (parley_type)luaL_checkoption(L, 1, NULL, parley_type_names);
  value.text = luaL_checklstring(L, 2, &value.length);
  if (!parley_value_read(&value, type)) return 0;
  value.type = parley_type_of_layout(parley_layout_of(type));
  parley_push_value(L, &value);
  return 1;
}

void parley_lua_parse_rules_functions(lua_State *L) {
  static const luaL_Reg library[] = {{"value", core_value}, {"stored", core_stored}, {NULL, NULL}};
  luaL_setfuncs(L, library, 0);
}
