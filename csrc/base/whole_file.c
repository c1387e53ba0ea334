/*
** The file grows under a name of its own and gets its place by a link, which a file system makes at once and only where
** nothing is: of two processes that place the same file one does, and neither sees half of it.
*/
#define _POSIX_C_SOURCE 200809L

#include "base/whole_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int descriptor, const char *bytes, size_t length) {
  for (size_t done = 0; done < length;) {
    ssize_t wrote = write(descriptor, bytes + done, length - done);
    if (wrote <= 0) return false;
    done += (size_t)wrote;
  }
  return fsync(descriptor) == 0;
}

/* The process's own name: who else uses it is another thread of this process, and finds it taken. */
static bool name_aside(char *name, size_t size, const char *path) {
  int length = snprintf(name, size, "%s.%ld.part", path, (long)getpid());
  return length > 0 && (size_t)length < size;
}

bool parley_file_place(const char *path, const char *bytes, size_t length) {
  struct stat about;
  char aside[1024];
  if (lstat(path, &about) == 0 || !name_aside(aside, sizeof aside, path)) return false;
  int descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0) return false;
  bool written = write_all(descriptor, bytes, length);
  written = close(descriptor) == 0 && written;
  bool placed = written && link(aside, path) == 0;
  unlink(aside);
  return placed;
}
