/* Arguments in, engine call, results out. A text that is not a date is an answer (nil, message), not an error: the
 * caller knows where the text came from and words the complaint. */
#include "lua/text.h"

#include <stdint.h>

#include <lauxlib.h>

#include "base/utf8.h"
#include "lua/raise.h"
#include "value/clean.h"
#include "value/display_width.h"
#include "value/edtf.h"
#include "value/field.h"
#include "value/fold.h"
#include "value/index_text.h"
#include "value/shortest_number.h"
#include "value/similarity.h"

/* ---- dates ---- */

static bool check_date(lua_State *L, parley_edtf *date, parley_error *err) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  return parley_edtf_parse(text, length, date, err);
}

static int push_failure(lua_State *L, const parley_error *err) {
  luaL_pushfail(L);
  parley_push_failure(L, err);
  return 2;
}

static void push_day(lua_State *L, bool bounded, int32_t day) {
  if (bounded) lua_pushinteger(L, day);
  else lua_pushnil(L);
}

/* date(text) -> first day or nil, last day or nil, flags; nil, an error object for other text */
static int text_date(lua_State *L) {
  parley_edtf date;
  parley_error err;
  if (!check_date(L, &date, &err)) return push_failure(L, &err);
  push_day(L, parley_edtf_has_first(&date), date.first);
  push_day(L, parley_edtf_has_last(&date), date.last);
  lua_pushinteger(L, (lua_Integer)date.flags);
  return 3;
}

/* day(text) -> the day a text names; nil, an error object where it names none or several */
static int text_day(lua_State *L) {
  parley_edtf date;
  parley_error err;
  if (!check_date(L, &date, &err)) return push_failure(L, &err);
  if (date.first != date.last) {
    parley_fail_with(&err, "bad_date.several_days", "value=%s", lua_tostring(L, 1));
    return push_failure(L, &err);
  }
  lua_pushinteger(L, date.first);
  return 1;
}

/* day_text(day) -> 'YYYY-MM-DD' */
static int text_day_text(lua_State *L) {
  lua_Integer day = luaL_checkinteger(L, 1);
  char out[16];
  if (day < INT32_MIN || day > INT32_MAX) return parley_refuse_with(L, "out_of_range.day", "day=%lld", (long long)day);
  parley_day_text((int32_t)day, out);
  lua_pushstring(L, out);
  return 1;
}

/* Bits of value/edtf.h by name, so that Lua has no numbers of its own. */
static void push_flags(lua_State *L) {
  static const struct {
    const char *name;
    lua_Integer bit;
  } flags[] = {
    {"open_first", PARLEY_EDTF_OPEN_FIRST},       {"open_last", PARLEY_EDTF_OPEN_LAST},
    {"unknown_first", PARLEY_EDTF_UNKNOWN_FIRST}, {"unknown_last", PARLEY_EDTF_UNKNOWN_LAST},
    {"uncertain", PARLEY_EDTF_UNCERTAIN},         {"approximate", PARLEY_EDTF_APPROXIMATE},
  };
  lua_createtable(L, 0, (int)(sizeof flags / sizeof *flags));
  for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
    lua_pushinteger(L, flags[i].bit);
    lua_setfield(L, -2, flags[i].name);
  }
}

/* ---- text ---- */

/* fold(text) -> the text for search: no case, no accents. The buffer is Lua's and freed by it, whatever is raised. */
static int text_fold(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_settop(L, 1);
  if (parley_fold_is_done(text, length)) return 1;
  if (length > SIZE_MAX / PARLEY_FOLD_GROWTH) return parley_refuse(L, "too_large.text");
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, length * PARLEY_FOLD_GROWTH);
  luaL_pushresultsize(&buffer, parley_fold(text, length, out));
  return 1;
}

/* index_text(folded) -> the folded text as a full text index holds it */
static int text_index(lua_State *L) {
  size_t length;
  const char *folded = luaL_checklstring(L, 1, &length);
  if (length > SIZE_MAX / PARLEY_FOLD_INDEX_GROWTH) return parley_refuse(L, "too_large.text");
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, length * PARLEY_FOLD_INDEX_GROWTH);
  luaL_pushresultsize(&buffer, parley_fold_for_index(folded, length, out));
  return 1;
}

/* width(text) -> terminal columns */
static int text_width(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)parley_display_width(text, length));
  return 1;
}

/* truncate(text, columns) -> its beginning that fits, and the width of that */
static int text_truncate(lua_State *L) {
  size_t length, width;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer columns = luaL_checkinteger(L, 2);
  if (columns < 0) return parley_refuse_with(L, "bad_argument.text_columns", "count=%lld", (long long)columns);
  size_t kept = parley_display_truncate(text, length, (size_t)columns, &width);
  if (kept < length) lua_pushlstring(L, text, kept);
  else lua_pushvalue(L, 1);
  lua_pushinteger(L, (lua_Integer)width);
  return 2;
}

/* valid_utf8(text) -> true; nil and the position of the first wrong byte otherwise */
static int text_valid_utf8(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  size_t wrong = parley_utf8_invalid(text, length);
  if (wrong == length) {
    lua_pushboolean(L, 1);
    return 1;
  }
  luaL_pushfail(L);
  lua_pushinteger(L, (lua_Integer)wrong + 1);
  return 2;
}

/* clean(text) -> the text as it is kept (value/clean.h) */
static int text_clean(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  if (!parley_clean_trim(&text, &length)) {
    lua_pushlstring(L, text, length);
    return 1;
  }
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, length * PARLEY_CLEAN_GROWTH);
  luaL_pushresultsize(&buffer, parley_clean_text(text, length, out));
  return 1;
}

/* composed(text) -> the same, with the blanks at its ends */
static int text_composed(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  if (parley_clean_is_plain(text, length)) {
    lua_settop(L, 1);
    return 1;
  }
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, length * PARLEY_CLEAN_GROWTH);
  luaL_pushresultsize(&buffer, parley_clean_text(text, length, out));
  return 1;
}

/* has_word(text) -> whether the full text index makes a word of something in it */
static int text_has_word(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_pushboolean(L, parley_fold_has_word(text, length));
  return 1;
}

/* cased(text, up) -> the text in upper case, or in lower case */
static int text_cased(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, length * PARLEY_FOLD_GROWTH);
  size_t written = lua_toboolean(L, 2) ? parley_text_upper(text, length, out) : parley_text_lower(text, length, out);
  luaL_pushresultsize(&buffer, written);
  return 1;
}

/* number_text(x) -> the shortest text that reads back to it (value/shortest_number.h) */
static int text_of_number(lua_State *L) {
  char text[PARLEY_NUMBER_TEXT_LENGTH];
  luaL_checktype(L, 1, LUA_TNUMBER);
  size_t length = lua_isinteger(L, 1) ? parley_number_text_integer(lua_tointeger(L, 1), text)
                                      : parley_number_text_shortest(lua_tonumber(L, 1), text);
  lua_pushlstring(L, text, length);
  return 1;
}

/* is_total(text) -> whether it stands before the sums of a sheet */
static int text_is_total(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_pushboolean(L, parley_field_is_total(text, length));
  return 1;
}

/* ---- the library ---- */

/* similarity(a, b): how alike two words in plain letters are */
static int text_similarity(lua_State *L) {
  size_t a_length, b_length;
  const char *a = luaL_checklstring(L, 1, &a_length), *b = luaL_checklstring(L, 2, &b_length);
  lua_pushnumber(L, parley_text_similarity(a, a_length, b, b_length));
  return 1;
}

static const luaL_Reg functions[] = {
  {"similarity", text_similarity},
  {"date", text_date},   {"day", text_day},           {"day_text", text_day_text},     {"fold", text_fold},
  {"index_text", text_index},
  {"width", text_width}, {"truncate", text_truncate}, {"valid_utf8", text_valid_utf8},
  {"clean", text_clean}, {"composed", text_composed}, {"has_word", text_has_word},
  {"number_text", text_of_number}, {"is_total", text_is_total}, {"cased", text_cased}, {NULL, NULL},
};

/* months: the names of the months, a list */
static void push_months(lua_State *L) {
  lua_createtable(L, 12, 0);
  for (int i = 0; parley_calendar_months[i] != NULL; i++) {
    lua_pushstring(L, parley_calendar_months[i]);
    lua_rawseti(L, -2, i + 1);
  }
}

void parley_lua_text_functions(lua_State *L) {
  luaL_setfuncs(L, functions, 0);
  push_months(L);
  lua_setfield(L, -2, "months");
  push_flags(L);
  lua_setfield(L, -2, "date_flags");
}
