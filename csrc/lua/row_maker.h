/*
** What is made of a record by functions of Lua: one protected call for each record, in which all of them are called.
**
** M1  Each function takes (row, place). A plain one gives (value, why, code), as functions of mappings do; the others
**     give (text, wrong): false is nothing, nil without `wrong` skips the record.
** M2  A text that a plain one gives is taken where it reads as its column's type, clean as texts of files are.
**     Whatever else it gives is handed to `settle`, which gives (text, wrong).
** M3  What is wrong stands in out.wrong; which step's plain function has raised, in out.calling (0: none).
** M4  What functions put into the row is of that record alone.
*/
#ifndef PARLEY_LUA_ROW_MAKER_H
#define PARLEY_LUA_ROW_MAKER_H

#include <lua.h>

#include "text/load.h"

/* One for each call of a loader: what it points at stays the loader's. */
typedef struct parley_lua_row_maker {
  lua_State *L;
  const bool *plain; /* by target */
  int steps; /* stack index of the function that calls all of them */
  bool asks;      /* whether rows are wanted is asked first */
  bool raised;    /* the error is on the stack top */
  /* the record at hand */
  parley_load *load;
  const parley_record_reader *records;
  int calling; /* the step, from 1, whose plain function is being called; 0: none */
  parley_load_outcome outcome;
} parley_lua_row_maker;

/* Sets the maker of a load from the table `make` of the plan at a stack index: { row =, out =, place =, steps = {…},
   settle =, wanted = }, or nothing where there is none. `steps` has a function for each target that is made, in order.
   Leaves what the calls need on the stack. */
void parley_lua_row_maker_begin(lua_State *L, int plan, parley_lua_row_maker *maker, parley_load *load,
                            parley_missing_code *texts, const parley_parse_rules *readings);

#endif
