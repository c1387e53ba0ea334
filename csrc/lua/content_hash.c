/* Ids of contents: a row of Lua is hashed field by field, without a text being made of it. */
#include "lua/content_hash.h"

#include <lauxlib.h>

#include "value/content_hash.h"

static void add_value(lua_State *L, parley_sha256 *hash, int index) {
  parley_value value = {.type = PARLEY_TEXT};
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN: value = (parley_value){.type = PARLEY_BOOLEAN, .integer = lua_toboolean(L, index)}; break;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) value = (parley_value){.type = PARLEY_INTEGER, .integer = lua_tointeger(L, index)};
      else value = (parley_value){.type = PARLEY_NUMBER, .number = lua_tonumber(L, index)};
      break;
    default: value.text = luaL_checklstring(L, index, &value.length);
  }
  parley_content_add(hash, &value);
}

static int push_id(lua_State *L, parley_sha256 *hash) {
  char id[PARLEY_CONTENT_ID];
  parley_content_id(hash, id);
  lua_pushlstring(L, id, sizeof id);
  return 1;
}

/* content_id(about, row, names [, called]) -> 32 hexadecimal digits: of a text and of the row's fields of these names
   that have a value, in the order of the list; `called` has the names that stand for them. */
static int content_id(lua_State *L) {
  parley_sha256 hash;
  size_t length;
  const char *about = luaL_checklstring(L, 1, &length);
  luaL_checktype(L, 2, LUA_TTABLE);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 4);
  if (lua_isnil(L, 4)) lua_copy(L, 3, 4);
  parley_sha256_begin(&hash);
  parley_content_add_text(&hash, about, length);
  lua_Integer count = (lua_Integer)lua_rawlen(L, 3);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, 3, i);
    if (lua_rawget(L, 2) != LUA_TNIL) {
      lua_rawgeti(L, 4, i);
      add_value(L, &hash, 6);
      add_value(L, &hash, 5);
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  return push_id(L, &hash);
}

/* sha256(text) -> 32 bytes */
static int sha256(lua_State *L) {
  parley_sha256 hash;
  size_t length;
  unsigned char bytes[PARLEY_SHA256_BYTES];
  const char *text = luaL_checklstring(L, 1, &length);
  parley_sha256_begin(&hash);
  parley_sha256_add(&hash, text, length);
  parley_sha256_end(&hash, bytes);
  lua_pushlstring(L, (const char *)bytes, sizeof bytes);
  return 1;
}

void parley_lua_content_hash_functions(lua_State *L) {
  static const luaL_Reg functions[] = {{"content_id", content_id}, {"sha256", sha256}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
