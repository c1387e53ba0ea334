/*
** Most of the time of a short program was Lua compiling Parley, so the build compiles it once (tools/compile.lua).
**
** R1  A chunk stands for its source as it is now: the source is read at each require, and its bytes must be those
**     that were compiled. Reading and hashing takes a fiftieth of compiling. Whoever edits a module runs what was edited.
** R2  Only the Lua that made the file takes it: a text that uses the whole language is compiled at the start, and must
**     give the bytes that it gave then.
** R3  Whatever does not fit is left to the searchers of Lua, which find the source.
** R4  Chunks come from this one file, beside the module of C and as trusted as it is. Data files, dumps and embedded
**     modules are texts, and loaded as nothing else.
**
** The file, in the machine's order of bytes:
**   header, entries (by name, ascending), and what they point at: places are counted from the beginning of the file
**   of a chunk     all that a dump has after the name of its source; `prefix` is what all dumps have before it. The name
**                  is that of the source where it is found, for places in tracebacks and messages.
*/
#define _POSIX_C_SOURCE 200809L

#include "lua/compiled.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <lauxlib.h>

#include "base/hash.h"

#define FILE_NAME "compiled.luac"
#define MAGIC "\033parley chunks 1"
#define OURS "parley."
#define HANDLE "parley.Compiled"

typedef struct part {
  uint32_t at, length;
} part;

typedef struct compiled_header {
  char magic[16];
  uint64_t size;  /* of the whole file: one that was cut off is none */
  uint32_t count; /* of entries */
  uint32_t spare;
  part prefix, probe, probe_dump;
} compiled_header;

typedef struct compiled_entry {
  uint64_t source_mark;
  part name, path, chunk; /* the path is relative to the folder of init.lua */
  uint32_t source_length;
  uint32_t spare;
} compiled_entry;

typedef struct compiled_file {
  const char *bytes; /* NULL: none */
  size_t size;
} compiled_file;

/* ---- the file ---- */

static const compiled_header *header_of(const compiled_file *file) { return (const compiled_header *)file->bytes; }

static const compiled_entry *entries_of(const compiled_file *file) {
  return (const compiled_entry *)(file->bytes + sizeof(compiled_header));
}

static const char *text_at(const compiled_file *file, part p) { return file->bytes + p.at; }

static bool is_inside(const compiled_file *file, part p) {
  return p.at <= file->size && p.length <= file->size - p.at;
}

static int compiled_gc(lua_State *L) {
  compiled_file *file = lua_touserdata(L, 1);
  if (file->bytes != NULL) munmap((void *)file->bytes, file->size);
  file->bytes = NULL;
  return 0;
}

/* Read in place: of two megabytes a program needs few pages. The tool puts a new file in place of an old one, and never
   writes into one that may be in use. */
static void map_file(compiled_file *file, const char *path) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat about;
  if (fstat(descriptor, &about) == 0 && about.st_size >= (off_t)sizeof(compiled_header)) {
    void *bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes != MAP_FAILED) *file = (compiled_file){bytes, (size_t)about.st_size};
  }
  close(descriptor);
}

static bool is_whole(const compiled_file *file) {
  const compiled_header *h = header_of(file);
  size_t room = (file->size - sizeof *h) / sizeof(compiled_entry);
  return memcmp(h->magic, MAGIC, sizeof h->magic) == 0 && h->size == file->size && h->count <= room
      && is_inside(file, h->prefix) && is_inside(file, h->probe) && is_inside(file, h->probe_dump);
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

static bool is_made_by_this_lua(lua_State *L, const compiled_file *file) {
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

static const compiled_entry *find_entry(const compiled_file *file, const char *name, size_t length) {
  const compiled_entry *entries = entries_of(file);
  size_t low = 0, high = header_of(file)->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const compiled_entry *e = &entries[middle];
    if (!is_inside(file, e->name) || !is_inside(file, e->path) || !is_inside(file, e->chunk)) return NULL;
    size_t shorter = length < e->name.length ? length : e->name.length;
    int order = memcmp(name, text_at(file, e->name), shorter);
    if (order == 0 && length == e->name.length) return e;
    if (order < 0 || (order == 0 && length < e->name.length)) high = middle;
    else low = middle + 1;
  }
  return NULL;
}

static uint64_t mark_of(const char *text, size_t length) { return parley_hash_text(text, length); }

/* Whether the source has the bytes that were compiled (R1). The buffer has room for one byte more than that. */
static bool is_source_of(const compiled_entry *e, const char *path, char *buffer) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  size_t length = 0;
  ssize_t got;
  do {
    got = read(descriptor, buffer + length, (size_t)e->source_length + 1 - length);
    if (got > 0) length += (size_t)got;
  } while (got > 0 && length <= e->source_length);
  close(descriptor);
  return got == 0 && length == e->source_length && mark_of(buffer, length) == e->source_mark;
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
static bool load_chunk(lua_State *L, const compiled_file *file, const compiled_entry *e, const char *source) {
  char room[MOST_SIZE_BYTES];
  size_t length = strlen(source);
  part prefix = header_of(file)->prefix;
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
  const compiled_file *file = lua_touserdata(L, lua_upvalueindex(1));
  const char *name = luaL_checklstring(L, 1, &length);
  const compiled_entry *e = NULL;
  if (strncmp(name, OURS, sizeof OURS - 1) == 0) e = find_entry(file, name, length);
  if (e == NULL) return 0;
  lua_pushliteral(L, "@");
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_pushlstring(L, text_at(file, e->path), e->path.length);
  lua_concat(L, 3);
  const char *source = lua_tostring(L, -1);
  char *buffer = lua_newuserdatauv(L, (size_t)e->source_length + 1, 0);
  if (!is_source_of(e, source + 1, buffer) || !load_chunk(L, file, e, source)) return 0;
  lua_pushstring(L, source + 1);
  return 2;
}

/* ---- taking part in require ---- */

/* Pushes the folder of the modules, with its last slash; nothing when they are not read from files. */
static bool push_folder_of_modules(lua_State *L, int package) {
  if (lua_getfield(L, package, "searchpath") != LUA_TFUNCTION) return false;
  lua_pushliteral(L, "parley");
  if (lua_getfield(L, package, "path") != LUA_TSTRING) return false;
  lua_call(L, 2, 1);
  size_t length;
  const char *path = lua_tolstring(L, -1, &length), *ending = "init.lua";
  size_t rest = strlen(ending);
  if (path == NULL || length < rest || strcmp(path + length - rest, ending) != 0) return false;
  lua_pushlstring(L, path, length - rest);
  return true;
}

/* Puts the function on the top behind the first searcher, which finds what a program has put into package.preload. */
static void add_searcher(lua_State *L, int searchers) {
  for (lua_Integer i = (lua_Integer)lua_rawlen(L, searchers); i >= 2; i--) {
    lua_rawgeti(L, searchers, i);
    lua_rawseti(L, searchers, i + 1);
  }
  lua_rawseti(L, searchers, 2);
}

/* Pushes the file, to be unmapped with the state. */
static compiled_file *push_file(lua_State *L, const char *path) {
  compiled_file *file = lua_newuserdatauv(L, sizeof *file, 0);
  *file = (compiled_file){NULL, 0};
  luaL_newmetatable(L, HANDLE);
  lua_pushcfunction(L, compiled_gc);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  map_file(file, path);
  return file;
}

static void install(lua_State *L, const char *core_path) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  if (lua_getfield(L, -1, "package") != LUA_TTABLE) return;
  int package = lua_gettop(L);
  if (lua_getfield(L, package, "searchers") != LUA_TTABLE || !push_folder_of_modules(L, package)) return;
  int searchers = package + 1, folder = lua_gettop(L);
  lua_pushlstring(L, core_path, (size_t)(strrchr(core_path, '/') + 1 - core_path));
  lua_pushliteral(L, FILE_NAME);
  lua_concat(L, 2);
  compiled_file *file = push_file(L, lua_tostring(L, -1));
  if (file->bytes == NULL || !is_whole(file) || !is_made_by_this_lua(L, file)) return;
  lua_pushvalue(L, folder);
  lua_pushcclosure(L, search, 2);
  add_searcher(L, searchers);
}

void parley_lua_compiled_install(lua_State *L, const char *core_path) {
  int top = lua_gettop(L);
  bool is_again = luaL_getmetatable(L, HANDLE) != LUA_TNIL;
  if (!is_again && core_path != NULL && strrchr(core_path, '/') != NULL) install(L, core_path);
  lua_settop(L, top);
}

/* source_mark(text) -> what tells this text from another, as the file has it */
static int core_source_mark(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)mark_of(text, length));
  return 1;
}

void parley_lua_compiled_functions(lua_State *L) {
  lua_pushcfunction(L, core_source_mark);
  lua_setfield(L, -2, "source_mark");
}
