/* Pairs are passed by their brackets and strings alone; whether what surrounds the list is JSON is asked of a copy in
   which a number stands for the list. */
#include "text/json_list.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

/* ---- pairs ---- */

typedef struct pair {
  size_t key, key_end, value; /* the key without its quotes */
} pair;

static size_t pass_space(const char *text, size_t length, size_t at) {
  while (at < length && parley_json_is_space(text[at])) at++;
  return at;
}

/* The pair at *at, which is behind a '{' or a ','. BEYOND: it is not all there; NONE: there is none. */
static parley_json_search find_pair(const char *text, size_t length, size_t at, pair *p) {
  p->key = pass_space(text, length, at);
  if (p->key == length) return PARLEY_JSON_LIST_BEYOND;
  if (text[p->key] != '"') return PARLEY_JSON_LIST_NONE;
  size_t end = parley_json_end_of_string(text, length, p->key++);
  if (end == PARLEY_JSON_NOWHERE) return PARLEY_JSON_LIST_BEYOND;
  p->key_end = end - 1;
  size_t colon = pass_space(text, length, end);
  if (colon == length) return PARLEY_JSON_LIST_BEYOND;
  if (text[colon] != ':') return PARLEY_JSON_LIST_NONE;
  p->value = pass_space(text, length, colon + 1);
  return p->value < length ? PARLEY_JSON_LIST_FOUND : PARLEY_JSON_LIST_BEYOND;
}

/* Moves *at behind the comma after the value. */
static parley_json_search pass_value(const char *text, size_t length, size_t *at) {
  *at = parley_json_end_of_value(text, length, *at);
  if (*at == PARLEY_JSON_NOWHERE) return PARLEY_JSON_LIST_BEYOND;
  if (text[*at] != ',') return PARLEY_JSON_LIST_NONE;
  ++*at;
  return PARLEY_JSON_LIST_FOUND;
}

/* The value of a key in the object at *at, which is moved there. */
static parley_json_search find_key(const char *text, size_t length, const char *key, size_t key_length, size_t *at) {
  pair p;
  *at = pass_space(text, length, *at);
  if (*at < length && text[*at] != '{') return PARLEY_JSON_LIST_NONE;
  ++*at;
  for (;;) {
    parley_json_search found = find_pair(text, length, *at, &p);
    if (found != PARLEY_JSON_LIST_FOUND) return found;
    *at = p.value;
    if (p.key_end - p.key == key_length && memcmp(text + p.key, key, key_length) == 0) return PARLEY_JSON_LIST_FOUND;
    found = pass_value(text, length, at);
    if (found != PARLEY_JSON_LIST_FOUND) return found;
  }
}

parley_json_search parley_json_find_list(const char *text, size_t length, const char *path, size_t path_length,
                                         size_t *at, int *depth) {
  const char *key = path, *end = path + path_length;
  *at = 0;
  for (*depth = 1;; ++*depth) {
    const char *point = memchr(key, '.', (size_t)(end - key));
    const char *key_end = point != NULL ? point : end;
    parley_json_search found = find_key(text, length, key, (size_t)(key_end - key), at);
    if (found != PARLEY_JSON_LIST_FOUND) return found;
    if (point == NULL) return text[*at] == '[' ? PARLEY_JSON_LIST_FOUND : PARLEY_JSON_LIST_NONE;
    key = point + 1;
  }
}

parley_json_search parley_json_goes_on(const char *text, size_t length) {
  size_t line_end = 0;
  while (line_end < length && text[line_end] != '\n' && text[line_end] != '\r') line_end++;
  size_t next = pass_space(text, length, line_end);
  if (next == length) return PARLEY_JSON_LIST_BEYOND;
  return text[next] == '{' || parley_json_valid(text, line_end) ? PARLEY_JSON_LIST_NONE : PARLEY_JSON_LIST_FOUND;
}

/* ---- offering one ---- */

static bool is_list_of_objects(const char *text, size_t length, size_t at) {
  if (at >= length || text[at] != '[') return false;
  at = pass_space(text, length, at + 1);
  return at < length && text[at] == '{';
}

/* Whether a key can be written in a path. */
static bool is_plain_key(const char *key, size_t length) {
  return length > 0 && memchr(key, '.', length) == NULL && memchr(key, '\\', length) == NULL;
}

/* An empty list may be one of anything: under these names it is one of no records. */
static bool is_list_of_none(const char *text, size_t length, const pair *p) {
  static const char *const names[] = {"data", "entries", "events", "features", "hits", "items", "records", "response",
                                      "result", "results", "rows", "value", "values"};
  size_t end = text[p->value] == '[' ? pass_space(text, length, p->value + 1) : length, key = p->key_end - p->key;
  if (end >= length || text[end] != ']') return false;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strlen(names[i]) == key && memcmp(names[i], text + p->key, key) == 0) return true;
  }
  return false;
}

static bool is_list(const char *text, size_t length, const pair *p) {
  return is_list_of_objects(text, length, p->value) || is_list_of_none(text, length, p);
}

/* The key of the first list of records in the object at `at`. */
static bool find_any(const char *text, size_t length, size_t at, pair *p) {
  for (at++; find_pair(text, length, at, p) == PARLEY_JSON_LIST_FOUND;) {
    if (is_list(text, length, p) && is_plain_key(text + p->key, p->key_end - p->key)) return true;
    at = p->value;
    if (pass_value(text, length, &at) != PARLEY_JSON_LIST_FOUND) return false;
  }
  return false;
}

bool parley_json_offer_list(const char *text, size_t length, char *path, size_t size, bool *is_empty) {
  pair outer, inner;
  size_t at = pass_space(text, length, 0);
  if (find_any(text, length, at, &outer)) {
    *is_empty = !is_list_of_objects(text, length, outer.value);
    return snprintf(path, size, "%.*s", (int)(outer.key_end - outer.key), text + outer.key) < (int)size;
  }
  for (at++; find_pair(text, length, at, &outer) == PARLEY_JSON_LIST_FOUND;) {
    bool plain = text[outer.value] == '{' && is_plain_key(text + outer.key, outer.key_end - outer.key);
    if (plain && find_any(text, length, outer.value, &inner)) {
      *is_empty = !is_list_of_objects(text, length, inner.value);
      return snprintf(path, size, "%.*s.%.*s", (int)(outer.key_end - outer.key), text + outer.key,
                      (int)(inner.key_end - inner.key), text + inner.key) < (int)size;
    }
    at = outer.value;
    if (pass_value(text, length, &at) != PARLEY_JSON_LIST_FOUND) return false;
  }
  return false;
}

/* ---- what surrounds it ---- */

/* Whether `before`, the text and `after` together are JSON; each of the two comes `count` times. */
static bool is_json(const char *before, const char *middle, size_t length, const char *after, int count) {
  size_t first = strlen(before), last = strlen(after), all = length + 1 + (first + last) * (size_t)count;
  char *copy = parley_alloc(NULL, all), *out = copy;
  if (copy == NULL) return false;
  for (int i = 0; i < count; i++, out += first) memcpy(out, before, first);
  if (first > 0) *out++ = '0';
  memcpy(out, middle, length);
  out += length;
  if (last > 0) *out++ = '0';
  for (int i = 0; i < count; i++, out += last) memcpy(out, after, last);
  bool valid = parley_json_valid(copy, (size_t)(out - copy));
  parley_alloc(copy, 0);
  return valid;
}

bool parley_json_opens(const char *text, size_t length, int depth) { return is_json("", text, length, "}", depth); }

bool parley_json_closes(const char *text, size_t length, int depth) {
  return is_json("{\"\":", text, length, "", depth);
}
