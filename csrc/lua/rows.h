/* Rows and values of a Frame as Lua values: the methods rows, each, all, first, values, and f[i]. */
#ifndef PARLEY_LROWS_H
#define PARLEY_LROWS_H

#include <lua.h>

#include "frame/frame.h"

/* Adds the methods to the table on the stack top. */
void parley_rows_methods(lua_State *L);

/* Pushes row `row`, counted from 0, of the Frame at stack index 1 as a table; what else was on the stack is dropped. */
void parley_rows_push(lua_State *L, const parley_frame *frame, int64_t row);

#endif
