/* Asked of the system each time: nothing is kept, so that any thread may ask. */
#define _GNU_SOURCE /* _SC_PHYS_PAGES is no part of POSIX */
#include "base/machine.h"

#include <unistd.h>

int parley_machine_cores(void) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  return cores < 1 ? 1 : (int)cores;
}

size_t parley_machine_memory(void) {
  long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
  return pages > 0 && size > 0 ? (size_t)pages * (size_t)size : 0;
}
