/* Limits that a host program set for a Lua state (parley_setlimits in parley.h), for the bindings to obey. */
#ifndef PARLEY_LHOST_H
#define PARLEY_LHOST_H

#include "parley.h"

/* The limits of L; all zero when the host set none. Needs three free stack slots and leaves the stack as it was. */
parley_limits parley_limits_get(lua_State *L);

/* core.limits() -> { time_ms =, memory =, read_only = }: what the host asked for, for the Lua side. */
int parley_limits_lua(lua_State *L);

#endif
