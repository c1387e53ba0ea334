/*
** Do bytes come in as they are meant? Gzip whole and broken, encodings, marks, windows, through reads of any size.
** See check.h for how it is called; besides,
**
**   input_host copy FILE|- [encoding=NAME]    writes what it reads to standard output
*/
#include "check.h"
#include "text/input.h"

#include <errno.h>

#include <zlib.h>

/* ---- reading everything ---- */

static void read_rest(growing *out, parley_input *input, size_t size) {
  char buffer[300];
  parley_error err;
  ptrdiff_t got;
  while ((got = parley_input_read(input, buffer, size, &err)) > 0) text_add(out, buffer, (size_t)got);
  if (got < 0) text_say(out, "|failed: %s", told(&err));
}

/* The text that `bytes` are, in pieces of `piece`, read `size` bytes at a time. */
static const char *read_all(growing *out, const char *bytes, size_t length, const char *encoding, size_t piece,
                            size_t size) {
  pieces source = {bytes, length, 0, piece};
  parley_input input = {0};
  parley_error err;
  text_clear(out);
  if (!parley_input_callback(&input, "t", read_pieces, &source, &err) ||
      !parley_input_encoding(&input, encoding, &err)) {
    text_say(out, "|failed: %s", told(&err));
  } else {
    read_rest(out, &input, size);
  }
  if (input.faults.count > 0 && !parley_input_faults_tell(&input.faults, "t", input.encoding, &err))
    text_say(out, "|%s", told(&err));
  if (input.is_utf8) text_say(out, "|is UTF-8");
  CHECK(input.taken <= (int64_t)length);
  parley_input_close(&input);
  return out->bytes;
}

static void expect_text(const char *bytes, size_t length, const char *encoding, const char *expected, int line) {
  static const size_t sizes[] = {1, 2, 3, 7, 300};
  growing out = {0};
  for (int i = 0; i < 5; i++) {
    for (int k = 0; k < 5; k++) check_text(expected, read_all(&out, bytes, length, encoding, sizes[i], sizes[k]), line);
  }
  free(out.bytes);
}

#define EXPECT(bytes, encoding, expected) expect_text((bytes), sizeof(bytes) - 1, (encoding), (expected), __LINE__)

/* ---- marks ---- */

static void test_marks(void) {
  EXPECT("", NULL, "");
  EXPECT("a", NULL, "a");
  EXPECT("\xEF\xBB\xBF", NULL, "");
  EXPECT("\xEF\xBB\xBFx", "UTF-8", "x");
  EXPECT("\xEF\xBBx", NULL, "\xEF\xBBx");
  EXPECT("a\xEF\xBB\xBF", NULL, "a\xEF\xBB\xBF");
  EXPECT("\xFF\xFE" "a\0\x1A\x04", NULL, "a\xD0\x9A");
  EXPECT("\xFE\xFF\0a", NULL, "a");
  EXPECT("\xFF\xFE\0\0a\0\0\0", NULL, "a");
  EXPECT("\0\0\xFE\xFF\0\0\0a", NULL, "a");
  EXPECT("\xFF\xFE", NULL, "");
  EXPECT("\xFF\xFE" "a", NULL,
         "\xEF\xBF\xBD|bad_encoding.bytes path=t encoding=utf-16 reason=encoding_other "
         "sound_line=0 more=0 places=fault_in_text 1 3 0 a");
  EXPECT("a\0b\0", NULL, "|failed: bad_encoding.wide path=t encoding=utf-16le");
  EXPECT("\0a\0b", NULL, "|failed: bad_encoding.wide path=t encoding=utf-16be");
}

/* ---- encodings ---- */

static void test_encodings(void) {
  EXPECT("\xCA\xE8\xBF\xE2\n", "windows-1251", "\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2\n");
  EXPECT("\xFF\xFE" "a\0\x1A\x04", "utf-16", "a\xD0\x9A");
  EXPECT("\xFF\xFE" "a\0\x1A\x04", "utf-16le", "a\xD0\x9A");
  EXPECT("\xFE\xFF\0a", "UTF-16BE", "a");
  EXPECT("caf\xE9", "iso-8859-1", "caf\xC3\xA9");
  EXPECT("", "windows-1251", "");
  EXPECT("\xD0 a", "windows-1258", "\xC4\x90 a"); /* the last letter may wait for its mark until the text ends */
  EXPECT("a", "no such thing", "|failed: no_name.encoding name=no such thing");
  EXPECT("a", "ascii//IGNORE", "|failed: no_name.encoding_slash name=ascii//IGNORE");
}

/* UTF-8 that is stated to be something else. */
static void test_utf8_after_all(void) {
  EXPECT("\xEF\xBB\xBF" "a", "windows-1251",
         "|failed: bad_encoding.mark path=t encoding=windows-1251");
  EXPECT("caf\xC3\xA9", "iso-8859-1", "caf\xC3\x83\xC2\xA9|is UTF-8");
  EXPECT("caf\xC3\xA9 \xE9", "iso-8859-1", "caf\xC3\x83\xC2\xA9 \xC3\xA9");
  EXPECT("a,b", "utf-16", "|failed: bad_encoding.not_wide path=t encoding=utf-16");
  EXPECT("\xC4\xA3", "gbk", "\xE6\xA8\xA1"); /* one character may be both */
}

static void test_encoding_faults(void) {
  EXPECT("a\nb\r\nc\rd\x81" "e\x8D\n", "windows-1252",
         "a\nb\r\nc\rd\xEF\xBF\xBD" "e\xEF\xBF\xBD\n|bad_encoding.bytes path=t encoding=windows-1252 "
         "reason=encoding_other sound_line=0 more=0 places=fault_in_text 4 9 0 \\x81\tfault_in_text 4 11 0 \\x8D");
}

static void test_cut_encodings(void) {
  EXPECT("a\0b", "utf-16le",
         "a\xEF\xBF\xBD|bad_encoding.bytes path=t encoding=utf-16le reason=encoding_other "
         "sound_line=0 more=0 places=fault_in_text 1 3 0 b");
  EXPECT("ab\x83", "shift_jis", "ab\xEF\xBF\xBD|bad_encoding.bytes path=t encoding=shift_jis "
         "reason=encoding_other sound_line=0 more=0 places=fault_in_text 1 3 0 \\x83");
}

/* More than a chunk, so that characters are cut by its border. */
static void test_long_encoding(void) {
  growing wide = {0}, expected = {0}, out = {0};
  for (int i = 0; i < 70001; i++) {
    text_add(&wide, i % 3 ? "\x1A\x04" : "a\0", 2);
    text_add(&expected, i % 3 ? "\xD0\x9A" : "a", i % 3 ? 2 : 1);
  }
  CHECK_TEXT(expected.bytes, read_all(&out, wide.bytes, wide.length, "utf-16le", 999, 300));
  free(wide.bytes);
  free(expected.bytes);
  free(out.bytes);
}

/* ---- gzip ---- */

static void add_gzip(growing *out, const char *bytes, size_t length) {
  char packed[4000];
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) abort();
  stream.next_in = (Bytef *)(uintptr_t)bytes;
  stream.avail_in = (uInt)length;
  int status;
  do {
    stream.next_out = (Bytef *)packed;
    stream.avail_out = sizeof packed;
    status = deflate(&stream, Z_FINISH);
    text_add(out, packed, sizeof packed - stream.avail_out);
  } while (status == Z_OK);
  deflateEnd(&stream);
}

static void test_gzip(void) {
  growing z = {0}, out = {0};
  add_gzip(&z, "\xEF\xBB\xBF" "a,b\n", 7);
  expect_text(z.bytes, z.length, NULL, "a,b\n", __LINE__);
  add_gzip(&z, "", 0);
  add_gzip(&z, "1,2\n", 4);
  expect_text(z.bytes, z.length, NULL, "a,b\n1,2\n", __LINE__);
  text_add(&z, "\0\0\0", 3);
  expect_text(z.bytes, z.length, NULL, "a,b\n1,2\n", __LINE__);
  text_add(&z, "x", 1);
  expect_text(z.bytes, z.length, NULL, "a,b\n1,2\n|failed: cannot_unpack path=t: io.cut",
              __LINE__);
  text_add(&z, "yz", 2);
  expect_text(z.bytes, z.length, NULL, "a,b\n1,2\n|failed: cannot_unpack path=t: incorrect header check", __LINE__);
  text_clear(&z);
  add_gzip(&z, "\xCA\xE8\xBF\xE2", 4);
  expect_text(z.bytes, z.length, "windows-1251", "\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2", __LINE__);
  z.bytes[z.length - 5] ^= 1;
  CHECK(strstr(read_all(&out, z.bytes, z.length, NULL, 7, 3), "|failed: cannot_unpack path=t: incorrect data check") !=
        NULL);
  free(z.bytes);
  free(out.bytes);
  EXPECT("\x1F\x8B", NULL, "|failed: cannot_unpack path=t: io.cut");
  EXPECT("\x1F", NULL, "\x1F");
}

/* Cut at any place, it says so, and what came before is right. */
static void test_cut_gzip(void) {
  growing z = {0}, out = {0};
  char rows[2000];
  memset(rows, 'r', sizeof rows);
  for (size_t i = 0; i < sizeof rows; i++) rows[i] = (char)('a' + random_below(26));
  add_gzip(&z, rows, sizeof rows);
  for (size_t length = 2; length < z.length; length += checks.once ? 97 : 1) {
    read_all(&out, z.bytes, length, NULL, 50, 300);
    const char *failed = strstr(out.bytes, "|failed: cannot_unpack path=t: io.cut");
    if (!CHECK(failed != NULL)) break;
    CHECK(memcmp(out.bytes, rows, (size_t)(failed - out.bytes)) == 0);
  }
  free(z.bytes);
  free(out.bytes);
}

/* ---- sources ---- */

static ptrdiff_t fail_to_read(void *context, char *buffer, size_t size, parley_error *err) {
  int *left = context;
  (void)buffer;
  (void)size;
  if ((*left)-- > 0) {
    *buffer = 'x';
    return 1;
  }
  parley_fail(err, PARLEY_ERROR_IO, "the wire was cut");
  return -1;
}

static void test_sources(void) {
  parley_input input = {0};
  parley_error err;
  char buffer[10];
  int left = 5;
  CHECK(parley_input_callback(&input, "wire", fail_to_read, &left, &err));
  CHECK(parley_input_read(&input, buffer, 10, &err) == 4);
  CHECK(parley_input_read(&input, buffer, 10, &err) == 1);
  CHECK(parley_input_read(&input, buffer, 10, &err) == -1 && err.code == PARLEY_ERROR_IO);
  CHECK_TEXT("the wire was cut", told(&err));
  parley_input_close(&input);
  CHECK(parley_input_memory(&input, "m", "abc", 3, &err) && input.size == 3);
  CHECK(parley_input_read(&input, buffer, 10, &err) == 3 && memcmp(buffer, "abc", 3) == 0 && input.taken == 3);
  CHECK(parley_input_read(&input, buffer, 10, &err) == 0 && parley_input_read(&input, buffer, 10, &err) == 0);
  parley_input_close(&input);
  parley_input_close(&input);
  CHECK(parley_input_memory(&input, "m", NULL, 0, &err) && parley_input_read(&input, buffer, 10, &err) == 0);
  parley_input_close(&input);
  CHECK(!parley_input_file(&input, "/no/such/file.csv", &err) && err.code == PARLEY_ERROR_MISSING_FILE);
  CHECK_TEXT("cannot_open path=/no/such/file.csv: missing_file.read", told(&err));
  parley_input_close(&input);
  CHECK(!parley_input_file(&input, "/", &err) && err.code == PARLEY_ERROR_IS_FOLDER);
  CHECK_TEXT("is_folder.read path=/", told(&err));
  parley_input_close(&input);
}

/* ---- lines and windows ---- */

static void test_lines(void) {
  bool after_cr = false;
  CHECK(parley_input_count_lines("a\nb\r\nc\rd\r", 9, &after_cr) == 4 && after_cr);
  CHECK(parley_input_count_lines("\n\n", 2, &after_cr) == 1 && !after_cr);
}

static void test_window(void) {
  pieces source = {"0123456789abcdef", 16, 0, 3};
  parley_input input = {0};
  parley_input_window window = {0};
  parley_error err;
  CHECK(parley_input_callback(&input, "t", read_pieces, &source, &err) &&
        parley_input_window_open(&window, &input, 2, 7, &err));
  CHECK(parley_input_window_more(&window, &err) == PARLEY_INPUT_MORE && window.end == 2 && !window.final);
  CHECK(parley_input_window_more(&window, &err) == PARLEY_INPUT_MORE && window.end == 4);
  CHECK(parley_input_window_more(&window, &err) == PARLEY_INPUT_MORE && window.end == 7);
  CHECK(parley_input_window_more(&window, &err) == PARLEY_INPUT_MORE_FULL && memcmp(window.text, "0123456", 7) == 0);
  window.at = 5;
  CHECK(parley_input_window_more(&window, &err) == PARLEY_INPUT_MORE && memcmp(window.text, "56789ab", 7) == 0 &&
        window.offset == 5);
  window.at = 7;
  CHECK(parley_input_window_more(&window, &err) == PARLEY_INPUT_MORE && window.end == 4 && window.final &&
        window.offset == 12);
  CHECK(memcmp(window.text, "cdef", 4) == 0);
  parley_input_window_close(&window);
  parley_input_close(&input);
}

static int copy_file(int argc, char **argv) {
  parley_input input = {0};
  parley_error err;
  char buffer[70000];
  ptrdiff_t got = -1;
  const char *encoding = argc > 3 ? argv[3] + strlen("encoding=") : NULL;
  if (parley_input_file(&input, argv[2], &err) && parley_input_encoding(&input, encoding, &err)) {
    while ((got = parley_input_read(&input, buffer, sizeof buffer, &err)) > 0) fwrite(buffer, 1, (size_t)got, stdout);
  }
  if (got < 0) fprintf(stderr, "failed: %s\n", told(&err));
  parley_input_close(&input);
  return got < 0;
}

int main(int argc, char **argv) {
  if (argc > 2 && strcmp(argv[1], "copy") == 0) return copy_file(argc, argv);
  checks.once = argc > 1 && strcmp(argv[1], "once") == 0;
  test_marks();
  test_encodings();
  test_utf8_after_all();
  test_encoding_faults();
  test_cut_encodings();
  test_long_encoding();
  test_gzip();
  test_cut_gzip();
  test_sources();
  test_lines();
  test_window();
  return check_result("input_host");
}
