/*
** A stream is a userdata with an ArrowArrayStream in it; other modules are given its address. Whoever reads it there
** takes it over and marks it released, so the userdata may be collected before or after. An address is taken on
** trust, which a host that bounds its scripts does not have, so there none is given or taken.
**
** Ownership: whoever calls release last frees the stream; the userdata calls it when collected, unless the consumer has
** set release to NULL by taking it over, as the interface asks.
*/
#include "lua/arrow.h"

#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "frame/arrow.h"
#include "lua/frame.h"
#include "lua/host_limits.h"
#include "lua/public_call.h"
#include "lua/raise.h"

#define STREAM "parley.ArrowStream"

/* ---- streams ---- */

static struct ArrowArrayStream *check_stream(lua_State *L) { return luaL_checkudata(L, 1, STREAM); }

/* A host that sets limits, of any kind, does not expect scripts to name addresses. */
static void check_trust(lua_State *L) {
  parley_limits limits = parley_limits_get(L);
  if (limits.read_only || limits.time_ms > 0 || limits.memory > 0) parley_refuse(L, "read_only.addresses");
}

/* As often as called. */
static int stream_release(lua_State *L) {
  struct ArrowArrayStream *stream = check_stream(L);
  if (stream->release != NULL) stream->release(stream);
  return 0;
}

static int stream_address(lua_State *L) {
  check_trust(L);
  lua_pushinteger(L, (lua_Integer)(intptr_t)check_stream(L));
  return 1;
}

static int stream_pointer(lua_State *L) {
  check_trust(L);
  lua_pushlightuserdata(L, check_stream(L));
  return 1;
}

static int stream_tostring(lua_State *L) {
  lua_pushfstring(L, STREAM "%s", check_stream(L)->release == NULL ? " (released)" : "");
  return 1;
}

/* ---- out ---- */

/* A misspelt value is refused and never taken for the default. */
static bool option_is(lua_State *L, const char *option, const char *wanted, const char *other) {
  const char *value = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  bool is = value != NULL && strcmp(value, wanted) == 0;
  if (!is && (value == NULL || strcmp(value, other) != 0)) {
    parley_refuse_with(L, "no_name.arrow_option", "option=%s wanted=%s other=%s got=%s",
                       option, wanted, other, luaL_tolstring(L, -1, NULL));
  }
  return is;
}

/* Takes the option whose name is at -2 and whose value is at -1. */
static void read_option(lua_State *L, parley_arrow_options *how) {
  const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";
  if (strcmp(name, "dates") == 0) {
    how->days = option_is(L, name, "day", "text");
  } else if (strcmp(name, "text") == 0) {
    how->plain = option_is(L, name, "plain", "dictionary");
  } else if (strcmp(name, "batch") == 0) {
    if (lua_isinteger(L, -1)) how->batch = lua_tointeger(L, -1);
    if (how->batch < 1) {
      parley_refuse_with(L, "bad_argument.arrow_batch", "got=%s", luaL_tolstring(L, -1, NULL));
    }
  } else {
    parley_refuse_with(L, "no_option.arrow", "name=%s", luaL_tolstring(L, -2, NULL));
  }
}

parley_arrow_options parley_lua_arrow_options(lua_State *L, int index) {
  parley_arrow_options how = {0};
  if (lua_isnil(L, index)) return how;
  if (!lua_istable(L, index)) parley_refuse_with(L, "bad_type.arrow_options", "got=%s", luaL_typename(L, index));
  for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) read_option(L, &how);
  return how;
}

/* frame:arrow(options) -> stream. The userdata is on the stack, all zero, before anything can fail: collecting it is
   safe. */
static int frame_arrow(lua_State *L) {
  parley_error err;
  const parley_frame *frame = parley_lua_frame_test(L, 1);
  if (frame == NULL) return luaL_typeerror(L, 1, "parley.Frame");
  lua_settop(L, 2);
  parley_arrow_options how = parley_lua_arrow_options(L, 2);
  struct ArrowArrayStream *stream = lua_newuserdatauv(L, sizeof *stream, 0);
  memset(stream, 0, sizeof *stream);
  luaL_setmetatable(L, STREAM);
  parley_run run = parley_lua_run_of(L);
  if (!parley_arrow_out(&run, frame, &how, parley_limits_get(L).memory, stream, &err)) return parley_raise(L, &err);
  return 1;
}

/* ---- in ---- */

/* The address given as argument `arg`, of `what`. A misaligned address cannot be a structure; whether another one
   is, nobody can tell. */
static void *check_address(lua_State *L, int arg, const char *key) {
  void *address = NULL;
  if (lua_type(L, arg) == LUA_TLIGHTUSERDATA) address = lua_touserdata(L, arg);
  else if (lua_isinteger(L, arg)) address = (void *)(intptr_t)lua_tointeger(L, arg);
  else parley_refuse_with(L, key, "got=%s", luaL_typename(L, arg));
  check_trust(L);
  if (address == NULL || (uintptr_t)address % sizeof(void *) != 0) {
    parley_refuse(L, "bad_argument.address");
  }
  return address;
}

/* from_arrow(stream) or from_arrow(schema, array) -> Frame; nil, message, code when the data are refused. The Frame
   is a Lua value from the start; after a failure it is emptied and left to the collector. */
static int from_arrow(lua_State *L) {
  parley_error err;
  bool pair = !lua_isnoneornil(L, 2);
  void *first = pair ? NULL : luaL_testudata(L, 1, STREAM);
  if (first == NULL) first = check_address(L, 1, pair ? "bad_type.arrow_schema" : "bad_type.arrow_stream");
  void *second = pair ? check_address(L, 2, "bad_type.arrow_array") : NULL;
  size_t limit = parley_limits_get(L).memory;
  parley_frame *frame = parley_lua_frame_push_empty(L);
  parley_run run = parley_lua_run_of(L);
  bool done = pair ? parley_arrow_in_batch(&run, first, second, frame, limit, &err)
                   : parley_arrow_in(&run, first, frame, limit, &err);
  done = done && parley_lua_frame_settle(L, frame, &err);
  if (!done) {
    parley_frame_free(frame);
    return parley_return_failure(L, &err);
  }
  parley_lua_frame_keep_names(L, frame);
  parley_lua_frame_weigh(L, frame);
  return 1;
}

/* ---- registration ---- */

static const luaL_Reg methods[] = {
    {"address", stream_address}, {"pointer", stream_pointer}, {"release", stream_release}, {NULL, NULL}};

static const luaL_Reg metamethods[] = {
    {"__gc", stream_release}, {"__close", stream_release}, {"__tostring", stream_tostring}, {NULL, NULL}};

void parley_lua_arrow_functions(lua_State *L) {
  if (luaL_newmetatable(L, STREAM)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
  lua_pushcfunction(L, from_arrow);
  lua_setfield(L, -2, "from_arrow");
  lua_getfield(L, -1, "frame_methods");
  lua_pushcfunction(L, frame_arrow);
  lua_setfield(L, -2, "arrow");
  lua_pop(L, 1);
}
