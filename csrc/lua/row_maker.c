/*
** The steps are upvalues of one function, so that a record costs one protected call. They are called between statements
** of SQLite, never inside one.
*/
#include "lua/row_maker.h"

#include <lauxlib.h>

#include "value/clean.h"

/* Upvalues of call_steps. */
enum { ROW = 1, OUT, PLACE, STEPS, SETTLE, WANTED, UPVALUES = WANTED };

/* ---- the row and its place ---- */

/* What functions have put into the row of the record before. */
static void empty_row(lua_State *L) {
  lua_pushnil(L);
  while (lua_next(L, lua_upvalueindex(ROW))) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, lua_upvalueindex(ROW));
  }
}

static void set_place(lua_State *L, const parley_record_reader *records) {
  lua_pushinteger(L, records->number);
  lua_setfield(L, lua_upvalueindex(PLACE), "row");
  lua_pushinteger(L, records->line);
  lua_setfield(L, lua_upvalueindex(PLACE), "line");
}

/* Calls the function on the stack top with the row and its place. */
static void call_with_row(lua_State *L, int results) {
  lua_pushvalue(L, lua_upvalueindex(ROW));
  lua_pushvalue(L, lua_upvalueindex(PLACE));
  lua_call(L, 2, results);
}

/* ---- texts ---- */

/* Puts the clean form of the text on the stack top in its place; false where it is no UTF-8. */
static bool clean_top(lua_State *L) {
  size_t length, left;
  const char *text = lua_tolstring(L, -1, &length), *inner = text;
  left = length;
  if (parley_clean_is_plain(text, length)) {
    parley_clean_trim_plain(&inner, &left);
  } else {
    if (parley_utf8_invalid(text, length) < length) return false;
    if (parley_clean_trim(&inner, &left)) {
      int at = lua_gettop(L);
      luaL_Buffer buffer;
      char *out = luaL_buffinitsize(L, &buffer, left * PARLEY_CLEAN_GROWTH);
      luaL_pushresultsize(&buffer, parley_clean_text(inner, left, out));
      lua_replace(L, at);
      return true;
    }
  }
  if (left == length) return true;
  lua_pushlstring(L, inner, left);
  lua_replace(L, -2);
  return true;
}

/* Whether the text on the stack top can be stored; that of a column of texts is clean then. What cannot is told at
   once, as functions of columns behind are not called for a row that is refused. */
static bool is_good_text(lua_State *L, const parley_lua_row_maker *m, int target) {
  parley_missing_code text;
  if (m->load->targets[target].type == PARLEY_TEXT) return clean_top(L);
  text.text = lua_tolstring(L, -1, &text.length);
  return text.length == 0 ||
         parley_load_takes(m->load, target, &m->load->maker.readings[target], text, PARLEY_PARSE_FROM_QUOTED);
}

/* Whether what a plain function has given, the three values on the stack top, is a text that can be taken, or nothing.
   Leaves one value then. */
static bool is_taken(lua_State *L, const parley_lua_row_maker *m, int target) {
  if (lua_toboolean(L, -2)) return false;
  lua_rotate(L, -3, 2); /* why, code, value */
  bool taken = lua_isnil(L, -1) || (lua_type(L, -1) == LUA_TSTRING && is_good_text(L, m, target));
  if (!taken) lua_rotate(L, -3, 1);
  return taken;
}

/* Calls settle(step, value, why, code) with the three values on the stack top. */
static void settle(lua_State *L, int step) {
  lua_pushvalue(L, lua_upvalueindex(SETTLE));
  lua_pushinteger(L, step + 1);
  lua_rotate(L, -5, 2);
  lua_call(L, 4, 2);
}

/* ---- steps ---- */

static void refuse(lua_State *L, parley_lua_row_maker *m) {
  lua_setfield(L, lua_upvalueindex(OUT), "wrong");
  m->load->refusal.column = "";
  parley_fail_key(&m->load->refusal.why, "misuse");
  m->outcome = PARLEY_LOAD_REFUSED;
}

/* Keeps the text on the stack top in `out` until the next record. */
static void keep_text(lua_State *L, parley_lua_row_maker *m, int target) {
  parley_missing_code *text = &m->load->maker.texts[target];
  text->text = NULL;
  if (lua_type(L, -1) == LUA_TSTRING) text->text = lua_tolstring(L, -1, &text->length);
  lua_rawseti(L, lua_upvalueindex(OUT), target + 1);
}

/* Whether the record goes on. */
static bool take_step(lua_State *L, parley_lua_row_maker *m, int step, int target) {
  lua_rawgeti(L, lua_upvalueindex(STEPS), step + 1);
  m->calling = m->plain[target] ? step + 1 : 0;
  if (m->plain[target]) {
    call_with_row(L, 3);
    m->calling = 0;
    if (is_taken(L, m, target)) {
      keep_text(L, m, target);
      lua_settop(L, 1);
      return true;
    }
    settle(L, step);
  } else {
    call_with_row(L, 2);
  }
  if (lua_toboolean(L, -1)) {
    refuse(L, m);
    return false;
  }
  lua_pop(L, 1);
  if (lua_isnil(L, -1)) {
    m->outcome = PARLEY_LOAD_SKIPPED;
    return false;
  }
  keep_text(L, m, target);
  lua_settop(L, 1);
  return true;
}

/* wanted(row, place) -> true | false to skip the record | nil, wrong */
static bool is_wanted(lua_State *L, parley_lua_row_maker *m) {
  lua_pushvalue(L, lua_upvalueindex(WANTED));
  call_with_row(L, 2);
  bool wanted = lua_toboolean(L, -2);
  if (!wanted && lua_isnil(L, -2)) refuse(L, m);
  else if (!wanted) m->outcome = PARLEY_LOAD_SKIPPED;
  lua_settop(L, 1);
  return wanted;
}

static int call_steps(lua_State *L) {
  parley_lua_row_maker *m = lua_touserdata(L, 1);
  empty_row(L);
  set_place(L, m->records);
  m->outcome = PARLEY_LOAD_ADDED;
  m->calling = 0;
  if (m->asks && !is_wanted(L, m)) return 0;
  for (int target = 0, step = 0; target < m->load->count; target++) {
    if (m->load->targets[target].made && !take_step(L, m, step++, target)) return 0;
  }
  return 0;
}

/* ---- the maker ---- */

/* The field is there already, so that nothing has to be allocated for it. */
static void tell_calling(const parley_lua_row_maker *m) {
  lua_getupvalue(m->L, m->steps, OUT);
  lua_pushinteger(m->L, m->calling);
  lua_setfield(m->L, -2, "calling");
  lua_pop(m->L, 1);
}

static parley_load_outcome make(void *context, parley_load *load, const parley_record_reader *records,
                                parley_error *err) {
  parley_lua_row_maker *m = context;
  m->load = load;
  m->records = records;
  lua_pushvalue(m->L, m->steps);
  lua_pushlightuserdata(m->L, m);
  m->raised = lua_pcall(m->L, 1, 0, 0) != LUA_OK;
  if (!m->raised) return m->outcome;
  tell_calling(m);
  parley_fail_key(err, "misuse");
  return PARLEY_LOAD_FAILED;
}

void parley_lua_row_maker_begin(lua_State *L, int plan, parley_lua_row_maker *maker, parley_load *load,
                            parley_missing_code *texts, const parley_parse_rules *readings) {
  static const char *const names[UPVALUES] = {"row", "out", "place", "steps", "settle", "wanted"};
  bool makes = lua_getfield(L, plan, "make") == LUA_TTABLE;
  load->maker = (parley_load_maker){makes ? make : NULL, maker, texts, readings};
  if (!makes) return;
  int from = lua_gettop(L);
  for (int i = 0; i < UPVALUES; i++) lua_getfield(L, from, names[i]);
  maker->asks = lua_toboolean(L, -1);
  lua_pushcclosure(L, call_steps, UPVALUES);
  maker->steps = lua_gettop(L);
  luaL_checkstack(L, 4, NULL);
}
