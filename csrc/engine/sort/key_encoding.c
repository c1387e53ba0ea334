/*
** Keys become small numbers: an integer less the least one, a number's word less the least and without the zero bits
** that all of them end with, a text's rank among the dictionary's texts, a date's days less the earliest.
**
** R1  A field orders as the values do, and has the same value only for values that are equal: sorting by fields is
**     sorting by keys.
*/
#include "engine/sort/key_encoding.h"

#include <stdatomic.h>

#include "frame/dictionary_lookup.h"
#include "base/threads.h"
#include "engine/sort/radix_sort.h"
#include "engine/sort/normalized_key.h"
#include "frame/gather.h"

enum { GRAIN = 65536 };

/* ---- numbers ---- */

typedef struct extent {
  uint64_t low, high, different;
  char apart[40]; /* from the next worker's */
} extent;

typedef struct measuring {
  const double *value;
  double scale;         /* not 0: looks whether all are decimal fractions, and measures them as such */
  atomic_bool uneven;   /* they are not */
  extent extents[PARLEY_THREADS_MOST];
} measuring;

/* Amounts of money and the like: numbers that are whole when multiplied by 1, 10, 100 or 1000. As integers they take
   far fewer bits than as doubles, whose last bits all differ. Up to 10^15 an integer and its division are exact
   enough to be compared; the division must give back the very number. */
static bool is_decimal(double value, double scale) {
  const double most = 1e15;
  return value > -most && value < most && (double)parley_word_decimal(value, scale) / scale == value;
}

/* `different` collects the bits in which any two differ; the low ones that never do are shifted out. */
static bool measure_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  measuring *m = data;
  extent all = m->extents[worker];
  uint64_t first = parley_word_of_number(m->value[0]);
  for (int64_t i = from; i < to; i++) {
    uint64_t word = parley_word_of_number(m->value[i]);
    all.low = word < all.low ? word : all.low;
    all.high = word > all.high ? word : all.high;
    all.different |= word ^ first;
  }
  m->extents[worker] = all;
  (void)err;
  return true;
}

/* Once one number is uneven the rest need not be looked at. */
static bool measure_decimals(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  measuring *m = data;
  extent all = m->extents[worker];
  bool even = true;
  if (atomic_load(&m->uneven)) return true;
  for (int64_t i = from; i < to; i++) {
    bool decimal = is_decimal(m->value[i], m->scale);
    uint64_t word = parley_word_of_integer(decimal ? parley_word_decimal(m->value[i], m->scale) : 0);
    even &= decimal;
    all.low = word < all.low ? word : all.low;
    all.high = word > all.high ? word : all.high;
  }
  m->extents[worker] = all;
  if (!even) atomic_store(&m->uneven, true);
  (void)err;
  return true;
}

/* The scale at which some of the numbers are whole, or 0. 256 numbers, spread over the column: only a guess, which
   all numbers then have to confirm. */
static double infer_scale(const parley_column *by) {
  const double *value = parley_column_numbers(by);
  double scale = 1;
  for (int64_t i = 0; i < 256 && scale < 1e4; i++) {
    double one = value[by->length < 256 ? i % by->length : i * (by->length / 256)];
    while (scale < 1e4 && !is_decimal(one, scale)) scale *= 10;
  }
  return scale < 1e4 ? scale : 0;
}

/* Missing values count as the 0 that stands in their place: the field may get longer, but not wrong. Workers keep
   their extents apart, on lines of the cache of their own. */
static bool measure_all(parley_run *run, const parley_sort_field *field, measuring *m, extent *all, parley_error *err) {
  *all = (extent){.low = UINT64_MAX};
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) m->extents[i] = *all;
  parley_threads_job *job = m->scale > 0 ? measure_decimals : measure_part;
  if (!parley_threads_run(run, field->by->length, GRAIN, job, m, err)) return false;
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (m->extents[i].low < all->low) all->low = m->extents[i].low;
    if (m->extents[i].high > all->high) all->high = m->extents[i].high;
    all->different |= m->extents[i].different;
  }
  return true;
}

/* A guess that fails costs a pass up to the first uneven number. */
static bool measure_numbers(parley_run *run, parley_sort_field *field, parley_error *err) {
  measuring m = {.value = parley_column_numbers(field->by), .scale = infer_scale(field->by)};
  extent all;
  if (m.scale > 0) {
    if (!measure_all(run, field, &m, &all, err)) return false;
    field->kind = atomic_load(&m.uneven) ? PARLEY_SORT_FIELD_NUMBER : PARLEY_SORT_FIELD_DECIMAL;
    field->scale = m.scale;
    m.scale = 0;
  }
  if (field->kind != PARLEY_SORT_FIELD_DECIMAL && !measure_all(run, field, &m, &all, err)) return false;
  field->low = all.low;
  field->shift = all.different == 0 ? 0 : __builtin_ctzll(all.different);
  field->high = (all.high - all.low) >> field->shift;
  return true;
}

/* ---- texts and dates: the value of each entry ---- */

/* One more than the entries, so that none has no address. */
static uint64_t *entry_room(parley_run *run, parley_sort_field *field, parley_error *err) {
  size_t size = ((size_t)field->by->dictionary.entries + 1) * sizeof(uint64_t);
  if (!parley_buffer_resize(&run->memory, &field->entries, size, err)) return NULL;
  field->of_entry = (const uint64_t *)(const void *)field->entries.data;
  return (uint64_t *)(void *)field->entries.data;
}

/* The days from the earliest to the latest on one side of the dates, open sides left out. */
typedef struct span {
  int32_t open, least, most;
} span;

static void widen(span *s, int32_t day) {
  if (day == s->open) return;
  s->least = day < s->least ? day : s->least;
  s->most = day > s->most ? day : s->most;
}

/* An open side comes last, whatever the direction. Values go from 0; open is one above the latest, or 1 where no day
   is there. */
static uint64_t place_in(const span *s, int32_t day, bool descending) {
  if (s->most < s->least) return 1; /* all are open */
  if (day == s->open) return (uint64_t)((int64_t)s->most - s->least) + 1;
  return (uint64_t)(descending ? (int64_t)s->most - day : (int64_t)day - s->least);
}

/* First day, then last day. A date open on both sides has the value of a missing one. First days in the upper bits.
   A row that is missing gets high + 1, which is the value of a date open on both sides. */
static bool rank_dates(parley_run *run, parley_sort_field *field, parley_error *err) {
  const parley_dictionary *dictionary = &field->by->dictionary;
  uint64_t *value = entry_room(run, field, err);
  span start = {INT32_MIN, INT32_MAX, INT32_MIN}, end = {INT32_MAX, INT32_MAX, INT32_MIN};
  if (value == NULL) return false;
  for (int32_t i = 0; i < dictionary->entries; i++) {
    widen(&start, parley_dictionary_days(dictionary, i)[0]);
    widen(&end, parley_dictionary_days(dictionary, i)[1]);
  }
  uint64_t last = place_in(&end, end.open, field->descending);
  int bits = parley_word_bits(last);
  uint64_t missing = (place_in(&start, start.open, field->descending) << bits) | last;
  for (int32_t i = 0; i < dictionary->entries; i++) {
    const int32_t *days = parley_dictionary_days(dictionary, i);
    value[i] = (place_in(&start, days[0], field->descending) << bits) | place_in(&end, days[1], field->descending);
  }
  field->high = missing - 1;
  return true;
}

typedef struct ranking {
  const int32_t *order; /* entries, ~entry where the text is that of the one before */
  uint64_t *value;
  uint64_t *before;     /* different texts before each part */
  bool counted;
  uint64_t highest;
  bool descending;
} ranking;

/* Run twice: first counts, then writes. */
static bool rank_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const ranking *r = data;
  uint64_t rank = r->counted ? r->before[from / GRAIN] : 0;
  for (int64_t i = from; i < to; i++) {
    int32_t entry = r->order[i];
    rank += entry >= 0;
    if (r->counted) r->value[entry < 0 ? ~entry : entry] = r->descending ? r->highest - (rank - 1) : rank - 1;
  }
  if (!r->counted) r->before[from / GRAIN] = rank;
  (void)worker;
  (void)err;
  return true;
}

/* Counts the different texts of each part, then gives each its rank. Ranks are dense, which takes the fewest bits. */
static bool rank_order(parley_run *run, ranking *r, int64_t entries, parley_error *err) {
  uint64_t sum = 0;
  if (!parley_threads_run(run, entries, GRAIN, rank_part, r, err)) return false;
  for (int64_t part = 0; part * GRAIN < entries; part++) {
    uint64_t own = r->before[part];
    r->before[part] = sum;
    sum += own;
  }
  r->counted = true;
  r->highest = sum == 0 ? 0 : sum - 1;
  return parley_threads_run(run, entries, GRAIN, rank_part, r, err);
}

/* Ties (equal texts of a dictionary that repeats) get the same rank. */
static bool rank_texts(parley_run *run, parley_sort_field *field, parley_error *err) {
  int64_t entries = field->by->dictionary.entries;
  parley_sort_text_list texts = {.of = &field->by->dictionary, .ties = true};
  parley_buffer order = {0}, before = {0};
  ranking r = {.value = entry_room(run, field, err), .descending = field->descending};
  bool done = r.value != NULL &&
              parley_buffer_resize(&run->memory, &order, (size_t)(entries + 1) * sizeof(int32_t), err) &&
              parley_buffer_resize(&run->memory, &before, (size_t)(entries / GRAIN + 1) * sizeof(uint64_t), err) &&
              parley_sort_texts(run, entries, &texts, 0, entries, (int32_t *)(void *)order.data, err);
  r.order = (const int32_t *)(const void *)order.data;
  r.before = (uint64_t *)(void *)before.data;
  done = done && rank_order(run, &r, entries, err);
  field->high = r.highest;
  parley_buffer_free(&run->memory, &before);
  parley_buffer_free(&run->memory, &order);
  return done;
}

/* A dictionary with many more entries than there are rows is cut down first. `packed` is the field's own, freed with
   it. */
static bool rank_entries(parley_run *run, parley_sort_field *field, parley_error *err) {
  int64_t rows = field->by->length;
  parley_rows all = {.count = rows};
  if (field->by->dictionary.entries > 2 * rows + 1024) {
    if (!parley_column_pack(run, field->by, &all, &field->packed, err)) return false;
    field->by = &field->packed;
  }
  field->kind = PARLEY_SORT_FIELD_ENTRY;
  bool dated = parley_column_layout(field->by) == PARLEY_LAYOUT_DATED;
  return dated ? rank_dates(run, field, err) : rank_texts(run, field, err);
}

/* ---- fields ---- */

/* Integers know their bounds since they were sealed. */
static bool measure(parley_run *run, parley_sort_field *field, parley_error *err) {
  const parley_column *by = field->by;
  switch (parley_column_layout(by)) {
    case PARLEY_LAYOUT_INTEGER:
      field->kind = PARLEY_SORT_FIELD_INTEGER;
      field->low = parley_word_of_integer(by->low);
      field->high = (uint64_t)by->high - (uint64_t)by->low;
      return true;
    case PARLEY_LAYOUT_NUMBER: field->kind = PARLEY_SORT_FIELD_NUMBER; return measure_numbers(run, field, err);
    case PARLEY_LAYOUT_TRUTH:
      field->kind = PARLEY_SORT_FIELD_BOOLEAN;
      field->high = 1;
      return true;
    default: return rank_entries(run, field, err);
  }
}

/* Open sides of dates come last as missing values do. */
static bool may_miss(const parley_sort_field *field) {
  return field->by->nulls > 0 || parley_column_layout(field->by) == PARLEY_LAYOUT_DATED;
}

/* A key without any value orders nothing. The list counts before measuring, so that a failure frees what the field
   holds. */
bool parley_sort_fields_make(parley_run *run, const parley_sort_key *keys, int count, parley_sort_field_list *list,
                             parley_error *err) {
  *list = (parley_sort_field_list){.fields = parley_alloc(NULL, (size_t)count * 2 * sizeof *list->fields)};
  if (list->fields == NULL) return parley_no_memory(err);
  for (int i = 0; i < count; i++) {
    const parley_column *by = keys[i].by;
    if (by->nulls == by->length) continue;
    parley_sort_field *field = &list->fields[list->count++]; /* from here on it may hold something */
    *field = (parley_sort_field){.by = by, .descending = keys[i].descending};
    if (!measure(run, field, err)) return false;
    bool missing = may_miss(field);
    if (missing && field->high == UINT64_MAX) { /* no word is left for missing values: they get a bit in front */
      list->fields[list->count] = *field;
      *field = (parley_sort_field){.by = by, .kind = PARLEY_SORT_FIELD_PRESENCE, .bits = 1, .start = list->bits};
      field = &list->fields[list->count++];
      list->bits++;
      missing = false;
    }
    field->bits = parley_word_bits(missing ? field->high + 1 : field->high);
    field->start = list->bits;
    list->bits += field->bits;
  }
  return true;
}

void parley_sort_fields_free(parley_run *run, parley_sort_field_list *list) {
  for (int i = 0; i < list->count; i++) {
    parley_buffer_free(&run->memory, &list->fields[i].entries);
    parley_column_free(&run->memory, &list->fields[i].packed);
  }
  parley_alloc(list->fields, 0);
  *list = (parley_sort_field_list){0};
}
