/*
** A stream keeps a state for each column: the buffers that go out, shared with the Frame or made for the purpose. Each
** batch, and each column and dictionary in it, takes shares of its own.
**
** R1  A consumer may release a part on any thread and long after the stream: each part therefore holds its own shares
**     (atomic counts) and its own block, and no pointer leads from one part into another.
** R2  Everything that may fail for its data (unpacking, offsets, days) happens in parley_arrow_out, where an error has
**     words; the callbacks can only run out of memory.
*/
#include "frame/arrow.h"

#include <errno.h>
#include <string.h>

#include "frame/unpack.h"
#include "base/utf8.h"

/* ---- states ---- */

typedef struct column_state {
  char *name; /* ended by a zero; the state's own */
  const char *format;  /* of the values, or of the codes where there is a dictionary */
  const char *entries_format; /* of the texts of the dictionary; NULL: there is none */
  const char *type;    /* the metadata that tell what the format does not; NULL: none */
  int64_t nulls, entries; /* of all rows; of the dictionary */
  parley_buffer validity, values; /* shares; no bitmap where nothing is missing */
  parley_buffer offsets, bytes; /* of texts, in a dictionary or not */
} column_state;

typedef struct source {
  parley_memory memory; /* of what was made anew for the stream, not of shares */
  char said[PARLEY_ERROR_TEXT]; /* what get_last_error tells */
  bool failed; /* it has something to tell */
  int64_t rows, batch, at; /* in all; most in a batch, 0: all; first row that has not gone out */
  int width; /* columns */
  column_state states[]; /* of each column */
} source;

static void state_free(parley_memory *memory, column_state *l) {
  parley_buffer_free(memory, &l->validity);
  parley_buffer_free(memory, &l->values);
  parley_buffer_free(memory, &l->offsets);
  parley_buffer_free(memory, &l->bytes);
  parley_alloc(l->name, 0);
}

static void source_free(source *s) {
  for (int at = 0; at < s->width; at++) state_free(&s->memory, &s->states[at]);
  parley_alloc(s, 0);
}

/* Eight bytes at a time; no way out early, since most dictionaries are ASCII to the end. */
static bool is_ascii(const char *bytes, size_t length) {
  uint64_t all = 0;
  for (; length >= sizeof all; bytes += sizeof all, length -= sizeof all) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    all |= word;
  }
  for (; length > 0; bytes++, length--) all |= (unsigned char)*bytes;
  return (all & UINT64_C(0x8080808080808080)) == 0;
}

/* All bytes together are, and no text begins within a character. */
bool parley_arrow_is_utf8(const parley_dictionary *dictionary) {
  const int64_t *offset = parley_dictionary_offsets(dictionary);
  const char *bytes = (const char *)dictionary->bytes.data;
  size_t length = (size_t)offset[dictionary->entries];
  if (is_ascii(bytes, length)) return true;
  if (parley_utf8_invalid(bytes, length) < length) return false;
  for (int32_t code = 0; code < dictionary->entries; code++) {
    if ((size_t)offset[code] < length && parley_utf8_continues(bytes[offset[code]])) return false;
  }
  return true;
}

/* ---- texts without a dictionary ---- */

/* Whether the values that are there are texts 0, 1, 2, … of the dictionary: then its bytes serve as they are. */
static bool in_order(const parley_column *column) {
  const int32_t *code = parley_column_codes(column);
  int32_t next = 0;
  for (int64_t row = 0; row < column->length; row++) {
    if (!parley_column_has(column, row)) continue;
    if (code[row] != next) return false;
    next++;
  }
  return true;
}

/* An offset for each row and one more; the bytes they make necessary. The sum fits 64 bits: each row's text lies in
   memory, and 2^31 rows of the longest text would be 2^62. */
static bool make_offsets(parley_memory *memory, const parley_column *column, column_state *l, parley_error *err) {
  const int64_t *from = parley_dictionary_offsets(&column->dictionary);
  const int32_t *code = parley_column_codes(column);
  if (!parley_buffer_resize(memory, &l->offsets, ((size_t)column->length + 1) * sizeof(int64_t), err)) return false;
  int64_t *offset = (int64_t *)(void *)l->offsets.data;
  offset[0] = 0;
  for (int64_t row = 0; row < column->length; row++) {
    int64_t length = parley_column_has(column, row) ? from[code[row] + 1] - from[code[row]] : 0;
    offset[row + 1] = offset[row] + length;
  }
  return true;
}

/* A byte more than needed, so that an empty buffer still has an address. */
static bool copy_texts(parley_memory *memory, const parley_column *column, column_state *l, parley_error *err) {
  const int64_t *offset = (const int64_t *)(const void *)l->offsets.data;
  if (!parley_buffer_resize(memory, &l->bytes, (size_t)offset[column->length] + 1, err)) return false;
  for (int64_t row = 0; row < column->length; row++) {
    size_t length;
    if (!parley_column_has(column, row)) continue;
    const char *text = parley_dictionary_text(&column->dictionary, parley_column_codes(column)[row], &length);
    if (length > 0) memcpy(l->bytes.data + offset[row], text, length);
  }
  return true;
}

/* Where rows use texts 0, 1, 2, …, missing ones have empty texts between the same bytes: only offsets are new, or
   none. */
static bool state_of_plain_text(parley_memory *memory, const parley_column *column, column_state *l,
                                parley_error *err) {
  const parley_dictionary *dictionary = &column->dictionary;
  l->format = parley_arrow_is_utf8(dictionary) ? "U" : "Z";
  bool ordered = in_order(column);
  if (ordered && column->nulls == 0) l->offsets = parley_buffer_share(&dictionary->offsets);
  else if (!make_offsets(memory, column, l, err)) return false;
  if (!ordered) return copy_texts(memory, column, l, err);
  l->bytes = parley_buffer_share(&dictionary->bytes);
  return true;
}

/* ---- dates as days ---- */

bool parley_arrow_is_day(const parley_dictionary *dictionary, int32_t code) {
  char day[16];
  size_t length;
  const char *text = parley_dictionary_text(dictionary, code, &length);
  parley_day_text(parley_dictionary_days(dictionary, code)[0], day);
  return strlen(day) == length && memcmp(day, text, length) == 0;
}

/* Sets a bit for each entry that is one day. */
static void mark_days(const parley_dictionary *dictionary, unsigned char *marks) {
  for (int32_t code = 0; code < dictionary->entries; code++) {
    if (parley_arrow_is_day(dictionary, code)) parley_bit_set(marks, code);
  }
}

/* Leaves the format unset at the first date that is no single day; the column_state then goes out as text. */
static void copy_days(const parley_column *column, const unsigned char *marks, column_state *l) {
  int32_t *value = (int32_t *)(void *)l->values.data;
  const int32_t *code = parley_column_codes(column);
  for (int64_t row = 0; row < column->length; row++) {
    value[row] = 0;
    if (!parley_column_has(column, row)) continue;
    if (!parley_bit(marks, code[row])) return;
    value[row] = parley_dictionary_days(&column->dictionary, code[row])[0];
  }
  l->format = "tdD";
}

/* Leaves the column_state without a format where one date is not a day. */
static bool state_of_days(parley_memory *memory, const parley_column *column, column_state *l, parley_error *err) {
  parley_buffer marks = {0};
  size_t size = (size_t)column->length * sizeof(int32_t);
  bool done = parley_buffer_resize_zeroed(memory, &marks, parley_bits_size(column->dictionary.entries) + 1, err) &&
              parley_buffer_resize(memory, &l->values, size + 1, err);
  if (done) {
    mark_days(&column->dictionary, marks.data);
    copy_days(column, marks.data, l);
  }
  parley_buffer_free(memory, &marks);
  if (l->format == NULL) parley_buffer_free(memory, &l->values);
  return done;
}

/* ---- columns as states ---- */

/* "i" are codes of 32 bits; "U" and "Z" are text and bytes with offsets of 64 bits, as dictionaries have them here. */
static bool state_of_text(parley_memory *memory, const parley_column *column, const parley_arrow_options *how,
                          column_state *l, parley_error *err) {
  const parley_dictionary *dictionary = &column->dictionary;
  bool dated = parley_column_layout(column) == PARLEY_LAYOUT_DATED;
  if (how->days && dated && !state_of_days(memory, column, l, err)) return false;
  if (l->format != NULL) return true;
  if (dated) l->type = parley_type_name(column->type);
  if (how->plain || !dictionary->distinct) return state_of_plain_text(memory, column, l, err);
  l->format = "i";
  l->entries_format = parley_arrow_is_utf8(dictionary) ? "U" : "Z";
  l->entries = dictionary->entries;
  l->values = parley_buffer_share(&column->values);
  l->offsets = parley_buffer_share(&dictionary->offsets);
  l->bytes = parley_buffer_share(&dictionary->bytes);
  return true;
}

static bool state_of_open(parley_memory *memory, const parley_column *column, const parley_arrow_options *how,
                          column_state *l, parley_error *err) {
  l->name = parley_alloc(NULL, column->name_length + 1);
  if (l->name == NULL) return parley_no_memory(err);
  memcpy(l->name, column->name, column->name_length + 1);
  l->nulls = column->nulls;
  l->validity = parley_buffer_share(&column->validity);
  if (parley_column_is_coded(column)) return state_of_text(memory, column, how, l, err);
  l->format = parley_types[column->type].arrow;
  if (parley_type_is_written(column->type)) l->type = parley_type_name(column->type);
  l->values = parley_buffer_share(&column->values);
  return true;
}

/* Packed values are handed over as the type they stand for. Runs with the stream's memory in the run's place, so
   that what unpacking takes is counted for the stream. `open` has shares, and giving them back leaves the state its
   own. */
static bool state_of(const parley_run *of, parley_memory *memory, const parley_column *column,
                    const parley_arrow_options *how, column_state *l, parley_error *err) {
  parley_run run = of == NULL ? (parley_run){.threads = 1} : *of;
  run.memory = *memory;
  parley_column open = {.name = column->name, .name_length = column->name_length};
  parley_column_share(&open, column);
  bool done = parley_column_unpack(&run, &open, err);
  *memory = run.memory;
  done = done && state_of_open(memory, &open, how, l, err);
  parley_column_free(memory, &open);
  return done;
}

/* ---- schemas ---- */

/* private_data of a column's schema, with its name behind it. */
typedef struct label {
  struct ArrowSchema dictionary; /* described inside the column's block, so that one free ends both */
  char metadata[64]; /* 4 + 4 + 11 + 4 + 41 bytes: a pair "parley.type", "date" */
  char name[]; /* a copy: the schema may outlive the Frame */
} label;

/* A dictionary's schema has nothing of its own. */
static void release_inner_schema(struct ArrowSchema *schema) { schema->release = NULL; }

/* A consumer may have moved the dictionary out; then its release here is NULL already. */
static void release_column_schema(struct ArrowSchema *schema) {
  struct ArrowSchema *dictionary = schema->dictionary;
  if (dictionary != NULL && dictionary->release != NULL) dictionary->release(dictionary);
  parley_alloc(schema->private_data, 0);
  schema->release = NULL;
}

/* Children stand in the same block as the pointers to them. */
static void release_schema(struct ArrowSchema *schema) {
  for (int64_t i = 0; i < schema->n_children; i++) {
    if (schema->children[i]->release != NULL) schema->children[i]->release(schema->children[i]);
  }
  parley_alloc(schema->private_data, 0);
  schema->release = NULL;
}

/* Length in the machine's order of bytes, then the bytes without a zero; gives the place behind. */
static char *put_text(char *to, const char *text) {
  int32_t length = (int32_t)strlen(text);
  memcpy(to, &length, sizeof length);
  memcpy(to + sizeof length, text, (size_t)length);
  return to + sizeof length + length;
}

/* One pair of a key and a value, as the interface wants it. */
static void write_metadata(char *to, const char *type) {
  int32_t pairs = 1;
  memcpy(to, &pairs, sizeof pairs);
  put_text(put_text(to + sizeof pairs, "parley.type"), type);
}

static bool describe_column(const column_state *l, struct ArrowSchema *out) {
  size_t length = strlen(l->name) + 1;
  label *made = parley_alloc(NULL, sizeof *made + length);
  if (made == NULL) return false;
  memcpy(made->name, l->name, length);
  if (l->type != NULL) write_metadata(made->metadata, l->type);
  made->dictionary = (struct ArrowSchema){
      .format = l->entries_format, .name = "", .flags = ARROW_FLAG_NULLABLE, .release = release_inner_schema};
  *out = (struct ArrowSchema){.format = l->format,
                              .name = made->name,
                              .metadata = l->type != NULL ? made->metadata : NULL,
                              .flags = ARROW_FLAG_NULLABLE,
                              .dictionary = l->entries_format != NULL ? &made->dictionary : NULL,
                              .release = release_column_schema,
                              .private_data = made};
  return true;
}

/* n_children counts those that are ready, so that releasing a half-made schema frees just them. */
static bool describe(const source *s, struct ArrowSchema *out) {
  size_t width = (size_t)s->width;
  struct ArrowSchema **children = parley_alloc(NULL, width * (sizeof *children + sizeof **children) + 1);
  if (children == NULL) return false;
  struct ArrowSchema *child = (struct ArrowSchema *)(void *)(children + width);
  *out = (struct ArrowSchema){
      .format = "+s", .name = "", .children = children, .release = release_schema, .private_data = children};
  for (int at = 0; at < s->width; at++) {
    children[at] = &child[at];
    if (!describe_column(&s->states[at], &child[at])) {
      release_schema(out);
      return false;
    }
    out->n_children++;
  }
  return true;
}

/* ---- batches ---- */

/* private_data of a column's array. */
typedef struct holding {
  const void *buffers[3]; /* what `buffers` of the array points to */
  parley_buffer shares[3]; /* keep the bytes alive until release */
  struct ArrowArray dictionary; /* the array of texts, if there is one */
} holding;

/* Stands in for buffers of no bytes; an array without rows has one offset, 0. */
static const int64_t nothing[8];

/* buffers[0], the bitmap, may be NULL by the specification; others may not in the eyes of some consumers. */
static void hold(holding *made, int at, const parley_buffer *buffer) {
  made->shares[at] = parley_buffer_share(buffer);
  made->buffers[at] = buffer->data;
  if (at > 0 && buffer->data == NULL) made->buffers[at] = nothing;
}

/* Shares are borrowed, so that no memory is counted off: `none` stands in. */
static void release_array(struct ArrowArray *array) {
  holding *made = array->private_data;
  struct ArrowArray *dictionary = array->dictionary;
  parley_memory none = {0};
  if (dictionary != NULL && dictionary->release != NULL) dictionary->release(dictionary);
  for (int i = 0; i < 3; i++) parley_buffer_free(&none, &made->shares[i]);
  parley_alloc(made, 0);
  array->release = NULL;
}

static void release_batch(struct ArrowArray *array) {
  for (int64_t i = 0; i < array->n_children; i++) {
    if (array->children[i]->release != NULL) array->children[i]->release(array->children[i]);
  }
  parley_alloc(array->private_data, 0);
  array->release = NULL;
}

static holding *new_array(struct ArrowArray *out, int64_t length, int64_t buffers) {
  holding *made = parley_alloc(NULL, sizeof *made);
  if (made == NULL) return NULL;
  memset(made, 0, sizeof *made);
  *out = (struct ArrowArray){.length = length,
                             .n_buffers = buffers,
                             .buffers = made->buffers,
                             .release = release_array,
                             .private_data = made};
  return made;
}

static bool give_dictionary(const column_state *l, struct ArrowArray *out) {
  holding *made = new_array(out, l->entries, 3);
  if (made == NULL) return false;
  hold(made, 1, &l->offsets);
  hold(made, 2, &l->bytes);
  return true;
}

/* Missing values of a part of the rows. The interface allows not to say how many there are, but a consumer may take
   that for none. */
static int64_t count_missing(const source *s, const column_state *l, int64_t length) {
  int64_t missing = 0;
  if (l->nulls == 0 || length == s->rows) return l->nulls;
  for (int64_t row = s->at; row < s->at + length; row++) missing += !parley_bit(l->validity.data, row);
  return missing;
}

/* Batches differ in offset and length only; they share the buffers of all rows. */
static bool give_column(const source *s, const column_state *l, int64_t length, struct ArrowArray *out) {
  bool texts = l->offsets.data != NULL, coded = l->entries_format != NULL;
  holding *made = new_array(out, length, texts && !coded ? 3 : 2);
  if (made == NULL) return false;
  out->offset = s->at;
  out->null_count = count_missing(s, l, length);
  hold(made, 0, &l->validity);
  hold(made, 1, texts && !coded ? &l->offsets : &l->values);
  if (texts && !coded) hold(made, 2, &l->bytes);
  if (!coded) return true;
  if (!give_dictionary(l, &made->dictionary)) {
    release_array(out);
    return false;
  }
  out->dictionary = &made->dictionary;
  return true;
}

/* private_data of a batch: what follows it are its columns. */
typedef struct bundle {
  const void *buffers[1];
  struct ArrowArray *children[];
} bundle;

/* A struct's array has one buffer, its bitmap, and that is not there: no row as a whole is missing. */
static bool give_batch(const source *s, int64_t length, struct ArrowArray *out) {
  size_t width = (size_t)s->width;
  bundle *made = parley_alloc(NULL, sizeof *made + width * (sizeof *made->children + sizeof **made->children));
  if (made == NULL) return false;
  struct ArrowArray *child = (struct ArrowArray *)(void *)(made->children + width);
  made->buffers[0] = NULL;
  *out = (struct ArrowArray){.length = length,
                             .n_buffers = 1,
                             .buffers = made->buffers,
                             .children = made->children,
                             .release = release_batch,
                             .private_data = made};
  for (int at = 0; at < s->width; at++) {
    made->children[at] = &child[at];
    if (!give_column(s, &s->states[at], length, &child[at])) {
      release_batch(out);
      return false;
    }
    out->n_children++;
  }
  return true;
}

/* ---- the stream ---- */

/* ENOMEM is the code the interface wants; the sentence is kept for get_last_error. */
static int fail(source *s) {
  parley_error err;
  parley_no_memory(&err);
  parley_error_text(&err, s->said, sizeof s->said);
  s->failed = true;
  return ENOMEM;
}

static int stream_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  source *s = stream->private_data;
  memset(out, 0, sizeof *out);
  return describe(s, out) ? 0 : fail(s);
}

/* After the last row *out stays all zero: an array without release is the end. A Frame without rows gives no batch
   at all. */
static int stream_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  source *s = stream->private_data;
  memset(out, 0, sizeof *out);
  int64_t left = s->rows - s->at, length = s->batch > 0 && left > s->batch ? s->batch : left;
  if (length == 0) return 0;
  if (!give_batch(s, length, out)) return fail(s);
  s->at += length;
  return 0;
}

static const char *stream_error(struct ArrowArrayStream *stream) {
  const source *s = stream->private_data;
  return s->failed ? s->said : NULL;
}

static void stream_release(struct ArrowArrayStream *stream) {
  source_free(stream->private_data);
  stream->release = NULL;
  stream->private_data = NULL;
}

/* The source is one block with its states; stream_release frees it, whoever calls it. */
bool parley_arrow_out(const parley_run *run, const parley_frame *frame, const parley_arrow_options *how, size_t limit,
                      struct ArrowArrayStream *out, parley_error *err) {
  size_t size = sizeof(source) + (size_t)frame->width * sizeof(column_state);
  memset(out, 0, sizeof *out);
  source *s = parley_alloc(NULL, size);
  if (s == NULL) return parley_no_memory(err);
  memset(s, 0, size);
  s->memory.limit = limit;
  s->rows = frame->rows;
  s->batch = how->batch;
  s->width = frame->width;
  for (int at = 0; at < frame->width; at++) {
    if (!parley_run_poll(run, err) && state_of(run, &s->memory, &frame->columns[at], how, &s->states[at], err))
      continue;
    source_free(s);
    return false;
  }
  *out = (struct ArrowArrayStream){.get_schema = stream_schema,
                                   .get_next = stream_next,
                                   .get_last_error = stream_error,
                                   .release = stream_release,
                                   .private_data = s};
  return true;
}
