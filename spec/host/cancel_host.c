/*
** A host that cancels: each long call of Parley's is cancelled from a second thread, at many points of its course. It
** has to end with the error "cancelled" soon, leave the dataset and the Frames whole, and work again afterwards.
**
**   cancel_host           200 points of each call; the status is 1 when a check failed
**   cancel_host N         N points
**   cancel_host once      three, for valgrind
**
** A call that ends before it is cancelled gives its answer; of many points a tenth must be met.
*/
#define _POSIX_C_SOURCE 200809L /* nanosleep */
#include "check.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include <lauxlib.h>
#include <lualib.h>

#include "base/clock.h"
#include "parley.h"

/* From cancelling to the end of the call. Sanitizers and valgrind are slower, and so is a machine with other work. */
#define LONGEST_MS 2000

/* Data that make each call take some hundredths of a second; `scale` makes it more or less. */
static const char *const prepare =
  "local scale = ...\n"
  "parley = require 'parley'\n"
  "local n = 60000 * scale // 1\n"
  "local list, lines = {}, { 'k,v,name' }\n"
  "for i = 1, n do\n"
  "  local v = (i * 7919) % 10007\n"
  "  list[i] = { k = i % 400, v = v, x = v / 7, name = 'name ' .. (i * 31 % n) }\n"
  "  lines[i + 1] = ('%d,%d,\"name %d\"'):format(i % 400, v, i * 31 % n)\n"
  "end\n"
  "rows = parley.frame(list)\n"
  "others = rows:where 'v < 300':frame()\n"
  "text = table.concat(lines, '\\n') .. '\\n'\n"
  "local function file(content)\n"
  "  local name = os.tmpname()\n"
  "  os.remove(name)\n"
  "  name = name .. '.csv'\n"
  "  local out <close> = assert(io.open(name, 'w'))\n"
  "  out:write(content)\n"
  "  return name\n"
  "end\n"
  "plain = file(text:rep(2))\n"
  "local events = { 'id,date,place' }\n"
  "for i = 1, n // 20 do events[i + 1] = ('e%d,2022-%02d-%02d,Kyiv'):format(i, i % 12 + 1, i % 28 + 1) end\n"
  "events_file = file(table.concat(events, '\\n') .. '\\n')\n"
  "ds = parley.open(':memory:')\n"
  "ds:add('sources', { id = 's1', outlet = 'Gazette', published = '2025-06-03' }, { source = 's1' })\n"
  "ds:add('sources', { id = 's2', outlet = 'Herald', published = '2025-06-04' }, { source = 's2' })\n"
  "ds:atomic(function()\n"
  "  for i = 1, 40 * scale // 1 do\n"
  "    ds:add('talks', { id = 't' .. i, place = 'Geneva', date = '2022-03-05' }, { source = 's1' })\n"
  "    ds:claim('talks', 't' .. i, { place = 'Istanbul' }, { source = 's2' })\n"
  "  end\n"
  "end)\n"
  "empty = parley.open(':memory:')\n"
  "assert(ds:import('events', events_file))\n";

static const struct {
  const char *name, *script;
} calls[] = {
  { "column query", "return #rows:where('v % 3 == 1'):where(\"contains(name, '7')\"):with('v * 2 + k as w', "
                    "'upper(name) .. name as u'):sort('u'):frame()" },
  { "group", "return #rows:by('name', 'k'):summarise('sum(v) as s', 'median(x) as m', 'list(name) as l'):frame()" },
  { "sort", "return rows:sort('name desc', 'x'):frame()[1].name" },
  { "join", "return #rows:join(others, { on = 'k' }):where('right_v < v'):by('name'):summarise('sum(v) as s')"
            ":frame()" },
  { "SQL query", "return ds:sql('with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000) "
                 "select max(i) as m from n')[1].m" },
  { "SQL aggregates", "return #ds.events:by('date'):summarise('median(day(date)) as m', 'list(id) as l'):frame()" },
  { "rows of a query", "local n = 0 for row in ds.events:sort('id'):rows() do n = n + 1 end return n" },
  { "parallel CSV", "return #assert_read(plain)" },
  { "CSV by records", "local given = false return #assert_read('text', { format = 'csv', reader = function() "
                      "if not given then given = true return text end end })" },
  { "import", "local ok, report, message = pcall(empty.import, empty, 'events', events_file) "
              "if ok and report then repeat until pcall(empty.store.exec, empty.store, 'DELETE FROM events') "
              "return report.added end "
              "error(ok and message or report, 0)" },
  { "CSV export", "return #rows:to_csv()" },
  { "CSV export of a query", "return #ds.events:to_csv()" },
  { "Arrow", "local f, message = parley.from_arrow(rows:arrow{ text = 'plain' }) "
             "if not f then error(message, 0) end return #f" },
  { "timeline", "return #ds:timeline()" },
  { "disagreements", "return #ds:disagreements()" },
};

static const char *const helpers =
  "function assert_read(...)\n"
  "  local frame, message = parley.read(...)\n"
  "  if not frame then error(message, 0) end\n"
  "  return frame\n"
  "end\n"
  "function fingerprint()\n"
  "  return table.concat({ #rows, rows:sum('v'), rows:count('name'), #others, ds.talks:count(), ds.events:count(),\n"
  "    ds:sql('pragma integrity_check')[1].integrity_check, tostring(ds.store:in_transaction()),\n"
  "    tostring(empty.store:in_transaction()), empty.events:count(), ds.talks:claims():count() }, ' ')\n"
  "end\n";

typedef struct cancelling {
  parley_canceller *canceller;
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
  parley_cancel(c->canceller);
  return NULL;
}

/* Leaves the answer or the error as text in `text`; whether it was an answer. */
static bool call(lua_State *L, const char *script, char *text, size_t size) {
  lua_settop(L, 0);
  bool answered = luaL_loadstring(L, script) == LUA_OK && lua_pcall(L, 0, 1, 0) == LUA_OK;
  snprintf(text, size, "%s", luaL_tolstring(L, -1, NULL));
  lua_settop(L, 0);
  return answered;
}

static void run_or_die(lua_State *L, const char *script, double scale) {
  lua_settop(L, 0);
  bool loaded = luaL_loadstring(L, script) == LUA_OK;
  lua_pushnumber(L, scale);
  if (loaded && lua_pcall(L, 1, 0, 0) == LUA_OK) return;
  printf("the data cannot be made: %s\n", lua_tostring(L, -1));
  exit(1);
}

typedef struct outcome {
  int met;         /* points at which the call was still at work */
  int64_t longest; /* from cancelling to the end */
} outcome;

/* Cancels the call once, `after` nanoseconds from its beginning. */
static bool cancel_once(lua_State *L, parley_canceller *canceller, int which, int64_t after, const char *expected,
                        outcome *seen) {
  char text[600];
  pthread_t thread;
  cancelling c = {.canceller = canceller, .after = after};
  atomic_init(&c.over, false);
  bool started = pthread_create(&thread, NULL, cancel_later, &c) == 0;
  if (!CHECK(started)) return false;
  bool answered = call(L, calls[which].script, text, sizeof text);
  int64_t end = parley_clock_now();
  atomic_store(&c.over, true);
  pthread_join(thread, NULL);
  if (answered) return CHECK_TEXT(expected, text);
  seen->met++;
  if (end - c.at > seen->longest) seen->longest = end - c.at;
  bool said = strstr(text, "cancelled") != NULL || strstr(text, "the write was interrupted") != NULL;
  if (!CHECK(said)) printf("  %s: %s\n", calls[which].name, text);
  return true;
}

static void cancel_at_points(lua_State *L, parley_canceller *canceller, int which, int points) {
  char expected[600], whole[600], now[600];
  outcome seen = {0};
  call(L, "return fingerprint()", whole, sizeof whole);
  int64_t shortest = INT64_MAX;
  for (int i = 0; i < 3; i++) {
    int64_t started = parley_clock_now();
    if (!CHECK(call(L, calls[which].script, expected, sizeof expected))) {
      printf("  %s: %s\n", calls[which].name, expected);
      return;
    }
    int64_t took = parley_clock_now() - started;
    if (took < shortest) shortest = took;
  }
  /* on a busy machine the canceller wakes late and may miss most points of a short call: then all of them again */
  for (int round = 0; round < 5 && (round == 0 || 10 * seen.met < points); round++) {
    for (int i = 0; i < points; i++) {
      cancel_once(L, canceller, which, shortest * i / points, expected, &seen);
      if (i % 20 != 0 && i + 1 < points) continue;
      call(L, "return fingerprint()", now, sizeof now);
      CHECK_TEXT(whole, now);
    }
  }
  CHECK(call(L, calls[which].script, now, sizeof now));
  CHECK_TEXT(expected, now);
  /* a few points may all be missed by chance, many may not */
  if (points >= 50 && !CHECK(10 * seen.met >= points)) printf("  %s: met %d\n", calls[which].name, seen.met);
  if (!CHECK(seen.longest < INT64_C(1000000) * LONGEST_MS)) printf("  %s\n", calls[which].name);
  printf("%-22s %7.1f ms, %3d of %d points met, at most %.1f ms to the end\n", calls[which].name,
         (double)shortest / 1e6, seen.met, points, (double)seen.longest / 1e6);
}

/* What is cancelled while nothing is at work is forgotten. */
static void cancel_nothing(lua_State *L, parley_canceller *canceller) {
  char text[200];
  parley_cancel(canceller);
  CHECK(call(L, "return rows:sum('v') > 0", text, sizeof text));
  parley_cancel(canceller);
  CHECK(call(L, "local n = 0 for row in ds.talks:rows() do n = n + 1 end return n", text, sizeof text));
}

/* A host that hears of progress may cancel then, in the call's own thread. */
static void cancel_by_progress(void *data) { parley_cancel(data); }

static void check_progress(lua_State *L, parley_canceller *canceller) {
  char text[600];
  parley_setprogress(L, cancel_by_progress, canceller);
  CHECK(!call(L, "return #rows:by('name'):summarise('sum(v) as s'):frame()", text, sizeof text));
  CHECK(strstr(text, "cancelled") != NULL);
  parley_setprogress(L, NULL, NULL);
  CHECK(call(L, "return #rows:by('name'):summarise('sum(v) as s'):frame()", text, sizeof text));
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
  "  local ds <close>, message = parley.open(opened, { timeout = 60000 })\n"
  "  if not ds then error(message, 0) end\n"
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
  run_or_die(L, lock, 0);
  for (int i = 0; i < 2; i++) {
    pthread_t thread;
    cancelling c = {.canceller = canceller, .after = INT64_C(50000000)};
    atomic_init(&c.over, false);
    if (!CHECK(pthread_create(&thread, NULL, cancel_later, &c) == 0)) return;
    bool answered = call(L, scripts[i], text, sizeof text);
    int64_t end = parley_clock_now();
    pthread_join(thread, NULL);
    bool said = strstr(text, "cancelled") != NULL || strstr(text, "the write was interrupted") != NULL;
    if (!CHECK(!answered && said && end - c.at < INT64_C(1000000) * LONGEST_MS)) printf("  waiting: %s\n", text);
  }
  run_or_die(L, unlock, 0);
}

static void check_waiting_deadline(void) {
  char text[600];
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  parley_preload(L);
  run_or_die(L, lock, 0);
  parley_limits limits = {.time_ms = 60};
  parley_setlimits(L, &limits);
  int64_t started = parley_clock_now();
  bool answered = call(L, "return open()", text, sizeof text);
  CHECK(parley_clock_now() - started < INT64_C(1000000) * LONGEST_MS);
  if (!CHECK(!answered && strstr(text, "stopped after 60 ms") != NULL)) printf("  waiting: %s\n", text);
  limits.time_ms = 0;
  parley_setlimits(L, &limits);
  run_or_die(L, unlock, 0);
  lua_close(L);
}

/* One deadline for all passes of a call: each of them is far below the limit, together they are not. */
static void check_deadline(double scale) {
  char text[600];
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  parley_preload(L);
  run_or_die(L, prepare, scale);
  parley_limits limits = {.time_ms = 60};
  parley_setlimits(L, &limits);
  CHECK(call(L, "return #rows:where('v > 1'):frame()", text, sizeof text));
  bool done = call(L, "local q = rows:with('v + 1 as v') for i = 1, 30 do q = q:sort('name'):by('name'):summarise("
                      "'sum(v) as v', 'first(k) as k', 'first(x) as x') end return #q:frame()", text, sizeof text);
  CHECK(!done && strstr(text, "stopped after 60 ms, the limit set by the host") != NULL);
  if (!done && strstr(text, "stopped after") == NULL) printf("  %s\n", text);
  CHECK(call(L, "return #rows:where('v > 1'):frame()", text, sizeof text));
  lua_settop(L, 0);
  run_or_die(L, "os.remove(plain) os.remove(events_file)", 0);
  lua_close(L);
}

int main(int count, char **arguments) {
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  int points = checks.once ? 3 : count > 1 ? atoi(arguments[1]) : 200;
  double scale = checks.once ? 0.1 : 1;
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  parley_preload(L);
  parley_canceller *canceller = parley_getcanceller(L);
  run_or_die(L, prepare, scale);
  run_or_die(L, helpers, scale);
  cancel_nothing(L, canceller);
  check_progress(L, canceller);
  check_waiting(L, canceller);
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) cancel_at_points(L, canceller, (int)i, points);
  lua_settop(L, 0);
  run_or_die(L, "os.remove(plain) os.remove(events_file)", 0);
  lua_close(L);
  check_waiting_deadline();
  if (!checks.once) check_deadline(scale);
  if (checks.failed == 0) printf("cancel_host: good\n");
  return checks.failed > 0;
}
