/* A string without a backslash, which is most, stays where it is. Bounds are checked even where the syntax has been. */
#include "text/json_string.h"

#include <string.h>

#include "base/utf8.h"

/* The syntax has been checked: all four are hexadecimal digits. */
static unsigned hex4(const char *text) {
  unsigned value = 0;
  for (int i = 0; i < 4; i++) {
    unsigned char c = (unsigned char)text[i];
    value = value * 16 + (c <= '9' ? c - 0x30u : (c | 0x20u) - 0x61u + 10u);
  }
  return value;
}

static bool is_high_half(unsigned c) { return c >= 0xD800 && c < 0xDC00; }
static bool is_low_half(unsigned c) { return c >= 0xDC00 && c < 0xE000; }

/* The code of the \u escape whose u stands at *at, or of two that are a pair; moves *at behind. There are 5 bytes. A
   high half without a low one is given as it is, for the caller to refuse. */
static unsigned read_code(const char *text, size_t *at, size_t end) {
  unsigned c = hex4(text + *at + 1);
  size_t next = *at += 5;
  if (!is_high_half(c) || end - next < 6 || text[next] != '\\' || text[next + 1] != 'u') return c;
  unsigned low = hex4(text + next + 2);
  if (!is_low_half(low)) return c;
  *at += 6;
  return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
}

static char plain_escape(char c) {
  switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
  }
}

/* Room for `length` bytes is enough: each escape is at least as long as what it stands for (\uXXXX: six bytes for
   three at most). */
bool parley_json_unescape(const char *from, size_t length, char *room, parley_json_string *out) {
  *out = (parley_json_string){.text = from, .length = length};
  if (memchr(from, '\\', length) == NULL) return true;
  char *to = room;
  for (size_t at = 0; at < length;) {
    if (from[at] != '\\' || at + 1 == length) {
      *to++ = from[at++];
    } else if (from[at + 1] != 'u' || length - at < 6) {
      *to++ = plain_escape(from[at + 1]);
      at += 2;
    } else {
      out->trouble = at++;
      out->code = read_code(from, &at, length);
      if (out->code == 0 || is_high_half(out->code) || is_low_half(out->code)) return false;
      to = parley_utf8_write(to, out->code);
    }
  }
  out->text = room;
  out->length = (size_t)(to - room);
  return true;
}
