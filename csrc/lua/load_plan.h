/*
** The plan of a loader of rows, as Lua gives it: the targets, and how their values are read. Strings stay those of the
** plan, which the loader keeps.
*/
#ifndef PARLEY_LUA_LOAD_PLAN_H
#define PARLEY_LUA_LOAD_PLAN_H

#include <lua.h>

#include "text/load.h"

typedef struct parley_lua_load_plan {
  parley_load_target *targets;
  parley_parse_rules *readings;
  parley_load_piece *pieces;
  parley_missing_code *constants; /* of targets that have one; else NULL */
  parley_missing_code *made;      /* of targets that functions make; strings of the list `out` */
  bool *plain;                    /* whether that is a function of the mapping itself, by target */
} parley_lua_load_plan;

/* Reads the fields `targets` and `number` of the plan at a stack index into a plan, all zero, and a load:
   targets = {{name =, type =, parameter =, pieces = | constant = | made =, plain =, least =, most =}}. What it may
   raise leaves what there is to be freed. */
void parley_lua_load_plan_take(lua_State *L, int plan, parley_lua_load_plan *out, parley_load *load);

void parley_lua_load_plan_free(parley_lua_load_plan *plan);

/* Pushes what a call of `load` gives: "more" | "end" | "unsound" | "refused", column, why; how many values. Of those
   that failed there is nothing to push. */
int parley_lua_load_push(lua_State *L, const parley_load *load, parley_load_pause pause);

/* Two values: the column, and an error object. */
void parley_lua_load_push_refusal(lua_State *L, const parley_load *load);

#endif
