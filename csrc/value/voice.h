/*
** Voices: who makes a claim, as one text. "source", or "source\x1forigin\x1fspeaker\x1fcoder" where there is more to
** tell; the origin is the source that the source rests on in the end. lua/parley/storage/statements/claim_weights.lua
** makes it. What is taken of a voice are bytes of the voice.
*/
#ifndef PARLEY_VALUE_VOICE_H
#define PARLEY_VALUE_VOICE_H

#include <stddef.h>

enum { PARLEY_VOICE_SEPARATOR = 0x1f };

/* A voice, or a part of one; the bytes are another's. */
typedef struct parley_voice {
  const char *bytes;
  size_t length;
} parley_voice;

/* Orders texts by their bytes: below 0, 0 or above 0. */
int parley_voice_compare(parley_voice a, parley_voice b);

parley_voice parley_voice_source(parley_voice voice);

/* The source that its source rests on, or its source. */
parley_voice parley_voice_origin(parley_voice voice);

/* The last of four parts; empty where a voice has fewer, and names no coder. */
parley_voice parley_voice_coder(parley_voice voice);

#endif
