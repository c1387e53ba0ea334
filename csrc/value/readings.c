/* Readings are chosen from: sorted where several are equally firm. What each of the others lost by is noted on the way,
   so that saying why decides nothing again. value/readings.h has the rules. */
#include "value/readings.h"

#include <math.h>

#include "base/memory.h"
#include "base/merge_sort.h"

/* ---- voices ---- */

/* Whether two readings are of one source, as one coder reads it. */
static bool is_of_same_source(const parley_reading *a, const parley_reading *b) {
  return parley_voice_compare(parley_voice_source(a->voice), parley_voice_source(b->voice)) == 0 &&
         parley_voice_compare(parley_voice_coder(a->voice), parley_voice_coder(b->voice)) == 0;
}

/* ---- order ---- */

static int64_t firmness(const parley_reading *r) { return parley_reading_firmness(r->weight); }

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
  if (!r->extent.there || r->left_out || r->passed_over) return false;
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

static void lose(parley_reading *r, parley_reading_loss loss, const parley_reading *by) {
  r->loss = loss;
  r->by = by;
}

/* ---- coders ---- */

static bool is_ordered(parley_voice coder) {
  return coder.length > 0 && coder.bytes[0] == PARLEY_READING_ORDERED;
}

static bool is_preferred(const parley_reading *r) { return (r->weight >> PARLEY_READING_CLASS & 1) != 0; }

/* Whether a reading counts beside the one of its source that says whose coding is read. */
static bool is_read_beside(const parley_reading *r, const parley_reading *read) {
  if (is_of_same_source(r, read)) return true;
  bool decided = is_ordered(parley_voice_coder(read->voice)) || is_preferred(read);
  return !decided && parley_voice_coder(r->voice).length == 0;
}

/* Whether of two readings of one source the coding of the first is read, below 0, or that of the other one, above 0;
   *by is what decides. */
static int compare_codings(const parley_reading *a, const parley_reading *b, parley_reading_coding *by) {
  *by = PARLEY_READING_CODING_COUNTS;
  if (a->left_out != b->left_out) return a->left_out ? 1 : -1;
  *by = PARLEY_READING_CODING_IN_ORDER;
  parley_voice mine = parley_voice_coder(a->voice), others = parley_voice_coder(b->voice);
  if (is_ordered(mine) != is_ordered(others)) return is_ordered(mine) ? -1 : 1;
  int order = is_ordered(mine) ? parley_voice_compare(mine, others) : 0;
  if (order != 0) return order;
  *by = PARLEY_READING_CODING_PREFERRED;
  if (is_preferred(a) != is_preferred(b)) return is_preferred(a) ? -1 : 1;
  *by = PARLEY_READING_CODING_FIRST;
  const int64_t places = ((int64_t)1 << PARLEY_READING_PLACE) - 1;
  int64_t at = a->weight & places, other_at = b->weight & places;
  return (at > other_at) - (at < other_at);
}

parley_reading_coding parley_reading_why_coding(const parley_reading *read, const parley_reading *passed_over) {
  parley_reading_coding by;
  return compare_codings(read, passed_over, &by) <= 0 ? by : PARLEY_READING_CODING_BESIDE;
}

/* By source, and of one source the reading first that says whose coding is read. */
static int by_coding(const void *left, const void *right) {
  const parley_reading *a = *(parley_reading *const *)left, *b = *(parley_reading *const *)right;
  parley_reading_coding by;
  int order = parley_voice_compare(parley_voice_source(a->voice), parley_voice_source(b->voice));
  return order != 0 ? order : compare_codings(a, b, &by);
}

/* B0: passes over what other coders read in a source, with room for pointers to all readings in `l`. Fails without
   memory, and where the run is stopped. */
static bool read_one_coder(const parley_reading_choice *c, const parley_run *run, level *l, parley_error *err) {
  l->count = 0;
  for (size_t i = 0; i < c->count; i++) {
    if (c->list[i].extent.there) l->list[l->count++] = &c->list[i];
  }
  if (!parley_merge_sort(run, l->list, l->count, sizeof *l->list, by_coding, err)) return false;
  const parley_reading *read = NULL;
  for (size_t i = 0; i < l->count; i++) {
    parley_reading *r = l->list[i];
    bool is_first =
        read == NULL || parley_voice_compare(parley_voice_source(r->voice), parley_voice_source(read->voice)) != 0;
    if (is_first) read = r;
    r->passed_over = !is_read_beside(r, read);
    if (r->passed_over) r->by = read;
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
    else lose(l->list[i], PARLEY_READING_OVERTAKEN, l->list[i + 1]);
  }
  l->count = kept;
  return true;
}

static int64_t top_of(const level *l) {
  int64_t top = INT64_MIN;
  for (size_t i = 0; i < l->count; i++) top = firmness(l->list[i]) > top ? firmness(l->list[i]) : top;
  return top;
}

static void keep_firmest(level *l, int64_t top) {
  size_t kept = 0;
  for (size_t i = 0; i < l->count; i++) {
    if (firmness(l->list[i]) == top) l->list[kept++] = l->list[i];
    else lose(l->list[i], PARLEY_READING_WEAKER, NULL);
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
      parley_voice before = parley_voice_origin(l->list[to - 1]->voice);
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
    else lose(l->list[i], PARLEY_READING_RARER, NULL);
  }
  for (size_t i = 0; i < kept; i++) {
    bool displaced = false;
    for (size_t j = 0; j < kept && !displaced; j++) {
      displaced = is_within(l->list[j], l->list[i]);
      if (displaced) lose(l->list[i], PARLEY_READING_WIDER, l->list[j]);
    }
    l->list[i]->origins = displaced ? 0 : most;
  }
  for (size_t i = 0; i < kept; i++) {
    if (l->list[i]->origins > 0) l->list[left++] = l->list[i];
  }
  l->count = left;
}

/* B4: the hull of an amount, where it may be told. */
static void take_hull(parley_reading_choice *c, const level *l) {
  c->low = INFINITY;
  c->high = -INFINITY;
  for (size_t i = 0; i < l->count; i++) {
    const parley_reading_extent *e = &l->list[i]->extent;
    if (e->beside != l->list[0]->extent.beside) return;
    c->low = fmin(c->low, e->first);
    c->high = fmax(c->high, e->last);
  }
  c->has_hull = true;
}

/* Those of a level that nothing has decided between, when they do not say the same. */
static void note_tie(parley_reading_choice *c, const level *l) {
  for (size_t i = 0; i < c->count; i++) c->list[i].tied = false;
  for (size_t i = 0; i < l->count; i++) l->list[i]->tied = true;
}

/* The best of a level; it may be a tie. */
static bool best_of(parley_reading_choice *c, const parley_run *run, level *l, parley_reading **out,
                    parley_error *err) {
  if (!keep_last_words(run, l, err)) return false;
  int64_t top = top_of(l);
  level firmest = *l;
  if (!c->is_state && !count_origins(run, l, err)) return false;
  keep_firmest(&firmest, top);
  if (c->is_state && !count_origins(run, &firmest, err)) return false;
  keep_most_given(&firmest);
  *out = NULL;
  for (size_t i = 0; i < firmest.count; i++) {
    if (parley_reading_is_before(firmest.list[i], *out)) *out = firmest.list[i];
  }
  for (size_t i = 0; i < firmest.count; i++) lose(firmest.list[i], PARLEY_READING_BEHIND, NULL);
  if (is_agreed(&firmest)) return true;
  note_tie(c, &firmest);
  if (c->are_amounts) take_hull(c, &firmest);
  return true;
}

/* Puts what fits at one level into `l`; where one alone is firmest, or none is there, *out is it at once. */
static bool is_plain(const parley_reading_choice *c, const parley_reading *outer, level *l, parley_reading **out) {
  parley_reading *first = NULL;
  bool alone = true;
  l->count = 0;
  for (size_t i = 0; i < c->count; i++) {
    parley_reading *r = &c->list[i];
    if (!fits(r, outer)) continue;
    l->list[l->count++] = r;
    lose(r, PARLEY_READING_WEAKER, NULL);
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

/* Who won a level is who its others lost to, and what the level before was won by is wider. */
static void end_level(const parley_reading_choice *c, parley_reading *before, parley_reading *won) {
  lose(won, PARLEY_READING_NO_LOSS, NULL);
  for (size_t i = 0; i < c->count; i++) {
    parley_reading *r = &c->list[i];
    if (r->loss != PARLEY_READING_NO_LOSS && r->by == NULL) r->by = won;
  }
  if (before != NULL) lose(before, PARLEY_READING_WIDER, won);
}

static void clear(parley_reading_choice *c) {
  c->has_hull = false;
  c->shown = NULL;
  for (size_t i = 0; i < c->count; i++) {
    parley_reading *r = &c->list[i];
    lose(r, PARLEY_READING_NO_LOSS, NULL);
    r->passed_over = r->tied = false;
  }
}

/* Room for pointers to all readings: `few`, if they are; NULL without memory. */
enum { FEW = 8 };

static bool make_room(const parley_reading_choice *c, parley_reading **few, level *l, parley_error *err) {
  l->list = few;
  if (c->count > FEW) l->list = parley_alloc(NULL, c->count * sizeof *l->list);
  return l->list != NULL || parley_no_memory(err);
}

static void give_room(level *l, parley_reading **few) {
  if (l->list != few) parley_alloc(l->list, 0);
}

bool parley_reading_read_coders(parley_reading_choice *c, const parley_run *run, parley_error *err) {
  parley_reading *few[FEW];
  level l;
  clear(c);
  if (!c->several_coders) return true;
  if (!make_room(c, few, &l, err)) return false;
  bool done = read_one_coder(c, run, &l, err);
  give_room(&l, few);
  return done;
}

void parley_reading_show_beside(parley_reading_choice *c, parley_reading *shown) {
  c->shown = shown;
  for (size_t i = 0; i < c->count; i++) {
    parley_reading *r = &c->list[i];
    bool same_source = parley_voice_compare(parley_voice_source(r->voice), parley_voice_source(shown->voice)) == 0;
    if (!same_source || !r->extent.there || !c->several_coders) continue;
    r->passed_over = !is_read_beside(r, shown);
    r->by = r->passed_over ? shown : NULL;
  }
}

bool parley_reading_choose(parley_reading_choice *c, const parley_run *run, parley_error *err) {
  parley_reading *few[FEW], *next = NULL;
  level l;
  clear(c);
  if (!make_room(c, few, &l, err)) return false;
  bool done = !c->several_coders || read_one_coder(c, run, &l, err);
  while (done && !c->has_hull) {
    done = is_plain(c, c->shown, &l, &next) || best_of(c, run, &l, &next, err);
    if (!done || next == NULL) break;
    end_level(c, c->shown, next);
    c->shown = next;
  }
  give_room(&l, few);
  return done;
}

/* ---- beside ---- */

static bool is_same_amount(const parley_reading_extent *a, const parley_reading_extent *b) {
  return a->there && b->there &&
         !(a->first < b->first || a->first > b->first || a->last < b->last || a->last > b->last);
}

const parley_reading *parley_reading_beside(const parley_reading_choice *c, parley_reading_has *has, const void *data) {
  const parley_reading *own = NULL, *same = NULL, *shown = c->shown;
  if (has(data, (size_t)(shown - c->list))) return shown;
  for (size_t i = 0; i < c->count; i++) {
    const parley_reading *r = &c->list[i];
    if (r->left_out || !has(data, i)) continue;
    if (is_of_same_source(r, shown) && parley_reading_is_before(r, own)) own = r;
    if (is_same_amount(&r->extent, &shown->extent) && parley_reading_is_before(r, same)) same = r;
  }
  return own != NULL ? own : same;
}

/* ---- why ---- */

/* Of a reading that is as firm as the one that is shown, or firmer, and agrees with it less exactly or not at all. */
static parley_reading_reason reason_of_loss(const parley_reading *r) {
  switch (r->loss) {
    case PARLEY_READING_WEAKER: return PARLEY_READING_IS_WEAKER;
    case PARLEY_READING_OVERTAKEN: return PARLEY_READING_SAID_LAST;
    case PARLEY_READING_RARER: return PARLEY_READING_IS_RARER;
    case PARLEY_READING_WIDER:
      return firmness(r->by) < firmness(r) ? PARLEY_READING_IS_WIDER_AND_FIRMER : PARLEY_READING_IS_WIDER;
    default: return r->tied ? PARLEY_READING_IN_TIE : PARLEY_READING_IS_SHOWN;
  }
}

/* What holds wherever a reading stands: it does not count, is not read, or is weaker by itself. IS_SHOWN: no. */
static parley_reading_reason plain_reason(const parley_reading *shown, const parley_reading *r,
                                          const parley_reading **against) {
  *against = r->passed_over ? r->by : shown;
  if (r->left_out) return PARLEY_READING_DOES_NOT_COUNT;
  if (r->passed_over) return PARLEY_READING_NOT_READ;
  if (shown == NULL) return PARLEY_READING_NONE_SHOWN;
  return firmness(r) < firmness(shown) ? PARLEY_READING_IS_WEAKER : PARLEY_READING_IS_SHOWN;
}

static bool said_later(const parley_reading *shown, const parley_reading *r) {
  return parley_voice_compare(r->voice, shown->voice) == 0 && firmness(r) == firmness(shown) &&
         r->weight < shown->weight;
}

parley_reading_reason parley_reading_why(const parley_reading_choice *c, const parley_reading *r,
                                         const parley_reading **against) {
  const parley_reading *shown = c->shown;
  parley_reading_reason reason = plain_reason(shown, r, against);
  if (reason != PARLEY_READING_IS_SHOWN) return reason;
  if (c->has_hull && r->tied) return PARLEY_READING_IN_HULL;
  if (r->says == shown->says) return PARLEY_READING_IS_SHOWN;
  if (said_later(shown, r)) return PARLEY_READING_SAID_LAST;
  if (is_within(shown, r)) {
    return firmness(shown) < firmness(r) ? PARLEY_READING_IS_WIDER_AND_FIRMER : PARLEY_READING_IS_WIDER;
  }
  if (r->by != NULL) *against = r->by;
  return reason_of_loss(r);
}

parley_reading_reason parley_reading_why_beside(const parley_reading *shown, const parley_reading *r,
                                                const parley_reading **against) {
  parley_reading_reason reason = plain_reason(shown, r, against);
  if (reason != PARLEY_READING_IS_SHOWN || r->says == shown->says) return reason;
  return said_later(shown, r) ? PARLEY_READING_SAID_LAST : PARLEY_READING_IS_BESIDE_ANOTHER;
}
