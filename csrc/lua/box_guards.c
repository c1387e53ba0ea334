/*
** What Lua's own libraries would let a script do beyond its time: go on after the end in a function that catches
** errors, or stay in a loop in C, where no hook is called.
**
** R1  Whoever catches errors asks first whether all is over, and then raises again. A handler of xpcall is not called
**     then: it would run inside the hook, where no hook is called.
** R2  A loop in C that a few numbers can make long (table.move(t, 1, 2^62, 2)) has no more turns than the tables at
**     hand have values, or MOST_TURNS.
** R3  What takes long for large tables and texts looks at the clock.
*/
#include "lua/box.h"

#include <lauxlib.h>
#include <lualib.h>

#include "lua/raise.h"

enum { MOST_TURNS = 1 << 20, COMPARISONS_PER_LOOK = 1 << 10 };

/* ---- who catches errors ---- */

static bool is_failure(int status) { return status != LUA_OK && status != LUA_YIELD; }

/* pcall ends, at once or when it goes on after a yield: as Lua's own, unless all is over. `extra` values stand below
   the results. */
static int protected_call_ends(lua_State *L, int status, lua_KContext extra) {
  if (!is_failure(status)) return lua_gettop(L) - (int)extra;
  if (parley_lua_box_is_over(parley_lua_box_of(L))) return lua_error(L);
  lua_pushboolean(L, 0);
  lua_pushvalue(L, -2);
  return 2;
}

static int guarded_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, protected_call_ends);
  return protected_call_ends(L, status, 0);
}

/* The handler of a script, R1. */
static int handle(lua_State *L) {
  if (parley_lua_box_is_over(parley_lua_box_of(L))) return 1;
  lua_settop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int guarded_xpcall(lua_State *L) {
  int count = lua_gettop(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, handle, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  int status = lua_pcallk(L, count - 2, LUA_MULTRET, 2, 2, protected_call_ends);
  return protected_call_ends(L, status, 2);
}

/* coroutine.resume and coroutine.close: upvalue 1 is Lua's own. */
static int guarded_resume(lua_State *L) {
  parley_lua_box_look(L);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  if (!lua_toboolean(L, 1)) parley_lua_box_look(L);
  return lua_gettop(L);
}

/* ---- what may take long ---- */

static int call_own(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

/* A function that takes as long as its text is. */
static int looked(lua_State *L) {
  parley_lua_box_look(L);
  return call_own(L);
}

/* The length that a table says it has is believed as far as it has values. */
static void check_length(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  if (luaL_getmetafield(L, 1, "__len") == LUA_TNIL) return;
  lua_pop(L, 1);
  if (luaL_len(L, 1) > MOST_TURNS) parley_refuse_with(L, "too_large.box_turns", "most=%d", MOST_TURNS);
}

static int guarded_by_length(lua_State *L) {
  parley_lua_box_look(L);
  check_length(L);
  return call_own(L);
}

static void check_turns(lua_State *L, lua_Integer first, lua_Integer last) {
  if (last < first) return;
  lua_Unsigned turns = (lua_Unsigned)last - (lua_Unsigned)first, values = lua_rawlen(L, 1);
  if (turns > values && turns >= MOST_TURNS) parley_refuse_with(L, "too_large.box_turns", "most=%d", MOST_TURNS);
}

/* table.concat(t, sep, i, j) and table.unpack(t, i, j): `at` is the place of i. */
static int guarded_range(lua_State *L, int at) {
  parley_lua_box_look(L);
  if (lua_type(L, 1) == LUA_TTABLE) {
    check_length(L);
    lua_Integer last = lua_isnoneornil(L, at + 1) ? luaL_len(L, 1) : luaL_checkinteger(L, at + 1);
    check_turns(L, luaL_optinteger(L, at, 1), last);
  }
  return call_own(L);
}

static int guarded_concat(lua_State *L) { return guarded_range(L, 3); }
static int guarded_unpack(lua_State *L) { return guarded_range(L, 2); }

static int guarded_move(lua_State *L) {
  parley_lua_box_look(L);
  luaL_checktype(L, 1, LUA_TTABLE);
  check_turns(L, luaL_checkinteger(L, 2), luaL_checkinteger(L, 3));
  return call_own(L);
}

/* ---- sort ---- */

/* The order of table.sort: upvalue 1 is that of the script or nil, 2 counts. */
static int before(lua_State *L) {
  lua_Integer count = lua_tointeger(L, lua_upvalueindex(2)) + 1;
  if (count % COMPARISONS_PER_LOOK == 0) parley_lua_box_look(L);
  lua_pushinteger(L, count);
  lua_replace(L, lua_upvalueindex(2));
  lua_settop(L, 2);
  if (lua_isnil(L, lua_upvalueindex(1))) {
    lua_pushboolean(L, lua_compare(L, 1, 2, LUA_OPLT));
    return 1;
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 2, 1);
  return 1;
}

static int guarded_sort(lua_State *L) {
  parley_lua_box_look(L);
  check_length(L);
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, before, 2);
  return call_own(L);
}

/* ---- putting them in place ---- */

/* In the table on the top, each with the function that was there as upvalue 1. */
static void replace_all(lua_State *L, const luaL_Reg *guards) {
  for (; guards->name != NULL; guards++) {
    lua_getfield(L, -1, guards->name);
    lua_pushcclosure(L, guards->func, 1);
    lua_setfield(L, -2, guards->name);
  }
}

static void replace_in(lua_State *L, const char *library, const luaL_Reg *guards) {
  lua_getglobal(L, library);
  replace_all(L, guards);
  lua_pop(L, 1);
}

void parley_lua_box_guard(lua_State *L) {
  static const luaL_Reg base[] = {{"pcall", guarded_pcall}, {"xpcall", guarded_xpcall}, {NULL, NULL}};
  static const luaL_Reg coroutines[] = {{"resume", guarded_resume}, {"close", guarded_resume}, {NULL, NULL}};
  static const luaL_Reg tables[] = {{"insert", guarded_by_length}, {"remove", guarded_by_length},
                                    {"concat", guarded_concat},    {"unpack", guarded_unpack},
                                    {"move", guarded_move},        {"sort", guarded_sort},
                                    {NULL, NULL}};
  static const luaL_Reg texts[] = {{"len", looked}, {"offset", looked}, {"codepoint", looked}, {NULL, NULL}};
  replace_in(L, LUA_GNAME, base);
  replace_in(L, LUA_COLIBNAME, coroutines);
  replace_in(L, LUA_TABLIBNAME, tables);
  replace_in(L, LUA_UTF8LIBNAME, texts);
}
