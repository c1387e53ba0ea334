/* The Lua side of Parley as text inside the program; tools/embed.lua writes the array. */
#ifndef PARLEY_LUA_EMBEDDED_H
#define PARLEY_LUA_EMBEDDED_H

#include <stddef.h>

typedef struct parley_embedded_file {
  const char *module; /* "parley.query"; NULL ends the array */
  const char *path;   /* "query.lua", below the folder of the modules */
  const unsigned char *text;
  size_t size;
} parley_embedded_file;

extern const parley_embedded_file parley_embedded_files[];

#endif
