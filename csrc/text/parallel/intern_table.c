/* Open addressing over a power of two. Slots hold short texts whole, so bytes are only looked at for long ones. */
#include "text/parallel/intern_table.h"

#include <string.h>

#include "base/buffer.h"
#include "frame/dictionary.h"

enum { FIRST_BITS = 8, FIRST_BYTES = 4096 };

/* ---- keys ---- */

/* A length above 16 tells it from a text that stands in the slot whole. */
static parley_intern_slot long_key(const char *text, size_t length) {
  return (parley_intern_slot){.head = parley_hash_text(text, length), .length = (uint32_t)length};
}

/* ---- growing ---- */

/* Keys are in the slots: no text is looked at again. */
static bool grow_slots(parley_intern_table *texts) {
  unsigned bits = texts->bits == 0 ? FIRST_BITS : texts->bits + 1;
  size_t count = (size_t)1 << bits, before = texts->slots == NULL ? 0 : (size_t)1 << texts->bits;
  parley_intern_slot *slots = parley_alloc(NULL, count * sizeof *slots);
  if (slots == NULL) return false;
  for (size_t i = 0; i < count; i++) slots[i] = (parley_intern_slot){.code = -1};
  for (size_t i = 0; i < before; i++) {
    if (texts->slots[i].code < 0) continue;
    size_t at = parley_intern_place(&texts->slots[i], bits);
    while (slots[at].code >= 0) at = (at + 1) & (count - 1);
    slots[at] = texts->slots[i];
  }
  parley_alloc(texts->slots, 0);
  texts->slots = slots;
  texts->bits = bits;
  return true;
}

/* Doubles: offsets and not pointers are kept, as the block moves. */
static bool keep_bytes(parley_intern_table *texts, const char *text, size_t length, size_t *at) {
  if (texts->bytes == NULL || texts->used + length > texts->bytes_room) {
    size_t room = texts->bytes_room * 2 + length + FIRST_BYTES;
    char *bytes = parley_alloc(texts->bytes, room);
    if (bytes == NULL) return false;
    texts->bytes = bytes;
    texts->bytes_room = room;
  }
  if (length > 0) memcpy(texts->bytes + texts->used, text, length);
  *at = texts->used;
  texts->used += length;
  return true;
}

/* Codes are 32 bits. */
static bool grow_seen(parley_intern_table *texts) {
  if (texts->count < texts->room) return true;
  if (texts->room > INT32_MAX / 2 - 64) return false;
  int32_t room = texts->room * 2 + 64;
  parley_interned_text *seen = parley_alloc(texts->seen, (size_t)room * sizeof *seen);
  if (seen == NULL) return false;
  texts->seen = seen;
  texts->room = room;
  return true;
}

/* ---- looking up ---- */

static bool is_text(const parley_intern_table *texts, int32_t code, const char *text, size_t length) {
  return length <= PARLEY_INTERN_SHORT || memcmp(texts->bytes + texts->seen[code].at, text, length) == 0;
}

/* The text is kept before the slot is filled: a failure leaves the table as it was. */
static int32_t add(parley_intern_table *texts, parley_intern_slot *slot, parley_intern_slot key, const char *text) {
  size_t at;
  if (!grow_seen(texts) || !keep_bytes(texts, text, key.length, &at)) return -1;
  texts->seen[texts->count] =
      (parley_interned_text){.at = at, .shown_at = at, .length = key.length, .shown_length = key.length};
  key.code = texts->count++;
  *slot = key;
  return key.code;
}

/* Head, tail and length are compared before any byte: of short texts they are the text, of long ones a hash, so that
   few bytes of other texts are ever looked at. */
int32_t parley_intern_find(parley_intern_table *texts, const char *text, size_t length, bool *added) {
  /* at most half full, so that a slot is found near its place */
  if ((texts->slots == NULL || (size_t)texts->count >= (size_t)1 << (texts->bits - 1)) && !grow_slots(texts)) return -1;
  parley_intern_slot key = length <= PARLEY_INTERN_SHORT ? parley_intern_key(text, length) : long_key(text, length);
  size_t mask = ((size_t)1 << texts->bits) - 1, at = parley_intern_place(&key, texts->bits);
  parley_intern_slot *slot = &texts->slots[at];
  *added = false;
  for (; slot->code >= 0; slot = &texts->slots[at = (at + 1) & mask]) {
    bool same = slot->head == key.head && slot->tail == key.tail && slot->length == key.length;
    if (same && is_text(texts, slot->code, text, length)) return slot->code;
  }
  *added = true;
  return add(texts, slot, key, text);
}

bool parley_intern_show(parley_intern_table *texts, const char *text, size_t length) {
  parley_interned_text *newest = &texts->seen[texts->count - 1];
  newest->shown_length = (uint32_t)length;
  return keep_bytes(texts, text, length, &newest->shown_at);
}

void parley_intern_free(parley_intern_table *texts) {
  parley_alloc(texts->slots, 0);
  parley_alloc(texts->seen, 0);
  parley_alloc(texts->bytes, 0);
  *texts = (parley_intern_table){0};
}
