/* The best reading is chosen: sorted where several are equally firm. sqlite/readings.h has the rules. */
#include "sqlite/readings.h"

#include <math.h>
#include <string.h>

#include "base/merge_sort.h"
#include "sqlite/voice.h"

/* ---- voices ---- */

bool parley_reading_same_source(const parley_reading *a, const parley_reading *b) {
  return parley_voice_compare(parley_voice_source(a->voice), parley_voice_source(b->voice)) == 0 &&
         parley_voice_compare(parley_voice_coder(a->voice), parley_voice_coder(b->voice)) == 0;
}

/* ---- order ---- */

static sqlite3_int64 firmness(const parley_reading *r) { return parley_reading_firmness(r->weight); }

/* By voice, and within a voice by weight. */
static int by_voice(const void *left, const void *right) {
  const parley_reading *a = *(parley_reading *const *)left, *b = *(parley_reading *const *)right;
  int order = parley_voice_compare(a->voice, b->voice);
  return order != 0 ? order : (a->weight > b->weight) - (a->weight < b->weight);
}

/* By what is said, then by who says it first. */
static int by_origin(const void *left, const void *right) {
  const parley_reading *a = *(parley_reading *const *)left, *b = *(parley_reading *const *)right;
  int order = (a->says > b->says) - (a->says < b->says);
  if (order != 0) return order;
  return parley_voice_compare(parley_voice_origin(a->voice), parley_voice_origin(b->voice));
}

/* A total order of the readings of a group: places differ among claims, so that no two are level in all. */
bool parley_reading_is_before(const parley_reading *a, const parley_reading *b) {
  if (b == NULL) return true;
  if (firmness(a) != firmness(b)) return firmness(a) > firmness(b);
  int order = parley_voice_compare(a->voice, b->voice);
  return order != 0 ? order < 0 : a->weight > b->weight;
}

/* B3: `settled` is said as exactly as it was meant, and nothing lies within it; of the same extent, one that names a
   best value says more than one that does not. */
static bool is_within(const parley_reading *a, const parley_reading *b) {
  const parley_reading_extent *inner = &a->extent, *outer = &b->extent;
  if (outer->settled || inner->doubtful || inner->first < outer->first || inner->last > outer->last) return false;
  return inner->first > outer->first || inner->last < outer->last || (inner->centred && !outer->centred);
}

static bool fits(const parley_reading *r, const parley_reading *outer) {
  if (!r->extent.there || r->passed_over) return false;
  if (outer == NULL) return true;
  bool same_class = r->weight >> PARLEY_READING_CLASS == outer->weight >> PARLEY_READING_CLASS;
  return same_class && firmness(r) <= firmness(outer) && is_within(r, outer);
}

/* ---- choosing ---- */

/* Readings of one level, those within the one that was chosen before. */
typedef struct level {
  parley_reading **list;
  size_t count;
} level;

/* ---- coders ---- */

static bool is_ordered(parley_sql_text coder) {
  return coder.length > 0 && coder.bytes[0] == PARLEY_READING_ORDERED;
}

static bool is_preferred(const parley_reading *r) { return (r->weight >> PARLEY_READING_CLASS & 1) != 0; }

/* Whether a reading counts beside the one of its source that says whose coding is read. */
static bool is_read_beside(const parley_reading *r, const parley_reading *read) {
  if (parley_reading_same_source(r, read)) return true;
  bool decided = is_ordered(parley_voice_coder(read->voice)) || is_preferred(read);
  return !decided && parley_voice_coder(r->voice).length == 0;
}

/* By source, and of one source the reading first that says whose coding is read. */
static int by_coding(const void *left, const void *right) {
  const parley_reading *a = *(parley_reading *const *)left, *b = *(parley_reading *const *)right;
  int order = parley_voice_compare(parley_voice_source(a->voice), parley_voice_source(b->voice));
  if (order != 0) return order;
  parley_sql_text mine = parley_voice_coder(a->voice), others = parley_voice_coder(b->voice);
  if (is_ordered(mine) != is_ordered(others)) return is_ordered(mine) ? -1 : 1;
  order = is_ordered(mine) ? parley_voice_compare(mine, others) : 0;
  if (order != 0) return order;
  if (is_preferred(a) != is_preferred(b)) return is_preferred(a) ? -1 : 1;
  const sqlite3_int64 places = ((sqlite3_int64)1 << PARLEY_READING_PLACE) - 1;
  sqlite3_int64 at = a->weight & places, other_at = b->weight & places;
  return (at > other_at) - (at < other_at);
}

/* B0: passes over what other coders read in a source, with room for pointers to all readings in `l`. Fails without
   memory, and where the run is stopped. */
static bool read_one_coder(const parley_run *run, const parley_reading_list *all, level *l, parley_error *err) {
  l->count = 0;
  for (size_t i = 0; i < all->count; i++) {
    all->list[i].passed_over = false;
    if (all->list[i].extent.there) l->list[l->count++] = &all->list[i];
  }
  if (!parley_merge_sort(run, l->list, l->count, sizeof *l->list, by_coding, err)) return false;
  const parley_reading *read = NULL;
  for (size_t i = 0; i < l->count; i++) {
    parley_reading *r = l->list[i];
    bool is_first =
        read == NULL || parley_voice_compare(parley_voice_source(r->voice), parley_voice_source(read->voice)) != 0;
    if (is_first) read = r;
    r->passed_over = !is_read_beside(r, read);
  }
  return true;
}

/* ---- levels ---- */

/* B1: what each voice says in the end. Fails without memory, and where the run is stopped. */
static bool keep_last_words(const parley_run *run, level *l, parley_error *err) {
  if (!parley_merge_sort(run, l->list, l->count, sizeof *l->list, by_voice, err)) return false;
  size_t kept = 0;
  for (size_t i = 0; i < l->count; i++) {
    bool is_last = i + 1 == l->count || parley_voice_compare(l->list[i]->voice, l->list[i + 1]->voice) != 0;
    if (is_last) l->list[kept++] = l->list[i];
  }
  l->count = kept;
  return true;
}

static sqlite3_int64 top_of(const level *l) {
  sqlite3_int64 top = INT64_MIN;
  for (size_t i = 0; i < l->count; i++) top = firmness(l->list[i]) > top ? firmness(l->list[i]) : top;
  return top;
}

static void keep_firmest(level *l, sqlite3_int64 top) {
  size_t kept = 0;
  for (size_t i = 0; i < l->count; i++) {
    if (firmness(l->list[i]) == top) l->list[kept++] = l->list[i];
  }
  l->count = kept;
}

/* By hash, which 64 bits make as good as the value: all readings that say the same were given the same one. */
static bool is_agreed(const level *l) {
  for (size_t i = 1; i < l->count; i++) {
    if (l->list[i]->says != l->list[0]->says) return false;
  }
  return true;
}

/* B2: counts the origins of each reading. */
static bool count_origins(const parley_run *run, level *l, parley_error *err) {
  if (!parley_merge_sort(run, l->list, l->count, sizeof *l->list, by_origin, err)) return false;
  for (size_t from = 0, to; from < l->count; from = to) {
    size_t origins = 1;
    for (to = from + 1; to < l->count && l->list[to]->says == l->list[from]->says; to++) {
      parley_sql_text before = parley_voice_origin(l->list[to - 1]->voice);
      origins += parley_voice_compare(before, parley_voice_origin(l->list[to]->voice)) != 0;
    }
    for (size_t i = from; i < to; i++) l->list[i]->origins = origins;
  }
  return true;
}

/* Keeps what most origins give, and of that what no other says more exactly. */
static void keep_most_given(level *l) {
  size_t most = 0, kept = 0, left = 0;
  for (size_t i = 0; i < l->count; i++) most = l->list[i]->origins > most ? l->list[i]->origins : most;
  for (size_t i = 0; i < l->count; i++) {
    if (l->list[i]->origins == most) l->list[kept++] = l->list[i];
  }
  for (size_t i = 0; i < kept; i++) {
    bool displaced = false;
    for (size_t j = 0; j < kept && !displaced; j++) displaced = is_within(l->list[j], l->list[i]);
    l->list[i]->origins = displaced ? 0 : most;
  }
  for (size_t i = 0; i < kept; i++) {
    if (l->list[i]->origins > 0) l->list[left++] = l->list[i];
  }
  l->count = left;
}

/* B4: the hull of an amount, where it may be told. */
static void take_hull(parley_readings *all, const level *l) {
  all->hull_low = INFINITY;
  all->hull_high = -INFINITY;
  for (size_t i = 0; i < l->count; i++) {
    const parley_reading_extent *e = &l->list[i]->extent;
    if (e->beside != l->list[0]->extent.beside) return;
    all->hull_low = fmin(all->hull_low, e->first);
    all->hull_high = fmax(all->hull_high, e->last);
  }
  all->has_hull = true;
}

/* The best of a level; it may be a tie. */
static bool best_of(parley_readings *all, const parley_run *run, level *l, parley_reading **out, parley_error *err) {
  if (!keep_last_words(run, l, err)) return false;
  sqlite3_int64 top = top_of(l);
  level firmest = *l;
  if (all->kind != PARLEY_READING_STATE && !count_origins(run, l, err)) return false;
  keep_firmest(&firmest, top);
  if (all->kind == PARLEY_READING_STATE && !count_origins(run, &firmest, err)) return false;
  keep_most_given(&firmest);
  *out = NULL;
  for (size_t i = 0; i < firmest.count; i++) {
    if (parley_reading_is_before(firmest.list[i], *out)) *out = firmest.list[i];
  }
  if (!is_agreed(&firmest) && all->are_amounts) take_hull(all, &firmest);
  return true;
}

/* Puts what fits at one level into `l`; where one alone is firmest, or none is there, *out is it at once. */
static bool is_plain(const parley_reading_list *all, const parley_reading *outer, level *l, parley_reading **out) {
  parley_reading *first = NULL;
  bool alone = true;
  l->count = 0;
  for (size_t i = 0; i < all->count; i++) {
    parley_reading *r = &all->list[i];
    if (!fits(r, outer)) continue;
    l->list[l->count++] = r;
    if (first == NULL || firmness(r) > firmness(first)) {
      first = r;
      alone = true;
    } else if (firmness(r) == firmness(first)) {
      alone = false;
    }
  }
  *out = first;
  return alone;
}

bool parley_readings_choose(parley_readings *all, parley_reading_list *list, const parley_run *run,
                            parley_reading **out, parley_error *err) {
  parley_reading *few[PARLEY_READINGS_FEW], *next = NULL;
  *out = NULL;
  level l = {.list = few};
  if (list->count > PARLEY_READINGS_FEW) l.list = sqlite3_malloc64(list->count * sizeof *l.list);
  if (l.list == NULL) return parley_no_memory(err);
  bool done = !parley_readings_have_several_coders(all) || read_one_coder(run, list, &l, err);
  while (done) {
    done = is_plain(list, *out, &l, &next) || best_of(all, run, &l, &next, err);
    if (!done || next == NULL) break;
    *out = next;
    if (all->has_hull) break;
  }
  if (l.list != few) sqlite3_free(l.list);
  return done;
}
