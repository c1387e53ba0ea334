/*
** Files that the build makes beside the module of C, of what it would take long to make at each start. They are read in
** place, and what they were made from is looked at before it is believed: its bytes must be what they were.
*/
#ifndef PARLEY_LUA_BUILT_FILE_H
#define PARLEY_LUA_BUILT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All such files begin with this, in the machine's order of bytes. Places are counted from the beginning. */
typedef struct parley_lua_built_head {
  char magic[16];
  uint64_t size; /* of the whole file: one that was cut off is none */
} parley_lua_built_head;

typedef struct parley_lua_part {
  uint32_t at, length;
} parley_lua_part;

/* What something was made from: a file below the folder of the modules. */
typedef struct parley_lua_source {
  uint64_t mark;
  parley_lua_part path;
  uint32_t length, spare;
} parley_lua_source;

typedef struct parley_lua_built {
  const char *bytes; /* NULL: none */
  size_t size;
} parley_lua_built;

/* Maps the file, if it is whole, begins with `magic` and has room for `head` bytes. Whoever makes such a file puts a
   new one in place of the old, and never writes into one that may be in use. */
void parley_lua_built_map(parley_lua_built *file, const char *path, const char *magic, size_t head);
void parley_lua_built_unmap(parley_lua_built *file);

bool parley_lua_built_has(const parley_lua_built *file, parley_lua_part part);

/* Whether the file at `path` has the bytes that the source had. */
bool parley_lua_built_from(const parley_lua_source *source, const char *path);

/* What tells a text from another. */
uint64_t parley_lua_built_mark(const char *text, size_t length);

#endif
