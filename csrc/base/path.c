/*
** Two questions to the file system, so that a refusal can say what is the matter with a path.
**
** What is found may have changed by the time it is used: the answers are for messages, never for deciding whether an
** operation is safe.
*/
#include "base/path.h"

#include <sys/stat.h>

bool parley_path_is_folder(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool parley_path_exists(const char *path) {
  struct stat info;
  return stat(path, &info) == 0;
}
