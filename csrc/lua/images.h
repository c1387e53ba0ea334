/* Tables of the bundled datasets, which the build has made and a store takes as they are. */
#ifndef PARLEY_LUA_IMAGES_H
#define PARLEY_LUA_IMAGES_H

#include <lua.h>

/* Remembers where the file of images would be, for the stores of this state. Folders have their last slash. */
void parley_lua_images_install(lua_State *L, const char *built, const char *modules);

/* Gives stores `take_image`; adds `sqlite_version` to the table on the stack top. */
void parley_lua_image_functions(lua_State *L);

#endif
