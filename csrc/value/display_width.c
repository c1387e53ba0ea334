/* Text is taken grapheme by grapheme (a letter with its marks, a flag, a family): what a reader sees as one character
   is measured as one, and never cut in two. */
#include "value/display_width.h"

#include <stdbool.h>
#include <utf8proc.h>

#include "base/utf8.h"

#define EMOJI_VARIATION 0xFE0F

/* utf8proc knows East Asian widths; a tab or other control character takes no column, as it is shown escaped. */
static size_t character_width(utf8proc_int32_t c) {
  if (c < 0) return 1;
  if (c < 0x80) return c >= ' ' && c != 0x7f;
  int width = utf8proc_charwidth(c);
  return width > 0 ? (size_t)width : 0;
}

/* Whether what follows in the same grapheme is drawn into the same picture: a flag's second letter, a skin's colour,
   who else is in a family. */
static bool is_picture(utf8proc_int32_t c) {
  if (c < 0x80) return false;
  int class = utf8proc_get_property(c)->boundclass;
  return class == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC || class == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
}

/* The later parts of a Korean syllable are written into its block. */
static bool is_within_block(utf8proc_int32_t c) {
  int class = c < 0x80 ? UTF8PROC_BOUNDCLASS_OTHER : utf8proc_get_property(c)->boundclass;
  return class == UTF8PROC_BOUNDCLASS_V || class == UTF8PROC_BOUNDCLASS_T;
}

/* Invalid bytes never join a neighbour. `state` is what utf8proc carries over for flags and families. */
static bool breaks_between(utf8proc_int32_t before, utf8proc_int32_t c, utf8proc_int32_t *state) {
  if (before < 0 || c < 0) return true;
  return utf8proc_grapheme_break_stateful(before, c, state);
}

static size_t read_character(const char *text, size_t length, utf8proc_int32_t *c) {
  *c = (unsigned char)text[0];
  return *c < 0x80 ? 1 : parley_utf8_read(text, length, c);
}

/* The grapheme at the beginning of a text that is not empty: its bytes, and its columns in *width. Where no picture is
   made of them, characters that stand beside each other are added up. */
static size_t read_grapheme(const char *text, size_t length, size_t *width) {
  utf8proc_int32_t first, before, c, state = 0;
  size_t at = read_character(text, length, &first);
  *width = character_width(first);
  /* two plain characters break, but for a line break, which has no width either way */
  if (first < 0x80 && (at == length || (unsigned char)text[at] < 0x80)) return at;
  bool picture = is_picture(first);
  for (before = first; at < length; before = c) {
    size_t used = read_character(text + at, length - at, &c);
    if (breaks_between(before, c, &state)) break;
    at += used;
    if (c == EMOJI_VARIATION) *width = *width == 1 ? 2 : *width;
    else if (!picture) *width += is_within_block(c) ? 0 : character_width(c);
    else if (*width < 2 && is_picture(c)) *width = 2;
  }
  return at;
}

size_t parley_display_width(const char *text, size_t length) {
  size_t width = 0, own;
  if (parley_utf8_is_ascii(text, length)) {
    for (size_t i = 0; i < length; i++) width += text[i] >= ' ' && text[i] != 0x7f;
    return width;
  }
  for (size_t i = 0; i < length; width += own) i += read_grapheme(text + i, length - i, &own);
  return width;
}

size_t parley_display_truncate(const char *text, size_t length, size_t columns, size_t *width) {
  size_t i = 0, own;
  *width = 0;
  while (i < length) {
    size_t used = read_grapheme(text + i, length - i, &own);
    if (*width + own > columns) return i;
    *width += own;
    i += used;
  }
  return length;
}
