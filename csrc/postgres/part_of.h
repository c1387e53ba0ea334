/* Which part of a table, spread by hash of a text, a row is of: as the server would say, so that rows can be sent where
   the part is. */
#ifndef PARLEY_POSTGRES_PART_OF_H
#define PARLEY_POSTGRES_PART_OF_H

#include <stddef.h>
#include <stdint.h>

/* The remainder, of a modulus above 0, for a text that is a partition's whole key, in the order of its bytes. */
int64_t parley_pg_part_of(const char *text, size_t length, int64_t modulus);

#endif
