/*
** The Frame without Lua: its memory layout, and what it does when memory runs out. The engine's files are compiled
** into this program with an allocator that fails on demand; each build of the Frame below runs once for every
** allocation it makes, with that one failing, and must say so and give every byte back (the sanitizer counts).
**
**   frame_host          everything
**   frame_host once     nothing failing (for valgrind)
*/
#define PARLEY_TEST_ALLOC
#include "base/memory.c"
#include "frame/dictionary.c"
#include "frame/frame.c"
#include "frame/packing.h"

#include <stdio.h>
#include <math.h>

#include <sqlite3.h>

#include "sqlite/cursor_row.h"

static int failures = 0;

#define CHECK(condition)                                                         \
  do {                                                                           \
    if (!(condition)) {                                                          \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);    \
      failures++;                                                                \
    }                                                                            \
  } while (0)

/* ---- builders: each makes one Frame, or fails ---- */

static const char *const names[] = {"i", "x", "b", "d", "t", "any", "mixed"};

enum { INTEGERS, NUMBERS, BOOLEANS, DATES, TEXTS, EMPTY, MIXED, WIDTH };

static const parley_type declared[WIDTH] = {PARLEY_INTEGER, PARLEY_NUMBER, PARLEY_BOOLEAN, PARLEY_DATE,
                                            PARLEY_TEXT,    PARLEY_ANY,    PARLEY_ANY};

static bool name_columns(parley_frame *frame, int width, parley_error *err) {
  for (int at = 0; at < width; at++) {
    if (!parley_frame_name(frame, at, names[at], strlen(names[at]), declared[at], err)) return false;
  }
  return true;
}

/* Row `row` of a Frame with every type; every seventh row misses all its values. */
static bool add_row(parley_frame *frame, int row, parley_error *err) {
  char text[32];
  if (row % 7 == 3) {
    for (int at = 0; at < WIDTH; at++) {
      if (!parley_frame_add_null(frame, at, err)) return false;
    }
    return true;
  }
  snprintf(text, sizeof text, "text %d", row % 50);
  return parley_frame_add_integer(frame, INTEGERS, row * 1000000007LL, err) &&
         parley_frame_add_number(frame, NUMBERS, row / 8.0, err) &&
         parley_frame_add_boolean(frame, BOOLEANS, row % 3 == 0, err) &&
         parley_frame_add_text(frame, DATES, row % 2 ? "2025-06" : "2025-06-02", row % 2 ? 7 : 10, err) &&
         parley_frame_add_text(frame, TEXTS, text, strlen(text), err) && parley_frame_add_null(frame, EMPTY, err) &&
         (row < 100 ? parley_frame_add_integer(frame, MIXED, row, err)
                    : parley_frame_add_text(frame, MIXED, text, strlen(text), err));
}

static bool build_every_type(parley_frame *frame, parley_error *err) {
  if (!parley_frame_create(frame, WIDTH, 0, err) || !name_columns(frame, WIDTH, err)) return false;
  for (int row = 0; row < 300; row++) {
    if (!add_row(frame, row, err)) return false;
  }
  return parley_frame_finish(frame, err);
}

/* The same SQLite row over and over, through a statement. */
static bool build_from_statement(parley_frame *frame, parley_error *err) {
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  bool done = sqlite3_open(":memory:", &db) == SQLITE_OK &&
              sqlite3_prepare_v2(db,
                                 "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 500) "
                                 "SELECT x, x / 2.0, x % 2, '2025', 'a' || x, NULL, x'00ff' FROM c",
                                 -1, &stmt, NULL) == SQLITE_OK;
  CHECK(done);
  done = done && parley_frame_create(frame, WIDTH, 0, err) && name_columns(frame, WIDTH, err);
  const parley_cursor cursor = {.stmt = stmt};
  while (done && sqlite3_step(stmt) == SQLITE_ROW) done = parley_cursor_add_row(&cursor, frame, err);
  sqlite3_finalize(stmt);
  sqlite3_close(db);
  return done && parley_frame_finish(frame, err);
}

/* Texts that hardly repeat, enough of them for the dictionary to give up. */
static bool build_unique(parley_frame *frame, parley_error *err) {
  char text[32];
  if (!parley_frame_create(frame, 1, 0, err)) return false;
  if (!parley_frame_name(frame, 0, "t", 1, PARLEY_TEXT, err)) return false;
  for (int row = 0; row < 3 * TRIAL_ENTRIES; row++) {
    snprintf(text, sizeof text, "unique %d", row / 2 * 2 == row ? row : row - 1 + (row % 5 == 0));
    if (row > 2 * TRIAL_ENTRIES) snprintf(text, sizeof text, "row %d", row);
    if (!parley_frame_add_text(frame, 0, text, strlen(text), err)) return false;
  }
  return parley_frame_finish(frame, err);
}

/* ---- layout ---- */

static bool is_aligned(const parley_buffer *buffer) { return (uintptr_t)buffer->data % 64 == 0; }

static void check_layout(const parley_frame *frame) {
  for (int at = 0; at < frame->width; at++) {
    const parley_column *column = &frame->columns[at];
    const parley_dictionary *dictionary = &column->dictionary;
    CHECK(is_aligned(&column->values) && is_aligned(&column->validity));
    CHECK(is_aligned(&dictionary->offsets) && is_aligned(&dictionary->bytes) && is_aligned(&dictionary->days));
    CHECK(dictionary->index == NULL && column->whole.data == NULL);
    CHECK((dictionary->days.data != NULL) == (column->type == PARLEY_DATE && dictionary->entries > 0));
    CHECK(column->values.capacity % 64 == 0 && column->validity.capacity % 64 == 0);
    CHECK((column->validity.data != NULL) == (column->nulls > 0));
  }
}

static bool is_text(const parley_column *column, int64_t row, const char *text) {
  parley_value value = parley_column_get(column, row);
  return value.text != NULL && value.length == strlen(text) && memcmp(value.text, text, value.length) == 0;
}

static void check_every_type(void) {
  parley_error err;
  parley_frame frame = {0};
  CHECK(build_every_type(&frame, &err));
  const parley_column *columns = frame.columns;
  CHECK(frame.rows == 300 && frame.width == WIDTH);
  check_layout(&frame);
  CHECK(((const int64_t *)(const void *)columns[INTEGERS].values.data)[299] == 299 * 1000000007LL);
  CHECK(fabs(((const double *)(const void *)columns[NUMBERS].values.data)[257] - 32.125) < 1e-12);
  CHECK(columns[BOOLEANS].values.data[0] == 0x41); /* rows 0 and 6; 3 is missing */
  CHECK(columns[INTEGERS].validity.data[0] == 0xf7);
  CHECK(columns[INTEGERS].validity.data[1] == 0xfb);
  CHECK(columns[INTEGERS].nulls == 43);
  CHECK(columns[INTEGERS].low == 0 && columns[INTEGERS].high == 299 * 1000000007LL);
  CHECK(columns[DATES].type == PARLEY_DATE && columns[DATES].dictionary.entries == 2);
  const int32_t *day = parley_dictionary_days(&columns[DATES].dictionary, parley_column_codes(&columns[DATES])[1]);
  const int32_t *other = parley_dictionary_days(&columns[DATES].dictionary, parley_column_codes(&columns[DATES])[2]);
  CHECK(day[0] == 20240 && day[1] == 20269 && other[0] == 20241 && other[1] == 20241);
  CHECK(columns[TEXTS].dictionary.entries == 50 && columns[TEXTS].dictionary.distinct);
  CHECK(is_text(&columns[TEXTS], 149, "text 49"));
  CHECK(columns[EMPTY].type == PARLEY_TEXT && columns[EMPTY].nulls == 300);
  CHECK(columns[EMPTY].dictionary.entries == 0 && parley_dictionary_offsets(&columns[EMPTY].dictionary)[0] == 0);
  CHECK(columns[MIXED].type == PARLEY_TEXT && is_text(&columns[MIXED], 7, "7"));
  CHECK(is_text(&columns[MIXED], 102, "text 2"));
  CHECK(parley_frame_find(&frame, "mixed", 5) == MIXED && parley_frame_find(&frame, "mixe", 4) == -1);
  parley_frame_free(&frame);
  CHECK(frame.memory.bytes == 0 && frame.columns == NULL);
}

static void check_from_statement(void) {
  parley_error err;
  parley_frame frame = {0};
  CHECK(build_from_statement(&frame, &err));
  check_layout(&frame);
  CHECK(frame.rows == 500);
  CHECK(parley_column_get(&frame.columns[INTEGERS], 499).integer == 500);
  CHECK(fabs(parley_column_get(&frame.columns[NUMBERS], 0).number - 0.5) < 1e-12);
  CHECK(parley_column_get(&frame.columns[BOOLEANS], 0).type == PARLEY_BOOLEAN);
  CHECK(parley_column_get(&frame.columns[BOOLEANS], 1).integer == 0);
  CHECK(frame.columns[DATES].dictionary.entries == 1 && is_text(&frame.columns[TEXTS], 499, "a500"));
  parley_value blob = parley_column_get(&frame.columns[MIXED], 499);
  CHECK(blob.length == 2 && memcmp(blob.text, "\0\xff", 2) == 0);
  CHECK(frame.columns[INTEGERS].validity.data == NULL); /* nothing is missing */
  parley_frame_free(&frame);
}

static void check_unique(void) {
  parley_error err;
  parley_frame frame = {0};
  CHECK(build_unique(&frame, &err));
  check_layout(&frame);
  const parley_column *column = &frame.columns[0];
  const parley_dictionary *dictionary = &column->dictionary;
  CHECK(!dictionary->distinct && dictionary->entries > 2 * TRIAL_ENTRIES);
  CHECK(is_text(column, 0, "unique 0") && is_text(column, 3 * TRIAL_ENTRIES - 1, "row 98303"));
  CHECK(dictionary->offsets.capacity < (size_t)(dictionary->entries + 1) * 8 + 4096); /* trimmed */
  parley_frame_free(&frame);
}

/* Every entry of a big dictionary is found again. */
static void check_dictionary(void) {
  parley_error err;
  parley_frame frame = {0};
  char text[32];
  CHECK(parley_frame_create(&frame, 1, 0, &err) && parley_frame_name(&frame, 0, "t", 1, PARLEY_TEXT, &err));
  for (int row = 0; row < 60000; row++) {
    snprintf(text, sizeof text, "%d%s", row % 20000, row % 2 ? "" : " and a longer text");
    CHECK(parley_frame_add_text(&frame, 0, text, strlen(text), &err));
  }
  CHECK(parley_frame_finish(&frame, &err));
  CHECK(frame.columns[0].dictionary.distinct && frame.columns[0].dictionary.entries == 20000);
  CHECK(is_text(&frame.columns[0], 59999, "19999") && is_text(&frame.columns[0], 40000, "0 and a longer text"));
  parley_frame_free(&frame);
}

/* As SQLite has it: NaN is a missing value, and zero has no sign. */
static void check_odd_numbers(void) {
  parley_error err;
  parley_frame frame = {0};
  CHECK(parley_frame_create(&frame, 1, 0, &err) && parley_frame_name(&frame, 0, "x", 1, PARLEY_NUMBER, &err));
  CHECK(parley_frame_add_number(&frame, 0, -0.0, &err) && parley_frame_add_number(&frame, 0, NAN, &err));
  CHECK(parley_frame_finish(&frame, &err) && frame.rows == 2);
  CHECK(!signbit(parley_column_numbers(&frame.columns[0])[0]) && parley_column_has(&frame.columns[0], 0));
  CHECK(frame.columns[0].nulls == 1 && parley_column_get(&frame.columns[0], 1).type == PARLEY_ANY);
  parley_frame_free(&frame);
}

/* A shared column lives on without the one it came from, and is not counted twice. */
static void check_share(void) {
  parley_error err;
  parley_frame frame = {0};
  parley_memory memory = {0};
  parley_column shared[WIDTH] = {0};
  CHECK(build_every_type(&frame, &err));
  for (int at = 0; at < WIDTH; at++) parley_column_share(&shared[at], &frame.columns[at]);
  parley_frame_free(&frame);
  CHECK(shared[INTEGERS].nulls == 43 && shared[INTEGERS].high == 299 * 1000000007LL);
  CHECK(is_text(&shared[TEXTS], 149, "text 49") && is_text(&shared[MIXED], 7, "7"));
  for (int at = 0; at < WIDTH; at++) parley_column_free(&memory, &shared[at]);
  CHECK(memory.bytes == 0);
}

/* A failure as text: its key and arguments. */
static const char *told(const parley_error *err) {
  static char text[PARLEY_ERROR_TEXT];
  return parley_error_text(err, text, sizeof text);
}

static void check_limit(void) {
  parley_error err;
  parley_frame frame = {0};
  bool done = parley_frame_create(&frame, WIDTH, 30000, &err) && name_columns(&frame, WIDTH, &err);
  for (int row = 0; done && row < 10000; row++) done = add_row(&frame, row, &err);
  CHECK(!done && err.code == PARLEY_ERROR_LIMIT);
  CHECK(strcmp(told(&err), "limit.memory bytes=30000") == 0);
  CHECK(frame.memory.bytes <= 30000);
  parley_frame_free(&frame);
}

static void check_uneven(void) {
  parley_error err;
  parley_frame frame = {0};
  CHECK(parley_frame_create(&frame, 2, 0, &err) && name_columns(&frame, 2, &err));
  CHECK(parley_frame_add_integer(&frame, 0, 1, &err));
  CHECK(!parley_frame_finish(&frame, &err));
  CHECK(strcmp(told(&err), "misuse.frame_uneven name=x count=0 other=i rows=1") == 0);
  parley_frame_free(&frame);
}

/* ---- failing memory ---- */

/* Builds again and again, the n-th allocation failing, until none does. */
static void fail_each(const char *what, bool (*build)(parley_frame *, parley_error *), long stride) {
  long at = 0;
  bool done = false;
  while (!done) {
    parley_error err = {0};
    parley_frame frame = {0};
    at += stride;
    parley_alloc_countdown = at;
    done = build(&frame, &err);
    bool failed = parley_alloc_countdown == 0;
    parley_alloc_countdown = 0;
    CHECK(done != failed);
    if (!done) CHECK(err.code == PARLEY_ERROR_OUT_OF_MEMORY && strcmp(told(&err), "out_of_memory") == 0);
    parley_frame_free(&frame);
    CHECK(frame.memory.bytes == 0);
  }
  printf("%s: %ld allocations failed in turn\n", what, (at - 1) / stride);
}

int main(int count, char **arguments) {
  bool once = count > 1 && strcmp(arguments[1], "once") == 0;
  check_every_type();
  check_from_statement();
  check_unique();
  check_dictionary();
  check_odd_numbers();
  check_share();
  check_limit();
  check_uneven();
  if (!once) {
    fail_each("every type", build_every_type, 1);
    fail_each("from a statement", build_from_statement, 1);
    fail_each("unique texts", build_unique, 1);
  }
  return failures == 0 ? 0 : 1;
}
