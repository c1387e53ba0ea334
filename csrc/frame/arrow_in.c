/*
** Each column of a batch is opened, which checks what can be checked, and then goes to the end of the column of the
** Frame, value by value or, for a dictionary, code by code.
**
** Threads: all on the caller's, which owns the memory of the Frame; the producer's callbacks run on it too.
**
** R1  Nothing of a batch is kept beyond it: texts are copied into the dictionary, and `map` is made anew for each
**     batch.
** R2  A dictionary's texts are coded when a row first uses them, so that entries nobody uses do not come in.
*/
#include "frame/arrow.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "frame/arrow_field.h"
#include "value/edtf.h"

/* More values than any array has; beyond, places in its buffers might overflow. */
#define MOST_VALUES (INT64_C(1) << 40)

/* ---- what is read ---- */

/* An array within a batch. `at` is where its first row is, in values from the start of its buffers. */
typedef struct view {
  const struct ArrowArray *array; /* the producer's, until the batch is released */
  int64_t at;
  const unsigned char *validity; /* NULL: nothing is missing */
  const void *values;            /* also the offsets of texts */
  const char *bytes;
} view;

typedef struct column_state {
  parley_arrow_field index, field; /* index.kind is PARLEY_ARROW_NONE without a dictionary */
  bool is_date;                    /* its texts are dates, as far as they can be read */
  bool midnight;                   /* no timestamp so far has a time of day */
  view own, entries;               /* of the batch at hand */
  parley_buffer map;               /* int32_t: codes in our dictionary of the entries in theirs; -1: not known yet */
} column_state;

/* Rows between two questions whether to give up. */
enum { ROWS_PER_LOOK = 65536 };

typedef struct reading {
  const parley_run *run;
  parley_frame *frame;
  parley_memory memory; /* of states and maps */
  column_state *states;
  const unsigned char *validity; /* of the rows of the batch, from `at` on */
  int64_t at, length; /* the batch's offset and rows */
} reading;

static bool malformed(parley_error *err, const parley_column *column, const char *key) {
  return parley_fail_with(err, key, "column=%s", column->name);
}

/* A bitmap that is not there says that nothing is missing. */
static inline bool bit_or_all(const unsigned char *bits, int64_t at) { return bits == NULL || parley_bit(bits, at); }

/* ---- schemas ---- */

/* Parley's columns have a name each, none twice; Arrow's may have none. */
static bool name_column(reading *r, int at, const char *name, parley_error *err) {
  char numbered[24];
  snprintf(numbered, sizeof numbered, "column_%d", at + 1);
  if (name == NULL || name[0] == '\0') name = numbered;
  if (parley_frame_find(r->frame, name, strlen(name)) >= 0) {
    return parley_fail_with(err, "twin_columns.arrow", "name=%s", name);
  }
  return parley_frame_name(r->frame, at, name, strlen(name), PARLEY_ANY, err);
}

/* With a dictionary, `format` describes the codes and dictionary->format the texts. A dictionary of dictionaries is
   no type. */
static bool read_field(reading *r, int at, const struct ArrowSchema *schema, parley_error *err) {
  column_state *l = &r->states[at];
  parley_column *column = &r->frame->columns[at];
  if (schema == NULL || schema->format == NULL) {
    return parley_fail_with(err, "malformed.arrow_untyped", "at=%d", at + 1);
  }
  if (!name_column(r, at, schema->name, err)) return false;
  const struct ArrowSchema *values = schema;
  if (schema->dictionary != NULL) {
    values = schema->dictionary;
    if (!parley_arrow_field_read(schema->format, &l->index) || !parley_arrow_is_index(&l->index)) {
      return malformed(err, column, "malformed.arrow_codes");
    }
    if (values->format == NULL) return malformed(err, column, "malformed.arrow_dictionary");
  }
  if (values->dictionary == NULL && parley_arrow_field_read(values->format, &l->field)) {
    column->type = parley_arrow_type(values == schema ? schema : NULL, &l->field);
    l->midnight = l->field.kind == PARLEY_ARROW_STAMP && !l->field.zoned;
    bool said = parley_arrow_has_metadata(schema->metadata, "parley.type", parley_type_name(PARLEY_DATE));
    l->is_date = l->field.kind == PARLEY_ARROW_DATE || said;
    return true;
  }
  return parley_fail_with(err, "bad_type.arrow_column", "column=%s type=%.*s", column->name, 40, values->format);
}

/* The number of columns is checked against what an int can hold in bytes, so that no size below overflows. */
static bool read_schema(reading *r, const struct ArrowSchema *schema, size_t limit, parley_error *err) {
  if (schema->format == NULL || strcmp(schema->format, "+s") != 0 || schema->dictionary != NULL) {
    return parley_fail_with(err, "bad_type.arrow", "type=%.*s", 40, schema->format == NULL ? "" : schema->format);
  }
  if (schema->n_children < 0 || schema->n_children > INT_MAX / (int)sizeof(parley_column) ||
      (schema->n_children > 0 && schema->children == NULL)) {
    return parley_fail_with(err, "malformed.arrow_width", "count=%lld", (long long)schema->n_children);
  }
  int width = (int)schema->n_children;
  size_t size = (size_t)width * sizeof(column_state) + 1;
  if (!parley_frame_create(r->frame, width, limit, err)) return false;
  r->states = parley_alloc(NULL, size);
  if (r->states == NULL) return parley_no_memory(err);
  memset(r->states, 0, size);
  for (int at = 0; at < width; at++) {
    if (!read_field(r, at, schema->children[at], err)) return false;
  }
  return true;
}

/* ---- arrays ---- */

/* Checks the counts of an array of which `count` rows from `from` on are wanted. null_count -1 means "not counted".
   MOST_VALUES is low enough that a place times 16 bytes stays within 64 bits. */
static bool check_counts(const struct ArrowArray *array, int64_t from, int64_t count, const parley_arrow_field *field) {
  int64_t end, last;
  return array != NULL && array->release != NULL && array->length >= 0 && array->offset >= 0 &&
         array->null_count >= -1 && !__builtin_add_overflow(from, count, &end) && end <= array->length &&
         !__builtin_add_overflow(array->offset, end, &last) && last <= MOST_VALUES &&
         (field->kind == PARLEY_ARROW_NULL ||
          (array->n_buffers == parley_arrow_buffers(field) && array->buffers != NULL));
}

/* buffers[0] is the bitmap, [1] values or offsets, [2] the bytes of texts. An array without rows may have no values. */
static bool open_view(view *v, const struct ArrowArray *array, int64_t from, int64_t count,
                      const parley_arrow_field *field, const parley_column *column, parley_error *err) {
  if (!check_counts(array, from, count, field)) return malformed(err, column, "malformed.arrow_counts");
  *v = (view){.array = array, .at = array->offset + from};
  if (field->kind == PARLEY_ARROW_NULL) return true;
  if (array->null_count != 0) v->validity = array->buffers[0];
  if (array->null_count > 0 && v->validity == NULL) return malformed(err, column, "malformed.arrow_bitmap");
  v->values = array->buffers[1];
  if (v->values == NULL && count > 0) return malformed(err, column, "malformed.arrow_values");
  if (array->n_buffers > 2) v->bytes = array->buffers[2];
  return true;
}

static bool open_map(reading *r, column_state *l, parley_error *err) {
  size_t size = (size_t)l->entries.array->length * sizeof(int32_t);
  if (!parley_buffer_reserve(&r->memory, &l->map, size + 1, err)) return false;
  memset(l->map.data, 0xff, size);
  return true;
}

/* Only texts need a map; other dictionaries are read through their codes each time. */
static bool open_column(reading *r, int at, const struct ArrowArray *array, parley_error *err) {
  column_state *l = &r->states[at];
  const parley_column *column = &r->frame->columns[at];
  bool coded = l->index.kind != PARLEY_ARROW_NONE;
  if (!open_view(&l->own, array, r->at, r->length, coded ? &l->index : &l->field, column, err)) return false;
  if (!coded) return true;
  const struct ArrowArray *entries = array->dictionary;
  int64_t count = entries == NULL ? 0 : entries->length;
  if (count > INT32_MAX) return malformed(err, column, "malformed.arrow_entries");
  if (!open_view(&l->entries, entries, 0, count, &l->field, column, err)) return false;
  return parley_column_layout(column) != PARLEY_LAYOUT_TEXT || open_map(r, l, err);
}

/* ---- values ---- */

/* Where the value of row `row` of the batch is, in *where: -1 when it is missing. In *from the view it is in. A row
   is missing where the struct's, the column's or the dictionary's bitmap says so, in this order, as a code under a
   missing row may be anything. */
static inline bool locate(const reading *r, const column_state *l, int64_t row, const view **from, int64_t *where,
                          parley_error *err) {
  int64_t at = l->own.at + row;
  *from = &l->own;
  *where = -1;
  if (!bit_or_all(r->validity, r->at + row) || !bit_or_all(l->own.validity, at)) return true;
  *where = at;
  if (l->index.kind == PARLEY_ARROW_NONE) return true;
  int64_t entry = parley_arrow_integer(&l->index, l->own.values, at);
  if (entry < 0 || entry >= l->entries.array->length) {
    return parley_fail_with(err, "malformed.arrow_code", "code=%lld count=%lld", (long long)entry,
                            (long long)l->entries.array->length);
  }
  *from = &l->entries;
  *where = bit_or_all(l->entries.validity, l->entries.at + entry) ? l->entries.at + entry : -1;
  return true;
}

/* Unsigned integers from 2^63 on and decimals of more than 18 digits may not fit: refused with their digits, never
   rounded. */
static bool add_integer(const column_state *l, const view *from, int64_t where, int64_t *out, parley_error *err) {
  char text[PARLEY_ARROW_DIGITS];
  if (parley_arrow_whole(&l->field, from->values, where, out)) return true;
  parley_arrow_decimal_text(&l->field, from->values, where, text);
  return parley_fail_with(err, "too_large.integer", "value=%s", text);
}

/* Offsets are checked against each other, not against the size of the bytes, which the interface does not tell. */
static bool plain_text(const column_state *l, const view *from, int64_t where, const char **text, size_t *length) {
  int64_t start, until;
  switch (l->field.kind) {
    case PARLEY_ARROW_FIXED:
      start = where * l->field.size;
      until = start + l->field.size;
      *text = (const char *)from->values + start;
      *length = (size_t)(until - start);
      return true;
    case PARLEY_ARROW_TEXT32:
      start = ((const int32_t *)from->values)[where];
      until = ((const int32_t *)from->values)[where + 1];
      break;
    default:
      start = ((const int64_t *)from->values)[where];
      until = ((const int64_t *)from->values)[where + 1];
  }
  *length = (size_t)(until - start);
  *text = until > start ? from->bytes + start : "";
  return start >= 0 && start <= until && (until == start || from->bytes != NULL);
}

/* The code of the text at `where`, which is copied, or written from a day or a time. */
static bool code_of(reading *r, parley_column *column, column_state *l, const view *from, int64_t where, int32_t *code,
                    parley_error *err) {
  char written[PARLEY_ARROW_CLOCK];
  const char *text = written;
  size_t length;
  bool added;
  if (parley_arrow_is_time(&l->field)) {
    if (!parley_arrow_time_text(&l->field, from->values, where, written, &l->midnight)) {
      return parley_fail_key(err, "too_large.time");
    }
    length = strlen(written);
  } else if (!plain_text(l, from, where, &text, &length)) {
    return parley_fail_key(err, "malformed.arrow_offsets");
  }
  return parley_dictionary_code(&r->frame->memory, &column->dictionary, text, length, code, &added, err);
}

/* Through the map a text of a dictionary is looked up once a batch, however many rows have it. */
static bool add_text(reading *r, parley_column *column, column_state *l, const view *from, int64_t where, int32_t *code,
                     parley_error *err) {
  if (from == &l->own) return code_of(r, column, l, from, where, code, err);
  int32_t *known = (int32_t *)(void *)l->map.data + (where - from->at);
  if (*known < 0 && !code_of(r, column, l, from, where, known, err)) return false;
  *code = *known;
  return true;
}

/* ---- columns ---- */

static size_t values_size(parley_type type, int64_t rows) {
  if (parley_layout_of(type) == PARLEY_LAYOUT_TRUTH) return parley_bits_size(rows);
  return (size_t)rows * (parley_layout_is_coded(parley_layout_of(type)) ? sizeof(int32_t) : sizeof(int64_t));
}

/* What is new is zero, as the values of missing rows have to be. Doubling, so that many small batches cost linear
   time in all. */
static bool reserve_zeroed(parley_memory *memory, parley_buffer *buffer, size_t size, parley_error *err) {
  if (size <= buffer->capacity) return true;
  size_t doubled = buffer->capacity * 2;
  return parley_buffer_resize_zeroed(memory, buffer, size > doubled ? size : doubled, err);
}

/* Writes the value at `where` to row `to` of the column. Gives in *there whether it is one: NaN is not. */
static inline bool write_value(reading *r, parley_column *column, column_state *l, const view *from, int64_t where,
                               int64_t to, bool *there, parley_error *err) {
  unsigned char *values = column->values.data;
  switch (parley_column_layout(column)) {
    case PARLEY_LAYOUT_INTEGER: return add_integer(l, from, where, (int64_t *)(void *)values + to, err);
    case PARLEY_LAYOUT_TRUTH:
      if (parley_bit(from->values, where)) parley_bit_set(values, to);
      return true;
    case PARLEY_LAYOUT_NUMBER: {
      double value = parley_arrow_number(&l->field, from->values, where);
      *there = !isnan(value);
      if (*there) ((double *)(void *)values)[to] = value + 0.0; /* -0.0 becomes 0.0 */
      return true;
    }
    default: return add_text(r, column, l, from, where, (int32_t *)(void *)values + to, err);
  }
}

/* Says in which column and row. */
static bool failed_at(parley_error *err, const parley_column *column, int64_t row) {
  return parley_fail_about(err, "column_and_row", "column=%s row=%lld", column->name, (long long)row + 1);
}

/* Bits and values of missing rows stay zero from the reserve; the validity grows for every row, and sealing drops it
   where nothing was missing. */
static bool add_column(reading *r, int at, parley_error *err) {
  column_state *l = &r->states[at];
  parley_column *column = &r->frame->columns[at];
  parley_memory *memory = &r->frame->memory;
  int64_t first = column->length, rows = first + r->length;
  if (!reserve_zeroed(memory, &column->values, values_size(column->type, rows), err)) return false;
  if (!reserve_zeroed(memory, &column->validity, parley_bits_size(rows), err)) return false;
  for (int64_t row = 0; l->field.kind != PARLEY_ARROW_NULL && row < r->length; row++) {
    const view *from;
    int64_t where;
    bool there = true;
    if (row % ROWS_PER_LOOK == 0 && parley_run_poll(r->run, err)) return false;
    if (!locate(r, l, row, &from, &where, err)) return failed_at(err, column, first + row);
    if (where < 0) continue;
    if (!write_value(r, column, l, from, where, first + row, &there, err)) return failed_at(err, column, first + row);
    if (there) parley_bit_set(column->validity.data, first + row);
  }
  column->length = rows;
  return true;
}

/* ---- batches ---- */

/* Rows of a Frame are numbered by int32_t: positions, selections and joins rely on it. */
static bool check_batch(const reading *r, const struct ArrowArray *batch, parley_error *err) {
  if (batch->length < 0 || batch->offset < 0 || batch->offset > MOST_VALUES || batch->n_buffers < 0 ||
      batch->n_buffers > 1 || (batch->n_buffers > 0 && batch->buffers == NULL)) {
    return parley_fail_key(err, "malformed.arrow_batch");
  }
  if (batch->n_children != r->frame->width || (batch->n_children > 0 && batch->children == NULL)) {
    return parley_fail_with(err, "malformed.arrow_batch_width", "count=%lld wanted=%d", (long long)batch->n_children,
                            r->frame->width);
  }
  int64_t rows = r->frame->width > 0 ? r->frame->columns[0].length : 0;
  if (batch->length > INT32_MAX - rows)
    return parley_fail_key(err, "too_large.rows");
  return true;
}

/* The struct's offset goes for all its children, in addition to their own. */
static bool add_batch(reading *r, const struct ArrowArray *batch, parley_error *err) {
  if (!check_batch(r, batch, err)) return false;
  r->at = batch->offset;
  r->length = batch->length;
  r->validity = batch->n_buffers > 0 && batch->null_count != 0 ? batch->buffers[0] : NULL;
  for (int at = 0; at < r->frame->width; at++) {
    if (parley_run_poll(r->run, err) || !open_column(r, at, batch->children[at], err) || !add_column(r, at, err))
      return false;
  }
  return true;
}

/* ---- dates ---- */

/* First and last day of each text, if all are dates. One text that is not a date makes it a text column: what came in
   has to come out the same. */
static bool add_days(parley_memory *memory, parley_column *column, parley_error *err) {
  parley_dictionary *dictionary = &column->dictionary;
  parley_error unread;
  column->type = PARLEY_DATE;
  if (dictionary->entries == 0) return true;
  if (!parley_buffer_resize(memory, &dictionary->days, (size_t)dictionary->entries * 8, err)) return false;
  int32_t *days = (int32_t *)(void *)dictionary->days.data;
  for (int32_t code = 0; code < dictionary->entries; code++) {
    parley_edtf date;
    size_t length;
    const char *text = parley_dictionary_text(dictionary, code, &length);
    if (!parley_edtf_parse(text, length, &date, &unread)) {
      column->type = PARLEY_TEXT;
      parley_buffer_free(memory, &dictionary->days);
      return true;
    }
    days[2 * code] = date.first;
    days[2 * code + 1] = date.last;
  }
  return true;
}

/* The same codes for texts cut off before their time of day. Texts that are cut are as many as before and in the
   same order, so codes keep their meaning. Two that differed only behind the T cannot be: all are at midnight. */
static bool cut_times(parley_memory *memory, parley_column *column, parley_error *err) {
  parley_dictionary cut = PARLEY_DICTIONARY_EMPTY;
  bool done = true;
  cut.distinct = column->dictionary.distinct;
  for (int32_t code = 0; done && code < column->dictionary.entries; code++) {
    size_t length;
    const char *text = parley_dictionary_text(&column->dictionary, code, &length);
    const char *time = memchr(text, 'T', length);
    done = parley_dictionary_append(memory, &cut, text, time == NULL ? length : (size_t)(time - text), err);
  }
  if (done) {
    parley_dictionary_free(memory, &column->dictionary);
    column->dictionary = cut;
  } else {
    parley_dictionary_free(memory, &cut);
  }
  return done;
}

/* A column of timestamps that are all at midnight is one of dates. Runs once all batches are in: only then is it
   known that no timestamp had a time of day. */
static bool settle(reading *r, parley_error *err) {
  parley_memory *memory = &r->frame->memory;
  for (int at = 0; at < r->frame->width; at++) {
    parley_column *column = &r->frame->columns[at];
    const column_state *l = &r->states[at];
    bool midnight = l->midnight && column->dictionary.entries > 0;
    if (parley_column_layout(column) != PARLEY_LAYOUT_TEXT || !(l->is_date || midnight)) continue;
    if (midnight && !cut_times(memory, column, err)) return false;
    if (!add_days(memory, column, err)) return false;
  }
  return parley_frame_finish(r->frame, err);
}

/* ---- streams ---- */

/* The specification lets get_last_error give NULL; codes are numbers of errno.h. */
static bool producer_failed(struct ArrowArrayStream *stream, int code, parley_error *err) {
  const char *message = stream->get_last_error == NULL ? NULL : stream->get_last_error(stream);
  if (message == NULL || message[0] == '\0') message = strerror(code);
  parley_fail(err, parley_error_of_errno(code), "%s", message);
  return parley_fail_about(err, "arrow_stream", NULL);
}

static bool take_schema(reading *r, struct ArrowArrayStream *stream, size_t limit, parley_error *err) {
  struct ArrowSchema schema = {0};
  int code = stream->get_schema(stream, &schema);
  if (code != 0) return producer_failed(stream, code, err);
  if (schema.release == NULL) return parley_fail_key(err, "malformed.arrow_schema");
  bool done = read_schema(r, &schema, limit, err);
  schema.release(&schema);
  return done;
}

static bool take_batches(reading *r, struct ArrowArrayStream *stream, parley_error *err) {
  for (;;) {
    struct ArrowArray batch = {0};
    int code = stream->get_next(stream, &batch);
    if (code != 0) return producer_failed(stream, code, err);
    if (batch.release == NULL) return true;
    bool done = add_batch(r, &batch, err);
    batch.release(&batch);
    if (!done) return false;
  }
}

static void reading_end(reading *r) {
  for (int at = 0; r->states != NULL && at < r->frame->width; at++) parley_buffer_free(&r->memory, &r->states[at].map);
  parley_alloc(r->states, 0);
}

bool parley_arrow_in(const parley_run *run, struct ArrowArrayStream *stream, parley_frame *frame, size_t limit,
                     parley_error *err) {
  reading r = {.run = run, .frame = frame};
  bool done;
  if (stream->release == NULL)
    return parley_fail_key(err, "closed.arrow_stream");
  if (stream->get_schema == NULL || stream->get_next == NULL) {
    done = parley_fail_key(err, "malformed.arrow_functions");
  } else {
    done = take_schema(&r, stream, limit, err) && take_batches(&r, stream, err) && settle(&r, err);
  }
  reading_end(&r);
  stream->release(stream);
  return done;
}

/* Both are released here also when one had been released before: ownership was handed over with the call. */
bool parley_arrow_in_batch(const parley_run *run, struct ArrowSchema *schema, struct ArrowArray *batch,
                           parley_frame *frame, size_t limit, parley_error *err) {
  reading r = {.run = run, .frame = frame};
  bool done = schema->release != NULL && batch->release != NULL;
  if (!done) parley_fail_key(err, "closed.arrow_data");
  done = done && read_schema(&r, schema, limit, err) && add_batch(&r, batch, err) && settle(&r, err);
  reading_end(&r);
  if (schema->release != NULL) schema->release(schema);
  if (batch->release != NULL) batch->release(batch);
  return done;
}
