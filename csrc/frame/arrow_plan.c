/* The texts in use are found by one pass over the codes. Texts that a filter left behind must not go out: a file may be
   for people who are not to see them. */
#include "frame/arrow_plan.h"

#include <string.h>

#include "base/utf8.h"
#include "frame/packing.h"
#include "value/type.h"

static int32_t *map_of(parley_arrow_plan *plan) { return (int32_t *)(void *)plan->map.data; }

/* Sets 0 for each entry that some row has. */
static void mark_used(const parley_column *column, int32_t *map) {
  int32_t room[PARLEY_ARROW_PIECE];
  for (int64_t from = 0; from < column->length; from += PARLEY_ARROW_PIECE) {
    int64_t left = column->length - from, count = left < PARLEY_ARROW_PIECE ? left : PARLEY_ARROW_PIECE;
    const int32_t *code = parley_values(column, from, count, room);
    for (int64_t i = 0; i < count; i++) {
      if (parley_column_has(column, from + i)) map[code[i]] = 0;
    }
  }
}

/* New codes in the order of the old ones. */
static void number_used(const parley_dictionary *dictionary, parley_arrow_plan *plan) {
  int32_t *map = map_of(plan);
  for (int32_t code = 0; code < dictionary->entries; code++) {
    size_t length;
    if (map[code] < 0) continue;
    parley_dictionary_text(dictionary, code, &length);
    plan->bytes += (int64_t)length;
    map[code] = (int32_t)plan->entries++;
  }
}

static bool plan_entries(parley_memory *memory, const parley_column *column, parley_arrow_plan *plan,
                         parley_error *err) {
  size_t size = (size_t)column->dictionary.entries * sizeof(int32_t);
  if (!parley_buffer_resize(memory, &plan->map, size + 1, err)) return false;
  memset(plan->map.data, -1, size);
  mark_used(column, map_of(plan));
  number_used(&column->dictionary, plan);
  return true;
}

/* Whether each date that some row has is one day. */
static bool all_days(const parley_dictionary *dictionary, const parley_arrow_plan *plan) {
  for (int32_t code = 0; code < dictionary->entries; code++) {
    if (parley_arrow_plan_has(plan, code) && !parley_arrow_is_day(dictionary, code)) return false;
  }
  return true;
}

static bool plan_texts(parley_memory *memory, const parley_column *column, const parley_arrow_options *how,
                       parley_arrow_plan *plan, parley_arrow_described *described, parley_error *err) {
  const parley_dictionary *dictionary = &column->dictionary;
  bool dated = parley_column_layout(column) == PARLEY_LAYOUT_DATED, days = dated && how->days;
  bool coded = dictionary->distinct && !how->plain;
  if ((days || coded) && !plan_entries(memory, column, plan, err)) return false;
  days = days && all_days(dictionary, plan);
  if (days || !coded || plan->entries == dictionary->entries) parley_buffer_free(memory, &plan->map);
  plan->way = days ? PARLEY_ARROW_DAYS : coded ? PARLEY_ARROW_CODES : PARLEY_ARROW_TEXTS;
  described->format = days ? "tdD" : parley_arrow_is_utf8(dictionary) ? "U" : "Z";
  described->coded = plan->way == PARLEY_ARROW_CODES;
  if (dated && !days) described->type = parley_type_name(column->type);
  return true;
}

bool parley_arrow_plan_column(parley_memory *memory, const parley_column *column, const parley_arrow_options *how,
                              parley_arrow_plan *plan, parley_arrow_described *described, parley_error *err) {
  *described = (parley_arrow_described){.name = column->name, .name_length = column->name_length};
  if (parley_utf8_invalid(column->name, column->name_length) < column->name_length) {
    return parley_fail_with(err, "bad_encoding.arrow_name", "column=%.*s", (int)column->name_length, column->name);
  }
  if (parley_column_is_coded(column)) return plan_texts(memory, column, how, plan, described, err);
  bool truth = parley_column_layout(column) == PARLEY_LAYOUT_TRUTH;
  plan->way = truth ? PARLEY_ARROW_BITS : PARLEY_ARROW_VALUES;
  described->format = parley_types[parley_type_of_layout(parley_column_layout(column))].arrow;
  if (parley_type_is_written(column->type)) described->type = parley_type_name(column->type);
  return true;
}
