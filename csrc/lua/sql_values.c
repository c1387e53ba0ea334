/* Texts are copied on the way in and on the way out: neither side keeps the other's bytes. */
#include "lua/sql_values.h"

#include "lua/raise.h"
#include "lua/values.h"

void parley_push_sql_value(lua_State *L, const parley_value *value) {
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_INTEGER: lua_pushinteger(L, value->integer); break;
    case PARLEY_LAYOUT_NUMBER: lua_pushnumber(L, value->number + 0.0); break; /* -0.0 is 0.0, as in a Frame */
    case PARLEY_LAYOUT_TEXT: lua_pushlstring(L, value->text, value->length); break;
    default: lua_pushnil(L);
  }
}

void parley_push_sql_column(lua_State *L, const parley_cursor *cursor, int at, parley_type type) {
  parley_value value;
  if (!parley_cursor_value(cursor, at, &value)) parley_raise_no_memory(L);
  if (type == PARLEY_ANY) {
    parley_push_sql_value(L, &value);
    return;
  }
  parley_value_restore(&value, type);
  parley_push_value(L, &value);
}

/* The text is Lua's, and good while the value is on the stack. */
bool parley_take_sql_value(lua_State *L, parley_value *out) {
  if (parley_take_value(L, out)) return true;
  parley_push_null(L);
  bool missing = lua_rawequal(L, -1, -2);
  lua_pop(L, 1);
  return missing;
}
