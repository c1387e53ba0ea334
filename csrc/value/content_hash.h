/*
** Ids of contents: hashes of texts and values, one after the other, the same on every machine.
**
** H1  A value is hashed with its type and its length: no two lists of values are hashed alike.
** H2  An id is 128 bits in hexadecimal digits: as long as nobody sets out to find two contents of one id, there are
**     none.
*/
#ifndef PARLEY_VALUE_CONTENT_HASH_H
#define PARLEY_VALUE_CONTENT_HASH_H

#include "base/sha256.h"
#include "value/type.h"

enum { PARLEY_CONTENT_ID = 32 };

/* Texts and dates as they are; a missing value is hashed as an empty text. */
void parley_content_add(parley_sha256 *hash, const parley_value *value);

void parley_content_add_text(parley_sha256 *hash, const char *text, size_t length);

void parley_content_id(parley_sha256 *hash, char id[PARLEY_CONTENT_ID]);

#endif
