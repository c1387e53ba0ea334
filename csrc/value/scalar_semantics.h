/*
** What operators and functions mean, value by value: one meaning for the SQL functions and for the column engine.
** Knows no Lua.
*/
#ifndef PARLEY_VALUE_SCALAR_SEMANTICS_H
#define PARLEY_VALUE_SCALAR_SEMANTICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- numbers ---- */

/* Each answers whether the result fits; *out is its low 64 bits. */
static inline bool parley_integer_add_fits(int64_t a, int64_t b, int64_t *out) {
  return !__builtin_add_overflow(a, b, out);
}
static inline bool parley_integer_sub_fits(int64_t a, int64_t b, int64_t *out) {
  return !__builtin_sub_overflow(a, b, out);
}
static inline bool parley_integer_mul_fits(int64_t a, int64_t b, int64_t *out) {
  return !__builtin_mul_overflow(a, b, out);
}

/* The remainder takes the sign of the divisor, as Lua's % does; b is not 0. */
int64_t parley_integer_remainder(int64_t a, int64_t b);
double parley_number_remainder(double a, double b);

/* -1, 0 or 1: the exact order of an integer and a number, which is not NaN. */
int parley_integer_compare_number(int64_t a, double b);

/* ---- text ---- */

/* Longest pattern of like, in bytes: SQLite's own limit. */
enum { PARLEY_TEXT_LIKE_LIMIT = 50000 };

/* % stands for any characters, _ for one; case counts. */
bool parley_text_like(const char *pattern, size_t pattern_length, const char *text, size_t length);

/* The same with an escape, which is one character: the character behind it stands for itself. The pattern does not end
   with it. */
bool parley_text_like_escaped(const char *pattern, size_t pattern_length, const char *text, size_t length,
                              const char *escape, size_t escape_length);

/* Past the character at p, as SQLite counts them: any byte, and after one from 0xC0 on all that continue it. */
const char *parley_text_next(const char *p, const char *end);

/* Characters, as SQLite's length() counts them: up to a zero byte. */
int64_t parley_text_characters(const char *text, size_t length);

/* The part that SQLite's substr() gives: *length and the result are within the text. */
const char *parley_text_substr(const char *text, size_t *length, int64_t from, int64_t count);

/* Without the blanks at both ends: those of ASCII, and the no-break space. */
const char *parley_text_trim(const char *text, size_t *length);

#endif
