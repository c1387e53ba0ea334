/* Any bytes through folding, searching and measuring. The input is a text and, after its first '|', a needle. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "value/display_width.h"
#include "value/fold.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition) {
  if (!condition) abort();
}

/* The folded text in a block of exactly the promised size, so that a byte too many is seen. */
static char *fold(const char *text, size_t length, size_t *folded) {
  char *out = malloc(length * PARLEY_FOLD_GROWTH + (length == 0));
  require(out != NULL);
  *folded = parley_fold(text, length, out);
  require(*folded <= length * PARLEY_FOLD_GROWTH);
  return out;
}

static void check_fold(const char *text, size_t length) {
  size_t once, twice;
  char *folded = fold(text, length, &once);
  char *again = fold(folded, once, &twice);
  if (parley_utf8_invalid(text, length) == length) { /* else what is left out may join stray bytes */
    require(parley_utf8_invalid(folded, once) == once);
    require(once == twice && memcmp(folded, again, once) == 0);
    require(parley_fold_contains(text, length, folded, once) == 1);
  }
  require(!parley_fold_is_done(text, length) || (once == length && memcmp(folded, text, length) == 0));
  require(parley_fold_contains(text, length, text, length) == 1);
  free(folded);
  free(again);
}

static void check_width(const char *text, size_t length) {
  size_t whole = parley_display_width(text, length), width;
  require(whole <= 2 * length);
  require(parley_display_truncate(text, length, whole, &width) == length && width == whole);
  size_t half = parley_display_truncate(text, length, whole / 2, &width);
  require(half <= length && width <= whole / 2 && parley_display_width(text, half) == width);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1);
  require(text != NULL);
  if (size > 0) memcpy(text, data, size);
  const char *bar = memchr(text, '|', size);
  size_t length = bar != NULL ? (size_t)(bar - text) : size;
  check_fold(text, length);
  check_width(text, length);
  if (bar != NULL) {
    int found = parley_fold_contains(text, length, bar + 1, size - length - 1);
    require(found == 0 || found == 1);
  }
  free(text);
  return 0;
}
