/*
** Do records become rows? Known answers for rows that are added, changed, left, refused and stopped by the clock; then
** the same with memory running out at every allocation. See check.h for how it is called.
*/
#define PARLEY_TEST_ALLOC /* this file brings its own base/memory.c, whose allocations can fail */
#include "base/memory.c"

#include "check.h"
#include "sqlite/bulk_load.h"
#include "sqlite/open_store.h"

/* ---- a table and its loader ---- */

static const char create[] =
    "CREATE TABLE t(id TEXT PRIMARY KEY, n INTEGER, x REAL, day TEXT, day_start, day_end, w TEXT)";

static const parley_sqlite_load_sql sql = {
    "INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(id) DO NOTHING",
    "SELECT rowid, n IS ?2 AND x IS ?3 AND day IS ?4 AND w IS ?7 FROM t WHERE id = ?1",
    "UPDATE t SET n = ?2, x = ?3, day = ?4, day_start = ?5, day_end = ?6, w = ?7 WHERE id = ?1"};

/* The columns of the text are a, b, n, x, day, w; the id is "a/b". */
static const parley_load_piece id_pieces[] = {{0, {NULL, 0}, '/'}, {-1, {"/", 1}, 0}, {1, {NULL, 0}, 0}};
static const parley_load_piece single[] = {{2, {NULL, 0}, 0}, {3, {NULL, 0}, 0}, {4, {NULL, 0}, 0}, {5, {NULL, 0}, 0}};

static const parley_load_target targets[] = {{"id", PARLEY_TEXT, 1, id_pieces, 3, false, 0, 0, false},
                                             {"n", PARLEY_INTEGER, 2, &single[0], 1, false, 0, 0, false},
                                             {"x", PARLEY_NUMBER, 3, &single[1], 1, true, -90, 90, false},
                                             {"day", PARLEY_DATE, 4, &single[2], 1, false, 0, 0, false},
                                             {"w", PARLEY_TEXT, 7, &single[3], 1, false, 0, 0, false}};

typedef struct bench {
  parley_store store;
  parley_input input;
  parley_record_reader records;
  parley_sqlite_load load;
  char outcome[400];
} bench;

static const char *const stops[] = {"more", "end", "unsound", "refused", "unreadable", "failed"};

/* Notes how it went on: "refused n: …; end 2 0 1" with the counts at the end. */
static void note(bench *b, const char *format, const char *one, const char *two) {
  size_t used = strlen(b->outcome);
  snprintf(b->outcome + used, sizeof b->outcome - used, format, one, two);
}

static void refused(bench *b) {
  const parley_load_refusal *r = &b->load.load.refusal;
  note(b, "refused %s: %s; ", r->column, told(&r->why));
}

/* Loads to the end, past what is unsound or refused. */
static void load_all(bench *b) {
  parley_error err;
  char counts[80];
  for (;;) {
    parley_load_pause stop = parley_sqlite_load_records(&b->load, &b->records, 3, &err);
    if (stop == PARLEY_LOAD_PAUSE_MOST) continue;
    if (stop == PARLEY_LOAD_PAUSE_REFUSED) refused(b);
    if (stop == PARLEY_LOAD_PAUSE_UNSOUND) note(b, "unsound%s%s; ", "", "");
    if (stop == PARLEY_LOAD_PAUSE_REFUSED || stop == PARLEY_LOAD_PAUSE_UNSOUND) continue;
    snprintf(counts, sizeof counts, "%lld %lld %lld", (long long)b->load.load.added, (long long)b->load.load.updated,
             (long long)b->load.load.unchanged);
    note(b, "%s %s", stops[stop], stop == PARLEY_LOAD_PAUSE_END ? counts : told(&err));
    return;
  }
}

static bool open_load(bench *b, parley_error *err) {
  int64_t before = 0;
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_prepare_v2(b->store.db, "SELECT coalesce(max(rowid), 0) FROM t", -1, &stmt, NULL) == SQLITE_OK &&
      sqlite3_step(stmt) == SQLITE_ROW) {
    before = sqlite3_column_int64(stmt, 0);
  }
  sqlite3_finalize(stmt);
  b->load = (parley_sqlite_load){.load = {.targets = targets, .count = 5}};
  return parley_sqlite_load_open(&b->load, &b->store, &sql, before, err);
}

/* Loads a text into the table; what came of it is in b->outcome. */
static const char *loaded(bench *b, const char *text, bool json) {
  parley_error err;
  parley_record_reader_options options = {.json = json};
  b->outcome[0] = '\0';
  b->input = (parley_input){.file = 0};
  b->records = (parley_record_reader){.width = 0};
  b->load = (parley_sqlite_load){.spent = 0};
  bool opened = parley_input_memory(&b->input, "t", text, strlen(text), &err) &&
                parley_record_reader_open(&b->records, &b->input, &options, NULL, 0, &err) && open_load(b, &err);
  if (opened) load_all(b);
  else note(b, "failed %s%s", told(&err), "");
  parley_sqlite_load_close(&b->load);
  parley_record_reader_close(&b->records);
  parley_input_close(&b->input);
  return b->outcome;
}

static void open_bench(bench *b) {
  parley_error err;
  memset(b, 0, sizeof *b);
  CHECK(parley_store_open(&b->store, "", PARLEY_STORE_MEMORY, 0, &err));
  CHECK(parley_store_exec(&b->store, create, &err));
}

/* ---- known answers ---- */

#define HEADER "a,b,n,x,day,w\n"
#define ROWS HEADER "p,1,5,1.5,2025-06-02,one\np,2,,,,\nq,1,7,-90,2025-06,\"t\"\"wo\"\n"

static void test_rows(void) {
  bench b;
  open_bench(&b);
  CHECK_TEXT("end 3 0 0", loaded(&b, ROWS, false));
  CHECK_TEXT("end 0 0 3", loaded(&b, ROWS, false));
  CHECK_TEXT("end 1 1 1", loaded(&b, HEADER "p,1,5,1.5,2025-06-02,one\np,2,4,,,\nr,1,,,,\n", false));
  CHECK_TEXT("refused id: duplicate.row; end 1 0 1",
             loaded(&b, HEADER "s,1,5,,,\ns,1,5,,,\ns,1,6,,,\n", false));
  CHECK_TEXT("refused id: duplicate.row; end 0 1 0",
             loaded(&b, HEADER "s,1,8,,,\ns,1,9,,,\n", false));
  parley_store_close(&b.store, NULL);
}

static void test_refused(void) {
  bench b;
  open_bench(&b);
  CHECK_TEXT("refused n: bad_integer.value value=x; refused x: out_of_range value=90.1 least=-90 most=90; "
             "refused x: out_of_range value=-91 least=-90 most=90; end 1 0 0",
             loaded(&b, HEADER "a,1,x,,,\na,2,,90.1,,\na,3,,-91,,\na,4,,90,,\n", false));
  CHECK_TEXT("refused id: no_id.row; unsound; refused day: bad_date.value value=2025-02-30; end 0 0 0",
             loaded(&b, HEADER ",1,,,,\nb,1\nb,1,,,2025-02-30,\n", false));
  CHECK_TEXT("unreadable line path=t line=2: malformed.open_quote",
             loaded(&b, HEADER "c,1,,,,\"w\n", false));
  CHECK_TEXT("failed empty.text path=t", loaded(&b, "", false));
  CHECK_TEXT("failed bad_encoding.zip path=t",
             loaded(&b, "PK\3\4\24", false));
  parley_store_close(&b.store, NULL);
}

static void test_json(void) {
  bench b;
  open_bench(&b);
  CHECK_TEXT("end 2 0 0", loaded(&b, "[{\"a\":\"p\",\"b\":1,\"n\":5,\"x\":1.5,\"day\":\"2025\",\"w\":null},"
                                     "{\"a\":\"p\",\"b\":2,\"more\":[1]}]", true));
  parley_store_close(&b.store, NULL);
}

/* ---- the host's clock ---- */

/* Rows without an end. */
static ptrdiff_t endless(void *context, char *buffer, size_t size, parley_error *err) {
  int64_t *row = context;
  (void)err;
  if (*row < 0) {
    *row = 0;
    memcpy(buffer, HEADER, sizeof HEADER - 1);
    return sizeof HEADER - 1;
  }
  return snprintf(buffer, size, "p,%lld,5,,,\n", (long long)(*row)++);
}

static void test_clock(void) {
  bench b;
  parley_error err = {.code = 0};
  int64_t row = -1;
  parley_load_pause stop = PARLEY_LOAD_PAUSE_MOST;
  parley_record_reader_options options = {.json = false};
  open_bench(&b);
  parley_store_limit(&b.store, 5, 0);
  CHECK(parley_input_callback(&b.input, "t", endless, &row, &err));
  CHECK(parley_record_reader_open(&b.records, &b.input, &options, NULL, 0, &err));
  CHECK(open_load(&b, &err));
  /* pieces of few rows, none of which takes so long: what counts is all of them */
  for (int i = 0; i < 10000000 && stop == PARLEY_LOAD_PAUSE_MOST; i++) {
    stop = parley_sqlite_load_records(&b.load, &b.records, 100, &err);
  }
  CHECK(stop == PARLEY_LOAD_PAUSE_FAILED && err.code == PARLEY_ERROR_LIMIT);
  CHECK_TEXT("limit.time ms=5", told(&err));
  CHECK(b.load.load.added > 0 && b.store.run.deadline == 0);
  parley_sqlite_load_close(&b.load);
  parley_record_reader_close(&b.records);
  parley_input_close(&b.input);
  parley_store_limit(&b.store, 0, 0);
  CHECK_TEXT("end 3 0 0", loaded(&b, HEADER "x,1,,,,\nx,2,,,,\nx,3,,,,\n", false));
  parley_store_close(&b.store, NULL);
}

/* ---- memory runs out ---- */

static void refill(bench *b) {
  parley_error err;
  CHECK(parley_store_exec(&b->store, "DELETE FROM t; INSERT INTO t(id, n) VALUES ('q/1', 1)", &err));
}

/* Each allocation of Parley's own fails in turn: always a clean failure, and the table takes the same rows
   afterwards. */
static void test_allocation(const char *text, bool json, const char *expected) {
  bool sound = false;
  bench b;
  open_bench(&b);
  long failed = 0;
  for (long n = 1; n < 400 && !sound; n++) {
    refill(&b);
    parley_alloc_countdown = n;
    const char *outcome = loaded(&b, text, json);
    sound = parley_alloc_countdown > 0;
    parley_alloc_countdown = 0;
    if (sound) CHECK_TEXT(expected, outcome);
    else CHECK(strcmp(outcome, "failed out_of_memory") == 0 || strcmp(outcome, "unreadable out_of_memory") == 0);
    failed += !sound;
    refill(&b);
    CHECK_TEXT(expected, loaded(&b, text, json));
  }
  CHECK(sound && failed > 3);
  parley_store_close(&b.store, NULL);
}

int main(int argc, char **argv) {
  checks.once = argc > 1 && strcmp(argv[1], "once") == 0;
  test_rows();
  test_refused();
  test_json();
  test_clock();
  test_allocation(ROWS "q,1,8,,,\n", false,
                  "refused id: duplicate.row; end 2 1 0");
  test_allocation(
      "[{\"a\":\"p\",\"b\":1,\"n\":5,\"x\":1,\"day\":\"2025\",\"w\":null,\"c\":1,\"d\":1,\"e\":1,\"f\":1},"
      "{\"g\":\"p\",\"h\":2,\"i\":[1],\"j\":1,\"k\":1,\"l\":1,\"m\":1,\"o\":1,\"a\":\"p\",\"b\":\"2\"}]",
      true, "end 2 0 0");
  return check_result("load_host");
}
