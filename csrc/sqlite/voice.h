/*
** Voices: who makes a claim, as one text. "source", or "source\x1forigin\x1fspeaker\x1fcoder" where there is more to
** tell; the origin is the source that the source rests on in the end. lua/parley/storage/statements/claim_weights.lua
** makes it. What is taken of a voice are bytes of the voice.
*/
#ifndef PARLEY_SQLITE_VOICE_H
#define PARLEY_SQLITE_VOICE_H

#include "sqlite/callback.h"

enum { PARLEY_VOICE_SEPARATOR = 0x1f };

/* Orders texts by their bytes: below 0, 0 or above 0. */
int parley_voice_compare(parley_sql_text a, parley_sql_text b);

parley_sql_text parley_voice_source(parley_sql_text voice);

/* The source that its source rests on, or its source. */
parley_sql_text parley_voice_origin(parley_sql_text voice);

/* The last of four parts; empty where a voice has fewer, and names no coder. */
parley_sql_text parley_voice_coder(parley_sql_text voice);

#endif
