/* The writer is a userdata to be closed, and nothing of it lies elsewhere, so that a sink which raises leaves nothing
   behind. */
#include "lua/arrow_file.h"

#include <lauxlib.h>

#include "frame/arrow_file.h"
#include "lua/arrow.h"
#include "lua/frame.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/sink.h"

#define WRITER "parley.ArrowWriter"

/* Stack indices of write_arrow. */
enum { FRAME = 1, SINK = 2, STREAM = 3, OPTIONS = 4 };

static int writer_free(lua_State *L) {
  parley_arrow_file_free(luaL_checkudata(L, 1, WRITER));
  return 0;
}

/* What the sink said where it failed is on the stack. */
static bool hand_on(void *data, const void *bytes, size_t length) {
  return parley_lua_sink_put(data, SINK, bytes, length) == 0;
}

/* write_arrow(frame, sink, stream, options) -> true | nil, message, code; raises where such a Frame cannot be
   written. */
static int core_write_arrow(lua_State *L) {
  parley_error err;
  lua_settop(L, OPTIONS);
  const parley_frame *frame = parley_lua_frame_test(L, FRAME);
  if (frame == NULL) return luaL_typeerror(L, FRAME, "parley.Frame");
  parley_lua_sink_check(L, SINK);
  parley_arrow_options how = parley_lua_arrow_options(L, OPTIONS);
  parley_run run = parley_lua_run_of(L);
  parley_arrow_file *file = lua_newuserdatauv(L, sizeof *file, 0);
  *file = (parley_arrow_file){.frame = frame,
                              .how = how,
                              .stream = lua_toboolean(L, STREAM),
                              .sink = hand_on,
                              .sink_data = L,
                              .memory = run.memory};
  luaL_setmetatable(L, WRITER);
  lua_toclose(L, -1);
  if (parley_arrow_file_write(file, &run, &err)) lua_pushboolean(L, 1);
  else if (file->sink_failed) return 3;
  else return parley_raise(L, &err);
  return 1;
}

static const luaL_Reg library[] = {{"write_arrow", core_write_arrow}, {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", writer_free}, {"__close", writer_free}, {NULL, NULL}};

void parley_lua_arrow_file_functions(lua_State *L) {
  if (luaL_newmetatable(L, WRITER)) luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
