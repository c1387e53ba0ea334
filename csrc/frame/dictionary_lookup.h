/*
** Work on whole dictionaries: one made of entries of another, and which texts of one are the same. Hashing and copying
** are split between threads; results are those of one thread.
*/
#ifndef PARLEY_FRAME_DICTIONARY_LOOKUP_H
#define PARLEY_FRAME_DICTIONARY_LOOKUP_H

#include "base/run.h"
#include "frame/dictionary.h"

/* Makes *out, which must be empty, the dictionary of the entries origin[0 .. count - 1] of `from`, with their days when
   it has days. It is sealed; whether its texts are `distinct` is for the caller to say. */
bool parley_lookup_pick(parley_run *run, const parley_dictionary *from, const int32_t *origin, int32_t count,
                        parley_dictionary *out, parley_error *err);

typedef struct parley_lookup_slot {
  uint32_t tag; /* low half of the hash */
  int32_t code; /* -1: empty */
} parley_lookup_slot;

/* The different texts of a dictionary, for looking up. The high bits of a hash choose a section of the table, in which
   the tag chooses the slot: sections are filled one by one, each within the cache. */
typedef struct parley_lookup {
  const parley_dictionary *of; /* must outlive the table */
  int section_bits; /* high bits of a hash that choose the section */
  int32_t *first;    /* of each entry: the first entry with the same text */
  bool distinct;     /* every entry is its own first */
  parley_buffer slots, sections, firsts; /* the memory of the table, counted for the run that made it */
} parley_lookup;

bool parley_lookup_make(parley_run *run, parley_lookup *texts, const parley_dictionary *of, parley_error *err);
void parley_lookup_free(parley_run *run, parley_lookup *texts);

/* found[k]: the first entry of texts->of with the text of entry k of `other`, or -1. */
bool parley_lookup_find(parley_run *run, const parley_lookup *texts, const parley_dictionary *other, int32_t *found,
                        parley_error *err);

#endif
