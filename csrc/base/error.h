/* What went wrong, as data: a code word and a message, filled in by the function that fails. The words are listed once,
   here; doc/errors.md tells what each means. Numbers of the system or of SQLite are made into them where they arise. */
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

/* Each word has its sentence in lua/parley/base/codes.lua; a spec compares the two lists. */
#define PARLEY_ERROR_LIST(X) \
  X(MISUSE, "misuse") \
  X(CLOSED, "closed") \
  X(NO_COLUMN, "no_column") \
  X(NO_NAME, "no_name") \
  X(NO_OPTION, "no_option") \
  X(UNKNOWN_FUNCTION, "unknown_function") \
  X(BAD_ARGUMENT, "bad_argument") \
  X(BAD_TYPE, "bad_type") \
  X(BAD_DATE, "bad_date") \
  X(BAD_NUMBER, "bad_number") \
  X(BAD_INTEGER, "bad_integer") \
  X(BAD_BOOLEAN, "bad_boolean") \
  X(BAD_ENCODING, "bad_encoding") \
  X(MALFORMED, "malformed") \
  X(TOO_MANY_FIELDS, "too_many_fields") \
  X(TOO_FEW_FIELDS, "too_few_fields") \
  X(NO_ID, "no_id") \
  X(OUT_OF_RANGE, "out_of_range") \
  X(BAD_VALUE, "bad_value") \
  X(OVERFLOW, "overflow") \
  X(BAD_PATTERN, "bad_pattern") \
  X(SQL, "sql") \
  X(CONSTRAINT, "constraint") \
  X(DUPLICATE, "duplicate") \
  X(TOTAL, "total") \
  X(READ_ONLY, "read_only") \
  X(BUSY, "busy") \
  X(LOCKED, "locked") \
  X(FULL, "full") \
  X(IO, "io") \
  X(PERMISSION, "permission") \
  X(MISSING_FILE, "missing_file") \
  X(MISSING_FOLDER, "missing_folder") \
  X(IS_FOLDER, "is_folder") \
  X(NOT_SEEKABLE, "not_seekable") \
  X(EXISTS, "exists") \
  X(NOT_EMPTY, "not_empty") \
  X(EMPTY, "empty") \
  X(NOT_A_DATABASE, "not_a_database") \
  X(CORRUPT, "corrupt") \
  X(OUT_OF_MEMORY, "out_of_memory") \
  X(LIMIT, "limit") \
  X(TOO_LARGE, "too_large") \
  X(CANCELLED, "cancelled")

typedef enum parley_error_code {
#define PARLEY_ERROR_NAME(name, word) PARLEY_ERROR_##name,
  PARLEY_ERROR_LIST(PARLEY_ERROR_NAME)
#undef PARLEY_ERROR_NAME
} parley_error_code;

typedef struct parley_error {
  parley_error_code code; /* what programs act on */
  int place; /* bytes of the message that say where, "file, line 3: ": what follows stands alone where that is known */
  char message[480]; /* for people, in English, ended by a zero; with code and place the struct has 488 bytes */
} parley_error;

static inline bool parley_fail(parley_error *err, parley_error_code code, const char *fmt, ...) PARLEY_PRINTF(3, 4);

/* Always false, so that a function may end with `return parley_fail(...)`. A message that is too long is cut. */
static inline bool parley_fail(parley_error *err, parley_error_code code, const char *fmt, ...) {
  if (err == NULL) return false;
  va_list args;
  va_start(args, fmt);
  err->code = code;
  err->place = 0;
  vsnprintf(err->message, sizeof err->message, fmt, args);
  va_end(args);
  return false;
}

/* The same with a place and a colon in front of the message; `err->place` tells the two apart. */
bool parley_fail_at(parley_error *err, const char *place, parley_error_code code, const char *fmt, ...)
    PARLEY_PRINTF(4, 5);

/* Every lack of memory, in the same words. Always false. */
bool parley_no_memory(parley_error *err);

/* The word of a code: "busy". */
const char *parley_error_word(parley_error_code code);

/* The code of a number of the system (errno.h). */
parley_error_code parley_error_of_errno(int number);

#endif
