/* The entries of value/types.def as arrays, and the texts of written types. */
#include "value/type.h"

#include <string.h>

const parley_type_entry parley_types[] = {
#define TYPE(n, NAME, LAYOUT, ...) {.name = #n, .layout = PARLEY_LAYOUT_##LAYOUT, __VA_ARGS__},
#define WRITTEN(n, NAME, LAYOUT, ...) \
  {.name = #n, .layout = PARLEY_LAYOUT_##LAYOUT, .read = parley_type_read_##n, .write = parley_type_write_##n, \
   __VA_ARGS__},
#include "value/types.def"
  {.name = NULL}
};

const char *const parley_type_names[] = {
#define TYPE(n, ...) #n,
#define WRITTEN(n, ...) #n,
#include "value/types.def"
  NULL
};

const char *parley_type_name(parley_type type) { return parley_types[type].name; }

/* A handful of entries: no table. */
bool parley_type_find(const char *name, parley_type *type) {
  for (int i = 0; i < PARLEY_TYPES; i++) {
    if (strcmp(parley_types[i].name, name) != 0) continue;
    *type = (parley_type)i;
    return true;
  }
  return false;
}

/* The text lies in the caller's room, as types have no memory of their own. Other values stay as they are. */
void parley_value_write(parley_value *value, char room[PARLEY_TYPE_TEXT]) {
  const parley_type_entry *entry = &parley_types[value->type];
  if (entry->write == NULL) return;
  entry->write(value, room);
  *value = (parley_value){.type = PARLEY_TEXT, .text = room, .length = strlen(room)};
}

/* The reader of a type sets the number alone; the text it came from is no longer meant once the type is set. */
bool parley_value_read(parley_value *value, parley_type type) {
  const parley_type_entry *entry = &parley_types[type];
  if (entry->read == NULL || !entry->read(value->text, value->length, value)) return false;
  value->type = type;
  return true;
}

/* SQLite has no type of truths: other integers in such a column are shown as they are. */
void parley_value_restore(parley_value *value, parley_type type) {
  parley_layout layout = parley_layout_of(type), stored = parley_layout_of(value->type);
  if (layout == PARLEY_LAYOUT_TRUTH) {
    if (stored == PARLEY_LAYOUT_INTEGER && (value->integer == 0 || value->integer == 1)) value->type = type;
  } else if (stored == layout) {
    value->type = type;
  }
}
