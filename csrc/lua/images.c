/*
** A bundled dataset is text: compiling it, storing its claims and resolving them was three fifths of a short program
** that asked for one table. The build does it once for each table (tools/images.lua), and a store takes what came out.
**
** R1  An image stands for what the sources would give as they are now: the data, the codebook, and every module that
**     had a part in making it are read, and their bytes must be what they were. Else the data are stored as ever.
** R2  A new dataset is an image as well: it has a hundred tables and indexes, and words, before the first claim.
** R3  Only the SQLite that made the images takes them.
**
** The file: header, groups, sources, entries, and what they point at. The first group of sources is that of all images,
** and each further one that of a dataset.
*/
#include "lua/images.h"

#include <stdbool.h>
#include <string.h>

#include <lauxlib.h>

#include "base/path.h"
#include "base/whole_file.h"
#include "lua/built_file.h"
#include "lua/path_policy.h"
#include "lua/raise.h"
#include "lua/store_handle.h"
#include "sqlite/table_image.h"

#define FILE_NAME "bundled.images"
#define MAGIC "\033parley images 2"
#define HANDLE "parley.Images"

enum { MOST_GROUPS = 16, PATH = 1, MODULES = 2 }; /* the last two: user values of the handle */

typedef enum freshness { NOT_LOOKED, FRESH, STALE } freshness;

typedef struct images_header {
  parley_lua_built_head head;
  uint32_t groups, sources, entries, sqlite_version;
} images_header;

typedef struct images_group {
  uint32_t first, count; /* among the sources */
} images_group;

typedef struct images_entry {
  parley_lua_part name, image; /* the name: "dataset/table" */
  uint32_t group, rows; /* of the table */
} images_entry;

typedef struct images {
  parley_lua_built file;
  bool is_mapped; /* or it was tried */
  freshness groups[MOST_GROUPS];
} images;

/* ---- the file ---- */

static const images_header *header_of(const images *all) { return (const images_header *)all->file.bytes; }

static const images_group *groups_of(const images *all) {
  return (const images_group *)(all->file.bytes + sizeof(images_header));
}

static const parley_lua_source *sources_of(const images *all) {
  return (const parley_lua_source *)(groups_of(all) + header_of(all)->groups);
}

static const images_entry *entries_of(const images *all) {
  return (const images_entry *)(sources_of(all) + header_of(all)->sources);
}

static bool is_usable(const images *all) {
  if (all->file.bytes == NULL) return false;
  const images_header *h = header_of(all);
  uint64_t room = (uint64_t)h->groups * sizeof(images_group) + (uint64_t)h->sources * sizeof(parley_lua_source)
      + (uint64_t)h->entries * sizeof(images_entry);
  return h->groups >= 1 && h->groups <= MOST_GROUPS && room <= all->file.size - sizeof *h
      && h->sqlite_version == (uint32_t)parley_store_sqlite_version();
}

/* The handle at `index` with its file, which is mapped when it is first asked for. */
static images *mapped(lua_State *L, int index) {
  images *all = lua_touserdata(L, index);
  if (!all->is_mapped) {
    lua_getiuservalue(L, index, PATH);
    parley_lua_built_map(&all->file, lua_tostring(L, -1), MAGIC, sizeof(images_header));
    lua_pop(L, 1);
    if (!is_usable(all)) parley_lua_built_unmap(&all->file);
    all->is_mapped = true;
  }
  return all;
}

static int images_gc(lua_State *L) {
  parley_lua_built_unmap(&((images *)lua_touserdata(L, 1))->file);
  return 0;
}

/* ---- what they were made from (R1) ---- */

static bool is_fresh_source(lua_State *L, const images *all, const parley_lua_source *source, const char *modules) {
  if (!parley_lua_built_has(&all->file, source->path)) return false;
  int top = lua_gettop(L);
  lua_pushstring(L, modules);
  lua_pushlstring(L, all->file.bytes + source->path.at, source->path.length);
  lua_concat(L, 2);
  bool is_fresh = parley_lua_built_from(source, lua_tostring(L, -1));
  lua_settop(L, top);
  return is_fresh;
}

static bool is_fresh_group(lua_State *L, images *all, int handle, uint32_t number) {
  if (number >= header_of(all)->groups) return false;
  if (all->groups[number] != NOT_LOOKED) return all->groups[number] == FRESH;
  images_group group = groups_of(all)[number];
  all->groups[number] = STALE;
  if (group.first > header_of(all)->sources || group.count > header_of(all)->sources - group.first) return false;
  lua_getiuservalue(L, handle, MODULES);
  const char *modules = lua_tostring(L, -1);
  bool is_fresh = true;
  for (uint32_t i = 0; is_fresh && i < group.count; i++) {
    is_fresh = is_fresh_source(L, all, &sources_of(all)[group.first + i], modules);
  }
  lua_pop(L, 1);
  if (is_fresh) all->groups[number] = FRESH;
  return is_fresh;
}

/* ---- taking one ---- */

static const images_entry *find_entry(const images *all, const char *name, size_t length) {
  for (uint32_t i = 0; i < header_of(all)->entries; i++) {
    const images_entry *e = &entries_of(all)[i];
    if (!parley_lua_built_has(&all->file, e->name) || !parley_lua_built_has(&all->file, e->image)) return NULL;
    if (e->name.length == length && memcmp(all->file.bytes + e->name.at, name, length) == 0) return e;
  }
  return NULL;
}

/* The entry of a name whose sources are what they were, or NULL; pushes one value. An image stays mapped longer than
   any store, since the handle was made before the first. */
static const images_entry *push_fresh(lua_State *L, const char *name, size_t length, const images **from) {
  if (lua_getfield(L, LUA_REGISTRYINDEX, HANDLE ".here") != LUA_TUSERDATA) return NULL;
  int handle = lua_gettop(L);
  images *all = mapped(L, handle);
  const images_entry *e = all->file.bytes == NULL ? NULL : find_entry(all, name, length);
  *from = all;
  return e != NULL && is_fresh_group(L, all, handle, 0) && is_fresh_group(L, all, handle, e->group) ? e : NULL;
}

typedef bool (*taking)(parley_store *store, const char *bytes, size_t size, bool *taken, parley_error *err);

/* image_rows("dataset/table") -> how many rows the table has, or nil where no image tells */
static int core_image_rows(lua_State *L) {
  size_t length;
  const images *all = NULL;
  const char *name = luaL_checklstring(L, 1, &length);
  const images_entry *e = push_fresh(L, name, length, &all);
  if (e == NULL) return 0;
  lua_pushinteger(L, e->rows);
  return 1;
}

/* Has the store at index 1 take the image of a name; whether it did. */
static int take_by(lua_State *L, taking take) {
  parley_error err;
  parley_store_handle *s = parley_store_handle_open(L, 1);
  size_t length;
  bool taken = false;
  const images *all = NULL;
  const char *name = luaL_checklstring(L, 2, &length);
  const images_entry *e = push_fresh(L, name, length, &all);
  if (e != NULL) {
    lua_State *outer = parley_store_handle_begin(L, s);
    bool done = take(&s->store, all->file.bytes + e->image.at, e->image.length, &taken, &err);
    parley_store_handle_end(s, outer);
    if (!done) return parley_store_handle_raise(L, s, &err);
  }
  lua_pushboolean(L, taken);
  return 1;
}

/* take_image("dataset/table") -> whether the tables are in the store now */
static int store_take_image(lua_State *L) { return take_by(L, parley_store_take_image); }

/* become_image(name) -> whether this empty database in memory is now what the image is */
static int store_become_image(lua_State *L) { return take_by(L, parley_store_become_image); }

/* Whether something is at a path, or beside it what SQLite would take for changes to a new file of that name. */
static bool is_in_the_way(lua_State *L, const char *path) {
  static const char *const endings[] = {"", "-wal", "-journal"};
  bool found = false;
  for (size_t i = 0; i < sizeof endings / sizeof *endings && !found; i++) {
    found = parley_path_exists(lua_pushfstring(L, "%s%s", path, endings[i]));
    lua_pop(L, 1);
  }
  return found;
}

/* place_image(path, name) -> whether the image is a new file there now */
static int core_place_image(lua_State *L) {
  size_t path_length, length;
  const char *path = luaL_checklstring(L, 1, &path_length), *name = luaL_checklstring(L, 2, &length);
  const images *all = NULL;
  parley_lua_path_policy_refuse(L);
  bool is_free = strlen(path) == path_length && !is_in_the_way(L, path);
  const images_entry *e = is_free ? push_fresh(L, name, length, &all) : NULL;
  lua_pushboolean(L, e != NULL && parley_file_place(path, all->file.bytes + e->image.at, e->image.length));
  return 1;
}

void parley_lua_images_install(lua_State *L, const char *built, const char *modules) {
  images *all = lua_newuserdatauv(L, sizeof *all, 2);
  *all = (images){.is_mapped = false};
  luaL_newmetatable(L, HANDLE);
  lua_pushcfunction(L, images_gc);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  lua_pushfstring(L, "%s" FILE_NAME, built);
  lua_setiuservalue(L, -2, PATH);
  lua_pushstring(L, modules);
  lua_setiuservalue(L, -2, MODULES);
  if (lua_getfield(L, LUA_REGISTRYINDEX, HANDLE ".here") == LUA_TNIL) {
    lua_pushvalue(L, -2);
    lua_setfield(L, LUA_REGISTRYINDEX, HANDLE ".here");
  }
  lua_pop(L, 2);
}

static int core_sqlite_version(lua_State *L) {
  lua_pushinteger(L, parley_store_sqlite_version());
  return 1;
}

static const luaL_Reg methods[] = {
    {"take_image", store_take_image}, {"become_image", store_become_image}, {NULL, NULL}};
static const luaL_Reg library[] = {
    {"place_image", core_place_image}, {"image_rows", core_image_rows}, {"sqlite_version", core_sqlite_version},
    {NULL, NULL}};

void parley_lua_image_functions(lua_State *L) {
  parley_store_handle_add_methods(L, methods);
  luaL_setfuncs(L, library, 0);
}
