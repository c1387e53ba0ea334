/*
** Frames to another implementation of Arrow and back: DuckDB, from the library that its package for node brings along
** (sh tools/deps.sh bench). The library is loaded, not linked; where it is missing, this says so and is content.
**
**   duckdb_host [LIBRARY]
**
** The script below asks both the same questions, and reads DuckDB's answers with parley.from_arrow.
*/
#define _DEFAULT_SOURCE /* dlfcn.h, glob.h */
#include <dlfcn.h>
#include <errno.h>
#include <glob.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "frame/arrow.h"
#include "parley.h"

static const char script[] =
    "local duck = ...\n"
    "local parley, core = require 'parley', require 'parley.core'\n"
    "local function same(a, b, what)\n"
    "  assert(#a == #b, what .. ': ' .. #a .. ' rows, ' .. #b)\n"
    "  for i = 1, #a do\n"
    "    local one, other = a[i], b[i]\n"
    "    for k, v in pairs(one) do\n"
    "      local w = other[k]\n"
    "      assert(v == w and math.type(v) == math.type(w), ('%s: row %d: %s is %s, %s'):format(what, i, k, v, w))\n"
    "    end\n"
    "    for k in pairs(other) do assert(one[k] ~= nil, what .. ': more in row ' .. i) end\n"
    "  end\n"
    "end\n"
    "local function ask(sql) return assert(parley.from_arrow(duck.get(sql))) end\n"
    "local function types(f) return table.concat(f:types(), ' ') end\n"
    "\n"
    "local columns = {{}, {}, {}, {}, {}, {}, {}}\n"
    "for row = 1, 5000 do\n"
    "  local gap = row % 11 == 0\n"
    "  columns[1][row] = row\n"
    "  columns[2][row] = not gap and row * 3 - 7000 or nil\n"
    "  columns[3][row] = row % 5 > 0 and row / 16 or nil\n"
    "  if row % 7 > 0 then columns[4][row] = row % 3 == 0 end\n"
    "  columns[5][row] = ({'ukraine', 'Россия', 'türkiye', 'a\"b'})[row % 5]\n"
    "  columns[6][row] = not gap and ('2025-%02d-%02d'):format(row % 12 + 1, row % 28 + 1) or nil\n"
    "  columns[7][row] = 'note ' .. row\n"
    "end\n"
    "local f = core.frame_new({'id', 'n', 'x', 'flag', 'party', 'day', 'note'}, {'integer', 'integer', 'number',\n"
    "  'boolean', 'text', 'date', 'text'}, 5000, columns)\n"
    "\n"
    "-- every value, there and back, whole and in pieces\n"
    "for i, options in ipairs{{}, {batch = 1000}, {batch = 7}, {text = 'plain'}, {text = 'plain', batch = 999}} do\n"
    "  duck.put('t' .. i, f:arrow(options))\n"
    "  local back = ask('SELECT * FROM t' .. i .. ' ORDER BY id')\n"
    "  assert(types(back) == 'integer integer number boolean text text text', types(back))\n"
    "  same(f, back, 'option ' .. i)\n"
    "end\n"
    "\n"
    "-- dates as days are dates there, and are again when they come back\n"
    "duck.put('d', f:arrow{dates = 'day'})\n"
    "assert(ask('SELECT DISTINCT typeof(day) AS t FROM d')[1].t == 'DATE')\n"
    "local back = ask('SELECT * FROM d ORDER BY id')\n"
    "assert(back:types()[6] == 'date')\n"
    "same(f, back, 'days')\n"
    "\n"
    "-- the same questions\n"
    "same(f:by('party'):summarise('count() as rows', 'sum(n) as total', 'mean(x) as mean', 'max(id) as last')\n"
    "  :sort('last'):frame(),\n"
    "  ask [[SELECT party, count(*) AS rows, sum(n) AS total, avg(x) AS mean, max(id) AS last FROM t1\n"
    "    GROUP BY party ORDER BY last]], 'groups')\n"
    "same(f:where('flag and n > 100'):select('id', 'n'):sort('n desc'):limit(10):frame(),\n"
    "  ask 'SELECT id, n FROM t1 WHERE flag AND n > 100 ORDER BY n DESC LIMIT 10', 'top ten')\n"
    "same(f:where(\"day >= '2025-06-01' and day < '2025-06-04'\"):select('id', 'day'):sort('id'):frame(),\n"
    "  ask [[SELECT id, day FROM d WHERE day >= DATE '2025-06-01' AND day < DATE '2025-06-04' ORDER BY id]], 'days')\n"
    "\n"
    "-- types that only DuckDB has\n"
    "back = ask [[SELECT 1::TINYINT AS a, 255::UTINYINT AS b, -3::SMALLINT AS c, 4::UINTEGER AS d, 5::UBIGINT AS e,\n"
    "  6::HUGEINT AS f, 1.25::DECIMAL(9,2) AS g, 0.5::FLOAT AS h, DATE '2025-06-02' AS i,\n"
    "  TIMESTAMP '2025-06-02 00:00:00' AS j, TIMESTAMP '2025-06-02 14:05:00.25' AS k, TIME '14:05:00' AS l,\n"
    "  'x'::ENUM('w', 'x') AS m, NULL AS n, '\\x00\\xFF'::BLOB AS o, true AS p, 'NaN'::DOUBLE AS q]]\n"
    "assert(types(back) == 'integer integer integer integer integer integer number number date date text text text '\n"
    "  .. back:types()[14] .. ' text boolean number', types(back))\n"
    "same({{a = 1, b = 255, c = -3, d = 4, e = 5, f = 6, g = 1.25, h = 0.5, i = '2025-06-02', j = '2025-06-02',\n"
    "  k = '2025-06-02T14:05:00.250000', l = '14:05:00', m = 'x', o = '\\0\\xff', p = true}}, back, 'types')\n"
    "local none, message = parley.from_arrow(duck.get 'SELECT [1, 2] AS list')\n"
    "assert(none == nil and message:find(\"column 'list' has the Arrow type '+l'\", 1, true), message)\n"
    "assert(#ask 'SELECT 1 AS a WHERE false' == 0)\n"
    "none, message = parley.from_arrow(duck.get \"SELECT error('no such day') AS a FROM t1\")\n"
    "assert(none == nil and message:find('no such day', 1, true), message)\n"
    "collectgarbage()\n"
    "return duck.version\n";

/* ---- DuckDB, as far as it is needed ---- */

static struct {
  int (*open)(const char *path, void **database);
  int (*connect)(void *database, void **connection);
  void (*disconnect)(void **connection);
  void (*close)(void **database);
  int (*query_arrow)(void *connection, const char *sql, void **result);
  const char *(*query_error)(void *result);
  int (*query_schema)(void *result, struct ArrowSchema **schema);
  int (*query_array)(void *result, struct ArrowArray **array);
  void (*destroy)(void **result);
  int (*scan)(void *connection, const char *name, struct ArrowArrayStream *stream);
  const char *(*version)(void);
  void *connection;
} duck;

static const struct {
  const char *name;
  void *place;
} symbols[] = {{"duckdb_open", &duck.open},
               {"duckdb_connect", &duck.connect},
               {"duckdb_disconnect", &duck.disconnect},
               {"duckdb_close", &duck.close},
               {"duckdb_query_arrow", &duck.query_arrow},
               {"duckdb_query_arrow_error", &duck.query_error},
               {"duckdb_query_arrow_schema", &duck.query_schema},
               {"duckdb_query_arrow_array", &duck.query_array},
               {"duckdb_destroy_arrow", &duck.destroy},
               {"duckdb_arrow_scan", &duck.scan},
               {"duckdb_library_version", &duck.version}};

static bool load(const char *path) {
  void *library = path == NULL ? NULL : dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return false;
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *found = dlsym(library, symbols[i].name);
    if (found == NULL) return false;
    memcpy(symbols[i].place, &found, sizeof found);
  }
  return true;
}

static bool find_and_load(void) {
  static const char *const places[] = {"build/bench/node_modules/@duckdb/node-bindings-*/libduckdb.*",
                                       "build/node_modules/@duckdb/node-bindings-*/libduckdb.*"};
  bool loaded = false;
  for (size_t i = 0; !loaded && i < sizeof places / sizeof *places; i++) {
    glob_t found;
    if (glob(places[i], 0, NULL, &found) != 0) continue;
    for (size_t at = 0; !loaded && at < found.gl_pathc; at++) loaded = load(found.gl_pathv[at]);
    globfree(&found);
  }
  return loaded;
}

/* ---- an answer as a stream ---- */

static bool answer_failed; /* the query of the last stream */

static int answer_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  if (answer_failed) return EINVAL;
  return duck.query_schema(stream->private_data, &out) == 0 ? 0 : EIO;
}

static int answer_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  return duck.query_array(stream->private_data, &out) == 0 ? 0 : EIO;
}

static const char *answer_error(struct ArrowArrayStream *stream) { return duck.query_error(stream->private_data); }

static void answer_release(struct ArrowArrayStream *stream) {
  duck.destroy(&stream->private_data);
  stream->release = NULL;
}

/* ---- a stream that is lent ---- */

/* DuckDB's function that scans a stream never releases the schemas it asks for, at least up to version 1.5. So it is
   given copies, which go with the lender. */
enum { MOST_COLUMNS = 16, MOST_COPIES = 16 };

typedef struct lender {
  struct ArrowArrayStream *stream;
  struct ArrowSchema schema, columns[MOST_COPIES][MOST_COLUMNS];
  struct ArrowSchema *children[MOST_COPIES][MOST_COLUMNS];
  int copies;
} lender;

static void forget(struct ArrowSchema *schema) { schema->release = NULL; }

static int lent_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  lender *l = stream->private_data;
  if (l->schema.release == NULL && l->stream->get_schema(l->stream, &l->schema) != 0) return ENOMEM;
  if (l->copies == MOST_COPIES || l->schema.n_children > MOST_COLUMNS) return ENOMEM;
  for (int64_t i = 0; i < l->schema.n_children; i++) {
    l->columns[l->copies][i] = *l->schema.children[i];
    l->columns[l->copies][i].release = forget;
    l->children[l->copies][i] = &l->columns[l->copies][i];
  }
  *out = l->schema;
  out->children = l->children[l->copies++];
  out->release = forget;
  return 0;
}

static int lent_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  lender *l = stream->private_data;
  return l->stream->get_next(l->stream, out);
}

static const char *lent_error(struct ArrowArrayStream *stream) {
  lender *l = stream->private_data;
  return l->stream->get_last_error(l->stream);
}

static void lent_release(struct ArrowArrayStream *stream) { stream->release = NULL; }

static bool run_sql(const char *sql) {
  void *result = NULL;
  bool done = duck.query_arrow(duck.connection, sql, &result) == 0;
  if (!done) fprintf(stderr, "%s: %s\n", sql, duck.query_error(result));
  duck.destroy(&result);
  return done;
}

static bool send(struct ArrowArrayStream *stream, const char *name) {
  char sql[200];
  lender l = {.stream = stream};
  struct ArrowArrayStream lent = {lent_schema, lent_next, lent_error, lent_release, &l};
  snprintf(sql, sizeof sql, "CREATE TABLE %s AS SELECT * FROM incoming", name);
  bool done = duck.scan(duck.connection, "incoming", &lent) == 0 && run_sql(sql) && run_sql("DROP VIEW incoming");
  if (l.schema.release != NULL) l.schema.release(&l.schema);
  return done;
}

/* ---- Lua ---- */

/* duck.put(name, stream) */
static int put(lua_State *L) {
  lua_getfield(L, 2, "pointer");
  lua_pushvalue(L, 2);
  lua_call(L, 1, 1);
  if (!send(lua_touserdata(L, -1), luaL_checkstring(L, 1))) return luaL_error(L, "DuckDB cannot read the stream");
  return 0;
}

/* duck.get(sql) -> address of a stream; a failed query gives one that fails */
static int get(lua_State *L) {
  static struct ArrowArrayStream stream;
  void *result = NULL;
  answer_failed = duck.query_arrow(duck.connection, luaL_checkstring(L, 1), &result) != 0;
  stream = (struct ArrowArrayStream){answer_schema, answer_next, answer_error, answer_release, result};
  lua_pushlightuserdata(L, &stream);
  return 1;
}

static int run(lua_State *L) {
  luaL_openlibs(L);
  parley_preload(L);
  if (luaL_loadbuffer(L, script, sizeof script - 1, "=script") != LUA_OK) return lua_error(L);
  lua_createtable(L, 0, 3);
  lua_pushcfunction(L, put);
  lua_setfield(L, -2, "put");
  lua_pushcfunction(L, get);
  lua_setfield(L, -2, "get");
  lua_pushstring(L, duck.version());
  lua_setfield(L, -2, "version");
  lua_call(L, 1, 1);
  return 1;
}

int main(int count, char **arguments) {
  const char *path = count > 1 && strcmp(arguments[1], "once") != 0 ? arguments[1] : NULL;
  void *database = NULL;
  if (path != NULL ? !load(path) : !find_and_load()) {
    printf("duckdb_host: skipped, DuckDB is not here (sh tools/deps.sh bench)\n");
    return path != NULL;
  }
  if (duck.open(NULL, &database) != 0 || duck.connect(database, &duck.connection) != 0) return 2;
  lua_State *L = luaL_newstate();
  lua_pushcfunction(L, run);
  int status = lua_pcall(L, 0, 1, 0);
  printf("duckdb_host: %s%s\n", status == LUA_OK ? "good, with DuckDB " : "", luaL_tolstring(L, -1, NULL));
  lua_close(L);
  duck.disconnect(&duck.connection);
  duck.close(&database);
  return status == LUA_OK ? 0 : 1;
}
