/*
** The check goes over the text once, byte by byte: a bit for each open bracket says which kind it is, so that no
** function calls itself.
**
** Cost: linear in the text; 250 bytes of stack for the nesting, whatever the text.
*/
#include "text/json_syntax.h"

#include <string.h>

#include "base/ascii.h"
#include "base/buffer.h"

parley_json_kind parley_json_kind_of(char first) {
  switch (first) {
    case '"': return PARLEY_JSON_STRING;
    case '{':
    case '[': return PARLEY_JSON_NESTED;
    case 't':
    case 'f': return PARLEY_JSON_BOOLEAN;
    case 'n': return PARLEY_JSON_NULL;
    default: return PARLEY_JSON_NUMBER;
  }
}

const char *parley_json_kind_word(char first) {
  switch (parley_json_kind_of(first)) {
    case PARLEY_JSON_NESTED: return "list";
    case PARLEY_JSON_STRING: return "text";
    case PARLEY_JSON_NUMBER: return "number";
    case PARLEY_JSON_BOOLEAN: return "boolean";
    default: return "null";
  }
}

/* ---- validity ---- */

/* A place in the text; each pass_ function moves over one thing and answers whether it is there and sound. */
typedef struct place {
  const char *at, *end;
} place;

static void pass_space(place *p) {
  while (p->at < p->end && parley_json_is_space(*p->at)) p->at++;
}

static bool pass_byte(place *p, char wanted) {
  if (p->at == p->end || *p->at != wanted) return false;
  p->at++;
  return true;
}

static bool pass_word(place *p, const char *word, size_t length) {
  if ((size_t)(p->end - p->at) < length || memcmp(p->at, word, length) != 0) return false;
  p->at += length;
  return true;
}

static bool pass_digits(place *p) {
  const char *start = p->at;
  while (p->at < p->end && parley_ascii_is_digit(*p->at)) p->at++;
  return p->at > start;
}

/* RFC 8259, section 6, read as a grammar. A zero is followed by no digit: the caller finds the next byte out of
   place. */
static bool pass_number(place *p) {
  pass_byte(p, '-');
  if (!pass_byte(p, '0') && !pass_digits(p)) return false;
  if (pass_byte(p, '.') && !pass_digits(p)) return false;
  if (!pass_byte(p, 'e') && !pass_byte(p, 'E')) return true;
  if (!pass_byte(p, '+')) pass_byte(p, '-');
  return pass_digits(p);
}

/* What follows a backslash. Whether a \u is half of a pair is not the grammar's business. */
static bool pass_escape(place *p) {
  if (p->at == p->end) return false;
  char c = *p->at++;
  if (c != 'u') return c != '\0' && strchr("\"\\/bfnrt", c) != NULL;
  if (p->end - p->at < 4) return false;
  for (int i = 0; i < 4; i++) {
    if (!parley_ascii_is_hex(*p->at++)) return false;
  }
  return true;
}

/* Bytes below 0x20 have to be escaped. Bytes beyond ASCII pass. */
static bool pass_string(place *p) {
  if (!pass_byte(p, '"')) return false;
  while (p->at < p->end) {
    unsigned char c = (unsigned char)*p->at++;
    if (c == '"') return true;
    if (c < 0x20 || (c == '\\' && !pass_escape(p))) return false;
  }
  return false;
}

/* *p->at is there: the caller has looked. */
static bool pass_scalar(place *p) {
  switch (*p->at) {
    case '"': return pass_string(p);
    case 't': return pass_word(p, "true", 4);
    case 'f': return pass_word(p, "false", 5);
    case 'n': return pass_word(p, "null", 4);
    default: return pass_number(p);
  }
}

/* The brackets that are open: a bit for each, set for an object. */
typedef struct nesting {
  int depth;
  unsigned char objects[(PARLEY_JSON_DEPTH + 7) / 8];
} nesting;

/* depth is at least 1. */
static bool in_object(const nesting *n) { return parley_bit(n->objects, n->depth - 1); }

/* Deeper than PARLEY_JSON_DEPTH is refused here. */
static bool open_bracket(nesting *n, bool object) {
  if (n->depth == PARLEY_JSON_DEPTH) return false;
  unsigned char bit = (unsigned char)(1u << (n->depth & 7)), *byte = &n->objects[n->depth >> 3];
  *byte = (unsigned char)(object ? *byte | bit : *byte & ~bit);
  n->depth++;
  return true;
}

/* The key and the colon of a pair, and the space before its value. */
static bool pass_key(place *p) {
  if (!pass_string(p)) return false;
  pass_space(p);
  if (!pass_byte(p, ':')) return false;
  pass_space(p);
  return true;
}

/* Opens a list or an object and moves to its first value; *closed: it has none. An empty list or object closes at
   once and is a value. */
static bool pass_opening(place *p, nesting *n, bool *closed) {
  bool object = *p->at++ == '{';
  if (!open_bracket(n, object)) return false;
  pass_space(p);
  *closed = pass_byte(p, object ? '}' : ']');
  if (*closed) n->depth--;
  return *closed || !object || pass_key(p);
}

/* What may come after a value: brackets that close, then a comma and the way to the next value. *more: there is one. */
static bool pass_closings(place *p, nesting *n, bool *more) {
  for (*more = false;;) {
    pass_space(p);
    if (n->depth == 0) return true;
    if (pass_byte(p, in_object(n) ? '}' : ']')) {
      n->depth--;
      continue;
    }
    if (!pass_byte(p, ',')) return false;
    *more = true;
    pass_space(p);
    return !in_object(n) || pass_key(p);
  }
}

/* Each turn passes one scalar or one opening bracket, so the loop ends with the text. */
bool parley_json_valid(const char *text, size_t length) {
  place p = {text, text + length};
  nesting n;
  n.depth = 0;
  pass_space(&p);
  for (bool more = true; more;) {
    if (p.at == p.end) return false;
    bool closed = true;
    bool sound = *p.at == '[' || *p.at == '{' ? pass_opening(&p, &n, &closed) : pass_scalar(&p);
    if (!sound || (closed && !pass_closings(&p, &n, &more))) return false;
  }
  return p.at == p.end;
}

/* ---- ends of things ---- */

/* A backslash takes the next byte with it, whatever it is. */
size_t parley_json_end_of_string(const char *text, size_t end, size_t at) {
  for (at++; at < end; at++) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') at++;
  }
  return PARLEY_JSON_NOWHERE;
}

/* depth is 0 only where a bracket or comma ends the value: it never goes below. */
size_t parley_json_end_of_value(const char *text, size_t end, size_t at) {
  size_t depth = 0;
  while (at < end) {
    char c = text[at];
    if (depth == 0 && (c == ',' || c == ']' || c == '}')) return at;
    if (c == '"') {
      at = parley_json_end_of_string(text, end, at);
      if (at == PARLEY_JSON_NOWHERE) return PARLEY_JSON_NOWHERE;
      continue;
    }
    if (c == '[' || c == '{') depth++;
    if (c == ']' || c == '}') depth--;
    at++;
  }
  return PARLEY_JSON_NOWHERE;
}
