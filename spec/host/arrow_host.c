/*
** The Arrow C interfaces without another library: what a Frame looks like from outside, arrays of every type built by
** hand, arrays that break the rules, and memory that runs out at each allocation in turn. Every release is counted.
** duckdb_host.c does the same with another implementation of Arrow on the other side.
**
**   arrow_host          everything
**   arrow_host once     nothing failing (for valgrind)
*/
#define PARLEY_TEST_ALLOC
#include "base/memory.c"

#include <errno.h>
#include <math.h>
#include <pthread.h>

#include "arrow_by_hand.h"
#include "arrow_frame.h"
#include "check.h"
#include "frame/packing.h"

/* ---- out and in again ---- */

static bool round_trip(const parley_frame *frame, parley_arrow_options how, parley_frame *back, parley_error *err) {
  struct ArrowArrayStream stream;
  return parley_arrow_out(NULL, frame, &how, 0, &stream, err) && parley_arrow_in(NULL, &stream, back, 0, err);
}

static void check_round_trips(void) {
  static const parley_arrow_options hows[] = {
      {0}, {.batch = 1}, {.batch = 7}, {.batch = 64}, {.plain = true}, {.plain = true, .batch = 13}, {.days = true}};
  static const int sizes[] = {0, 1, 4, 64, 65, 300};
  for (size_t i = 0; i < sizeof hows / sizeof *hows; i++) {
    for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++) {
      parley_error err = {0};
      parley_frame frame = {0}, back = {0};
      CHECK(build(&frame, sizes[j], &err));
      CHECK(round_trip(&frame, hows[i], &back, &err));
      check_same(&frame, &back);
      parley_frame_free(&frame);
      parley_frame_free(&back);
    }
  }
}

/* Texts that hardly repeat: without a dictionary, with the bytes as they lie there, or gathered. */
static void check_unique(bool gap) {
  parley_error err = {0};
  parley_frame frame = {0}, back = {0};
  struct ArrowArrayStream stream;
  struct ArrowArray batch;
  char text[32];
  CHECK(parley_frame_create(&frame, 1, 0, &err) && parley_frame_name(&frame, 0, "u", 1, PARLEY_TEXT, &err));
  for (int row = 0; row < 70000; row++) {
    snprintf(text, sizeof text, "unique %d", row);
    if (gap && row == 12345) CHECK(parley_frame_add_null(&frame, 0, &err));
    CHECK(parley_frame_add_text(&frame, 0, text, strlen(text), &err));
  }
  CHECK(parley_frame_finish(&frame, &err) && !frame.columns[0].dictionary.distinct);
  CHECK(parley_arrow_out(NULL, &frame, &(parley_arrow_options){0}, 0, &stream, &err));
  CHECK(stream.get_next(&stream, &batch) == 0);
  CHECK(batch.children[0]->dictionary == NULL && batch.children[0]->n_buffers == 3);
  CHECK(batch.children[0]->buffers[2] == frame.columns[0].dictionary.bytes.data);
  CHECK((batch.children[0]->buffers[1] == frame.columns[0].dictionary.offsets.data) == !gap);
  batch.release(&batch);
  stream.release(&stream);
  CHECK(round_trip(&frame, (parley_arrow_options){0}, &back, &err));
  check_same(&frame, &back);
  parley_frame_free(&frame);
  parley_frame_free(&back);
}

/* ---- the look from outside ---- */

static void check_schema(struct ArrowArrayStream *stream) {
  static const char *const formats[] = {"l", "g", "b", "i", "i", "i"};
  struct ArrowSchema schema;
  CHECK(stream->get_schema(stream, &schema) == 0);
  CHECK_TEXT("+s", schema.format);
  CHECK(schema.n_children == WIDTH && schema.flags == 0);
  for (int at = 0; at < WIDTH; at++) {
    const struct ArrowSchema *child = schema.children[at];
    CHECK_TEXT(names[at], child->name);
    CHECK_TEXT(formats[at], child->format);
    CHECK(child->flags == ARROW_FLAG_NULLABLE && (child->metadata != NULL) == (at == DATES));
    CHECK((child->dictionary != NULL) == (at >= DATES));
    if (child->dictionary != NULL) CHECK_TEXT("U", child->dictionary->format);
  }
  struct ArrowSchema moved = *schema.children[DATES]; /* a child may be taken out, and then lives by itself */
  schema.children[DATES]->release = NULL;
  schema.release(&schema);
  CHECK(schema.release == NULL);
  CHECK_TEXT("d", moved.name);
  moved.release(&moved);
}

static void check_buffers(const parley_frame *frame, const struct ArrowArray *batch) {
  CHECK(batch->length == frame->rows && batch->n_children == WIDTH && batch->n_buffers == 1 && batch->offset == 0);
  for (int at = 0; at < WIDTH; at++) {
    const parley_column *column = &frame->columns[at];
    const struct ArrowArray *child = batch->children[at];
    CHECK(child->length == frame->rows && child->null_count == column->nulls && child->n_buffers == 2);
    CHECK(child->buffers[0] == column->validity.data && child->buffers[1] == column->values.data);
    if (child->dictionary == NULL) continue;
    CHECK(child->dictionary->length == column->dictionary.entries && child->dictionary->n_buffers == 3);
    CHECK(child->dictionary->buffers[1] == column->dictionary.offsets.data);
    CHECK(child->dictionary->buffers[2] == column->dictionary.bytes.data);
  }
}

/* Nothing is copied, and what is taken out outlives all the rest. */
static void check_sharing(void) {
  parley_error err = {0};
  parley_frame frame = {0};
  struct ArrowArrayStream stream;
  struct ArrowArray batch, end, child, dictionary;
  CHECK(build(&frame, 300, &err) && parley_arrow_out(NULL, &frame, &(parley_arrow_options){0}, 0, &stream, &err));
  check_schema(&stream);
  CHECK(stream.get_next(&stream, &batch) == 0);
  check_buffers(&frame, &batch);
  CHECK(stream.get_next(&stream, &end) == 0 && end.release == NULL);
  CHECK(stream.get_last_error(&stream) == NULL);
  parley_frame_free(&frame);
  stream.release(&stream);
  CHECK(stream.release == NULL);
  child = *batch.children[TEXTS];
  batch.children[TEXTS]->release = NULL;
  batch.release(&batch);
  CHECK(batch.release == NULL);
  dictionary = *child.dictionary;
  child.dictionary->release = NULL;
  CHECK(((const int32_t *)child.buffers[1])[149] == 42);
  child.release(&child);
  const int64_t *offset = dictionary.buffers[1];
  CHECK(memcmp((const char *)dictionary.buffers[2] + offset[42], "text 49", 7) == 0);
  dictionary.release(&dictionary);
}

/* A part says how many of its own values are missing. */
static void check_parts(void) {
  parley_error err = {0};
  parley_frame frame = {0};
  struct ArrowArrayStream stream;
  struct ArrowArray batch;
  int64_t nulls = 0, rows = 0;
  CHECK(build(&frame, 300, &err) &&
        parley_arrow_out(NULL, &frame, &(parley_arrow_options){.batch = 77}, 0, &stream, &err));
  while (stream.get_next(&stream, &batch) == 0 && batch.release != NULL) {
    CHECK(batch.children[0]->offset == rows && batch.children[0]->length == batch.length);
    nulls += batch.children[0]->null_count;
    rows += batch.length;
    batch.release(&batch);
  }
  CHECK(rows == 300 && nulls == frame.columns[0].nulls);
  stream.release(&stream);
  parley_frame_free(&frame);
}

static void *release_it(void *array) {
  struct ArrowArray *batch = array;
  batch->release(batch);
  return NULL;
}

/* Shares of the same buffers freed by several threads at a time. */
static void check_threads(void) {
  parley_error err = {0};
  for (int round = 0; round < 50; round++) {
    parley_frame frame = {0};
    struct ArrowArrayStream stream;
    struct ArrowArray batches[4];
    pthread_t threads[4];
    CHECK(build(&frame, 40, &err) &&
          parley_arrow_out(NULL, &frame, &(parley_arrow_options){.batch = 10}, 0, &stream, &err));
    for (int i = 0; i < 4; i++) CHECK(stream.get_next(&stream, &batches[i]) == 0);
    for (int i = 0; i < 4; i++) CHECK(pthread_create(&threads[i], NULL, release_it, &batches[i]) == 0);
    parley_frame_free(&frame);
    stream.release(&stream);
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
  }
}

static void check_numbers_in(void) {
  static const unsigned char seen[] = {0x05}; /* rows 0 and 2 */
  table t;
  COLUMN("integer -1 - 127", "c", 3, seen, ((const int8_t[]){-1, 5, 127}));
  COLUMN("integer 255 0", "C", 2, NULL, ((const uint8_t[]){255, 0}));
  COLUMN("integer -32768 - 3", "s", 3, seen, ((const int16_t[]){-32768, 5, 3}));
  COLUMN("integer 65535", "S", 1, NULL, ((const uint16_t[]){65535}));
  COLUMN("integer -2147483648", "i", 1, NULL, ((const int32_t[]){INT32_MIN}));
  COLUMN("integer 4294967295", "I", 1, NULL, ((const uint32_t[]){UINT32_MAX}));
  COLUMN("integer -9223372036854775808", "l", 1, NULL, ((const int64_t[]){INT64_MIN}));
  COLUMN("integer 9223372036854775807", "L", 1, NULL, ((const uint64_t[]){INT64_MAX}));
  COLUMN("column_and_row column=c row=2: too_large.integer value=18446744073709551615", "L", 2, NULL,
         ((const uint64_t[]){1, UINT64_MAX}));
  COLUMN("number 1.5 - 0", "g", 3, seen, ((const double[]){1.5, 2, -0.0}));
  COLUMN("number inf - -2.5", "g", 3, NULL, ((const double[]){INFINITY, NAN, -2.5}));
  COLUMN("number 0.10000000149011612", "f", 1, NULL, ((const float[]){0.1f}));
  COLUMN("number 1 -2 65504 5.9604644775390625e-08 inf - 0", "e", 7, NULL,
         ((const uint16_t[]){0x3C00, 0xC000, 0x7BFF, 0x0001, 0x7C00, 0x7E00, 0x8000}));
  COLUMN("boolean true - false true", "b", 4, ((const unsigned char[]){0x0D}), ((const unsigned char[]){0x0B}));
  COLUMN("text - - -", "n", 3, NULL, NULL);
}

static void check_decimals_in(void) {
  static const int64_t big[] = {-12345, -1, 1, 0, 0, 1}; /* two halves each: -12345, 1, 2^64 */
  table t;
  COLUMN("integer -12345 1", "d:38,0", 2, NULL, big);
  COLUMN("column_and_row column=c row=3: too_large.integer value=18446744073709551616", "d:38,0", 3, NULL, big);
  COLUMN("number -123.45 0.01 1.8446744073709552e+17", "d:38,2", 3, NULL, big);
  COLUMN("integer -1234500 100", "d:38,-2", 2, NULL, big);
  COLUMN("number -0.0625 0.5 0", "d:9,4,32", 3, NULL, ((const int32_t[]){-625, 5000, 0}));
  COLUMN("integer -71 9223372036854775807", "d:18,0,64", 2, NULL, ((const int64_t[]){-71, INT64_MAX}));
}

static void check_times_in(void) {
  table t;
  COLUMN("date 1970-01-01 2025-06-02 1969-12-31", "tdD", 3, NULL, ((const int32_t[]){0, 20241, -1}));
  COLUMN("date 2025-06-02 1969-12-31", "tdm", 2, NULL, ((const int64_t[]){20241 * INT64_C(86400000), -86400000}));
  COLUMN("date 2025-06-02 - 2025-06-01", "tss:", 3, ((const unsigned char[]){5}),
         ((const int64_t[]){20241 * 86400, 5, 20240 * 86400}));
  COLUMN("text 2025-06-02T00:00:00 1969-12-31T23:59:59.999", "tsm:", 2, NULL,
         ((const int64_t[]){20241 * INT64_C(86400000), -1}));
  COLUMN("text 2025-06-02T00:00:00Z", "tsu:Europe/Kyiv", 1, NULL, ((const int64_t[]){20241 * INT64_C(86400000000)}));
  COLUMN("text 1970-01-01T00:00:00.000000001", "tsn:", 1, NULL, ((const int64_t[]){1}));
  COLUMN("text 14:05:00 00:00:00.250", "ttm", 2, NULL, ((const int32_t[]){50700000, 250}));
  COLUMN("text 14:05:00", "tts", 1, NULL, ((const int32_t[]){50700}));
  COLUMN("text 00:00:01.000002", "ttu", 1, NULL, ((const int64_t[]){1000002}));
  COLUMN("column_and_row column=c row=1: too_large.time", "tss:", 1, NULL, ((const int64_t[]){INT64_MAX}));
  COLUMN("column_and_row column=c row=1: too_large.time", "tts", 1, NULL, ((const int32_t[]){-1}));
  COLUMN("text Y5881580-07-11", "tdD", 1, NULL, ((const int32_t[]){INT32_MAX})); /* beyond the dates of Parley */
}

static void check_texts_in(void) {
  static const int32_t offsets[] = {0, 3, 3, 5};
  static const int64_t long_offsets[] = {0, 3, 3, 5};
  static const unsigned char seen[] = {0x05};
  table t;
  make(&t, "u", 3, NULL, offsets, "abc\0x");
  READS_AS(&t, "text abc  \\0x");
  make(&t, "U", 3, seen, long_offsets, "abc\xff\xfe");
  READS_AS(&t, "text abc - \xff\xfe");
  make(&t, "z", 3, NULL, offsets, "abc\0x");
  READS_AS(&t, "text abc  \\0x");
  make(&t, "Z", 0, NULL, NULL, NULL);
  READS_AS(&t, "text");
  COLUMN("text ab cd", "w:2", 2, NULL, "abcd");
}

static const int32_t entry_offsets[] = {0, 1, 2, 4};

static void check_dictionaries_in(void) {
  static const char *const indices[] = {"c", "C", "s", "S", "i", "I", "l", "L"};
  static const int64_t wide[] = {2, 0, 1, 2};
  static const int32_t middle[] = {2, 0, 1, 2};
  static const int16_t narrow[] = {2, 0, 1, 2};
  static const int8_t least[] = {2, 0, 1, 2};
  static const void *const codes[] = {least, narrow, middle, wide};
  table t;
  for (int i = 0; i < 8; i++) {
    make(&t, indices[i], 4, ((const unsigned char[]){0x0D}), codes[i / 2], NULL);
    give_dictionary(&t, "u", 3, NULL, entry_offsets, "abcd");
    READS_AS(&t, "text cd - b cd");
  }
  make(&t, "i", 4, NULL, middle, NULL); /* an entry may be missing */
  give_dictionary(&t, "u", 3, ((const unsigned char[]){0x05}), entry_offsets, "abcd");
  READS_AS(&t, "text cd a - cd");
  make(&t, "i", 4, NULL, middle, NULL);
  give_dictionary(&t, "l", 3, NULL, ((const int64_t[]){7, 8, 9}), NULL);
  READS_AS(&t, "integer 9 7 8 9");
  make(&t, "i", 4, NULL, middle, NULL);
  give_dictionary(&t, "tdD", 3, NULL, ((const int32_t[]){0, 1, 2}), NULL);
  READS_AS(&t, "date 1970-01-03 1970-01-01 1970-01-02 1970-01-03");
  t.batch.offset = 2; /* and a part of it */
  make(&t, "i", 2, NULL, middle, NULL);
  give_dictionary(&t, "u", 2, NULL, entry_offsets, "abcd");
  t.values.offset = 1;
  t.dictionary.offset = 1;
  READS_AS(&t, "text b cd");
}

static void check_offsets_in(void) {
  static const int32_t values[] = {10, 11, 12, 13, 14, 15};
  table t;
  make(&t, "i", 2, ((const unsigned char[]){0x17}), values, NULL);
  t.values.offset = 3;
  READS_AS(&t, "integer - 14");
  make(&t, "i", 4, NULL, values, NULL); /* the rows of a batch that is itself a part */
  t.batch.length = 2;
  t.batch.offset = 2;
  t.values.offset = 1;
  READS_AS(&t, "integer 13 14");
  make(&t, "i", 3, NULL, values, NULL); /* whole rows may be missing */
  t.none[0] = (const unsigned char[]){0x05};
  t.batch.null_count = 1;
  READS_AS(&t, "integer 10 - 12");
  make(&t, "b", 3, NULL, ((const unsigned char[]){0xA8, 0x01}), NULL);
  t.values.offset = 7;
  READS_AS(&t, "boolean true true false");
}

/* ---- what is refused ---- */

static void check_refused_types(void) {
  static const char *const others[] = {"vu", "vz", "+l", "+s", "+r", "+m", "+ud:0", "tDs", "tiM", "d:76,2,256",
                                       "d:", "d:3", "w:", "w:-1", "tsq:", "tss", "", "x", "ts"};
  char message[120];
  table t;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    make(&t, "l", 0, NULL, NULL, NULL);
    t.column.format = others[i];
    snprintf(message, sizeof message, "bad_type.arrow_column column=c type=%s", others[i]);
    READS_AS(&t, message);
  }
  make(&t, "l", 0, NULL, NULL, NULL);
  t.schema.format = "l";
  READS_AS(&t, "bad_type.arrow type=l");
}

/* Each bends one thing. */
static void bend(table *t, int how) {
  static const int32_t backwards[] = {0, 1, 0, 4}, before[] = {-1, 1, 2, 4}, negative[] = {0, -1, 1};
  switch (how) {
    case 0: t->schema.n_children = -1; break;
    case 1: t->schema.children = NULL; break;
    case 2: t->columns[0] = NULL; break;
    case 3: t->column.format = NULL; break;
    case 4: t->schema.n_children = INT64_MAX; break;
    case 5: t->batch.length = -1; break;
    case 6: t->batch.offset = -1; break;
    case 7: t->batch.n_children = 0; break;
    case 8: t->batch.children = NULL; break;
    case 9: t->children[0] = NULL; break;
    case 10: t->batch.offset = INT64_MAX; break;
    case 11: t->batch.n_buffers = 2; break;
    case 12: t->batch.buffers = NULL; break;
    case 13: t->values.length = 2; break;
    case 14: t->values.length = -3; break;
    case 15: t->values.offset = -1; break;
    case 16: t->values.offset = INT64_MAX; break;
    case 17: t->values.n_buffers = 1; break;
    case 18: t->values.n_buffers = -1; break;
    case 19: t->values.buffers = NULL; break;
    case 20: t->buffers[1] = NULL; break;
    case 21: t->values.null_count = 2; break;
    case 22: t->values.null_count = -2; break;
    case 23: t->values.release = NULL; break;
    case 24: t->values.dictionary = NULL; break;
    case 25: t->dictionary.length = 2; break;
    case 26: t->dictionary.length = -1; break;
    case 27: t->entry_buffers[1] = NULL; break;
    case 28: t->entry_buffers[2] = NULL; break;
    case 29: t->entry_buffers[1] = backwards; break;
    case 30: t->entry_buffers[1] = before; break;
    case 31: t->entries.format = NULL; break;
    case 32: t->column.format = "g"; break;
    case 33: t->entries.dictionary = &t->entries; break;
    case 34: t->batch.length = INT64_MAX; break;
    case 35: t->buffers[1] = negative; break;
    default: t->schema.format = NULL; break;
  }
}

static void check_malformed(void) {
  table t;
  for (int how = 0; how <= 36; how++) {
    parley_error err = {0};
    parley_frame frame = {0};
    make(&t, "i", 3, NULL, ((const int32_t[]){2, 0, 1}), NULL);
    give_dictionary(&t, "u", 3, NULL, entry_offsets, "abcd");
    bend(&t, how);
    released = 0;
    bool done = parley_arrow_in_batch(NULL, &t.schema, &t.batch, &frame, 0, &err);
    if (!CHECK(!done && told(&err)[0] != '\0')) printf("bent as of %d\n", how);
    CHECK(released == 2);
    parley_frame_free(&frame);
    CHECK(frame.memory.bytes == 0);
  }
}

static void check_names(void) {
  table t;
  parley_error err = {0};
  parley_frame frame = {0};
  struct ArrowSchema *two[2];
  make(&t, "n", 1, NULL, NULL, NULL);
  t.column.name = NULL;
  CHECK(parley_arrow_in_batch(NULL, &t.schema, &t.batch, &frame, 0, &err));
  CHECK_TEXT("column_1", frame.columns[0].name);
  parley_frame_free(&frame);
  make(&t, "n", 1, NULL, NULL, NULL);
  two[0] = two[1] = &t.column;
  t.schema.children = two;
  t.schema.n_children = 2;
  READS_AS(&t, "twin_columns.arrow name=c");
  CHECK(!parley_arrow_in_batch(NULL, &t.schema, &t.batch, &frame, 0, &err) && released == 2);
  CHECK_TEXT("closed.arrow_data", told(&err));
  parley_frame_free(&frame);
}

static void check_streams(void) {
  script s = new_script(0, 0, NULL);
  play(&s, "integer", 2);
  s = new_script(3, 0, NULL);
  play(&s, "integer 10 - - 12 12 13", 5);
  s = new_script(2, EIO, "the disk is gone");
  play(&s, "arrow_stream: the disk is gone", 4);
  s = new_script(0, ENOMEM, NULL);
  play(&s, "arrow_stream: Cannot allocate memory", 2);
  s = new_script(0, EINVAL, "no such table");
  s.no_schema = true;
  play(&s, "arrow_stream: no such table", 1);
  s.stream.get_last_error = NULL;
  s.stream.release = script_release;
  play(&s, "arrow_stream: Invalid argument", 1);
  s = new_script(0, 0, NULL);
  s.no_schema = true; /* says that all is well, but gives none */
  play(&s, "malformed.arrow_schema", 1);
  s = new_script(0, 0, NULL);
  s.stream.get_next = NULL;
  play(&s, "malformed.arrow_functions", 1);
  s.stream.release = NULL;
  play(&s, "closed.arrow_stream", 0);
}

static void check_limits(void) {
  parley_error err = {0};
  parley_frame frame = {0}, back = {0};
  struct ArrowArrayStream stream;
  CHECK(build(&frame, 300, &err));
  CHECK(parley_arrow_out(NULL, &frame, &(parley_arrow_options){0}, 0, &stream, &err));
  CHECK(!parley_arrow_in(NULL, &stream, &back, 4000, &err) && stream.release == NULL && err.code == PARLEY_ERROR_LIMIT);
  CHECK_TEXT("limit.memory bytes=4000", told(&err));
  parley_frame_free(&back);
  CHECK(!parley_arrow_out(NULL, &frame, &(parley_arrow_options){.plain = true}, 1000, &stream, &err));
  CHECK(stream.release == NULL && err.code == PARLEY_ERROR_LIMIT);
  parley_frame_free(&frame);
}

/* ---- failing memory ---- */

/* Out and in again, the n-th allocation failing, until none does. */
static void fail_each(const char *what, parley_arrow_options how) {
  parley_error err = {0};
  parley_frame frame = {0};
  long at = 0;
  bool done = false;
  CHECK(build(&frame, 30, &err));
  while (!done) {
    parley_frame back = {0};
    parley_alloc_countdown = ++at;
    done = round_trip(&frame, how, &back, &err);
    bool failed = parley_alloc_countdown == 0;
    parley_alloc_countdown = 0;
    CHECK(done != failed);
    if (!done) CHECK(strstr(told(&err), "out_of_memory") != NULL);
    parley_frame_free(&back);
    CHECK(back.memory.bytes == 0);
  }
  printf("%s: %ld allocations failed in turn\n", what, at - 1);
  parley_frame_free(&frame);
}

int main(int count, char **arguments) {
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  check_round_trips();
  check_unique(false);
  check_unique(true);
  check_sharing();
  check_parts();
  check_threads();
  check_numbers_in();
  check_decimals_in();
  check_times_in();
  check_texts_in();
  check_dictionaries_in();
  check_offsets_in();
  check_refused_types();
  check_malformed();
  check_names();
  check_streams();
  check_limits();
  if (!checks.once) {
    fail_each("with dictionaries", (parley_arrow_options){.batch = 16});
    fail_each("plain", (parley_arrow_options){.plain = true});
    fail_each("days", (parley_arrow_options){.days = true});
  }
  return check_result("arrow_host");
}
