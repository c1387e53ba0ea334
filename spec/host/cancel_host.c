/*
** A host that stops: each long call of Parley's (spec/host/cancel_calls.lua) is cancelled from a second thread, at many
** points of its course, and given less time than it needs. It has to end soon with the code word of what stopped it,
** leave datasets, Frames and files whole, and work again afterwards.
**
**   cancel_host           200 points of each call, fewer of one that would need long for them; the status is 1 when a
**                         check failed
**   cancel_host N NAME    N points; of one call alone, where it is named
**   cancel_host once      one in the middle of its course, for valgrind
**
** A call that ends before it is stopped gives its answer; of many points a tenth must be met, unless the call is over
** sooner than a second thread can be relied upon to wake. It is started from the root of the sources.
*/
#define _POSIX_C_SOURCE 200809L /* nanosleep */
#include "check.h"

#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include <lauxlib.h>
#include <lualib.h>

#include "base/clock.h"
#include "parley.h"

#define CALLS "spec/host/cancel_calls.lua"

/* From stopping to the end of the call. Sanitizers and valgrind are slower, and so is a machine with other work. */
#define LONGEST_MS 2000

/* Without a number, a call gets as many points as it can be stopped at in about so long, between these bounds. */
#define ALL_POINTS CLOCKS_PER_SEC
enum { FEWEST_POINTS = 20, MOST_POINTS = 200 };

/* A call that needs so much of the processor has to be met, and to hear of its end by time. */
#define LEAST_WORK (CLOCKS_PER_SEC / 100)

typedef struct cancelling {
  parley_canceller *canceller;
  lua_State *L;  /* cancelled by the state alone; NULL: by the canceller */
  int64_t after; /* nanoseconds */
  atomic_bool over;
  int64_t at;    /* when it was done; read after the thread has been joined */
} cancelling;

static void *cancel_later(void *data) {
  cancelling *c = data;
  int64_t until = parley_clock_now() + c->after;
  struct timespec moment = {0, 20000};
  while (parley_clock_now() < until && !atomic_load(&c->over)) {
    if (until - parley_clock_now() > 50000) nanosleep(&moment, NULL);
  }
  c->at = parley_clock_now();
  if (c->L == NULL) parley_cancel(c->canceller);
  else parley_interrupt(c->L);
  return NULL;
}

/* The text on the stack top, of an error its code word. */
static void say(lua_State *L, char *text, size_t size) {
  if (lua_istable(L, -1)) lua_getfield(L, -1, "code");
  snprintf(text, size, "%s", luaL_tolstring(L, -1, NULL));
  lua_settop(L, 0);
}

/* Leaves the answer or the error as text in `text`; whether it was an answer. */
static bool call(lua_State *L, const char *script, char *text, size_t size) {
  lua_settop(L, 0);
  bool answered = luaL_loadstring(L, script) == LUA_OK && lua_pcall(L, 0, 1, 0) == LUA_OK;
  say(L, text, size);
  return answered;
}

static void run_or_die(lua_State *L, const char *script) {
  char text[600];
  if (call(L, script, text, sizeof text)) return;
  printf("the data cannot be made: %s\n", text);
  exit(1);
}

/* The calls, as the global `host`. */
static void load_calls(lua_State *L, double scale) {
  bool loaded = luaL_loadfile(L, CALLS) == LUA_OK;
  lua_pushnumber(L, scale);
  if (!loaded || lua_pcall(L, 1, 1, 0) != LUA_OK) {
    printf("%s: %s\n", CALLS, luaL_tolstring(L, -1, NULL));
    exit(1);
  }
  lua_setglobal(L, "host");
}

/* host.NAME(which), as text; whether it gave an answer, and not nil and a code word. */
static bool ask(lua_State *L, const char *name, int which, char *text, size_t size) {
  lua_settop(L, 0);
  lua_getglobal(L, "host");
  lua_getfield(L, -1, name);
  lua_pushinteger(L, which);
  bool answered = lua_pcall(L, 1, 2, 0) == LUA_OK && !lua_isnil(L, 2);
  if (lua_gettop(L) > 2) lua_settop(L, answered ? 2 : 3);
  say(L, text, size);
  return answered;
}

/* What one call has left: no file of its own, and all else as before. */
static void check_whole(lua_State *L, int which, const char *files, const char *whole, bool all) {
  char now[2000], name[100];
  int failed = checks.failed;
  ask(L, "left", which, now, sizeof now);
  CHECK_TEXT(files, now);
  if (all) {
    ask(L, "state", which, now, sizeof now);
    CHECK_TEXT(whole, now);
  }
  if (checks.failed == failed) return;
  ask(L, "name", which, name, sizeof name);
  printf("  after %s\n", name);
}

/* One of the calls, and what it gave when nothing stopped it. */
typedef struct long_call {
  int which;
  char name[100], expected[600], files[600], whole[2000];
  int64_t shortest; /* of some tries */
  clock_t work;     /* of the processor, for the least of them */
  int met;          /* points at which it was still at work */
  int64_t longest;  /* from stopping to the end */
} long_call;

/* Tries it some times; whether it answers. */
static bool know(lua_State *L, long_call *c, int which) {
  *c = (long_call){.which = which, .shortest = INT64_MAX, .work = LONG_MAX};
  ask(L, "name", which, c->name, sizeof c->name);
  ask(L, "left", which, c->files, sizeof c->files);
  ask(L, "state", which, c->whole, sizeof c->whole);
  for (int i = 0; i < (checks.once ? 1 : 3); i++) {
    int64_t started = parley_clock_now();
    clock_t before = clock();
    if (!CHECK(ask(L, "try", which, c->expected, sizeof c->expected))) {
      printf("  %s: %s\n", c->name, c->expected);
      return false;
    }
    int64_t took = parley_clock_now() - started;
    clock_t work = clock() - before;
    if (took < c->shortest) c->shortest = took;
    if (work < c->work) c->work = work;
    check_whole(L, which, c->files, c->whole, !checks.once);
  }
  return true;
}

/* Cancels the call once, `after` nanoseconds from its beginning. */
static void cancel_once(lua_State *L, parley_canceller *canceller, long_call *call_, int64_t after) {
  char text[600];
  pthread_t thread;
  cancelling c = {.canceller = canceller, .L = after % 2 == 0 ? L : NULL, .after = after};
  atomic_init(&c.over, false);
  bool started = pthread_create(&thread, NULL, cancel_later, &c) == 0;
  if (!CHECK(started)) return;
  bool answered = ask(L, "try", call_->which, text, sizeof text);
  int64_t end = parley_clock_now();
  atomic_store(&c.over, true);
  pthread_join(thread, NULL);
  if (!CHECK_TEXT(answered ? call_->expected : "cancelled", text)) printf("  %s\n", call_->name);
  if (answered) return;
  call_->met++;
  if (end - c.at > call_->longest) call_->longest = end - c.at;
}

/* How many points to stop a call at: on average each costs half of it. */
static int fitting_points(const long_call *c) {
  clock_t fitting = 2 * ALL_POINTS / (c->work + 1);
  return fitting > MOST_POINTS ? MOST_POINTS : fitting < FEWEST_POINTS ? FEWEST_POINTS : (int)fitting;
}

/* After the last point it gives its answer again. */
static void cancel_at_points(lua_State *L, parley_canceller *canceller, long_call *c, int points) {
  char now[600];
  /* on a busy machine the canceller wakes late and may miss most points of a short call: then all of them again */
  int rounds = c->work < LEAST_WORK ? 1 : 5;
  for (int round = 0; round < rounds && (round == 0 || 10 * c->met < points); round++) {
    for (int i = 0; i < points; i++) {
      cancel_once(L, canceller, c, c->shortest * (2 * i + 1) / (2 * points));
      check_whole(L, c->which, c->files, c->whole, i % 20 == 0 || i + 1 == points);
    }
  }
  CHECK(ask(L, "try", c->which, now, sizeof now));
  CHECK_TEXT(c->expected, now);
  check_whole(L, c->which, c->files, c->whole, false);
  /* a few points may all be missed by chance, many may not */
  if (rounds > 1 && points >= FEWEST_POINTS && !CHECK(10 * c->met >= points)) printf("  %s: met %d\n", c->name, c->met);
  if (!CHECK(c->longest < INT64_C(1000000) * LONGEST_MS)) printf("  %s\n", c->name);
  printf("%-28s %7.1f ms, %3d of %d points met, at most %.1f ms to the end\n", c->name, (double)c->shortest / 1e6,
         c->met, points, (double)c->longest / 1e6);
}

static void limit_time(lua_State *L, unsigned milliseconds) {
  char text[100];
  parley_limits limits = {.time_ms = milliseconds};
  parley_setlimits(L, &limits);
  ask(L, "limit", (int)milliseconds, text, sizeof text);
}

/* With less time than the whole call needs, though each of its passes may need less than that, it is stopped. */
static void limit_call(lua_State *L, const long_call *c) {
  char text[600];
  bool answered = true;
  /* on a machine that was busier before, the call may need less: the time is halved until it does not do */
  for (unsigned ms = (unsigned)(c->shortest * 6 / 10000000); answered && ms > 0; ms /= 2) {
    limit_time(L, ms);
    int64_t started = parley_clock_now();
    answered = ask(L, "try", c->which, text, sizeof text);
    CHECK(parley_clock_now() - started < INT64_C(1000000) * (ms + LONGEST_MS));
    limit_time(L, 0);
    check_whole(L, c->which, c->files, c->whole, true);
    if (!CHECK_TEXT(answered ? c->expected : "limit", text)) printf("  %s in %u ms\n", c->name, ms);
  }
  if (!CHECK(!answered || c->work < LEAST_WORK)) printf("  %s is not stopped\n", c->name);
}

/* A state is known from when its canceller is asked for until it is closed; what stands at its address is not. */
static void check_states(lua_State *L) {
  CHECK(parley_interrupt(L) == 1);
  lua_State *other = luaL_newstate();
  CHECK(parley_interrupt(other) == 0);
  parley_getcanceller(other);
  parley_getcanceller(other);
  CHECK(parley_interrupt(other) == 1);
  lua_close(other);
  CHECK(parley_interrupt(other) == 0);
  for (int i = 0; i < 3; i++) {
    lua_State *one = luaL_newstate(), *two = luaL_newstate();
    parley_getcanceller(one);
    parley_getcanceller(two);
    CHECK(parley_interrupt(one) == 1 && parley_interrupt(two) == 1);
    lua_close(one);
    lua_close(two);
  }
  CHECK(parley_interrupt(L) == 1);
}

/* What is cancelled while nothing is at work is forgotten. */
static void cancel_nothing(lua_State *L, parley_canceller *canceller) {
  char text[200];
  for (int which = 1; which <= 2; which++) {
    parley_cancel(canceller);
    CHECK(ask(L, "try", which, text, sizeof text));
  }
  parley_cancel(canceller);
  CHECK(call(L, "return host.iterate()", text, sizeof text));
}

/* A host that hears of progress may cancel then, in the call's own thread. */
static void cancel_by_progress(void *data, const parley_facts *facts) {
  CHECK(facts->what != NULL && facts->seconds >= 0 && facts->rows >= 0 && facts->share <= 1);
  parley_cancel(data);
}

/* Whether it heard of the call: a short one may end before it tells. */
static bool check_progress(lua_State *L, parley_canceller *canceller, const long_call *c) {
  char text[600];
  parley_setprogress(L, cancel_by_progress, canceller);
  bool answered = ask(L, "try", c->which, text, sizeof text);
  CHECK_TEXT(answered ? c->expected : "cancelled", text);
  parley_setprogress(L, NULL, NULL);
  check_whole(L, c->which, c->files, c->whole, false);
  return !answered;
}

/* Files that another connection holds locked: one for writers, with a dataset on it that is open, and one, without a
   write-ahead log, for readers too. Both are waited for, for a minute. */
static const char *const lock =
  "parley = require 'parley'\n"
  "local core = require 'parley.core'\n"
  "local function file()\n"
  "  local name = os.tmpname()\n"
  "  os.remove(name)\n"
  "  assert(parley.open(name)):close()\n"
  "  return name, assert(core.open(name, { mode = 'rw' }))\n"
  "end\n"
  "written, writer = file()\n"
  "writer:exec 'BEGIN IMMEDIATE'\n"
  "waiting = assert(parley.open(written, { timeout = 60000 }))\n"
  "opened, holder = file()\n"
  "holder:exec 'PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE'\n"
  "function open()\n"
  "  local ds <close>, message, code = parley.open(opened, { timeout = 60000 })\n"
  "  if not ds then error({ message = message, code = code }) end\n"
  "  return 'opened'\n"
  "end\n"
  "function write() waiting:add('sources', { id = 's' }, { source = 's' }) return 'written' end\n";

static const char *const unlock =
  "writer:exec 'ROLLBACK' writer:close() holder:exec 'ROLLBACK' holder:close()\n"
  "assert(open() == 'opened' and write() == 'written') waiting:close()\n"
  "os.remove(written) os.remove(opened)";

/* Waiting for the lock ends with the call: cancelled from a second thread, or by the host's limit. */
static void check_waiting(lua_State *L, parley_canceller *canceller) {
  static const char *const scripts[] = {"return open()", "return write()"};
  char text[600];
  run_or_die(L, lock);
  for (int i = 0; i < 2; i++) {
    pthread_t thread;
    cancelling c = {.canceller = canceller, .after = INT64_C(50000000)};
    atomic_init(&c.over, false);
    if (!CHECK(pthread_create(&thread, NULL, cancel_later, &c) == 0)) return;
    bool answered = call(L, scripts[i], text, sizeof text);
    int64_t end = parley_clock_now();
    pthread_join(thread, NULL);
    CHECK_TEXT("cancelled", text);
    CHECK(!answered && end - c.at < INT64_C(1000000) * LONGEST_MS);
  }
  run_or_die(L, unlock);
}

static void check_waiting_deadline(void) {
  char text[600];
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  parley_preload(L);
  run_or_die(L, lock);
  parley_limits limits = {.time_ms = 60};
  parley_setlimits(L, &limits);
  int64_t started = parley_clock_now();
  bool answered = call(L, "return open()", text, sizeof text);
  CHECK(parley_clock_now() - started < INT64_C(1000000) * LONGEST_MS);
  CHECK(!answered);
  CHECK_TEXT("limit", text);
  limits.time_ms = 0;
  parley_setlimits(L, &limits);
  run_or_die(L, unlock);
  lua_close(L);
}

int main(int count, char **arguments) {
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  const char *only = count > 2 ? arguments[2] : NULL;
  int points = checks.once ? 1 : count > 1 ? atoi(arguments[1]) : 0; /* 0: what fits */
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  parley_preload(L);
  parley_canceller *canceller = parley_getcanceller(L);
  load_calls(L, checks.once ? 0.1 : 1);
  check_states(L);
  cancel_nothing(L, canceller);
  check_waiting(L, canceller);
  char text[100];
  ask(L, "count", 0, text, sizeof text);
  int calls = atoi(text), tell = 0;
  int64_t longest = 0;
  CHECK(calls > 50);
  for (int which = 1; which <= calls; which++) {
    long_call c;
    ask(L, "name", which, text, sizeof text);
    if (only != NULL && strcmp(only, text) != 0) continue;
    if (!know(L, &c, which)) continue;
    cancel_at_points(L, canceller, &c, points > 0 ? points : fitting_points(&c));
    tell += check_progress(L, canceller, &c);
    if (!checks.once) limit_call(L, &c);
    if (c.longest > longest) longest = c.longest;
  }
  CHECK(only != NULL || 10 * tell > 8 * calls);
  run_or_die(L, "host.finish()");
  lua_close(L);
  check_waiting_deadline();
  printf("%d calls, of which %d tell of progress; at most %.1f ms from cancelling to the end\n", calls, tell, (double)longest / 1e6);
  return check_result("cancel_host");
}
