/*
** R1  A path counts as what it leads to: links are followed before the folder is compared.
** R2  Only regular files are read: a pipe would wait, a device never ends.
** R3  The answer of the file system is not told where a path leads outside: what is there is nobody's business.
*/
#define _XOPEN_SOURCE 700 /* for realpath */

#include "lua/path_policy.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <lauxlib.h>

#include "lua/raise.h"

#define POLICY "parley.path_policy"

enum { DATASET = 1, READ = 2, MODULES = 3 };

/* In the table on the top. */
static void set_folder(lua_State *L, int which, const char *folder) {
  char real[PATH_MAX];
  if (folder == NULL || realpath(folder, real) == NULL) return;
  lua_pushstring(L, real);
  lua_rawseti(L, -2, which);
}

void parley_lua_path_policy_set(lua_State *L, const char *dataset, const char *read, const char *modules) {
  lua_createtable(L, 3, 0);
  lua_pushstring(L, dataset);
  lua_rawseti(L, -2, DATASET);
  set_folder(L, READ, read);
  set_folder(L, MODULES, modules);
  lua_setfield(L, LUA_REGISTRYINDEX, POLICY);
}

static bool is_below(const char *path, const char *folder) {
  size_t length = strlen(folder);
  if (strcmp(folder, "/") == 0) return true;
  return strncmp(path, folder, length) == 0 && path[length] == '/';
}

/* Whether a file or folder below the one that the policy names. */
static bool is_in(lua_State *L, int policy, int which, const char *path) {
  char real[PATH_MAX];
  struct stat about;
  const char *folder = lua_rawgeti(L, policy, which) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  bool is = folder != NULL && realpath(path, real) != NULL && is_below(real, folder) && stat(real, &about) == 0 &&
            (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
  lua_pop(L, 1);
  return is;
}

static bool is_readable(lua_State *L, int policy, const char *path) {
  const char *dataset = lua_rawgeti(L, policy, DATASET) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  bool is_datasets = dataset != NULL && strcmp(path, dataset) == 0;
  lua_pop(L, 1);
  return is_datasets || is_in(L, policy, READ, path);
}

bool parley_lua_path_policy_is_module(lua_State *L, const char *path) {
  luaL_checkstack(L, 4, NULL);
  bool boxed = lua_getfield(L, LUA_REGISTRYINDEX, POLICY) == LUA_TTABLE;
  bool is = boxed && is_in(L, lua_gettop(L), MODULES, path);
  lua_pop(L, 1);
  return is;
}

void parley_lua_path_policy_check(lua_State *L, const char *path) {
  luaL_checkstack(L, 4, NULL);
  bool boxed = lua_getfield(L, LUA_REGISTRYINDEX, POLICY) == LUA_TTABLE;
  bool allowed = !boxed || is_readable(L, lua_gettop(L), path);
  lua_pop(L, 1);
  if (!allowed) parley_refuse(L, "permission.sandbox_path");
}

void parley_lua_path_policy_refuse(lua_State *L) {
  luaL_checkstack(L, 4, NULL);
  bool boxed = lua_getfield(L, LUA_REGISTRYINDEX, POLICY) == LUA_TTABLE;
  lua_pop(L, 1);
  if (boxed) parley_refuse(L, "permission.sandbox");
}
