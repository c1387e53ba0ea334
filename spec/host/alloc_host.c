/*
** What happens when memory runs out at any moment? This host opens, queries and closes while one allocation after
** the other fails, and wants every failure to be a clean error: a message about memory or the right answer, no
** crash, and every byte given back.
**
**   alloc_host          every allocation of Lua's, some of SQLite's, and those of Parley's own C code
**   alloc_host once     the script once, nothing failing (for valgrind)
**   alloc_host sqlite 1 only SQLite's, each of them; 40 would be each 40th
**   alloc_host all 1    each of all
**
** The script runs once. At each allocation the process forks: in the child that allocation fails, and it goes on to
** its end with the error; the parent goes on to the next allocation. So each point costs its own error path only.
** An allocation fails in two ways. "gone": every later one fails too, until the error has reached the host. "blip":
** only this one fails and the retry that Lua makes of it, so code that swallows the error goes on with a wrong answer.
*/
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <lauxlib.h>
#include <lualib.h>

#include "parley.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#ifdef SANITIZED
size_t __sanitizer_get_current_allocated_bytes(void); /* the header is not installed everywhere */
static size_t heap_in_use(void) { return __sanitizer_get_current_allocated_bytes(); }
#else
static size_t heap_in_use(void) { return 0; }
#endif

/* ---- the script ---- */

static const char script[] =
    "local parley = require 'parley'\n"
    "local out = {}\n"
    "local function note(...) out[#out + 1] = table.concat({...}, ' ') end\n"
    "do\n"
    "  local ds <close> = assert(parley.open(':memory:'))\n"
    "  ds:add('sources', {id = 's1', outlet = 'Gazette', published = '2025-06-03'}, {source = 's1'})\n"
    "  ds:atomic(function()\n"
    "    ds:add('talks', {id = 'r1', kind = 'round', date = '2025-05-16', place = 'Istanbul'}, {source = 's1'})\n"
    "    ds:add('talks', {id = 'r2', kind = 'round', date = '2025-06-02', place = 'Istanbul'}, {source = 's1'})\n"
    "  end)\n"
    "  ds:claim('talks', 'r2', {place = 'Ankara'}, {source = 's1'})\n"
    "  for row in ds.talks:where('date > ?', '2025-06-01'):rows() do note(row.id, row.date) break end\n"
    "  for id, n in ds.talks:by('id'):summarise('count() as n'):each('id', 'n') do note(id, n) end\n"
    "  local f = ds.talks:select('id', 'date', 'place'):sort('id'):frame()\n"
    "  note(#f, f[1].place, f:columns()[2])\n"
    "  local g = f:with('length(place) + 1 as n'):where('contains(place, \\'a\\')'):by('place'):summarise('sum(n) as n')\n"
    "  for row in f:join(g, {on = 'place'}):sort('n desc', 'id'):limit(1):rows() do note(row.id, row.n) end\n"
    "  note(f:distinct('place'):count(), f:median('length(id)'), f:pivot{rows = 'id', columns = 'place'}:frame()[1].Ankara)\n"
    "  note(#ds:disagreements{table = 'talks'}, (ds.talks:select('id'):sort('id'):to_csv():gsub('%s+', ',')))\n"
    "  local text = tostring(ds.talks)\n" /* shows an error instead of raising it */
    "  if text:find('memory', 1, true) then error(text) end\n"
    "  note(text:find('Istanbul', 1, true) and 'printed' or text)\n"
    "  note(ds.terms:count() > 100 and ds.crosswalk:count() > 10 and 'filled' or 'not filled')\n"
    "  local pieces = {'id,place,longitude\\ne1,Rome,12\\ne2,Oslo,x\\n'}\n"
    "  local report = assert(ds:import('events', nil, {format = 'csv', reader = function() return table.remove(pieces) end}))\n"
    "  note(report.added, report.quarantined, ds.quarantine:first().reason)\n"
    "  local ok = pcall(function() return ds.talks:where{plase = 'Istanbul'} end)\n"
    "  note(tostring(ok))\n"
    "end\n"
    "return table.concat(out, '; ')\n";

static const char expected[] = "r2 2025-06-02; r1 1; r2 1; 2 Istanbul date; r1 9; 2 2.0 0; 1 id,r1,r2,; printed; filled; "
                               "1 1 'x' is not a number; false";

/* ---- which allocation fails ---- */

enum supplier { NONE, LUA, SQLITE, HEAP };
static const char *const supplier_names[] = {"none", "lua", "sqlite", "heap"};

static struct {
  enum supplier supplier; /* whose allocations may fail now */
  bool blip;
  unsigned stride;
  unsigned point; /* allocations seen */
  unsigned tried;
  unsigned bad;
  unsigned children;
  unsigned failing; /* in a child: how many more fail */
  bool child;
} at;

/* REUSED: after each so many failures the state is used again, which takes longer than all the rest. */
enum { JOBS = 2, NEVER_AGAIN = 1u << 30, GIVE_UP_SECONDS = 60, REUSED = 16 };

static void await_child(void) {
  int status = 0;
  if (wait(&status) < 0) return;
  at.children--;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) at.bad++;
}

/* True when the allocation that is asked for has to fail. */
static bool fails_now(enum supplier supplier) {
  if (at.supplier != supplier) return false;
  if (at.child) {
    if (at.failing == 0) return false;
    at.failing--;
    return true;
  }
  if (at.point++ % at.stride != 0) return false;
  while (at.children >= JOBS) await_child();
  fflush(NULL);
  pid_t pid = fork();
  if (pid < 0) {
    perror("alloc_host: fork");
    exit(2);
  }
  if (pid > 0) {
    at.children++;
    at.tried++;
    return false;
  }
  at.child = true;
  at.failing = !at.blip ? NEVER_AGAIN : supplier == LUA; /* so many more after this one */
  alarm(GIVE_UP_SECONDS);
  return true;
}

#ifdef WRAPPED_HEAP
/* The linker sends the calls of libparley.a here, and those of this file (--wrap). */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);

void *__wrap_malloc(size_t size) { return fails_now(HEAP) ? NULL : __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { return fails_now(HEAP) ? NULL : __real_calloc(count, size); }
void *__wrap_realloc(void *block, size_t size) { return fails_now(HEAP) ? NULL : __real_realloc(block, size); }
void *__wrap_aligned_alloc(size_t alignment, size_t size) {
  return fails_now(HEAP) ? NULL : __real_aligned_alloc(alignment, size);
}
#define unwatched_realloc __real_realloc
#else
#define unwatched_realloc realloc
#endif

static void *lua_memory(void *ud, void *block, size_t old_size, size_t new_size) {
  (void)ud;
  if (new_size == 0) {
    free(block);
    return NULL;
  }
  bool grows = block == NULL || new_size > old_size; /* Lua counts on shrinking to succeed */
  if (grows && fails_now(LUA)) return NULL;
  return unwatched_realloc(block, new_size);
}

static sqlite3_mem_methods sqlite_memory;

static void *sqlite_malloc(int size) { return fails_now(SQLITE) ? NULL : sqlite_memory.xMalloc(size); }

static void *sqlite_realloc(void *block, int size) {
  return fails_now(SQLITE) ? NULL : sqlite_memory.xRealloc(block, size);
}

static void watch_sqlite(void) {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &sqlite_memory);
  sqlite3_mem_methods watched = sqlite_memory;
  watched.xMalloc = sqlite_malloc;
  watched.xRealloc = sqlite_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &watched);
  sqlite3_initialize();
}

/* ---- one run ---- */

static int prepare(lua_State *L) {
  luaL_openlibs(L);
  parley_preload(L);
  return 0;
}

static int run_script(lua_State *L) {
  if (luaL_dostring(L, script) != LUA_OK) return lua_error(L);
  return 1;
}

static bool complain(const char *what, const char *detail) {
  fprintf(stderr, "alloc_host: %s, %s, point %u: %s: %s\n", supplier_names[at.supplier], at.blip ? "blip" : "gone",
          at.point, what, detail == NULL ? "(no text)" : detail);
  return false;
}

/* The right answer, or in a child a message that tells of memory. Pops it. */
static bool judge(lua_State *L, int status) {
  /* an error object of Parley's has its message; the name of the field is there already and takes no memory */
  bool object = lua_istable(L, -1);
  if (object) lua_getfield(L, -1, "message");
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  bool good = true;
  if (status == LUA_OK) {
    if (text == NULL || strcmp(text, expected) != 0) good = complain("wrong answer", text);
  } else if (!at.child || text == NULL || strstr(text, "memory") == NULL) {
    good = complain("unclear error", text);
  }
  lua_pop(L, object ? 2 : 1);
  return good;
}

/* Opens a state, runs the script in it and closes it; a warm state has run the script before. */
static bool run_state(bool warm) {
  enum supplier supplier = at.supplier;
  if (warm) at.supplier = NONE;
#if LUA_VERSION_NUM >= 505
  lua_State *L = lua_newstate(lua_memory, NULL, 1);
#else
  lua_State *L = lua_newstate(lua_memory, NULL);
#endif
  if (L == NULL) return at.child || complain("no state", NULL);
  lua_pushcfunction(L, prepare);
  int status = lua_pcall(L, 0, 1, 0);
  if (status == LUA_OK) {
    lua_pop(L, 1);
    if (warm) {
      lua_pushcfunction(L, run_script);
      status = lua_pcall(L, 0, 1, 0);
      lua_settop(L, 0);
      lua_gc(L, LUA_GCCOLLECT);
      at.supplier = supplier;
    }
    lua_pushcfunction(L, run_script);
    status = lua_pcall(L, 0, 1, 0);
  }
  bool good = judge(L, status);
  at.failing = 0;
  at.supplier = NONE;
  if (good && warm && at.child && at.tried % REUSED == 0) { /* the state has to be of use after the error */
    lua_pushcfunction(L, run_script);
    at.child = false;
    good = judge(L, lua_pcall(L, 0, 1, 0));
    at.child = true;
  }
  lua_close(L);
  at.supplier = supplier;
  return good;
}

/* Every point of one supplier, in one of the two ways. */
static bool run_points(enum supplier supplier, bool blip, bool warm, unsigned stride) {
  size_t before = heap_in_use();
  at.supplier = supplier;
  at.blip = blip;
  at.stride = stride;
  at.point = at.tried = at.bad = at.failing = 0;
  bool good = run_state(warm);
  if (sqlite3_memory_used() != 0) good = complain("SQLite keeps memory", NULL);
  if (heap_in_use() != before) good = complain("memory is not given back", NULL);
  if (at.child) _exit(good ? 0 : 1);
  while (at.children > 0) await_child();
  printf("%s, %s, %s: %u allocations, %u failed in turn, %u bad\n", supplier_names[supplier], blip ? "blip" : "gone",
         warm ? "modules loaded" : "from nothing", at.point, at.tried, at.bad);
  return good && at.bad == 0 && (supplier == NONE || at.tried > 0);
}

/* What is run, and how much of it when nothing is asked for: every allocation of Lua's in a session, and a sample of
   the rest; of that each THINNER-th under a sanitizer, where each fork copies its shadow memory. */
#ifdef SANITIZED
enum { THINNER = 7 };
#else
enum { THINNER = 1 };
#endif

static const struct plan {
  enum supplier supplier;
  bool blip, warm;
  unsigned stride;
} plans[] = {
    {LUA, false, true, 1},     {LUA, true, true, 9},     {LUA, false, false, 29}, {LUA, true, false, 31},
    {SQLITE, false, true, 47}, {SQLITE, true, true, 53}, {HEAP, false, true, 1},  {HEAP, true, true, 1},
};

int main(int argc, char **argv) {
  const char *only = argc > 1 ? argv[1] : NULL;
  unsigned stride = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 0;
  watch_sqlite();
  printf("alloc_host\n"); /* stdio has its buffer before memory is counted */
  bool good = run_points(NONE, false, false, 1);
  for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
    const struct plan *plan = &plans[i];
    if (only != NULL && strcmp(only, "all") != 0 && strcmp(only, supplier_names[plan->supplier]) != 0) continue;
    good &= run_points(plan->supplier, plan->blip, plan->warm, stride > 0 ? stride : plan->stride * THINNER);
  }
  return good ? 0 : 1;
}
