/*
** Lua functions inside SQL run on the Lua thread that is stepping the statement: `running` of the store says which, and
** is set only while SQLite is being called. An error in such a function is kept (a user value of the store), travels
** through SQLite as a failed statement, and is raised again unchanged by whoever was stepping.
*/
#include "lua/user_functions.h"

#include <string.h>

#include "base/buffer.h"
#include "lua/raise.h"
#include "lua/sql_values.h"
#include "lua/values.h"
#include "sqlite/user_function.h"

/* A Lua function known to SQLite, which frees it. `owner` is NULL when the store is gone but the connection, the
   host's, still has the function. The Lua function is in the table of the store's functions, at this address. */
struct parley_user_function {
  parley_store_handle *owner;
  parley_user_function *next, **link;
  int arity; /* -1: any number */
  char name[256]; /* SQLite's limit of a function's name, and a zero */
};

typedef struct call {
  parley_user_function *function;
  parley_user_call *sql;
} call;

/* Hands the Lua value on the stack top to SQL. */
static void give_result(lua_State *L, const call *c) {
  parley_value value;
  if (!parley_take_sql_value(L, &value)) {
    parley_refuse_with(L, "bad_type.function_value", "name=%s got=%s", c->function->name,
                       luaL_typename(L, -1));
  }
  parley_user_call_return(c->sql, &value);
}

static void push_argument(lua_State *L, const call *c, int at) {
  parley_value value;
  if (!parley_user_call_argument(c->sql, at, &value)) parley_raise_no_memory(L);
  parley_push_sql_value(L, &value);
}

/* Runs under lua_pcall. */
static int call_protected(lua_State *L) {
  const call *c = lua_touserdata(L, 1);
  int count = parley_user_call_count(c->sql);
  luaL_checkstack(L, count + 8, "too many arguments");
  parley_store_handle_find(L, c->function->owner);
  lua_getiuservalue(L, -1, PARLEY_STORE_HANDLE_USER_FUNCTIONS);
  lua_rawgetp(L, -1, c->function);
  for (int i = 0; i < count; i++) push_argument(L, c, i);
  lua_call(L, count, 1);
  give_result(L, c);
  return 0;
}

/* Keeps the error on the stack top for store_raise and pops it. Nothing here allocates, so nothing here raises. */
static void keep_error(lua_State *L, parley_store_handle *s, const parley_user_call *sql) {
  const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "misuse";
  parley_user_call_fail(sql, message);
  parley_store_handle_find(L, s);
  lua_insert(L, -2);
  lua_setiuservalue(L, -2, PARLEY_STORE_HANDLE_RAISED);
  lua_pop(L, 1);
  s->raised = true;
}

static void call_function(void *data, parley_user_call *sql) {
  parley_user_function *f = data;
  lua_State *L = f->owner == NULL ? NULL : f->owner->running;
  if (L == NULL) {
    parley_user_call_fail(sql, "misuse.called_outside");
    return;
  }
  if (!lua_checkstack(L, 8)) {
    parley_user_call_fail_memory(sql);
    return;
  }
  call c = {f, sql};
  lua_pushcfunction(L, call_protected);
  lua_pushlightuserdata(L, &c);
  if (lua_pcall(L, 1, 0, 0) != LUA_OK) keep_error(L, f->owner, sql);
}

/* SQLite drops the function: it was replaced, taken off, or the connection closed. */
static void function_free(void *data) {
  parley_user_function *f = data;
  if (f->owner != NULL) {
    *f->link = f->next;
    if (f->next != NULL) f->next->link = f->link;
  }
  parley_alloc(f, 0);
}

static parley_user_function *function_new(parley_store_handle *s, const char *name, int arity) {
  parley_user_function *f = parley_alloc(NULL, sizeof *f);
  if (f == NULL) return NULL;
  memset(f, 0, sizeof *f);
  strcpy(f->name, name);
  f->arity = arity;
  f->owner = s;
  f->next = s->functions;
  f->link = &s->functions;
  if (f->next != NULL) f->next->link = &f->next;
  s->functions = f;
  return f;
}

static parley_user_function *function_find(const parley_store_handle *s, const char *name, int arity) {
  parley_user_function *f = s->functions;
  while (f != NULL && (f->arity != arity || !parley_user_function_same_name(f->name, name))) f = f->next;
  return f;
}

/* Takes the entry of a function that SQLite has dropped out of table FUNCTIONS on the stack top. */
static void function_forget(lua_State *L, const void *address) {
  lua_pushnil(L);
  lua_rawsetp(L, -2, address);
}

/* define(name, arity, function): arity -1 takes any number of arguments */
static int store_define(lua_State *L) {
  parley_store_handle *s = parley_store_handle_open(L, 1);
  size_t length;
  const char *name = luaL_checklstring(L, 2, &length);
  lua_Integer arity = luaL_checkinteger(L, 3);
  luaL_checktype(L, 4, LUA_TFUNCTION);
  if (length == 0 || length > 255 || strlen(name) != length) return parley_refuse(L, "bad_argument.function_bytes");
  if (arity < -1 || arity > 100)
    return parley_refuse_with(L, "bad_argument.function_arity", "count=%lld", (long long)arity);
  parley_user_function *before = function_find(s, name, (int)arity);
  lua_getiuservalue(L, 1, PARLEY_STORE_HANDLE_USER_FUNCTIONS);
  parley_user_function *f = function_new(s, name, (int)arity);
  if (f == NULL) return parley_raise_no_memory(L);
  lua_pushvalue(L, 4);
  lua_rawsetp(L, 5, f);
  parley_error err;
  bool defined = parley_user_function_define(&s->store, name, (int)arity, call_function, f, function_free, &err);
  lua_settop(L, 5);
  if (!defined) {
    function_forget(L, f);
    parley_fail_about(&err, "cannot_define", "name=%s", name);
    return parley_raise(L, &err);
  }
  if (before != NULL) function_forget(L, before);
  return 0;
}

void parley_lua_user_functions_remove(parley_store_handle *s, sqlite3 *db) {
  while (s->functions != NULL) {
    parley_user_function *f = s->functions;
    if (parley_user_function_remove(db, f->name, f->arity)) continue;
    s->functions = f->next;
    if (f->next != NULL) f->next->link = &s->functions;
    f->owner = NULL;
  }
}

void parley_lua_user_functions(lua_State *L) {
  static const luaL_Reg methods[] = {{"define", store_define}, {NULL, NULL}};
  parley_store_handle_add_methods(L, methods);
}
