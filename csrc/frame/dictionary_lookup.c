/*
** A table is filled in three sweeps: hashes; (tag, code) pairs scattered to their sections, in the order of the codes;
** then section by section, so that a section's slots stay in the cache. The first of equal texts comes first.
**
** R1  Sections are written by one thread each, and (tag, code) pairs of a section stand in the order of codes: so the
**     first of equal texts is found first whatever the number of threads.
** R2  A section of about 8192 entries has 16384 slots of 8 bytes: 128 kB, which a second-level cache holds. Only
**     dictionaries of more than 16 million entries have larger ones.
*/
#include "frame/dictionary_lookup.h"

#include <stdatomic.h>
#include <string.h>

#include "base/threads.h"

enum {
  COPY_GRAIN = 16384, /* texts a part */
  HASH_GRAIN = 16384, /* texts a part; parts grow beyond where there would be over MOST_PARTS */
  MOST_PARTS = 64, /* bounds the table of counts: parts × sections */
  SECTION_ENTRIES = 8192, /* about so many in a section */
  MOST_SECTION_BITS = 11, /* 2048 sections; scattering to more would miss the cache at each pair */
  AHEAD = 32 /* texts whose memory is asked for together, some times the misses a core can have under way */
};

typedef struct section {
  int64_t start; /* of its slots */
  uint32_t mask; /* number of its slots, a power of two, less 1 */
} section;

/* ---- picking entries ---- */

typedef struct picking {
  const parley_dictionary *from; /* the source, which nobody writes to */
  const int32_t *origin; /* the entry of `from` for each entry made */
  parley_dictionary *out; /* laid out already: parts write disjoint ranges */
} picking;

static bool copy_texts(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const picking *p = data;
  const int64_t *source = parley_dictionary_offsets(p->from), *target = parley_dictionary_offsets(p->out);
  const unsigned char *bytes = p->from->bytes.data;
  unsigned char *out = p->out->bytes.data;
  for (int64_t i = from; i < to; i++) {
    size_t length = (size_t)(target[i + 1] - target[i]);
    if (length > 0) memcpy(out + target[i], bytes + source[p->origin[i]], length);
  }
  (void)worker;
  (void)err;
  return true;
}

static void copy_days(const picking *p, int32_t count) {
  int32_t *days = (int32_t *)(void *)p->out->days.data;
  for (int32_t i = 0; i < count; i++) {
    memcpy(days + (size_t)i * 2, parley_dictionary_days(p->from, p->origin[i]), 2 * sizeof *days);
  }
}

/* Where each text will begin; the sum of all lengths. On one thread: the sum of what comes before is needed, and
   adding costs far less than copying. */
static int64_t lay_out(const parley_dictionary *from, const int32_t *origin, int32_t count, int64_t *target) {
  const int64_t *source = parley_dictionary_offsets(from);
  int64_t sum = 0;
  for (int32_t i = 0; i < count; i++) {
    target[i] = sum;
    sum += source[origin[i] + 1] - source[origin[i]];
  }
  target[count] = sum;
  return sum;
}

/* Origins may repeat and come in any order. A byte more than the texts need, as parley_dictionary_finish leaves it. */
bool parley_lookup_pick(parley_run *run, const parley_dictionary *from, const int32_t *origin, int32_t count,
                        parley_dictionary *out, parley_error *err) {
  picking p = {from, origin, out};
  size_t entries = (size_t)count;
  *out = (parley_dictionary){.entries = count};
  bool done = parley_buffer_resize(&run->memory, &out->offsets, (entries + 1) * sizeof(int64_t), err);
  if (done) {
    int64_t sum = lay_out(from, origin, count, (int64_t *)(void *)out->offsets.data);
    done = parley_buffer_resize(&run->memory, &out->bytes, (size_t)sum + 1, err) &&
           parley_threads_run(run, count, COPY_GRAIN, copy_texts, &p, err);
  }
  if (done && from->days.data != NULL) {
    done = parley_buffer_resize(&run->memory, &out->days, (entries + 1) * 2 * sizeof(int32_t), err);
    if (done) copy_days(&p, count);
  }
  if (!done) parley_dictionary_free(&run->memory, out);
  return done;
}

/* ---- filling a table ---- */

typedef struct filling {
  parley_lookup *texts;
  int64_t grain;            /* entries of a part */
  uint64_t *hashes;         /* of each entry */
  int32_t *counts;          /* of each part and section; then where its next pair goes */
  parley_lookup_slot *pairs; /* of all sections, one after the other */
  int32_t *ends;            /* of each section's pairs */
  atomic_bool twins;        /* some text is there twice */
  parley_buffer hash_buffer, count_buffer, pair_buffer, end_buffer;
} filling;

/* The highest bits; slots within a section are chosen by the lowest, so both are independent. */
static size_t section_of(uint64_t hash, int bits) { return bits == 0 ? 0 : (size_t)(hash >> (64 - bits)); }

/* The row of counts of the part that starts at `from`. */
static int32_t *counts_at(const filling *f, int64_t from) {
  return f->counts + ((size_t)(from / f->grain) << f->texts->section_bits);
}

static bool hash_texts(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const filling *f = data;
  int bits = f->texts->section_bits;
  int32_t *counts = counts_at(f, from);
  memset(counts, 0, sizeof *counts << bits);
  for (int64_t i = from; i < to; i++) {
    size_t length;
    const char *text = parley_dictionary_text(f->texts->of, (int32_t)i, &length);
    f->hashes[i] = parley_hash_text(text, length);
    counts[section_of(f->hashes[i], bits)]++;
  }
  (void)worker;
  (void)err;
  return true;
}

/* From counts to places: section by section, and in each the parts in their order. After it, counts hold the place
   of each part's next pair, and ends[] where a section's pairs end. Slots are 1.5 times the pairs rounded up to a
   power of two: between a third and two thirds full. */
static int64_t place_sections(filling *f, int64_t entries) {
  size_t sections = (size_t)1 << f->texts->section_bits;
  size_t parts = (size_t)((entries + f->grain - 1) / f->grain);
  section *made = (section *)(void *)f->texts->sections.data;
  int32_t pairs = 0;
  int64_t slots = 0;
  for (size_t at = 0; at < sections; at++) {
    int32_t before = pairs;
    for (size_t part = 0; part < parts; part++) {
      int32_t *count = &f->counts[part * sections + at], own = *count;
      *count = pairs;
      pairs += own;
    }
    f->ends[at] = pairs;
    uint32_t size = 8, least = (uint32_t)(pairs - before) + (uint32_t)(pairs - before) / 2;
    while (size <= least) size *= 2;
    made[at] = (section){slots, size - 1};
    slots += size;
  }
  return slots;
}

/* Each part has its own places, so no two threads write the same. */
static bool scatter_pairs(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const filling *f = data;
  int bits = f->texts->section_bits;
  int32_t *next = counts_at(f, from);
  for (int64_t i = from; i < to; i++) {
    uint64_t hash = f->hashes[i];
    f->pairs[next[section_of(hash, bits)]++] = (parley_lookup_slot){(uint32_t)hash, (int32_t)i};
  }
  (void)worker;
  (void)err;
  return true;
}

static bool same_text(const parley_dictionary *a, int32_t i, const parley_dictionary *b, int32_t k) {
  size_t length, other;
  const char *text = parley_dictionary_text(a, i, &length), *there = parley_dictionary_text(b, k, &other);
  return length == other && memcmp(text, there, length) == 0;
}

/* Slot of the text of entry k of `of`, or the empty one where it belongs. Ends because a section is never full. */
static parley_lookup_slot *find_slot(const parley_lookup *texts, size_t at, uint32_t tag, const parley_dictionary *of,
                                     int32_t k) {
  const section *where = (const section *)(const void *)texts->sections.data + at;
  parley_lookup_slot *slots = (parley_lookup_slot *)(void *)texts->slots.data + where->start;
  uint32_t home = tag & where->mask;
  while (slots[home].code >= 0 && !(slots[home].tag == tag && same_text(texts->of, slots[home].code, of, k))) {
    home = (home + 1) & where->mask;
  }
  return &slots[home];
}

/* Sections have slots of their own, and each entry belongs to one, so that first[] needs no lock. */
static bool fill_sections(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  filling *f = data;
  parley_lookup *texts = f->texts;
  bool twins = false;
  for (int64_t at = from; at < to; at++) {
    for (int32_t i = at == 0 ? 0 : f->ends[at - 1]; i < f->ends[at]; i++) {
      parley_lookup_slot pair = f->pairs[i], *slot = find_slot(texts, (size_t)at, pair.tag, texts->of, pair.code);
      if (slot->code < 0) *slot = pair;
      else twins = true;
      texts->first[pair.code] = slot->code;
    }
  }
  if (twins) atomic_store(&f->twins, true);
  (void)worker;
  (void)err;
  return true;
}

static bool make_room(parley_run *run, filling *f, size_t entries, parley_error *err) {
  parley_memory *memory = &run->memory;
  size_t sections = (size_t)1 << f->texts->section_bits, parts = entries / (size_t)f->grain + 1;
  if (!parley_buffer_resize(memory, &f->hash_buffer, (entries + 1) * sizeof *f->hashes, err) ||
      !parley_buffer_resize(memory, &f->count_buffer, sections * parts * sizeof *f->counts, err) ||
      !parley_buffer_resize(memory, &f->end_buffer, sections * sizeof *f->ends, err) ||
      !parley_buffer_resize(memory, &f->pair_buffer, (entries + 1) * sizeof *f->pairs, err) ||
      !parley_buffer_resize(memory, &f->texts->sections, sections * sizeof(section), err) ||
      !parley_buffer_resize(memory, &f->texts->firsts, (entries + 1) * sizeof(int32_t), err)) {
    return false;
  }
  f->hashes = (uint64_t *)(void *)f->hash_buffer.data;
  f->counts = (int32_t *)(void *)f->count_buffer.data;
  f->ends = (int32_t *)(void *)f->end_buffer.data;
  f->pairs = (parley_lookup_slot *)(void *)f->pair_buffer.data;
  f->texts->first = (int32_t *)(void *)f->texts->firsts.data;
  return true;
}

/* Slots can be made only once the sections' sizes are known; 0xff in every byte makes them empty (-1). */
static bool fill(parley_run *run, filling *f, parley_error *err) {
  parley_lookup *texts = f->texts;
  int64_t entries = texts->of->entries, sections = (int64_t)1 << texts->section_bits;
  if (!make_room(run, f, (size_t)entries, err)) return false;
  if (!parley_threads_run(run, entries, f->grain, hash_texts, f, err)) return false;
  size_t slots = (size_t)place_sections(f, entries) * sizeof(parley_lookup_slot);
  if (!parley_buffer_resize(&run->memory, &texts->slots, slots, err)) return false;
  memset(texts->slots.data, 0xff, slots);
  if (!parley_threads_run(run, entries, f->grain, scatter_pairs, f, err)) return false;
  if (!parley_threads_run(run, sections, 1, fill_sections, f, err)) return false;
  texts->distinct = !atomic_load(&f->twins);
  return true;
}

/* The work's own buffers go in any case; the table only after a failure. */
bool parley_lookup_make(parley_run *run, parley_lookup *texts, const parley_dictionary *of, parley_error *err) {
  filling f = {.texts = texts, .grain = (of->entries / MOST_PARTS / HASH_GRAIN + 1) * HASH_GRAIN};
  *texts = (parley_lookup){.of = of};
  while (texts->section_bits < MOST_SECTION_BITS && of->entries >> texts->section_bits > SECTION_ENTRIES) {
    texts->section_bits++;
  }
  bool done = fill(run, &f, err);
  parley_buffer_free(&run->memory, &f.hash_buffer);
  parley_buffer_free(&run->memory, &f.count_buffer);
  parley_buffer_free(&run->memory, &f.end_buffer);
  parley_buffer_free(&run->memory, &f.pair_buffer);
  if (!done) parley_lookup_free(run, texts);
  return done;
}

void parley_lookup_free(parley_run *run, parley_lookup *texts) {
  parley_buffer_free(&run->memory, &texts->slots);
  parley_buffer_free(&run->memory, &texts->sections);
  parley_buffer_free(&run->memory, &texts->firsts);
  *texts = (parley_lookup){0};
}

/* ---- looking up ---- */

typedef struct finding {
  const parley_lookup *texts;
  const parley_dictionary *other;
  int32_t *found;
} finding;

/* Asks for what find_slot will look at: the slots, then where the texts they name are, then those. Three sweeps
   because each address depends on what the one before has loaded. Where the tag differs nothing is fetched: the
   probe goes on in the same line of the cache. */
static void fetch_slots(const parley_lookup *texts, const uint64_t *hashes, int64_t count) {
  const section *sections = (const section *)(const void *)texts->sections.data;
  const parley_lookup_slot *slots = (const parley_lookup_slot *)(const void *)texts->slots.data, *likely[AHEAD];
  const int64_t *offsets = parley_dictionary_offsets(texts->of);
  for (int64_t i = 0; i < count; i++) {
    const section *where = &sections[section_of(hashes[i], texts->section_bits)];
    likely[i] = slots + where->start + ((uint32_t)hashes[i] & where->mask);
    __builtin_prefetch(likely[i]);
  }
  for (int64_t i = 0; i < count; i++) {
    bool there = likely[i]->tag == (uint32_t)hashes[i] && likely[i]->code >= 0;
    if (there) __builtin_prefetch(offsets + likely[i]->code);
  }
  for (int64_t i = 0; i < count; i++) {
    bool there = likely[i]->tag == (uint32_t)hashes[i] && likely[i]->code >= 0;
    if (there) __builtin_prefetch(texts->of->bytes.data + offsets[likely[i]->code]);
  }
}

static void find_few(const finding *f, int64_t from, int64_t count) {
  uint64_t hashes[AHEAD];
  for (int64_t i = 0; i < count; i++) {
    size_t length;
    const char *text = parley_dictionary_text(f->other, (int32_t)(from + i), &length);
    hashes[i] = parley_hash_text(text, length);
  }
  fetch_slots(f->texts, hashes, count);
  for (int64_t i = 0; i < count; i++) {
    size_t at = section_of(hashes[i], f->texts->section_bits);
    f->found[from + i] = find_slot(f->texts, at, (uint32_t)hashes[i], f->other, (int32_t)(from + i))->code;
  }
}

static bool find_texts(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const finding *f = data;
  for (int64_t at = from; at < to; at += AHEAD) find_few(f, at, to - at < AHEAD ? to - at : AHEAD);
  (void)worker;
  (void)err;
  return true;
}

bool parley_lookup_find(parley_run *run, const parley_lookup *texts, const parley_dictionary *other, int32_t *found,
                        parley_error *err) {
  finding f = {texts, other, found};
  return parley_threads_run(run, other->entries, HASH_GRAIN, find_texts, &f, err);
}
