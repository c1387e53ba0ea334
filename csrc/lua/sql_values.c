/* Texts are copied on the way in and on the way out: neither side keeps the other's bytes. */
#include "lua/sql_values.h"

#include "lua/raise.h"
#include "lua/values.h"

static void push_text(lua_State *L, sqlite3_value *value) {
  const void *text = sqlite3_value_text(value);
  if (text == NULL) parley_refuse(L, "out of memory");
  lua_pushlstring(L, text, (size_t)sqlite3_value_bytes(value));
}

static void push_blob(lua_State *L, sqlite3_value *value) {
  const void *bytes = sqlite3_value_blob(value); /* NULL for an empty one */
  lua_pushlstring(L, bytes, bytes == NULL ? 0 : (size_t)sqlite3_value_bytes(value));
}

void parley_push_sql_value(lua_State *L, sqlite3_value *value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: lua_pushinteger(L, sqlite3_value_int64(value)); break;
    case SQLITE_FLOAT: lua_pushnumber(L, sqlite3_value_double(value) + 0.0); break; /* -0.0 is 0.0, as in a Frame */
    case SQLITE_TEXT: push_text(L, value); break;
    case SQLITE_BLOB: push_blob(L, value); break;
    default: lua_pushnil(L);
  }
}

/* One sqlite3_column_value and calls on the value cost half of what the sqlite3_column_* calls do; the value is ours
   alone, as the statement is. */
void parley_push_sql_column(lua_State *L, sqlite3_stmt *stmt, int at, bool boolean) {
  sqlite3_value *value = sqlite3_column_value(stmt, at);
  if (!boolean || sqlite3_value_type(value) != SQLITE_INTEGER) {
    parley_push_sql_value(L, value);
    return;
  }
  lua_Integer number = sqlite3_value_int64(value);
  if (number == 0 || number == 1) lua_pushboolean(L, (int)number);
  else lua_pushinteger(L, number);
}

int parley_bind_sql_value(lua_State *L, sqlite3_stmt *stmt, int at) {
  size_t length;
  const char *text;
  switch (lua_type(L, -1)) {
    case LUA_TNIL: return sqlite3_bind_null(stmt, at);
    case LUA_TBOOLEAN: return sqlite3_bind_int(stmt, at, lua_toboolean(L, -1));
    case LUA_TSTRING:
      text = lua_tolstring(L, -1, &length);
      return sqlite3_bind_text64(stmt, at, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
    case LUA_TNUMBER:
      if (lua_isinteger(L, -1)) return sqlite3_bind_int64(stmt, at, lua_tointeger(L, -1));
      if (lua_tonumber(L, -1) != lua_tonumber(L, -1)) return SQLITE_MISMATCH; /* NaN would become NULL unseen */
      return sqlite3_bind_double(stmt, at, lua_tonumber(L, -1));
    default: break;
  }
  parley_push_null(L);
  bool missing = lua_rawequal(L, -1, -2);
  lua_pop(L, 1);
  return missing ? sqlite3_bind_null(stmt, at) : SQLITE_MISMATCH;
}
