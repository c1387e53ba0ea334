/* Frames in Lua: the userdata "parley.Frame" and the functions of core that make one. */
#ifndef PARLEY_LUA_FRAME_H
#define PARLEY_LUA_FRAME_H

#include <lua.h>

#include "frame/frame.h"

/* Pushes an empty Frame with `width` columns, to be filled and sealed by the caller; names[i] and types[i] are read
   from the Lua lists at the stack indices `names` and `types` (0 or nil: every type is "any"). The Lua value owns
   the Frame. */
parley_frame *parley_lua_frame_push_new(lua_State *L, int width, int names, int types, size_t limit);

/* Pushes a Frame that is all zero. The caller fills it, gives its columns to Lua with parley_lua_frame_keep_names, and
   seals it; or fills it with sealed columns, and has parley_lua_frame_keep_names and parley_lua_frame_weigh called. */
parley_frame *parley_lua_frame_push_empty(lua_State *L);

/* Makes the names of the columns of the Frame on the stack top Lua strings; they stay as they are from then on. */
void parley_lua_frame_keep_names(lua_State *L, const parley_frame *frame);

/* Packs the columns of a sealed Frame, on as many threads as L may use. */
bool parley_lua_frame_settle(lua_State *L, parley_frame *frame, parley_error *err);

/* Tells Lua's collector and the call at work what the Frame takes. It is the Frame of a Lua value. */
void parley_lua_frame_weigh(lua_State *L, parley_frame *frame);

/* Seals the Frame on the stack top, or raises. */
void parley_lua_frame_seal(lua_State *L, parley_frame *frame);

/* The Frame at stack index `arg`, or NULL if there is none. */
const parley_frame *parley_lua_frame_test(lua_State *L, int arg);

/* Adds frame_new, frame_of_rows, frame_uncomposed, frame_methods and frame_metatable to the table on the stack top. */
void parley_lua_frame_functions(lua_State *L);

#endif
