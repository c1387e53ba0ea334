/* core.null lives in the registry, so that every loading of the module has the same one. */
#include "lua/values.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/raise.h"

#define NULL_KEY "parley.null"

void parley_push_null(lua_State *L) { lua_getfield(L, LUA_REGISTRYINDEX, NULL_KEY); }

/* A value of a written type is its text in Lua. -0.0 is 0.0, as in a Frame. */
void parley_push_value(lua_State *L, const parley_value *value) {
  char room[PARLEY_TYPE_TEXT];
  parley_value shown = *value;
  parley_value_write(&shown, room);
  switch (parley_layout_of(shown.type)) {
    case PARLEY_LAYOUT_NONE: lua_pushnil(L); break;
    case PARLEY_LAYOUT_INTEGER: lua_pushinteger(L, shown.integer); break;
    case PARLEY_LAYOUT_NUMBER: lua_pushnumber(L, shown.number + 0.0); break;
    case PARLEY_LAYOUT_TRUTH: lua_pushboolean(L, (int)shown.integer); break;
    default: lua_pushlstring(L, shown.text, shown.length);
  }
}

/* Raises with the names of all types. */
static void refuse_type(lua_State *L, const char *name) {
  luaL_Buffer known;
  luaL_buffinit(L, &known);
  for (int i = 1; i < PARLEY_TYPES; i++) {
    luaL_addstring(&known, parley_types[i].name);
    luaL_addstring(&known, ", ");
  }
  luaL_addstring(&known, parley_types[PARLEY_ANY].name);
  luaL_pushresult(&known);
  parley_refuse_with(L, "bad_type.column_type", "name=%s types=%s", name, lua_tostring(L, -1));
}

/* No list, or a hole in it, means any type. The name is raised about as tostring() shows it, since it may be no text.
   */
parley_type parley_lua_type_at(lua_State *L, int types, int at) {
  if (types == 0 || lua_isnoneornil(L, types)) return PARLEY_ANY;
  luaL_checktype(L, types, LUA_TTABLE);
  if (lua_rawgeti(L, types, at + 1) == LUA_TNIL) {
    lua_pop(L, 1);
    return PARLEY_ANY;
  }
  const char *name = lua_tostring(L, -1);
  parley_type type;
  if (name != NULL && parley_type_find(name, &type)) {
    lua_pop(L, 1);
    return type;
  }
  name = luaL_tolstring(L, -1, NULL);
  refuse_type(L, name);
  return PARLEY_ANY;
}

static int null_tostring(lua_State *L) {
  lua_pushliteral(L, "null");
  return 1;
}

/* A userdata without a value of its own: it equals nothing but itself, and unlike a light userdata has a metatable of
   its own, by which it prints as null. */
static void push_new_null(lua_State *L) {
  if (lua_getfield(L, LUA_REGISTRYINDEX, NULL_KEY) != LUA_TNIL) return;
  lua_pop(L, 1);
  lua_newuserdatauv(L, 0, 0);
  luaL_newmetatable(L, "parley.Null");
  lua_pushliteral(L, NULL_KEY);
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, null_tostring);
  lua_setfield(L, -2, "__tostring");
  lua_setmetatable(L, -2);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, NULL_KEY);
}

static void set_text(lua_State *L, const char *field, const char *text) {
  if (text == NULL) return;
  lua_pushstring(L, text);
  lua_setfield(L, -2, field);
}

/* types() -> list of records with the fields of value/type.h, made anew by each call */
static int types_list(lua_State *L) {
  static const char *const layouts[] = {"none", "integer", "number", "truth", "dated", "text"};
  lua_newtable(L);
  for (int i = 0; i < PARLEY_TYPES; i++) {
    const parley_type_entry *entry = &parley_types[i];
    lua_createtable(L, 0, 8);
    set_text(L, "name", entry->name);
    set_text(L, "layout", layouts[entry->layout]);
    set_text(L, "arrow", entry->arrow);
    set_text(L, "sqlite", entry->sqlite);
    set_text(L, "refused", entry->refused);
    set_text(L, "says", entry->says);
    lua_pushboolean(L, parley_type_is_written((parley_type)i));
    lua_setfield(L, -2, "written");
    lua_rawseti(L, -2, i + 1);
  }
  return 1;
}

void parley_lua_value_functions(lua_State *L) {
  lua_pushcfunction(L, types_list);
  lua_setfield(L, -2, "types");
  push_new_null(L);
  lua_setfield(L, -2, "null");
}

bool parley_take_value(lua_State *L, parley_value *out) {
  *out = (parley_value){.type = PARLEY_ANY};
  switch (lua_type(L, -1)) {
    case LUA_TNIL: return true;
    case LUA_TBOOLEAN: *out = (parley_value){.type = PARLEY_BOOLEAN, .integer = lua_toboolean(L, -1)}; return true;
    case LUA_TSTRING:
      out->type = PARLEY_TEXT;
      out->text = lua_tolstring(L, -1, &out->length);
      return true;
    case LUA_TNUMBER:
      if (lua_isinteger(L, -1)) *out = (parley_value){.type = PARLEY_INTEGER, .integer = lua_tointeger(L, -1)};
      else *out = (parley_value){.type = PARLEY_NUMBER, .number = lua_tonumber(L, -1)};
      return true;
    default: return false;
  }
}
