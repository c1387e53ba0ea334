/* Tables of the bundled datasets, and a new dataset, which the build has made and a store takes as they are. */
#ifndef PARLEY_LUA_IMAGES_H
#define PARLEY_LUA_IMAGES_H

#include <lua.h>

/* Remembers where the file of images would be, for the stores of this state. Folders have their last slash. */
void parley_lua_images_install(lua_State *L, const char *built, const char *modules);

/* Gives stores `take_image` and `become_image`; adds `place_image` and `sqlite_version` to the table on the stack
   top. */
void parley_lua_image_functions(lua_State *L);

#endif
