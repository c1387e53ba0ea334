/* Limits that a host program set for a Lua state (parley_setlimits in parley.h), for the bindings to obey. */
#ifndef PARLEY_LUA_HOST_LIMITS_H
#define PARLEY_LUA_HOST_LIMITS_H

#include "parley.h"

/* The limits of L; all zero when the host set none. Needs three free stack slots and leaves the stack as it was. */
parley_limits parley_limits_get(lua_State *L);

/* The limit asked for in a field of the table at stack index `options`, or the host's where that is lower; 0: none. A
   script can lower the host's limits and never raise them. */
lua_Integer parley_limits_field(lua_State *L, int options, const char *field, lua_Integer host);

/* Adds limits to the table on the stack top. */
void parley_limits_functions(lua_State *L);

#endif
