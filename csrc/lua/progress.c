/* A line is made anew each time, and drawn over the last. */
#define _DEFAULT_SOURCE /* struct winsize */
#include "lua/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <lauxlib.h>

#define FUNCTION_KEY "parley.progress"
#define SECOND INT64_C(1000000000)
#define EVERY (SECOND / 5)

typedef struct parley_lua_telling telling;

/* A dumb terminal cannot take a line away. */
static bool is_screen(void) {
  const char *term = getenv("TERM");
  return isatty(STDERR_FILENO) && (term == NULL || strcmp(term, "dumb") != 0);
}

void parley_lua_progress_init(telling *t) {
  *t = (telling){.is_terminal = is_screen(), .after = SECOND, .every = EVERY};
}

bool parley_lua_progress_is_wanted(const telling *t) { return !t->is_off && (t->has_function || t->is_terminal); }

/* ---- the line on the terminal ---- */

typedef struct line {
  char text[200];
  size_t length;
} line;

/* What does not fit is left out: the buffer holds more than a call can have to say. */
#define ADD(to, ...) \
  do { \
    int added = snprintf((to)->text + (to)->length, sizeof (to)->text - (to)->length, __VA_ARGS__); \
    if (added > 0 && (size_t)added < sizeof (to)->text - (to)->length) (to)->length += (size_t)added; \
  } while (0)

/* 1234567 as 1,234,567. */
static void add_grouped(line *l, int64_t n) {
  char digits[24];
  int length = snprintf(digits, sizeof digits, "%lld", (long long)n);
  for (int i = 0; i < length; i++) ADD(l, "%s%c", i > 0 && (length - i) % 3 == 0 ? "," : "", digits[i]);
}

static void add_time(line *l, double seconds) {
  long long whole = (long long)seconds;
  if (whole >= 3600) ADD(l, "%lld h %lld min", whole / 3600, whole / 60 % 60);
  else if (whole >= 60) ADD(l, "%lld min %lld s", whole / 60, whole % 60);
  else ADD(l, "%lld s", whole);
}

static double time_left(const parley_facts *f) { return f->share > 0 ? f->seconds * (1 - f->share) / f->share : -1; }

/* "import: 37 %, 1,234,567 rows, 45.2 MB, 12.3 MB/s, 7 s left"; of what tells nothing of itself "count: 12 s". */
static void write_line(line *l, const parley_facts *f) {
  ADD(l, "%.40s: ", f->what);
  if (f->share >= 0) ADD(l, "%d %%, ", (int)(f->share * 100));
  if (f->rows > 0) {
    add_grouped(l, f->rows);
    ADD(l, " rows, ");
  }
  if (f->bytes > 0) {
    ADD(l, "%.1f MB, %.1f MB/s, ", (double)f->bytes / 1e6, (double)f->bytes / 1e6 / f->seconds);
  } else if (f->rows > 0) {
    add_grouped(l, (int64_t)((double)f->rows / f->seconds));
    ADD(l, " rows/s, ");
  }
  add_time(l, f->share > 0 ? time_left(f) : f->seconds);
  if (f->share > 0) ADD(l, " left");
}

/* A line that filled the last column would begin another. */
static int columns_there_are(void) {
  struct winsize size;
  bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col - 1 : 79;
}

/* A terminal that is gone is no reason to end a call. */
static void put(const char *text, size_t length) {
  if (write(STDERR_FILENO, text, length) < 0) return;
}

/* Blanks take away what was longer before. */
static void draw(telling *t, const char *text, int length) {
  char out[3 * sizeof ((line *)0)->text];
  int most = columns_there_are();
  if (length > most) length = most;
  int blanks = t->drawn > length ? t->drawn - length : 0;
  if (blanks > most - length) blanks = most - length;
  int size = snprintf(out, sizeof out, "\r%.*s%*s%s", length, text, blanks, "", length == 0 ? "\r" : "");
  put(out, (size_t)size);
  t->drawn = length;
}

/* A program in the background may not write over what another shows. */
static void show(telling *t, const parley_facts *facts) {
  if (tcgetpgrp(STDERR_FILENO) != getpgrp()) return;
  line l = {.length = 0};
  write_line(&l, facts);
  draw(t, l.text, (int)l.length);
}

void parley_lua_progress_end(telling *t) {
  if (t->drawn > 0) draw(t, "", 0);
}

/* ---- the script's function ---- */

static void set_number(lua_State *L, const char *name, double value) {
  lua_pushnumber(L, value);
  lua_setfield(L, -2, name);
}

static void set_count(lua_State *L, const char *name, int64_t count) {
  if (count <= 0) return;
  lua_pushinteger(L, count);
  lua_setfield(L, -2, name);
}

/* In a protected call; the facts are on the stack. */
static int call_function(lua_State *L) {
  const parley_facts *f = lua_touserdata(L, 1);
  lua_getfield(L, LUA_REGISTRYINDEX, FUNCTION_KEY);
  lua_createtable(L, 0, 8);
  lua_pushstring(L, f->what);
  lua_setfield(L, -2, "what");
  set_number(L, "seconds", f->seconds);
  set_count(L, "rows", f->rows);
  set_count(L, "bytes", f->bytes);
  set_count(L, "total", f->total);
  double done = (double)(f->bytes > 0 ? f->bytes : f->rows);
  if (done > 0 && f->seconds > 0) set_number(L, "rate", done / f->seconds);
  if (f->share >= 0) set_number(L, "share", f->share);
  if (f->share > 0) set_number(L, "left", time_left(f));
  lua_call(L, 1, 0);
  return 0;
}

/* What was raised as text, whatever it was. */
static int to_text(lua_State *L) {
  luaL_tolstring(L, 1, NULL);
  return 1;
}

/* Room for the call is asked for without raising: this may be within SQLite. */
static bool call_script(telling *t, lua_State *L, parley_facts *facts, parley_error *err) {
  if (!lua_checkstack(L, 6)) return true;
  t->is_calling = true;
  lua_pushcfunction(L, to_text);
  lua_pushcfunction(L, call_function);
  lua_pushlightuserdata(L, facts);
  bool done = lua_pcall(L, 1, 0, -3) == LUA_OK;
  t->is_calling = false;
  if (!done) {
    const char *why = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "an error";
    parley_fail_with(err, "cancelled.progress", "why=%s", why);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return done;
}

/* ---- telling ---- */

bool parley_lua_progress_is_time(telling *t, uint64_t call, int64_t started, int64_t now) {
  if (t->call != call) {
    t->call = call;
    t->next = started + t->after;
  }
  if (now < t->next || t->is_off || t->is_calling) return false;
  t->next = now + t->every;
  return true;
}

bool parley_lua_progress_tell(telling *t, lua_State *L, parley_facts *facts, parley_error *err) {
  if (t->has_function) return call_script(t, L, facts, err);
  if (t->is_terminal) show(t, facts);
  return true;
}

int parley_lua_progress_set(telling *t, lua_State *L) {
  lua_settop(L, 2);
  double after = (double)t->after / 1e9;
  if (t->has_function) lua_getfield(L, LUA_REGISTRYINDEX, FUNCTION_KEY);
  else lua_pushboolean(L, !t->is_off);
  lua_pushnumber(L, after);
  if (lua_isnil(L, 1)) return 2;
  parley_lua_progress_end(t);
  t->has_function = lua_isfunction(L, 1);
  t->is_off = lua_isboolean(L, 1) && !lua_toboolean(L, 1);
  t->after = lua_isnil(L, 2) ? SECOND : (int64_t)(luaL_checknumber(L, 2) * 1e9);
  t->every = t->after < EVERY ? t->after : EVERY;
  t->call = 0;
  if (t->has_function) lua_pushvalue(L, 1);
  else lua_pushnil(L);
  lua_setfield(L, LUA_REGISTRYINDEX, FUNCTION_KEY);
  return 2;
}
