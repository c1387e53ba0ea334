/* Written after what SQLite documents and answers, so that both engines agree. */
#include "value/scalar_semantics.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"

/* ---- numbers ---- */

/* Floored: the sign is the divisor's, as in Lua. b is not 0: callers give a missing value then. */
int64_t parley_integer_remainder(int64_t a, int64_t b) {
  if (b == -1) return 0; /* the least integer has no counterpart to divide into */
  int64_t rest = a % b;
  return rest != 0 && (rest ^ b) < 0 ? rest + b : rest;
}

/* fmod is exact; adding b once brings it to the divisor's side. */
double parley_number_remainder(double a, double b) {
  double rest = fmod(a, b);
  return (rest > 0 && b < 0) || (rest < 0 && b > 0) ? rest + b : rest;
}

/* b is never NaN. Both bounds are exact doubles. */
int parley_integer_compare_number(int64_t a, double b) {
  if (b >= 9223372036854775808.0) return -1;
  if (b < -9223372036854775808.0) return 1;
  int64_t whole = (int64_t)b;
  if (a != whole) return a < whole ? -1 : 1;
  double rest = b - (double)whole; /* exact: b is beyond 2^53 or has a short whole part */
  return (rest < 0) - (rest > 0);
}

/* ---- text ---- */

/* One step past the character at p. */
static const char *next_character(const char *p, const char *end) {
  return p + parley_utf8_length(p, (size_t)(end - p));
}

static inline bool is_escape(const char *p, const char *end, const char *escape, size_t length) {
  return length > 0 && (size_t)(end - p) > length && memcmp(p, escape, length) == 0;
}

/* Matches as a shell glob does: only the last % seen can still take more, so the work is at most pattern x text. A
   '%' before the one seen last never needs to take more: what it could reach, the later one reaches as well. */
static inline bool matches(const char *pattern, size_t pattern_length, const char *text, size_t length,
                           const char *escape, size_t escape_length) {
  const char *p = pattern, *p_end = p + pattern_length, *t = text, *t_end = t + length;
  const char *retry_p = NULL, *retry_t = NULL;
  while (t < t_end) {
    if (is_escape(p, p_end, escape, escape_length)) {
      const char *literal = p + escape_length, *after = next_character(literal, p_end);
      size_t bytes = (size_t)(after - literal);
      bool same = bytes <= (size_t)(t_end - t) && memcmp(literal, t, bytes) == 0;
      if (!same && retry_p == NULL) return false;
      p = same ? after : retry_p;
      t = same ? t + bytes : next_character(retry_t, t_end);
      if (!same) retry_t = t;
    } else if (p < p_end && *p == '%') {
      retry_p = ++p;
      retry_t = t;
    } else if (p < p_end && *p == '_') {
      p++;
      t = next_character(t, t_end);
    } else if (p < p_end && *p == *t) {
      p++;
      t++;
    } else if (retry_p != NULL) {
      p = retry_p;
      t = retry_t = next_character(retry_t, t_end);
    } else {
      return false;
    }
  }
  while (p < p_end && *p == '%' && !is_escape(p, p_end, escape, escape_length)) p++;
  return p == p_end;
}

bool parley_text_like(const char *pattern, size_t pattern_length, const char *text, size_t length) {
  return matches(pattern, pattern_length, text, length, NULL, 0);
}

bool parley_text_like_escaped(const char *pattern, size_t pattern_length, const char *text, size_t length,
                              const char *escape, size_t escape_length) {
  return matches(pattern, pattern_length, text, length, escape, escape_length);
}

/* As SQLite steps: a stray continuation byte is a character by itself. */
const char *parley_text_next(const char *p, const char *end) {
  if ((unsigned char)*p++ < 0xc0) return p;
  while (p < end && parley_utf8_continues(*p)) p++;
  return p;
}

/* SQLite's length() and substr() end at the first NUL of a text. */
static size_t up_to_zero(const char *text, size_t length) {
  const char *zero = length > 0 ? memchr(text, 0, length) : NULL;
  return zero != NULL ? (size_t)(zero - text) : length;
}

int64_t parley_text_characters(const char *text, size_t length) {
  const char *end = text + up_to_zero(text, length);
  int64_t count = 0;
  if (parley_utf8_is_ascii(text, (size_t)(end - text))) return end - text;
  for (; text < end; count++) text = parley_text_next(text, end);
  return count;
}

/* Counting from the first character as 0: substr() takes the characters from `first` up to before `last`. from and
   count have 32 bits here, so no sum leaves 64. */
static void substr_bounds(int64_t characters, int64_t from, int64_t count, int64_t *first, int64_t *last) {
  if (from > 0) *first = from - 1;
  else if (from < 0) *first = characters + from;
  else *first = count > 0 ? -1 : 0; /* position 0 lies before the first character, unless counting back */
  if (count >= 0) {
    *last = *first + count;
  } else {
    *last = *first;
    *first += count;
  }
}

/* Negative positions count from the end, for which the characters have to be counted first. */
const char *parley_text_substr(const char *text, size_t *length, int64_t from, int64_t count) {
  const char *end = text + up_to_zero(text, *length);
  int64_t first, last;
  from = (int32_t)from; /* SQLite takes the low 32 bits */
  substr_bounds(from < 0 ? parley_text_characters(text, *length) : 0, from, (int32_t)count, &first, &last);
  int64_t at = 0;
  for (; at < first && text < end; at++) text = parley_text_next(text, end);
  const char *until = text;
  for (; at < last && until < end; at++) until = parley_text_next(until, end);
  *length = (size_t)(until - text);
  return text;
}

/* ASCII white space and U+00A0, the blanks that the table of functions names. */
static size_t blank_length(const char *at, const char *end) {
  if (*at == ' ' || (*at >= '\t' && *at <= '\r')) return 1;
  return end - at >= 2 && memcmp(at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

const char *parley_text_trim(const char *text, size_t *length) {
  const char *end = text + *length;
  size_t blank;
  while (text < end && (blank = blank_length(text, end)) > 0) text += blank;
  while (text < end) {
    if (blank_length(end - 1, end) == 1) end--;
    else if (end - text >= 2 && blank_length(end - 2, end) == 2) end -= 2;
    else break;
  }
  *length = (size_t)(end - text);
  return text;
}
