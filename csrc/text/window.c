/* A window on the text of an input, or on a text in memory: the readers need whole records side by side. */
#include <string.h>

#include "base/buffer.h"
#include "text/input.h"

/* Begins no larger than the input may be, so that small files take little. */
bool parley_input_window_open(parley_input_window *w, parley_input *input, size_t first, size_t most,
                              parley_error *err) {
  w->input = input;
  w->most = most;
  w->capacity = first < most ? first : most;
  w->block = parley_alloc(NULL, w->capacity);
  w->text = w->block;
  return w->block != NULL || parley_no_memory(err);
}

/* A text in memory is its own window: nothing is copied, and `block` stays NULL, so that closing frees nothing. The
   byte order mark of UTF-8 is no part of the first field. */
void parley_input_window_memory(parley_input_window *w, const char *text, size_t length) {
  w->text = text;
  w->end = length;
  w->final = true;
  if (length < 3 || memcmp(text, "\xEF\xBB\xBF", 3) != 0) return;
  w->text += 3;
  w->end -= 3;
}

/* Doubles, so that a record of any length is copied a constant number of times in all; `most` is the limit a record may
   have. */
static bool window_grow(parley_input_window *w, parley_error *err) {
  size_t capacity = w->capacity < w->most / 2 ? w->capacity * 2 : w->most;
  char *block = parley_alloc(w->block, capacity);
  if (block == NULL) return parley_no_memory(err);
  w->block = block;
  w->text = block;
  w->capacity = capacity;
  return true;
}

/* What is not read yet moves to the front, and with it all pointers into the window go stale: callers keep offsets. The
   loop fills the window, since a pipe gives a few bytes at a time and each turn of a reader costs. */
parley_input_more parley_input_window_more(parley_input_window *w, parley_error *err) {
  w->end -= w->at;
  w->offset += (int64_t)w->at;
  if (w->at > 0 && w->end > 0) memmove(w->block, w->block + w->at, w->end);
  w->at = 0;
  if (w->end == w->capacity) {
    if (w->capacity == w->most) return PARLEY_INPUT_MORE_FULL;
    if (!window_grow(w, err)) return PARLEY_INPUT_MORE_FAILED;
  }
  while (w->end < w->capacity && !w->final) {
    ptrdiff_t got = parley_input_read(w->input, w->block + w->end, w->capacity - w->end, err);
    if (got < 0) return PARLEY_INPUT_MORE_FAILED;
    w->end += (size_t)got;
    w->final = got == 0;
  }
  return PARLEY_INPUT_MORE;
}

void parley_input_window_close(parley_input_window *w) {
  parley_alloc(w->block, 0);
  *w = (parley_input_window){0};
}
