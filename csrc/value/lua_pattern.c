/*
** Lua patterns: first taken apart into items, then matched by trying. Only an item that repeats has several ways to go
** on; each of them is tried by a call for the items after it, so calls nest no deeper than there are items.
**
** The counter of steps is what bounds the time: trying is exponential in the worst case (several repeats over one run
** of characters), as in Lua's own matcher.
*/
#include "value/lua_pattern.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buffer.h"

/* ---- items ---- */

typedef enum item_kind {
  ITEM_LITERAL,  /* the byte at `from` */
  ITEM_ANY,      /* . */
  ITEM_CLASS,    /* the class whose letter is at `from` */
  ITEM_SET,      /* what stands between the brackets, from .. to */
  ITEM_OPEN,     /* capture `n` begins */
  ITEM_CLOSE,    /* it ends */
  ITEM_POSITION, /* capture `n` is a position; nothing matches it again */
  ITEM_BACK,     /* the text of capture `n` again */
  ITEM_BALANCE,  /* %bxy: x and y are the two bytes from `from` on */
  ITEM_FRONTIER, /* %f[set] */
  ITEM_END       /* $ */
} item_kind;

typedef struct item {
  item_kind kind;
  char repeat; /* one of * + - ? or 0; only of what matches single bytes */
  int n; /* of a capture */
  const char *from, *to; /* in the pattern's copy of its text */
} item;

struct parley_lua_pattern {
  char *text; /* a copy, into which the items point */
  size_t length, room;
  bool whole; /* it was taken apart to its end */
  item items[PARLEY_LUA_PATTERN_ITEMS];
  int count;
  bool anchored; /* begins with ^ */
  int captures, open; /* seen so far; open: the depth of `opened` */
  int opened[PARLEY_LUA_PATTERN_CAPTURES];
  bool closed[PARLEY_LUA_PATTERN_CAPTURES];
};

typedef struct reader {
  const char *at, *end;
  parley_lua_pattern *into;
  parley_error *err;
} reader;

/* Lua tells of a malformed pattern only when the match gets there; here it is told at once (R1 of the header's first
   sentence). */
static bool malformed(const reader *r, const char *reason) {
  return parley_fail_with(r->err, "bad_pattern.regexp", "reason=%s", reason);
}

/* The bound on items also bounds the recursion. */
static bool add_item(reader *r, item added) {
  if (r->into->count == PARLEY_LUA_PATTERN_ITEMS) {
    return parley_fail_with(r->err, "bad_pattern.regexp_items", "most=%d", PARLEY_LUA_PATTERN_ITEMS);
  }
  r->into->items[r->into->count++] = added;
  return true;
}

/* ---- taking apart ---- */

/* Past the set that opens before r->at; its inside goes to the item. A ']' that comes first is one of the set. The
   do loop takes a first ']' as a member, as Lua does. */
static bool read_set(reader *r, item *out) {
  out->from = r->at;
  if (r->at < r->end && *r->at == '^') r->at++;
  do {
    if (r->at == r->end) return malformed(r, "pattern_set_open");
    bool escape = *r->at++ == '%';
    if (escape && r->at < r->end) r->at++;
  } while (r->at == r->end || *r->at != ']');
  out->to = r->at++;
  return true;
}

/* () is a position capture: closed as soon as it opens. */
static bool read_open(reader *r) {
  parley_lua_pattern *c = r->into;
  if (c->captures == PARLEY_LUA_PATTERN_CAPTURES) return malformed(r, "pattern_many_captures");
  int n = c->captures++;
  if (r->at < r->end && *r->at == ')') {
    r->at++;
    c->closed[n] = true;
    return add_item(r, (item){.kind = ITEM_POSITION, .n = n});
  }
  c->opened[c->open++] = n;
  return add_item(r, (item){.kind = ITEM_OPEN, .n = n});
}

/* The innermost open one. */
static bool read_close(reader *r) {
  parley_lua_pattern *c = r->into;
  if (c->open == 0) return malformed(r, "pattern_group_unopened");
  int n = c->opened[--c->open];
  c->closed[n] = true;
  return add_item(r, (item){.kind = ITEM_CLOSE, .n = n});
}

static bool read_balance(reader *r) {
  if (r->end - r->at < 2) return malformed(r, "pattern_balance_short");
  r->at += 2;
  return add_item(r, (item){.kind = ITEM_BALANCE, .from = r->at - 2});
}

static bool read_frontier(reader *r) {
  item set = {.kind = ITEM_FRONTIER};
  if (r->at == r->end || *r->at != '[') return malformed(r, "pattern_frontier_set");
  r->at++;
  return read_set(r, &set) && add_item(r, set);
}

/* Only of a capture that is closed before: Lua refuses others while it matches. */
static bool read_back(reader *r, int n) {
  if (n < 0 || n >= r->into->captures || !r->into->closed[n])
    return malformed(r, "pattern_no_capture");
  return add_item(r, (item){.kind = ITEM_BACK, .n = n});
}

/* Adds an item that matches single bytes, with the sign of repetition after it. Captures and %b take no repetition:
   a sign behind them is a literal. */
static bool add_single(reader *r, item single) {
  bool repeats = r->at < r->end && memchr("*+-?", *r->at, 4) != NULL;
  if (repeats) single.repeat = *r->at++;
  return add_item(r, single);
}

static bool is_letter(char c) { return (unsigned char)((c | 0x20) - 'a') < 26; }
static bool is_class(char c) { return is_letter(c) && strchr("acdglpsuwxz", c | 0x20) != NULL; }

/* What follows a '%'. */
static bool read_escape(reader *r) {
  if (r->at == r->end) return malformed(r, "pattern_ends_escape");
  const char *at = r->at++;
  if (*at == 'b') return read_balance(r);
  if (*at == 'f') return read_frontier(r);
  if (parley_ascii_is_digit(*at)) return read_back(r, *at - '1');
  return add_single(r, (item){.kind = is_class(*at) ? ITEM_CLASS : ITEM_LITERAL, .from = at});
}

/* '$' is an anchor only at the very end, '^' only at the very start. */
static bool read_item(reader *r) {
  const char *at = r->at++;
  item set = {.kind = ITEM_SET};
  switch (*at) {
    case '(': return read_open(r);
    case ')': return read_close(r);
    case '%': return read_escape(r);
    case '[': return read_set(r, &set) && add_single(r, set);
    case '.': return add_single(r, (item){.kind = ITEM_ANY});
    case '$':
      if (r->at == r->end) return add_item(r, (item){.kind = ITEM_END});
      break;
    default: break;
  }
  return add_single(r, (item){.kind = ITEM_LITERAL, .from = at});
}

/* May be called on one record again: all that it keeps is reset. */
static bool take_apart(const char *pattern, size_t length, parley_lua_pattern *out, parley_error *err) {
  reader r = {pattern, pattern + length, out, err};
  out->count = out->captures = out->open = 0;
  memset(out->closed, 0, sizeof out->closed);
  out->anchored = length > 0 && *pattern == '^';
  r.at += out->anchored;
  while (r.at < r.end) {
    if (!read_item(&r)) return false;
  }
  return out->open == 0 || malformed(&r, "pattern_group_open");
}

/* ---- single bytes ---- */

static bool is_graphic(unsigned char c) { return c > ' ' && c < 0x7f; }

/* Written out for ASCII, since isalpha and its kin go by the locale of the host. */
static bool in_class(unsigned char c, char letter) {
  bool ascii = c < 0x80, lower = (unsigned char)(c - 'a') < 26, upper = (unsigned char)(c - 'A') < 26, found;
  bool digit = (unsigned char)(c - '0') < 10;
  switch (letter | 0x20) {
    case 'a': found = lower || upper; break;
    case 'c': found = ascii && (c < ' ' || c == 0x7f); break;
    case 'd': found = digit; break;
    case 'g': found = is_graphic(c); break;
    case 'l': found = lower; break;
    case 'p': found = is_graphic(c) && !(lower || upper || digit); break;
    case 's': found = c == ' ' || (c >= '\t' && c <= '\r'); break;
    case 'u': found = upper; break;
    case 'w': found = lower || upper || digit; break;
    case 'x': found = digit || (unsigned char)((c | 0x20) - 'a') < 6; break;
    default: found = c == 0; break;
  }
  return found != ((letter & 0x20) == 0); /* a capital letter stands for all others */
}

static bool in_escape(unsigned char c, char letter) {
  return is_class(letter) ? in_class(c, letter) : c == (unsigned char)letter;
}

/* A '-' at an end is itself; x-y is a range of bytes. */
static bool in_set(unsigned char c, const char *at, const char *end) {
  bool wanted = true;
  if (at < end && *at == '^') {
    wanted = false;
    at++;
  }
  for (; at < end; at++) {
    if (*at == '%' && at + 1 < end) {
      if (in_escape(c, *++at)) return wanted;
    } else if (end - at > 2 && at[1] == '-') {
      if ((unsigned char)at[0] <= c && c <= (unsigned char)at[2]) return wanted;
      at += 2;
    } else if (c == (unsigned char)*at) {
      return wanted;
    }
  }
  return !wanted;
}

static bool in_item(unsigned char c, const item *single) {
  switch (single->kind) {
    case ITEM_ANY: return true;
    case ITEM_CLASS: return in_class(c, *single->from);
    case ITEM_SET: return in_set(c, single->from, single->to);
    default: return c == (unsigned char)*single->from;
  }
}

/* ---- matching ---- */

typedef struct matcher {
  const parley_lua_pattern *pattern;
  const char *text, *end;
  int64_t steps; /* left */
  const char *stop; /* where the match ended */
  const char *from[PARLEY_LUA_PATTERN_CAPTURES], *to[PARLEY_LUA_PATTERN_CAPTURES];
} matcher;

static bool match(matcher *m, int at, const char *s);

/* Looking through a set takes as long as the set is. */
static int64_t steps_of(const item *one) {
  return 1 + (one->kind == ITEM_SET || one->kind == ITEM_FRONTIER ? (one->to - one->from) / 16 : 0);
}

/* Whether one more byte of the item is at s. Counted whether it matches or not: a failed look costs as much. */
static bool takes(matcher *m, const item *single, const char *s) {
  m->steps -= steps_of(single);
  return s < m->end && in_item((unsigned char)*s, single);
}

/* As many as there are, then fewer. Longest first, as Lua: the answer of find() depends on it only for captures. */
static bool match_most(matcher *m, int at, const char *s, int least) {
  const item *single = &m->pattern->items[at];
  int64_t count = 0;
  while (m->steps > 0 && takes(m, single, s + count)) count++;
  for (; count >= least && m->steps > 0; count--) {
    if (match(m, at + 1, s + count)) return true;
  }
  return false;
}

/* None, then more. */
static bool match_fewest(matcher *m, int at, const char *s) {
  const item *single = &m->pattern->items[at];
  for (; m->steps > 0; s++) {
    if (match(m, at + 1, s)) return true;
    if (!takes(m, single, s)) return false;
  }
  return false;
}

/* Behind the text that is balanced, or NULL. */
static const char *past_balance(matcher *m, const item *pair, const char *s) {
  if (s == m->end || *s != pair->from[0]) return NULL;
  int64_t depth = 1;
  for (s++; s < m->end && m->steps > 0; s++) {
    m->steps--;
    if (*s == pair->from[1]) {
      if (--depth == 0) return s + 1;
    } else if (*s == pair->from[0]) {
      depth++;
    }
  }
  return NULL;
}

/* Counted by its length: a capture may be as long as the text. */
static const char *past_back(matcher *m, const item *back, const char *s) {
  if (m->to[back->n] == NULL) return NULL; /* a position */
  size_t length = (size_t)(m->to[back->n] - m->from[back->n]);
  m->steps -= (int64_t)length;
  if ((size_t)(m->end - s) < length || (length > 0 && memcmp(m->from[back->n], s, length) != 0)) return NULL;
  return s + length;
}

/* Beyond either end there is a NUL, as in Lua. */
static bool at_frontier(matcher *m, const item *set, const char *s) {
  m->steps -= steps_of(set);
  unsigned char before = s == m->text ? 0 : (unsigned char)s[-1], here = s == m->end ? 0 : (unsigned char)*s;
  return !in_set(before, set->from, set->to) && in_set(here, set->from, set->to);
}

/* Behind what an item matches that has one way only, or NULL. Captures that are tried again are written again. A
   capture's old values need no undoing: each way writes them before it reads them. */
static const char *past_item(matcher *m, const item *one, const char *s) {
  switch (one->kind) {
    case ITEM_OPEN: m->from[one->n] = s; return s;
    case ITEM_CLOSE: m->to[one->n] = s; return s;
    case ITEM_POSITION: m->from[one->n] = s; m->to[one->n] = NULL; return s;
    case ITEM_BACK: return past_back(m, one, s);
    case ITEM_BALANCE: return past_balance(m, one, s);
    case ITEM_FRONTIER: return at_frontier(m, one, s) ? s : NULL;
    case ITEM_END: return s == m->end ? s : NULL;
    default: return takes(m, one, s) ? s + 1 : NULL;
  }
}

/* Whether the items from `at` on match at s. Once no steps are left, everything is false. Items with one way only
   are passed in the loop; so recursion is only as deep as items repeat. */
static bool match(matcher *m, int at, const char *s) {
  for (; at < m->pattern->count; at++) {
    const item *one = &m->pattern->items[at];
    if (m->steps-- <= 0) return false;
    switch (one->repeat) {
      case '*': return match_most(m, at, s, 0);
      case '+': return match_most(m, at, s, 1);
      case '-': return match_fewest(m, at, s);
      case '?':
        if (takes(m, one, s) && match(m, at + 1, s + 1)) return true;
        break;
      default:
        s = past_item(m, one, s);
        if (s == NULL) return false;
    }
  }
  m->stop = s;
  return m->steps > 0;
}

/* ---- patterns ---- */

/* The copy ends with a NUL, which stands for what is behind the last byte in messages only. */
static bool keep_text(parley_lua_pattern *p, const char *text, size_t length, parley_error *err) {
  if (length >= p->room) {
    char *grown = parley_alloc(p->text, length + 64);
    if (grown == NULL) return parley_no_memory(err);
    p->text = grown;
    p->room = length + 64;
  }
  if (length > 0) memcpy(p->text, text, length);
  p->text[length] = '\0';
  p->length = length;
  return true;
}

/* A constant pattern costs a memcmp a row. */
bool parley_lua_pattern_is(const parley_lua_pattern *p, const char *text, size_t length) {
  return p != NULL && p->whole && p->length == length && memcmp(p->text, text, length) == 0;
}

bool parley_lua_pattern_make(parley_lua_pattern **pattern, const char *text, size_t length, parley_error *err) {
  parley_lua_pattern *p = *pattern;
  if (parley_lua_pattern_is(p, text, length)) return true;
  if (p == NULL) {
    p = parley_alloc(NULL, sizeof *p);
    if (p == NULL) return parley_no_memory(err);
    p->text = NULL;
    p->room = 0;
    *pattern = p;
  }
  p->whole = false;
  p->whole = keep_text(p, text, length, err) && take_apart(p->text, length, p, err);
  return p->whole;
}

void parley_lua_pattern_free(parley_lua_pattern *pattern) {
  if (pattern == NULL) return;
  parley_alloc(pattern->text, 0);
  parley_alloc(pattern, 0);
}

bool parley_lua_pattern_match(const parley_lua_pattern *pattern, const char *text, size_t length, size_t at,
                              int64_t steps, bool *found, parley_lua_pattern_place *place, parley_error *err) {
  matcher m = {.pattern = pattern, .text = text, .end = text + length, .steps = steps};
  *found = false;
  for (const char *s = text + at; !*found && m.steps > 0; s++) {
    place->from = s;
    *found = match(&m, 0, s);
    if (pattern->anchored || s == m.end) break;
  }
  if (m.steps <= 0) return parley_fail_with(err, "bad_pattern.steps", "bytes=%zu", length);
  if (!*found) return true;
  place->to = m.stop;
  place->captures = pattern->captures;
  for (int i = 0; i < pattern->captures; i++) {
    place->capture_from[i] = m.from[i];
    place->capture_to[i] = m.to[i];
  }
  return true;
}

/* The budget grows with the text, so that a plain pattern never runs out of it. */
bool parley_lua_pattern_find(const parley_lua_pattern *pattern, const char *text, size_t length, bool *found,
                             parley_error *err) {
  parley_lua_pattern_place place;
  int64_t steps = PARLEY_LUA_PATTERN_STEPS + 16 * (int64_t)length;
  if (parley_lua_pattern_match(pattern, text, length, 0, steps, found, &place, err)) return true;
  return parley_fail_with(err, "bad_pattern.regexp_steps", "bytes=%zu", length);
}
