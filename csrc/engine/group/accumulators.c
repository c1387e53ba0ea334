/*
** A batch is looked at in two steps: values are laid side by side, turned so that the smallest is wanted (greatest: the
** complement; dates: day and row in one number, so that the first row wins among equals), and then one of five short
** loops takes them in. Partial values of slices are taken in by the same loops. Sums of numbers keep what rounding
** takes (value/statistics.h, T1), and are those of fixed slices added up in order: they do not depend on the threads.
**
** R1  The result of a group does not depend on the number of threads: slices are cut by the number of rows and of slots
**     alone, and are taken in one after the other.
** R2  Each accumulator keeps an array with a value for each place, so that loops over a batch touch one array only.
*/
#include "engine/group/accumulators.h"

#include <string.h>

#include "base/bytes.h"
#include "base/threads.h"
#include "frame/packing.h"
#include "value/statistics.h"

#define NONE INT64_MAX /* above every value that can be there: of a column of that integer, `there` counts tell */

/* Counts are 32 bits, since there are at most 2^31 rows: half the memory of the commonest accumulator. */
static size_t width_of(parley_accumulator_kind kind) {
  switch (kind) {
    case PARLEY_ACCUMULATOR_ROWS:
    case PARLEY_ACCUMULATOR_THERE: return sizeof(uint32_t);
    case PARLEY_ACCUMULATOR_NUMBERS: return sizeof(parley_statistic_sum);
    case PARLEY_ACCUMULATOR_FIRST_TEXT:
    case PARLEY_ACCUMULATOR_LAST_TEXT: return sizeof(parley_accumulator_text);
    default: return sizeof(int64_t);
  }
}

static bool is_sum(parley_accumulator_kind kind) { return kind < PARLEY_ACCUMULATOR_LEAST; }
static bool is_text(parley_accumulator_kind kind) { return kind >= PARLEY_ACCUMULATOR_FIRST_TEXT; }

/* Sums and counts begin with zero, extremes with what any value is better than. */
static void clear(parley_accumulator_kind kind, void *state, size_t count) {
  if (is_sum(kind)) {
    memset(state, 0, count * width_of(kind));
  } else if (is_text(kind)) {
    parley_accumulator_text *best = state;
    for (size_t i = 0; i < count; i++) best[i] = (parley_accumulator_text){0, -1, -1};
  } else {
    int64_t *least = state;
    for (size_t i = 0; i < count; i++) least[i] = NONE;
  }
}

/* ---- taking in ---- */

static void count_slots(uint32_t *restrict state, const uint32_t *restrict slot, int count) {
  for (int i = 0; i < count; i++) state[slot[i]]++;
}

static void add_counts(uint32_t *restrict state, const uint32_t *restrict slot, const uint32_t *restrict value,
                       int count) {
  for (int i = 0; i < count; i++) state[slot[i]] += value[i];
}

/* Cannot overflow: the caller chose it where the column's range allows any number of its rows. */
static void add_integers(int64_t *restrict state, const uint32_t *restrict slot, const int64_t *restrict value,
                         int count) {
  for (int i = 0; i < count; i++) state[slot[i]] += value[i];
}

static void add_numbers(parley_statistic_sum *restrict state, const uint32_t *restrict slot,
                        const double *restrict value, int count) {
  for (int i = 0; i < count; i++) parley_statistic_sum_add(&state[slot[i]], value[i]);
}

static void find_least(int64_t *restrict state, const uint32_t *restrict slot, const int64_t *restrict value,
                       int count) {
  for (int i = 0; i < count; i++) {
    if (value[i] < state[slot[i]]) state[slot[i]] = value[i];
  }
}

/* The same for a single slot, without a wait for the last value at each step. */

static void add_integers_up(int64_t *state, const int64_t *value, int count) {
  int64_t sum = 0;
  for (int i = 0; i < count; i++) sum += value[i];
  *state += sum;
}

static void find_least_of(int64_t *state, const int64_t *value, int count) {
  int64_t least = *state;
  for (int i = 0; i < count; i++) least = value[i] < least ? value[i] : least;
  *state = least;
}

/* `single`: all rows of the batch are of one group, as in totals without keys. */
static void take_integers(parley_accumulator_kind kind, int64_t *state, const parley_group_batch *batch,
                          const int64_t *value) {
  int64_t *only = &state[batch->slot[0]];
  if (is_sum(kind) && batch->single) add_integers_up(only, value, batch->count);
  else if (is_sum(kind)) add_integers(state, batch->slot, value, batch->count);
  else if (batch->single) find_least_of(only, value, batch->count);
  else find_least(state, batch->slot, value, batch->count);
}

static void take_numbers(parley_statistic_sum *state, const parley_group_batch *batch, const double *value) {
  if (batch->single) parley_statistic_sum_add_all(&state[batch->slot[0]], value, (size_t)batch->count);
  else add_numbers(state, batch->slot, value, batch->count);
}

static void take_count(uint32_t *state, const parley_group_batch *batch) {
  if (batch->single) state[batch->slot[0]] += (uint32_t)batch->count;
  else count_slots(state, batch->slot, batch->count);
}

/* ---- texts ---- */

/* The first eight bytes, the first one the most significant. Reads eight bytes of the buffer even where the text has
   fewer, as long as they are within it; what is behind the text is shifted out. Unsigned numbers of bytes in this
   order compare as the texts do. */
static uint64_t prefix_of(const parley_dictionary *dictionary, int32_t code) {
  size_t length, offset = (size_t)parley_dictionary_offsets(dictionary)[code];
  const char *text = parley_dictionary_text(dictionary, code, &length);
  uint64_t prefix = 0;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (offset + sizeof prefix <= dictionary->bytes.capacity) {
    memcpy(&prefix, text, sizeof prefix);
    prefix = __builtin_bswap64(prefix);
    if (length >= sizeof prefix) return prefix;
    return length == 0 ? 0 : prefix >> (64 - length * 8) << (64 - length * 8);
  }
#endif
  (void)offset;
  for (size_t i = 0; i < sizeof prefix; i++) prefix = prefix << 8 | (i < length ? (unsigned char)text[i] : 0u);
  return prefix;
}

/* Below 0, 0 or above 0 as entry a is before, equal to or behind entry b; their prefixes are equal. Lengths below
   eight with equal prefixes differ in zeros at most: comparing in full settles that. */
static int compare_texts(const parley_dictionary *dictionary, int32_t a, int32_t b) {
  size_t length, other;
  const char *left = parley_dictionary_text(dictionary, a, &length);
  const char *right = parley_dictionary_text(dictionary, b, &other);
  return parley_bytes_order(left, length, right, other);
}

/* Whether the text is before the best one, or behind it when the last one is sought. */
static inline bool is_better(const parley_accumulator *accumulator, const parley_accumulator_text *best,
                             uint64_t prefix, int32_t code) {
  bool last = accumulator->kind == PARLEY_ACCUMULATOR_LAST_TEXT;
  if (best->row < 0) return true;
  if (prefix != best->prefix) return (prefix > best->prefix) == last;
  int order = code == best->code ? 0 : compare_texts(&accumulator->of->dictionary, code, best->code);
  return last ? order > 0 : order < 0;
}

/* The first of equal texts stays, as only a better one takes its place: batches come in the order of rows. */
static void find_best_text(const parley_accumulator *accumulator, parley_accumulator_text *state,
                           const parley_group_batch *batch) {
  for (int i = 0; i < batch->count; i++) {
    int32_t row = batch->row == NULL ? (int32_t)batch->from + i : batch->row[i],
            code = parley_code_at(accumulator->of, row);
    parley_accumulator_text *best = &state[batch->slot[i]];
    uint64_t prefix = prefix_of(&accumulator->of->dictionary, code);
    if (is_better(accumulator, best, prefix, code)) *best = (parley_accumulator_text){prefix, code, row};
  }
}

/* ---- values in the order that is sought ---- */

/* Turns "greatest" into "least" without a value that could not be turned, as negation has. */
static void complement(int64_t *value, int count) {
  for (int i = 0; i < count; i++) value[i] = ~value[i];
}

static const int64_t *copied(const int64_t *value, int64_t *room, int count) {
  if (value != room) memcpy(room, value, (size_t)count * sizeof *value);
  return room;
}

static void load_ordered(const parley_accumulator *accumulator, const parley_group_batch *batch, int64_t *room) {
  if (parley_column_layout(accumulator->of) != PARLEY_LAYOUT_NUMBER) {
    copied(parley_group_batch_integers(accumulator->of, batch, room), room, batch->count);
    return;
  }
  double numbers[PARLEY_GROUP_BATCH];
  const double *value = parley_group_batch_numbers(accumulator->of, batch, numbers);
  for (int i = 0; i < batch->count; i++) {
    double number = value[i] + 0.0; /* -0.0 becomes 0.0 */
    int64_t bits;
    memcpy(&bits, &number, sizeof bits);
    room[i] = parley_accumulator_ordered_bits(bits);
  }
}

static void load_rows(const parley_group_batch *batch, int64_t *room) {
  for (int i = 0; i < batch->count; i++) room[i] = batch->row == NULL ? batch->from + i : batch->row[i];
}

/* The first day above the row. A date that is open there never wins. Day in the upper, row in the lower half: the
   first row of the least day is the least number. A row is below 2^31, so it never reaches the upper half. */
static void load_days(const parley_accumulator *accumulator, const parley_group_batch *batch, int64_t *room) {
  bool latest = accumulator->kind == PARLEY_ACCUMULATOR_LATEST;
  for (int i = 0; i < batch->count; i++) {
    int64_t row = batch->row == NULL ? batch->from + i : batch->row[i];
    int64_t day = parley_dictionary_days(&accumulator->of->dictionary, parley_code_at(accumulator->of, row))[0];
    int64_t order = latest ? ~day : day;
    room[i] = day == INT32_MIN ? NONE : order * (INT64_C(1) << 32) + row;
  }
}

/* Sums of halves of 2^31 rows stay below 2^63; result.c joins them and sees whether the whole fits. */
static void load_halves(const parley_accumulator *accumulator, const parley_group_batch *batch, int64_t *room) {
  const int64_t *value = parley_group_batch_integers(accumulator->of, batch, room);
  bool high = accumulator->kind == PARLEY_ACCUMULATOR_HIGH;
  for (int i = 0; i < batch->count; i++) room[i] = high ? value[i] >> 32 : value[i] & UINT32_MAX;
}

static const int64_t *load(const parley_accumulator *accumulator, const parley_group_batch *batch, int64_t *room) {
  switch (accumulator->kind) {
    case PARLEY_ACCUMULATOR_SUM: return parley_group_batch_integers(accumulator->of, batch, room);
    case PARLEY_ACCUMULATOR_HIGH:
    case PARLEY_ACCUMULATOR_LOW: load_halves(accumulator, batch, room); break;
    case PARLEY_ACCUMULATOR_LEAST:
    case PARLEY_ACCUMULATOR_GREATEST: load_ordered(accumulator, batch, room); break;
    case PARLEY_ACCUMULATOR_FIRST:
    case PARLEY_ACCUMULATOR_LAST: load_rows(batch, room); break;
    default: load_days(accumulator, batch, room);
  }
  if (accumulator->kind == PARLEY_ACCUMULATOR_GREATEST || accumulator->kind == PARLEY_ACCUMULATOR_LAST)
    complement(room, batch->count);
  return room;
}

/* ---- the pass ---- */

static void *state_at(const parley_accumulator *accumulator, int64_t place) {
  return accumulator->places.data + (size_t)place * width_of(accumulator->kind);
}

/* Both rooms on the stack are 8 kB each. */
static void take_batch(const parley_accumulator *accumulator, void *state, const parley_group_batch *batch) {
  int64_t room[PARLEY_GROUP_BATCH];
  double numbers[PARLEY_GROUP_BATCH];
  if (batch->count == 0) return;
  if (accumulator->kind == PARLEY_ACCUMULATOR_THERE) take_count(state, batch);
  else if (is_text(accumulator->kind)) find_best_text(accumulator, state, batch);
  else if (accumulator->kind != PARLEY_ACCUMULATOR_NUMBERS)
    take_integers(accumulator->kind, state, batch, load(accumulator, batch, room));
  else take_numbers(state, batch, parley_group_batch_numbers(accumulator->of, batch, numbers));
}

/* batch NULL: the part begins. Accumulators of one column stand side by side where they were made together, and
   share the rows that are there. */
static void observe(void *data, int part, const parley_group_batch *batch) {
  const parley_accumulators *accumulators = data;
  int64_t offset = parley_groups_offset(accumulators->rows, part),
          end = parley_groups_offset(accumulators->rows, part + 1);
  uint32_t slot[PARLEY_GROUP_BATCH];
  int32_t row[PARLEY_GROUP_BATCH];
  const parley_column *of = NULL;
  parley_group_batch there = {0};
  for (int at = 0; at < accumulators->count; at++) {
    const parley_accumulator *accumulator = &accumulators->list[at];
    if (accumulator->kind == PARLEY_ACCUMULATOR_ROWS) continue;
    if (batch == NULL) {
      clear(accumulator->kind, state_at(accumulator, offset), (size_t)(end - offset));
      continue;
    }
    if (accumulator->of != of) there = parley_group_batch_there(accumulator->of, batch, slot, row);
    of = accumulator->of;
    take_batch(accumulator, state_at(accumulator, offset), &there);
  }
}

/* ---- values by cell ---- */

/* Takes in what slots `seen` of a slice hold, for groups `number`. Slots that a slice saw become numbers of groups;
   each loop is that of a batch of rows. */
static void take_partial(const parley_accumulator *accumulator, const void *state, const uint32_t *seen,
                         const uint32_t *number, int count) {
  int64_t room[PARLEY_GROUP_BATCH];
  void *cells = accumulator->cells.data;
  if (width_of(accumulator->kind) == sizeof(uint32_t)) {
    uint32_t counts[PARLEY_GROUP_BATCH];
    for (int i = 0; i < count; i++) counts[i] = ((const uint32_t *)state)[seen[i]];
    add_counts(cells, number, counts, count);
  } else if (accumulator->kind == PARLEY_ACCUMULATOR_NUMBERS) {
    parley_statistic_sum *sums = cells;
    const parley_statistic_sum *own = state;
    for (int i = 0; i < count; i++) parley_statistic_sum_join(&sums[number[i]], &own[seen[i]]);
  } else if (is_text(accumulator->kind)) {
    for (int i = 0; i < count; i++) {
      const parley_accumulator_text *own = (const parley_accumulator_text *)state + seen[i];
      parley_accumulator_text *best = (parley_accumulator_text *)cells + number[i];
      if (own->row >= 0 && is_better(accumulator, best, own->prefix, own->code)) *best = *own;
    }
  } else {
    for (int i = 0; i < count; i++) room[i] = ((const int64_t *)state)[seen[i]];
    take_integers(accumulator->kind, cells, &(parley_group_batch){.slot = number, .count = count}, room);
  }
}

/* In the order of the slices, and of first appearance within them: sums of numbers are added in one order. */
static void merge_slices(const parley_accumulators *accumulators, const parley_accumulator *accumulator) {
  const parley_groups *rows = accumulators->rows;
  uint32_t number[PARLEY_GROUP_BATCH];
  clear(accumulator->kind, accumulator->cells.data, (size_t)rows->count);
  for (int part = 0; part < rows->parts; part++) {
    int64_t offset = parley_groups_offset(rows, part);
    for (int32_t at = 0; at < rows->seen_count[part]; at += PARLEY_GROUP_BATCH) {
      const uint32_t *seen = rows->seen + offset + at;
      int count = rows->seen_count[part] - at < PARLEY_GROUP_BATCH ? rows->seen_count[part] - at : PARLEY_GROUP_BATCH;
      for (int i = 0; i < count; i++) number[i] = (uint32_t)rows->number[seen[i]];
      take_partial(accumulator, state_at(accumulator, offset), seen, number, count);
    }
  }
}

static bool merge(parley_run *run, parley_accumulators *accumulators, parley_error *err) {
  for (int at = 0; at < accumulators->count; at++) {
    parley_accumulator *accumulator = &accumulators->list[at];
    size_t size = (size_t)(accumulators->rows->count > 0 ? accumulators->rows->count : 1) * width_of(accumulator->kind);
    if (!parley_buffer_resize(&run->memory, &accumulator->cells, size, err)) return false;
    merge_slices(accumulators, accumulator);
  }
  return true;
}

/* ---- the whole ---- */

bool parley_accumulators_make(parley_run *run, parley_accumulators *accumulators, int most, parley_error *err) {
  *accumulators = (parley_accumulators){.room = most};
  size_t size = (size_t)(most > 0 ? most : 1) * sizeof(parley_accumulator);
  if (!parley_buffer_resize(&run->memory, &accumulators->buffer, size, err)) return false;
  accumulators->list = (parley_accumulator *)(void *)accumulators->buffer.data;
  return true;
}

/* A column without missing values is counted by the rows themselves. `room` is enough for three a measure. */
int parley_accumulator_of(parley_accumulators *accumulators, parley_accumulator_kind kind, const parley_column *of) {
  if (kind == PARLEY_ACCUMULATOR_THERE && of->nulls == 0) kind = PARLEY_ACCUMULATOR_ROWS;
  if (kind == PARLEY_ACCUMULATOR_ROWS) of = NULL;
  int at = 0;
  while (at < accumulators->count && (accumulators->list[at].kind != kind || accumulators->list[at].of != of)) at++;
  if (at == accumulators->count)
    accumulators->list[accumulators->count++] = (parley_accumulator){.kind = kind, .of = of};
  return at;
}

/* The sizes that grouping made anyway are shared, not counted again. */
bool parley_accumulators_run(parley_run *run, parley_accumulators *accumulators, parley_groups *groups,
                             parley_error *err) {
  accumulators->rows = groups;
  for (int at = 0; at < accumulators->count; at++) {
    parley_accumulator *accumulator = &accumulators->list[at];
    size_t places = (size_t)parley_groups_places(groups),
           size = (places > 0 ? places : 1) * width_of(accumulator->kind);
    if (accumulator->kind == PARLEY_ACCUMULATOR_ROWS)
      accumulator->places = parley_buffer_share(parley_groups_sizes(groups));
    else if (!parley_buffer_resize(&run->memory, &accumulator->places, size, err)) return false;
  }
  return parley_groups_pass(run, groups, observe, accumulators, err) &&
         (!groups->sliced || merge(run, accumulators, err));
}

void parley_accumulators_free(parley_run *run, parley_accumulators *accumulators) {
  for (int at = 0; at < accumulators->count; at++) {
    parley_buffer_free(&run->memory, &accumulators->list[at].places);
    parley_buffer_free(&run->memory, &accumulators->list[at].cells);
  }
  parley_buffer_free(&run->memory, &accumulators->buffer);
  *accumulators = (parley_accumulators){0};
}

const void *parley_accumulator_places(const parley_accumulators *accumulators, int at) {
  return accumulators->list[at].places.data;
}

const void *parley_accumulator_cells(const parley_accumulators *accumulators, int at) {
  const parley_accumulator *accumulator = &accumulators->list[at];
  return accumulators->rows->sliced ? accumulator->cells.data : accumulator->places.data;
}
