/*
** Faults of encoding: noted with their places while a text is read, and told in one sentence at the end.
**
** R1  The first PARLEY_INPUT_FAULT_PLACES keep their places and some bytes around them; the others are counted. So a
**     file in another encoding costs no more memory than one with a single fault.
** R2  The sentence is printable ASCII whatever the bytes are: it goes to terminals and logs.
*/
#include "text/input.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { BEFORE_FAULT = 10, AFTER_FAULT = 10 };

static bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7F && c != '\\'; }

/* Some bytes around the fault; what is not printable ASCII is shown as \x92. */
static void excerpt(char *out, size_t size, const char *text, size_t length, size_t at) {
  size_t from = at > BEFORE_FAULT ? at - BEFORE_FAULT : 0;
  size_t used = 0;
  for (size_t i = from; i < length && i < at + AFTER_FAULT && used + 5 < size; i++) {
    unsigned char c = (unsigned char)text[i];
    if (is_plain(c)) out[used++] = (char)c;
    else used += (size_t)snprintf(out + used, size - used, "\\x%02X", c);
  }
  out[used] = '\0';
}

void parley_input_faults_note(parley_input_faults *faults, const parley_input_fault *place, const char *text,
                              size_t length, size_t at) {
  if (faults->count++ >= PARLEY_INPUT_FAULT_PLACES) return;
  parley_input_fault *kept = &faults->places[faults->count - 1];
  *kept = *place;
  excerpt(kept->excerpt, sizeof kept->excerpt, text, length, at);
}

typedef struct words {
  char text[400];
  size_t used;
} words;

static void say(words *w, const char *fmt, ...) PARLEY_PRINTF(2, 3);
static void say(words *w, const char *fmt, ...) {
  va_list args;
  va_start(args, fmt);
  int wanted = vsnprintf(w->text + w->used, sizeof w->text - w->used, fmt, args);
  va_end(args);
  if (wanted > 0) w->used += (size_t)wanted;
  if (w->used >= sizeof w->text) w->used = sizeof w->text - 1;
}

static void say_place(words *w, const parley_input_fault *place) {
  say(w, "line %lld", (long long)place->line);
  if (place->byte > 0) say(w, " byte %lld", (long long)place->byte);
  else say(w, " (byte %lld of the text)", (long long)place->offset + 1);
  if (place->field > 0) say(w, " field %lld", (long long)place->field);
  say(w, " '%s'", place->excerpt);
}

/* Whether the bytes of an excerpt stand side by side as Cyrillic letters do in windows-1251. In Western text most of
   them stand alone among ASCII letters. An excerpt has them as \xCA. */
static bool is_cyrillic(const parley_input_faults *faults) {
  const char *text = faults->places[0].excerpt;
  int together = 0, longest = 0;
  for (; *text != '\0'; text++) {
    int byte = 0;
    bool high = sscanf(text, "\\x%2X", (unsigned *)&byte) == 1 &&
                (byte >= 0xC0 || strchr("\xA5\xA8\xAA\xAF\xB2\xB3\xB4\xB8\xBA\xBF", byte) != NULL);
    together = high ? together + 1 : 0;
    if (high) text += 3;
    if (together > longest) longest = together;
  }
  return longest >= 3;
}

bool parley_input_faults_tell(const parley_input_faults *faults, const char *name, const char *encoding,
                              parley_error *err) {
  words w = {.used = 0};
  for (int i = 0; i < PARLEY_INPUT_FAULT_PLACES && i < faults->count; i++) {
    say(&w, i > 0 ? ", " : "");
    say_place(&w, &faults->places[i]);
  }
  if (faults->count > PARLEY_INPUT_FAULT_PLACES)
    say(&w, " and %lld more", (long long)faults->count - PARLEY_INPUT_FAULT_PLACES);
  if (faults->sound > 0) {
    say(&w, "; line %lld is good UTF-8, so encodings are mixed: make them one", (long long)faults->sound_line);
  } else if (encoding == NULL) {
    say(&w, "; state its encoding, such as encoding='windows-1252'%s",
        is_cyrillic(faults) ? ", or encoding='windows-1251' where it is Cyrillic" : "");
  } else {
    say(&w, "; it is another encoding, or several are mixed");
  }
  return parley_fail(err, PARLEY_ERROR_BAD_ENCODING, "%s is not %s: %s", name, encoding == NULL ? "UTF-8" : encoding,
                     w.text);
}

int64_t parley_input_count_lines(const char *text, size_t length, bool *after_cr) {
  int64_t lines = 0;
  bool cr = *after_cr;
  for (size_t i = 0; i < length; i++) {
    lines += text[i] == '\r' || (text[i] == '\n' && !cr);
    cr = text[i] == '\r';
  }
  *after_cr = cr;
  return lines;
}
