/*
** Does the CSV reader read what was written? Known answers; then random hostile texts, read in every way the reader
** knows (from memory, in small pieces, through buffers of a few bytes), against a reader of the simplest kind; then
** the same with memory running out. See check.h for how it is called; besides,
**
**   csv_host count FILE [tab] [encoding=NAME]    says what is in a file
*/
#define PARLEY_TEST_ALLOC /* this file brings its own base/memory.c, whose allocations can fail */
#include "base/memory.c"

#include "check.h"
#include "csv_simplest.h"
#include "text/csv.h"

/* ---- in writing: one line for each record ---- */

static const char *read_memory_text(growing *out, const char *bytes, size_t length, const parley_csv_options *options) {
  parley_csv csv = {0};
  parley_error err;
  text_clear(out);
  if (parley_csv_open_memory(&csv, "t.csv", bytes, length, options, &err)) show_all(out, &csv);
  else text_say(out, "failed: %s\n", told(&err));
  parley_csv_close(&csv);
  return out->bytes;
}

static const char *read_stream_text(growing *out, const char *bytes, size_t length, parley_csv_options options,
                                    size_t buffer, size_t piece) {
  pieces source = {bytes, length, 0, piece};
  parley_input input = {0};
  parley_csv csv = {0};
  parley_error err;
  options.buffer = buffer;
  text_clear(out);
  if (parley_input_callback(&input, "t.csv", read_pieces, &source, &err) &&
      parley_csv_open(&csv, &input, &options, &err)) {
    show_all(out, &csv);
  } else {
    text_say(out, "failed: %s\n", told(&err));
  }
  parley_csv_close(&csv);
  parley_input_close(&input);
  return out->bytes;
}

/* ---- known answers ---- */

static void expect_with(parley_csv_options options, const char *bytes, size_t length, const char *expected, int line) {
  growing out = {0};
  check_text(expected, read_memory_text(&out, bytes, length, &options), line);
  for (size_t buffer = 1; buffer <= 7; buffer++) {
    for (size_t piece = 1; piece <= 3; piece++) {
      check_text(expected, read_stream_text(&out, bytes, length, options, buffer, piece), line);
    }
  }
  check_text(expected, read_stream_text(&out, bytes, length, options, 4096, 1000), line);
  free(out.bytes);
}

#define EXPECT(text, expected) expect_with((parley_csv_options){0}, (text), sizeof(text) - 1, (expected), __LINE__)
#define EXPECT_TAB(text, expected)                                                                                     \
  expect_with((parley_csv_options){.delimiter = '\t', .quotes_are_data = true}, (text), sizeof(text) - 1, (expected),  \
              __LINE__)

static void test_records(void) {
  EXPECT("", "");
  EXPECT("a", "1 @0 [a] {a}\n");
  EXPECT("a,b\n1,2\n", "1 @0 [a][b] {a,b}\n2 @4 [1][2] {1,2}\n");
  EXPECT("a,b\n1,2", "1 @0 [a][b] {a,b}\n2 @4 [1][2] {1,2}\n");
  EXPECT("a,b\r\n1,2\r\n", "1 @0 [a][b] {a,b}\n2 @5 [1][2] {1,2}\n");
  EXPECT("a,b\r1,2\r", "1 @0 [a][b] {a,b}\n2 @4 [1][2] {1,2}\n");
  EXPECT("a,b\n1,2\r3,4\r\n5,6", "1 @0 [a][b] {a,b}\n2 @4 [1][2] {1,2}\n3 @8 [3][4] {3,4}\n4 @13 [5][6] {5,6}\n");
  EXPECT("a,b,\n,,", "1 @0 [a][b][] {a,b,}\n2 @5 [][][] {,,}\n");
  EXPECT("a;b\n", "1 @0 [a;b] {a;b}\n");
}

static void test_quotes(void) {
  EXPECT("\"a\",\"\"\n\"b,c\",d", "1 @0 [\"a\"][\"\"] {\"a\",\"\"}\n2 @7 [\"b,c\"][d] {\"b,c\",d}\n");
  EXPECT("\"a\nb\",1\n2,\"c\r\nd\re\"\nf,g",
         "1 @0 [\"a\\nb\"][1] {\"a\\nb\",1}\n3 @8 [2][\"c\\r\\nd\\re\"] {2,\"c\\r\\nd\\re\"}\n6 @19 [f][g] {f,g}\n");
  EXPECT("\"she said \"\"no\"\"\",\"\"\"\"", "1 @0 [\"she said \"no\"\"][\"\"\"] {\"she said \"\"no\"\"\",\"\"\"\"}\n");
  EXPECT("\"\"", "1 @0 [\"\"] {\"\"}\n");
  expect_with((parley_csv_options){.delimiter = ';', .quote = '\''}, "a;'b;''c'''\n", 12,
              "1 @0 [a][\"b;'c'\"] {a;'b;''c'''}\n", __LINE__);
}

static void test_blanks_around_quotes(void) {
  EXPECT(" \"a\" ,\t\"b,c\"\t\n1 , 2\n", "1 @0 [\"a\"][\"b,c\"] { \"a\" ,\t\"b,c\"\t}\n2 @14 [1 ][ 2] {1 , 2}\n");
}

static void test_comments(void) {
  parley_csv_options hash = {.comment = "#!", .comment_length = 2};
  expect_with(hash, "#! \"x\na,b\n#!\r\n#,1\n#!end", 24, "2 @6 [a][b] {a,b}\n4 @14 [#][1] {#,1}\n", __LINE__);
}

/* The lines before the first record, and the delimiter that one of them states. */
static void test_top(void) {
  static const char text[] = "note, \"here\n\nSEP=;\r\na;b\n1;2\n";
  for (size_t piece = 1; piece < 40; piece += 3) {
    pieces source = {text, sizeof text - 1, 0, piece};
    parley_input input = {0};
    parley_csv csv = {0};
    parley_error err;
    growing out = {0};
    char found;
    bool over;
    CHECK(parley_input_callback(&input, "t.csv", read_pieces, &source, &err));
    CHECK(parley_csv_open(&csv, &input, &(parley_csv_options){.buffer = piece}, &err));
    for (int i = 0; i < 2; i++) CHECK(parley_csv_pass_line(&csv, &over, &err) && !over);
    CHECK(parley_csv_take_separator(&csv, &found, &err) && found == ';');
    show_all(&out, &csv);
    CHECK_TEXT("4 @20 [a][b] {a;b}\n5 @24 [1][2] {1;2}\n", out.bytes);
    CHECK(parley_csv_pass_line(&csv, &over, &err) && over);
    parley_csv_close(&csv);
    parley_input_close(&input);
    free(out.bytes);
  }
}

static void test_marks(void) {
  EXPECT("\xEF\xBB\xBF" "a,b\n", "1 @0 [a][b] {a,b}\n");
  EXPECT("\xEF\xBB\xBF", "");
  EXPECT("\xEF\xBB\xBF\"a\",b\n", "1 @0 [\"a\"][b] {\"a\",b}\n");
  EXPECT("a,b\n\xEF\xBB\xBF" "c,d", "1 @0 [a][b] {a,b}\n2 @4 [\xEF\xBB\xBF" "c][d] {\xEF\xBB\xBF" "c,d}\n");
}

static void test_blank_lines(void) {
  EXPECT("\n\na,b\n\n\r\n1,2\n\n", "3 @2 [a][b] {a,b}\n6 @9 [1][2] {1,2}\n");
  EXPECT("a\n\n1\n", "1 @0 [a] {a}\n2 @2 [] {}\n3 @3 [1] {1}\n");
  EXPECT("a,b\n \n", "1 @0 [a][b] {a,b}\n2 @4 [ ] { } !width 2:2:1\n");
}

static void test_problems(void) {
  EXPECT("a,b\n1\n1,2,3\n4,5", "1 @0 [a][b] {a,b}\n2 @4 [1] {1} !width 2:2:1\n"
         "3 @6 [1][2][3] {1,2,3} !width 3:6:3\n4 @12 [4][5] {4,5}\n");
  EXPECT("a,b\n1,2\"3\"\n4,5", "1 @0 [a][b] {a,b}\n2 @4 [1][2\"3\"] {1,2\"3\"} !stray 2:4:2\n3 @11 [4][5] {4,5}\n");
  EXPECT("a,b\n\"x\ny\" z,2\n4,5",
         "1 @0 [a][b] {a,b}\n2 @4 [\"x\\ny\" z][2] {\"x\\ny\" z,2} !after 3:3:1\n4 @14 [4][5] {4,5}\n");
  EXPECT("a,b\n1,\"2\"\"\"x\"\n", "1 @0 [a][b] {a,b}\n2 @4 [1][\"2\"\"\"x\"] {1,\"2\"\"\"x\"} !after 2:8:2\n");
  EXPECT("a\n\"b\nc", "1 @0 [a] {a}\nfailed: line path=t.csv line=2: malformed.open_quote\n");
  EXPECT("a,b\n1,\"x\r\ny\",\r\"c\n\n",
         "1 @0 [a][b] {a,b}\n2 @4 [1][\"x\\r\\ny\"][] {1,\"x\\r\\ny\",} !width 3:4:3\n"
         "failed: line path=t.csv line=4: malformed.open_quote\n");
}

static void test_tabs(void) {
  EXPECT_TAB("a\tb\n\"1\t2\"\"\n", "1 @0 [a][b] {a\tb}\n2 @4 [\"1][2\"\"] {\"1\t2\"\"}\n");
  EXPECT_TAB("\"\t,\r\n\t", "1 @0 [\"][,] {\"\t,}\n2 @5 [][] {\t}\n");
}

static void test_utf8(void) {
  EXPECT("n\xC3\xA4" "me,b\nz\xE4hl,\xD1\n\xD0\xB9,x\n",
         "1 @0 [n\xC3\xA4me][b] {n\xC3\xA4me,b}\n2 @8 [z\xE4hl][\xD1] {z\xE4hl,\xD1} !utf8 2:2:1\n"
         "3 @15 [\xD0\xB9][x] {\xD0\xB9,x}\n");
  EXPECT("\"a\nb\xFF\"\n", "1 @0 [\"a\\nb\xFF\"] {\"a\\nb\xFF\"} !utf8 2:2:1\n");
  expect_with((parley_csv_options){.any_bytes = true}, "\xE4,\xD1", 3, "1 @0 [\xE4][\xD1] {\xE4,\xD1}\n", __LINE__);
}

static void test_fault_message(void) {
  const char bytes[] = "a,b\nr\xE9sum\xE9,1\n\xC3\xA9,2\n\"x\n\xE9\",\xE9\n1,\xE9\n2,\xE9\n3,\xE9\n";
  parley_csv csv = {0};
  parley_error err;
  CHECK(parley_csv_open_memory(&csv, "cwm.csv", bytes, sizeof bytes - 1, NULL, &err));
  while (parley_csv_next(&csv, &err) == PARLEY_RECORD_READ) continue;
  CHECK(csv.faults.count == 6);
  CHECK(!parley_input_faults_tell(&csv.faults, "cwm.csv", NULL, &err));
  CHECK_TEXT("bad_encoding.many_bytes path=cwm.csv encoding=UTF-8 reason=encodings_mixed sound_line=3 more=1 places="
             "fault_in_field 2 2 1 r\\xE9sum\\xE9\tfault_in_field 5 1 1 x\\x0A\\xE9\tfault_in_field 5 4 2 \\xE9\t"
             "fault_in_field 6 3 2 \\xE9\tfault_in_field 7 3 2 \\xE9", told(&err));
  parley_csv_close(&csv);
}

static void test_explanations(void) {
  const char *const expected[] = {
    "line path=t.csv line=2: too_few_fields.one count=1 wanted=2",
    "line_byte_field path=t.csv line=3 byte=4 field=2: malformed.stray_quote",
    "line_byte_field path=t.csv line=5 byte=3 field=1: malformed.after_quote",
    "line_byte_field path=t.csv line=6 byte=1 field=1: bad_encoding.record",
  };
  const char bytes[] = "a,b\n1\n1,2\"\n\"x\ny\"z,1\n\xE9,1\n";
  parley_csv csv = {0};
  parley_error err;
  int at = 0;
  CHECK(parley_csv_open_memory(&csv, "t.csv", bytes, sizeof bytes - 1, NULL, &err));
  while (parley_csv_next(&csv, &err) == PARLEY_RECORD_READ) {
    if (csv.record.problem == PARLEY_CSV_SOUND) continue;
    CHECK(!parley_csv_explain(&csv, &err));
    CHECK_TEXT(expected[at++], told(&err));
  }
  CHECK(at == 4);
  parley_csv_close(&csv);
}

static void test_limits(void) {
  parley_csv_options ten = {.limit = 10};
  expect_with(ten, "0123456789\n\"345678\r\n\"\n", 22,
              "1 @0 [0123456789] {0123456789}\n2 @11 [\"345678\\r\\n\"] {\"345678\\r\\n\"}\n", __LINE__);
  expect_with(ten, "a\n0123456789x\n", 14,
              "1 @0 [a] {a}\nfailed: line path=t.csv line=2: too_large.record most=10\n", __LINE__);
  growing out = {0};
  CHECK_TEXT(
      "1 @0 [a] {a}\nfailed: line path=t.csv line=2: too_large.quoted_record most=10\n",
      read_stream_text(&out, "a\n\"bcdefghijklmnop\nq,r", 22, ten, 4, 3));
  parley_csv_options same = {.delimiter = '"'};
  CHECK_TEXT("failed: misuse.csv_marks path=t.csv\n",
             read_memory_text(&out, "a", 1, &same));
  parley_csv_options newline = {.delimiter = '\n'};
  CHECK_TEXT("failed: misuse.csv_marks path=t.csv\n",
             read_memory_text(&out, "a", 1, &newline));
  free(out.bytes);
}

static void test_many_columns(void) {
  growing wide = {0};
  parley_csv csv = {0};
  parley_error err;
  for (int i = 0; i < 40000; i++) text_add(&wide, ",", 1);
  CHECK(parley_csv_open_memory(&csv, "t.csv", wide.bytes, 32767, NULL, &err));
  CHECK(parley_csv_next(&csv, &err) == PARLEY_RECORD_READ && csv.record.count == 32768);
  parley_csv_close(&csv);
  CHECK(parley_csv_open_memory(&csv, "t.csv", wide.bytes, wide.length, NULL, &err));
  CHECK(parley_csv_next(&csv, &err) == PARLEY_RECORD_FAILED);
  CHECK_TEXT("line path=t.csv line=1: too_large.fields count=40001 most=32768", told(&err));
  parley_csv_close(&csv);
  parley_csv_options two = {.width = 2};
  CHECK(parley_csv_open_memory(&csv, "t.csv", wide.bytes, wide.length, &two, &err));
  CHECK(parley_csv_next(&csv, &err) == PARLEY_RECORD_READ && csv.record.problem == PARLEY_CSV_WIDTH);
  CHECK(csv.record.count == 40001 && csv.record.fields[32767].length == 0);
  parley_csv_close(&csv);
  free(wide.bytes);
}

/* ---- the simplest reader ---- */

/* ---- random texts ---- */

/* Pieces that make trouble; `mood` chooses how much of it. */
static void add_random_piece(growing *t, unsigned mood) {
  static const char *const wild[] = {"\"", "\"\"", "\"", "\r", "\n", "\r\n", ",",
                                     ",",  "a",    "bc", "\t", ";",  " ",    "\xC3\xA9"};
  static const char *const calm[] = {"a",
                                     ",",
                                     ",",
                                     "\n",
                                     "12",
                                     "\"q\"",
                                     ",\"a,\"\"b\n\"\"\",",
                                     "\r\n",
                                     "\"\"",
                                     ",,",
                                     "text",
                                     "a somewhat longer field",
                                     ",\"x\r\ny\",",
                                     "\r"};
  const char *piece = mood == 0 ? wild[random_below(14)] : calm[random_below(14)];
  text_add(t, piece, strlen(piece));
}

static bool is_unclosed(const char *shown) { return strstr(shown, "malformed.open_quote") != NULL; }

/* The readers word this failure differently; what came before it has to agree. */
static void cut_failure(char *shown) {
  char *at = strstr(shown, "failed:");
  if (at != NULL) *at = '\0';
}

static void compare(growing *expected, growing *actual) {
  CHECK(is_unclosed(expected->bytes) == is_unclosed(actual->bytes));
  cut_failure(expected->bytes);
  cut_failure(actual->bytes);
  CHECK_TEXT(expected->bytes, actual->bytes);
}

static void compare_random(growing *t, growing *expected, growing *actual, unsigned mood) {
  parley_csv_options options = {.delimiter = random_below(4) > 0 ? ',' : '\t', .quote = '"',
                                .quotes_are_data = random_below(5) == 0, .width = (int)random_below(3)};
  if (random_below(3) == 0) options.comment_length = strlen(options.comment = random_below(2) ? "a" : "bc");
  text_clear(t);
  for (unsigned i = random_below(mood == 0 ? 24 : 90); i > 0; i--) add_random_piece(t, mood);
  if (random_below(50) == 0) {
    for (unsigned i = random_below(300); i > 0; i--) text_add(t, i % 9 ? "," : "\"y\"", i % 9 ? 1 : 3);
  }
  read_simply(expected, t->bytes, t->length, &options);
  read_memory_text(actual, t->bytes, t->length, &options);
  compare(expected, actual);
  read_simply(expected, t->bytes, t->length, &options);
  size_t buffer = random_below(3) > 0 ? 1 + random_below(7) : 1 + random_below(200);
  read_stream_text(actual, t->bytes, t->length, options, buffer, 1 + random_below(9));
  compare(expected, actual);
}

static void test_random(void) {
  growing t = {0}, expected = {0}, actual = {0};
  for (int i = checks.once ? 500 : 60000; i > 0; i--) compare_random(&t, &expected, &actual, i % 2 ? 0 : 1);
  free(t.bytes);
  free(expected.bytes);
  free(actual.bytes);
}

/* A text of many stretches, through buffers of all sizes. */
static void test_long_text(void) {
  growing t = {0}, expected = {0}, actual = {0};
  parley_csv_options options = {.delimiter = ',', .quote = '"'};
  for (int i = checks.once ? 10000 : 0; i < 12000; i++)
    text_say(&t, i % 7 ? "%d,a%d,\"x,%d\"\"\n\",\r\n" : "%d,%d,%d,plain\n", i, i * 7, i % 100);
  read_simply(&expected, t.bytes, t.length, &options);
  read_memory_text(&actual, t.bytes, t.length, &options);
  CHECK_TEXT(expected.bytes, actual.bytes);
  for (size_t buffer = 5; buffer < 400000; buffer = buffer * (checks.once ? 30 : 3) + 1) {
    CHECK_TEXT(expected.bytes, read_stream_text(&actual, t.bytes, t.length, options, buffer, 5000));
  }
  free(t.bytes);
  free(expected.bytes);
  free(actual.bytes);
}

/* Nothing but delimiters and line breaks, just about as many as positions are looked up at a time. */
static void test_dense_text(void) {
  growing t = {0}, expected = {0}, actual = {0};
  parley_csv_options options = {.delimiter = ',', .quote = '"', .width = 2};
  for (size_t length = 0; length < 8400; length += length < 3990 || length > 4170 || checks.once ? 501 : 1) {
    text_clear(&t);
    while (t.length < length) text_add(&t, t.length % 2 ? "\n" : ",", 1);
    read_simply(&expected, t.bytes, t.length, &options);
    CHECK_TEXT(expected.bytes, read_memory_text(&actual, t.bytes, t.length, &options));
  }
  free(t.bytes);
  free(expected.bytes);
  free(actual.bytes);
}

/* ---- blocks ---- */

static void test_blocks(void) {
  parley_scan_set set = {{',', '"', '\n', '\r'}};
  for (int i = 0; i < 2000; i++) {
    char block[PARLEY_SCAN_BLOCK];
    for (int k = 0; k < PARLEY_SCAN_BLOCK; k++) {
      block[k] = (char)(random_below(3) ? set.byte[random_below(4)] : random_below(256));
    }
    parley_scan_bits plain = parley_scan_plain(block, set), fast = parley_scan(block, set);
    CHECK(plain.found == fast.found && plain.high == fast.high);
    size_t length = random_below(PARLEY_SCAN_BLOCK);
    uint64_t there = ((uint64_t)1 << length) - 1;
    parley_scan_bits rest = parley_scan_rest(block, length, set);
    CHECK(rest.found == (plain.found & there) && rest.high == (plain.high & there));
    uint32_t at[PARLEY_SCAN_BLOCK];
    unsigned count = parley_scan_positions(plain.found, 1000, at), seen = 0;
    for (unsigned k = 0; k < PARLEY_SCAN_BLOCK; k++) {
      if (plain.found >> k & 1) CHECK(seen < count && at[seen++] == 1000 + k);
    }
    CHECK(seen == count);
  }
}

static void test_border(void) {
  parley_csv_options o = {0};
  const char t[] = "ab,\"c\nd\"\r\nef\rg";
  CHECK(parley_csv_border(&o, t, 14, 0, false) == 0);
  CHECK(parley_csv_border(&o, t, 14, 1, false) == 10);
  CHECK(parley_csv_border(&o, t, 14, 5, true) == 10);
  CHECK(parley_csv_border(&o, t, 14, 9, false) == 10);
  CHECK(parley_csv_border(&o, t, 14, 10, false) == 10);
  CHECK(parley_csv_border(&o, t, 14, 11, false) == 13);
  CHECK(parley_csv_border(&o, t, 14, 14, false) == 14);
}

/* ---- memory runs out ---- */

static void test_allocation(void) {
  growing t = {0}, out = {0};
  bool sound = false;
  for (int i = 0; i < 70; i++) text_add(&t, "f,", 2);
  text_add(&t, "\"a\"\"b\"\n", 7);
  text_add(&t, t.bytes, 40);
  for (long n = 1; n < 60 && !sound; n++) {
    parley_alloc_countdown = n;
    read_stream_text(&out, t.bytes, t.length, (parley_csv_options){0}, 16, 50);
    sound = parley_alloc_countdown > 0;
    CHECK(sound || strcmp(out.bytes + out.length - 22, "failed: out_of_memory\n") == 0);
  }
  parley_alloc_countdown = 0;
  CHECK(sound);
  free(t.bytes);
  free(out.bytes);
}

/* ---- what is in a file ---- */

typedef struct tally {
  long records, fields, quoted, breaks, problems;
} tally;

static void count_record(tally *t, const parley_csv_record *r) {
  t->records++;
  t->fields += r->count;
  t->problems += r->problem != PARLEY_CSV_SOUND;
  for (int i = 0; i < r->count; i++) {
    const parley_csv_field *f = &r->fields[i];
    bool after_cr = false;
    t->quoted += f->quoted;
    t->breaks += (long)parley_input_count_lines(f->text, f->length, &after_cr);
  }
}

static int count_file(int argc, char **argv) {
  parley_csv_options options = {0};
  parley_input input = {0};
  parley_csv csv = {0};
  parley_error err;
  const char *encoding = NULL;
  tally t = {0};
  for (int i = 3; i < argc; i++) {
    if (strcmp(argv[i], "tab") == 0) options.delimiter = '\t', options.quotes_are_data = true;
    if (strncmp(argv[i], "encoding=", 9) == 0) encoding = argv[i] + 9;
  }
  parley_record_next next = PARLEY_RECORD_FAILED;
  if (parley_input_file(&input, argv[2], &err) && parley_input_encoding(&input, encoding, &err) &&
      parley_csv_open(&csv, &input, &options, &err)) {
    while ((next = parley_csv_next(&csv, &err)) == PARLEY_RECORD_READ) count_record(&t, &csv.record);
  }
  if (next == PARLEY_RECORD_FAILED) printf("failed: %s\n", told(&err));
  printf("records %ld width %d quoted %ld breaks %ld problems %ld faults %lld\n", t.records, csv.width, t.quoted,
         t.breaks, t.problems, (long long)(csv.faults.count + input.faults.count));
  if (csv.faults.count > 0 && !parley_input_faults_tell(&csv.faults, "the file", NULL, &err))
    printf("%s\n", told(&err));
  parley_csv_close(&csv);
  parley_input_close(&input);
  return next == PARLEY_RECORD_FAILED;
}

int main(int argc, char **argv) {
  if (argc > 2 && strcmp(argv[1], "count") == 0) return count_file(argc, argv);
  checks.once = argc > 1 && strcmp(argv[1], "once") == 0;
  test_records();
  test_quotes();
  test_blanks_around_quotes();
  test_comments();
  test_top();
  test_marks();
  test_blank_lines();
  test_problems();
  test_tabs();
  test_utf8();
  test_fault_message();
  test_explanations();
  test_limits();
  test_many_columns();
  test_blocks();
  test_border();
  test_random();
  test_long_text();
  test_dense_text();
  test_allocation();
  return check_result("csv_host");
}
