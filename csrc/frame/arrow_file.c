/*
** A message is told from end to end before its bytes go out: first each column says how many values and bytes it has
** (the `lay` functions), then the message is made, and then each column writes what it said (the `put` functions), in
** the same order.
*/
#include "frame/arrow_file.h"

#include <string.h>

#include "frame/packing.h"

typedef parley_arrow_file file_writer;

enum { PIECE = PARLEY_ARROW_PIECE, STAGE = 1 << 18, ALIGNMENT = 64, BATCH_ROWS = 1 << 16 };

/* The first and last bytes of a file. */
static const char magic[8] = "ARROW1";
enum { MAGIC = 6 };

static const unsigned char zeros[ALIGNMENT];

/* The rows of a batch. */
typedef struct span {
  int64_t from, rows;
} span;

/* ---- bytes ---- */

static bool flush(file_writer *w) {
  size_t waiting = w->waiting;
  w->waiting = 0;
  if (waiting == 0 || w->sink(w->sink_data, w->staged.data, waiting)) return true;
  w->sink_failed = true;
  return false;
}

/* What is larger than what can wait goes out from where it lies. */
static bool put(file_writer *w, const void *bytes, size_t length) {
  w->position += (int64_t)length;
  if (length > STAGE - w->waiting && !flush(w)) return false;
  if (length > STAGE) {
    w->sink_failed = !w->sink(w->sink_data, bytes, length);
    return !w->sink_failed;
  }
  if (length > 0) memcpy(w->staged.data + w->waiting, bytes, length);
  w->waiting += length;
  return true;
}

static size_t padding(int64_t length) { return (size_t)(-length & (ALIGNMENT - 1)); }

static bool put_padding(file_writer *w) { return put(w, zeros, padding(w->position)); }

/* A length, little-endian. */
static bool put_length(file_writer *w, uint32_t length) {
  unsigned char bytes[4];
  for (int i = 0; i < 4; i++) bytes[i] = (unsigned char)(length >> 8 * i);
  return put(w, bytes, sizeof bytes);
}

/* ---- messages ---- */

/* Four bytes of ones, the length of what is told, and that, filled up so that the body behind it is aligned. */
static bool put_message(file_writer *w, parley_error *err) {
  if (w->flat.failed) {
    *err = w->flat.err;
    return false;
  }
  size_t fill = padding(w->position + 8 + (int64_t)w->flat.used);
  return put_length(w, UINT32_MAX) && put_length(w, (uint32_t)(w->flat.used + fill)) &&
         put(w, w->flat.bytes.data, w->flat.used) && put(w, zeros, fill);
}

/* Adds a buffer to the body in the making. */
static void lay(file_writer *w, int64_t length) {
  parley_arrow_extent *extent = (parley_arrow_extent *)(void *)w->extents.data;
  extent[w->extent_count++] = (parley_arrow_extent){.offset = w->body, .length = length};
  w->body += length + (int64_t)padding(length);
}

static void lay_node(file_writer *w, int64_t length, int64_t nulls) {
  parley_arrow_node *node = (parley_arrow_node *)(void *)w->nodes.data;
  node[w->node_count++] = (parley_arrow_node){.length = length, .nulls = nulls};
}

static void begin_body(file_writer *w) { w->node_count = w->extent_count = w->body = 0; }

/* The message about the body that was laid, of which the footer is to tell as well. */
static bool put_head(file_writer *w, int64_t rows, int64_t dictionary, parley_error *err) {
  int kind = dictionary < 0;
  size_t size = sizeof(parley_arrow_block);
  parley_buffer *blocks = &w->blocks[kind];
  int64_t offset = w->position;
  parley_arrow_body body = {.rows = rows, .size = w->body, .dictionary = dictionary,
                            .nodes = (const parley_arrow_node *)(const void *)w->nodes.data,
                            .node_count = w->node_count,
                            .extents = (const parley_arrow_extent *)(const void *)w->extents.data,
                            .extent_count = w->extent_count};
  parley_arrow_message_batch(&w->flat, &body);
  if (!put_message(w, err)) return false;
  if (w->stream) return true;
  int64_t at = w->block_count[kind]++;
  if (!parley_buffer_reserve(&w->memory, blocks, (size_t)(at + 1) * size, err)) return false;
  ((parley_arrow_block *)(void *)blocks->data)[at] =
      (parley_arrow_block){.offset = offset, .head = w->position - offset, .body = w->body};
  return true;
}

/* ---- dictionaries ---- */

static bool put_entry_offsets(file_writer *w, const parley_dictionary *dictionary, const parley_arrow_plan *plan) {
  int64_t end = 0;
  if (plan->map.data == NULL) {
    return put(w, dictionary->offsets.data, ((size_t)dictionary->entries + 1) * sizeof end);
  }
  if (!put(w, &end, sizeof end)) return false;
  for (int32_t code = 0; code < dictionary->entries; code++) {
    size_t length;
    if (!parley_arrow_plan_has(plan, code)) continue;
    parley_dictionary_text(dictionary, code, &length);
    end += (int64_t)length;
    if (!put(w, &end, sizeof end)) return false;
  }
  return true;
}

static bool put_entry_bytes(file_writer *w, const parley_dictionary *dictionary, const parley_arrow_plan *plan) {
  if (plan->map.data == NULL) return put(w, dictionary->bytes.data, (size_t)plan->bytes);
  for (int32_t code = 0; code < dictionary->entries; code++) {
    size_t length;
    if (!parley_arrow_plan_has(plan, code)) continue;
    const char *text = parley_dictionary_text(dictionary, code, &length);
    if (!put(w, text, length)) return false;
  }
  return true;
}

/* No entry is missing, so that there is no bitmap. */
static bool put_dictionary(file_writer *w, int at, parley_error *err) {
  const parley_dictionary *dictionary = &w->frame->columns[at].dictionary;
  const parley_arrow_plan *plan = &w->plans[at];
  begin_body(w);
  lay_node(w, plan->entries, 0);
  lay(w, 0);
  lay(w, (plan->entries + 1) * (int64_t)sizeof(int64_t));
  lay(w, plan->bytes);
  return put_head(w, plan->entries, at, err) && put_entry_offsets(w, dictionary, plan) && put_padding(w) &&
         put_entry_bytes(w, dictionary, plan) && put_padding(w);
}

/* ---- columns of a batch: how much there is ---- */

static int64_t count_missing(const parley_column *column, span rows) {
  int64_t missing = 0;
  if (column->nulls == 0 || rows.rows == column->length) return column->nulls;
  for (int64_t i = 0; i < rows.rows; i++) missing += !parley_bit(column->validity.data, rows.from + i);
  return missing;
}

/* The rows [from + done, …) of a batch as a piece of them. */
static span piece_of(span rows, int64_t done) {
  int64_t left = rows.rows - done;
  return (span){rows.from + done, left < PIECE ? left : PIECE};
}

static int64_t length_at(const parley_column *column, int64_t row, int32_t code) {
  const int64_t *offset = parley_dictionary_offsets(&column->dictionary) + code;
  return parley_column_has(column, row) ? offset[1] - offset[0] : 0;
}

static int64_t bytes_of_texts(const parley_column *column, span rows) {
  int32_t room[PIECE];
  int64_t bytes = 0;
  for (int64_t done = 0; done < rows.rows; done += PIECE) {
    span piece = piece_of(rows, done);
    const int32_t *code = parley_values(column, piece.from, piece.rows, room);
    for (int64_t i = 0; i < piece.rows; i++) bytes += length_at(column, piece.from + i, code[i]);
  }
  return bytes;
}

static void lay_column(file_writer *w, int at, span rows) {
  const parley_column *column = &w->frame->columns[at];
  int64_t nulls = count_missing(column, rows), bits = (int64_t)parley_bits_size(rows.rows);
  lay_node(w, rows.rows, nulls);
  lay(w, nulls > 0 ? bits : 0);
  switch (w->plans[at].way) {
    case PARLEY_ARROW_BITS: lay(w, bits); break;
    case PARLEY_ARROW_VALUES: lay(w, rows.rows * 8); break;
    case PARLEY_ARROW_DAYS:
    case PARLEY_ARROW_CODES: lay(w, rows.rows * 4); break;
    case PARLEY_ARROW_TEXTS:
      lay(w, (rows.rows + 1) * 8);
      lay(w, bytes_of_texts(column, rows));
  }
}

/* ---- columns of a batch: the bytes ---- */

/* Bits move where a batch does not begin with a byte. */
static bool put_bits(file_writer *w, const unsigned char *bits, span rows) {
  if (rows.from % 8 == 0) return put(w, bits + rows.from / 8, parley_bits_size(rows.rows)) && put_padding(w);
  for (int64_t i = 0; i < rows.rows; i += 8) {
    unsigned char byte = 0;
    for (int64_t bit = 0; bit < 8 && i + bit < rows.rows; bit++) {
      if (parley_bit(bits, rows.from + i + bit)) parley_bit_set(&byte, bit);
    }
    if (!put(w, &byte, 1)) return false;
  }
  return put_padding(w);
}

/* Numbers and integers as they are; they go out at once where they are not packed. */
static bool put_values(file_writer *w, const parley_column *column, span rows) {
  int64_t room[PIECE];
  int64_t step = column->packing.packed ? PIECE : rows.rows;
  for (int64_t done = 0; done < rows.rows; done += step) {
    int64_t left = rows.rows - done, count = left < step ? left : step;
    if (!put(w, parley_values(column, rows.from + done, count, room), (size_t)count * sizeof *room)) return false;
  }
  return put_padding(w);
}

/* The first day of each date, 0 where none is. */
static void take_days(const parley_column *column, span piece, const int32_t *code, int32_t *out) {
  for (int64_t i = 0; i < piece.rows; i++) {
    bool has = parley_column_has(column, piece.from + i);
    out[i] = has ? parley_dictionary_days(&column->dictionary, code[i])[0] : 0;
  }
}

static void take_codes(const parley_column *column, span piece, const parley_arrow_plan *plan, const int32_t *code,
                       int32_t *out) {
  for (int64_t i = 0; i < piece.rows; i++) {
    bool has = parley_column_has(column, piece.from + i);
    out[i] = has ? parley_arrow_plan_code(plan, code[i]) : 0;
  }
}

static bool put_codes(file_writer *w, const parley_column *column, span rows, const parley_arrow_plan *plan) {
  int32_t room[PIECE], out[PIECE];
  for (int64_t done = 0; done < rows.rows; done += PIECE) {
    span piece = piece_of(rows, done);
    const int32_t *code = parley_values(column, piece.from, piece.rows, room);
    if (plan->way == PARLEY_ARROW_DAYS) take_days(column, piece, code, out);
    else take_codes(column, piece, plan, code, out);
    if (!put(w, out, (size_t)piece.rows * sizeof *out)) return false;
  }
  return put_padding(w);
}

static bool put_offsets(file_writer *w, const parley_column *column, span rows) {
  int32_t room[PIECE];
  int64_t out[PIECE], end = 0;
  if (!put(w, &end, sizeof end)) return false;
  for (int64_t done = 0; done < rows.rows; done += PIECE) {
    span piece = piece_of(rows, done);
    const int32_t *code = parley_values(column, piece.from, piece.rows, room);
    for (int64_t i = 0; i < piece.rows; i++) out[i] = end += length_at(column, piece.from + i, code[i]);
    if (!put(w, out, (size_t)piece.rows * sizeof *out)) return false;
  }
  return put_padding(w);
}

static bool put_texts(file_writer *w, const parley_column *column, span rows) {
  int32_t room[PIECE];
  if (!put_offsets(w, column, rows)) return false;
  for (int64_t done = 0; done < rows.rows; done += PIECE) {
    span piece = piece_of(rows, done);
    const int32_t *code = parley_values(column, piece.from, piece.rows, room);
    for (int64_t i = 0; i < piece.rows; i++) {
      size_t length;
      if (!parley_column_has(column, piece.from + i)) continue;
      const char *text = parley_dictionary_text(&column->dictionary, code[i], &length);
      if (!put(w, text, length)) return false;
    }
  }
  return put_padding(w);
}

static bool put_column(file_writer *w, int at, int64_t nulls, span rows) {
  const parley_column *column = &w->frame->columns[at];
  const parley_arrow_plan *plan = &w->plans[at];
  if (nulls > 0 && !put_bits(w, column->validity.data, rows)) return false;
  switch (plan->way) {
    case PARLEY_ARROW_BITS: return put_bits(w, column->values.data, rows);
    case PARLEY_ARROW_VALUES: return put_values(w, column, rows);
    case PARLEY_ARROW_TEXTS: return put_texts(w, column, rows);
    default: return put_codes(w, column, rows, plan);
  }
}

static bool put_batch(file_writer *w, span rows, parley_error *err) {
  const parley_arrow_node *node = (const parley_arrow_node *)(const void *)w->nodes.data;
  begin_body(w);
  for (int at = 0; at < w->frame->width; at++) lay_column(w, at, rows);
  if (!put_head(w, rows.rows, -1, err)) return false;
  for (int at = 0; at < w->frame->width; at++) {
    if (!put_column(w, at, node[at].nulls, rows)) return false;
  }
  return true;
}

/* ---- the whole ---- */

/* A column has three buffers at most. */
static bool prepare(file_writer *w, parley_error *err) {
  size_t width = (size_t)w->frame->width;
  if (width == 0) return parley_fail_key(err, "empty.arrow_columns");
  w->flat.memory = &w->memory;
  w->plans = parley_alloc(NULL, width * sizeof *w->plans);
  if (w->plans == NULL) return parley_no_memory(err);
  memset(w->plans, 0, width * sizeof *w->plans);
  w->width = w->frame->width;
  return parley_buffer_resize(&w->memory, &w->staged, STAGE, err) &&
         parley_buffer_resize(&w->memory, &w->described, width * sizeof(parley_arrow_described), err) &&
         parley_buffer_resize(&w->memory, &w->nodes, width * sizeof(parley_arrow_node), err) &&
         parley_buffer_resize(&w->memory, &w->extents, width * 3 * sizeof(parley_arrow_extent), err);
}

static bool put_schema(file_writer *w, const parley_run *run, parley_error *err) {
  parley_arrow_described *described = (parley_arrow_described *)(void *)w->described.data;
  for (int at = 0; at < w->frame->width; at++) {
    if (parley_run_poll(run, err) ||
        !parley_arrow_plan_column(&w->memory, &w->frame->columns[at], &w->how, &w->plans[at], &described[at], err)) {
      return false;
    }
  }
  if (!w->stream && !put(w, magic, sizeof magic)) return false;
  parley_arrow_message_schema(&w->flat, described, w->frame->width);
  return put_message(w, err);
}

/* The footer, its length, and the word a file begins with. */
static bool put_footer(file_writer *w, parley_error *err) {
  parley_arrow_blocks blocks = {.dictionaries = (const parley_arrow_block *)(const void *)w->blocks[0].data,
                                .batches = (const parley_arrow_block *)(const void *)w->blocks[1].data,
                                .dictionary_count = w->block_count[0],
                                .batch_count = w->block_count[1]};
  parley_arrow_message_footer(&w->flat, (const parley_arrow_described *)(const void *)w->described.data,
                              w->frame->width, &blocks);
  if (w->flat.failed) {
    *err = w->flat.err;
    return false;
  }
  return put(w, w->flat.bytes.data, w->flat.used) && put_length(w, (uint32_t)w->flat.used) && put(w, magic, MAGIC);
}

static bool put_batches(file_writer *w, const parley_run *run, parley_error *err) {
  int64_t rows = w->frame->rows, most = w->how.batch > 0 ? w->how.batch : BATCH_ROWS;
  if (most > rows) most = rows;
  for (int at = 0; at < w->frame->width; at++) {
    if (w->plans[at].way == PARLEY_ARROW_CODES && !put_dictionary(w, at, err)) return false;
  }
  for (int64_t from = 0; from < rows; from += most) {
    parley_run_tell(run, from, 0, rows);
    int64_t left = rows - from;
    if (parley_run_poll(run, err) || !put_batch(w, (span){from, left < most ? left : most}, err)) return false;
  }
  return true;
}

/* A message of length 0 is the end of a stream, and of one in a file. */
bool parley_arrow_file_write(file_writer *w, const parley_run *run, parley_error *err) {
  return prepare(w, err) && put_schema(w, run, err) && put_batches(w, run, err) && put_length(w, UINT32_MAX) &&
         put_length(w, 0) && (w->stream || put_footer(w, err)) && flush(w);
}

void parley_arrow_file_free(file_writer *w) {
  for (int at = 0; at < w->width; at++) parley_buffer_free(&w->memory, &w->plans[at].map);
  w->plans = parley_alloc(w->plans, 0);
  w->width = 0;
  parley_buffer_free(&w->memory, &w->staged);
  parley_buffer_free(&w->memory, &w->flat.bytes);
  parley_buffer_free(&w->memory, &w->described);
  parley_buffer_free(&w->memory, &w->nodes);
  parley_buffer_free(&w->memory, &w->extents);
  for (int kind = 0; kind < 2; kind++) parley_buffer_free(&w->memory, &w->blocks[kind]);
}
