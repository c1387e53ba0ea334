/* A grapheme (a letter with its marks, a flag, a family) is never cut in two: a beginning is cut only where Unicode
   allows a break between two characters. */
#include "value/display_width.h"

#include <stdbool.h>
#include <utf8proc.h>

#include "base/utf8.h"

/* utf8proc knows East Asian widths; a tab or other control character takes no column, as it is shown escaped. */
static size_t character_width(utf8proc_int32_t c) {
  if (c < 0) return 1;
  if (c < 0x80) return c >= ' ' && c != 0x7f;
  int width = utf8proc_charwidth(c);
  return width > 0 ? (size_t)width : 0;
}

/* Sums characters; within a grapheme of several wide characters terminals differ, and the sum is what most show. */
size_t parley_display_width(const char *text, size_t length) {
  size_t width = 0;
  for (size_t i = 0; i < length;) {
    utf8proc_int32_t c = text[i];
    i += (unsigned char)text[i] < 0x80 ? 1 : parley_utf8_read(text + i, length - i, &c);
    width += character_width(c);
  }
  return width;
}

/* Invalid bytes never join a neighbour. `state` is what utf8proc carries over for flags and families. */
static bool breaks_between(utf8proc_int32_t before, utf8proc_int32_t c, utf8proc_int32_t *state) {
  if (before >= 0 && c >= 0) return utf8proc_grapheme_break_stateful(before, c, state);
  *state = 0;
  return true;
}

/* `kept` is the last place at which a break was allowed and all fitted. */
size_t parley_display_truncate(const char *text, size_t length, size_t columns, size_t *width) {
  utf8proc_int32_t c, before = -1, state = 0;
  size_t kept = 0, kept_width = 0, i = 0, so_far = 0;
  while (i < length) {
    size_t used = parley_utf8_read(text + i, length - i, &c);
    if (breaks_between(before, c, &state)) { /* all before this character may stay */
      kept = i;
      kept_width = so_far;
    }
    so_far += character_width(c);
    if (so_far > columns) {
      *width = kept_width;
      return kept;
    }
    i += used;
    before = c;
  }
  *width = so_far;
  return length;
}
