/* What went wrong, as data: a code word, the key of a sentence and its arguments, filled in by the function that fails.
   No sentence is made here: those stand by key in lua/parley/base/messages. The code words are listed once, here;
   doc/errors.md tells what each means. Numbers of the system or of SQLite are made into them where they arise. */
#ifndef PARLEY_BASE_ERROR_H
#define PARLEY_BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

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
  X(TWIN_COLUMNS, "twin_columns") \
  X(SQL, "sql") \
  X(CONSTRAINT, "constraint") \
  X(DUPLICATE, "duplicate") \
  X(TOTAL, "total") \
  X(READ_ONLY, "read_only") \
  X(BUSY, "busy") \
  X(LOCKED, "locked") \
  X(FULL, "full") \
  X(NO_SERVER, "no_server") \
  X(UNREAD, "unread") \
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

enum { PARLEY_ERROR_PARTS = 3, PARLEY_ERROR_VALUES = 640, PARLEY_ERROR_TEXT = 1024 };

/* A sentence, or what one is about: the part of a failure that a caller puts in front. */
typedef struct parley_error_part {
  const char *key;   /* of a sentence or, in front of it, of a phrase; NULL: the value is words of somebody else's */
  const char *names; /* "line=%lld column=%s": names and kinds of the arguments; NULL: there are none */
  int values;        /* where the first of them stands in the failure's values */
} parley_error_part;

/* May be copied: nothing in it points into it. Keys and names are literals. */
typedef struct parley_error {
  parley_error_code code; /* what programs act on */
  int count;              /* of parts: the failure itself, then what it is about, from within outwards */
  int used;               /* bytes of `values` */
  parley_error_part part[PARLEY_ERROR_PARTS];
  char values[PARLEY_ERROR_VALUES]; /* the arguments as texts, each ended by a zero; what does not fit is cut */
} parley_error;

/* What the functions below share: they are inline, so that compilers see that each is always false, and a function may
   end with `return parley_fail_with(...)`. `err` may be NULL. */
void parley_error_set_key(parley_error *err, const char *key);
void parley_error_set(parley_error *err, const char *key, const char *names, va_list values);
void parley_error_set_words(parley_error *err, parley_error_code code, const char *fmt, va_list values);
void parley_error_add(parley_error *err, const char *phrase, const char *names, va_list values);

/* A failure by the key of its sentence, whose first word is its code. */
static inline bool parley_fail_key(parley_error *err, const char *key) {
  if (err == NULL) return false;
  parley_error_set_key(err, key);
  return false;
}

static inline bool parley_fail_with(parley_error *err, const char *key, const char *names, ...) PARLEY_PRINTF(3, 4);

/* The same with arguments: names and kinds of them as in "line=%lld column=%s". The kinds are %s, %.*s, %d, %lld and
   %zu. */
static inline bool parley_fail_with(parley_error *err, const char *key, const char *names, ...) {
  if (err == NULL) return false;
  va_list values;
  va_start(values, names);
  parley_error_set(err, key, names, values);
  va_end(values);
  return false;
}

static inline bool parley_fail_about(parley_error *err, const char *phrase, const char *names, ...)
    PARLEY_PRINTF(3, 4);

/* Puts what it is about in front of a failure that is there: a phrase of parley.base.messages.phrases. */
static inline bool parley_fail_about(parley_error *err, const char *phrase, const char *names, ...) {
  if (err == NULL) return false;
  va_list values;
  va_start(values, names);
  parley_error_add(err, phrase, names, values);
  va_end(values);
  return false;
}

static inline bool parley_fail(parley_error *err, parley_error_code code, const char *fmt, ...) PARLEY_PRINTF(3, 4);

/* A failure in somebody else's words: SQLite's, the system's, a script's. */
static inline bool parley_fail(parley_error *err, parley_error_code code, const char *fmt, ...) {
  if (err == NULL) return false;
  va_list values;
  va_start(values, fmt);
  parley_error_set_words(err, code, fmt, values);
  va_end(values);
  return false;
}

typedef struct parley_error_argument {
  const char *name; /* not ended by a zero */
  size_t name_length;
  bool is_integer;
  const char *text; /* as text also where it is an integer; lives in the failure */
} parley_error_argument;

/* The argument of a part at a place from 0 on; false behind the last. */
bool parley_error_argument_at(const parley_error *err, int part, int at, parley_error_argument *out);

/* The failure, in PARLEY_ERROR_TEXT bytes, for hosts without Lua and for logs:
   "column name=x row=3: bad_date.no_month value='2025-13' month=13". */
const char *parley_error_text(const parley_error *err, char *out, size_t size);

/* Every lack of memory, in the same words. Always false. */
bool parley_no_memory(parley_error *err);

/* The word of a code: "busy". */
const char *parley_error_word(parley_error_code code);

/* The code of a number of the system (errno.h). */
parley_error_code parley_error_of_errno(int number);

#endif
