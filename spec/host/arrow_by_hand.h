/*
** Arrow arrays and streams built by hand, whole or bent, and what Parley says of them, in one text. For arrow_host.c.
*/
#ifndef ARROW_BY_HAND_H
#define ARROW_BY_HAND_H

#include "check.h"
#include "frame/arrow.h"
#include "frame/packing.h"

/* ---- arrays by hand ---- */

static int released; /* arrays, schemas and streams */

static void count_schema(struct ArrowSchema *schema) {
  released++;
  schema->release = NULL;
}

static void count_array(struct ArrowArray *array) {
  released++;
  array->release = NULL;
}

/* A table of one column "c", with or without a dictionary; all of it can be bent before it is read. */
typedef struct table {
  struct ArrowSchema schema, column, entries;
  struct ArrowSchema *columns[1];
  struct ArrowArray batch, values, dictionary;
  struct ArrowArray *children[1];
  const void *none[1], *buffers[3], *entry_buffers[3];
} table;

static void make(table *t, const char *format, int64_t length, const void *validity, const void *values,
                 const void *bytes) {
  memset(t, 0, sizeof *t);
  t->columns[0] = &t->column;
  t->children[0] = &t->values;
  t->buffers[0] = validity;
  t->buffers[1] = values;
  t->buffers[2] = bytes;
  t->schema = (struct ArrowSchema){.format = "+s", .n_children = 1, .children = t->columns, .release = count_schema};
  t->column = (struct ArrowSchema){.format = format, .name = "c", .flags = 2, .release = count_schema};
  t->batch = (struct ArrowArray){.length = length, .n_buffers = 1, .n_children = 1, .buffers = t->none,
                                 .children = t->children, .release = count_array};
  int texts = strchr("uUzZ", format[0]) != NULL, none = strcmp(format, "n") == 0;
  t->values = (struct ArrowArray){.length = length, .null_count = validity == NULL ? 0 : -1,
                                  .n_buffers = none ? 0 : 2 + texts, .buffers = t->buffers, .release = count_array};
}

/* The values become codes of a dictionary of texts. */
static void give_dictionary(table *t, const char *format, int64_t length, const void *validity, const void *offsets,
                            const void *bytes) {
  t->entry_buffers[0] = validity;
  t->entry_buffers[1] = offsets;
  t->entry_buffers[2] = bytes;
  t->entries = (struct ArrowSchema){.format = format, .flags = 2, .release = count_schema};
  t->dictionary = (struct ArrowArray){.length = length, .null_count = validity == NULL ? 0 : -1,
                                      .n_buffers = bytes == NULL ? 2 : 3, .buffers = t->entry_buffers,
                                      .release = count_array};
  t->column.dictionary = &t->entries;
  t->values.dictionary = &t->dictionary;
}

/* All values with their type in one text: "integer 1 - 3". */
static void say_column(growing *out, const parley_column *column) {
  text_clear(out);
  text_say(out, "%s", parley_type_name(column->type));
  for (int64_t row = 0; row < column->length; row++) {
    parley_value v = parley_column_get(column, row);
    if (v.type == PARLEY_ANY) text_say(out, " -");
    else if (v.type == PARLEY_INTEGER) text_say(out, " %lld", (long long)v.integer);
    else if (v.type == PARLEY_NUMBER) text_say(out, " %.17g", v.number);
    else if (v.type == PARLEY_BOOLEAN) text_say(out, " %s", v.integer ? "true" : "false");
    else text_say(out, " "), text_show(out, v.text, v.length);
  }
}

static void reads_as(table *t, const char *expected, int line) {
  parley_error err = {0};
  parley_frame frame = {0};
  growing said = {0};
  released = 0;
  bool done = parley_arrow_in_batch(NULL, &t->schema, &t->batch, &frame, 0, &err);
  if (done) say_column(&said, &frame.columns[0]);
  else text_say(&said, "%s", told(&err));
  check_text(expected, said.bytes, line);
  check_that(released == 2 && t->schema.release == NULL && t->batch.release == NULL, "released once", line);
  parley_frame_free(&frame);
  check_that(frame.memory.bytes == 0, "all memory given back", line);
  free(said.bytes);
}

#define READS_AS(t, expected) reads_as((t), (expected), __LINE__)
#define COLUMN(expected, format, length, validity, values) \
  (make(&t, (format), (length), (validity), (values), NULL), READS_AS(&t, (expected)))

/* ---- streams by hand ---- */

typedef struct script {
  struct ArrowArrayStream stream;
  table t;
  int batches, given, code; /* code: what the producer fails with in place of a last batch */
  bool no_schema;
  const char *message;
} script;

static int script_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  script *s = stream->private_data;
  if (s->no_schema) return s->code;
  *out = s->t.schema;
  return 0;
}

static int script_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  script *s = stream->private_data;
  if (s->given == s->batches) {
    if (s->code == 0) out->release = NULL;
    return s->code;
  }
  s->t.values.offset = s->given++;
  *out = s->t.batch;
  return 0;
}

static const char *script_error(struct ArrowArrayStream *stream) {
  const script *s = stream->private_data;
  return s->message;
}

static void script_release(struct ArrowArrayStream *stream) {
  released++;
  stream->release = NULL;
}

static script new_script(int batches, int code, const char *message) {
  return (script){.batches = batches,
                  .code = code,
                  .message = message,
                  .stream = {script_schema, script_next, script_error, script_release, NULL}};
}

/* Reads it; `releases` is how many of stream, schema and batches there must be. */
static void play(script *s, const char *expected, int releases) {
  parley_error err = {0};
  parley_frame frame = {0};
  growing said = {0};
  s->stream.private_data = s;
  make(&s->t, "i", 2, ((const unsigned char[]){0x0D}), ((const int32_t[]){10, 11, 12, 13}), NULL);
  released = 0;
  if (parley_arrow_in(NULL, &s->stream, &frame, 0, &err)) say_column(&said, &frame.columns[0]);
  else text_say(&said, "%s", told(&err));
  CHECK_TEXT(expected, said.bytes);
  CHECK(released == releases);
  parley_frame_free(&frame);
  free(said.bytes);
}

#endif
