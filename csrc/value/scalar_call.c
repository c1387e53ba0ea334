/* What functions keep from one call to the next. */
#include "value/scalar_call.h"

#include "base/buffer.h"
#include "value/lua_pattern.h"

char *parley_room_for(parley_room *room, size_t length, parley_error *err) {
  if (length > PARLEY_LONGEST_MADE) {
    parley_fail(err, PARLEY_ERROR_BAD_VALUE, "a function makes texts of at most %d bytes", PARLEY_LONGEST_MADE);
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

void parley_room_free(parley_room *room) {
  parley_alloc(room->bytes, 0);
  parley_lua_pattern_free(room->pattern);
  *room = (parley_room){0};
}
