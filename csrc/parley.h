/*
** Parley for host programs: peace talks, demands and outcomes as a queryable dataset in a Lua 5.4 state.
**
** Link with libparley.a, the Lua library, SQLite and utf8proc (`pkg-config --libs parley`). A minimal host:
**
**   lua_State *L = luaL_newstate();
**   luaL_openlibs(L);
**   parley_preload(L);
**   if (luaL_dostring(L, "return require('parley').open().talks:count()") == LUA_OK) ...
**
** Nothing here is process-wide: two Lua states know nothing of each other, and each may live in a thread of its
** own. One state is used by one thread at a time, as Lua asks.
*/
#ifndef PARLEY_H
#define PARLEY_H

#include <stddef.h>
#include <stdint.h>

#include <lua.h>
#include <sqlite3.h>

#if defined(__GNUC__) || defined(__clang__)
#define PARLEY_API __attribute__((visibility("default")))
#else
#define PARLEY_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What a script may use. Zero means no limit. What goes beyond ends with the error "limit", or "read_only"; their words
   are those of doc/errors.md. */
typedef struct parley_limits {
  unsigned time_ms; /* longest time one call of Parley's may take, with all the statements, passes and files it needs;
                       of an iterator: the time in which it works for one statement */
  size_t memory;    /* most bytes that the Frames of one call may take, and what it needs to make them; half of it is
                       the longest value in SQL. Lua's own memory is the business of the state's allocator */
  int read_only;    /* true: files are opened for reading only, and no dataset can be changed or copied to a file */
} parley_limits;

/*
** Makes `require "parley"` work in L with no Lua file on disk, bundled data included.
** Ownership: L owns what is pushed into its package.preload, and nothing has to be freed.
** Needs luaopen_package (luaL_openlibs, or luaL_requiref) before; of the other libraries Parley needs base, table,
** string, math and utf8, and works without io, os and debug (then errors come without the script's line).
** May raise a Lua error when memory runs out.
*/
PARLEY_API void parley_preload(lua_State *L);

/*
** Pushes a Dataset on the open connection db. Returns LUA_OK, or another status with an error message pushed
** instead; it never raises. Either way one value is pushed; three free stack slots are enough.
** Ownership: the host keeps db, and closes it after the Dataset is closed (ds:close(), or lua_close(L)); closing the
** Dataset finalises Parley's own statements and leaves db open.
** A database without any tables gets Parley's, unless limits say read_only; one with tables of its own is taken as it
** is. SQL functions of Parley's stay registered on db. A time limit takes the place of db's progress handler.
*/
PARLEY_API int parley_pushdataset(lua_State *L, sqlite3 *db);

/*
** Sets the limits of every dataset that L opens from now on; NULL lifts them. Datasets already open keep theirs.
** Ownership: *limits is copied, and stays the caller's.
** May raise a Lua error when memory runs out.
*/
PARLEY_API void parley_setlimits(lua_State *L, const parley_limits *limits);

/*
** What cancels the calls of L, for another thread or a signal handler to hold: nothing in a lua_State may be touched
** there. Asked for in L's own thread, best before a dataset is opened: SQLite's progress handler of a connection that
** the host hands over is taken only when there is a canceller or a time limit.
** Ownership: L owns it, and it is good until lua_close(L).
** May raise a Lua error when memory runs out, the first time.
*/
typedef struct parley_canceller parley_canceller;
PARLEY_API parley_canceller *parley_getcanceller(lua_State *L);

/*
** Cancels the call of Parley's that is at work: it ends with the error "cancelled", and leaves datasets and Frames as
** they were before it. When none is at work, nothing happens. Safe from any thread and in a signal handler.
*/
PARLEY_API void parley_cancel(parley_canceller *canceller);

/*
** The same for who has only the state: `L` is the one luaL_newstate gave, and its canceller must have been asked for.
** Returns whether it was. Nothing in L is touched, so this too is safe from any thread and in a signal handler, until
** lua_close(L).
*/
PARLEY_API int parley_interrupt(lua_State *L);

/* How far a call is. What it does not tell of is 0, and a share that is not known below 0. */
typedef struct parley_facts {
  const char *what;    /* the call: "import"; good while the callback runs */
  double seconds;      /* since it began */
  int64_t rows, bytes; /* so far */
  int64_t total;       /* there are: bytes where some are told, else rows */
  double share;        /* of the whole, from 0 to 1 */
} parley_facts;

/*
** Has progress(data, facts) called now and then while a call of Parley's is at work, in the thread of L; it may call
** parley_cancel, and nothing else of Parley's or of L. NULL ends it. While there is one, nothing is written to a
** terminal.
** May raise a Lua error when memory runs out, the first time.
*/
typedef void parley_progress(void *data, const parley_facts *facts);
PARLEY_API void parley_setprogress(lua_State *L, parley_progress *progress, void *data);

#ifdef __cplusplus
}
#endif

#endif
