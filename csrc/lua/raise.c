/* An error object has its message without the prefix, which tells the module's own errors from those of a script:
   its text has it. */
#include "lua/raise.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#define ERROR "parley.Error"

/* Turns the message on the stack top into an error object: the same fields that errors.raise fills, which are key,
   sentence, arguments, message and code. */
static void push_error(lua_State *L, const char *code) {
  lua_createtable(L, 0, 5);
  lua_insert(L, -2);
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, "sentence");
  lua_setfield(L, -2, "message");
  lua_pushstring(L, code);
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, "key");
  lua_setfield(L, -2, "code");
  lua_newtable(L);
  lua_setfield(L, -2, "arguments");
  luaL_setmetatable(L, ERROR);
}

/* ---- failures of the C rooms ---- */

static void push_arguments(lua_State *L, const parley_error *err, int part) {
  parley_error_argument argument;
  lua_newtable(L);
  for (int i = 0; parley_error_argument_at(err, part, i, &argument); i++) {
    lua_pushlstring(L, argument.name, argument.name_length);
    if (argument.is_integer) lua_pushinteger(L, (lua_Integer)strtoll(argument.text, NULL, 10));
    else lua_pushstring(L, argument.text);
    lua_rawset(L, -3);
  }
}

/* Pushes a list of the parts of a failure, from within outwards: { key =, arguments = } or { words = }. */
static void push_parts(lua_State *L, const parley_error *err) {
  lua_createtable(L, err->count, 0);
  for (int part = 0; part < err->count; part++) {
    const parley_error_part *p = &err->part[part];
    lua_createtable(L, 0, 2);
    lua_pushstring(L, p->key != NULL ? p->key : err->values + p->values);
    lua_setfield(L, -2, p->key != NULL ? "key" : "words");
    push_arguments(L, err, part);
    lua_setfield(L, -2, "arguments");
    lua_rawseti(L, -2, part + 1);
  }
}

/* Calls a function that parley/base/errors.lua has put beside the methods of error objects with the two values on the
   stack top; false, and nothing has been done, where parley.core is used alone. */
static bool make_in_lua(lua_State *L, const char *maker) {
  luaL_getmetatable(L, ERROR);
  bool found = lua_getfield(L, -1, maker) == LUA_TFUNCTION;
  if (!found) lua_pop(L, 2);
  if (!found) return false;
  lua_remove(L, -2);
  lua_insert(L, -3);
  lua_call(L, 2, 1);
  return true;
}

/* Pushes the error object of a failure. Its sentence is made by parley/base/error_sentences.lua; where parley.core is
   used alone, key and arguments stand in its place. */
void parley_push_failure(lua_State *L, const parley_error *err) {
  char text[PARLEY_ERROR_TEXT];
  luaL_checkstack(L, 10, NULL);
  lua_pushstring(L, parley_error_word(err->code));
  push_parts(L, err);
  if (make_in_lua(L, "of_parts")) return;
  lua_pop(L, 2);
  lua_pushstring(L, parley_error_text(err, text, sizeof text));
  push_error(L, parley_error_word(err->code));
}

void parley_push_phrase(lua_State *L, const parley_error *phrase) {
  char text[PARLEY_ERROR_TEXT];
  luaL_checkstack(L, 10, NULL);
  lua_pushstring(L, phrase->part[0].key);
  push_arguments(L, phrase, 0);
  if (make_in_lua(L, "phrase")) return;
  lua_pop(L, 2);
  lua_pushstring(L, parley_error_text(phrase, text, sizeof text));
}

int parley_raise(lua_State *L, const parley_error *err) {
  parley_push_failure(L, err);
  return lua_error(L);
}

int parley_raise_no_memory(lua_State *L) {
  parley_error err;
  parley_no_memory(&err);
  return parley_raise(L, &err);
}

int parley_refuse(lua_State *L, const char *key) {
  parley_error err;
  parley_fail_key(&err, key);
  return parley_raise(L, &err);
}

int parley_refuse_with(lua_State *L, const char *key, const char *names, ...) {
  parley_error err;
  va_list values;
  va_start(values, names);
  parley_error_set(&err, key, names, values);
  va_end(values);
  return parley_raise(L, &err);
}

int parley_return_failure(lua_State *L, const parley_error *err) {
  lua_pushnil(L);
  parley_push_failure(L, err);
  lua_pushstring(L, parley_error_word(err->code));
  return 3;
}

int parley_return_errno(lua_State *L, int number) {
  lua_pushnil(L);
  lua_pushstring(L, strerror(number));
  lua_pushstring(L, parley_error_word(parley_error_of_errno(number)));
  return 3;
}

/* errno(number) -> of what Lua's io and os libraries give as a number: the code word, the system's words */
static int core_errno(lua_State *L) {
  int number = (int)luaL_checkinteger(L, 1);
  lua_pushstring(L, parley_error_word(parley_error_of_errno(number)));
  lua_pushstring(L, strerror(number));
  return 2;
}

/* Where parley.core is used alone: parley/base/error_objects.lua has more to say, and puts its own in this place. */
static int error_text(lua_State *L) {
  lua_getfield(L, 1, "message");
  lua_pushfstring(L, "parley: %s", lua_tostring(L, -1));
  return 1;
}

void parley_raise_functions(lua_State *L) {
  luaL_newmetatable(L, ERROR);
  lua_pushcfunction(L, error_text);
  lua_setfield(L, -2, "__tostring");
  lua_setfield(L, -2, "error_metatable");
  lua_pushcfunction(L, core_errno);
  lua_setfield(L, -2, "errno");
}
