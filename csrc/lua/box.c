/*
** Making a box, running one script in it, and giving back what it gave. The parts in Lua are lua/parley/sandbox: they
** run inside, know the dataset, and decide what of Parley a script is shown.
**
** R4  The host's state is not in protected mode while values are copied out: whatever raises there leaves the box to
**     its collector.
** R5  No library that reaches out of the process is there inside: no os, of io one function that only reads what the
**     policy of paths lets through, of debug one that tells lines, of package no loader of C. The script sees none.
*/
#include "lua/box.h"

#include <stdio.h>
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "base/clock.h"
#include "base/memory.h"
#include "lua/canceller.h"
#include "lua/host_limits.h"
#include "lua/path_policy.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/store.h"
#include "lua/store_handle.h"
#include "parley.h"
#include "sqlite/backup.h"

#define BOX "parley.Box"

/* Instructions between two looks at the clock: short, since one of them may join or compare texts of many megabytes.
   Memory in one piece from which on the allocator looks too. */
enum { INSTRUCTIONS_PER_LOOK = 100, LARGE = 1 << 16 };

/* ---- bounds ---- */

static void look(lua_State *L, lua_Debug *where) {
  (void)where;
  parley_lua_box_look(L);
}

/* Giving less back never fails, as Lua asks. What a script has asked for in pieces is found by the hook. */
static void *allocate(void *data, void *block, size_t old, size_t size) {
  parley_lua_box *box = data;
  if (block == NULL) old = 0; /* the kind of object that it is for */
  if (size > old && size - old > box->limit - box->bytes) {
    box->refused = true;
    return NULL;
  }
  if (size > old && size >= LARGE && parley_lua_box_is_over(box)) return NULL;
  void *moved = parley_alloc(block, size);
  if (moved != NULL || size == 0) box->bytes = box->bytes - old + size;
  return moved;
}

/* ---- libraries ---- */

/* Parley looks for the line of a script with one function of debug; it stays where only Parley finds it. */
static void open_debug(lua_State *L) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  luaL_requiref(L, LUA_DBLIBNAME, luaopen_debug, 0);
  lua_createtable(L, 0, 1);
  lua_getfield(L, -2, "getinfo");
  lua_setfield(L, -2, "getinfo");
  lua_setfield(L, -3, LUA_DBLIBNAME);
  lua_pop(L, 2);
}

/* io.open, of which Parley has need for its own data; the script is never shown it. Upvalue 1 is Lua's. */
static int guarded_open(lua_State *L) {
  const char *path = luaL_checkstring(L, 1), *mode = luaL_optstring(L, 2, "r");
  if (mode[0] != 'r' || strchr(mode, '+') != NULL) parley_lua_path_policy_refuse(L);
  if (!parley_lua_path_policy_is_module(L, path)) parley_lua_path_policy_check(L, path);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

/* Standard input is the host's. */
static int refuse_to_read(lua_State *L) {
  parley_lua_path_policy_refuse(L);
  return 0;
}

/* Nothing else of io: no popen, no streams that are open. */
static void open_io(lua_State *L) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  luaL_requiref(L, LUA_IOLIBNAME, luaopen_io, 0);
  lua_createtable(L, 0, 1);
  lua_getfield(L, -2, "open");
  lua_pushcclosure(L, guarded_open, 1);
  lua_setfield(L, -2, "open");
  lua_pushcfunction(L, refuse_to_read);
  lua_setfield(L, -2, "read");
  lua_pushvalue(L, -1);
  lua_setglobal(L, LUA_IOLIBNAME);
  lua_setfield(L, -3, LUA_IOLIBNAME);
  lua_pop(L, 2);
}

static void open_libraries(lua_State *L) {
  static const luaL_Reg libraries[] = {
      {LUA_GNAME, luaopen_base},        {LUA_LOADLIBNAME, luaopen_package}, {LUA_COLIBNAME, luaopen_coroutine},
      {LUA_TABLIBNAME, luaopen_table},  {LUA_STRLIBNAME, luaopen_string},   {LUA_MATHLIBNAME, luaopen_math},
      {LUA_UTF8LIBNAME, luaopen_utf8}};
  static const char *const left_out[] = {"dofile", "loadfile", "collectgarbage", "warn"};
  for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
    luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
    lua_pop(L, 1);
  }
  for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
    lua_pushnil(L);
    lua_setglobal(L, left_out[i]);
  }
  open_debug(L);
  open_io(L);
  parley_lua_box_guard(L);
  parley_lua_box_guard_strings(L);
}

/* ---- where Parley's modules are ---- */

/* A host that has them in memory (parley_preload) has a C function and an address for each. Reads the host in ways that
   cannot raise. */
static void take_embedded(lua_State *L, lua_State *host, lua_CFunction open_core) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE);
  if (!lua_checkstack(host, 6)) return;
  int top = lua_gettop(host);
  bool there = lua_getfield(host, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE) == LUA_TTABLE;
  if (there) lua_pushnil(host);
  while (there && lua_next(host, top + 1) != 0) {
    const char *name = lua_type(host, -2) == LUA_TSTRING ? lua_tostring(host, -2) : "";
    lua_CFunction loader = strncmp(name, "parley", 6) == 0 ? lua_tocfunction(host, -1) : NULL;
    if (loader != NULL && loader != open_core) {
      int values = lua_getupvalue(host, -1, 1) != NULL;
      if (values != 0) {
        lua_pushlightuserdata(L, lua_touserdata(host, -1));
        lua_pop(host, 1);
      }
      lua_pushcclosure(L, loader, values);
      lua_setfield(L, -2, name);
    }
    lua_pop(host, 1);
  }
  lua_settop(host, top);
  lua_pop(L, 1);
}

/* Modules of Lua are found where the host finds them, and no C. The core is there already; what the build has made
   beside it is found by its path, which may be missing. */
static void prepare_require(lua_State *L, const char *path, const char *core, lua_CFunction open_core) {
  lua_getglobal(L, LUA_LOADLIBNAME);
  lua_pushstring(L, path);
  lua_setfield(L, -2, "path");
  lua_pushliteral(L, "");
  lua_setfield(L, -2, "cpath");
  lua_pushnil(L);
  lua_setfield(L, -2, "loadlib");
  lua_getfield(L, -1, "searchers");
  for (int i = 4; i >= 3; i--) { /* those of C come last */
    lua_pushnil(L);
    lua_rawseti(L, -2, i);
  }
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushcfunction(L, open_core);
  lua_pushliteral(L, "parley.core");
  lua_pushstring(L, core);
  lua_call(L, 2, 1);
  lua_setfield(L, -2, "parley.core");
  lua_pop(L, 3);
}

/* ---- what the parts in Lua ask for ---- */

typedef struct text_pieces {
  parley_lua_box *box;
  lua_State *L;
  const char *at;
  size_t left;
} text_pieces;

/* Lua's compiler calls no hook, and can be slow: it gets the text in pieces, between which the clock is looked at. */
static const char *next_piece(lua_State *L, void *data, size_t *size) {
  text_pieces *pieces = data;
  const char *piece = pieces->at;
  *size = pieces->left < 512 ? pieces->left : 512;
  pieces->at += *size;
  pieces->left -= *size;
  parley_lua_box_look(L);
  return piece;
}

/* compile(text, name, environment) -> function | nil, message. Text alone: bytecode can do anything. */
static int inside_compile(lua_State *L) {
  text_pieces pieces = {.box = parley_lua_box_of(L)};
  pieces.at = luaL_checklstring(L, 1, &pieces.left);
  const char *name = luaL_checkstring(L, 2);
  if (lua_load(L, next_piece, &pieces, name, "t") != LUA_OK) {
    parley_lua_box_look(L);
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
  }
  lua_pushvalue(L, 3);
  if (lua_setupvalue(L, -2, 1) == NULL) lua_pop(L, 1);
  return 1;
}

/* fill(store): copies the host's dataset into an empty one in memory. Upvalue 1: the host's store. */
static int inside_fill(lua_State *L) {
  parley_error err;
  parley_store *from = lua_touserdata(L, lua_upvalueindex(1)), *to = parley_store_handle_store_at(L, 1);
  if (from == NULL) return 0;
  lua_State *outer = parley_store_handle_begin_at(L, 1);
  bool done = parley_store_fill(to, from, &err);
  parley_store_handle_end_at(L, 1, outer);
  if (!done) parley_raise(L, &err);
  lua_pushboolean(L, 1);
  return 1;
}

/* say(text): to standard output, as print does. */
static int inside_say(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  fwrite(text, 1, length, stdout);
  return 0;
}

/* memory() -> bytes of Lua's memory in use */
static int inside_memory(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)parley_lua_box_of(L)->bytes);
  return 1;
}

static void push_tools(lua_State *L, parley_store *from) {
  static const luaL_Reg tools[] = {
      {"compile", inside_compile}, {"say", inside_say}, {"memory", inside_memory}, {NULL, NULL}};
  luaL_newlib(L, tools);
  lua_pushlightuserdata(L, from);
  lua_pushcclosure(L, inside_fill, 1);
  lua_setfield(L, -2, "fill");
}

/* ---- running ---- */

typedef struct work {
  parley_lua_box *box;
  lua_CFunction open_core;
  const char *path, *core; /* of modules */
  parley_store *from;      /* of a dataset in memory; NULL: none */
  const char *dataset, *read; /* paths: of its file, and of a folder that may be read; NULL: none */
  const char *modules;     /* the folder of Parley's */
  int wanted;              /* in the host's stack: what the parts in Lua are told */
} work;

/* Set again by each store that is opened: the time is that of the box. */
static void set_limits(lua_State *L, const parley_lua_box *box) {
  parley_limits limits = {.time_ms = (unsigned)box->time_ms, .memory = box->limit, .read_only = 1};
  parley_setlimits(L, &limits);
  parley_canceller *canceller = parley_getcanceller(L);
  canceller->around = box->cancelled;
  canceller->deadline = box->deadline;
  canceller->time_limit = box->time_ms * 1000000;
  canceller->telling.is_off = true;
}

/* In protected mode, inside. Gives what sandbox.inside gave: true and results, or false and a failure as a table. */
static int run_inside(lua_State *L) {
  const work *w = lua_touserdata(L, 1);
  open_libraries(L);
  take_embedded(L, w->box->host, w->open_core);
  prepare_require(L, w->path, w->core, w->open_core);
  set_limits(L, w->box);
  parley_lua_path_policy_set(L, w->dataset, w->read, w->modules);
  lua_getglobal(L, "require");
  lua_pushliteral(L, "parley.sandbox.inside");
  lua_call(L, 1, 1);
  lua_sethook(L, look, LUA_MASKCOUNT, INSTRUCTIONS_PER_LOOK);
  push_tools(L, w->from);
  if (!parley_lua_box_copy(w->box->host, w->wanted, L)) return parley_refuse(L, "bad_type.box_argument");
  lua_call(L, 2, 1);
  return 1;
}

static int box_close(lua_State *L) {
  parley_lua_box *box = luaL_checkudata(L, 1, BOX);
  lua_State *inside = box->L;
  box->L = NULL;
  box->deadline = 0; /* what a script would still have done at its end */
  if (inside != NULL) lua_close(inside);
  return 0;
}

static parley_lua_box *push_box(lua_State *L, lua_Integer time_ms, lua_Integer memory) {
  parley_lua_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  *box = (parley_lua_box){.host = L, .limit = (size_t)memory, .time_ms = time_ms};
  if (luaL_newmetatable(L, BOX)) {
    lua_pushcfunction(L, box_close);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, box_close);
    lua_setfield(L, -2, "__close");
  }
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
  parley_canceller *canceller = parley_canceller_find(L);
  parley_run run = parley_lua_run_of(L);
  box->cancelled = run.cancelled != NULL ? run.cancelled : &canceller->cancelled;
  box->deadline = parley_clock_now() + time_ms * 1000000;
  if (run.deadline != 0 && run.deadline < box->deadline) box->deadline = run.deadline;
#if LUA_VERSION_NUM >= 505
  box->L = lua_newstate(allocate, box, luaL_makeseed(L));
#else
  box->L = lua_newstate(allocate, box);
#endif
  if (box->L == NULL) parley_refuse_with(L, "limit.memory", "bytes=%zu", box->limit);
  memcpy(lua_getextraspace(box->L), &box, sizeof box);
  return box;
}

/* Why there is no answer: the end of the box, or its memory. */
static int raise_end(lua_State *L, const parley_lua_box *box, int status) {
  if (box->end == PARLEY_LUA_BOX_CANCELLED) return parley_refuse(L, "cancelled");
  if (box->end == PARLEY_LUA_BOX_LATE) return parley_refuse_with(L, "limit.time", "ms=%lld", (long long)box->time_ms);
  if (status == LUA_ERRMEM) return parley_refuse_with(L, "limit.memory", "bytes=%zu", box->limit);
  size_t length = 0;
  const char *words = lua_type(box->L, -1) == LUA_TSTRING ? lua_tolstring(box->L, -1, &length) : "";
  lua_pushlstring(L, words, length);
  return parley_refuse_with(L, "misuse.box", "words=%s", lua_tostring(L, -1));
}

/* box_run({path =, core =, time_ms =, memory =, from = Store?, wanted = {…}}) -> what sandbox.inside gave, copied.
   Upvalue 1: what opens parley.core. */
static int core_box_run(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_getfield(L, 1, "wanted");
  lua_getfield(L, 1, "path");
  lua_getfield(L, 1, "core");
  lua_getfield(L, 1, "from");
  lua_getfield(L, 1, "time_ms");
  lua_getfield(L, 1, "memory");
  lua_getfield(L, 1, "dataset");
  lua_getfield(L, 1, "read");
  lua_getfield(L, 1, "modules");
  luaL_checktype(L, 2, LUA_TTABLE);
  work w = {.open_core = lua_tocfunction(L, lua_upvalueindex(1)), .path = luaL_checkstring(L, 3),
            .core = luaL_optstring(L, 4, NULL), .wanted = 2};
  if (!lua_isnil(L, 5)) w.from = parley_store_handle_store_at(L, 5);
  w.dataset = luaL_optstring(L, 8, NULL);
  w.read = luaL_optstring(L, 9, NULL);
  w.modules = luaL_optstring(L, 10, NULL);
  w.box = push_box(L, luaL_checkinteger(L, 6), luaL_checkinteger(L, 7));
  lua_State *inside = w.box->L;
  lua_pushcfunction(inside, run_inside);
  lua_pushlightuserdata(inside, &w);
  int status = lua_pcall(inside, 1, 1, 0);
  if (status != LUA_OK || w.box->end != PARLEY_LUA_BOX_GOES_ON) return raise_end(L, w.box, status);
  if (!parley_lua_box_copy(inside, -1, L)) return parley_refuse(L, "bad_type.box_result");
  return 1;
}

void parley_lua_box_functions(lua_State *L, lua_CFunction open_core) {
  lua_pushcfunction(L, open_core);
  lua_pushcclosure(L, core_box_run, 1);
  lua_setfield(L, -2, "box_run");
}
