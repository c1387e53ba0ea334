/*
** Stores and cursors as Lua values. A store's userdata is what keeps its user functions alive (user value 1), a
** cursor's keeps the store alive. A statement lives in a cursor before anything that can raise happens.
**
** Lua functions inside SQL run on the Lua thread that is stepping the statement: `running` says which, and is set
** only while SQLite is being called. An error in such a function is kept (user value 2), travels through SQLite as
** a failed statement, and is raised again unchanged by whoever was stepping.
*/
#include "lua/store.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "sqlite/functions.h"
#include "lua/frame.h"
#include "lua/host.h"
#include "sqlite/store.h"

#define STORE "parley.Store"
#define CURSOR "parley.Cursor"

/* User values of a store. */
enum { FUNCTIONS = 1, RAISED = 2 };

typedef struct lfunction lfunction;

typedef struct lstore {
  parley_store store;
  lua_State *running;   /* the Lua thread that is calling SQLite now, or NULL */
  bool raised;          /* a user function failed; its error is in user value RAISED */
  lfunction *functions; /* registered on the connection */
  parley_limits host;   /* as they were at open */
  int attachable;       /* databases that could be attached before a read-only host's script came */
} lstore;

/* A Lua function known to SQLite, which frees it. `owner` is NULL when the store is gone but the connection, the
   host's, still has the function. The Lua function is in table FUNCTIONS of the store, at this address. */
struct lfunction {
  lstore *owner;
  lfunction *next, **link;
  int arity;
  char name[256];
};

typedef struct lcursor {
  parley_cursor cursor;
  lstore *owner;
  int width;
  int typed;               /* columns with a type */
  bool started;
  unsigned char boolean[]; /* 0 or 1 for each typed column */
} lcursor;

/* Registry: weak table from the address of an lstore to its userdata. */
#define STORES "parley.stores"

/* A C closure has at most 255 upvalues; a query with more columns than this takes its keys from a list. */
#define MOST_KEYS 240

/* ---- accessors ---- */

static lstore *check_store(lua_State *L) { return luaL_checkudata(L, 1, STORE); }

static lstore *check_open(lua_State *L) {
  lstore *s = check_store(L);
  if (s->store.db == NULL) parley_refuse(L, "the dataset is closed");
  return s;
}

static void push_store(lua_State *L, const lstore *s) {
  lua_getfield(L, LUA_REGISTRYINDEX, STORES);
  lua_rawgetp(L, -1, s);
  lua_remove(L, -2);
}

/* Raises the error of a user function if there is one, else err. */
static int store_raise(lua_State *L, lstore *s, const parley_error *err) {
  if (!s->raised) return parley_raise(L, err);
  s->raised = false;
  push_store(L, s);
  lua_getiuservalue(L, -1, RAISED);
  lua_pushnil(L);
  lua_setiuservalue(L, -3, RAISED);
  return lua_error(L);
}

/* ---- for other bindings ---- */

parley_store *parley_store_check(lua_State *L, int arg) {
  lstore *s = luaL_checkudata(L, arg, STORE);
  if (s->store.db == NULL) parley_refuse(L, "the dataset is closed");
  return &s->store;
}

lua_State *parley_store_begin(lua_State *L, int arg) {
  lstore *s = luaL_checkudata(L, arg, STORE);
  lua_State *outer = s->running;
  if (outer == NULL) s->raised = false;
  s->running = L;
  s->store.depth++;
  return outer;
}

void parley_store_end(lua_State *L, int arg, lua_State *outer) {
  lstore *s = luaL_checkudata(L, arg, STORE);
  s->store.depth--;
  s->running = outer;
}

int parley_store_raise(lua_State *L, int arg, const parley_error *err) {
  return store_raise(L, luaL_checkudata(L, arg, STORE), err);
}

/* ---- values ---- */

static void push_text(lua_State *L, sqlite3_value *value) {
  const void *text = sqlite3_value_text(value);
  if (text == NULL) parley_refuse(L, "out of memory");
  lua_pushlstring(L, text, (size_t)sqlite3_value_bytes(value));
}

static void push_blob(lua_State *L, sqlite3_value *value) {
  const void *bytes = sqlite3_value_blob(value); /* NULL for an empty one */
  lua_pushlstring(L, bytes, bytes == NULL ? 0 : (size_t)sqlite3_value_bytes(value));
}

/* Pushes a value of SQL. */
static void push_sql_value(lua_State *L, sqlite3_value *value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: lua_pushinteger(L, sqlite3_value_int64(value)); break;
    case SQLITE_FLOAT: lua_pushnumber(L, sqlite3_value_double(value) + 0.0); break; /* -0.0 is 0.0, as in a Frame */
    case SQLITE_TEXT: push_text(L, value); break;
    case SQLITE_BLOB: push_blob(L, value); break;
    default: lua_pushnil(L);
  }
}

/* Pushes a column of the current row. One sqlite3_column_value and calls on the value cost half of what the
   sqlite3_column_* calls do; the value is ours alone, as the statement is. */
static void push_column(lua_State *L, sqlite3_stmt *stmt, int at, bool boolean) {
  sqlite3_value *value = sqlite3_column_value(stmt, at);
  if (!boolean || sqlite3_value_type(value) != SQLITE_INTEGER) {
    push_sql_value(L, value);
    return;
  }
  lua_Integer number = sqlite3_value_int64(value);
  if (number == 0 || number == 1) lua_pushboolean(L, (int)number);
  else lua_pushinteger(L, number);
}

/* Binds the Lua value on the stack top; SQLITE_MISMATCH when SQL has no such value. */
static int bind_value(lua_State *L, sqlite3_stmt *stmt, int at) {
  size_t length;
  const char *text;
  switch (lua_type(L, -1)) {
    case LUA_TNIL: return sqlite3_bind_null(stmt, at);
    case LUA_TBOOLEAN: return sqlite3_bind_int(stmt, at, lua_toboolean(L, -1));
    case LUA_TSTRING:
      text = lua_tolstring(L, -1, &length);
      return sqlite3_bind_text64(stmt, at, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
    case LUA_TNUMBER:
      if (lua_isinteger(L, -1)) return sqlite3_bind_int64(stmt, at, lua_tointeger(L, -1));
      if (lua_tonumber(L, -1) != lua_tonumber(L, -1)) return SQLITE_MISMATCH; /* NaN would become NULL unseen */
      return sqlite3_bind_double(stmt, at, lua_tonumber(L, -1));
    default: break;
  }
  parley_push_null(L);
  bool missing = lua_rawequal(L, -1, -2);
  lua_pop(L, 1);
  return missing ? sqlite3_bind_null(stmt, at) : SQLITE_MISMATCH;
}

/* ---- cursors ---- */

static lcursor *check_cursor(lua_State *L) { return luaL_checkudata(L, 1, CURSOR); }

/* Pushes a cursor that is not live yet, with the types of the list at stack index `types` (0: none). */
static lcursor *push_cursor(lua_State *L, lstore *s, int types) {
  int typed = types != 0 && lua_istable(L, types) ? (int)lua_rawlen(L, types) : 0;
  lcursor *c = lua_newuserdatauv(L, sizeof *c + (size_t)typed, 1);
  memset(c, 0, sizeof *c);
  c->owner = s;
  c->typed = typed;
  luaL_setmetatable(L, CURSOR);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  for (int at = 0; at < typed; at++) c->boolean[at] = parley_type_at(L, types, at) == PARLEY_BOOLEAN;
  return c;
}

static bool is_boolean(const lcursor *c, int at) { return at < c->typed && c->boolean[at]; }

/* Number of parameters given in the list at stack index `params`. */
static int count_params(lua_State *L, int params) {
  if (lua_isnoneornil(L, params)) return 0;
  luaL_checktype(L, params, LUA_TTABLE);
  lua_getfield(L, params, "n");
  lua_Integer n = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : (lua_Integer)lua_rawlen(L, params);
  lua_pop(L, 1);
  return n < 0 || n > INT_MAX ? -1 : (int)n;
}

static void bind_params(lua_State *L, lcursor *c, int params) {
  int given = count_params(L, params), wanted = sqlite3_bind_parameter_count(c->cursor.stmt);
  if (given != wanted) {
    parley_refuse(L, "the SQL statement has %d parameters, %d values were given", wanted, given);
  }
  for (int at = 1; at <= given; at++) {
    lua_rawgeti(L, params, at);
    int code = bind_value(L, c->cursor.stmt, at);
    if (code == SQLITE_MISMATCH) {
      const char *what = lua_isnumber(L, -1) ? "not a number (nan)" : lua_pushfstring(L, "a %s", luaL_typename(L, -1));
      parley_refuse(L, "parameter %d is %s, which SQL cannot hold", at, what);
    }
    if (code != SQLITE_OK) parley_refuse(L, "parameter %d: %s", at, sqlite3_errstr(code));
    lua_pop(L, 1);
  }
}

/* Pushes a cursor with the statement of argument 2 and the parameters of argument 3, ready to step. Where the names
   of its columns are going to be asked for, the statement has to be a fresh one: a cached one learns of a changed
   schema only when it is stepped. */
static lcursor *push_query(lua_State *L, lstore *s, int types, bool fresh) {
  parley_error err;
  size_t length;
  const char *sql = luaL_checklstring(L, 2, &length);
  luaL_checkstack(L, 8, NULL);
  lcursor *c = push_cursor(L, s, types);
  if (!parley_cursor_prepare(&c->cursor, &s->store, sql, length, fresh, &err)) store_raise(L, s, &err);
  c->width = sqlite3_column_count(c->cursor.stmt);
  bind_params(L, c, 3);
  return c;
}

/* The same, finished when the calling function returns or raises. */
static lcursor *push_closing_query(lua_State *L, lstore *s, bool fresh) {
  lcursor *c = push_query(L, s, 0, fresh);
  lua_toclose(L, -1);
  return c;
}

/* Steps with L as the thread for user functions; false at the end, raises on failure. */
static bool advance(lua_State *L, lcursor *c) {
  parley_error err;
  lstore *s = c->owner;
  lua_State *outer = s->running;
  if (outer == NULL) s->raised = false;
  s->running = L;
  parley_step step = parley_cursor_step(&c->cursor, &err);
  s->running = outer;
  if (step == PARLEY_FAILED) store_raise(L, s, &err);
  return step == PARLEY_ROW;
}

static int cursor_close(lua_State *L) {
  parley_cursor_finish(&check_cursor(L)->cursor);
  return 0;
}

/* ---- iterators ---- */

/* Pushes the names of the statement's columns as a list. */
static void push_names(lua_State *L, sqlite3_stmt *stmt) {
  int width = sqlite3_column_count(stmt);
  lua_createtable(L, width, 0);
  for (int at = 0; at < width; at++) {
    lua_pushstring(L, sqlite3_column_name(stmt, at));
    lua_rawseti(L, -2, at + 1);
  }
}

/* Pushes the list of names at stack index `names` if it fits the statement; without one, the statement's own. */
static void push_fitting_names(lua_State *L, const lcursor *c, int names) {
  if (lua_isnoneornil(L, names)) {
    push_names(L, c->cursor.stmt);
    return;
  }
  luaL_checktype(L, names, LUA_TTABLE);
  if ((int)lua_rawlen(L, names) != c->width) {
    parley_refuse(L, "the query has %d columns, %d names were given", c->width, (int)lua_rawlen(L, names));
  }
  lua_pushvalue(L, names);
}

/* The schema may have changed since the statement was prepared: its columns are certain after the first step. */
static void settle_width(lua_State *L, lcursor *c) {
  int width = sqlite3_column_count(c->cursor.stmt);
  c->started = true;
  if (width == c->width) return;
  parley_cursor_finish(&c->cursor);
  parley_refuse(L, "the table changed under the query: it has %d columns now, not %d", width, c->width);
}

parley_lcursor *parley_lcursor_test(lua_State *L, int arg) { return luaL_testudata(L, arg, CURSOR); }

sqlite3_stmt *parley_lcursor_next(lua_State *L, parley_lcursor *cursor) {
  return advance(L, cursor) ? cursor->cursor.stmt : NULL;
}

int parley_lcursor_booleans(const parley_lcursor *cursor, const unsigned char **boolean) {
  *boolean = cursor->boolean;
  return cursor->typed;
}

/* Upvalues: the cursor, the list of names, and those names one by one unless they are too many. */
static int rows_next(lua_State *L) {
  lcursor *c = lua_touserdata(L, lua_upvalueindex(1));
  if (!advance(L, c)) return 0;
  if (!c->started) settle_width(L, c);
  sqlite3_stmt *stmt = c->cursor.stmt;
  lua_createtable(L, 0, c->width);
  for (int at = 0; at < c->width; at++) {
    if (c->width <= MOST_KEYS) lua_pushvalue(L, lua_upvalueindex(3 + at));
    else lua_rawgeti(L, lua_upvalueindex(2), at + 1);
    push_column(L, stmt, at, is_boolean(c, at));
    lua_rawset(L, -3);
  }
  return 1;
}

/* The four values of a generic for: the last is closed when the loop ends, however it ends. */
static int return_iterator(lua_State *L, int cursor) {
  lua_pushnil(L);
  lua_pushnil(L);
  lua_pushvalue(L, cursor);
  return 4;
}

/* rows(sql, params, names, types) */
static int store_rows(lua_State *L) {
  lstore *s = check_open(L);
  lua_settop(L, 5);
  lcursor *c = push_query(L, s, 5, lua_isnil(L, 4));
  int keys = c->width <= MOST_KEYS ? c->width : 0;
  luaL_checkstack(L, keys + 8, NULL);
  lua_pushvalue(L, 6);
  push_fitting_names(L, c, 4);
  for (int at = 1; at <= keys; at++) lua_rawgeti(L, 8, at);
  lua_pushcclosure(L, rows_next, 2 + keys);
  return return_iterator(L, 6);
}

/* Upvalues: the cursor, core.null, which stands for a missing first value: nil would end the loop. */
static int each_next(lua_State *L) {
  lcursor *c = lua_touserdata(L, lua_upvalueindex(1));
  if (!advance(L, c)) return 0;
  c->width = sqlite3_column_count(c->cursor.stmt);
  luaL_checkstack(L, c->width, NULL);
  for (int at = 0; at < c->width; at++) push_column(L, c->cursor.stmt, at, is_boolean(c, at));
  if (c->width > 0 && lua_isnil(L, -c->width)) {
    lua_pushvalue(L, lua_upvalueindex(2));
    lua_replace(L, -c->width - 1);
  }
  return c->width;
}

/* each(sql, params, types) */
static int store_each(lua_State *L) {
  lstore *s = check_open(L);
  lua_settop(L, 4);
  push_query(L, s, 4, false);
  lua_pushvalue(L, 5);
  parley_push_null(L);
  lua_pushcclosure(L, each_next, 2);
  return return_iterator(L, 5);
}

/* ---- whole statements ---- */

/* exec(sql) */
static int store_exec(lua_State *L) {
  parley_error err;
  lstore *s = check_open(L);
  size_t length;
  const char *sql = luaL_checklstring(L, 2, &length);
  luaL_argcheck(L, strlen(sql) == length, 2, "the SQL holds a NUL byte");
  lua_State *outer = s->running;
  if (outer == NULL) s->raised = false;
  s->running = L;
  bool done = parley_store_exec(&s->store, sql, &err);
  s->running = outer;
  return done ? 0 : store_raise(L, s, &err);
}

/* run(sql, params) -> changes, last_insert_rowid */
static int store_run(lua_State *L) {
  lstore *s = check_open(L);
  lua_settop(L, 3);
  lcursor *c = push_closing_query(L, s, false);
  sqlite3 *db = s->store.db;
  sqlite3_int64 before = sqlite3_total_changes64(db);
  while (advance(L, c)) {}
  lua_pushinteger(L, sqlite3_total_changes64(db) == before ? 0 : sqlite3_changes64(db));
  lua_pushinteger(L, sqlite3_last_insert_rowid(db));
  return 2;
}

/* values(sql, params) -> the first row's values, or nothing */
static int store_values(lua_State *L) {
  lstore *s = check_open(L);
  lua_settop(L, 3);
  lcursor *c = push_closing_query(L, s, false);
  if (!advance(L, c)) return 0;
  int width = sqlite3_column_count(c->cursor.stmt);
  luaL_checkstack(L, width, NULL);
  for (int at = 0; at < width; at++) push_column(L, c->cursor.stmt, at, false);
  parley_cursor_finish(&c->cursor);
  return width;
}

/* frame(sql, params, names, types) -> Frame */
static int store_frame(lua_State *L) {
  parley_error err;
  lstore *s = check_open(L);
  lua_settop(L, 5);
  lcursor *c = push_closing_query(L, s, lua_isnil(L, 4));
  push_fitting_names(L, c, 4);
  parley_frame *frame = parley_frame_push_new(L, c->width, 7, 5, s->store.memory_limit);
  while (advance(L, c)) {
    if (!c->started) settle_width(L, c);
    if (!parley_frame_add_row(frame, c->cursor.stmt, &err)) {
      parley_frame_free(frame);
      return parley_raise(L, &err);
    }
  }
  parley_frame_seal(L, frame);
  return 1;
}

/* columns(sql) -> list of {name =, decltype =} */
static int store_columns(lua_State *L) {
  parley_error err;
  lstore *s = check_open(L);
  size_t length;
  const char *sql = luaL_checklstring(L, 2, &length);
  lcursor *c = push_cursor(L, s, 0);
  lua_toclose(L, -1);
  if (!parley_cursor_prepare(&c->cursor, &s->store, sql, length, true, &err)) return store_raise(L, s, &err);
  sqlite3_stmt *stmt = c->cursor.stmt;
  int width = sqlite3_column_count(stmt);
  lua_createtable(L, width, 0);
  for (int at = 0; at < width; at++) {
    lua_createtable(L, 0, 2);
    lua_pushstring(L, sqlite3_column_name(stmt, at));
    lua_setfield(L, -2, "name");
    lua_pushstring(L, sqlite3_column_decltype(stmt, at));
    lua_setfield(L, -2, "decltype");
    lua_rawseti(L, -2, at + 1);
  }
  return 1;
}

/* selects_only(sql) -> whether it does nothing but read */
static int store_selects_only(lua_State *L) {
  parley_error err;
  lstore *s = check_open(L);
  bool answer;
  const char *sql = luaL_checkstring(L, 2);
  if (!parley_store_selects_only(&s->store, sql, &answer, &err)) return store_raise(L, s, &err);
  lua_pushboolean(L, answer);
  return 1;
}

/* ---- Lua functions in SQL ---- */

typedef struct call {
  lfunction *function;
  sqlite3_context *context;
  int count;
  sqlite3_value **values;
} call;

/* Hands the Lua value on the stack top to SQLite. */
static void give_result(lua_State *L, const call *c) {
  size_t length;
  const char *text;
  switch (lua_type(L, -1)) {
    case LUA_TNIL: sqlite3_result_null(c->context); return;
    case LUA_TBOOLEAN: sqlite3_result_int(c->context, lua_toboolean(L, -1)); return;
    case LUA_TSTRING:
      text = lua_tolstring(L, -1, &length);
      sqlite3_result_text64(c->context, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
      return;
    case LUA_TNUMBER:
      if (lua_isinteger(L, -1)) sqlite3_result_int64(c->context, lua_tointeger(L, -1));
      else sqlite3_result_double(c->context, lua_tonumber(L, -1));
      return;
    default: break;
  }
  parley_push_null(L);
  if (!lua_rawequal(L, -1, -2)) {
    parley_refuse(L, "function '%s' gave a %s; a value is a text, number, boolean or nil", c->function->name,
                  luaL_typename(L, -2));
  }
  sqlite3_result_null(c->context);
}

/* Runs under lua_pcall. */
static int call_protected(lua_State *L) {
  const call *c = lua_touserdata(L, 1);
  luaL_checkstack(L, c->count + 8, "too many arguments");
  push_store(L, c->function->owner);
  lua_getiuservalue(L, -1, FUNCTIONS);
  lua_rawgetp(L, -1, c->function);
  for (int i = 0; i < c->count; i++) push_sql_value(L, c->values[i]);
  lua_call(L, c->count, 1);
  give_result(L, c);
  return 0;
}

/* Keeps the error on the stack top for store_raise and pops it. Nothing here allocates, so nothing here raises. */
static void keep_error(lua_State *L, lstore *s, sqlite3_context *context) {
  const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "a Lua function failed";
  sqlite3_result_error(context, message, -1);
  push_store(L, s);
  lua_insert(L, -2);
  lua_setiuservalue(L, -2, RAISED);
  lua_pop(L, 1);
  s->raised = true;
}

static void call_function(sqlite3_context *context, int count, sqlite3_value **values) {
  lfunction *f = sqlite3_user_data(context);
  lua_State *L = f->owner == NULL ? NULL : f->owner->running;
  if (L == NULL) {
    sqlite3_result_error(context, "a function defined in Lua can only be called by a query made in Lua", -1);
    return;
  }
  if (!lua_checkstack(L, 8)) {
    sqlite3_result_error_nomem(context);
    return;
  }
  call c = {f, context, count, values};
  lua_pushcfunction(L, call_protected);
  lua_pushlightuserdata(L, &c);
  if (lua_pcall(L, 1, 0, 0) != LUA_OK) keep_error(L, f->owner, context);
}

/* SQLite drops the function: it was replaced, taken off, or the connection closed. */
static void function_free(void *data) {
  lfunction *f = data;
  if (f->owner != NULL) {
    *f->link = f->next;
    if (f->next != NULL) f->next->link = f->link;
  }
  sqlite3_free(f);
}

static lfunction *function_new(lstore *s, const char *name, int arity) {
  lfunction *f = sqlite3_malloc64(sizeof *f);
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

static lfunction *function_find(const lstore *s, const char *name, int arity) {
  lfunction *f = s->functions;
  while (f != NULL && (f->arity != arity || sqlite3_stricmp(f->name, name) != 0)) f = f->next;
  return f;
}

/* Takes the entry of a function that SQLite has dropped out of table FUNCTIONS on the stack top. */
static void function_forget(lua_State *L, const void *address) {
  lua_pushnil(L);
  lua_rawsetp(L, -2, address);
}

/* define(name, arity, function): arity -1 takes any number of arguments */
static int store_define(lua_State *L) {
  lstore *s = check_open(L);
  size_t length;
  const char *name = luaL_checklstring(L, 2, &length);
  lua_Integer arity = luaL_checkinteger(L, 3);
  luaL_checktype(L, 4, LUA_TFUNCTION);
  luaL_argcheck(L, length > 0 && length < 256 && strlen(name) == length, 2, "a name has 1 to 255 bytes");
  luaL_argcheck(L, arity >= -1 && arity <= 100, 3, "a function takes 0 to 100 arguments; -1 means any number");
  lfunction *before = function_find(s, name, (int)arity);
  lua_getiuservalue(L, 1, FUNCTIONS);
  lfunction *f = function_new(s, name, (int)arity);
  if (f == NULL) return parley_refuse(L, "out of memory");
  lua_pushvalue(L, 4);
  lua_rawsetp(L, 5, f);
  int code = sqlite3_create_function_v2(s->store.db, name, (int)arity, SQLITE_UTF8 | SQLITE_DIRECTONLY, f,
                                        call_function, NULL, NULL, function_free);
  lua_settop(L, 5);
  if (code != SQLITE_OK) {
    function_forget(L, f);
    return parley_refuse(L, "cannot define function '%s': %s", name, sqlite3_errmsg(s->store.db));
  }
  if (before != NULL) function_forget(L, before);
  return 0;
}

/* Takes the functions off a connection that stays open. One that a statement of the host's is using cannot go: it
   stays, without an owner. */
static void functions_remove(lstore *s, sqlite3 *db) {
  while (s->functions != NULL) {
    lfunction *f = s->functions;
    int code = sqlite3_create_function_v2(db, f->name, f->arity, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL);
    if (code == SQLITE_OK) continue;
    s->functions = f->next;
    if (f->next != NULL) f->next->link = &s->functions;
    f->owner = NULL;
  }
}

/* A connection that stays open gets back what was taken. */
static void give_back(lstore *s, sqlite3 *db) {
  functions_remove(s, db);
  if (s->host.read_only) sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, s->attachable);
}

/* ---- opening and closing ---- */

/* Pushes a closed store. */
static lstore *push_new_store(lua_State *L) {
  lstore *s = lua_newuserdatauv(L, sizeof *s, 2);
  memset(s, 0, sizeof *s);
  luaL_setmetatable(L, STORE);
  lua_newtable(L);
  lua_setiuservalue(L, -2, FUNCTIONS);
  lua_getfield(L, LUA_REGISTRYINDEX, STORES);
  lua_pushvalue(L, -2);
  lua_rawsetp(L, -2, s);
  lua_pop(L, 1);
  s->host = parley_limits_get(L);
  return s;
}

static int fail(lua_State *L, const parley_error *err) {
  lua_pushnil(L);
  lua_pushfstring(L, "parley: %s", err->message);
  lua_pushinteger(L, err->code);
  return 3;
}

/* Registers Parley's functions and sets the host's limits. */
static bool store_prepare(lstore *s, parley_error *err) {
  sqlite3 *db = s->store.db;
  parley_store_limit(&s->store, s->host.time_ms, s->host.memory);
  s->store.read_only = s->host.read_only && s->store.borrowed;
  if (s->host.read_only) s->attachable = sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
  int code = parley_register_functions(db);
  return code == SQLITE_OK || parley_fail(err, code, "cannot register SQL functions: %s", sqlite3_errmsg(db));
}

static parley_mode check_mode(lua_State *L, const lstore *s, const char *path) {
  static const char *const names[] = {"ro", "rw", "rwc", "memory", NULL};
  static const parley_mode modes[] = {PARLEY_READ, PARLEY_WRITE, PARLEY_CREATE, PARLEY_MEMORY};
  parley_mode mode = modes[luaL_checkoption(L, 3, "rwc", names)];
  if (mode == PARLEY_MEMORY || strcmp(path, ":memory:") == 0) return PARLEY_MEMORY;
  return s->host.read_only ? PARLEY_READ : mode;
}

/* open(path, {mode =, timeout_ms =}) -> Store | nil, message, code */
static int core_open(lua_State *L) {
  parley_error err;
  size_t length;
  const char *path = luaL_checklstring(L, 1, &length);
  luaL_argcheck(L, strlen(path) == length, 1, "the path holds a NUL byte");
  lua_settop(L, 2);
  if (lua_isnil(L, 2)) {
    lua_newtable(L);
    lua_replace(L, 2);
  }
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_getfield(L, 2, "mode");
  lua_getfield(L, 2, "timeout_ms");
  int timeout_ms = (int)luaL_optinteger(L, 4, 5000);
  lstore *s = push_new_store(L);
  parley_mode mode = check_mode(L, s, path);
  if (!parley_store_open(&s->store, path, mode, timeout_ms, &err)) return fail(L, &err);
  if (store_prepare(s, &err)) return 1;
  parley_store_close(&s->store, NULL);
  return fail(L, &err);
}

void parley_store_push_wrapped(lua_State *L, sqlite3 *db) {
  parley_error err;
  luaL_checkstack(L, 8, NULL);
  lstore *s = push_new_store(L);
  if (!parley_store_adopt(&s->store, db, &err) || !store_prepare(s, &err)) parley_raise(L, &err);
}

/* close(), __close and __gc */
static int store_close(lua_State *L) {
  parley_error err;
  lstore *s = check_store(L);
  sqlite3 *db = s->store.db;
  if (!parley_store_close(&s->store, &err)) return parley_raise(L, &err);
  if (s->store.borrowed && db != NULL) give_back(s, db);
  return 0;
}

static int store_is_open(lua_State *L) {
  lua_pushboolean(L, check_store(L)->store.db != NULL);
  return 1;
}

static int store_tostring(lua_State *L) {
  const lstore *s = check_store(L);
  if (s->store.db == NULL) {
    lua_pushliteral(L, STORE " (closed)");
    return 1;
  }
  const char *name = sqlite3_db_filename(s->store.db, "main");
  lua_pushfstring(L, STORE " (%s)", name == NULL || name[0] == '\0' ? "in memory" : name);
  return 1;
}

/* ---- state and limits ---- */

static int store_total_changes(lua_State *L) {
  lua_pushinteger(L, sqlite3_total_changes64(check_open(L)->store.db));
  return 1;
}

static int store_in_transaction(lua_State *L) {
  lua_pushboolean(L, !sqlite3_get_autocommit(check_open(L)->store.db));
  return 1;
}

static int store_readonly(lua_State *L) {
  lua_pushboolean(L, sqlite3_db_readonly(check_open(L)->store.db, "main") == 1);
  return 1;
}

/* filename() -> path, or nil for a dataset in memory */
static int store_filename(lua_State *L) {
  const char *name = sqlite3_db_filename(check_open(L)->store.db, "main");
  lua_pushstring(L, name == NULL || name[0] == '\0' ? NULL : name);
  return 1;
}

static int store_errcode(lua_State *L) {
  lua_pushinteger(L, check_store(L)->store.errcode);
  return 1;
}

static int store_interrupt(lua_State *L) {
  sqlite3_interrupt(check_open(L)->store.db);
  return 0;
}

/* The limit asked for in the field of argument 2, or the host's where that is lower. */
static lua_Integer limit_field(lua_State *L, const char *field, lua_Integer host) {
  lua_getfield(L, 2, field);
  lua_Integer asked = luaL_optinteger(L, -1, 0);
  lua_pop(L, 1);
  luaL_argcheck(L, asked >= 0 && asked < (lua_Integer)1 << 40, 2, "a limit is a positive number, or 0 for none");
  if (host == 0) return asked;
  return asked == 0 || asked > host ? host : asked;
}

/* limit{time_ms =, memory =}: what is not given has no limit but the host's */
static int store_limit(lua_State *L) {
  lstore *s = check_open(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer time_ms = limit_field(L, "time_ms", s->host.time_ms);
  lua_Integer memory = limit_field(L, "memory", (lua_Integer)s->host.memory);
  parley_store_limit(&s->store, time_ms, (size_t)memory);
  return 0;
}

/* backup(path) -> true | nil, message, code */
static int store_backup(lua_State *L) {
  parley_error err;
  lstore *s = check_open(L);
  size_t length;
  const char *path = luaL_checklstring(L, 2, &length);
  luaL_argcheck(L, strlen(path) == length, 2, "the path holds a NUL byte");
  if (s->host.read_only) {
    parley_fail(&err, SQLITE_READONLY, "cannot write '%s': the host allows reading only", path);
    return fail(L, &err);
  }
  if (!parley_store_backup(&s->store, path, &err)) return fail(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* ---- library ---- */

static const luaL_Reg library[] = {{"open", core_open}, {NULL, NULL}};

static const luaL_Reg store_methods[] = {{"close", store_close},
                                         {"is_open", store_is_open},
                                         {"exec", store_exec},
                                         {"run", store_run},
                                         {"values", store_values},
                                         {"rows", store_rows},
                                         {"each", store_each},
                                         {"frame", store_frame},
                                         {"columns", store_columns},
                                         {"selects_only", store_selects_only},
                                         {"define", store_define},
                                         {"total_changes", store_total_changes},
                                         {"in_transaction", store_in_transaction},
                                         {"readonly", store_readonly},
                                         {"filename", store_filename},
                                         {"errcode", store_errcode},
                                         {"interrupt", store_interrupt},
                                         {"limit", store_limit},
                                         {"backup", store_backup},
                                         {NULL, NULL}};

static const luaL_Reg store_metamethods[] = {
    {"__gc", store_close}, {"__close", store_close}, {"__tostring", store_tostring}, {NULL, NULL}};

static const luaL_Reg cursor_metamethods[] = {{"__gc", cursor_close}, {"__close", cursor_close}, {NULL, NULL}};

/* The weak table that finds a store's userdata by its address. */
static void make_stores_table(lua_State *L) {
  if (!luaL_getsubtable(L, LUA_REGISTRYINDEX, STORES)) {
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
  }
  lua_pop(L, 1);
}

/* What is in the registry already stays: the module may be loaded again while stores and Frames of the first
   loading are in use. */
void parley_store_functions(lua_State *L) {
  make_stores_table(L);
  if (luaL_newmetatable(L, CURSOR)) luaL_setfuncs(L, cursor_metamethods, 0);
  lua_pop(L, 1);
  if (luaL_newmetatable(L, STORE)) {
    luaL_setfuncs(L, store_metamethods, 0);
    luaL_newlib(L, store_methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
