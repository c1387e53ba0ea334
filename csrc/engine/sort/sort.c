/* Which way is taken: a few first rows are chosen without sorting the others (engine/sort/top_k.c); a single
 * text that hardly repeats is sorted row by row; any other keys become fields of few bits
 * (engine/sort/key_encoding.c). */
#include "engine/sort/sort.h"

#include <string.h>

#include "engine/sort/radix_sort.h"
#include "engine/sort/key_encoding.h"
#include "engine/sort/top_k.h"

enum { MOST_TOP = 16384 }; /* beyond, sorting no more than the wanted buckets is less work */

/* Fewer entries than half of the rows: ranking the entries is less work than comparing the texts of the rows. The
   bound decides about speed only. */
static bool hardly_repeats(const parley_column *by) {
  return parley_column_layout(by) == PARLEY_LAYOUT_TEXT && by->nulls < by->length &&
         (int64_t)by->dictionary.entries > by->length / 2;
}

/* Rows that come in the order that they have. An empty list stands for the first rows; only an offset needs one. */
static bool keep_order(parley_run *run, int64_t offset, parley_rows *out, parley_error *err) {
  int64_t count = out->count;
  if (offset == 0) {
    parley_rows_free(run, out);
    out->count = count;
    return true;
  }
  if (out->row == NULL && !parley_rows_make(run, out, count, err)) return false;
  for (int64_t i = 0; i < count; i++) out->row[i] = (int32_t)(offset + i);
  return true;
}

/* The column need not be unpacked by the caller: dictionary and codes suffice. */
static bool sort_by_text(parley_run *run, int64_t rows, const parley_sort_key *key, int64_t offset, parley_rows *out,
                         parley_error *err) {
  parley_sort_text_list texts = {.of = &key->by->dictionary, .by = key->by, .descending = key->descending};
  return parley_rows_make(run, out, out->count, err) &&
         parley_sort_texts(run, rows, &texts, offset, out->count, out->row, err);
}

/* Two fields a key: one may be the presence of a value. No bits at all: every row has the same keys. */
static bool sort_by_fields(parley_run *run, int64_t rows, const parley_sort_key *keys, int count, int64_t offset,
                           parley_rows *out, parley_error *err) {
  parley_sort_field_list fields;
  bool same = false;
  bool done = parley_sort_fields_make(run, keys, count, &fields, err);
  if (done && fields.bits == 0) done = keep_order(run, offset, out, err);
  else if (done) {
    done = parley_rows_make(run, out, out->count, err) &&
           parley_sort_fields(run, rows, &fields, offset, out, &same, err) &&
           (!same || keep_order(run, offset, out, err));
  }
  parley_sort_fields_free(run, &fields);
  return done;
}

/* Rows before the offset are found too, and dropped. */
static bool take_top(parley_run *run, int64_t rows, const parley_sort_key *keys, int count, int64_t offset,
                     parley_rows *out, parley_error *err) {
  int64_t wanted = out->count, most = offset + wanted;
  if (!parley_rows_make(run, out, most, err)) return false;
  if (!parley_sort_top(run, rows, keys, count, most, out->row, err)) return false;
  memmove(out->row, out->row + offset, (size_t)wanted * sizeof *out->row);
  out->count = wanted;
  return true;
}

/* Written so that no sum overflows; an eighth of the rows is about where picking stops paying. */
bool parley_sort_picks(int64_t rows, int64_t limit, int64_t offset) {
  return limit >= 0 && offset >= 0 && offset <= MOST_TOP && limit <= MOST_TOP - offset && offset + limit < rows / 8;
}

static bool choose(parley_run *run, int64_t rows, const parley_sort_key *keys, int count, int64_t offset,
                   parley_rows *out, parley_error *err) {
  if (out->count == 0) return parley_rows_make(run, out, 0, err);
  if (count == 0) return keep_order(run, offset, out, err);
  if (parley_sort_picks(rows, out->count, offset)) return take_top(run, rows, keys, count, offset, out, err);
  if (count == 1 && hardly_repeats(keys[0].by)) return sort_by_text(run, rows, keys, offset, out, err);
  return sort_by_fields(run, rows, keys, count, offset, out, err);
}

/* After a failure *out holds nothing. */
bool parley_sort_rows(parley_run *run, int64_t rows, const parley_sort_key *keys, int count, int64_t limit,
                      int64_t offset, parley_rows *out, parley_error *err) {
  if (offset < 0) offset = 0;
  int64_t left = offset < rows ? rows - offset : 0;
  *out = (parley_rows){.count = limit >= 0 && limit < left ? limit : left};
  if (choose(run, rows, keys, count, offset, out, err)) return true;
  parley_rows_free(run, out);
  return false;
}
