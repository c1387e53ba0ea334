/*
** Workbooks for Readers and for Lua: a file or a text that is one, its sheets, and a sheet as a text for a Reader.
**
** Ownership: a parley_lua_sheet is the caller's, who gives it back with parley_lua_sheet_close, also after a failure.
*/
#ifndef PARLEY_LUA_WORKBOOK_H
#define PARLEY_LUA_WORKBOOK_H

#include <lua.h>

#include "text/xlsx_csv.h"

typedef struct parley_lua_sheet parley_lua_sheet;

/* The sheet that the fields `sheet` (from 1), `range`, `rows` (a header's first and last row) and `hidden` of the table
   at `options` speak of, of the workbook of its `path` or `text`, which stays the table's. *sheet is to be closed
   whether that fails or raises. */
bool parley_lua_sheet_open(lua_State *L, int options, parley_lua_sheet **sheet, parley_error *err);

/* The context of a parley_input_read_bytes: `L` is the thread that asks. */
ptrdiff_t parley_lua_sheet_read(parley_lua_sheet *sheet, lua_State *L, char *buffer, size_t size, parley_error *err);

/* Pushes what has come so far that the text does not say: {errors =, formulas =, hidden =, first_hidden =}. */
void parley_lua_sheet_push_facts(lua_State *L, const parley_lua_sheet *sheet);

void parley_lua_sheet_close(parley_lua_sheet *sheet);

/* Adds workbook and sheet_rows to the table on the stack top. */
void parley_lua_workbook_functions(lua_State *L);

#endif
