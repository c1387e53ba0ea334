/*
** What Lua lacks: making a folder, saying what is in one, and what a path leads to. Renaming and removing are os.rename
** and os.remove. Failures are nil, message, code.
*/
#define _XOPEN_SOURCE 700 /* for realpath */

#include "lua/folder.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <lauxlib.h>

#include "lua/path_policy.h"
#include "lua/raise.h"

#define FOLDER "parley.Folder"

/* make_folder(path). 0777 and the process's umask decide, as for mkdir(1). */
static int core_make_folder(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  parley_lua_path_policy_refuse(L);
  if (mkdir(path, 0777) != 0) return parley_return_errno(L, errno);
  lua_pushboolean(L, 1);
  return 1;
}

static int folder_close(lua_State *L) {
  DIR **folder = luaL_checkudata(L, 1, FOLDER);
  if (*folder != NULL) closedir(*folder);
  *folder = NULL;
  return 0;
}

/* To be closed, since lua_pushstring may raise between opendir and closedir. */
static DIR **push_folder(lua_State *L) {
  DIR **folder = lua_newuserdatauv(L, sizeof(DIR *), 0);
  *folder = NULL;
  luaL_setmetatable(L, FOLDER);
  lua_toclose(L, -1);
  return folder;
}

/* list_folder(path) -> list of names without "." and "..", in no order | nil, message, code. readdir gives NULL both
   at the end and for an error: errno tells them apart. */
static int core_list_folder(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  parley_lua_path_policy_check(L, path);
  DIR **folder = push_folder(L);
  *folder = opendir(path);
  if (*folder == NULL) return parley_return_errno(L, errno);
  lua_newtable(L);
  lua_Integer count = 0;
  errno = 0;
  for (struct dirent *entry; (entry = readdir(*folder)) != NULL; errno = 0) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    lua_pushstring(L, entry->d_name);
    lua_rawseti(L, -2, ++count);
  }
  return errno == 0 ? 1 : parley_return_errno(L, errno);
}

/* is_folder(path) */
static int core_is_folder(lua_State *L) {
  struct stat about;
  const char *path = luaL_checkstring(L, 1);
  parley_lua_path_policy_check(L, path);
  lua_pushboolean(L, stat(path, &about) == 0 && S_ISDIR(about.st_mode));
  return 1;
}

/* path_kind(path) -> "file", "folder" or "other" (a device, a pipe), and the path with its links followed | nil: there
   is nothing */
static int core_path_kind(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  char real[PATH_MAX];
  struct stat about;
  parley_lua_path_policy_check(L, path);
  if (stat(path, &about) != 0 || realpath(path, real) == NULL) return 0;
  lua_pushstring(L, S_ISREG(about.st_mode) ? "file" : S_ISDIR(about.st_mode) ? "folder" : "other");
  lua_pushstring(L, real);
  return 2;
}

/* same_file(a, b) -> whether two paths lead to one file that is there. By device and inode: links and other
   spellings of a path are the same file. */
static int core_same_file(lua_State *L) {
  struct stat a, b;
  const char *one = luaL_checkstring(L, 1), *other = luaL_checkstring(L, 2);
  parley_lua_path_policy_check(L, one);
  parley_lua_path_policy_check(L, other);
  bool found = stat(one, &a) == 0 && stat(other, &b) == 0;
  lua_pushboolean(L, found && a.st_dev == b.st_dev && a.st_ino == b.st_ino);
  return 1;
}

static const luaL_Reg library[] = {{"make_folder", core_make_folder},
                                   {"list_folder", core_list_folder},
                                   {"is_folder", core_is_folder},
                                   {"path_kind", core_path_kind},
                                   {"same_file", core_same_file},
                                   {NULL, NULL}};

static const luaL_Reg metamethods[] = {{"__gc", folder_close}, {"__close", folder_close}, {NULL, NULL}};

void parley_lua_folder_functions(lua_State *L) {
  if (luaL_newmetatable(L, FOLDER)) luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
