/*
** Halves are sorted and merged, the left one out of the way in a spare room. Halves that follow each other already are
** left alone, so that what is in order costs a comparison for each item.
**
** Cost: n log2 n comparisons at most, n - 1 where the items are in order, and half of their memory. Recursion is log2 n
** deep, so 40 for any array that fits a machine.
*/
#include "base/merge_sort.h"

#include <string.h>

/* Comparisons between two questions whether to give up: some tenths of a millisecond. */
enum { COMPARISONS_PER_LOOK = 16384 };

typedef struct sorting {
  const parley_run *run; /* asked whether to give up; NULL: never */
  size_t size; /* of an item, in bytes */
  parley_merge_comparison *compare; /* NULL: `order` compares */
  parley_merge_order *order;
  const void *with;
  char *spare; /* room for half of the items */
  unsigned looks; /* merged items so far, modulo 2^32: only its remainder counts */
  parley_error *err; /* why it was given up */
} sorting;

static inline int compare(const sorting *s, const void *left, const void *right) {
  return s->compare != NULL ? s->compare(left, right) : s->order(left, right, s->with);
}

/* Counts first, so that a small sort never looks at the clock. */
static bool goes_on(sorting *s) {
  return ++s->looks % COMPARISONS_PER_LOOK != 0 || !parley_run_stopped(s->run, s->err);
}

/* Merges `left` items and those that follow them up to `end`. Taking the left one of equal items keeps their order.
   The right half is never overwritten before it is read: there are always as many free places as items left in the
   spare room. */
static bool merge(sorting *s, char *items, size_t left, char *end) {
  char *from = s->spare, *from_end = from + left * s->size, *right = items + left * s->size, *to = items;
  if (compare(s, right - s->size, right) <= 0) return goes_on(s);
  memcpy(from, items, left * s->size);
  for (; from < from_end && right < end; to += s->size) {
    if (!goes_on(s)) return false;
    char **next = compare(s, from, right) <= 0 ? &from : &right;
    memcpy(to, *next, s->size);
    *next += s->size;
  }
  memcpy(to, from, (size_t)(from_end - from)); /* what is left of the right half is in its place */
  return true;
}

static bool sort(sorting *s, char *items, size_t count) {
  if (count < 2) return true;
  size_t left = count / 2;
  return sort(s, items, left) && sort(s, items + left * s->size, count - left) &&
         merge(s, items, left, items + count * s->size);
}

bool parley_merge_sort(const parley_run *run, void *items, size_t count, size_t size, parley_merge_comparison *by,
                       parley_error *err) {
  sorting s = {.run = run, .size = size, .compare = by, .err = err};
  if (count < 2) return true;
  s.spare = parley_alloc(NULL, count / 2 * size);
  if (s.spare == NULL) return parley_no_memory(err);
  bool done = sort(&s, items, count);
  parley_alloc(s.spare, 0);
  return done;
}

void parley_merge_sort_in(void *spare, void *items, size_t count, size_t size, parley_merge_order *order,
                          const void *with) {
  sorting s = {.size = size, .order = order, .with = with, .spare = spare};
  sort(&s, items, count);
}
