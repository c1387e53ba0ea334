/*
** What the hosts of the readers share: checks that name their line, random numbers that are the same everywhere, and
** an input that hands out its bytes in small pieces.
**
**   x_host        everything; the status is 1 when a check failed
**   x_host once   a little of the random part, for valgrind
*/
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

static struct {
  int done, failed;
  bool once;
} checks;

/* Under the thread sanitizer only what starts threads is of interest, and the rest would take minutes. */
#ifdef __SANITIZE_THREAD__
enum { ONLY_THREADS = true };
#else
enum { ONLY_THREADS = false };
#endif

#define CHECK(condition) check_that((condition), #condition, __LINE__)
#define CHECK_TEXT(expected, actual) check_text((expected), (actual), __LINE__)

/* A failure as text: its key and arguments. The last four stay valid. */
static inline const char *told(const parley_error *err) {
  static char text[4][PARLEY_ERROR_TEXT];
  static int at;
  at = (at + 1) % 4;
  return parley_error_text(err, text[at], sizeof text[at]);
}

static inline bool check_that(bool condition, const char *what, int line) {
  checks.done++;
  if (condition) return true;
  if (checks.failed++ < 20) printf("line %d: %s\n", line, what);
  return false;
}

static inline bool check_text(const char *expected, const char *actual, int line) {
  checks.done++;
  if (strcmp(expected, actual) == 0) return true;
  size_t from = 0;
  while (expected[from] == actual[from]) from++;
  from -= from < 150 ? from : 150; /* long texts from shortly before they differ */
  if (checks.failed++ < 20)
    printf("line %d: expected\n%.300s\nbut got\n%.300s\n", line, expected + from, actual + from);
  return false;
}

static inline int check_result(const char *name) {
  if (checks.failed > 0) printf("%s: %d of %d checks failed\n", name, checks.failed, checks.done);
  else printf("%s: %s\n", name, checks.once ? "good, once" : "good");
  return checks.failed > 0;
}

/* ---- random numbers (xorshift64*) ---- */

static uint64_t random_state = UINT64_C(0x9E3779B97F4A7C15);

static inline uint64_t random_bits(void) {
  random_state ^= random_state >> 12;
  random_state ^= random_state << 25;
  random_state ^= random_state >> 27;
  return random_state * UINT64_C(2685821657736338717);
}

/* From 0 to below `count`. */
static inline unsigned random_below(unsigned count) { return (unsigned)((random_bits() >> 33) % count); }

/* ---- text that grows ---- */

typedef struct growing {
  char *bytes;
  size_t length, room;
} growing;

static inline void text_add(growing *t, const char *bytes, size_t length) {
  if (t->length + length + 1 > t->room) {
    t->room = (t->length + length + 1) * 2;
    t->bytes = realloc(t->bytes, t->room);
    if (t->bytes == NULL) abort();
  }
  if (length > 0) memcpy(t->bytes + t->length, bytes, length);
  t->length += length;
  t->bytes[t->length] = '\0';
}

static inline void text_say(growing *t, const char *fmt, ...) PARLEY_PRINTF(2, 3);
static inline void text_say(growing *t, const char *fmt, ...) {
  char line[600];
  va_list args;
  va_start(args, fmt);
  int length = vsnprintf(line, sizeof line, fmt, args);
  va_end(args);
  text_add(t, line, (size_t)length < sizeof line ? (size_t)length : sizeof line - 1);
}

/* Bytes as they are, but control characters, NUL among them, in an escaped form. */
static inline void text_show(growing *t, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] == '\n') text_add(t, "\\n", 2);
    else if (bytes[i] == '\r') text_add(t, "\\r", 2);
    else if (bytes[i] == '\0') text_add(t, "\\0", 2);
    else text_add(t, bytes + i, 1);
  }
}

static inline void text_clear(growing *t) {
  t->length = 0;
  text_add(t, "", 0);
}

/* ---- an input in pieces ---- */

typedef struct pieces {
  const char *bytes;
  size_t length, at, piece; /* piece: bytes given at a time */
} pieces;

static inline ptrdiff_t read_pieces(void *context, char *buffer, size_t size, parley_error *err) {
  pieces *p = context;
  size_t count = p->length - p->at;
  if (count > p->piece) count = p->piece;
  if (count > size) count = size;
  if (count > 0) memcpy(buffer, p->bytes + p->at, count);
  p->at += count;
  (void)err;
  return (ptrdiff_t)count;
}

#endif
