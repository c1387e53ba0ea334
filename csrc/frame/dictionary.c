/*
** Looking a text up costs one hash of eight bytes at a time and, mostly, one comparison.
**
** The index is linear probing with the hashes kept beside the codes: a comparison of texts happens for equal hashes of
** 32 bits only, and growing looks at no text. At most half full, an unsuccessful look takes 2.5 slots on average
** (Knuth, The Art of Computer Programming 3, 6.4).
*/
#include "frame/dictionary.h"

#include <string.h>

#define FIRST_SLOTS 64u
/* From this many entries on, a dictionary that repeats less than every second text gives up looking. */
#define TRIAL_ENTRIES 32768

/* Open addressing over a power of two; a slot is empty when its code is -1. */
typedef struct slot {
  uint32_t hash; /* the two halves of the 64 bits, folded; low bits choose the slot */
  int32_t code; /* of the text, or -1 */
} slot;

struct parley_index {
  uint32_t slots; /* a power of two */
  slot slot[];
};

/* ---- index ---- */

static size_t index_size(uint32_t slots) { return sizeof(parley_index) + slots * sizeof(slot); }

static void index_free(parley_memory *memory, parley_dictionary *dictionary) {
  if (dictionary->index == NULL) return;
  parley_memory_give(memory, index_size(dictionary->index->slots));
  parley_alloc(dictionary->index, 0);
  dictionary->index = NULL;
}

/* Twice the slots; the hashes are kept, so no text is looked at again. `slots` stays a uint32_t: 2^31 entries are
   the most a dictionary has, and the trial below drops the index long before for texts that do not repeat. */
static bool index_grow(parley_memory *memory, parley_dictionary *dictionary, parley_error *err) {
  parley_index *old = dictionary->index;
  uint32_t slots = old == NULL ? FIRST_SLOTS : old->slots * 2;
  if (!parley_memory_take(memory, index_size(slots), err)) return false;
  parley_index *grown = parley_alloc(NULL, index_size(slots));
  if (grown == NULL) {
    parley_memory_give(memory, index_size(slots));
    return parley_no_memory(err);
  }
  grown->slots = slots;
  memset(grown->slot, 0xff, slots * sizeof(slot));
  for (uint32_t i = 0; old != NULL && i < old->slots; i++) {
    if (old->slot[i].code < 0) continue;
    uint32_t at = old->slot[i].hash & (slots - 1);
    while (grown->slot[at].code >= 0) at = (at + 1) & (slots - 1);
    grown->slot[at] = old->slot[i];
  }
  index_free(memory, dictionary);
  dictionary->index = grown;
  return true;
}

/* The slot of the text, or the empty one where it belongs. Ends because half of the slots are empty. */
static slot *index_find(const parley_dictionary *dictionary, const char *text, size_t length, uint32_t hash) {
  uint32_t mask = dictionary->index->slots - 1, at = hash & mask;
  slot *found = &dictionary->index->slot[at];
  for (; found->code >= 0; found = &dictionary->index->slot[at = (at + 1) & mask]) {
    size_t known;
    if (found->hash != hash) continue;
    const char *there = parley_dictionary_text(dictionary, found->code, &known);
    if (known == length && memcmp(there, text, length) == 0) break;
  }
  return found;
}

/* The index is at most half full. Where it would have to grow for texts that hardly repeat, it is dropped. */
static bool index_make_room(parley_memory *memory, parley_dictionary *dictionary, parley_error *err) {
  if (dictionary->index != NULL && (uint32_t)dictionary->entries < dictionary->index->slots / 2) return true;
  if (dictionary->entries >= TRIAL_ENTRIES && dictionary->entries > dictionary->asked / 2) {
    index_free(memory, dictionary);
    dictionary->distinct = false;
    return true;
  }
  return index_grow(memory, dictionary, err);
}

/* ---- texts ---- */

/* entries + 2 offsets: the new end, and the first 0. Text may not point into this dictionary, whose bytes may move. */
bool parley_dictionary_append(parley_memory *memory, parley_dictionary *dictionary, const char *text, size_t length,
                              parley_error *err) {
  size_t entries = (size_t)dictionary->entries;
  if (!parley_buffer_reserve(memory, &dictionary->offsets, (entries + 2) * sizeof(int64_t), err)) return false;
  int64_t *offset = (int64_t *)(void *)dictionary->offsets.data;
  if (entries == 0) offset[0] = 0;
  if (!parley_buffer_reserve(memory, &dictionary->bytes, (size_t)offset[entries] + length + 1, err)) return false;
  if (length > 0) memcpy(dictionary->bytes.data + offset[entries], text, length);
  offset[entries + 1] = offset[entries] + (int64_t)length;
  dictionary->entries++;
  return true;
}

/* `found` stays valid over the append, which moves texts but not slots. Giving up looking is for good: later texts
   get a new code each, and `distinct` tells everyone. */
bool parley_dictionary_code(parley_memory *memory, parley_dictionary *dictionary, const char *text, size_t length,
                            int32_t *code, bool *added, parley_error *err) {
  *added = true;
  *code = dictionary->entries;
  dictionary->asked++;
  if (dictionary->distinct && !index_make_room(memory, dictionary, err)) return false;
  if (!dictionary->distinct) return parley_dictionary_append(memory, dictionary, text, length, err);
  uint64_t wide = parley_hash_text(text, length);
  uint32_t hash = (uint32_t)(wide ^ (wide >> 32));
  slot *found = index_find(dictionary, text, length, hash);
  if (found->code >= 0) {
    *added = false;
    *code = found->code;
    return true;
  }
  if (!parley_dictionary_append(memory, dictionary, text, length, err)) return false;
  *found = (slot){hash, *code};
  return true;
}

/* Two int32_t an entry; callers add them for every entry, in order. */
bool parley_dictionary_add_days(parley_memory *memory, parley_dictionary *dictionary, const parley_edtf *date,
                                parley_error *err) {
  size_t count = (size_t)dictionary->entries * 2;
  if (!parley_buffer_reserve(memory, &dictionary->days, count * sizeof(int32_t), err)) return false;
  int32_t *days = (int32_t *)(void *)dictionary->days.data;
  days[count - 2] = date->first;
  days[count - 1] = date->last;
  return true;
}

/* ---- the whole ---- */

/* entries + 1 offsets in all; a byte of text more than needed, so that an address is never NULL. */
bool parley_dictionary_finish(parley_memory *memory, parley_dictionary *dictionary, parley_error *err) {
  size_t entries = (size_t)dictionary->entries;
  index_free(memory, dictionary);
  if (entries == 0 && dictionary->offsets.data == NULL) {
    if (!parley_buffer_reserve(memory, &dictionary->offsets, sizeof(int64_t), err)) return false;
    if (!parley_buffer_reserve(memory, &dictionary->bytes, 1, err)) return false;
    *(int64_t *)(void *)dictionary->offsets.data = 0;
  }
  size_t bytes = (size_t)parley_dictionary_offsets(dictionary)[entries];
  return parley_buffer_trim(memory, &dictionary->offsets, (entries + 1) * sizeof(int64_t), err) &&
         parley_buffer_trim(memory, &dictionary->bytes, bytes + 1, err) &&
         parley_buffer_trim(memory, &dictionary->days, entries * 2 * sizeof(int32_t), err);
}

parley_dictionary parley_dictionary_share(const parley_dictionary *dictionary) {
  parley_dictionary share = *dictionary;
  share.offsets = parley_buffer_share(&dictionary->offsets);
  share.bytes = parley_buffer_share(&dictionary->bytes);
  share.days = parley_buffer_share(&dictionary->days);
  return share;
}

void parley_dictionary_free(parley_memory *memory, parley_dictionary *dictionary) {
  index_free(memory, dictionary);
  parley_buffer_free(memory, &dictionary->offsets);
  parley_buffer_free(memory, &dictionary->bytes);
  parley_buffer_free(memory, &dictionary->days);
  *dictionary = (parley_dictionary){0};
}
