/* Units drawn with replacement, two of every random number; value/resample.h says what holds. */
#include "value/resample.h"

#include <string.h>

/* splitmix64: the state goes up by the golden ratio, what comes out is the state with its bits mixed. */
static uint64_t next_number(uint64_t *state) {
  uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Below 2^32 units, so that the product fits (R2). */
static uint32_t place(uint32_t bits, size_t units) { return (uint32_t)(((uint64_t)bits * units) >> 32); }

static void take_each(parley_resample *r) {
  for (size_t i = 0; i < r->units; i++) r->counts[r->row_of[i]]++;
}

/* Each draw has a state of its own, far from that of the draw before it. */
static void take_at_random(parley_resample *r, uint64_t seed, uint64_t number) {
  uint64_t state = seed, start = next_number(&state) ^ number;
  state = next_number(&start);
  for (size_t i = 0; i + 1 < r->units; i += 2) {
    uint64_t bits = next_number(&state);
    r->counts[r->row_of[place((uint32_t)bits, r->units)]]++;
    r->counts[r->row_of[place((uint32_t)(bits >> 32), r->units)]]++;
  }
  if (r->units % 2 == 1) r->counts[r->row_of[place((uint32_t)next_number(&state), r->units)]]++;
}

void parley_resample_draw(parley_resample *r, uint64_t seed, uint64_t number) {
  memset(r->counts, 0, r->rows * sizeof *r->counts);
  for (size_t i = 0; i < r->sums; i++) r->totals[i] = 0;
  if (number == 0) take_each(r);
  else take_at_random(r, seed, number);
  for (size_t i = 0; i < r->rows; i++) {
    if (r->counts[i] == 0) continue;
    double count = r->counts[i];
    for (uint32_t k = r->from[i]; k < r->from[i + 1]; k++) r->totals[r->at[k]] += count * r->weight[k];
  }
}
