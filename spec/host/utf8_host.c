/* Every text of up to three bytes, and those of four that begin as a character could, read as utf8proc reads them. */
#include <utf8proc.h>

#include "base/utf8.h"
#include "check.h"

static void compare(const unsigned char *bytes, size_t length) {
  const char *text = (const char *)bytes;
  int32_t code, expected = -1;
  size_t used = parley_utf8_read(text, length, &code);
  utf8proc_ssize_t proper = utf8proc_iterate(bytes, (utf8proc_ssize_t)length, &expected);
  CHECK(code == (proper > 0 ? expected : -1) && used == (proper > 0 ? (size_t)proper : 1));
  CHECK(parley_utf8_length(text, length) == used);
  if (code < 0) {
    CHECK(parley_utf8_invalid(text, length) == 0);
    return;
  }
  char back[4];
  CHECK(parley_utf8_write(back, (uint32_t)code) == back + used && memcmp(back, text, used) == 0);
  CHECK(parley_utf8_invalid(text, used) == used);
}

static void test_short(void) {
  unsigned char bytes[3];
  unsigned step = checks.once ? 7 : 1;
  for (unsigned i = 0; i < 1u << 24; i += step) {
    bytes[0] = (unsigned char)(i >> 16);
    bytes[1] = (unsigned char)(i >> 8);
    bytes[2] = (unsigned char)i;
    compare(bytes, 3);
    if (bytes[2] == 0) compare(bytes, 2);
    if (bytes[1] == 0) compare(bytes, 1);
  }
}

static void test_long(void) {
  static const unsigned char last[] = {0x00, 0x7F, 0x80, 0x9F, 0xBF, 0xC0, 0xFF};
  for (unsigned first = 0xE0; first < 0x100; first++) {
    for (unsigned middle = 0; middle < 0x10000; middle += checks.once ? 13 : 1) {
      for (size_t i = 0; i < sizeof last; i++) {
        unsigned char bytes[] = {(unsigned char)first, (unsigned char)(middle >> 8), (unsigned char)middle, last[i]};
        compare(bytes, 4);
      }
    }
  }
}

static void test_ascii(void) {
  char text[100];
  memset(text, 'a', sizeof text);
  for (size_t length = 0; length < sizeof text; length++) {
    CHECK(parley_utf8_is_ascii(text, length) && parley_utf8_invalid(text, length) == length);
    for (size_t at = 0; at < length; at++) {
      text[at] = (char)0x80;
      CHECK(!parley_utf8_is_ascii(text, length) && parley_utf8_invalid(text, length) == at);
      text[at] = 'a';
    }
  }
}

int main(int argc, char **argv) {
  checks.once = argc > 1 && strcmp(argv[1], "once") == 0;
  test_short();
  test_long();
  test_ascii();
  return check_result("utf8_host");
}
