/*
** Is a file read in chunks the Frame that reading record by record gives? Random texts, in order and out of it, through
** chunks so small that borders fall everywhere, with one thread and with several, and types guessed from too little.
**
**   column_read_host          everything
**   column_read_host once     a little of it, for valgrind
**   column_read_host SEED     one text
*/
#define _XOPEN_SOURCE 700 /* mkstemp */
#define PARLEY_TEST_ALLOC
#include "base/memory.c"

#include <unistd.h>

#include "check.h"
#include "column_read_both.h"

/* ---- random texts ---- */

static const char *pick(const char *const *list, unsigned count) { return list[random_below(count)]; }
#define PICK(list) pick(list, sizeof(list) / sizeof *(list))

static void add_text(growing *t, const char *text) { text_add(t, text, strlen(text)); }

static const char *const integers[] = {"0", "7", "-12", "2025", "123456789", "9007199254740992", "12345678901234567"};
static const char *const rare_integers[] = {"9223372036854775807", "-9223372036854775808", "9007199254740993", "-0",
                                            "18446744073709551616", "007", "-", "1,000", "+5", " 5", "5 ", "1e3"};
static const char *const numbers[] = {"0.5", "-0.25", ".5", "-0.0", "1.5e3", "123456.789", "3.14159265358979", "7",
                                      "0.1", "12345678.5", "-1.25", "100.0", "1E-7", "99999999999.125", "inf"};
static const char *const rare_numbers[] = {"5.", "1e999", "00.5", "1.2.3", "9007199254740993", "0x1F", "nan", "-", ".",
                                            "1.10", "2.500", "12E5", "0e1", "9007199254740993.0", " 0.5", "-Infinity"};
static const char *const booleans[] = {"true", "false", "TRUE", "False"};
static const char *const dates[] = {"2025-06-02", "2025-06", "2025", "2024-02-29", "2025-06-02/2025-06-05", "-0044",
                                    "2025?", "../2020", "1999-12-31", "2020-21", "2011-12"};
static const char *const days[] = {"05/06/2025", "5.6.2025", "05.06.2025", "31/01/2024", "01-02-99", "2025-06-05"};
static const char *const words[] = {"peace", "talks", "party-26", "target-42", "a longer text than sixteen bytes", "x",
                                    "Стамбул", "İstanbul", "eight888", "sixteen-letters!", "yes", "no", "NA",
                                    "-9", "€"};
static const char *const codes[] = {"NA", "-9", "", "NA", "."};

typedef enum profile {
  INTEGERS, NUMBERS, BOOLEANS, DATES, DAYS, WORDS, UNIQUE, MISSING, CODES, MIXED, PROFILES
} profile;

static void add_plain(growing *t, profile kind, bool rare) {
  switch (kind) {
    case INTEGERS: add_text(t, rare ? PICK(rare_integers) : PICK(integers)); break;
    case NUMBERS: add_text(t, rare ? PICK(rare_numbers) : PICK(numbers)); break;
    case BOOLEANS: add_text(t, rare ? "1" : PICK(booleans)); break;
    case DATES: add_text(t, rare ? "2025-13-01" : PICK(dates)); break;
    case DAYS: add_text(t, rare ? "32.13.2020" : PICK(days)); break;
    case WORDS: add_text(t, PICK(words)); break;
    case UNIQUE: text_say(t, "%s %u", PICK(words), random_below(1000000)); break;
    case CODES: add_text(t, random_below(2) ? PICK(codes) : PICK(integers)); break;
    case MIXED: add_plain(t, (profile)random_below(MISSING), rare); break;
    default: break;
  }
}

typedef struct style {
  int width;
  profile profiles[MOST_WIDTH];
  char delimiter, quote;
  bool quotes_are_data;
  unsigned rare, quoted, empty, broken, blank; /* one in so many; 0: never */
  const char *breaks[3];
} style;

static bool once_in(unsigned count) { return count > 0 && random_below(count) == 0; }

static void add_quoted(growing *t, const style *s, profile kind) {
  static const char *const inner[] = {"\n", "\r\n", "\r", "\"\"", ",", ";", "''", "", "", "text\n\nmore"};
  text_add(t, &s->quote, 1);
  if (!once_in(3)) add_plain(t, kind, false);
  if (once_in(2)) {
    const char *text = PICK(inner);
    bool other = text[0] == '"' && s->quote != '"', own = text[0] == '\'' && s->quote != '\'';
    if (!other && !own) add_text(t, text);
  }
  if (once_in(200)) for (int i = 0; i < 60; i++) add_text(t, "long, long\n");
  text_add(t, &s->quote, 1);
}

static void add_field(growing *t, const style *s, int at) {
  static const char *const broken[] = {"a\"b", "\"a\"b", "\"", "\xFF", "\xE2\x82", "'", "\xED\xA0\x80"};
  profile kind = s->profiles[at];
  if (once_in(s->empty)) return;
  if (once_in(s->broken)) add_text(t, PICK(broken));
  else if (!s->quotes_are_data && once_in(s->quoted)) add_quoted(t, s, kind);
  else add_plain(t, kind, once_in(s->rare));
}

static void add_row(growing *t, const style *s) {
  for (int i = 0; i < s->width; i++) {
    if (i > 0) text_add(t, &s->delimiter, 1);
    add_field(t, s, i);
  }
  if (once_in(s->broken)) text_add(t, &s->delimiter, 1);
}

static style random_style(void) {
  static const char *const breaks[] = {"\n", "\r\n", "\r", "\n", "\n"};
  style s = {.width = 1 + (int)random_below(6), .delimiter = ",;\t|"[random_below(4)], .quote = once_in(5) ? '\'' : '"',
             .quotes_are_data = once_in(8), .quoted = once_in(2) ? 1 + random_below(12) : 0,
             .empty = once_in(2) ? 2 + random_below(20) : 0, .rare = once_in(4) ? 1 + random_below(300) : 0,
             .broken = once_in(5) ? 20 + random_below(400) : 0, .blank = once_in(4) ? 2 + random_below(30) : 0};
  if (once_in(10)) s.width = 20 + (int)random_below(30);
  for (int i = 0; i < s.width; i++) s.profiles[i] = (profile)random_below(PROFILES);
  const char *main_break = PICK(breaks);
  for (int i = 0; i < 3; i++) s.breaks[i] = once_in(10) ? PICK(breaks) : main_break;
  return s;
}

static void random_text(growing *t, const style *s, bool headless) {
  unsigned rows = random_below(once_in(8) ? 200 : 30);
  text_clear(t);
  if (once_in(6)) add_text(t, "\xEF\xBB\xBF");
  if (once_in(20)) add_text(t, "\n\r\n");
  for (int i = 0; i < s->width && !headless; i++) text_say(t, "%.*s%s%d", i > 0, &s->delimiter, "name", i);
  if (!headless) add_text(t, s->breaks[0]);
  for (unsigned row = 0; row < rows; row++) {
    add_row(t, s);
    if (row + 1 < rows || !once_in(4)) add_text(t, s->breaks[random_below(3)]);
    while (once_in(s->blank)) add_text(t, s->breaks[random_below(3)]);
  }
}

/* ---- one text in all ways ---- */

static const parley_missing_code missing_codes[] = {{"NA", 2}, {"-9", 2}, {".", 1}};

static job random_job(const style *s) {
  job j = {.width = s->width};
  j.options = (parley_record_reader_options){.delimiter = s->delimiter, .quote = s->quote, .headless = once_in(5),
                                       .quotes_are_data = s->quotes_are_data};
  if (once_in(3)) j.stated.reading = (parley_parse_rules){.missing = missing_codes, .missing_count = 3};
  j.stated.reading.dates = (parley_date_order)(once_in(2) ? random_below(3) : 0);
  if (once_in(2)) j.stated.reading.first_short_year = 1950;
  if (once_in(4)) j.types[random_below((unsigned)s->width)] = (parley_type)(1 + random_below(PARLEY_TEXT));
  return j;
}

static int done_count, unsound_count;

static void compare(const job *j, const parley_frame *right, bool sound, size_t length, uint64_t seed) {
  static const int thread_counts[] = {1, 2, 8};
  for (int way = 0; way < 4; way++) {
    parley_frame frame = {0};
    parley_error err = {0};
    int threads = thread_counts[random_below(3)];
    int64_t chunk = way == 0 ? 0 : 1 + (int64_t)length / 200 + random_below(way == 1 ? 20 : 700);
    int64_t look = once_in(2) ? 0 : 1 + random_below(60);
    parley_read_result result = read_chunks(j, threads, chunk, look, &frame, &err);
    bool good = sound ? result == PARLEY_READ_DONE && same_frames(&frame, right) : result != PARLEY_READ_DONE;
    if (!CHECK(good)) {
      printf("seed %llu, threads %d, chunk %lld, look %lld: result %d%s%s\n", (unsigned long long)seed, threads,
             (long long)chunk, (long long)look, (int)result, sound ? "" : " of what is not in order",
             result == PARLEY_READ_FAILED ? told(&err) : "");
    }
    parley_frame_free(&frame);
  }
}

static char path[] = "/tmp/column_read_XXXXXX";

static void write_text(const growing *t) {
  FILE *file = fopen(path, "wb");
  if (file == NULL || fwrite(t->bytes, 1, t->length, file) != t->length || fclose(file) != 0) abort();
}

static void test_seed(uint64_t seed) {
  growing text = {0};
  parley_frame right = {0};
  random_state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
  for (int i = 0; i < 5; i++) random_bits();
  style s = random_style();
  job j = random_job(&s);
  j.path = path;
  random_text(&text, &s, j.options.headless);
  write_text(&text);
  bool sound = read_records(&j, &right);
  done_count += sound;
  unsound_count += !sound;
  compare(&j, &right, sound, text.length, seed);
  parley_frame_free(&right);
  free(text.bytes);
}

/* ---- memory that runs out ---- */

static void test_allocation(void) {
  static const char text[] = "a,b,c,d\n1,x,2025-06-02,0.5\n2,y,\"2025\n\",1\n,\"say \"\"hi\"\"\",2024,\n1.5,z,x,true\n";
  growing t = {0};
  job j = {.path = path, .width = 4};
  bool failing = true;
  text_add(&t, text, sizeof text - 1);
  write_text(&t);
  for (long at = 1; failing && at < 2000; at++) {
    parley_frame frame = {0};
    parley_error err = {0};
    parley_alloc_countdown = at;
    parley_read_result result = read_chunks(&j, 1, 16, 10, &frame, &err);
    failing = parley_alloc_countdown == 0;
    parley_alloc_countdown = 0;
    /* a look into the file does without what it cannot have */
    CHECK(result == PARLEY_READ_DONE || (failing && result == PARLEY_READ_FAILED && strstr(told(&err), "memory")));
    parley_frame_free(&frame);
  }
  CHECK(!failing);
  free(t.bytes);
}

int main(int count, char **arguments) {
  uint64_t only = count > 1 ? strtoull(arguments[1], NULL, 10) : 0;
  checks.once = count > 1 && only == 0;
  int file = mkstemp(path);
  if (file < 0) abort();
  close(file);
  if (only > 0) test_seed(only);
  for (uint64_t seed = 1; only == 0 && seed <= (checks.once ? 20 : 3000); seed++) test_seed(seed);
  if (only == 0) test_allocation();
  if (only == 0 && !checks.once) CHECK(done_count > 1500 && unsound_count > 150);
  if (getenv("COLUMN_READ_KEEP") == NULL) remove(path);
  else printf("%s: %d in order, %d not\n", path, done_count, unsound_count);
  return check_result("column_read_host");
}
