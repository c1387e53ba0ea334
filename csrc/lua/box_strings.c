/*
** find, match, gmatch, gsub and rep as Lua's string library has them, in bounded time: Lua's own matcher calls no hook,
** and a pattern of twenty characters can keep it busy for years. Here patterns are matched by value/lua_pattern.h.
**
** R1  Answers are those of string in the C locale. A malformed pattern is refused whatever the text is.
** R2  A match has steps for the time that is left, and no more; the end of the time is looked at between matches.
** R3  A pattern that was taken apart may be replaced whenever Lua code runs: it is asked for again after a callback.
*/
#include "lua/box.h"

#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/substring.h"
#include "lua/raise.h"
#include "value/lua_pattern.h"

#define PATTERNS "parley.Patterns"

enum { KEPT = 32, NANOSECONDS_PER_STEP = 4, LEAST_STEPS = 20000, WORK_PER_LOOK = 1 << 22 };

/* ---- patterns that were taken apart ---- */

typedef struct patterns {
  parley_lua_pattern *kept[KEPT];
} patterns;

static int patterns_gc(lua_State *L) {
  patterns *all = luaL_checkudata(L, 1, PATTERNS);
  for (int i = 0; i < KEPT; i++) {
    parley_lua_pattern_free(all->kept[i]);
    all->kept[i] = NULL;
  }
  return 0;
}

/* Upvalue 1 of all functions here keeps them. */
static const parley_lua_pattern *pattern_of(lua_State *L, const char *text, size_t length) {
  parley_error err;
  patterns *all = lua_touserdata(L, lua_upvalueindex(1));
  parley_lua_pattern **place = &all->kept[parley_hash_text(text, length) % KEPT];
  if (!parley_lua_pattern_make(place, text, length, &err)) {
    if (err.code == PARLEY_ERROR_OUT_OF_MEMORY) parley_raise_no_memory(L);
    parley_refuse_with(L, "bad_pattern.box", "pattern=%s", text);
  }
  return *place;
}

static bool search(lua_State *L, const parley_lua_pattern *pattern, const char *text, size_t length, size_t at,
                   parley_lua_pattern_place *place) {
  parley_error err;
  bool found = false;
  parley_lua_box_look(L);
  int64_t left = parley_lua_box_of(L)->deadline - parley_clock_now();
  int64_t steps = left > 0 ? left / NANOSECONDS_PER_STEP : 0, most = PARLEY_LUA_PATTERN_STEPS + 16 * (int64_t)length;
  if (steps > most) steps = most;
  if (steps < LEAST_STEPS) steps = LEAST_STEPS;
  if (!parley_lua_pattern_match(pattern, text, length, at, steps, &found, place, &err)) {
    parley_lua_box_look(L);
    parley_raise(L, &err);
  }
  return found;
}

/* ---- captures ---- */

static void push_capture(lua_State *L, const parley_lua_pattern_place *place, const char *text, int n) {
  if (place->captures == 0 && n == 0) lua_pushlstring(L, place->from, (size_t)(place->to - place->from));
  else if (n >= place->captures) parley_refuse_with(L, "bad_pattern.box_capture", "n=%d", n + 1);
  else if (place->capture_to[n] == NULL) lua_pushinteger(L, place->capture_from[n] - text + 1);
  else lua_pushlstring(L, place->capture_from[n], (size_t)(place->capture_to[n] - place->capture_from[n]));
}

/* All of them; the whole where there are none and it is wanted. */
static int push_captures(lua_State *L, const parley_lua_pattern_place *place, const char *text, bool whole) {
  int count = place->captures == 0 && whole ? 1 : place->captures;
  luaL_checkstack(L, count + 2, "too many captures");
  for (int i = 0; i < count; i++) push_capture(L, place, text, i);
  return count;
}

/* ---- find and match ---- */

/* Where to begin, by argument 3: bytes before; more than the text has where it is beyond. */
static size_t start_of(lua_State *L, size_t length) {
  lua_Integer at = luaL_optinteger(L, 3, 1);
  if (at > 0) return (size_t)at - 1;
  if (at == 0 || at < -(lua_Integer)length) return 0;
  return length - (size_t)-at;
}

static bool is_plain(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (pattern[i] != '\0' && strchr("^$*+?.([%-", pattern[i]) != NULL) return false;
  return true;
}

/* A window at a time, since a long text in a longer one may take as long as both multiplied. Gives the place, or
   `length` + 1. */
static size_t place_of(lua_State *L, const char *text, size_t length, const char *wanted, size_t size) {
  parley_substring substring = parley_substring_make(wanted, size, false);
  size_t step = 1 + WORK_PER_LOOK / size;
  for (size_t at = 0; at + size <= length; at += step) {
    size_t window = length - at < size - 1 + step ? length - at : size - 1 + step;
    size_t place = parley_substring_find(&substring, text + at, window);
    if (place <= window) return at + place;
    parley_lua_box_look(L);
  }
  return length + 1;
}

static int find_plain(lua_State *L, const char *text, size_t length, size_t at, const char *wanted, size_t size) {
  size_t place = size == 0 ? 0 : place_of(L, text + at, length - at, wanted, size);
  if (place > length - at) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, (lua_Integer)(at + place + 1));
  lua_pushinteger(L, (lua_Integer)(at + place + size));
  return 2;
}

static int find_or_match(lua_State *L, bool find) {
  size_t length, size;
  const char *text = luaL_checklstring(L, 1, &length), *wanted = luaL_checklstring(L, 2, &size);
  size_t at = start_of(L, length);
  parley_lua_pattern_place place;
  if (at > length) {
    lua_pushnil(L);
    return 1;
  }
  if (find && (lua_toboolean(L, 4) || is_plain(wanted, size))) return find_plain(L, text, length, at, wanted, size);
  if (!search(L, pattern_of(L, wanted, size), text, length, at, &place)) {
    lua_pushnil(L);
    return 1;
  }
  if (!find) return push_captures(L, &place, text, true);
  lua_pushinteger(L, place.from - text + 1);
  lua_pushinteger(L, place.to - text);
  return 2 + push_captures(L, &place, text, false);
}

static int guarded_find(lua_State *L) { return find_or_match(L, true); }
static int guarded_match(lua_State *L) { return find_or_match(L, false); }

/* ---- gmatch ---- */

enum { TEXT = 2, PATTERN = 3, AT = 4, LAST = 5 }; /* upvalues */

/* An empty match is not given where the one before it ended. */
static int next_match(lua_State *L) {
  size_t length, size;
  const char *text = lua_tolstring(L, lua_upvalueindex(TEXT), &length);
  const char *wanted = lua_tolstring(L, lua_upvalueindex(PATTERN), &size);
  size_t at = (size_t)lua_tointeger(L, lua_upvalueindex(AT));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(LAST));
  const parley_lua_pattern *pattern = pattern_of(L, wanted, size);
  parley_lua_pattern_place place;
  while (at <= length && search(L, pattern, text, length, at, &place)) {
    lua_Integer end = place.to - text;
    if (end == last) { /* only an empty one ends there */
      at = (size_t)(place.from - text) + 1;
      continue;
    }
    lua_pushinteger(L, end);
    lua_copy(L, -1, lua_upvalueindex(AT));
    lua_copy(L, -1, lua_upvalueindex(LAST));
    return push_captures(L, &place, text, true);
  }
  lua_pushinteger(L, (lua_Integer)length + 1);
  lua_replace(L, lua_upvalueindex(AT));
  return 0;
}

/* '^' is no anchor here. */
static int guarded_gmatch(lua_State *L) {
  size_t length, size;
  luaL_checklstring(L, 1, &length);
  const char *wanted = luaL_checklstring(L, 2, &size);
  size_t at = start_of(L, length);
  lua_settop(L, 2);
  if (size > 0 && *wanted == '^') {
    lua_pushliteral(L, "%");
    lua_pushvalue(L, 2);
    lua_concat(L, 2);
    lua_replace(L, 2);
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_pushinteger(L, (lua_Integer)(at > length ? length + 1 : at));
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, next_match, 5);
  return 1;
}

/* ---- gsub ---- */

/* The text of argument 3, with captures at its signs. */
static void add_text(lua_State *L, luaL_Buffer *b, const parley_lua_pattern_place *place, const char *text) {
  size_t length;
  const char *news = lua_tolstring(L, 3, &length), *end = news + length;
  while (news < end) {
    if (*news != '%') {
      luaL_addchar(b, *news++);
      continue;
    }
    char sign = ++news < end ? *news++ : '\0';
    if (sign == '%') luaL_addchar(b, sign);
    else if (sign == '0') luaL_addlstring(b, place->from, (size_t)(place->to - place->from));
    else if (sign >= '1' && sign <= '9') {
      push_capture(L, place, text, sign - '1');
      luaL_tolstring(L, -1, NULL); /* a position is a number */
      lua_remove(L, -2);
      luaL_addvalue(b);
    } else parley_refuse(L, "bad_pattern.box_replacement");
  }
}

/* Adds what stands for a match; gives whether it is something else than the match. */
static bool add_value(lua_State *L, luaL_Buffer *b, const parley_lua_pattern_place *place, const char *text) {
  switch (lua_type(L, 3)) {
    case LUA_TFUNCTION:
      lua_pushvalue(L, 3);
      lua_call(L, push_captures(L, place, text, true), 1);
      break;
    case LUA_TTABLE:
      push_capture(L, place, text, 0);
      lua_gettable(L, 3);
      break;
    default: add_text(L, b, place, text); return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(b, place->from, (size_t)(place->to - place->from));
    return false;
  }
  if (!lua_isstring(L, -1)) parley_refuse_with(L, "bad_type.box_replacement", "got=%s", luaL_typename(L, -1));
  luaL_addvalue(b);
  return true;
}

static void check_replacement(lua_State *L) {
  int type = lua_type(L, 3);
  bool fits = type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE;
  if (!fits) luaL_typeerror(L, 3, "string/function/table");
  if (type == LUA_TNUMBER) lua_tolstring(L, 3, NULL);
}

static int guarded_gsub(lua_State *L) {
  size_t length, size, done = 0;
  const char *text = luaL_checklstring(L, 1, &length), *wanted = luaL_checklstring(L, 2, &size), *last = NULL;
  check_replacement(L);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1), count = 0;
  bool anchored = size > 0 && *wanted == '^', changed = false;
  lua_settop(L, 4);
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  parley_lua_pattern_place place;
  size_t at = 0;
  while (count < most && at <= length && search(L, pattern_of(L, wanted, size), text, length, at, &place)) {
    if (place.to == last) { /* an empty one, where the one before it ended */
      at = (size_t)(place.from - text) + 1;
      if (anchored) break;
      continue;
    }
    luaL_addlstring(&b, text + done, (size_t)(place.from - text) - done);
    count++;
    if (add_value(L, &b, &place, text)) changed = true;
    last = place.to;
    done = at = (size_t)(place.to - text);
    if (anchored) break;
  }
  if (!changed) lua_pushvalue(L, 1);
  else {
    luaL_addlstring(&b, text + done, length - done);
    luaL_pushresult(&b);
  }
  lua_pushinteger(L, count);
  return 2;
}

/* ---- rep ---- */

/* Lua's own counts to n even where there is nothing to repeat. Upvalue 2 is it. */
static int guarded_rep(lua_State *L) {
  size_t length, between;
  luaL_checklstring(L, 1, &length);
  luaL_optlstring(L, 3, "", &between);
  parley_lua_box_look(L);
  if (length + between == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

/* ---- putting them in place ---- */

void parley_lua_box_guard_strings(lua_State *L) {
  static const luaL_Reg guards[] = {{"find", guarded_find}, {"match", guarded_match}, {"gmatch", guarded_gmatch},
                                    {"gsub", guarded_gsub}, {NULL, NULL}};
  patterns *all = lua_newuserdatauv(L, sizeof *all, 0);
  memset(all, 0, sizeof *all);
  if (luaL_newmetatable(L, PATTERNS)) {
    lua_pushcfunction(L, patterns_gc);
    lua_setfield(L, -2, "__gc");
  }
  lua_setmetatable(L, -2);
  lua_getglobal(L, LUA_STRLIBNAME);
  lua_pushvalue(L, -2);
  luaL_setfuncs(L, guards, 1);
  lua_pushvalue(L, -2);
  lua_getfield(L, -2, "rep");
  lua_pushcclosure(L, guarded_rep, 2);
  lua_setfield(L, -2, "rep");
  lua_pushnil(L);
  lua_setfield(L, -2, "dump");
  lua_pop(L, 2);
}
