/*
** The Lua module bench_clock: now() gives seconds of the wall clock; os.clock would count the time of every thread.
** press(seconds) presses Ctrl-C then: SIGINT comes from a timer. pressed() gives when it did, and what the process had
** used of the processor by then; nil if it has not.
*/
#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE /* setitimer */
#define _DARWIN_C_SOURCE
#include <errno.h>
#include <lauxlib.h>
#include <lua.h>
#include <signal.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile double pressed_at, worked;

static double seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int now(lua_State *L) {
  lua_pushnumber(L, seconds(CLOCK_MONOTONIC));
  return 1;
}

static void ring(int number) {
  int error = errno;
  (void)number;
  worked = seconds(CLOCK_PROCESS_CPUTIME_ID);
  pressed_at = seconds(CLOCK_MONOTONIC);
  kill(getpid(), SIGINT);
  errno = error;
}

static int press(lua_State *L) {
  double after = luaL_checknumber(L, 1);
  struct itimerval timer = {.it_value = {.tv_sec = (time_t)after}};
  struct sigaction act = {.sa_handler = ring, .sa_flags = SA_RESTART};
  timer.it_value.tv_usec = (suseconds_t)((after - (double)timer.it_value.tv_sec) * 1e6) + 1;
  pressed_at = 0;
  sigaction(SIGALRM, &act, NULL);
  setitimer(ITIMER_REAL, &timer, NULL);
  return 0;
}

/* Ends the timer too: a call that was over sooner is not pressed any more. */
static int pressed(lua_State *L) {
  struct itimerval none = {.it_value = {.tv_sec = 0}};
  setitimer(ITIMER_REAL, &none, NULL);
  if (pressed_at <= 0) return 0;
  lua_pushnumber(L, pressed_at);
  lua_pushnumber(L, worked);
  return 2;
}

int luaopen_bench_clock(lua_State *L) {
  static const luaL_Reg FUNCTIONS[] = {{"now", now}, {"press", press}, {"pressed", pressed}, {NULL, NULL}};
  luaL_newlib(L, FUNCTIONS);
  return 1;
}
