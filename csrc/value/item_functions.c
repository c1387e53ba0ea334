/* Functions of lists that are one text, its items separated as in text_item.h: references that take several are such.
   Items are compared byte by byte. Quotes mean nothing here, since no id holds what stands between items. */
#include <string.h>

#include "value/functions.h"
#include "value/text_item.h"

enum { GAP = sizeof PARLEY_TEXT_ITEM_GAP - 1 };

/* What is left of a list, and whether there is anything: the text behind a gap at the end is an item too. */
typedef struct rest {
  const char *at;
  size_t length;
  bool more;
} rest;

typedef struct item {
  const char *bytes;
  size_t length;
} item;

static rest all_of(const parley_value *list) { return (rest){list->text, list->length, true}; }

/* The length of the first item: up to the gap, or all there is. memchr carries most of the way. */
static size_t first_length(const rest *list) {
  const char *from = list->at, *end = list->at + list->length;
  while (end - from >= GAP) {
    const char *found = memchr(from, PARLEY_TEXT_ITEM_GAP[0], (size_t)(end - from));
    if (found == NULL || end - found < GAP) break;
    if (memcmp(found, PARLEY_TEXT_ITEM_GAP, GAP) == 0) return (size_t)(found - list->at);
    from = found + 1;
  }
  return list->length;
}

static item next(rest *list) {
  size_t length = first_length(list);
  item first = {list->at, length};
  list->more = length < list->length;
  if (!list->more) return first;
  list->at += length + GAP;
  list->length -= length + GAP;
  return first;
}

static bool same(item a, item b) {
  return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* Lists hold a few items each, so that looking through one for each item of the other is the least work. */
static bool has(const parley_value *list, item wanted) {
  for (rest left = all_of(list); left.more;) {
    if (same(next(&left), wanted)) return true;
  }
  return false;
}

/* Every item of the second list stands in the first. */
bool parley_call_includes(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                          parley_error *err) {
  (void)count, (void)room, (void)err;
  for (rest wanted = all_of(&args[1]); wanted.more;) {
    if (!has(&args[0], next(&wanted))) return parley_scalar_give_boolean(out, false);
  }
  return parley_scalar_give_boolean(out, true);
}

/* One item stands in both. */
bool parley_call_shares(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                        parley_error *err) {
  (void)count, (void)room, (void)err;
  for (rest wanted = all_of(&args[1]); wanted.more;) {
    if (has(&args[0], next(&wanted))) return parley_scalar_give_boolean(out, true);
  }
  return parley_scalar_give_boolean(out, false);
}

bool parley_call_items(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                       parley_error *err) {
  int64_t number = 0;
  (void)count, (void)room, (void)err;
  for (rest left = all_of(&args[0]); left.more; number++) next(&left);
  return parley_scalar_give_integer(out, number);
}

bool parley_call_item(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  int64_t wanted = args[1].integer, number = 1;
  (void)count, (void)room, (void)err;
  for (rest left = all_of(&args[0]); left.more && number <= wanted; number++) {
    item one = next(&left);
    if (number == wanted) return parley_scalar_give_text(out, one.bytes, one.length);
  }
  return true;
}
