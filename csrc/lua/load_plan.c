/* Lua raises by longjmp: whatever was allocated hangs on the caller's userdata before a function that may raise is
   called. */
#include "lua/load_plan.h"

#include <math.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/parse_rules.h"
#include "lua/raise.h"
#include "lua/table_fields.h"
#include "lua/values.h"

/* Reads the list `pieces` of the target on the stack top: texts, and columns as numbers from 1; `delimiters` has the
   characters that end those. */
static void take_pieces(lua_State *L, parley_load_target *target, parley_load_piece **next) {
  if (lua_getfield(L, -1, "pieces") == LUA_TTABLE) {
    int top = lua_gettop(L);
    target->pieces = *next;
    target->count = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= target->count; i++, ++*next) {
      (*next)->column = -1;
      (*next)->until = '\0';
      if (lua_rawgeti(L, -1, i) == LUA_TNUMBER) (*next)->column = (int)lua_tointeger(L, -1) - 1;
      else (*next)->text.text = luaL_checklstring(L, -1, &(*next)->text.length);
      lua_pop(L, 1);
      if (lua_getfield(L, -2, "delimiters") == LUA_TTABLE && lua_rawgeti(L, -1, i) == LUA_TSTRING) {
        (*next)->until = lua_tostring(L, -1)[0];
      }
      lua_settop(L, top);
    }
  }
  lua_pop(L, 1);
}

/* Reads the fields least and most of the target on the stack top: without a least number there are no bounds. */
static void take_bounds(lua_State *L, parley_load_target *target) {
  target->bounded = lua_getfield(L, -1, "least") == LUA_TNUMBER;
  target->least = lua_tonumber(L, -1);
  target->most = lua_getfield(L, -2, "most") == LUA_TNUMBER ? lua_tonumber(L, -1) : HUGE_VAL;
  lua_pop(L, 2);
}

/* One element more than needed, so that none of the blocks is empty. */
static void allocate(lua_State *L, int list, size_t count, parley_lua_load_plan *out) {
  out->targets = parley_alloc(NULL, (count + 1) * sizeof *out->targets);
  out->readings = parley_alloc(NULL, (count + 1) * sizeof *out->readings);
  out->pieces = parley_alloc(NULL, (parley_lua_count_items(L, list, "pieces") + 1) * sizeof *out->pieces);
  out->constants = parley_alloc(NULL, (count + 1) * sizeof *out->constants);
  out->made = parley_alloc(NULL, (count + 1) * sizeof *out->made);
  out->plain = parley_alloc(NULL, count + 1);
  if (out->targets == NULL || out->readings == NULL || out->pieces == NULL || out->constants == NULL ||
      out->made == NULL || out->plain == NULL) {
    parley_raise_no_memory(L);
  }
  memset(out->targets, 0, (count + 1) * sizeof *out->targets);
  memset(out->readings, 0, (count + 1) * sizeof *out->readings);
}

/* The target on the stack top; `types` gathers the types of all, for parley_lua_type_at. */
static void take_target(lua_State *L, int types, int at, parley_lua_load_plan *out, parley_load_piece **next,
                        parley_missing_code **codes) {
  parley_load_target *target = &out->targets[at];
  lua_getfield(L, -1, "type");
  lua_rawseti(L, types, at + 1);
  lua_getfield(L, -1, "name");
  target->name = luaL_checkstring(L, -1);
  lua_getfield(L, -2, "parameter");
  target->parameter = (int)luaL_checkinteger(L, -1);
  lua_getfield(L, -3, "made");
  target->made = lua_toboolean(L, -1);
  lua_getfield(L, -4, "plain");
  out->plain[at] = lua_toboolean(L, -1);
  out->constants[at].text = NULL;
  if (lua_getfield(L, -5, "constant") == LUA_TSTRING) {
    out->constants[at].text = lua_tolstring(L, -1, &out->constants[at].length);
  }
  lua_pop(L, 5);
  take_bounds(L, target);
  take_pieces(L, target, next);
  parley_lua_parse_rules_from(L, &out->readings[at], codes);
}

void parley_lua_load_plan_take(lua_State *L, int plan, parley_lua_load_plan *out, parley_load *load) {
  lua_getfield(L, plan, "targets");
  luaL_checktype(L, -1, LUA_TTABLE);
  int list = lua_gettop(L);
  size_t count = lua_rawlen(L, list);
  allocate(L, list, count, out);
  parley_load_piece *next = out->pieces;
  parley_missing_code none[1], *codes = none;
  lua_createtable(L, (int)count, 0);
  for (int i = 0; i < (int)count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    take_target(L, list + 1, i, out, &next, &codes);
    lua_pop(L, 1);
    out->targets[i].type = parley_lua_type_at(L, list + 1, i);
  }
  load->targets = out->targets;
  load->count = (int)count;
  lua_getfield(L, plan, "number");
  load->number = (int)luaL_optinteger(L, -1, 0);
  lua_settop(L, list - 1);
}

void parley_lua_load_plan_free(parley_lua_load_plan *plan) {
  parley_alloc(plan->targets, 0);
  parley_alloc(plan->readings, 0);
  parley_alloc(plan->pieces, 0);
  parley_alloc(plan->constants, 0);
  parley_alloc(plan->made, 0);
  parley_alloc(plan->plain, 0);
  *plan = (parley_lua_load_plan){0};
}

void parley_lua_load_push_refusal(lua_State *L, const parley_load *load) {
  lua_pushstring(L, load->refusal.column);
  parley_push_failure(L, &load->refusal.why);
}

int parley_lua_load_push(lua_State *L, const parley_load *load, parley_load_pause pause) {
  static const char *const words[] = {
      [PARLEY_LOAD_PAUSE_MOST] = "more", [PARLEY_LOAD_PAUSE_END] = "end", [PARLEY_LOAD_PAUSE_UNSOUND] = "unsound",
      [PARLEY_LOAD_PAUSE_REFUSED] = "refused"};
  lua_pushstring(L, words[pause]);
  if (pause != PARLEY_LOAD_PAUSE_REFUSED) return 1;
  parley_lua_load_push_refusal(L, load);
  return 3;
}
