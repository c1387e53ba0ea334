/* What iterators over rows share in Lua, whatever store they come from: parameters, types and names of columns, and the
   shape of the loop. */
#ifndef PARLEY_LUA_ROW_ITERATORS_H
#define PARLEY_LUA_ROW_ITERATORS_H

#include <lua.h>

/* A C closure has at most 255 upvalues; a query with more columns than this takes its keys from a list. */
enum { PARLEY_LUA_MOST_KEYS = 240 };

/* Number of parameters given in the list at stack index `params`; -1: more than an int counts. A field n counts
   trailing nils, as table.pack gives it. */
int parley_lua_count_params(lua_State *L, int params);

/* How many types the list at stack index `types` has; 0: there is no list. */
int parley_lua_count_types(lua_State *L, int types);

/* Makes the userdata on the stack top a cursor of the store at stack index 1, which lives as long. In `out`, those
   types: what values of a column are restored to, or PARLEY_ANY. */
void parley_lua_begin_cursor(lua_State *L, const char *metatable, int types, int count, unsigned char *out);

/* Pushes the list of names at stack index `names`; refused unless it has `width` of them. */
void parley_lua_push_given_names(lua_State *L, int names, int width);

/* Pops the list of names and pushes `next` with its upvalues: the cursor at stack index `cursor`, the list, and the
   names one by one unless they are too many. Pushing them costs nothing, where looking them up would cost as much as
   the values. */
void parley_lua_push_rows_closure(lua_State *L, lua_CFunction next, int cursor, int width);

/* Pushes the key of column `at`, in a function that was pushed so. */
static inline void parley_lua_push_key(lua_State *L, int width, int at) {
  if (width <= PARLEY_LUA_MOST_KEYS) lua_pushvalue(L, lua_upvalueindex(3 + at));
  else lua_rawgeti(L, lua_upvalueindex(2), at + 1);
}

/* Of `width` values on the stack top, a missing first one is replaced by core.null, which is upvalue 2: nil would end
   the loop. Gives `width`. */
int parley_lua_return_values(lua_State *L, int width);

/* Returns the function on the stack top as a generic for takes it: the fourth value, the cursor at stack index
   `cursor`, is closed when the loop ends, on break and on errors too. */
int parley_lua_return_iterator(lua_State *L, int cursor);

#endif
