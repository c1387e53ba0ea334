/*
** Most of the time of a short program was Lua compiling Parley, so the build compiles it once (tools/compile.lua).
**
** R1  A chunk stands for its source as it is now: the source is read at each require, and its bytes must be those
**     that were compiled. Reading and hashing takes a fiftieth of compiling, and an edited module runs as edited.
** R2  Only the Lua that made the file takes it: a text that uses the whole language is compiled at the start, and must
**     give the bytes that it gave then.
** R3  Whatever does not fit is left to the searchers of Lua, which find the source.
** R4  Chunks come from this one file, beside the module of C and as trusted as it is. Data files, dumps and embedded
**     modules are texts, and loaded as nothing else.
**
** The file: header, entries (by name, ascending), and what they point at.
**   of a chunk     all that a dump has after the name of its source; `prefix` is what all dumps have before it. The
**                  name is that of the source where it is found, for places in tracebacks and messages.
*/
#include "lua/compiled.h"

#include <stdbool.h>
#include <string.h>

#include <lauxlib.h>

#include "base/bytes.h"
#include "lua/built_file.h"

#define FILE_NAME "compiled.luac"
#define MAGIC "\033parley chunks 1"
#define OURS "parley."
#define HANDLE "parley.Compiled"

typedef struct compiled_header {
  parley_lua_built_head head;
  uint32_t count; /* of entries */
  uint32_t spare;
  parley_lua_part prefix, probe, probe_dump;
} compiled_header;

typedef struct compiled_entry {
  parley_lua_source source;
  parley_lua_part name, chunk;
} compiled_entry;

/* ---- the file ---- */

static const compiled_header *header_of(const parley_lua_built *file) { return (const compiled_header *)file->bytes; }

static const compiled_entry *entries_of(const parley_lua_built *file) {
  return (const compiled_entry *)(file->bytes + sizeof(compiled_header));
}

static const char *text_at(const parley_lua_built *file, parley_lua_part p) { return file->bytes + p.at; }

static int compiled_gc(lua_State *L) {
  parley_lua_built_unmap(lua_touserdata(L, 1));
  return 0;
}

static bool is_usable(const parley_lua_built *file) {
  if (file->bytes == NULL) return false;
  const compiled_header *h = header_of(file);
  size_t room = (file->size - sizeof *h) / sizeof(compiled_entry);
  return h->count > 0 && h->count <= room && parley_lua_built_has(file, h->prefix)
      && parley_lua_built_has(file, h->probe) && parley_lua_built_has(file, h->probe_dump);
}

/* ---- the very Lua (R2) ---- */

typedef struct comparison {
  const char *left; /* of what is expected */
  size_t length;
  bool same;
} comparison;

static int compare_piece(lua_State *L, const void *piece, size_t size, void *data) {
  comparison *c = data;
  (void)L;
  c->same = c->same && size <= c->length && (size == 0 || memcmp(c->left, piece, size) == 0);
  if (!c->same) return 1;
  c->left += size;
  c->length -= size;
  return 0;
}

static bool is_made_by_this_lua(lua_State *L, const parley_lua_built *file) {
  const compiled_header *h = header_of(file);
  if (luaL_loadbufferx(L, text_at(file, h->probe), h->probe.length, "=probe", "t") != LUA_OK) {
    lua_pop(L, 1);
    return false;
  }
  comparison c = {text_at(file, h->probe_dump), h->probe_dump.length, true};
  lua_dump(L, compare_piece, &c, 1);
  lua_pop(L, 1);
  return c.same && c.length == 0;
}

/* ---- finding a module ---- */

static const compiled_entry *find_entry(const parley_lua_built *file, const char *name, size_t length) {
  const compiled_entry *entries = entries_of(file);
  size_t low = 0, high = header_of(file)->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const compiled_entry *e = &entries[middle];
    if (!parley_lua_built_has(file, e->name) || !parley_lua_built_has(file, e->source.path)
        || !parley_lua_built_has(file, e->chunk)) {
      return NULL;
    }
    int order = parley_bytes_order(name, length, text_at(file, e->name), e->name.length);
    if (order == 0) return e;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return NULL;
}

/* ---- loading ---- */

typedef struct piece {
  const char *text;
  size_t length;
} piece;

typedef struct pieces {
  piece list[4];
  int next;
} pieces;

static const char *next_piece(lua_State *L, void *data, size_t *size) {
  pieces *p = data;
  (void)L;
  if (p->next == 4) return NULL;
  *size = p->list[p->next].length;
  return p->list[p->next++].text;
}

enum { MOST_SIZE_BYTES = 10 };

/* A length as Lua's dumps have it: seven bits to a byte, the highest first, and the last byte marked. Gives the piece,
   which stands at the end of `room`. */
static piece write_size(size_t size, char room[MOST_SIZE_BYTES]) {
  int at = MOST_SIZE_BYTES;
  unsigned mark = 0x80;
  do {
    room[--at] = (char)(mark | (size & 0x7f));
    size >>= 7;
    mark = 0;
  } while (size != 0);
  return (piece){room + at, (size_t)(MOST_SIZE_BYTES - at)};
}

/* Pushes the module's function; nothing when the chunk is refused. `source` is "@" and the path. */
static bool load_chunk(lua_State *L, const parley_lua_built *file, const compiled_entry *e, const char *source) {
  char room[MOST_SIZE_BYTES];
  size_t length = strlen(source);
  parley_lua_part prefix = header_of(file)->prefix;
  pieces p = {{{text_at(file, prefix), prefix.length},
               write_size(length + 1, room), /* Lua counts the zero */
               {source, length},
               {text_at(file, e->chunk), e->chunk.length}}, 0};
  if (lua_load(L, next_piece, &p, source, "b") == LUA_OK) return true;
  lua_pop(L, 1);
  return false;
}

/* The searcher: name -> loader, path; nothing where the source has to be compiled. Upvalues: the file, and the folder
   of init.lua with its last slash. */
static int search(lua_State *L) {
  size_t length;
  const parley_lua_built *file = lua_touserdata(L, lua_upvalueindex(1));
  const char *name = luaL_checklstring(L, 1, &length);
  const compiled_entry *e = NULL;
  if (strncmp(name, OURS, sizeof OURS - 1) == 0) e = find_entry(file, name, length);
  if (e == NULL) return 0;
  lua_pushliteral(L, "@");
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_pushlstring(L, text_at(file, e->source.path), e->source.path.length);
  lua_concat(L, 3);
  const char *source = lua_tostring(L, -1);
  if (!parley_lua_built_from(&e->source, source + 1) || !load_chunk(L, file, e, source)) return 0;
  lua_pushstring(L, source + 1);
  return 2;
}

/* ---- taking part in require ---- */

/* Puts the function on the top behind the first searcher, which finds what a program has put into package.preload. */
static void add_searcher(lua_State *L, int searchers) {
  for (lua_Integer i = (lua_Integer)lua_rawlen(L, searchers); i >= 2; i--) {
    lua_rawgeti(L, searchers, i);
    lua_rawseti(L, searchers, i + 1);
  }
  lua_rawseti(L, searchers, 2);
}

/* Pushes the file, to be unmapped with the state. */
static parley_lua_built *push_file(lua_State *L, const char *path) {
  parley_lua_built *file = lua_newuserdatauv(L, sizeof *file, 0);
  *file = (parley_lua_built){NULL, 0};
  luaL_newmetatable(L, HANDLE);
  lua_pushcfunction(L, compiled_gc);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  parley_lua_built_map(file, path, MAGIC, sizeof(compiled_header));
  return file;
}

static void install(lua_State *L, const char *built, const char *modules) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  if (lua_getfield(L, -1, "package") != LUA_TTABLE || lua_getfield(L, -1, "searchers") != LUA_TTABLE) return;
  int searchers = lua_gettop(L);
  parley_lua_built *file = push_file(L, lua_pushfstring(L, "%s" FILE_NAME, built));
  if (!is_usable(file) || !is_made_by_this_lua(L, file)) return;
  lua_pushstring(L, modules);
  lua_pushcclosure(L, search, 2);
  add_searcher(L, searchers);
}

void parley_lua_compiled_install(lua_State *L, const char *built, const char *modules) {
  int top = lua_gettop(L);
  if (luaL_getmetatable(L, HANDLE) == LUA_TNIL) install(L, built, modules); /* else it was loaded before */
  lua_settop(L, top);
}

/* source_mark(text) -> what tells this text from another, as the files have it */
static int core_source_mark(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)parley_lua_built_mark(text, length));
  return 1;
}

void parley_lua_compiled_functions(lua_State *L) {
  lua_pushcfunction(L, core_source_mark);
  lua_setfield(L, -2, "source_mark");
}
