/* Preloaded into a server of the specs: while a file "full_disk" lies in the folder it works in, no file of its tables
   grows, as on a disk that is full. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static int would_grow(int fd, off_t end) {
  char link[64], path[512];
  struct stat now;
  if (access("full_disk", F_OK) != 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0 || fstat(fd, &now) != 0) return 0;
  path[length] = '\0';
  return strstr(path, "/base/") != NULL && end > now.st_size;
}

static ssize_t refuse(void) {
  errno = ENOSPC;
  return -1;
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  static ssize_t (*next)(int, const void *, size_t, off_t);
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "pwrite");
  return would_grow(fd, at + (off_t)count) ? refuse() : next(fd, bytes, count, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) { return pwrite(fd, bytes, count, at); }

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
  static ssize_t (*next)(int, const struct iovec *, int, off_t);
  off_t end = at;
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "pwritev");
  for (int i = 0; i < count; i++) end += (off_t)parts[i].iov_len;
  return would_grow(fd, end) ? refuse() : next(fd, parts, count, at);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) { return pwritev(fd, parts, count, at); }

int posix_fallocate(int fd, off_t at, off_t length) {
  static int (*next)(int, off_t, off_t);
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "posix_fallocate");
  return would_grow(fd, at + length) ? ENOSPC : next(fd, at, length);
}
int posix_fallocate64(int fd, off_t at, off_t length) { return posix_fallocate(fd, at, length); }
