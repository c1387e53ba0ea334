/*
** A chunk of the file: its bytes, where its records are, and whether they are in order.
**
** R1  The buffer begins a byte before the chunk, so that whether a record begins exactly at its start can be seen;
**     parley_csv_border looks at that byte.
** R2  A record belongs to the chunk in which it begins. What goes on beyond is read besides, more and more until it
**     ends, up to the limit of a record.
*/
#define _XOPEN_SOURCE 700 /* pread */

#include "text/parallel/chunk.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

enum { BEYOND = 4096 }; /* bytes read besides, where a record goes on beyond its chunk */

static bool is_break(char c) { return c == '\n' || c == '\r'; }

/* ---- bytes ---- */

/* PARLEY_READ_PAD bytes of zeros behind the text, which loops over whole words may read, and one for a last line's
   end. */
static bool make_room(parley_read_worker *worker, size_t size) {
  if (size + PARLEY_READ_PAD + 1 <= worker->room) return true;
  size_t room = size + size / 4 + PARLEY_READ_PAD + 1;
  char *buffer = parley_alloc(worker->buffer, room);
  if (buffer == NULL) return false;
  worker->buffer = buffer;
  worker->room = room;
  return true;
}

/* Reads until `size` bytes are in the buffer. pread moves no position: threads read one descriptor side by side. */
static parley_read_result fill(const parley_parallel_source *source, parley_read_worker *worker, size_t size) {
  if (!make_room(worker, size)) return PARLEY_READ_FAILED;
  while (worker->filled < size) {
    ssize_t got = pread(source->file, worker->buffer + worker->filled, size - worker->filled,
                        (off_t)(worker->base + (int64_t)worker->filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return PARLEY_READ_UNSOUND; /* the file is shorter than it was */
    worker->filled += (size_t)got;
  }
  memset(worker->buffer + size, 0, PARLEY_READ_PAD);
  return PARLEY_READ_DONE;
}

/* A file that has grown since it was sized is not read here: its last record may be half written. */
parley_read_result parley_chunk_load(const parley_parallel_source *source, parley_read_worker *worker, int64_t from,
                                     int64_t to, int quote) {
  int64_t before = from > source->start ? 1 : 0, beyond = to - from < BEYOND ? to - from : BEYOND;
  int64_t end = source->end - to < beyond ? source->end : to + beyond;
  char extra;
  worker->base = from - before;
  worker->filled = 0;
  parley_read_result done = fill(source, worker, (size_t)(end - worker->base));
  if (done != PARLEY_READ_DONE) return done;
  worker->survey = parley_survey_text(worker->buffer + before, (size_t)(to - from), quote);
  bool more = to == source->end && pread(source->file, &extra, 1, (off_t)to) > 0;
  return more ? PARLEY_READ_UNSOUND : PARLEY_READ_DONE;
}

/* The end of the last record that begins before `to`. Reads on until it is there. Doubling, so that a long record
   costs time in proportion to its length. */
static parley_read_result find_end(const parley_parallel_source *source, parley_read_worker *worker, int64_t to,
                                   bool odd, size_t limit, size_t *end) {
  for (;;) {
    *end = to == source->end ? worker->filled
                             : parley_csv_border(&source->options, worker->buffer, worker->filled,
                                                 (size_t)(to - worker->base), odd);
    bool all = worker->base + (int64_t)worker->filled == source->end;
    if (*end < worker->filled || all) return PARLEY_READ_DONE;
    if (worker->filled > limit) return PARLEY_READ_UNSOUND;
    int64_t left = source->end - worker->base;
    size_t size = worker->filled * 2;
    parley_read_result done = fill(source, worker, (int64_t)size < left ? size : (size_t)left);
    if (done != PARLEY_READ_DONE) return done;
  }
}

/* The last line of a file may lack its end. */
static void end_line(parley_read_worker *worker, bool last) {
  if (!last || worker->length == 0 || is_break(worker->text[worker->length - 1])) return;
  worker->text[worker->length++] = '\n';
}

/* ---- records ---- */

static bool add_block(parley_read_worker *worker, size_t first, int64_t rows) {
  if (worker->block_count == worker->block_room) {
    int room = worker->block_room * 2 + 4;
    parley_record_block *blocks = parley_alloc(worker->blocks, (size_t)room * sizeof *blocks);
    if (blocks == NULL) return false;
    worker->blocks = blocks;
    worker->block_room = room;
  }
  worker->blocks[worker->block_count++] = (parley_record_block){first, rows};
  worker->rows += rows;
  return true;
}

/* Whether each `width`th end of a field, and no other, is a line break. True of nearly all files: one comparison a
   record, and the records are one block. */
static bool is_regular(const parley_read_worker *worker, size_t width) {
  size_t rows = (size_t)worker->field_ends.breaks;
  if (worker->field_ends.count != rows * width) return false;
  for (size_t row = 0; row < rows; row++) {
    if (!is_break(worker->text[worker->field_ends.at[row * width + width - 1]])) return false;
  }
  return true;
}

/* Whether the record that begins at this end of a field has nothing in it. field_ends.at[-1] is the end before the
   text, by which the first record is like the others. */
static bool is_blank(const parley_read_worker *worker, size_t first) {
  uint32_t from = worker->field_ends.at[(ptrdiff_t)first - 1] + 1, field_end = worker->field_ends.at[first];
  const char *text = worker->text;
  if (!is_break(text[field_end])) return false;
  return field_end == from || (field_end == from + 1 && text[from] == '\r' && text[field_end] == '\n');
}

static bool is_record(const parley_read_worker *worker, size_t first, size_t width) {
  if (worker->field_ends.count - first < width) return false;
  for (size_t i = 0; i < width; i++) {
    if (is_break(worker->text[worker->field_ends.at[first + i]]) != (i == width - 1)) return false;
  }
  return true;
}

/* Record by record, where there are blank lines between them. With one column an empty line is a missing value: such
   files do not come here. */
static parley_read_result lay_out_around_blanks(parley_read_worker *worker, size_t width) {
  size_t first = 0, at = 0;
  while (at < worker->field_ends.count) {
    bool blank = is_blank(worker, at);
    if (!blank && !is_record(worker, at, width)) return PARLEY_READ_UNSOUND;
    if (blank && at > first && !add_block(worker, first, (int64_t)((at - first) / width))) return PARLEY_READ_FAILED;
    at += blank ? 1 : width;
    if (blank) first = at;
  }
  if (at > first && !add_block(worker, first, (int64_t)((at - first) / width))) return PARLEY_READ_FAILED;
  return PARLEY_READ_DONE;
}

static parley_read_result lay_out(parley_read_worker *worker, size_t width) {
  worker->rows = worker->block_count = 0;
  if (!is_regular(worker, width)) return width == 1 ? PARLEY_READ_UNSOUND : lay_out_around_blanks(worker, width);
  if (worker->field_ends.count == 0) return PARLEY_READ_DONE;
  return add_block(worker, 0, worker->field_ends.breaks) ? PARLEY_READ_DONE : PARLEY_READ_FAILED;
}

/* ---- the whole ---- */

/* Text that ends inside quotes, or is not UTF-8, is left to the reader that can say where. */
static parley_read_result find_records(const parley_parallel_source *source, parley_read_worker *worker, int quote) {
  parley_delimiter_index *field_ends = &worker->field_ends;
  char delimiter = source->options.delimiter;
  if (!parley_delimiter_index_find(field_ends, worker->text, worker->length, delimiter, quote, worker->survey))
    return PARLEY_READ_FAILED;
  if (field_ends->open) return PARLEY_READ_UNSOUND;
  bool beyond = field_ends->beyond_ascii;
  if (beyond && parley_utf8_invalid(worker->text, worker->length) < worker->length) return PARLEY_READ_UNSOUND;
  return lay_out(worker, (size_t)source->options.width);
}

/* `odd` is known only now, when all chunks before have told their parity. */
parley_read_result parley_chunk_cut(const parley_parallel_source *source, parley_read_worker *worker, int64_t from,
                                    int64_t to, int quote, bool odd) {
  size_t limit = source->options.limit, end, begin = 0;
  parley_read_result done = find_end(source, worker, to, odd != worker->survey.odd, limit, &end);
  if (done != PARLEY_READ_DONE) return done;
  if (from > source->start) begin = parley_csv_border(&source->options, worker->buffer, end, 1, odd);
  size_t own = (size_t)(to - worker->base);
  if (end > own) {
    parley_survey more = parley_survey_text(worker->buffer + own, end - own, quote);
    worker->survey.quotes |= more.quotes;
    worker->survey.returns |= more.returns;
  }
  worker->text = worker->buffer + begin;
  worker->length = end - begin;
  if (worker->length > limit) return PARLEY_READ_UNSOUND;
  end_line(worker, worker->base + (int64_t)end == source->end);
  return find_records(source, worker, quote);
}
