/* Functions of text: replacing, splitting, beginnings and ends, padding, patterns. All compare byte by byte. */
#include <string.h>

#include "base/substring.h"
#include "value/clean.h"
#include "value/collation.h"
#include "value/fold.h"
#include "value/functions.h"
#include "value/lua_pattern.h"
#include "value/scalar_semantics.h"

/* ---- replacing ---- */

typedef struct part {
  const char *bytes;
  size_t length;
} part;

static part part_of(const parley_value *value) { return (part){value->text, value->length}; }

/* How often a part stands in a text, counted without overlaps. */
static size_t occurrences(const parley_substring *substring, part text) {
  size_t count = 0, at;
  while ((at = parley_substring_find(substring, text.bytes, text.length)) <= text.length) {
    text.bytes += at + substring->length;
    text.length -= at + substring->length;
    count++;
  }
  return count;
}

static char *append(char *to, const char *bytes, size_t length) {
  if (length > 0) memcpy(to, bytes, length);
  return to + length;
}

static size_t write_replaced(const parley_substring *substring, part text, part by, char *out) {
  char *to = out;
  size_t at;
  while ((at = parley_substring_find(substring, text.bytes, text.length)) <= text.length) {
    to = append(to, text.bytes, at);
    to = append(to, by.bytes, by.length);
    text.bytes += at + substring->length;
    text.length -= at + substring->length;
  }
  to = append(to, text.bytes, text.length);
  return (size_t)(to - out);
}

/* Found twice, counted and then written, so that the room is taken once and a result that is too long is refused before
   any of it is made. The division keeps the product from overflowing. */
bool parley_call_replace(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                         parley_error *err) {
  part text = part_of(&args[0]), old = part_of(&args[1]), by = part_of(&args[2]);
  (void)count;
  if (old.length == 0) return parley_scalar_give_text(out, text.bytes, text.length);
  parley_substring substring = parley_substring_make(old.bytes, old.length, false);
  size_t found = occurrences(&substring, text);
  if (found == 0) return parley_scalar_give_text(out, text.bytes, text.length);
  bool too_long = by.length > PARLEY_SCALAR_LONGEST / found;
  size_t length = too_long ? PARLEY_SCALAR_LONGEST + 1 : text.length - found * old.length + found * by.length;
  char *to = parley_scalar_room_for(room, length, err);
  if (to == NULL) return false;
  return parley_scalar_give_text(out, to, write_replaced(&substring, text, by, to));
}

/* ---- splitting ---- */

/* Part `n` of the text, from 0; false where there are fewer. */
static bool find_part(const parley_substring *separator, part text, uint64_t n, part *out) {
  size_t at;
  for (;; n--) {
    at = parley_substring_find(separator, text.bytes, text.length);
    *out = (part){text.bytes, at <= text.length ? at : text.length};
    if (n == 0) return true;
    if (at > text.length) return false;
    text.bytes += at + separator->length;
    text.length -= at + separator->length;
  }
}

/* From the end, -1 is the last part: the count of parts turns it into a number from the start. An empty separator
   splits nothing. */
bool parley_call_split_part(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                            parley_error *err) {
  part text = part_of(&args[0]), found;
  int64_t n = args[2].integer;
  (void)count, (void)room, (void)err;
  bool whole = args[1].length == 0;
  parley_substring separator = parley_substring_make(args[1].text, args[1].length, false);
  if (n < 0) n += 1 + (int64_t)(whole ? 1 : occurrences(&separator, text) + 1);
  if (n < 1 || (whole && n > 1)) return true;
  if (whole) found = text;
  else if (!find_part(&separator, text, (uint64_t)n - 1, &found)) return true;
  return parley_scalar_give_text(out, found.bytes, found.length);
}

/* ---- beginnings and ends ---- */

bool parley_call_starts_with(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                             parley_error *err) {
  part text = part_of(&args[0]), start = part_of(&args[1]);
  (void)count, (void)room, (void)err;
  bool holds = text.length >= start.length && (start.length == 0 || memcmp(text.bytes, start.bytes, start.length) == 0);
  return parley_scalar_give_boolean(out, holds);
}

/* memcmp must not get NULL, which an empty text may have for bytes, even for no bytes at all. */
bool parley_call_ends_with(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                           parley_error *err) {
  part text = part_of(&args[0]), end = part_of(&args[1]);
  (void)count, (void)room, (void)err;
  if (text.length < end.length) return parley_scalar_give_boolean(out, false);
  const char *tail = text.bytes + (text.length - end.length);
  return parley_scalar_give_boolean(out, end.length == 0 || memcmp(tail, end.bytes, end.length) == 0);
}

/* ---- padding ---- */

static int64_t characters(part text) {
  const char *end = text.bytes + text.length;
  int64_t count = 0;
  for (const char *p = text.bytes; p < end; count++) p = parley_text_next(p, end);
  return count;
}

/* Bytes of the first `count` characters; all where there are fewer. */
static size_t bytes_of_characters(part text, int64_t count) {
  const char *p = text.bytes, *end = p + text.length;
  for (; count > 0 && p < end; count--) p = parley_text_next(p, end);
  return (size_t)(p - text.bytes);
}

/* `wanted` characters of the filling, again and again. */
static char *write_filling(part filling, int64_t each, int64_t wanted, char *to) {
  for (; wanted >= each; wanted -= each) to = append(to, filling.bytes, filling.length);
  return append(to, filling.bytes, bytes_of_characters(filling, wanted));
}

/* Counted in characters; a text that is longer is cut to its first ones. The bound is tested by a division, as filling
   times characters may overflow. */
bool parley_call_lpad(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  static const part blank = {" ", 1};
  part text = part_of(&args[0]), filling = count > 2 ? part_of(&args[2]) : blank;
  int64_t wanted = args[1].integer, missing = wanted - (wanted > 0 ? characters(text) : 0);
  if (missing <= 0 || filling.length == 0)
    return parley_scalar_give_text(out, text.bytes, bytes_of_characters(text, wanted));
  int64_t each = characters(filling), most = PARLEY_SCALAR_LONGEST;
  bool too_long = missing / each >= most / (int64_t)filling.length;
  size_t room_needed =
      too_long ? PARLEY_SCALAR_LONGEST + 1 : (size_t)(missing / each + 1) * filling.length + text.length;
  char *bytes = parley_scalar_room_for(room, room_needed, err);
  if (bytes == NULL) return false;
  char *end = append(write_filling(filling, each, missing, bytes), text.bytes, text.length);
  return parley_scalar_give_text(out, bytes, (size_t)(end - bytes));
}

/* ---- folding ---- */

bool parley_call_fold(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  (void)count;
  char *bytes = parley_scalar_room_for(room, args[0].length * PARLEY_FOLD_GROWTH + 1, err);
  return bytes != NULL && parley_scalar_give_text(out, bytes, parley_fold(args[0].text, args[0].length, bytes));
}

bool parley_call_nfc(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                     parley_error *err) {
  (void)count;
  char *bytes = parley_scalar_room_for(room, args[0].length * PARLEY_CLEAN_GROWTH + 1, err);
  if (bytes == NULL) return false;
  return parley_scalar_give_text(out, bytes, parley_clean_compose(args[0].text, args[0].length, bytes));
}

/* The root's order where no language is given. A key that is longer than most asks for its room and is made again. */
bool parley_call_sortkey(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                         parley_error *err) {
  part text = part_of(&args[0]), language = count > 1 ? part_of(&args[1]) : (part){"", 0};
  const void *collator = parley_collation_find(language.bytes, language.length, err);
  if (collator == NULL) return false;
  size_t wanted = parley_collation_room(text.length), digits = 0;
  char *bytes = NULL;
  while (digits == 0 && wanted > 0) {
    size_t size = wanted;
    bytes = parley_scalar_room_for(room, size, err);
    if (bytes == NULL) return false;
    digits = parley_collation_key(collator, text.bytes, text.length, bytes, size, &wanted, err);
  }
  return digits > 0 && parley_scalar_give_text(out, bytes, digits);
}

/* ---- patterns ---- */

/* Whether a pattern ends with an escape that escapes nothing: escapes are counted from the left. */
static bool ends_with_escape(part pattern, part escape) {
  const char *p = pattern.bytes, *end = p + pattern.length;
  while (p < end) {
    if ((size_t)(end - p) < escape.length || memcmp(p, escape.bytes, escape.length) != 0) {
      p = parley_text_next(p, end);
      continue;
    }
    p += escape.length;
    if (p >= end) return true;
    p = parley_text_next(p, end);
  }
  return false;
}

/* The limits and refusals are those of SQLite's LIKE, so that both engines refuse the same patterns. */
bool parley_call_like_escape(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                             parley_error *err) {
  part text = part_of(&args[0]), pattern = part_of(&args[1]), escape = part_of(&args[2]);
  (void)count, (void)room;
  if (pattern.length > PARLEY_TEXT_LIKE_LIMIT)
    return parley_fail_with(err, "bad_pattern.like_long", "most=%d", PARLEY_TEXT_LIKE_LIMIT);
  if (characters(escape) != 1)
    return parley_fail_with(err, "bad_pattern.like_escape", "escape=%.*s", escape.length < 40 ? (int)escape.length : 40,
                            escape.bytes);
  if (ends_with_escape(pattern, escape)) return parley_fail_key(err, "bad_pattern.like_end");
  return parley_scalar_give_boolean(out, parley_text_like_escaped(pattern.bytes, pattern.length, text.bytes,
                                                                  text.length, escape.bytes, escape.length));
}

/* The pattern of this text: one that is kept, or made in the place that comes after the last one asked for, so that as
   many patterns as there are places, in any turns, are taken apart once each. */
static const parley_lua_pattern *pattern_of(parley_scalar_room *room, const char *text, size_t length,
                                            parley_error *err) {
  for (int k = 0; k < PARLEY_SCALAR_PATTERNS; k++) {
    int at = (room->last + k) % PARLEY_SCALAR_PATTERNS;
    if (!parley_lua_pattern_is(room->pattern[at], text, length)) continue;
    room->last = at;
    return room->pattern[at];
  }
  room->last = (room->last + 1) % PARLEY_SCALAR_PATTERNS;
  return parley_lua_pattern_make(&room->pattern[room->last], text, length, err) ? room->pattern[room->last] : NULL;
}

bool parley_call_regexp(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                        parley_error *err) {
  bool found;
  (void)count;
  const parley_lua_pattern *pattern = pattern_of(room, args[1].text, args[1].length, err);
  return pattern != NULL && parley_lua_pattern_find(pattern, args[0].text, args[0].length, &found, err) &&
         parley_scalar_give_boolean(out, found);
}
