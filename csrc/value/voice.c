/* A voice taken apart: parts are found by the byte between them, from the front. */
#include "value/voice.h"

#include <string.h>

#include "base/bytes.h"

/* Byte by byte: a tie is broken the same way in every locale. */
int parley_voice_compare(parley_voice a, parley_voice b) {
  return parley_bytes_order(a.bytes, a.length, b.bytes, b.length);
}

static size_t part_length(const char *bytes, size_t length) {
  const char *end = length > 0 ? memchr(bytes, PARLEY_VOICE_SEPARATOR, length) : NULL;
  return end != NULL ? (size_t)(end - bytes) : length;
}

parley_voice parley_voice_source(parley_voice voice) {
  return (parley_voice){voice.bytes, part_length(voice.bytes, voice.length)};
}

parley_voice parley_voice_origin(parley_voice voice) {
  parley_voice source = parley_voice_source(voice);
  if (source.length == voice.length) return source;
  const char *next = voice.bytes + source.length + 1;
  size_t length = part_length(next, voice.length - source.length - 1);
  return length > 0 ? (parley_voice){next, length} : source;
}

parley_voice parley_voice_coder(parley_voice voice) {
  for (int parts_before = 3; parts_before > 0; parts_before--) {
    size_t part = part_length(voice.bytes, voice.length);
    if (part == voice.length) return (parley_voice){"", 0};
    voice.bytes += part + 1;
    voice.length -= part + 1;
  }
  return voice;
}
