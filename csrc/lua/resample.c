/* Resamplers of Lua. One is a userdata whose arrays are userdata of its user values: Lua counts and frees them all. */
#include "lua/resample.h"

#include <lauxlib.h>

#include "lua/raise.h"
#include "value/resample.h"

#define RESAMPLER "parley.Resampler"

enum { UNITS = 1, GIVES = 2, SUMS = 3, HELD = 6 };

/* ---- in ---- */

/* An array that the resampler on place `at` of the stack holds. */
static void *hold(lua_State *L, int at, int which, size_t count, size_t size) {
  void *array = lua_newuserdatauv(L, (count + 1) * size, 0);
  lua_setiuservalue(L, at, which);
  return array;
}

static lua_Integer integer_at(lua_State *L, int list, size_t i, lua_Integer least, lua_Integer most) {
  lua_rawgeti(L, list, (lua_Integer)i + 1);
  int is_whole;
  lua_Integer n = lua_tointegerx(L, -1, &is_whole);
  if (!is_whole || n < least || n > most) parley_refuse(L, "misuse");
  lua_pop(L, 1);
  return n;
}

/* How many units and how many contributions there are. */
static size_t count_all(lua_State *L, parley_resample *r) {
  size_t contributions = 0;
  for (size_t i = 0; i < r->rows; i++) {
    r->units += (size_t)integer_at(L, UNITS, i, 0, INT32_MAX);
    if (lua_rawgeti(L, GIVES, (lua_Integer)i + 1) != LUA_TTABLE) parley_refuse(L, "misuse");
    contributions += lua_rawlen(L, -1) / 2;
    lua_pop(L, 1);
  }
  if (r->units > INT32_MAX || contributions > INT32_MAX) parley_refuse(L, "misuse");
  return contributions;
}

/* The contributions of row i, whose list is on the stack top: places and weights in turn. */
static uint32_t read_row(lua_State *L, parley_resample *r, uint32_t k) {
  int list = lua_gettop(L);
  size_t length = lua_rawlen(L, list);
  for (size_t j = 0; j + 1 < length; j += 2) {
    r->at[k] = (uint32_t)(integer_at(L, list, j, 1, (lua_Integer)r->sums) - 1);
    lua_rawgeti(L, list, (lua_Integer)j + 2);
    r->weight[k++] = (double)luaL_checknumber(L, -1);
    lua_pop(L, 1);
  }
  return k;
}

static void read_rows(lua_State *L, parley_resample *r) {
  uint32_t unit = 0, k = 0;
  for (size_t i = 0; i < r->rows; i++) {
    for (lua_Integer n = integer_at(L, UNITS, i, 0, INT32_MAX); n > 0; n--) r->row_of[unit++] = (uint32_t)i;
    r->from[i] = k;
    lua_rawgeti(L, GIVES, (lua_Integer)i + 1);
    k = read_row(L, r, k);
    lua_pop(L, 1);
  }
  r->from[r->rows] = k;
}

/* ---- the library ---- */

/* resampler(units, gives, sums) -> what draw() draws from: how many units each row has; what a unit of it adds, as a
   list of places and weights in turn; how many sums there are */
static int resample_make(lua_State *L) {
  luaL_checktype(L, UNITS, LUA_TTABLE);
  luaL_checktype(L, GIVES, LUA_TTABLE);
  lua_Integer sums = luaL_checkinteger(L, SUMS);
  if (sums < 0 || sums > INT32_MAX) return parley_refuse(L, "misuse");
  lua_settop(L, SUMS);
  parley_resample *r = lua_newuserdatauv(L, sizeof *r, HELD);
  int at = lua_gettop(L);
  *r = (parley_resample){.rows = lua_rawlen(L, UNITS), .sums = (size_t)sums};
  size_t contributions = count_all(L, r);
  r->row_of = hold(L, at, 1, r->units, sizeof *r->row_of);
  r->from = hold(L, at, 2, r->rows, sizeof *r->from);
  r->at = hold(L, at, 3, contributions, sizeof *r->at);
  r->weight = hold(L, at, 4, contributions, sizeof *r->weight);
  r->counts = hold(L, at, 5, r->rows, sizeof *r->counts);
  r->totals = hold(L, at, 6, r->sums, sizeof *r->totals);
  read_rows(L, r);
  luaL_setmetatable(L, RESAMPLER);
  return 1;
}

/* draw(resampler, seed, number, into) fills the list with the sums of a draw; number 0: of each unit once */
static int resample_draw(lua_State *L) {
  parley_resample *r = luaL_checkudata(L, 1, RESAMPLER);
  lua_Integer seed = luaL_checkinteger(L, 2), number = luaL_checkinteger(L, 3);
  luaL_checktype(L, 4, LUA_TTABLE);
  parley_resample_draw(r, (uint64_t)seed, (uint64_t)number);
  for (size_t i = 0; i < r->sums; i++) {
    lua_pushnumber(L, (lua_Number)r->totals[i]);
    lua_rawseti(L, 4, (lua_Integer)i + 1);
  }
  return 0;
}

static const luaL_Reg functions[] = {{"resampler", resample_make}, {"draw", resample_draw}, {NULL, NULL}};

void parley_lua_resample_functions(lua_State *L) {
  luaL_newmetatable(L, RESAMPLER);
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}
