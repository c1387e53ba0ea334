/*
** Expressions of the column engine against SQLite: random trees over columns of every type are written as nodes and as
** SQL, and must give the same values, missing ones and errors among them; at some of the rows, in any order, the same
** as at all; with tables per entry and without. Then filters, what an error says, and failing allocations.
*/
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <time.h>

#define PARLEY_TEST_ALLOC
#include "base/memory.c"

#include "check.h"
#include "column_expr_trees.h"
#include "engine/expr/expr.h"
#include "frame/packing.h"
#include "value/scalar_semantics.h"

/* ---- comparing ---- */

static bool same_value(parley_value value, sqlite3_value *expected, bool about) {
  int type = sqlite3_value_type(expected);
  switch (value.type) {
    case PARLEY_ANY: return type == SQLITE_NULL;
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN: return type == SQLITE_INTEGER && sqlite3_value_int64(expected) == value.integer;
    case PARLEY_NUMBER: {
      double number = sqlite3_value_double(expected);
      if (about && fabs(number - value.number) <= fabs(number) * 1e-14) return true;
      return (type == SQLITE_FLOAT || type == SQLITE_INTEGER) && number <= value.number && number >= value.number;
    }
    default:
      return type != SQLITE_NULL && (size_t)sqlite3_value_bytes(expected) == value.length &&
             memcmp(sqlite3_value_text(expected), value.text, value.length) == 0;
  }
}

static void show_value(growing *t, parley_value value) {
  if (value.type == PARLEY_ANY) text_say(t, "nil");
  else if (value.type == PARLEY_NUMBER) text_say(t, "%.17g", value.number);
  else if (value.type == PARLEY_INTEGER || value.type == PARLEY_BOOLEAN) text_say(t, "%lld", (long long)value.integer);
  else text_say(t, "'%.*s'", (int)value.length, value.text);
}

static bool same_values(parley_value a, parley_value b) {
  if (a.type != b.type) return false;
  bool textual = a.type == PARLEY_TEXT || a.type == PARLEY_DATE;
  if (textual) return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
  return a.integer == b.integer && memcmp(&a.number, &b.number, sizeof a.number) == 0;
}

static void complain(const char *what, const char *sql, int row, parley_value value, const char *expected) {
  growing shown = {0};
  show_value(&shown, value);
  checks.done++;
  if (checks.failed++ < 20) printf("%s: %.1500s\n  row %d: %s, not %s\n", what, sql, row, shown.bytes, expected);
  free(shown.bytes);
}

/* A sealed column says the truth about itself. */
static void check_column(const parley_column *column, int64_t rows) {
  int64_t missing = 0, low = INT64_MAX, high = INT64_MIN;
  CHECK(column->length == rows);
  for (int64_t row = 0; row < rows; row++) {
    parley_value value = parley_column_get(column, row);
    missing += value.type == PARLEY_ANY;
    if (value.type != PARLEY_INTEGER) continue;
    low = value.integer < low ? value.integer : low;
    high = value.integer > high ? value.integer : high;
  }
  CHECK(column->nulls == missing && (column->validity.data != NULL) == (missing > 0));
  CHECK(column->type != PARLEY_INTEGER || (column->low == low && column->high == high));
  CHECK(column->dictionary.index == NULL);
  for (int32_t k = 0; column->type == PARLEY_DATE && k < column->dictionary.entries; k++) {
    parley_edtf date;
    size_t length;
    const char *text = parley_dictionary_text(&column->dictionary, k, &length);
    const int32_t *days = parley_dictionary_days(&column->dictionary, k);
    CHECK(parley_edtf_parse(text, length, &date, NULL) && days[0] == date.first && days[1] == date.last);
  }
}

/* SQLite's answer, row by row. */
static void check_against_sqlite(const data *d, const tree *t, const parley_column *column, bool done,
                                 const parley_error *err) {
  growing sql = {0};
  sqlite3_stmt *stmt;
  int root = t->count - 1, row = 0, status;
  text_add(&sql, "SELECT ", 7);
  if (is_sum(&t->nodes[root])) text_add(&sql, "exact", 5);
  text_add(&sql, raw(t, root), strlen(raw(t, root)));
  text_add(&sql, " FROM data ORDER BY rowid", 25);
  if (sqlite3_prepare_v2(d->db, sql.bytes, -1, &stmt, NULL) != SQLITE_OK) {
    printf("%s\n  %s\n", sqlite3_errmsg(d->db), sql.bytes);
    exit(1);
  }
  while ((status = sqlite3_step(stmt)) == SQLITE_ROW) {
    parley_value value = done ? parley_column_get(column, row) : (parley_value){0};
    if (done && !same_value(value, sqlite3_column_value(stmt, 0), t->rounds)) {
      const char *expected = (const char *)sqlite3_column_text(stmt, 0);
      complain("value", sql.bytes, row, value, expected != NULL ? expected : "nil");
      break;
    }
    row++;
  }
  if (status == SQLITE_DONE && !done) complain("needless error", sql.bytes, row, (parley_value){0}, told(err));
  if (status == SQLITE_ERROR && done && !t->logic) {
    complain("no error", sql.bytes, row, (parley_value){0}, sqlite3_errmsg(d->db));
  }
  checks.done++;
  sqlite3_finalize(stmt);
  free(sql.bytes);
}

/* ---- some of the rows ---- */

static parley_run make_run(int threads) { return (parley_run){.threads = threads}; }

static void random_rows(parley_run *run, parley_rows *rows, int64_t count, int64_t of, bool gaps) {
  parley_error err;
  CHECK(parley_rows_make(run, rows, count, &err));
  for (int64_t k = 0; k < count; k++) {
    rows->row[k] = gaps && random_below(9) == 0 ? -1 : (int32_t)random_below((unsigned)of);
  }
}

/* The values at these rows of many copies are those of the first copy. */
static void check_rows(const char *what, parley_run *run, const parley_frame *frame, const tree *t, parley_rows *rows,
                       const parley_column *expected) {
  parley_error err;
  parley_column column = {0};
  parley_expression e = expression_of(t);
  if (parley_expr_compute(run, frame, rows, &e, &column, &err)) {
    check_column(&column, rows->count);
    for (int64_t k = 0; k < rows->count; k++) {
      int64_t row = rows->row != NULL ? rows->row[k] : k;
      parley_value value = parley_column_get(&column, k);
      parley_value other = parley_column_get(expected, row < 0 ? ROWS - 1 : row % ROWS);
      if (same_values(value, other)) continue;
      complain(what, raw(t, t->count - 1), (int)k, value, "as at all rows");
      break;
    }
  } else {
    complain(what, raw(t, t->count - 1), -1, (parley_value){0}, told(&err));
  }
  parley_column_free(&run->memory, &column);
}

/* A condition keeps the rows for which it is true. */
static void check_filter(parley_run *run, const parley_frame *frame, const tree *t, parley_rows *rows,
                         const parley_column *expected) {
  parley_error err;
  parley_rows left = {.count = rows->count};
  parley_expression e = expression_of(t);
  if (rows->row != NULL) {
    CHECK(parley_rows_make(run, &left, rows->count, &err));
    memcpy(left.row, rows->row, (size_t)rows->count * sizeof(int32_t));
  }
  bool done = parley_expr_filter(run, frame, &e, &left, &err);
  if (!done) complain("filter", raw(t, t->count - 1), -1, (parley_value){0}, told(&err));
  int64_t at = 0;
  for (int64_t k = 0; done && k < rows->count; k++) {
    int64_t row = rows->row != NULL ? rows->row[k] : k;
    parley_value value = parley_column_get(expected, row < 0 ? ROWS - 1 : row % ROWS);
    if (value.type == PARLEY_ANY || value.integer == 0) continue;
    if (at >= left.count || (left.row != NULL ? left.row[at] : at) != row) {
      complain("filter", raw(t, t->count - 1), (int)k, value, "left out");
      break;
    }
    at++;
  }
  if (done) CHECK(at == left.count);
  parley_rows_free(run, &left);
}

static void check_tree(const data *d, const parley_frame *many, const tree *t) {
  parley_error err;
  parley_run run = make_run(1);
  parley_column column = {0};
  parley_rows all = {.count = ROWS};
  parley_expression e = expression_of(t);
  bool done = parley_expr_compute(&run, &d->frame, &all, &e, &column, &err);
  if (done) check_column(&column, ROWS);
  check_against_sqlite(d, t, &column, done, &err);
  if (done) {
    parley_run two = make_run(2);
    parley_rows some, few, lots = {.count = many->rows};
    random_rows(&two, &some, 1500, many->rows, true);
    random_rows(&two, &few, 5, many->rows, false);
    check_rows("few rows", &two, many, t, &few, &column);
    check_rows("some rows", &two, many, t, &some, &column);
    if (random_below(8) == 0) check_rows("many rows", &two, many, t, &lots, &column);
    if (column.type == PARLEY_BOOLEAN) {
      check_filter(&two, many, t, &few, &column);
      check_filter(&two, many, t, &some, &column);
      check_filter(&two, &d->frame, t, &all, &column);
      if (random_below(8) == 0) check_filter(&two, many, t, &lots, &column);
    }
    parley_rows_free(&two, &few);
    parley_rows_free(&two, &some);
    CHECK(two.memory.bytes == 0);
  }
  parley_column_free(&run.memory, &column);
  CHECK(run.memory.bytes == 0);
}

static void check_random(const data *d, const parley_frame *many, int trees) {
  tree *t = calloc(1, sizeof *t);
  for (int k = 0; t != NULL && k < trees; k++) {
    t->count = t->arg_count = 0;
    t->logic = t->rounds = false;
    random_tree(t, random_below(3) == 0 ? PARLEY_BOOLEAN : random_type(), 1 + (int)random_below(4));
    check_tree(d, many, t);
  }
  for (int k = 0; k < NODES; k++) free(t->pieces[k].bytes);
  free(t);
}

/* ---- errors ---- */

static void check_error(const data *d, parley_error_code code, const char *expected, const tree *t) {
  parley_error err = {0};
  parley_run run = make_run(2);
  parley_column column = {0};
  parley_rows all = {.count = ROWS};
  parley_expression e = expression_of(t);
  CHECK(!parley_expr_compute(&run, &d->frame, &all, &e, &column, &err) && err.code == code);
  CHECK_TEXT(expected, told(&err));
  CHECK(run.memory.bytes == 0 && column.values.data == NULL && column.dictionary.offsets.data == NULL);
}

static void check_errors(const data *d) {
  static char pattern[PARLEY_TEXT_LIKE_LIMIT + 2];
  static tree t;
  memset(pattern, 'a', sizeof pattern - 1);
  infix(&t, PARLEY_DO_MULTIPLY, PARLEY_INTEGER, " * ", column_of(&t, C_I), integer_constant(&t, 3));
  check_error(d, PARLEY_ERROR_OVERFLOW, "overflow.integer_result", &t);
  t.count = t.arg_count = 0;
  call_one(&t, PARLEY_DO_ABS, PARLEY_INTEGER, "abs", column_of(&t, C_I));
  check_error(d, PARLEY_ERROR_OVERFLOW, "overflow.integer", &t);
  t.count = t.arg_count = 0;
  call_two(&t, PARLEY_DO_LIKE, PARLEY_BOOLEAN, "", column_of(&t, C_T), constant(&t, text_value(PARLEY_TEXT, pattern)));
  check_error(d, PARLEY_ERROR_BAD_PATTERN, "bad_pattern.like_long most=50000", &t);
  t.count = t.arg_count = 0;
  parley_error err;
  parley_edtf date;
  parley_value first = parley_column_get(&d->frame.columns[C_S], 0);
  CHECK(!parley_edtf_parse(first.text, first.length, &date, &err));
  call_one(&t, PARLEY_DO_YEAR, PARLEY_INTEGER, "", column_of(&t, C_S));
  check_error(d, PARLEY_ERROR_BAD_DATE, told(&err), &t);
  for (int k = 0; k < NODES; k++) free(t.pieces[k].bytes);
}

/* An entry that no chosen row has may be no date. */
static void check_unused_entries(const data *d) {
  static tree t;
  parley_error err;
  parley_run run = make_run(2);
  parley_rows rows, none;
  parley_column column = {0};
  call_one(&t, PARLEY_DO_YEAR, PARLEY_INTEGER, "", column_of(&t, C_S));
  parley_expression e = expression_of(&t);
  CHECK(parley_rows_make(&run, &rows, 600, &err) && parley_rows_make(&run, &none, 0, &err));
  for (int k = 0; k < 600; k++) rows.row[k] = ROWS - 1; /* missing */
  CHECK(parley_expr_compute(&run, &d->frame, &rows, &e, &column, &err) && column.nulls == 600);
  parley_column_free(&run.memory, &column);
  CHECK(parley_expr_compute(&run, &d->frame, &none, &e, &column, &err) && column.length == 0);
  parley_column_free(&run.memory, &column);
  parley_rows_free(&run, &rows);
  parley_rows_free(&run, &none);
  CHECK(run.memory.bytes == 0);
  for (int k = 0; k < NODES; k++) free(t.pieces[k].bytes);
}

/* ---- a limit of memory, for each expression somewhere on its way ---- */

static bool try_with(const parley_frame *frame, const tree *t, size_t limit, int threads, parley_error *err) {
  parley_run run = {.memory = {.limit = limit}, .threads = threads};
  parley_rows all = {.count = frame->rows}, left = {.count = frame->rows};
  parley_column column = {0};
  parley_expression e = expression_of(t);
  bool done = parley_expr_compute(&run, frame, &all, &e, &column, err);
  if (done && column.type == PARLEY_BOOLEAN) done = parley_expr_filter(&run, frame, &e, &left, err);
  parley_column_free(&run.memory, &column);
  parley_rows_free(&run, &left);
  CHECK(run.memory.bytes == 0);
  return done;
}

/* The n-th allocation fails, for every n, until none does. */
static void fail_each(const parley_frame *frame, const tree *t) {
  parley_error err = {0};
  parley_alloc_countdown = 0;
  if (!try_with(frame, t, 0, 1, &err)) return;
  for (long at = 1;; at++) {
    parley_alloc_countdown = at;
    bool done = try_with(frame, t, 0, 1, &err), failed = parley_alloc_countdown == 0;
    parley_alloc_countdown = 0;
    CHECK(done != failed);
    if (!done) CHECK(err.code == PARLEY_ERROR_OUT_OF_MEMORY);
    if (done || !failed) return;
  }
}

static void check_memory(const data *d, const parley_frame *many, int trees) {
  tree *t = calloc(1, sizeof *t);
  parley_error err = {0};
  for (int k = 0; t != NULL && k < trees; k++) {
    t->count = t->arg_count = 0;
    random_tree(t, random_type(), 3);
    if (!try_with(many, t, 1000 + random_below(3000000), 2, &err)) {
      CHECK(err.code == PARLEY_ERROR_LIMIT || err.code == PARLEY_ERROR_OVERFLOW);
    }
    fail_each(&d->frame, t);
  }
  for (int k = 0; k < NODES; k++) free(t->pieces[k].bytes);
  free(t);
}

/* ---- texts that hardly repeat ---- */

enum { UNIQUE = 90000 };

static void make_unique(parley_frame *frame) {
  parley_error err;
  char text[40];
  CHECK(parley_frame_create(frame, 2, 0, &err) && parley_frame_name(frame, 0, "u", 1, PARLEY_TEXT, &err));
  CHECK(parley_frame_name(frame, 1, "d", 1, PARLEY_DATE, &err));
  for (int row = 0; row < UNIQUE; row++) {
    snprintf(text, sizeof text, "Text %d of %s", row, row % 1000 == 7 ? "Geneva" : "Istanbul");
    CHECK(row % 11 == 3 ? parley_frame_add_null(frame, 0, &err)
                        : parley_frame_add_text(frame, 0, text, strlen(text), &err));
    parley_day_text(row - 20000, text);
    CHECK(row % 13 == 5 ? parley_frame_add_null(frame, 1, &err)
                        : parley_frame_add_text(frame, 1, text, strlen(text), &err));
  }
  CHECK(parley_frame_finish(frame, &err));
}

static void check_texts(const parley_frame *frame, const tree *t, bool dated) {
  parley_error err;
  parley_run run = make_run(2);
  parley_rows rows = {.count = UNIQUE};
  parley_column column = {0};
  parley_expression e = expression_of(t);
  char text[40];
  if (!CHECK(parley_expr_compute(&run, frame, &rows, &e, &column, &err))) return;
  check_column(&column, UNIQUE);
  CHECK(!column.dictionary.distinct && column.dictionary.entries > UNIQUE / 2);
  for (int row = 0; row < UNIQUE; row++) {
    parley_value value = parley_column_get(&column, row);
    if (dated) parley_day_text(row - 20000, text);
    else snprintf(text, sizeof text, "TEXT %d OF %s", row, row % 1000 == 7 ? "GENEVA" : "ISTANBUL");
    if (row % (dated ? 13 : 11) == (dated ? 5 : 3)) CHECK(value.type == PARLEY_ANY);
    else CHECK(value.length == strlen(text) && memcmp(value.text, text, value.length) == 0);
  }
  parley_column_free(&run.memory, &column);
  CHECK(run.memory.bytes == 0);
}

static void set_type(parley_node *node, parley_type type) {
  node->type = type;
  node->layout = parley_layout_of(type);
}

static void check_unique(void) {
  static tree t;
  parley_frame frame = {0};
  parley_error err;
  parley_run run = make_run(2);
  parley_rows rows = {.count = UNIQUE};
  make_unique(&frame);
  call_one(&t, PARLEY_DO_UPPER, PARLEY_TEXT, "", column_of(&t, 0));
  set_type(&t.nodes[0], PARLEY_TEXT);
  check_texts(&frame, &t, false);
  t.count = t.arg_count = 0;
  call_one(&t, PARLEY_DO_STOP, PARLEY_DATE, "", column_of(&t, 1));
  set_type(&t.nodes[0], PARLEY_DATE);
  check_texts(&frame, &t, true);
  t.count = t.arg_count = 0;
  call_two(&t, PARLEY_DO_LIKE, PARLEY_BOOLEAN, "", column_of(&t, 0), constant(&t, text_value(PARLEY_TEXT, "%Geneva%")));
  set_type(&t.nodes[0], PARLEY_TEXT);
  parley_expression e = expression_of(&t);
  CHECK(parley_expr_filter(&run, &frame, &e, &rows, &err));
  int64_t expected = 0;
  for (int row = 7; row < UNIQUE; row += 1000) {
    if (row % 11 != 3) CHECK(expected < rows.count && rows.row[expected++] == row);
  }
  CHECK(rows.count == expected);
  parley_rows_free(&run, &rows);
  parley_frame_free(&frame);
  CHECK(run.memory.bytes == 0);
  for (int k = 0; k < NODES; k++) free(t.pieces[k].bytes);
}

/* A host that cancels the second time it hears of progress. */
typedef struct patience {
  int asked;
  atomic_bool cancelled;
} patience;

static bool lose_patience(void *host, parley_error *err) {
  patience *p = host;
  if (++p->asked > 1) atomic_store(&p->cancelled, true);
  (void)err;
  return true;
}

static void check_stop(const parley_frame *many) {
  static tree t;
  parley_error err = {0};
  patience host = {0};
  parley_run run = {.threads = 1, .cancelled = &host.cancelled, .progress = lose_patience, .progress_data = &host};
  parley_rows rows = {.count = many->rows};
  parley_column column = {0};
  call_one(&t, PARLEY_DO_UPPER, PARLEY_TEXT, "", column_of(&t, C_U));
  parley_expression e = expression_of(&t);
  CHECK(!parley_expr_compute(&run, many, &rows, &e, &column, &err) && err.code == PARLEY_ERROR_CANCELLED);
  CHECK_TEXT("cancelled", told(&err));
  CHECK(run.memory.bytes == 0);
  for (int k = 0; k < NODES; k++) free(t.pieces[k].bytes);
}

int main(int count, char **arguments) {
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  int trees = count > 2 ? atoi(arguments[2]) : checks.once ? 40 : 3000;
  if (count > 3) random_state ^= (uint64_t)atoi(arguments[3]) * UINT64_C(0x2545F4914F6CDD1D);
  data d = {0};
  parley_frame many;
  make_data(&d);
  make_frame(&many, &d.frame, COPIES);
  check_errors(&d);
  check_unused_entries(&d);
  check_stop(&many);
  if (!checks.once) check_unique();
  check_random(&d, &many, trees);
  check_memory(&d, &many, checks.once ? 5 : trees / 20);
  parley_frame_free(&many);
  parley_frame_free(&d.frame);
  sqlite3_close(d.db);
  return check_result("column_expr_host");
}
