/* Ids of contents: a row of Lua is hashed field by field, without a text being made of it. */
#include "lua/content_hash.h"

#include <string.h>

#include <lauxlib.h>

#include "base/sha256.h"
#include "value/shortest_number.h"

/* 128 bits in hexadecimal digits: as long as nobody sets out to find two texts of one id, there are none. */
enum { ID_BYTES = 16 };

static void add_length(parley_sha256 *hash, char type, size_t length) {
  char text[PARLEY_NUMBER_TEXT_LENGTH + 2];
  text[0] = type;
  size_t size = 1 + parley_number_text_integer((int64_t)length, text + 1);
  text[size++] = ':';
  parley_sha256_add(hash, text, size);
}

/* Its type, its length and itself: no two values are written alike. */
static void add_value(lua_State *L, parley_sha256 *hash, int index) {
  char number[PARLEY_NUMBER_TEXT_LENGTH];
  const char *text = number;
  size_t length;
  char type;
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
      type = 'b';
      text = lua_toboolean(L, index) ? "true" : "false";
      length = strlen(text);
      break;
    case LUA_TNUMBER:
      type = lua_isinteger(L, index) ? 'i' : 'n';
      length = type == 'i' ? parley_number_text_integer(lua_tointeger(L, index), number)
                           : parley_number_text_shortest(lua_tonumber(L, index), number);
      break;
    default:
      type = 't';
      text = luaL_checklstring(L, index, &length);
  }
  add_length(hash, type, length);
  parley_sha256_add(hash, text, length);
}

static int push_id(lua_State *L, parley_sha256 *hash) {
  static const char digits[] = "0123456789abcdef";
  unsigned char bytes[PARLEY_SHA256_BYTES];
  char id[2 * ID_BYTES];
  parley_sha256_end(hash, bytes);
  for (int i = 0; i < ID_BYTES; i++) {
    id[2 * i] = digits[bytes[i] >> 4];
    id[2 * i + 1] = digits[bytes[i] & 15];
  }
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
  add_length(&hash, 't', length);
  parley_sha256_add(&hash, about, length);
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
