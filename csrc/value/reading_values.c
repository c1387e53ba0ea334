/* What readings say, as numbers that are the same where the same is said: of words, amounts and dates. */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "value/edtf.h"
#include "value/fold.h"
#include "value/readings.h"

uint64_t parley_reading_hash_number(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return parley_hash_spread(x == 0 ? 0 : bits); /* 0 and -0 are one */
}

static uint64_t hash_folded(const char *bytes, size_t length) {
  char some[256];
  char *folded = length * PARLEY_FOLD_GROWTH <= sizeof some ? some : parley_alloc(NULL, length * PARLEY_FOLD_GROWTH);
  if (folded == NULL) return parley_hash_text(bytes, length); /* without memory what differs in case differs */
  uint64_t hash = parley_hash_text(folded, parley_fold(bytes, length, folded));
  if (folded != some) parley_alloc(folded, 0);
  return hash;
}

uint64_t parley_reading_hash_text(const char *bytes, size_t length, int kind) {
  return kind == PARLEY_READING_WORDING ? hash_folded(bytes, length) : parley_hash_text(bytes, length);
}

uint64_t parley_reading_hash_beside(uint64_t before, bool is_there, uint64_t hash) {
  return parley_hash_spread(before * 31 + (is_there ? hash | 1 : 0));
}

/* Two extents that are the same amount have the same hash, whatever types their bounds came in. Shifts keep 1-2 and 2-1
   apart. */
static uint64_t hash_extent(const parley_reading_extent *e) {
  uint64_t sides = parley_reading_hash_number(e->first) ^ (parley_reading_hash_number(e->last) << 1);
  return parley_hash_spread(sides ^ (parley_reading_hash_number(e->centre) << 2) ^ e->centred);
}

/* An amount without one of its sides is open there; a best estimate alone is the amount. */
parley_reading_extent parley_reading_amount(const double *low, const double *best, const double *high, uint64_t *says) {
  const double *first = low != NULL || high != NULL ? low : best, *last = low != NULL || high != NULL ? high : best;
  parley_reading_extent e = {.there = first != NULL || last != NULL, .centred = best != NULL};
  e.centre = best != NULL ? *best : 0;
  e.first = first != NULL ? *first : -INFINITY;
  e.last = last != NULL ? *last : INFINITY;
  *says = hash_extent(&e);
  return e;
}

parley_reading_extent parley_reading_days(const char *text, size_t length, uint64_t *says) {
  parley_edtf date;
  parley_reading_extent e = {.first = -INFINITY, .last = INFINITY, .there = true, .doubtful = true};
  *says = hash_extent(&e) ^ parley_hash_text(text, length); /* which tells texts apart that are no dates */
  if (!parley_edtf_parse(text, length, &date, NULL)) return e;
  if (parley_edtf_has_first(&date)) e.first = date.first;
  if (parley_edtf_has_last(&date)) e.last = date.last;
  e.settled = memchr(text, '/', length) != NULL && isfinite(e.first) && isfinite(e.last);
  e.doubtful = (date.flags & (PARLEY_EDTF_UNCERTAIN | PARLEY_EDTF_APPROXIMATE)) != 0;
  *says = hash_extent(&e);
  return e;
}
