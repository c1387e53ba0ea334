/*
** Patterns of Lua's string library, matched in bounded time: a pattern is taken apart first, so that a malformed one is
** refused whatever the text is, and the steps of a match are counted.
**
** R1  Answers are those of string.find in the C locale: letters and digits are those of ASCII.
** R2  A match takes at most PARLEY_LUA_PATTERN_STEPS steps and 16 for each byte of the text; more is an error. A step
** looks
**     through 16 bytes of a set at most; a longer set takes more.
** R3  Recursion goes no deeper than the pattern has items, and those are at most PARLEY_LUA_PATTERN_ITEMS.
*/
#ifndef PARLEY_VALUE_LUA_PATTERN_H
#define PARLEY_VALUE_LUA_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { PARLEY_LUA_PATTERN_STEPS = 1000000, PARLEY_LUA_PATTERN_ITEMS = 200, PARLEY_LUA_PATTERN_CAPTURES = 32 };

/* A pattern that was taken apart, with a text of its own. */
typedef struct parley_lua_pattern parley_lua_pattern;

/* Makes *pattern (NULL: a new one, the caller's, who frees it) that of this text; costs a comparison where it is
   already. Fails where the text is malformed. */
bool parley_lua_pattern_make(parley_lua_pattern **pattern, const char *text, size_t length, parley_error *err);

/* Whether it is the pattern of this text; false of NULL and of one that could not be made. */
bool parley_lua_pattern_is(const parley_lua_pattern *pattern, const char *text, size_t length);

void parley_lua_pattern_free(parley_lua_pattern *pattern);

/* Whether the pattern matches somewhere in the text. Fails where that takes too long. */
bool parley_lua_pattern_find(const parley_lua_pattern *pattern, const char *text, size_t length, bool *found,
                             parley_error *err);

/* Where a pattern matched: the whole, and its captures; `to` is NULL where a capture is a position. */
typedef struct parley_lua_pattern_place {
  const char *from, *to;
  int captures;
  const char *capture_from[PARLEY_LUA_PATTERN_CAPTURES], *capture_to[PARLEY_LUA_PATTERN_CAPTURES];
} parley_lua_pattern_place;

/* The first match that begins at `at` of the text or behind it, in at most `steps` steps. Fails where that is too
   few. */
bool parley_lua_pattern_match(const parley_lua_pattern *pattern, const char *text, size_t length, size_t at,
                              int64_t steps, bool *found, parley_lua_pattern_place *place, parley_error *err);

#endif
