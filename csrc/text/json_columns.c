/* Records of one text mostly have the same keys in the same order, so the column after the last one is tried before the
 * table is asked. */
#include "text/json_columns.h"

#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"

enum { FIRST_NAMES = 64, FIRST_SLOTS = 256 };

static bool is_name(const parley_json_name *name, const char *text, size_t length) {
  return name->length == length && memcmp(name->text, text, length) == 0;
}

/* The slot that holds the column of that name, or the free one where it would go. Ends because half of the slots are
   free. Linear probing, as names are few and short. */
static int *slot_of(parley_json_columns *c, const char *text, size_t length) {
  unsigned mask = c->slot_count - 1;
  for (unsigned at = (unsigned)parley_hash_text(text, length);; at++) {
    int *slot = &c->slots[at & mask];
    if (*slot < 0 || is_name(&c->names[*slot], text, length)) return slot;
  }
}

/* At least twice as many slots as names. All names are put in anew; hashes are not kept, since this happens some ten
   times at most. */
static bool more_slots(parley_json_columns *c, unsigned count) {
  int *slots = parley_alloc(c->slots, count * sizeof *slots);
  if (slots == NULL) return false;
  c->slots = slots;
  c->slot_count = count;
  for (unsigned i = 0; i < count; i++) slots[i] = -1;
  for (int i = 0; i < c->count; i++) *slot_of(c, c->names[i].text, c->names[i].length) = i;
  return true;
}

/* names[] may move: nobody keeps pointers to entries, only to their texts. */
static bool more_names(parley_json_columns *c) {
  if (c->count < c->room) return true;
  int room = c->room * 2;
  parley_json_name *names = parley_alloc(c->names, (size_t)room * sizeof *names);
  if (names == NULL) return false;
  c->names = names;
  c->room = room;
  return more_slots(c, (unsigned)room * 4);
}

/* After a failure, freeing gives back what there is. */
bool parley_json_columns_make(parley_json_columns *columns) {
  columns->names = parley_alloc(NULL, FIRST_NAMES * sizeof *columns->names);
  if (columns->names == NULL) return false;
  columns->room = FIRST_NAMES;
  return more_slots(columns, FIRST_SLOTS);
}

/* The copy has a zero at its end, for messages. */
static parley_json_found add(parley_json_columns *c, const char *text, size_t length, int *column) {
  if (c->count == PARLEY_JSON_COLUMNS) return PARLEY_JSON_TOO_MANY;
  char *copy = more_names(c) ? parley_alloc(NULL, length + 1) : NULL;
  if (copy == NULL) return PARLEY_JSON_NO_MEMORY;
  memcpy(copy, text, length);
  copy[length] = '\0';
  *slot_of(c, text, length) = *column = c->count;
  c->names[c->count++] = (parley_json_name){.text = copy, .length = length};
  return PARLEY_JSON_FOUND;
}

parley_json_found parley_json_column(parley_json_columns *columns, const char *text, size_t length, int likely,
                                     int *column) {
  if (likely < columns->count && is_name(&columns->names[likely], text, length)) {
    *column = likely;
    return PARLEY_JSON_FOUND;
  }
  *column = *slot_of(columns, text, length);
  return *column >= 0 ? PARLEY_JSON_FOUND : add(columns, text, length, column);
}

void parley_json_columns_free(parley_json_columns *columns) {
  for (int i = 0; i < columns->count; i++) parley_alloc(columns->names[i].text, 0);
  parley_alloc(columns->names, 0);
  parley_alloc(columns->slots, 0);
  *columns = (parley_json_columns){0};
}
