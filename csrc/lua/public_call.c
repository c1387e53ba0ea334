/*
** A call is a closable userdata, which knows the call around it. One whose coroutine was left in its midst counts for
** nothing; the collector takes it off. The number of threads lives in the registry under a name, as limits do: a host's
** libparley.a and a script's core.so share it.
*/
#include "lua/public_call.h"

#include <lauxlib.h>

#include "base/clock.h"
#include "base/machine.h"
#include "lua/canceller.h"
#include "lua/host_limits.h"
#include "lua/interrupt.h"
#include "lua/raise.h"

#define THREADS_KEY "parley.threads"
#define CALL "parley.Call"

typedef struct parley_public_call call;

struct parley_public_call {
  call *outer;
  parley_canceller *of; /* NULL: over */
  lua_State *thread;    /* kept alive by the call's user value */
  const char *what;     /* its name: kept alive by the function that began the call */
  int64_t started;
  uint64_t number;
  size_t held;          /* bytes of what it has made */
  size_t collect_at;    /* when so much is held, the collector is asked first */
};

/* ---- calls ---- */

/* The innermost call that is at work: not in a coroutine that has yielded. A coroutine that has yielded is not at
   work: its clock does not stop others. */
static call *call_at_work(const parley_canceller *canceller) {
  call *c = canceller->current;
  while (c != NULL && lua_status(c->thread) == LUA_YIELD) c = c->outer;
  return c;
}

bool parley_lua_run_has_call(const parley_canceller *canceller) { return call_at_work(canceller) != NULL; }

/* A flag that was set while nothing ran is taken back here, so that it ends no later call. */
void parley_lua_run_begin(parley_canceller *canceller) {
  if (call_at_work(canceller) != NULL) return;
  if (atomic_load_explicit(&canceller->cancelled, memory_order_relaxed)) atomic_store(&canceller->cancelled, false);
}

/* ---- progress ---- */

bool parley_lua_run_is_watched(const parley_canceller *canceller) {
  return canceller->progress != NULL || parley_lua_progress_is_wanted(&canceller->telling);
}

/* The call as its user sees it: the outermost one around this that is at work. */
static const call *outermost(const call *c) {
  for (const call *outer = c->outer; outer != NULL; outer = outer->outer) {
    if (lua_status(outer->thread) != LUA_YIELD) c = outer;
  }
  return c;
}

static parley_facts facts_of(const parley_run_facts *told, const call *c, int64_t now) {
  parley_facts facts = {.what = c->what, .seconds = (double)(now - c->started) / 1e9, .rows = told->rows,
                        .bytes = told->bytes, .total = told->total > 0 ? told->total : 0, .share = -1};
  if (told->total > 0) facts.share = (double)(told->bytes > 0 ? told->bytes : told->rows) / (double)told->total;
  if (told->total <= 0 && told->share > 0) facts.share = told->share;
  if (facts.share > 1) facts.share = 1;
  return facts;
}

/* The clock is read at each look, and nothing else done before it is time. */
static bool tell(void *data, parley_error *err) {
  parley_canceller *canceller = data;
  const call *inner = call_at_work(canceller);
  if (inner == NULL) return true;
  const call *c = outermost(inner);
  int64_t now = parley_clock_now();
  bool is_hosts = canceller->progress != NULL;
  if (!is_hosts && !parley_lua_progress_is_time(&canceller->telling, c->number, c->started, now)) return true;
  parley_facts facts = facts_of(&canceller->facts, c, now);
  if (!is_hosts) return parley_lua_progress_tell(&canceller->telling, inner->thread, &facts, err);
  canceller->progress(canceller->progress_data, &facts);
  return true;
}

/* progress([wanted [, after]]): see lua/progress.h */
static int core_progress(lua_State *L) { return parley_lua_progress_set(&parley_canceller_find(L)->telling, L); }

/* ---- runs ---- */

/* The deadline counts from the beginning of the call, whatever part of it asks. */
parley_run parley_lua_run_within(parley_canceller *canceller, int64_t time_limit) {
  const call *c = call_at_work(canceller);
  const atomic_bool *cancelled = canceller->around != NULL ? canceller->around : &canceller->cancelled;
  parley_run run = {.cancelled = cancelled, .time_limit = time_limit};
  if (parley_lua_run_is_watched(canceller)) {
    run.progress = tell;
    run.progress_data = canceller;
    run.facts = &canceller->facts;
  }
  if (time_limit > 0) run.deadline = (c != NULL ? c->started : parley_clock_now()) + time_limit;
  bool boxed = canceller->deadline != 0 && (run.deadline == 0 || canceller->deadline < run.deadline);
  if (boxed) {
    run.deadline = canceller->deadline;
    run.time_limit = canceller->time_limit;
  }
  return run;
}

/* Calls may end out of order, as coroutines are collected: the list is searched. The second argument is the error that
   ended it, if one did. */
static int call_close(lua_State *L) {
  call *c = luaL_checkudata(L, 1, CALL);
  if (c->of == NULL) return 0;
  call **link = &c->of->current;
  while (*link != NULL && *link != c) link = &(*link)->outer;
  if (*link == c) *link = c->outer;
  if (c->of->current == NULL) parley_lua_progress_end(&c->of->telling);
  const call *left = call_at_work(c->of);
  parley_interrupt_call_ends(c->of, left == NULL ? NULL : left->thread, !lua_isnoneornil(L, 2));
  c->of = NULL;
  return 0;
}

/* begin_call([name]) -> a value to close when the call is over, nil within a call. The caller keeps the name. */
static int core_begin_call(lua_State *L) {
  parley_canceller *canceller = parley_canceller_find(L);
  if (canceller->telling.is_calling) return parley_refuse(L, "busy.progress");
  const call *around = call_at_work(canceller);
  if (around != NULL && around->thread == L) return 0;
  call *c = lua_newuserdatauv(L, sizeof *c, 1);
  *c = (call){.thread = L, .what = lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "call"};
  luaL_setmetatable(L, CALL);
  lua_pushthread(L);
  lua_setiuservalue(L, -2, 1);
  parley_lua_run_begin(canceller);
  c->started = parley_clock_now();
  c->number = ++canceller->calls;
  if (around == NULL) canceller->facts = (parley_run_facts){0};
  c->of = canceller;
  c->outer = canceller->current;
  canceller->current = c;
  parley_interrupt_call_begins(canceller, L);
  return 1;
}

/* check_call(): raises when the call at work is cancelled or late */
static int core_check_call(lua_State *L) {
  int64_t limit = (int64_t)parley_limits_get(L).time_ms * 1000000;
  parley_canceller *canceller = parley_canceller_find(L);
  if (!parley_lua_run_has_call(canceller)) return 0;
  parley_run run = parley_lua_run_within(canceller, limit);
  parley_lua_run_check(L, &run);
  return 0;
}

/* tell_call(rows, bytes, total, share): says how far the call at work is, and the same. What is nil is not known. */
static int core_tell_call(lua_State *L) {
  parley_canceller *canceller = parley_canceller_find(L);
  if (parley_lua_run_is_watched(canceller)) {
    canceller->facts = (parley_run_facts){luaL_optinteger(L, 1, 0), luaL_optinteger(L, 2, 0), luaL_optinteger(L, 3, 0),
                                          luaL_optnumber(L, 4, 0)};
  }
  return core_check_call(L);
}

void parley_lua_run_check(lua_State *L, const parley_run *run) {
  parley_error err;
  if (parley_run_poll(run, &err)) parley_raise(L, &err);
}

/* ---- threads and memory ---- */

/* Four at most: beyond, memory is what bounds most queries, and hosts have other work. */
static int default_threads(void) {
  int cores = parley_machine_cores();
  return cores > 4 ? 4 : cores;
}

static int threads_set(lua_State *L) {
  int threads = lua_getfield(L, LUA_REGISTRYINDEX, THREADS_KEY) == LUA_TNUMBER ? (int)lua_tointeger(L, -1) : 0;
  lua_pop(L, 1);
  return threads > 0 ? threads : default_threads();
}

/* What is garbage counts until it is collected: it is at most an eighth of what was left after the last time. A stopped
   collector stays stopped. */
size_t parley_lua_run_held(lua_State *L, size_t limit) {
  call *c = call_at_work(parley_canceller_find(L));
  if (c == NULL || limit == 0) return 0;
  if (c->collect_at == 0) c->collect_at = limit / 8;
  if (c->held > c->collect_at && lua_gc(L, LUA_GCISRUNNING)) {
    lua_gc(L, LUA_GCCOLLECT);
    c->collect_at = c->held + (limit > c->held ? (limit - c->held) / 8 : 0);
  }
  return c->held;
}

bool parley_lua_run_again(lua_State *L, const parley_error *err) {
  const call *c = call_at_work(parley_canceller_find(L));
  if (err->code != PARLEY_ERROR_LIMIT || c == NULL || c->held == 0 || !lua_gc(L, LUA_GCISRUNNING)) return false;
  size_t before = c->held;
  lua_gc(L, LUA_GCCOLLECT);
  return c->held < before;
}

void parley_lua_run_hold(lua_State *L, parley_lua_call_share *share, size_t bytes) {
  parley_canceller *canceller = parley_canceller_find(L);
  call *c = call_at_work(canceller);
  parley_lua_run_give_back(share);
  if (c == NULL) return;
  *share = (parley_lua_call_share){canceller, c->number, bytes};
  c->held += bytes;
}

/* The call may be over, or stand outside of others. */
void parley_lua_run_give_back(parley_lua_call_share *share) {
  call *c = share->of != NULL ? share->of->current : NULL;
  while (c != NULL && c->number != share->call) c = c->outer;
  if (c != NULL) c->held -= share->bytes;
  share->of = NULL;
}

/* Without a limit of the host's, all memory there is: a mistaken join then fails with words and not by the system's
   killer. */
parley_run parley_lua_run_of(lua_State *L) {
  parley_limits host = parley_limits_get(L);
  parley_canceller *canceller = parley_canceller_find(L);
  parley_lua_run_begin(canceller);
  parley_run run = parley_lua_run_within(canceller, (int64_t)host.time_ms * 1000000);
  run.threads = threads_set(L);
  run.memory.limit = host.memory > 0 ? host.memory : parley_machine_memory();
  if (host.memory == 0) run.memory.machine = true;
  run.memory.around = parley_lua_run_held(L, run.memory.limit);
  return run;
}

/* column_threads([n]) -> the number of threads a query may use; with n, sets it (0: as many as the machine has) */
static int column_threads(lua_State *L) {
  if (!lua_isnoneornil(L, 1)) {
    lua_pushinteger(L, luaL_checkinteger(L, 1));
    lua_setfield(L, LUA_REGISTRYINDEX, THREADS_KEY);
  }
  lua_pushinteger(L, threads_set(L));
  return 1;
}

/* memory() -> bytes of memory this machine has, or nil */
static int core_memory(lua_State *L) {
  size_t bytes = parley_machine_memory();
  if (bytes > 0) lua_pushinteger(L, (lua_Integer)bytes);
  else lua_pushnil(L);
  return 1;
}

/* ---- library ---- */

void parley_lua_run_functions(lua_State *L) {
  static const luaL_Reg library[] = {{"begin_call", core_begin_call},
                                     {"check_call", core_check_call},
                                     {"tell_call", core_tell_call},
                                     {"progress", core_progress},
                                     {"column_threads", column_threads},
                                     {"memory", core_memory},
                                     {NULL, NULL}};
  static const luaL_Reg metamethods[] = {{"__gc", call_close}, {"__close", call_close}, {NULL, NULL}};
  if (luaL_newmetatable(L, CALL)) luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
