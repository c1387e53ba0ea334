/*
** A file is mapped rather than read, since of megabytes a short program needs a few pages; a source is read and hashed,
** since its time and size say less: copies, checkouts and packages change times, and an edit may keep both.
*/
#define _POSIX_C_SOURCE 200809L

#include "lua/built_file.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"

void parley_lua_built_unmap(parley_lua_built *file) {
  if (file->bytes != NULL) munmap((void *)file->bytes, file->size);
  *file = (parley_lua_built){NULL, 0};
}

void parley_lua_built_map(parley_lua_built *file, const char *path, const char *magic, size_t head) {
  *file = (parley_lua_built){NULL, 0};
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat about;
  if (fstat(descriptor, &about) == 0 && about.st_size >= (off_t)head) {
    void *bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes != MAP_FAILED) *file = (parley_lua_built){bytes, (size_t)about.st_size};
  }
  close(descriptor);
  if (file->bytes == NULL) return;
  const parley_lua_built_head *h = (const parley_lua_built_head *)file->bytes;
  if (strncmp(h->magic, magic, sizeof h->magic) != 0 || h->size != file->size) parley_lua_built_unmap(file);
}

bool parley_lua_built_has(const parley_lua_built *file, parley_lua_part part) {
  return part.at <= file->size && part.length <= file->size - part.at;
}

/* Sources are read through a little room on the stack: buffers of their size would be garbage before a program
   begins. */
enum { BLOCK = 16384 };

static uint64_t add_block(uint64_t mark, const char *block, size_t length) {
  return parley_hash_spread(mark) ^ parley_hash_text(block, length);
}

uint64_t parley_lua_built_mark(const char *text, size_t length) {
  uint64_t mark = 0;
  for (; length > BLOCK; text += BLOCK, length -= BLOCK) mark = add_block(mark, text, BLOCK);
  return length == 0 ? mark : add_block(mark, text, length);
}

bool parley_lua_built_from(const parley_lua_source *source, const char *path) {
  char block[BLOCK];
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  uint64_t mark = 0;
  size_t length = 0;
  ssize_t got;
  do {
    got = read(descriptor, block, BLOCK);
    if (got <= 0) break;
    mark = add_block(mark, block, (size_t)got);
    length += (size_t)got;
  } while (got == BLOCK && length <= source->length);
  close(descriptor);
  return got >= 0 && length == source->length && mark == source->mark;
}
