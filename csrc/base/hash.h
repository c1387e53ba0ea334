/* The hash of a text, for tables in memory: fast, the same on every call, not to be stored. */
#ifndef PARLEY_BASE_HASH_H
#define PARLEY_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t parley_hash_text(const char *text, size_t length);

#endif
