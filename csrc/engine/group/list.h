/* Columns of texts that join the items of each group. */
#ifndef PARLEY_ENGINE_GROUP_LIST_H
#define PARLEY_ENGINE_GROUP_LIST_H

#include "engine/group/cells.h"
#include "frame/frame.h"

typedef struct parley_list {
  const parley_column *of;
  const parley_groups *groups; /* tells the group of a cell */
  int64_t cells; /* how many */
  const uint32_t *start; /* of each cell's items, and the end of the last one */
  const int32_t *item;   /* codes of texts and dates, rows of others */
  const char *separator; /* between two items; not ended by a zero */
  size_t separator_length;
  bool quoted; /* items that need it, so that they can be told apart (value/text_item.h) */
} parley_list;

/* Makes *out, which holds nothing but a name, a text for each group: missing where it has no item. */
bool parley_list_write(parley_run *run, const parley_list *list, parley_column *out, parley_error *err);

#endif
