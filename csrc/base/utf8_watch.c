/* The automaton of RFC 3629: what the first byte says of the second, so that no character is written in two ways. */
#include "base/utf8_watch.h"

static void begin(parley_utf8_watch *w, unsigned char c) {
  w->least = 0x80;
  w->most = 0xBF;
  if (c >= 0xC2 && c <= 0xDF) {
    w->left = 1;
  } else if (c >= 0xE0 && c <= 0xEF) {
    w->left = 2;
    if (c == 0xE0) w->least = 0xA0;
    if (c == 0xED) w->most = 0x9F;
  } else if (c >= 0xF0 && c <= 0xF4) {
    w->left = 3;
    if (c == 0xF0) w->least = 0x90;
    if (c == 0xF4) w->most = 0x8F;
  } else {
    w->broken = true;
  }
}

static void go_on(parley_utf8_watch *w, unsigned char c) {
  w->broken = c < w->least || c > w->most;
  w->least = 0x80;
  w->most = 0xBF;
  if (--w->left == 0) w->characters++;
}

void parley_utf8_watch_add(parley_utf8_watch *w, const char *bytes, size_t count) {
  for (size_t i = 0; i < count && !w->broken; i++) {
    unsigned char c = (unsigned char)bytes[i];
    if (w->left > 0) go_on(w, c);
    else if (c >= 0x80) begin(w, c);
  }
}

bool parley_utf8_watch_sound(const parley_utf8_watch *w) { return !w->broken && w->left == 0; }
