/*
** The shape of a scalar function of the table (value/functions.def): values of one row in, one value out. Both engines
** call it, so that both give the same.
**
** R1  `args` have the types that the table says, integers beside `any` and `number` as they come; `number` is set for
**     integers too. None is missing unless the entry says that missing arguments are not spread.
** R2  *out comes as a missing value and may stay so. NaN becomes a missing value.
** R3  A text in *out is an argument's, a constant, or lies in the room, which belongs to the caller and is used again
**     by the next call.
*/
#ifndef PARLEY_VALUE_SCALAR_CALL_H
#define PARLEY_VALUE_SCALAR_CALL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "value/type.h"

/* Longest text that a function makes, in bytes. */
enum { PARLEY_SCALAR_LONGEST = 1 << 24 };

/* Patterns that are kept: as many as a statement is likely to call the function with. */
enum { PARLEY_SCALAR_PATTERNS = 8 };

/* Memory of a function from one call to the next: for the text of a result, and the patterns it met last, so that those
   that are the same in every row are taken apart once. Begins all zero. */
typedef struct parley_scalar_room {
  char *bytes;
  size_t size;
  struct parley_lua_pattern *pattern[PARLEY_SCALAR_PATTERNS];
  int last; /* the place of the one that was asked for last */
} parley_scalar_room;

typedef bool parley_scalar(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                           parley_error *err);

/* `length` bytes of the room, whose contents are lost; NULL, and err says why, where there are not so many. */
char *parley_scalar_room_for(parley_scalar_room *room, size_t length, parley_error *err);

/* Gives the bytes back; the room is empty then. */
void parley_scalar_room_free(parley_scalar_room *room);

/* ---- results ---- */

static inline bool parley_scalar_give_number(parley_value *out, double x) {
  if (x >= x) *out = (parley_value){.type = PARLEY_NUMBER, .number = x + 0.0}; /* no negative zero */
  return true;
}

static inline bool parley_scalar_give_integer(parley_value *out, int64_t x) {
  *out = (parley_value){.type = PARLEY_INTEGER, .integer = x, .number = (double)x};
  return true;
}

static inline bool parley_scalar_give_boolean(parley_value *out, bool x) {
  *out = (parley_value){.type = PARLEY_BOOLEAN, .integer = x};
  return true;
}

static inline bool parley_scalar_give_text(parley_value *out, const char *text, size_t length) {
  *out = (parley_value){.type = PARLEY_TEXT, .text = text, .length = length};
  return true;
}

#endif
