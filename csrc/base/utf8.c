/* The first byte says how many follow; the second alone tells overlong forms, surrogates and codes too high apart. */
#include "base/utf8.h"

/* Bytes of a character by its first one; 0 where none begins so. 0x80 to 0xBF continue a character; 0xC0 and 0xC1
   would only begin overlong forms; from 0xF5 on codes are beyond U+10FFFF. */
static size_t length_by(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

/* Whether the second byte may stand after the first: the lowest and the highest first byte leave only a part. Table
   3-7 of the Unicode standard. 0xE0 and 0xF0: less would be an overlong form; 0xED: more would be half of a
   surrogate pair; 0xF4: more would be beyond U+10FFFF. */
static bool second_fits(unsigned char first, unsigned char second) {
  switch (first) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return parley_utf8_continues((char)second);
  }
}

/* The length is compared before a byte behind the first is read. The mask 0x7F >> wanted leaves the data bits of the
   first byte: 5, 4 or 3. */
size_t parley_utf8_read(const char *text, size_t length, int32_t *code) {
  const unsigned char *byte = (const unsigned char *)text;
  size_t wanted = length_by(byte[0]);
  *code = byte[0];
  if (wanted == 1) return 1;
  *code = -1;
  if (wanted == 0 || wanted > length || !second_fits(byte[0], byte[1])) return 1;
  int32_t c = byte[0] & (0x7F >> wanted);
  for (size_t i = 1; i < wanted; i++) {
    if (!parley_utf8_continues(text[i])) return 1;
    c = c << 6 | (byte[i] & 0x3F);
  }
  *code = c;
  return wanted;
}

size_t parley_utf8_length(const char *text, size_t length) {
  int32_t code;
  return (unsigned char)*text < 0x80 ? 1 : parley_utf8_read(text, length, &code);
}

/* Texts are mostly runs of ASCII, which are passed over eight bytes at a time. Stepping continues from whole
   characters only, so a character that is cut off by the end of the text is invalid. */
size_t parley_utf8_invalid(const char *text, size_t length) {
  size_t i = 0;
  while (i < length) {
    if ((unsigned char)text[i] < 0x80) {
      while (length - i >= 8 && parley_utf8_is_ascii(text + i, 8)) i += 8;
      while (i < length && (unsigned char)text[i] < 0x80) i++;
      continue;
    }
    int32_t code;
    size_t used = parley_utf8_read(text + i, length - i, &code);
    if (code < 0) return i;
    i += used;
  }
  return length;
}

/* The caller has up to 4 bytes of room, and passes no code beyond U+10FFFF. */
char *parley_utf8_write(char *out, uint32_t code) {
  if (code < 0x80) {
    *out++ = (char)code;
    return out;
  }
  static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
  int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  *out++ = (char)(lead[more] | code >> 6 * more);
  while (more-- > 0) *out++ = (char)(0x80 | (code >> 6 * more & 0x3F));
  return out;
}
