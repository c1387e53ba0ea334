/* One way for the engine to say what went wrong: a code and a message, filled in by the function that fails. */
#ifndef PARLEY_BASE_ERROR_H
#define PARLEY_BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#if defined(__GNUC__) || defined(__clang__)
#define PARLEY_PRINTF(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#else
#define PARLEY_PRINTF(format_at, first_at)
#endif

/* What kind of failure it is, below the floor of SQLite. The numbers are those of SQLite's codes for the same. */
enum {
  PARLEY_CODE_ERROR = 1,
  PARLEY_CODE_NO_MEMORY = 7,
  PARLEY_CODE_READ_ONLY = 8,
  PARLEY_CODE_CANCELLED = 9,
  PARLEY_CODE_MALFORMED = 11,
  PARLEY_CODE_LIMIT = 13,
  PARLEY_CODE_TOO_LARGE = 18,
  PARLEY_CODE_MISMATCH = 20,
  PARLEY_CODE_MISUSE = 21
};

typedef struct parley_error {
  int code;
  char message[480];
} parley_error;

static inline bool parley_fail(parley_error *err, int code, const char *fmt, ...) PARLEY_PRINTF(3, 4);

/* Always false, so that a function may end with `return parley_fail(...)`. A message that is too long is cut. */
static inline bool parley_fail(parley_error *err, int code, const char *fmt, ...) {
  if (err == NULL) return false;
  va_list args;
  va_start(args, fmt);
  err->code = code;
  vsnprintf(err->message, sizeof err->message, fmt, args);
  va_end(args);
  return false;
}

#endif
