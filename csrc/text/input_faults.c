/*
** Faults of encoding: noted with their places while a text is read, and told in one failure at the end.
**
** R1  The first PARLEY_INPUT_FAULT_PLACES keep their places and some bytes around them; the others are counted. So a
**     file in another encoding costs no more memory than one with a single fault.
** R2  The excerpts are printable ASCII whatever the bytes are: they go to terminals and logs.
** R3  The places go into one argument, with a tab between them; lua/parley/base/error_objects.lua takes them apart.
*/
#include "text/input.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"

enum { BEFORE_FAULT = 10, AFTER_FAULT = 10, PLACE_BYTES = 128, PLACES_GAP = '\t' };

static bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7F && c != '\\'; }

/* Some bytes around the fault; what is not printable ASCII is shown as \x92. */
static void excerpt(char *out, size_t size, const char *text, size_t length, size_t at) {
  size_t from = at > BEFORE_FAULT ? at - BEFORE_FAULT : 0;
  size_t used = 0;
  for (size_t i = from; i < length && i < at + AFTER_FAULT && used + PARLEY_ASCII_SPELT < size; i++) {
    unsigned char c = (unsigned char)text[i];
    if (is_plain(c)) out[used++] = (char)c;
    else used += parley_ascii_spell(c, out + used);
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

/* The phrase that tells a place, and its line, byte, field and excerpt: "fault_in_field 3 4 2 M\xFC". Where the byte is
   not known in its line, it is counted in the whole text. */
static void write_place(char *out, size_t size, const parley_input_fault *place) {
  const char *phrase = place->byte <= 0 ? "fault_in_text" : place->field > 0 ? "fault_in_field" : "fault_in_line";
  int64_t byte = place->byte > 0 ? place->byte : place->offset + 1;
  snprintf(out, size, "%s %lld %lld %lld %s", phrase, (long long)place->line, (long long)byte,
           (long long)place->field, place->excerpt);
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

static const char *reason_of(const parley_input_faults *faults, const char *encoding) {
  if (faults->sound > 0) return "encodings_mixed";
  if (encoding != NULL) return "encoding_other";
  return is_cyrillic(faults) ? "encoding_unstated_cyrillic" : "encoding_unstated";
}

bool parley_input_faults_tell(const parley_input_faults *faults, const char *name, const char *encoding,
                              parley_error *err) {
  char places[PARLEY_INPUT_FAULT_PLACES * (PLACE_BYTES + 1)];
  size_t used = 0;
  for (int i = 0; i < PARLEY_INPUT_FAULT_PLACES && i < faults->count; i++) {
    if (i > 0) places[used++] = PLACES_GAP;
    write_place(places + used, PLACE_BYTES, &faults->places[i]);
    used += strlen(places + used);
  }
  long long more = faults->count > PARLEY_INPUT_FAULT_PLACES ? (long long)faults->count - PARLEY_INPUT_FAULT_PLACES : 0;
  const char *key = more > 0 ? "bad_encoding.many_bytes" : "bad_encoding.bytes";
  return parley_fail_with(err, key, "path=%s encoding=%s reason=%s sound_line=%lld more=%lld places=%s", name,
                          encoding == NULL ? "UTF-8" : encoding, reason_of(faults, encoding),
                          (long long)faults->sound_line, more, places);
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
