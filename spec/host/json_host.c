/*
** Does the JSON reader read what was written? Known answers, in every way the reader knows; then random texts, most of
** them broken somewhere, where each record has to be what SQLite makes of it. See check.h for how it is called;
** besides,
**
**   json_host count FILE    says what is in a file
**   json_host valid FILE…   for each file whether it is JSON: 1 or 0
*/
#define PARLEY_TEST_ALLOC /* this file brings its own base/memory.c, whose allocations can fail */
#include <sqlite3.h>

#include "base/memory.c"

#include <sqlite3.h>

#include "check.h"
#include "text/json.h"

/* ---- in writing: one line for each record ---- */

static const char *const kind_names[] = {"null", "boolean ", "number ", "", "json "};

/* Written "1 @0 a=[text] b=[number 1]" or "1 @0 !1:5 what is wrong {raw}". */
static void show_record(growing *out, const parley_json *json) {
  const parley_json_record *r = &json->record;
  text_say(out, "%lld @%lld", (long long)r->line, (long long)r->offset);
  for (int i = 0; i < r->count; i++) {
    const parley_json_member *m = &r->members[i];
    const parley_json_name *name = &json->columns.names[m->column];
    text_say(out, " ");
    text_show(out, name->text, name->length);
    text_say(out, "=[%s", kind_names[m->kind]);
    if (m->kind != PARLEY_JSON_NULL) text_show(out, m->text, m->length);
    text_say(out, "]");
  }
  if (r->problem != NULL) {
    text_say(out, " !%lld:%lld %s {", (long long)r->problem_line, (long long)r->problem_byte, told(r->problem));
    text_show(out, r->raw, r->raw_length);
    text_say(out, "}");
  }
  text_say(out, "\n");
}

static const char *read_with(growing *out, const char *bytes, size_t length, parley_json_options options,
                             size_t piece) {
  pieces source = {bytes, length, 0, piece};
  parley_input input = {0};
  parley_json json = {0};
  parley_error err;
  text_clear(out);
  parley_record_next next = PARLEY_RECORD_FAILED;
  if (parley_input_callback(&input, "t.json", read_pieces, &source, &err) &&
      parley_json_open(&json, &input, &options, &err)) {
    while ((next = parley_json_next(&json, &err)) == PARLEY_RECORD_READ) show_record(out, &json);
  }
  if (next == PARLEY_RECORD_FAILED) text_say(out, "failed: %s\n", told(&err));
  parley_json_close(&json);
  parley_input_close(&input);
  return out->bytes;
}

static void expect_with(parley_json_options options, const char *bytes, size_t length, const char *expected, int line) {
  growing out = {0};
  static const size_t buffers[] = {1, 2, 3, 5, 7, 64, 4096};
  for (int i = 0; i < 7; i++) {
    options.buffer = buffers[i];
    check_text(expected, read_with(&out, bytes, length, options, 1 + (size_t)i), line);
  }
  free(out.bytes);
}

#define EXPECT(text, expected) expect_with((parley_json_options){0}, (text), sizeof(text) - 1, (expected), __LINE__)
#define EXPECT_LIST(text, expected) \
  expect_with((parley_json_options){.form = PARLEY_JSON_LIST}, (text), sizeof(text) - 1, (expected), __LINE__)
#define EXPECT_LINES(text, expected) \
  expect_with((parley_json_options){.form = PARLEY_JSON_LINES}, (text), sizeof(text) - 1, (expected), __LINE__)

/* ---- known answers ---- */

static void test_forms(void) {
  EXPECT("", "");
  EXPECT(" \n", "");
  EXPECT("[]", "");
  EXPECT("[ \n ] \n", "");
  EXPECT("[{\"a\":1},\n {\"a\":2}]", "1 @1 a=[number 1]\n2 @11 a=[number 2]\n");
  EXPECT("{\"a\":1}\n{\"a\":2}\r\n\r\n{\"a\":3}\r{\"a\":4}",
         "1 @0 a=[number 1]\n2 @8 a=[number 2]\n4 @19 a=[number 3]\n5 @27 a=[number 4]\n");
  EXPECT("\xEF\xBB\xBF[{}]", "1 @1\n");
  EXPECT("{\n\"a\":1}", "1 @0 a=[number 1]\n");
  EXPECT("[\r\n{\r\n\"a\":\r\n1}\r\n,{}]", "2 @3 a=[number 1]\n5 @17\n");
  EXPECT_LIST("", "failed: line path=t.json line=1: malformed.no_list_empty\n");
  EXPECT_LIST("\n{}", "failed: line path=t.json line=2: malformed.no_list\n");
  EXPECT_LINES("[{\"a\":1}]\n{}", "1 @0 !1:1 malformed.no_object got=list {[{\"a\":1}]}\n2 @10\n");
}

static void test_values(void) {
  EXPECT(
      "{\"a\":null,\"b\":true,\"c\":false,\"d\":-1.50e+3,\"e\":\"x\",\"f\":\"\",\"g\":[1,{\"h\":\"]\"}],\"i\":{\"j\":"
      "\"}\"}}",
      "1 @0 a=[null] b=[boolean true] c=[boolean false] d=[number -1.50e+3] e=[x] f=[] g=[json [1,{\"h\":\"]\"}]] "
      "i=[json {\"j\":\"}\"}]\n");
  EXPECT("{\"n\":123456789012345678901234567890, \"m\" : 0.1000000000000000055511 }",
         "1 @0 n=[number 123456789012345678901234567890] m=[number 0.1000000000000000055511]\n");
  EXPECT("{\"\":1}", "1 @0 =[number 1]\n");
  EXPECT("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\\ud83d\\uDD4a\"}",
         "1 @0 a=[\"\\/\b\f\\n\\r\t\xC3\xA9\xE2\x82\xAC\xF0\x9F\x95\x8A]\n");
  EXPECT("{\"k\\u00e9y\":\"\\\\\"}\n{\"k\xC3\xA9y\":1}", "1 @0 k\xC3\xA9y=[\\]\n2 @18 k\xC3\xA9y=[number 1]\n");
}

static void test_columns(void) {
  EXPECT("{\"a\":1,\"b\":2}\n{\"b\":3,\"c\":4,\"a\":5}\n{\"c\":6}",
         "1 @0 a=[number 1] b=[number 2]\n2 @14 b=[number 3] c=[number 4] a=[number 5]\n3 @34 c=[number 6]\n");
  growing wide = {0}, out = {0}, expected = {0};
  for (int row = 0; row < 2; row++) {
    text_say(&expected, "%d @%d", row + 1, (int)wide.length);
    for (int i = 0; i < 700; i++) {
      text_say(&wide, i > 0 ? ",\"c%d\":%d" : "{\"c%d\":%d", i, row ? 1 : 2);
      text_say(&expected, " c%d=[number %d]", i, row ? 1 : 2);
    }
    text_say(&wide, "}\n");
    text_say(&expected, "\n");
  }
  CHECK_TEXT(expected.bytes, read_with(&out, wide.bytes, wide.length, (parley_json_options){0}, 1000));
  free(wide.bytes);
  free(out.bytes);
  free(expected.bytes);
}

static void test_problems(void) {
  EXPECT("[{\"a\":1},{\"a\":},{\"a\":3}]",
         "1 @1 a=[number 1]\n1 @9 !1:15 malformed.no_value {{\"a\":}}\n1 @16 a=[number 3]\n");
  EXPECT("[{\"a\":1}},{\"a\":2]},{\"a\":3}]", "1 @1 !1:9 malformed.after_object {{\"a\":1}}}\n"
         "1 @10 !1:17 malformed.mark mark=} {{\"a\":2]}}\n1 @19 a=[number 3]\n");
  EXPECT("{\"a\":01}\n{\"a\":1}", "1 @0 !1:6 malformed.value {{\"a\":01}}\n2 @9 a=[number 1]\n");
  EXPECT("{\"a\":1,\n\"b\":\"c}\n", "1 @0 !2:5 malformed.open_value {{\"a\":1,\\n\"b\":\"c}}\n");
  expect_with((parley_json_options){.lines = true}, "{\"a\":1,\n\"b\":\"c}\n", 16,
              "1 @0 !1:8 malformed.mark mark=\" {{\"a\":1,}\n2 @8 !2:1 malformed.object {\"b\":\"c}}\n", __LINE__);
  EXPECT("{\"a\" 1}", "1 @0 !1:6 malformed.mark mark=: {{\"a\" 1}}\n");
  EXPECT("[{\r \"a\":1,\r  b:2}]", "1 @1 !3:3 malformed.mark mark=\" {{\\r \"a\":1,\\r  b:2}}\n");
  EXPECT("{a:1}", "1 @0 !1:2 malformed.mark mark=\" {{a:1}}\n");
  EXPECT("{\"a\":1,}", "1 @0 !1:8 malformed.mark mark=\" {{\"a\":1,}}\n");
  EXPECT("{\"a\":'x'}", "1 @0 !1:6 malformed.value {{\"a\":'x'}}\n");
  EXPECT("{\"a\":[1,}", "1 @0 !1:6 malformed.open_value {{\"a\":[1,}}\n");
  EXPECT("{\"a\":[1,]}", "1 @0 !1:6 malformed.value {{\"a\":[1,]}}\n");
  EXPECT("{\"a\\x\":1}", "1 @0 !1:2 malformed.key {{\"a\\x\":1}}\n");
  EXPECT("{\"a\":1} x", "1 @0 !1:8 malformed.after_object {{\"a\":1} x}\n");
  EXPECT("[1,\"x\",null,[],{}]",
         "1 @1 !1:2 malformed.no_object got=number {1}\n1 @3 !1:4 malformed.no_object got=text {\"x\"}\n"
         "1 @7 !1:8 malformed.no_object got=null {null}\n1 @12 !1:13 malformed.no_object got=list {[]}\n1 @15\n");
  EXPECT("[,{},]", "1 @1 !1:2 malformed.no_value {}\n1 @2\n1 @5 !1:6 malformed.no_value {}\n");
}

static void test_losses(void) {
  EXPECT("{\"a\":1,\"b\":2,\"a\":3}\n{\"a\":4}",
         "1 @0 !1:14 malformed.key_twice key=a {{\"a\":1,\"b\":2,\"a\":3}}\n2 @20 a=[number 4]\n");
  EXPECT("{\"a\":1,\"\\u0061\":3}", "1 @0 !1:8 malformed.key_twice key=a {{\"a\":1,\"\\u0061\":3}}\n");
  EXPECT("{\"a\":\"x\\u0000y\"}", "1 @0 !1:8 malformed.nul_character {{\"a\":\"x\\u0000y\"}}\n");
  EXPECT("{\"a\":\"\\ud83d\"}", "1 @0 !1:7 malformed.half_pair code=d83d {{\"a\":\"\\ud83d\"}}\n");
  EXPECT("{\"a\":\"\\udd4a\\ud83d\"}", "1 @0 !1:7 malformed.half_pair code=dd4a {{\"a\":\"\\udd4a\\ud83d\"}}\n");
  EXPECT("{\"a\":\"\\ud83d\\u0041\"}", "1 @0 !1:7 malformed.half_pair code=d83d {{\"a\":\"\\ud83d\\u0041\"}}\n");
  EXPECT("{\"a\":1}\0x", "1 @0 !1:8 malformed.nul_byte {{\"a\":1}\\0x}\n");
  EXPECT("{\"a\":\"\xE9\"}", "1 @0 !1:7 bad_encoding.record {{\"a\":\"\xE9\"}}\n");
}

static void test_endings(void) {
  EXPECT("[{},{\"a\":1}", "1 @1\nfailed: line path=t.json line=1: malformed.open_record\n");
  EXPECT("[", "failed: line path=t.json line=1: malformed.open_list\n");
  EXPECT("[{},\n", "1 @1\nfailed: line path=t.json line=2: malformed.open_list\n");
  EXPECT("[{}\n,{\"a\":\"]\n",
         "1 @1\nfailed: line path=t.json line=2: malformed.open_record\n");
  EXPECT("[{}]\n,", "1 @1\nfailed: line path=t.json line=2: malformed.text_after_list\n");
  expect_with((parley_json_options){.limit = 8}, "{\"a\":12}\n{\"a\":123}\n", 19,
              "1 @0 a=[number 12]\nfailed: line path=t.json line=2: too_large.record most=8\n", __LINE__);
}

/* One object over several lines, and lists in objects. */
static void test_objects(void) {
  EXPECT("{\n\"a\":1}\n", "1 @0 a=[number 1]\n");
  EXPECT(" {\"a\":1}\n{\"a\":2}", "1 @1 a=[number 1]\n2 @9 a=[number 2]\n");
  parley_json_options deep = {.path = "r.b", .path_length = 3};
  const char text[] = "{\"a\":[1],\n\"r\":{\"x\":\"]\",\"b\":[{\"c\":1},\n{\"c\":2}],\"d\":{}} ,\"e\":2}\n";
  expect_with(deep, text, sizeof text - 1, "2 @28 c=[number 1]\n3 @37 c=[number 2]\n", __LINE__);
  parley_json_options none = {.path = "r", .path_length = 1};
  expect_with(none, text, sizeof text - 1, "failed: malformed.no_list_there path=t.json at=r\n", __LINE__);
  EXPECT("{\"d\":[{}]}",
         "failed: malformed.list_within path=t.json at=d\n");
  parley_json_options as_is = {.path = ""};
  expect_with(as_is, "{\"d\":[{}]}", 10, "1 @0 d=[json [{}]]\n", __LINE__);
}

static void test_explanation(void) {
  pieces source = {"[{},\n {\"a\":tru}]", 16, 0, 16};
  parley_input input = {0};
  parley_json json = {0};
  parley_error err;
  CHECK(parley_input_callback(&input, "t.json", read_pieces, &source, &err) &&
        parley_json_open(&json, &input, NULL, &err));
  CHECK(parley_json_next(&json, &err) == PARLEY_RECORD_READ && parley_json_next(&json, &err) == PARLEY_RECORD_READ);
  CHECK(!parley_json_explain(&json, &err));
  CHECK_TEXT("line_and_byte path=t.json line=2 byte=7: malformed.value", told(&err));
  CHECK(parley_json_next(&json, &err) == PARLEY_RECORD_END && parley_json_next(&json, &err) == PARLEY_RECORD_END);
  parley_json_close(&json);
  parley_input_close(&input);
}

/* ---- random texts against SQLite ---- */

typedef struct judge_of_all {
  sqlite3 *db;
  sqlite3_stmt *valid, *members;
} judge_of_all;

static void add_random_value(growing *t, int depth) {
  static const char *const plain[] = {
      "1", "-2.5e3", "true", "null", "\"x\"", "\"a\\n\\u00e9\"", "\"\"", "12345678901234567890", "\"}],\""};
  static const char *const broken[] = {"01", "+1", "tru", "'x'", "\"\\x\"", "1.",    "]",
                                       "}",  "\"", ",",   "NaN", "{,}",     "\"\t\""};
  unsigned kind = random_below(30);
  if (kind == 0) text_say(t, "%s", broken[random_below(13)]);
  else if (kind > 6 || depth == 0) text_say(t, "%s", plain[random_below(9)]);
  else if (kind > 3) {
    text_say(t, "[");
    for (unsigned i = random_below(3); i > 0; i--) add_random_value(t, depth - 1), text_say(t, i > 1 ? "," : "");
    text_say(t, "]");
  } else {
    text_say(t, "{");
    for (unsigned i = random_below(3); i > 0; i--) {
      text_say(t, "\"k%u\" : ", i);
      add_random_value(t, depth - 1);
      text_say(t, i > 1 ? " , " : "");
    }
    text_say(t, "}");
  }
}

static bool is_valid(judge_of_all *j, const char *text, size_t length) {
  sqlite3_reset(j->valid);
  sqlite3_bind_text(j->valid, 1, text, (int)length, SQLITE_STATIC);
  return sqlite3_step(j->valid) == SQLITE_ROW && sqlite3_column_int(j->valid, 0);
}

/* SQLite's own list of the members: keys and texts have to agree. */
static void compare_members(judge_of_all *j, const parley_json *json) {
  const parley_json_record *r = &json->record;
  sqlite3_reset(j->members);
  sqlite3_bind_text(j->members, 1, r->raw, (int)r->raw_length, SQLITE_STATIC);
  int at = 0;
  for (; sqlite3_step(j->members) == SQLITE_ROW && at < r->count; at++) {
    const parley_json_member *m = &r->members[at];
    CHECK_TEXT((const char *)sqlite3_column_text(j->members, 0), json->columns.names[m->column].text);
    if (m->kind != PARLEY_JSON_STRING) continue;
    const char *text = (const char *)sqlite3_column_text(j->members, 1);
    CHECK(strlen(text) == m->length && memcmp(text, m->text, m->length) == 0);
  }
  CHECK(at == r->count);
}

/* A record is sound if and only if SQLite says that it is JSON; objects have no key twice here. */
static void compare_record(judge_of_all *j, const parley_json *json) {
  const parley_json_record *r = &json->record;
  bool object = r->raw_length > 0 && r->raw[0] == '{';
  CHECK((r->problem == NULL) == (object && is_valid(j, r->raw, r->raw_length)));
  if (r->problem == NULL) compare_members(j, json);
}

static void read_random(judge_of_all *j, const growing *t, bool list) {
  pieces source = {t->bytes, t->length, 0, 1 + random_below(40)};
  parley_input input = {0};
  parley_json json = {0};
  parley_error err;
  parley_json_options options = {.form = list ? PARLEY_JSON_LIST : PARLEY_JSON_LINES, .buffer = 1 + random_below(30)};
  CHECK(parley_input_callback(&input, "t", read_pieces, &source, &err) &&
        parley_json_open(&json, &input, &options, &err));
  while (parley_json_next(&json, &err) == PARLEY_RECORD_READ) compare_record(j, &json);
  parley_json_close(&json);
  parley_input_close(&input);
}

static void test_random(void) {
  judge_of_all j;
  growing t = {0};
  CHECK(sqlite3_open(":memory:", &j.db) == SQLITE_OK);
  sqlite3_prepare_v2(j.db, "SELECT json_valid(?)", -1, &j.valid, NULL);
  sqlite3_prepare_v2(j.db, "SELECT key, atom FROM json_each(?)", -1, &j.members, NULL);
  for (int i = checks.once ? 50 : 4000; i > 0; i--) {
    bool list = i % 2;
    text_clear(&t);
    if (list) text_say(&t, "[");
    for (int n = 0, count = (int)random_below(6); n < count; n++) {
      text_say(&t, "{\"a\":");
      add_random_value(&t, 3);
      text_say(&t, random_below(8) ? ", \"b\" :" : "");
      if (random_below(30)) add_random_value(&t, 2);
      text_say(&t, n + 1 == count ? "}" : list ? "}," : "}\n");
    }
    if (list) text_say(&t, "]");
    read_random(&j, &t, list);
  }
  sqlite3_finalize(j.valid);
  sqlite3_finalize(j.members);
  sqlite3_close(j.db);
  free(t.bytes);
}

/* ---- what is JSON ---- */

/* Sound texts that together have every token, to be broken by a byte. */
static const char *const sound_texts[] = {
    (" { \"a\" : [ 1 , -0.5e+7 , 10E-2 , true , false , null ] , \"b\\u00e9\\n\" : { } , \"\" : [ [ ] , { \"c\":\"\" } "
    "] } "),
    "[1,2,[3,{\"k\":[],\"l\":{\"m\":-0}}],\"\\\"\\\\\\/\\b\\f\\r\\t\\uD83d\\uDE00\"]",
    "\"\"",
    "0",
    "-12.25",
    "true",
    "null",
    "\t\r\n[\r\n]\t"};

static void compare_syntax(judge_of_all *j, const char *text, size_t length) {
  bool expected = is_valid(j, text, length);
  if (parley_json_valid(text, length) == expected) return;
  CHECK(parley_json_valid(text, length) == expected);
  fprintf(stderr, "  SQLite says %d of: %.*s\n", expected, (int)length, text);
}

/* One or two bytes of a sound text are dropped, doubled or changed. */
static void break_somewhere(growing *t) {
  static const char bytes[] = "{}[],:\"\\/0123456789.-+eEtruefalsn uU\t\n\r\x1f\x0b\x80'";
  for (unsigned n = 1 + random_below(2); n > 0 && t->length > 1; n--) {
    size_t at = random_below((unsigned)t->length);
    if (random_below(3) == 0) memmove(t->bytes + at, t->bytes + at + 1, --t->length - at);
    else t->bytes[at] = bytes[random_below(sizeof bytes - 1)];
  }
}

/* Nested `depth` deep, in lists or objects. */
static bool is_valid_nested(growing *t, int depth, bool object) {
  text_clear(t);
  for (int i = 0; i < depth; i++) text_say(t, object ? "{\"a\":" : "[");
  text_say(t, object ? "1" : "");
  for (int i = 0; i < depth; i++) text_say(t, object ? "}" : "]");
  return parley_json_valid(t->bytes, t->length);
}

static void test_syntax(void) {
  judge_of_all j;
  growing t = {0};
  CHECK(sqlite3_open(":memory:", &j.db) == SQLITE_OK);
  sqlite3_prepare_v2(j.db, "SELECT json_valid(?)", -1, &j.valid, NULL);
  for (int i = checks.once ? 2000 : 400000; i > 0; i--) {
    const char *text = sound_texts[random_below(sizeof sound_texts / sizeof *sound_texts)];
    text_clear(&t);
    text_say(&t, "%s", text);
    CHECK(parley_json_valid(t.bytes, t.length));
    break_somewhere(&t);
    compare_syntax(&j, t.bytes, t.length);
  }
  CHECK(!parley_json_valid("", 0) && !parley_json_valid(" ", 1) && !parley_json_valid("1\0", 2));
  CHECK(!parley_json_valid("\"\\\0\"", 4));
  for (int object = 0; object < 2; object++) {
    CHECK(is_valid_nested(&t, PARLEY_JSON_DEPTH, object) && !is_valid_nested(&t, PARLEY_JSON_DEPTH + 1, object));
  }
  sqlite3_finalize(j.valid);
  sqlite3_close(j.db);
  free(t.bytes);
}

static int say_valid(int count, char **paths) {
  static char text[1 << 20];
  for (int i = 0; i < count; i++) {
    FILE *file = fopen(paths[i], "rb");
    size_t length = file != NULL ? fread(text, 1, sizeof text, file) : 0;
    if (file != NULL) fclose(file);
    printf("%d %s\n", parley_json_valid(text, length), paths[i]);
  }
  return 0;
}

/* ---- memory runs out ---- */

static void test_allocation(void) {
  growing t = {0}, out = {0};
  bool sound = false;
  text_say(&t, "[{\"x\":\"a\\n\"}");
  for (int i = 0; i < 80; i++) text_say(&t, ",{\"k%d\":1}", i);
  text_say(&t, ",{\"k0\":1");
  for (int i = 1; i < 80; i++) text_say(&t, ",\"k%d\":2", i);
  text_say(&t, "}]");
  for (long n = 1; n < 400 && !sound; n++) {
    parley_alloc_countdown = n;
    read_with(&out, t.bytes, t.length, (parley_json_options){.buffer = 16}, 50);
    sound = parley_alloc_countdown > 0;
    CHECK(sound || strcmp(out.bytes + out.length - 22, "failed: out_of_memory\n") == 0);
  }
  parley_alloc_countdown = 0;
  CHECK(sound);
  free(t.bytes);
  free(out.bytes);
}

static int count_file(const char *path) {
  parley_input input = {0};
  parley_json json = {0};
  parley_error err;
  long records = 0, members = 0, problems = 0;
  parley_record_next next = PARLEY_RECORD_FAILED;
  if (parley_input_file(&input, path, &err) && parley_json_open(&json, &input, NULL, &err)) {
    while ((next = parley_json_next(&json, &err)) == PARLEY_RECORD_READ) {
      records++;
      members += json.record.count;
      problems += json.record.problem != NULL;
    }
  }
  if (next == PARLEY_RECORD_FAILED) printf("failed: %s\n", told(&err));
  printf("records %ld columns %d members %ld problems %ld\n", records, json.columns.count, members, problems);
  parley_json_close(&json);
  parley_input_close(&input);
  return next == PARLEY_RECORD_FAILED;
}

int main(int argc, char **argv) {
  if (argc > 2 && strcmp(argv[1], "count") == 0) return count_file(argv[2]);
  if (argc > 2 && strcmp(argv[1], "valid") == 0) return say_valid(argc - 2, argv + 2);
  checks.once = argc > 1 && strcmp(argv[1], "once") == 0;
  test_forms();
  test_values();
  test_columns();
  test_problems();
  test_losses();
  test_endings();
  test_objects();
  test_explanation();
  test_random();
  test_syntax();
  test_allocation();
  return check_result("json_host");
}
