#include "value/content_hash.h"

#include <string.h>

#include "value/shortest_number.h"

static void add(parley_sha256 *hash, char type, const char *bytes, size_t length) {
  char text[PARLEY_NUMBER_TEXT_LENGTH + 2];
  text[0] = type;
  size_t size = 1 + parley_number_text_integer((int64_t)length, text + 1);
  text[size++] = ':';
  parley_sha256_add(hash, text, size);
  if (length > 0) parley_sha256_add(hash, bytes, length);
}

void parley_content_add_text(parley_sha256 *hash, const char *text, size_t length) { add(hash, 't', text, length); }

void parley_content_add(parley_sha256 *hash, const parley_value *value) {
  char number[PARLEY_NUMBER_TEXT_LENGTH];
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_TRUTH: {
      const char *word = value->integer != 0 ? "true" : "false";
      add(hash, 'b', word, strlen(word));
      break;
    }
    case PARLEY_LAYOUT_INTEGER: add(hash, 'i', number, parley_number_text_integer(value->integer, number)); break;
    case PARLEY_LAYOUT_NUMBER:
      add(hash, 'n', number, parley_number_text_shortest(value->number + 0.0, number)); /* -0.0 is 0.0 */
      break;
    case PARLEY_LAYOUT_DATED:
    case PARLEY_LAYOUT_TEXT: add(hash, 't', value->text, value->length); break;
    default: add(hash, 't', "", 0);
  }
}

void parley_content_id(parley_sha256 *hash, char id[PARLEY_CONTENT_ID]) {
  static const char digits[] = "0123456789abcdef";
  unsigned char bytes[PARLEY_SHA256_BYTES];
  parley_sha256_end(hash, bytes);
  for (int i = 0; i < PARLEY_CONTENT_ID / 2; i++) {
    id[2 * i] = digits[bytes[i] >> 4];
    id[2 * i + 1] = digits[bytes[i] & 15];
  }
}
