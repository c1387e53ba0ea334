/*
** The module parley.readline: line editing, history and completion by GNU readline, or by libedit, which has the same
** functions. A module of its own, as not every machine has them, and as readline has a licence of its own.
**
** Where the interpreter is linked with readline, as Debian's lua5.4 is, this library is the one that it uses, so that
** what is set here holds at its own prompt as well. What readline asks of a program it keeps for the whole process:
** `completing` is the one state that is asked, the last to have set a function.
*/
#define _POSIX_C_SOURCE 200809L /* sigaction */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lua.h>
#include <lauxlib.h>

#ifdef PARLEY_LIBEDIT
#include <editline/readline.h>
#else
#include <readline/readline.h>
#include <readline/history.h>
#endif

#if defined(__GNUC__) || defined(__clang__)
#define EXPORT __attribute__((visibility("default")))
#else
#define EXPORT
#endif

#define FUNCTION "parley.readline.complete"
#define OWNER "parley.readline"

static lua_State *completing; /* its main thread; NULL: none */

/* ---- completion ---- */

static char *copy(const char *text, size_t length) {
  char *made = malloc(length + 1); /* readline frees it */
  if (made == NULL) return NULL;
  memcpy(made, text, length);
  made[length] = '\0';
  return made;
}

/* The length of what all candidates begin with, without half a character at its end. */
static size_t common(char *const *found, size_t count) {
  size_t length = strlen(found[0]);
  for (size_t i = 1; i < count; i++) {
    size_t same = 0;
    while (same < length && found[i][same] == found[0][same]) same++;
    length = same;
  }
  while (length > 0 && ((unsigned char)found[0][length] & 0xC0) == 0x80) length--;
  return length;
}

static void free_all(char **list, size_t count) {
  for (size_t i = 0; list != NULL && i < count; i++) free(list[i]);
  free(list);
}

/* The list on the stack top as readline takes it: what they have in common, each, NULL. */
static char **matches(lua_State *L) {
  size_t count = (size_t)lua_rawlen(L, -1);
  if (count == 0) return NULL;
  char **made = calloc(count + 2, sizeof *made);
  for (size_t i = 1; made != NULL && i <= count; i++) {
    size_t length;
    lua_rawgeti(L, -1, (lua_Integer)i);
    const char *text = lua_tolstring(L, -1, &length);
    made[i] = text == NULL ? NULL : copy(text, length);
    lua_pop(L, 1);
    if (made[i] == NULL) {
      free_all(made, i);
      return NULL;
    }
  }
  if (made != NULL) made[0] = copy(made[1], count == 1 ? strlen(made[1]) : common(made + 1, count));
  if (made == NULL || made[0] != NULL) return made;
  free_all(made, count + 1);
  return NULL;
}

/* complete(line, from, to) -> candidates for the bytes from `from` to `to`, and what comes after a single one. Whatever
   goes wrong there, typing goes on. */
static char **complete(const char *text, int start, int end) {
  lua_State *L = completing;
  char **found = NULL;
  (void)text;
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
  if (L == NULL || !lua_checkstack(L, 6)) return NULL;
  int top = lua_gettop(L);
  lua_getfield(L, LUA_REGISTRYINDEX, FUNCTION);
  lua_pushlstring(L, rl_line_buffer, (size_t)end);
  lua_pushinteger(L, start + 1);
  if (lua_pcall(L, 2, 2, 0) == LUA_OK && lua_istable(L, top + 1)) {
    const char *after = lua_tostring(L, top + 2);
    if (after != NULL) rl_completion_append_character = (unsigned char)after[0];
    lua_settop(L, top + 1);
    found = matches(L);
  }
  lua_settop(L, top);
  return found;
}

static int owner_gone(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
  if (completing == lua_tothread(L, -1)) {
    completing = NULL;
    rl_attempted_completion_function = NULL;
  }
  return 0;
}

/* What a word ends at: quotes stand alone, so that words inside them are completed; '-' belongs to ids. */
static void set_words(void) {
  static char breaks[] = " \t\n\"'`@$><=;|&{}()[],.:+*/%^~#";
  rl_completer_word_break_characters = breaks;
  rl_basic_word_break_characters = breaks;
}

/* What lets go when the state is closed: one for all functions it sets. */
static void own(lua_State *L) {
  if (lua_getfield(L, LUA_REGISTRYINDEX, OWNER ".owner") == LUA_TUSERDATA) return;
  lua_newuserdatauv(L, 0, 0);
  if (luaL_newmetatable(L, OWNER)) {
    lua_pushcfunction(L, owner_gone);
    lua_setfield(L, -2, "__gc");
  }
  lua_setmetatable(L, -2);
  lua_setfield(L, LUA_REGISTRYINDEX, OWNER ".owner");
}

/* complete(function): called with the line to the cursor and the place where readline takes the word to begin. */
static int set_complete(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_settop(L, 1);
  lua_setfield(L, LUA_REGISTRYINDEX, FUNCTION);
  own(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
  completing = lua_tothread(L, -1);
  set_words();
  rl_attempted_completion_function = complete;
  return 0;
}

/* files(begun) -> names of files that begin so, folders with a slash; "~" is the user's own folder */
static int list_files(lua_State *L) {
  const char *begun = luaL_checkstring(L, 1);
  lua_Integer count = 0;
  lua_newtable(L);
  for (char *name; (name = rl_filename_completion_function(begun, count > 0)) != NULL;) {
    lua_pushstring(L, name);
    free(name);
    lua_rawseti(L, -2, ++count);
    if (count >= 1000) break;
  }
  return 1;
}

/* ---- reading a line ---- */

static struct {
  bool done;
  char *line;
} reading;

static void line_read(char *line) {
  reading.done = true;
  reading.line = line;
  rl_callback_handler_remove();
}

static void give_up(void) {
#ifndef PARLEY_LIBEDIT
  rl_free_line_state();
  rl_callback_sigcleanup();
  rl_cleanup_after_signal();
#endif
  rl_callback_handler_remove();
  reading.done = true;
  reading.line = NULL;
}

/* A signal ends the wait, and so does a little time, as a signal may have come just before it: the caller asks whether
   one did, and waits on. */
static bool wait_for_key(void) {
  struct pollfd wanted = {.fd = fileno(rl_instream != NULL ? rl_instream : stdin), .events = POLLIN};
  return poll(&wanted, 1, 100) > 0;
}

/* read(prompt, interrupted) -> the line | nil at the end of input | false when interrupted() says so. readline leaves
   signals to us meanwhile; at the interpreter's own prompt it handles them as it did. */
static int read_line(lua_State *L) {
  const char *prompt = luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TFUNCTION);
#ifndef PARLEY_LIBEDIT
  int caught = rl_catch_signals;
  rl_catch_signals = 0;
#endif
  bool interrupted = false;
  reading.done = false;
  reading.line = NULL;
  rl_callback_handler_install(prompt, line_read);
  while (!reading.done) {
    if (wait_for_key()) {
      rl_callback_read_char();
      continue;
    }
    lua_pushvalue(L, 2);
    interrupted = lua_pcall(L, 0, 1, 0) != LUA_OK || lua_toboolean(L, -1);
    lua_pop(L, 1);
    if (interrupted) give_up();
  }
#ifndef PARLEY_LIBEDIT
  rl_catch_signals = caught;
#endif
  if (interrupted) lua_pushboolean(L, 0);
  else lua_pushstring(L, reading.line); /* nil for NULL */
  free(reading.line);
  reading.line = NULL;
  return 1;
}

/* ---- history ---- */

/* add(line) */
static int history_add(lua_State *L) {
  add_history(luaL_checkstring(L, 1));
  return 0;
}

/* count() -> lines of the history in memory */
static int history_count(lua_State *L) {
  lua_pushinteger(L, history_length);
  return 1;
}

/* load(path, most): reads the lines of a file, of which the last `most` stay in it */
static int history_load(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  using_history();
  history_truncate_file(path, (int)luaL_checkinteger(L, 2));
  lua_pushboolean(L, read_history(path) == 0);
  return 1;
}

/* save(path, n) -> whether the last n lines could be added to the file, which is made for its owner alone */
static int history_save(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  int failed = append_history((int)luaL_checkinteger(L, 2), path);
  if (failed != 0) failed = write_history(path);
  lua_pushboolean(L, failed == 0);
  return 1;
}

/* last() -> the last line of the history */
static int history_last(lua_State *L) {
  HIST_ENTRY *entry = history_length == 0 ? NULL : history_get(history_base + history_length - 1);
  lua_pushstring(L, entry == NULL ? NULL : entry->line);
  return 1;
}

EXPORT int luaopen_parley_readline(lua_State *L);

int luaopen_parley_readline(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"complete", set_complete}, {"files", list_files},   {"read", read_line},        {"add", history_add},
    {"count", history_count},   {"load", history_load},  {"save", history_save},     {"last", history_last},
    {NULL, NULL}};
  luaL_newlib(L, functions);
  lua_pushstring(L, rl_library_version);
  lua_setfield(L, -2, "version");
  return 1;
}
