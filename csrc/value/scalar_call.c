/* What functions keep from one call to the next. */
#include "value/scalar_call.h"

#include "base/buffer.h"
#include "value/lua_pattern.h"

/* The bound keeps a row's text from taking all memory by repeat() or lpad(). */
char *parley_scalar_room_for(parley_scalar_room *room, size_t length, parley_error *err) {
  if (length > PARLEY_SCALAR_LONGEST) {
    parley_fail_with(err, "bad_value.made_text", "most=%d", PARLEY_SCALAR_LONGEST);
    return NULL;
  }
  if (length < room->size) return room->bytes;
  size_t wanted = length < 64 ? 64 : 2 * length;
  char *grown = parley_alloc(room->bytes, wanted);
  if (grown == NULL) return parley_no_memory(err), NULL;
  room->bytes = grown;
  room->size = wanted;
  return grown;
}

void parley_scalar_room_free(parley_scalar_room *room) {
  parley_alloc(room->bytes, 0);
  for (int i = 0; i < PARLEY_SCALAR_PATTERNS; i++) parley_lua_pattern_free(room->pattern[i]);
  *room = (parley_scalar_room){0};
}
