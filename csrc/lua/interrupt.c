/*
** A signal has nowhere to keep things but in the process: `asked` is the one place, and belongs to the thread of the
** state that asked. Other threads send the signal on to it.
*/
#define _POSIX_C_SOURCE 200809L /* sigaction, pthread_kill */
#include "lua/interrupt.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

#include <lauxlib.h>

#include "base/clock.h"
#include "lua/canceller.h"
#include "lua/path_policy.h"
#include "lua/raise.h"

#define OWNER "parley.Interrupts"
#define PATIENCE INT64_C(2000000000) /* nanoseconds */

typedef enum mode { NONE, CALLS, PROMPT, LINE } mode;

static struct {
  _Atomic(parley_canceller *) canceller; /* NULL: nobody has asked */
  lua_State *L; /* its main thread */
  lua_State *volatile at_work; /* the thread of the call at work; NULL: none */
  pthread_t thread;
  volatile mode mode;
  bool installed;
  struct sigaction former;
  volatile sig_atomic_t count; /* of signals that nobody has heard */
  volatile int64_t first;      /* when the first of them came */
  lua_Hook hook; /* of the user's, which comes back */
  int mask, hook_count;
  size_t home_length;
  char home[512]; /* what the names of Parley's own chunks begin with */
} asked;

/* ---- the hook (R3) ---- */

static void unhook(lua_State *L) { lua_sethook(L, asked.hook, asked.mask, asked.hook_count); }

/* Where the names of Parley's chunks are not known, all that runs inside a call may be Parley's. */
static bool is_ours(lua_State *L, lua_Debug *at) {
  if (asked.home_length == 0) return asked.at_work != NULL;
  if (lua_getinfo(L, "S", at) == 0) return false;
  return strncmp(at->source, asked.home, asked.home_length) == 0;
}

/* Stays while Parley's own code runs; one that comes too late, when the signal has been heard, only goes. */
static void stop(lua_State *L, lua_Debug *at) {
  parley_canceller *canceller = atomic_load(&asked.canceller);
  bool wanted = canceller != NULL && asked.count > 0 && parley_clock_now() - asked.first < PATIENCE;
  if (wanted && is_ours(L, at)) return;
  unhook(L);
  if (!wanted) return;
  parley_error err;
  asked.count = 0;
  parley_fail_key(&err, "cancelled");
  parley_raise(L, &err);
}

static void hook(lua_State *L) {
  if (L == NULL || lua_gethook(L) == stop) return;
  asked.hook = lua_gethook(L);
  asked.mask = lua_gethookmask(L);
  asked.hook_count = lua_gethookcount(L);
  lua_sethook(L, stop, LUA_MASKCOUNT, 1);
}

/* ---- the handler ---- */

/* What SIGINT did before: a handler is called; the default ends the process. */
static void do_former(int number, siginfo_t *about, void *context) {
  if (asked.former.sa_flags & SA_SIGINFO) {
    asked.former.sa_sigaction(number, about, context);
  } else if (asked.former.sa_handler == SIG_DFL) {
    signal(number, SIG_DFL);
    raise(number);
  } else if (asked.former.sa_handler != SIG_IGN) {
    asked.former.sa_handler(number);
  }
}

static void keep_count(void) {
  int64_t now = parley_clock_now();
  if (asked.count == 0) asked.first = now;
  asked.count = asked.count + 1;
  if (asked.count < 3 || now - asked.first < PATIENCE) return;
  signal(SIGINT, SIG_DFL);
  raise(SIGINT);
}

static void handle(int number, siginfo_t *about, void *context) {
  int error = errno;
  parley_canceller *canceller = atomic_load(&asked.canceller);
  if (canceller == NULL) return;
  if (!pthread_equal(pthread_self(), asked.thread)) {
    pthread_kill(asked.thread, number);
  } else {
    parley_cancel(canceller);
    if (asked.mode == CALLS && asked.at_work == NULL) {
      do_former(number, about, context);
    } else {
      keep_count();
      if (asked.mode != PROMPT) hook(asked.L);
      if (asked.mode != PROMPT) hook(asked.at_work);
    }
  }
  errno = error;
}

static bool is_there(void) {
  struct sigaction now;
  return sigaction(SIGINT, NULL, &now) == 0 && (now.sa_flags & SA_SIGINFO) && now.sa_sigaction == handle;
}

/* Reading from a terminal or a pipe ends with the signal: no SA_RESTART. */
static void install(void) {
  struct sigaction ours, now;
  if (sigaction(SIGINT, NULL, &now) != 0) return;
  if (!(now.sa_flags & SA_SIGINFO) && now.sa_handler == SIG_IGN) return; /* R4 */
  asked.installed = true;
  if (is_there()) return;
  asked.former = now;
  memset(&ours, 0, sizeof ours);
  ours.sa_sigaction = handle;
  ours.sa_flags = SA_SIGINFO;
  sigemptyset(&ours.sa_mask);
  sigaction(SIGINT, &ours, NULL);
}

/* A handler that came after ours stays. */
static void restore(void) {
  if (asked.installed && is_there()) sigaction(SIGINT, &asked.former, NULL);
  asked.installed = false;
}

/* ---- calls (R1) ---- */

static bool is_for(const parley_canceller *canceller) {
  return atomic_load_explicit(&asked.canceller, memory_order_relaxed) == canceller;
}

/* Somebody may have put his own handler in the place of one that a step had left there. */
void parley_interrupt_call_begins(const parley_canceller *canceller, lua_State *L) {
  if (!is_for(canceller)) return;
  asked.at_work = L;
  if (asked.mode == CALLS) install();
}

void parley_interrupt_step_begins(const parley_canceller *canceller) {
  if (is_for(canceller) && asked.mode == CALLS && !asked.installed) install();
}

/* A call that has failed has told the user; one that was faster than the signal leaves it to the line. */
void parley_interrupt_call_ends(const parley_canceller *canceller, lua_State *left, bool failed) {
  if (!is_for(canceller)) return;
  asked.at_work = left;
  if (left != NULL || asked.mode != CALLS) return;
  if (failed) asked.count = 0;
  restore();
}

/* ---- asking ---- */

static void let_go(void) {
  if (asked.L != NULL && lua_gethook(asked.L) == stop) unhook(asked.L);
  asked.mode = NONE;
  restore();
  atomic_store(&asked.canceller, NULL);
  asked.L = asked.at_work = NULL;
}

static int owner_gone(lua_State *L) {
  if (atomic_load(&asked.canceller) == *(parley_canceller **)lua_touserdata(L, 1)) let_go();
  return 0;
}

static lua_State *main_thread(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
  lua_State *found = lua_tothread(L, -1);
  lua_pop(L, 1);
  return found;
}

/* The state lets go when it is closed. */
static bool take(lua_State *L, parley_canceller *canceller) {
  parley_canceller *nobody = NULL;
  if (atomic_load(&asked.canceller) == canceller) return true;
  parley_canceller **owner = lua_newuserdatauv(L, sizeof *owner, 0);
  *owner = canceller;
  if (luaL_newmetatable(L, OWNER)) {
    lua_pushcfunction(L, owner_gone);
    lua_setfield(L, -2, "__gc");
  }
  lua_setmetatable(L, -2);
  lua_setfield(L, LUA_REGISTRYINDEX, OWNER ".owner");
  asked.L = atomic_load(&asked.canceller) == NULL ? main_thread(L) : asked.L;
  asked.thread = atomic_load(&asked.canceller) == NULL ? pthread_self() : asked.thread;
  return atomic_compare_exchange_strong(&asked.canceller, &nobody, canceller); /* R6 */
}

/* What came before the line began was not meant for it, nor is what came in the line meant for the prompt. */
static void set_mode(mode wanted) {
  asked.mode = wanted;
  asked.count = 0;
  if (lua_gethook(asked.L) == stop) unhook(asked.L);
  if (wanted == CALLS) restore();
  else if (!asked.installed || !is_there()) install();
}

/* interrupts(mode [, home]) -> whether this state has it: "calls", "prompt", "line" or "none" (R1, R2); `home` is what
   the names of Parley's own chunks begin with. */
static int core_interrupts(lua_State *L) {
  static const char *const modes[] = {"none", "calls", "prompt", "line", NULL};
  mode wanted = (mode)luaL_checkoption(L, 1, NULL, modes);
  parley_lua_path_policy_refuse(L);
  size_t length = 0;
  const char *home = luaL_optlstring(L, 2, "", &length);
  parley_canceller *canceller = parley_getcanceller(L);
  if (wanted == NONE) {
    if (atomic_load(&asked.canceller) == canceller) let_go();
    lua_pushboolean(L, true);
    return 1;
  }
  bool has = take(L, canceller);
  if (has && length > 0 && length < sizeof asked.home) {
    memcpy(asked.home, home, length + 1);
    asked.home_length = length;
  }
  if (has) set_mode(wanted);
  lua_pushboolean(L, has);
  return 1;
}

/* interrupted() -> whether Ctrl-C came since the mode was set, or this was asked */
static int core_interrupted(lua_State *L) {
  bool came = atomic_load(&asked.canceller) == parley_canceller_find(L) && asked.count > 0;
  if (came) asked.count = 0;
  lua_pushboolean(L, came);
  return 1;
}

void parley_interrupt_functions(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"interrupts", core_interrupts}, {"interrupted", core_interrupted}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
