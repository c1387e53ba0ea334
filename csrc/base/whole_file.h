/* A new file that is there with all its bytes, or not at all. */
#ifndef PARLEY_BASE_WHOLE_FILE_H
#define PARLEY_BASE_WHOLE_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether there is now a file of these bytes at `path`, written through to the disk. False where there is something
   already, or anything else stands in the way: then nothing has changed. */
bool parley_file_place(const char *path, const char *bytes, size_t length);

#endif
