/* A chunk of the file: its bytes, where its records are, and whether they are in order. */
#define _XOPEN_SOURCE 700 /* pread */

#include "text/parallel/chunk.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/byte_scan.h"

enum { BEYOND = 4096 }; /* bytes read besides, where a record goes on beyond its chunk */

static bool is_break(char c) { return c == '\n' || c == '\r'; }

/* ---- bytes ---- */

static bool make_room(parley_hand *hand, size_t size) {
  if (size + PARLEY_READ_PAD + 1 <= hand->room) return true;
  size_t room = size + size / 4 + PARLEY_READ_PAD + 1;
  char *buffer = parley_alloc(hand->buffer, room);
  if (buffer == NULL) return false;
  hand->buffer = buffer;
  hand->room = room;
  return true;
}

/* Reads until `size` bytes are in the buffer. */
static parley_read_result fill(const parley_csv_source *source, parley_hand *hand, size_t size) {
  if (!make_room(hand, size)) return PARLEY_READ_FAILED;
  while (hand->filled < size) {
    ssize_t got = pread(source->file, hand->buffer + hand->filled, size - hand->filled,
                        (off_t)(hand->base + (int64_t)hand->filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return PARLEY_READ_UNSOUND; /* the file is shorter than it was */
    hand->filled += (size_t)got;
  }
  memset(hand->buffer + size, 0, PARLEY_READ_PAD);
  return PARLEY_READ_DONE;
}

parley_read_result parley_chunk_load(const parley_csv_source *source, parley_hand *hand, int64_t from, int64_t to,
                                     int quote) {
  int64_t before = from > source->start ? 1 : 0, beyond = to - from < BEYOND ? to - from : BEYOND;
  int64_t end = source->end - to < beyond ? source->end : to + beyond;
  char extra;
  hand->base = from - before;
  hand->filled = 0;
  parley_read_result done = fill(source, hand, (size_t)(end - hand->base));
  if (done != PARLEY_READ_DONE) return done;
  hand->survey = parley_survey_text(hand->buffer + before, (size_t)(to - from), quote);
  bool more = to == source->end && pread(source->file, &extra, 1, (off_t)to) > 0;
  return more ? PARLEY_READ_UNSOUND : PARLEY_READ_DONE;
}

/* The end of the last record that begins before `to`. Reads on until it is there. */
static parley_read_result find_end(const parley_csv_source *source, parley_hand *hand, int64_t to, bool odd,
                                   size_t limit, size_t *end) {
  for (;;) {
    *end = to == source->end ? hand->filled
                             : parley_csv_border(&source->options, hand->buffer, hand->filled,
                                                 (size_t)(to - hand->base), odd);
    bool all = hand->base + (int64_t)hand->filled == source->end;
    if (*end < hand->filled || all) return PARLEY_READ_DONE;
    if (hand->filled > limit) return PARLEY_READ_UNSOUND;
    int64_t left = source->end - hand->base;
    size_t size = hand->filled * 2;
    parley_read_result done = fill(source, hand, (int64_t)size < left ? size : (size_t)left);
    if (done != PARLEY_READ_DONE) return done;
  }
}

/* The last line of a file may lack its end. */
static void end_line(parley_hand *hand, bool last) {
  if (!last || hand->length == 0 || is_break(hand->text[hand->length - 1])) return;
  hand->text[hand->length++] = '\n';
}

/* ---- records ---- */

static bool add_stretch(parley_hand *hand, size_t first, int64_t rows) {
  if (hand->stretch_count == hand->stretch_room) {
    int room = hand->stretch_room * 2 + 4;
    parley_stretch *stretches = parley_alloc(hand->stretches, (size_t)room * sizeof *stretches);
    if (stretches == NULL) return false;
    hand->stretches = stretches;
    hand->stretch_room = room;
  }
  hand->stretches[hand->stretch_count++] = (parley_stretch){first, rows};
  hand->rows += rows;
  return true;
}

/* Whether each `width`th stop, and no other, is a line break. */
static bool is_regular(const parley_hand *hand, size_t width) {
  size_t rows = (size_t)hand->stops.breaks;
  if (hand->stops.count != rows * width) return false;
  for (size_t row = 0; row < rows; row++) {
    if (!is_break(hand->text[hand->stops.at[row * width + width - 1]])) return false;
  }
  return true;
}

/* Whether the record whose first stop this is has nothing in it. */
static bool is_blank(const parley_hand *hand, size_t first) {
  uint32_t from = hand->stops.at[(ptrdiff_t)first - 1] + 1, stop = hand->stops.at[first];
  const char *text = hand->text;
  if (!is_break(text[stop])) return false;
  return stop == from || (stop == from + 1 && text[from] == '\r' && text[stop] == '\n');
}

static bool is_record(const parley_hand *hand, size_t first, size_t width) {
  if (hand->stops.count - first < width) return false;
  for (size_t i = 0; i < width; i++) {
    if (is_break(hand->text[hand->stops.at[first + i]]) != (i == width - 1)) return false;
  }
  return true;
}

/* Record by record, where there are blank lines between them. */
static parley_read_result lay_out_around_blanks(parley_hand *hand, size_t width) {
  size_t first = 0, at = 0;
  while (at < hand->stops.count) {
    bool blank = is_blank(hand, at);
    if (!blank && !is_record(hand, at, width)) return PARLEY_READ_UNSOUND;
    if (blank && at > first && !add_stretch(hand, first, (int64_t)((at - first) / width))) return PARLEY_READ_FAILED;
    at += blank ? 1 : width;
    if (blank) first = at;
  }
  if (at > first && !add_stretch(hand, first, (int64_t)((at - first) / width))) return PARLEY_READ_FAILED;
  return PARLEY_READ_DONE;
}

static parley_read_result lay_out(parley_hand *hand, size_t width) {
  hand->rows = hand->stretch_count = 0;
  if (!is_regular(hand, width)) return width == 1 ? PARLEY_READ_UNSOUND : lay_out_around_blanks(hand, width);
  if (hand->stops.count == 0) return PARLEY_READ_DONE;
  return add_stretch(hand, 0, hand->stops.breaks) ? PARLEY_READ_DONE : PARLEY_READ_FAILED;
}

/* ---- UTF-8 ---- */

static bool is_continued(const unsigned char *text, int count) {
  for (int i = 1; i <= count; i++) {
    if ((text[i] & 0xC0) != 0x80) return false;
  }
  return true;
}

/* Bytes of the character at the start of a text, which is beyond ASCII; 0: it is none. There is readable memory that
   is no part of a character behind the text. */
static size_t character(const unsigned char *text) {
  unsigned first = text[0], second = text[1];
  if (first >= 0xC2 && first < 0xE0) return is_continued(text, 1) ? 2 : 0;
  if (first >= 0xE0 && first < 0xF0) {
    bool plain = (first > 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0);
    return plain && is_continued(text, 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first < 0xF5) {
    bool plain = (first > 0xF0 || second >= 0x90) && (first < 0xF4 || second < 0x90);
    return plain && is_continued(text, 3) ? 4 : 0;
  }
  return 0;
}

static bool is_utf8(const char *text, size_t length) {
  const unsigned char *at = (const unsigned char *)text, *end = at + length;
  while (at < end) {
    if (*at < 0x80) {
      while (end - at >= 8 && parley_is_ascii((const char *)at, 8)) at += 8;
      while (at < end && *at < 0x80) at++;
      continue;
    }
    size_t size = character(at);
    if (size == 0) return false;
    at += size;
  }
  return at == end;
}

/* ---- the whole ---- */

static parley_read_result find_records(const parley_csv_source *source, parley_hand *hand, int quote) {
  parley_stops *stops = &hand->stops;
  char delimiter = source->options.delimiter;
  if (!parley_stops_find(stops, hand->text, hand->length, delimiter, quote, hand->survey)) return PARLEY_READ_FAILED;
  if (stops->open) return PARLEY_READ_UNSOUND;
  if (stops->beyond_ascii && !is_utf8(hand->text, hand->length)) return PARLEY_READ_UNSOUND;
  return lay_out(hand, (size_t)source->options.width);
}

parley_read_result parley_chunk_cut(const parley_csv_source *source, parley_hand *hand, int64_t from, int64_t to,
                                    int quote, bool odd) {
  size_t limit = source->options.limit, end, begin = 0;
  parley_read_result done = find_end(source, hand, to, odd != hand->survey.odd, limit, &end);
  if (done != PARLEY_READ_DONE) return done;
  if (from > source->start) begin = parley_csv_border(&source->options, hand->buffer, end, 1, odd);
  size_t own = (size_t)(to - hand->base);
  if (end > own) {
    parley_survey more = parley_survey_text(hand->buffer + own, end - own, quote);
    hand->survey.quotes |= more.quotes;
    hand->survey.returns |= more.returns;
  }
  hand->text = hand->buffer + begin;
  hand->length = end - begin;
  if (hand->length > limit) return PARLEY_READ_UNSOUND;
  end_line(hand, hand->base + (int64_t)end == source->end);
  return find_records(source, hand, quote);
}
