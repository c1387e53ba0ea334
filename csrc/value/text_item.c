/* Looks for the two bytes between items; most texts have no semicolon, which memchr sees fastest. */
#include "value/text_item.h"

#include <stdbool.h>
#include <string.h>

static bool needs_quotes(const char *text, size_t length) {
  const char *end = text + length;
  if (length > 0 && text[0] == '"') return true;
  for (const char *at = text; (at = memchr(at, PARLEY_TEXT_ITEM_GAP[0], (size_t)(end - at))) != NULL; at++) {
    if (end - at > 1 && at[1] == PARLEY_TEXT_ITEM_GAP[1]) return true;
  }
  return false;
}

size_t parley_text_item_write(const char *text, size_t length, char *to) {
  if (length == 0) return 0;
  if (!needs_quotes(text, length)) {
    if (to != NULL) memcpy(to, text, length);
    return length;
  }
  size_t written = 0;
  if (to != NULL) to[written] = '"';
  written++;
  for (size_t i = 0; i < length; i++) {
    int times = text[i] == '"' ? 2 : 1;
    for (int k = 0; k < times; k++, written++) {
      if (to != NULL) to[written] = text[i];
    }
  }
  if (to != NULL) to[written] = '"';
  return written + 1;
}
