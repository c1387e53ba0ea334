/* Whether bytes that come by in pieces are UTF-8, and how many of its characters are beyond ASCII. */
#ifndef PARLEY_BASE_UTF8_WATCH_H
#define PARLEY_BASE_UTF8_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero: nothing so far. */
typedef struct parley_utf8_watch {
  int64_t characters;         /* beyond ASCII */
  int left;                   /* bytes the character at hand still needs */
  unsigned char least, most;  /* what the next of them lies between */
  bool broken;
} parley_utf8_watch;

void parley_utf8_watch_add(parley_utf8_watch *watch, const char *bytes, size_t count);

/* Whether all that has come is UTF-8. */
bool parley_utf8_watch_sound(const parley_utf8_watch *watch);

#endif
