/*
** Buffers that grow for all columns at once, and are seldom too small: the sample tells how many rows there are.
**
** Threads: every function that changes columns is called under the reader's lock, but for put_texts, which writes rows
** of its own chunk only.
*/
#define _DEFAULT_SOURCE /* madvise */

#include "text/parallel/columns.h"

#include <string.h>
#include <sys/mman.h>

#include "text/parallel/column_parser.h"

enum { LARGE = 4 * 1024 * 1024, SPARE_ROWS = 256, SPARE_BYTES = 4096, SPARE_BITS = 16 };

/* Room for `size` bytes whose contents do not matter. Freed first: what was there need not be copied. */
static bool renew(void **block, size_t *room, size_t size) {
  if (size <= *room) return true;
  parley_alloc(*block, 0);
  *block = NULL;
  *room = 0;
  size_t more = size + size / 4;
  *block = parley_alloc(NULL, more);
  if (*block == NULL) return false;
  *room = more;
  return true;
}

/* All bits of `there` are set: readers clear those of missing values, which are fewer. */
bool parley_columns_ready(const parley_columns *columns, parley_read_worker *worker) {
  void *bits = worker->there, *bytes = worker->bytes, *ends = worker->ends, *scratch = worker->scratch;
  worker->words = (size_t)(worker->rows + 63) / 64;
  size_t half = (size_t)columns->width * worker->words, texts = (size_t)columns->text_count;
  bool done = renew(&bits, &worker->bits_room, 2 * half * sizeof(uint64_t)) &&
              renew(&bytes, &worker->bytes_room, texts > 0 ? worker->length + PARLEY_READ_PAD : 0) &&
              renew(&ends, &worker->ends_room, texts * (size_t)worker->rows * sizeof(uint32_t)) &&
              renew(&scratch, &worker->scratch_room, worker->survey.quotes ? worker->length + PARLEY_READ_PAD : 0);
  worker->there = bits;
  worker->truth = half > 0 ? worker->there + half : NULL;
  worker->bytes = bytes;
  worker->ends = ends;
  worker->scratch = scratch;
  worker->quotes = 0;
  if (!done || half == 0) return done;
  memset(worker->there, 0xFF, half * sizeof(uint64_t));
  memset(worker->truth, 0, half * sizeof(uint64_t));
  return true;
}

/* ---- room ---- */

/* Large pages spare the system thousands of small ones. Where it has none, nothing is lost. Advice only; a failure
   changes nothing. */
static void prefer_large_pages(const parley_buffer *buffer) {
#ifdef MADV_HUGEPAGE
  uintptr_t page = 4096, from = ((uintptr_t)buffer->data + page - 1) / page * page;
  uintptr_t to = ((uintptr_t)buffer->data + buffer->capacity) / page * page;
  if (buffer->capacity >= LARGE && to > from) madvise((void *)from, to - from, MADV_HUGEPAGE);
#else
  (void)buffer;
#endif
}

/* Whether values of this kind go into buffers while a pass is under way. */
static bool is_filled(parley_read_kind kind) {
  return kind != PARLEY_READ_NOTHING && kind != PARLEY_READ_MISSING && kind != PARLEY_READ_INFERENCE;
}

/* SPARE_BITS: put_bits writes up to a byte beyond the last row's word. */
static bool grow_column(parley_memory *memory, const parley_read_target *target, int64_t rows, parley_error *err) {
  parley_column *column = target->column;
  size_t count = (size_t)rows, bits = parley_bits_size(rows) + SPARE_BITS;
  if (!is_filled(target->kind)) return true;
  if (!parley_buffer_resize_zeroed(memory, &column->validity, bits, err)) return false;
  switch (target->kind) {
    case PARLEY_READ_INTEGERS:
    case PARLEY_READ_NUMBERS:
    case PARLEY_READ_WRITTEN: return parley_buffer_resize(memory, &column->values, count * sizeof(int64_t), err);
    case PARLEY_READ_BOOLEANS: return parley_buffer_resize_zeroed(memory, &column->values, bits, err);
    case PARLEY_READ_TEXTS:
      if (!parley_buffer_resize(memory, &column->dictionary.offsets, (count + 1) * sizeof(int64_t), err)) return false;
      *(int64_t *)(void *)column->dictionary.offsets.data = 0;
      break;
    default: break;
  }
  return parley_buffer_resize(memory, &column->values, count * sizeof(int32_t), err);
}

/* All columns have the same room, so one number tells whether a chunk fits. */
static bool grow_rows(parley_columns *columns, int64_t rows, parley_error *err) {
  if (rows > INT32_MAX) rows = INT32_MAX;
  for (int i = 0; i < columns->width; i++) {
    if (!grow_column(&columns->frame->memory, &columns->targets[i], rows, err)) return false;
  }
  for (int i = 0; i < columns->width; i++) {
    prefer_large_pages(&columns->targets[i].column->values);
    prefer_large_pages(&columns->targets[i].column->dictionary.offsets);
  }
  columns->room = rows;
  return true;
}

static int64_t text_needed(const parley_columns *columns, const parley_read_worker *worker, int place) {
  return columns->text_used[place] + (int64_t)(worker->starts[place + 1] - worker->starts[place]);
}

/* 3 % more than the share says, as chunks differ. */
static bool grow_texts(parley_columns *columns, const parley_read_worker *worker, double share, parley_error *err) {
  for (int i = 0; i < columns->width; i++) {
    const parley_read_target *target = &columns->targets[i];
    if (target->kind != PARLEY_READ_TEXTS) continue;
    parley_buffer *bytes = &target->column->dictionary.bytes;
    int64_t needed = text_needed(columns, worker, target->place);
    if ((size_t)needed + 1 <= bytes->capacity) continue;
    size_t size = (size_t)((double)needed * share * 1.03) + SPARE_BYTES;
    if (!parley_buffer_resize(&columns->frame->memory, bytes, size, err)) return false;
    prefer_large_pages(bytes);
  }
  return true;
}

bool parley_columns_fit(const parley_columns *columns, const parley_read_worker *worker) {
  if (columns->rows + worker->rows > columns->room) return false;
  for (int i = 0; columns->text_count > 0 && i < columns->width; i++) {
    const parley_read_target *target = &columns->targets[i];
    if (target->kind != PARLEY_READ_TEXTS) continue;
    if ((size_t)text_needed(columns, worker, target->place) + 1 > target->column->dictionary.bytes.capacity)
      return false;
  }
  return true;
}

/* Moves buffers: nobody may be writing to them. */
bool parley_columns_grow(parley_columns *columns, const parley_read_worker *worker, double share, parley_error *err) {
  int64_t needed = columns->rows + worker->rows;
  if (needed > INT32_MAX) return parley_fail_key(err, "too_large.rows");
  if (needed > columns->room && !grow_rows(columns, (int64_t)((double)needed * share * 1.03) + SPARE_ROWS, err)) {
    return false;
  }
  return grow_texts(columns, worker, share, err);
}

/* ---- chunks ---- */

/* In the order of the chunks, so that rows are in that of the file. */
void parley_columns_place(parley_columns *columns, parley_read_worker *worker, int64_t chunk, int number) {
  worker->row = columns->rows;
  columns->chunks[chunk] = (parley_chunk_rows){columns->rows, worker->rows, number};
  columns->rows += worker->rows;
  for (int place = 0; place < columns->text_count; place++) {
    int64_t used = text_needed(columns, worker, place);
    worker->bases[place] = columns->text_used[place];
    columns->text_used[place] = used;
  }
}

/* Each row has an entry of its own; the code is the row. */
static void put_column_texts(const parley_read_worker *worker, const parley_read_target *target,
                             const uint64_t *there) {
  int place = target->place;
  parley_dictionary *dictionary = &target->column->dictionary;
  int64_t base = worker->bases[place];
  int64_t *offsets = (int64_t *)(void *)dictionary->offsets.data + worker->row + 1;
  int32_t *codes = (int32_t *)(void *)target->column->values.data + worker->row;
  const uint32_t *ends = worker->ends + place * worker->rows;
  size_t length = worker->starts[place + 1] - worker->starts[place];
  if (length > 0) memcpy(dictionary->bytes.data + base, worker->bytes + worker->starts[place], length);
  for (int64_t row = 0; row < worker->rows; row++) offsets[row] = base + ends[row];
  for (int64_t row = 0; row < worker->rows; row++) {
    codes[row] = (there[row / 64] >> (row % 64) & 1) != 0 ? (int32_t)(worker->row + row) : 0;
  }
}

void parley_columns_put_texts(const parley_columns *columns, const parley_read_worker *worker) {
  if (worker->rows == 0) return;
  for (int i = 0; columns->text_count > 0 && i < columns->width; i++) {
    const parley_read_target *target = &columns->targets[i];
    if (target->kind == PARLEY_READ_TEXTS) put_column_texts(worker, target, worker->there + (size_t)i * worker->words);
  }
}

/* Puts `count` bits to where they belong; to[…] is zero there. Rows of a chunk begin at any bit: words are shifted
   into place. */
static void put_bits(unsigned char *to, int64_t at, const uint64_t *from, int64_t count) {
  unsigned shift = (unsigned)(at % 8);
  to += at / 8;
  for (int64_t done = 0; done < count; done += 64, to += 8) {
    uint64_t word = from[done / 64];
    if (count - done < 64) word &= ((uint64_t)1 << (count - done)) - 1;
    for (int i = 0; i < 8; i++) to[i] |= (unsigned char)(word << shift >> (8 * i));
    if (shift > 0) to[8] |= (unsigned char)(word >> (64 - shift));
  }
}

void parley_columns_put_bits(const parley_columns *columns, const parley_read_worker *worker) {
  if (worker->rows == 0) return;
  for (int i = 0; i < columns->width; i++) {
    const parley_read_target *target = &columns->targets[i];
    size_t from = (size_t)i * worker->words;
    if (!is_filled(target->kind)) continue;
    put_bits(target->column->validity.data, worker->row, worker->there + from, worker->rows);
    if (target->kind != PARLEY_READ_BOOLEANS) continue;
    put_bits(target->column->values.data, worker->row, worker->truth + from, worker->rows);
  }
}

/* ---- the whole ---- */

/* The least that `rows` rows take. */
static double least_bytes(const parley_columns *columns, double rows) {
  static const double fixed[] = {[PARLEY_LAYOUT_NONE] = 4,      [PARLEY_LAYOUT_INTEGER] = 8, [PARLEY_LAYOUT_NUMBER] = 8,
                                 [PARLEY_LAYOUT_TRUTH] = 0.125, [PARLEY_LAYOUT_DATED] = 12,  [PARLEY_LAYOUT_TEXT] = 4};
  double bytes = 0;
  for (int i = 0; i < columns->width; i++) bytes += fixed[parley_layout_of(columns->targets[i].type)] * rows;
  return bytes;
}

/* Whether the Frame is too large for what may be used. An estimate has to be well beyond it. Known before anything
   is allocated: the caller may then read into a table of SQLite. */
static bool is_large(const parley_columns *columns, const parley_parallel_source *source, parley_parallel_size *size) {
  size->rows = (int64_t)columns->expected;
  size->bytes = least_bytes(columns, columns->expected);
  return source->memory > 0 && size->bytes * (columns->sample.whole ? 1 : 0.9) >= (double)source->memory;
}

/* The sample's rows times how much larger the file is. */
static parley_read_result look_into(parley_columns *columns, const parley_parallel_source *source,
                                    parley_parallel_size *size, parley_error *err) {
  for (int i = 0; i < columns->width; i++) {
    parley_read_target *target = &columns->targets[i];
    target->column = &columns->frame->columns[i];
    target->reading = source->readings[i];
    target->type = target->column->type;
    target->stated = target->type != PARLEY_ANY;
  }
  if (!parley_sample_take(source, columns->targets, &columns->sample)) {
    parley_no_memory(err);
    return PARLEY_READ_FAILED;
  }
  const parley_sample *sample = &columns->sample;
  double share = sample->bytes > 0 ? (double)(source->end - source->start) / (double)sample->bytes : 1;
  columns->expected = (double)sample->rows * (sample->whole ? 1 : share);
  return is_large(columns, source, size) ? PARLEY_READ_LARGE : PARLEY_READ_DONE;
}

parley_read_result parley_columns_make(parley_columns *columns, const parley_parallel_source *source,
                                       parley_frame *frame, parley_parallel_size *size, parley_error *err) {
  size_t width = (size_t)source->options.width;
  columns->frame = frame;
  columns->width = source->options.width;
  columns->first_rows = -1;
  columns->targets = parley_alloc(NULL, width * sizeof *columns->targets);
  if (columns->targets != NULL) memset(columns->targets, 0, width * sizeof *columns->targets);
  columns->text_used = parley_alloc(NULL, width * sizeof *columns->text_used);
  columns->sample.text_bytes = parley_alloc(NULL, width * sizeof *columns->sample.text_bytes);
  if (columns->targets == NULL || columns->text_used == NULL || columns->sample.text_bytes == NULL) {
    parley_no_memory(err);
    return PARLEY_READ_FAILED;
  }
  memset(columns->sample.text_bytes, 0, width * sizeof *columns->sample.text_bytes);
  return look_into(columns, source, size, err);
}

void parley_columns_free(parley_columns *columns) {
  parley_alloc(columns->targets, 0);
  parley_alloc(columns->text_used, 0);
  parley_alloc(columns->sample.text_bytes, 0);
  parley_alloc(columns->chunks, 0);
  *columns = (parley_columns){0};
}

/* Texts that hardly repeat get as many bytes as the sample has it. */
static bool begin_texts(parley_columns *columns, parley_error *err) {
  const parley_sample *sample = &columns->sample;
  columns->text_count = 0;
  for (int i = 0; i < columns->width; i++) {
    parley_read_target *target = &columns->targets[i];
    if (target->kind != PARLEY_READ_TEXTS) continue;
    double each = sample->rows > 0 ? (double)sample->text_bytes[i] / (double)sample->rows : 0;
    size_t size = (size_t)(each * columns->expected * 1.03) + SPARE_BYTES;
    target->place = columns->text_count++;
    columns->text_used[target->place] = 0;
    target->column->dictionary = PARLEY_DICTIONARY_EMPTY;
    target->column->dictionary.distinct = false;
    if (!parley_buffer_resize(&columns->frame->memory, &target->column->dictionary.bytes, size, err)) return false;
    prefer_large_pages(&target->column->dictionary.bytes);
  }
  return true;
}

/* After the first pass the number of rows is known exactly. */
bool parley_columns_begin(parley_columns *columns, int64_t chunk_count, parley_error *err) {
  if (columns->chunks == NULL) {
    columns->chunks = parley_alloc(NULL, (size_t)(chunk_count + 1) * sizeof *columns->chunks);
    if (columns->chunks == NULL) return parley_no_memory(err);
  }
  columns->chunk_count = chunk_count;
  columns->rows = 0;
  double rows = columns->first_rows < 0 ? columns->expected * 1.03 + SPARE_ROWS : (double)columns->first_rows + 1;
  return begin_texts(columns, err) && grow_rows(columns, (int64_t)rows, err);
}

/* The file must not change between passes. */
parley_read_result parley_columns_end(parley_columns *columns) {
  if (columns->first_rows >= 0 && columns->first_rows != columns->rows) return PARLEY_READ_UNSOUND;
  columns->first_rows = columns->rows;
  return PARLEY_READ_DONE;
}

bool parley_columns_are_done(const parley_columns *columns) {
  for (int i = 0; i < columns->width; i++) {
    if (columns->targets[i].kind != PARLEY_READ_NOTHING) return false;
  }
  return true;
}
