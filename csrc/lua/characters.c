/* A million characters are gone through in C: one call of Lua for each would take longer than all else that making a
   dataset on a server needs. */
#include "lua/characters.h"

#include <string.h>

#include <lauxlib.h>

#include "base/utf8.h"
#include "lua/raise.h"
#include "value/fold.h"
#include "value/index_text.h"

enum { FIRST_SURROGATE = 0xD800, LAST_SURROGATE = 0xDFFF, LAST_CODE = 0x10FFFF, MOST_AROUND = 16, ROOM = 64 };

typedef size_t text_function(const char *text, size_t length, char *out);

static bool is_character(lua_Integer code) {
  return code >= 0 && code <= LAST_CODE && (code < FIRST_SURROGATE || code > LAST_SURROGATE);
}

static const char *check_around(lua_State *L, int arg, size_t *length) {
  const char *text = luaL_optlstring(L, arg, "", length);
  if (*length > MOST_AROUND) parley_refuse_with(L, "misuse.long_text", "most=%d", (int)MOST_AROUND);
  return text;
}

static bool ends_with(const char *text, size_t length, const char *end, size_t size) {
  return length >= size && memcmp(text + length - size, end, size) == 0;
}

/* characters("fold" | "lower" | "upper", first, last [, before, after, ends]) -> list: code, text, code, text, …
   Of each character between `before` and `after`, what the function makes of them: where that is another text, or ends
   with `ends`. */
static int characters(lua_State *L) {
  static const char *const names[] = {"fold", "lower", "upper", NULL};
  static text_function *const functions[] = {parley_fold, parley_text_lower, parley_text_upper};
  text_function *function = functions[luaL_checkoption(L, 1, NULL, names)];
  lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), count = 0;
  size_t before, after, size;
  const char *left = check_around(L, 4, &before), *right = check_around(L, 5, &after);
  const char *end = luaL_optlstring(L, 6, NULL, &size);
  char text[ROOM], out[ROOM * PARLEY_FOLD_GROWTH];
  lua_settop(L, 6);
  lua_newtable(L);
  memcpy(text, left, before);
  for (lua_Integer code = first; code <= last; code++) {
    if (!is_character(code)) continue;
    char *at = parley_utf8_write(text + before, (uint32_t)code);
    memcpy(at, right, after);
    size_t length = (size_t)(at - text) + after, made = function(text, length, out);
    bool kept = end != NULL ? ends_with(out, made, end, size) : made != length || memcmp(text, out, made) != 0;
    if (!kept) continue;
    lua_pushinteger(L, code);
    lua_rawseti(L, -2, ++count);
    lua_pushlstring(L, out, made);
    lua_rawseti(L, -2, ++count);
  }
  return 1;
}

/* word_characters() -> list: first, last, first, last, … of the runs of characters that the full text index makes words
   of */
static int word_characters(lua_State *L) {
  char text[8];
  lua_Integer count = 0, from = -1;
  lua_newtable(L);
  for (lua_Integer code = 0; code <= LAST_CODE + 1; code++) {
    bool is_word = is_character(code);
    if (is_word) is_word = parley_fold_has_word(text, (size_t)(parley_utf8_write(text, (uint32_t)code) - text));
    if (is_word == (from >= 0)) continue;
    lua_pushinteger(L, is_word ? code : code - 1);
    lua_rawseti(L, -2, ++count);
    from = is_word ? code : -1;
  }
  return 1;
}

void parley_lua_characters_functions(lua_State *L) {
  static const luaL_Reg functions[] = {{"characters", characters}, {"word_characters", word_characters}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
