/* Characters that XML cannot hold stand in a workbook as _xHHHH_, and an underscore that would look so as _x005F_. */
#include "text/xlsx_string.h"

#include "base/ascii.h"
#include "base/utf8.h"

bool parley_xlsx_string_grow(parley_xlsx_string *string, size_t more) {
  size_t room = (string->used + more) * 2;
  char *bytes = parley_alloc(string->bytes, room);
  if (bytes == NULL) return false;
  string->bytes = bytes;
  string->room = room;
  return true;
}

bool parley_xlsx_string_keep(parley_xlsx_string *string, const char *text, size_t *at) {
  *at = string->used;
  return parley_xlsx_string_add(string, text, strlen(text) + 1);
}

enum { ESCAPED = 7 }; /* _xHHHH_ */

/* The character that stands at the beginning of a text of ESCAPED bytes or more, or 0. */
static unsigned escaped(const char *text) {
  unsigned code = 0;
  if (text[0] != '_' || text[1] != 'x' || text[6] != '_') return 0;
  for (int i = 2; i < 6; i++) {
    char c = parley_ascii_lower(text[i]);
    if (!parley_ascii_is_hex(c)) return 0;
    code = code * 16 + (unsigned)(parley_ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return code >= 0xD800 && code <= 0xDFFF ? 0 : code;
}

size_t parley_xlsx_string_unescape(char *text, size_t length) {
  char *found = length >= ESCAPED ? memchr(text, '_', length) : NULL;
  if (found == NULL) return length;
  size_t out = (size_t)(found - text);
  for (size_t at = out; at < length;) {
    unsigned code = text[at] == '_' && length - at >= ESCAPED ? escaped(text + at) : 0;
    if (code == 0) {
      text[out++] = text[at++];
      continue;
    }
    out = (size_t)(parley_utf8_write(text + out, code) - text);
    at += ESCAPED;
  }
  return out;
}

void parley_xlsx_string_free(parley_xlsx_string *string) {
  parley_alloc(string->bytes, 0);
  *string = (parley_xlsx_string){.used = 0};
}
