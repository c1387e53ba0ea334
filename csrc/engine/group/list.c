/* The texts are measured first and then written, in threads: text k of the dictionary is that of cell k. */
#include "engine/group/list.h"

#include <stdio.h>
#include <string.h>

#include "base/threads.h"
#include "engine/group/result.h"
#include "frame/packing.h"
#include "value/text_item.h"
#include "value/number_text.h"

#define LONGEST 1000000000 /* SQLite's limit for a text */

/* The text of an item as SQLite writes it; *text is either its own or in `room`. The same characters as SQLite's own
   conversion to text, so that both engines give the same lists. */
static size_t text_of(const parley_column *of, int32_t item, char room[PARLEY_NUMBER_TEXT_ROOM], const char **text) {
  size_t length;
  if (parley_group_has_text(of)) {
    *text = parley_dictionary_text(&of->dictionary, item, &length);
    return length;
  }
  *text = room;
  parley_value value = parley_column_get(of, item);
  if (parley_type_is_written(value.type)) parley_types[value.type].write(&value, room);
  else if (parley_layout_of(value.type) == PARLEY_LAYOUT_NUMBER) parley_number_text_general(value.number, room);
  else snprintf(room, PARLEY_NUMBER_TEXT_ROOM, "%lld", (long long)value.integer);
  return strlen(room);
}

/* Bytes that the list of a cell takes; written to `to` unless that is NULL. Called twice, to measure and to write:
   both go through the same steps, so lengths cannot differ. */
static int64_t list_cell(const parley_list *list, int64_t cell, char *to) {
  int64_t length = 0, gap = (int64_t)list->separator_length;
  for (uint32_t at = list->start[cell]; at < list->start[cell + 1]; at++) {
    char room[PARLEY_NUMBER_TEXT_ROOM];
    const char *text;
    size_t own = text_of(list->of, list->item[at], room, &text);
    if (at > list->start[cell]) {
      if (to != NULL && gap > 0) memcpy(to + length, list->separator, (size_t)gap);
      length += gap;
    }
    char *into = to == NULL ? NULL : to + length;
    if (list->quoted) own = parley_text_item_write(text, own, into);
    else if (into != NULL && own > 0) memcpy(into, text, own);
    length += (int64_t)own;
  }
  return length;
}

typedef struct lister {
  const parley_list *list;
  int64_t *offset; /* of each cell's list; while they are measured, lengths one place behind */
  char *bytes;
} lister;

/* Lengths go one place behind, where adding up makes them the ends. */
static bool measure_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const lister *l = data;
  (void)worker;
  for (; from < to; from++) {
    l->offset[from + 1] = list_cell(l->list, from, NULL);
    if (l->offset[from + 1] > LONGEST) return parley_fail_key(err, "too_large.engine_list");
  }
  return true;
}

static bool write_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const lister *l = data;
  (void)worker;
  (void)err;
  for (; from < to; from++) list_cell(l->list, from, l->bytes + l->offset[from]);
  return true;
}

/* The code of each group: its cell, where that has items. A group without items is missing, and no code points to
   its empty text. */
static void set_codes(const parley_list *list, parley_column *out) {
  int32_t *code = (int32_t *)(void *)out->values.data;
  for (int64_t cell = 0; cell < list->cells; cell++) {
    int64_t group = parley_cells_group(list->groups, cell);
    bool any = list->start[cell] < list->start[cell + 1];
    code[group] = any ? (int32_t)cell : 0;
    if (any) parley_bit_set(out->validity.data, group);
  }
}

/* Texts of two groups may be equal: the dictionary is not distinct. Each thread writes between offsets of its own. */
static bool write_all(parley_run *run, const parley_list *list, parley_column *out, parley_error *err) {
  parley_dictionary *texts = &out->dictionary;
  lister l = {.list = list};
  int64_t grain = list->cells / 64 + 1;
  size_t size = ((size_t)list->cells + 1) * sizeof *l.offset;
  if (!parley_buffer_resize(&run->memory, &texts->offsets, size, err)) return false;
  l.offset = (int64_t *)(void *)texts->offsets.data;
  l.offset[0] = 0;
  if (!parley_threads_run(run, list->cells, grain, measure_job, &l, err)) return false;
  for (int64_t cell = 0; cell < list->cells; cell++) l.offset[cell + 1] += l.offset[cell];
  if (!parley_buffer_resize(&run->memory, &texts->bytes, (size_t)l.offset[list->cells] + 1, err)) return false;
  l.bytes = (char *)texts->bytes.data;
  texts->entries = (int32_t)list->cells;
  texts->distinct = list->cells < 2;
  set_codes(list, out);
  return parley_threads_run(run, list->cells, grain, write_job, &l, err);
}

bool parley_list_write(parley_run *run, const parley_list *list, parley_column *out, parley_error *err) {
  return parley_column_make(&run->memory, out, PARLEY_TEXT, list->groups->count, true, err) &&
         write_all(run, list, out, err) && parley_column_seal(&run->memory, out, err);
}
