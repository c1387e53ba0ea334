/*
** The order of text by the Unicode Collation Algorithm: keys whose bytes stand in the order of their texts, in that of
** the root or as a language tailors it. ICU makes them.
**
** ICU is no part of the build: it is looked for when the first key is asked for, so that Parley starts without it,
** runs on machines that lack it, and takes whatever version there is. Keys of two versions may differ; they are made
** when a query runs, and belong into no file.
**
** R1  The order depends on the text and the language alone: neither on the locale of the process nor its environment.
** R2  Texts that are canonically equivalent have one key; bytes that are no UTF-8 count as U+FFFD.
** R3  May be called by several threads at a time.
*/
#ifndef PARLEY_VALUE_COLLATION_H
#define PARLEY_VALUE_COLLATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* The collator of a language, a tag of BCP 47 such as "uk" or "de-u-co-phonebk"; "" is the root. It belongs to the
   process and stays. NULL, and err says why, where ICU is missing, or knows no such language. */
const void *parley_collation_find(const char *language, size_t length, parley_error *err);

/* Bytes that a key of a text of `length` bytes takes in most cases, with the room to make it. */
size_t parley_collation_room(size_t length);

/* Writes the key of a text in hexadecimal digits to `out`, which has `size` bytes and is aligned as malloc does. Gives
   the digits; 0 where more bytes are needed, then *wanted says how many, or where it fails, then *wanted is 0. */
size_t parley_collation_key(const void *collator, const char *text, size_t length, char *out, size_t size,
                            size_t *wanted, parley_error *err);

#endif
