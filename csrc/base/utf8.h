/*
** UTF-8: characters taken from bytes and made into bytes. What characters mean is for the floors above.
**
** A byte that is not part of valid UTF-8 is a character by itself, everywhere: overlong forms, halves of surrogate
** pairs and codes beyond U+10FFFF are not valid.
*/
#ifndef PARLEY_BASE_UTF8_H
#define PARLEY_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Whether a text is ASCII. */
static inline bool parley_utf8_is_ascii(const char *text, size_t length) {
  uint64_t any = 0, word;
  size_t i = 0;
  /* four words a step, as many loads as a core can have under way */
  for (; i + 32 <= length; i += 32) {
    uint64_t four[4];
    memcpy(four, text + i, sizeof four);
    any |= four[0] | four[1] | four[2] | four[3];
  }
  for (; i + 8 <= length; i += 8) {
    memcpy(&word, text + i, sizeof word);
    any |= word;
  }
  for (; i < length; i++) any |= (unsigned char)text[i];
  return (any & UINT64_C(0x8080808080808080)) == 0;
}

/* Whether a byte continues a character, so that a text cannot be cut before it. */
static inline bool parley_utf8_continues(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

/* Reads the character at the start of a text that is not empty and gives its length, 1 to 4; an invalid byte gives
   *code = -1 and length 1. */
size_t parley_utf8_read(const char *text, size_t length, int32_t *code);

/* Bytes of the character at the start of a text that is not empty: 1 to 4, and 1 for an invalid byte. */
size_t parley_utf8_length(const char *text, size_t length);

/* The first byte that is not valid UTF-8 (from 0), or `length`. */
size_t parley_utf8_invalid(const char *text, size_t length);

/* Writes a character that is no half of a surrogate pair; gives the byte after it. */
char *parley_utf8_write(char *out, uint32_t code);

#endif
