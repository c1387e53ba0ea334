/* What is at a path. */
#ifndef PARLEY_BASE_PATH_H
#define PARLEY_BASE_PATH_H

#include <stdbool.h>

bool parley_path_is_folder(const char *path);
bool parley_path_exists(const char *path);

#endif
