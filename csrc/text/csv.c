/*
** Two steps, taken in turns: blocks of 64 bytes become positions of delimiters, quotes and line breaks, a few
** thousand at a time; records are read by going from position to position. A record that the bytes at hand do not end
** is read again from its start when there are more.
**
** R1  Positions are kept relative to `base` in 32 bits, as a stretch has 64 kB: half the memory of pointers.
** R2  A field is never copied but for doubled quotes: it points into the window, which moves only when more is read,
**     and then the record is read again.
*/
#include "text/csv.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/buffer.h"

enum { FIRST_BUFFER = 256 * 1024, FIRST_FIELDS = 64, LINE_END = 2 };
enum { FOUND = 4096, STRETCH = 64 * 1024 }; /* most positions looked up at a time, and most bytes looked at for them */
#define NOWHERE SIZE_MAX /* no position of a text */

/* ---- from position to position ---- */

/* Looks up the positions of the next stretch. Blocks are added while 64 positions still fit; the last block of a
   text, shorter than 64 bytes, is looked at in a copy. */
static void look(parley_csv *csv) {
  const char *text = csv->window.text;
  size_t at = csv->scanned, end = csv->window.end - at > STRETCH ? at + STRETCH : csv->window.end;
  uint32_t *last = csv->found, *full = csv->found + FOUND - PARLEY_SCAN_BLOCK;
  uint64_t high = 0;
  csv->base = at;
  for (; end - at >= PARLEY_SCAN_BLOCK && last <= full; at += PARLEY_SCAN_BLOCK) {
    parley_scan_bits bits = parley_scan(text + at, csv->set);
    last += parley_scan_positions(bits.found, (uint32_t)(at - csv->base), last);
    high |= bits.high;
  }
  if (end - at < PARLEY_SCAN_BLOCK && last <= full) {
    parley_scan_bits bits = parley_scan_rest(text + at, end - at, csv->set);
    last += parley_scan_positions(bits.found, (uint32_t)(at - csv->base), last);
    high |= bits.high;
    at = end;
  }
  csv->scanned = at;
  csv->next = csv->found;
  csv->last = last;
  csv->high = high != 0;
  csv->any_high |= csv->high;
}

/* Makes the reader look afresh at what is not used up. The bytes at hand have moved: positions are of no use any
   more. */
static void restart(parley_csv *csv) {
  csv->scanned = csv->window.at;
  csv->next = csv->last = csv->found;
  csv->high = false;
}

/* Position of the next delimiter, quote or line break, or the end. At the end of the bytes it gives the end itself,
   as often as asked. */
static inline size_t next_found(parley_csv *csv) {
  while (csv->next == csv->last) {
    if (csv->scanned == csv->window.end) return csv->window.end;
    look(csv);
  }
  return csv->base + *csv->next++;
}

static inline bool is_quote(const parley_csv *csv, size_t at) {
  return at < csv->window.end && (unsigned char)csv->window.text[at] == csv->quote;
}

static inline bool is_break(char c) { return c == '\n' || c == '\r'; }

static inline bool is_crlf(const parley_csv *csv, size_t at) {
  const char *text = csv->window.text;
  return text[at] == '\r' && at + 1 < csv->window.end && text[at + 1] == '\n';
}

static void note_problem(parley_csv *csv, parley_csv_problem problem, size_t at) {
  if (csv->record.problem != PARLEY_CSV_SOUND) return;
  csv->record.problem = problem;
  csv->record.problem_field = csv->record.count + 1;
  csv->problem_at = at;
}

/* ---- fields ---- */

/* The end of a field without quotes, or of the rest of one after its quotes: quotes in it are data. */
static inline size_t end_of_plain(parley_csv *csv) {
  size_t until = next_found(csv);
  while (is_quote(csv, until)) {
    note_problem(csv, PARLEY_CSV_STRAY_QUOTE, until);
    until = next_found(csv);
  }
  return until;
}

/* The quote that closes a field, or NOWHERE; the one that opens it has been passed. Line breaks are counted for the
   numbers of lines: CRLF once, by its LF. */
static size_t closing_quote(parley_csv *csv, parley_csv_field *field) {
  for (;;) {
    size_t at = next_found(csv);
    if (at == csv->window.end) return NOWHERE;
    if (!is_quote(csv, at)) {
      csv->breaks += is_break(csv->window.text[at]) && !is_crlf(csv, at);
    } else if (is_quote(csv, at + 1)) {
      next_found(csv);
      field->doubled = csv->any_doubled = true;
    } else {
      return at; /* where the bytes end here, after_break asks for more: it may be the first of two quotes */
    }
  }
}

static parley_csv_field field_of(const parley_csv *csv, size_t start, size_t until) {
  return (parley_csv_field){.text = csv->window.text + start, .length = (uint32_t)(until - start)};
}

/* The first byte from `at` on that is no blank. */
static size_t pass_blanks(const parley_csv *csv, size_t at) {
  const char *text = csv->window.text;
  while (at < csv->window.end && parley_ascii_is_blank(text[at]) && text[at] != csv->delimiter) at++;
  return at;
}

/* Whether a field begins with a quote, which is moved to over blanks. */
static inline bool opens(const parley_csv *csv, size_t start, size_t *quote) {
  *quote = start;
  if (is_quote(csv, start)) return true;
  if (csv->quote < 0) return false;
  *quote = pass_blanks(csv, start);
  return is_quote(csv, *quote);
}

/* Reads the field that begins at `start` and whose quote stands at `open`; gives its end, or NOWHERE when the bytes end
   before it. */
static size_t read_quoted(parley_csv *csv, size_t start, size_t open, parley_csv_field *field) {
  next_found(csv);
  *field = (parley_csv_field){.text = csv->window.text + open + 1, .quoted = true};
  size_t close = closing_quote(csv, field);
  if (close == NOWHERE) return NOWHERE;
  field->length = (uint32_t)(close - open - 1);
  size_t behind = pass_blanks(csv, close + 1);
  if (behind == csv->window.end) return behind;
  char after = csv->window.text[behind];
  if (after == csv->delimiter || is_break(after)) return next_found(csv);
  note_problem(csv, PARLEY_CSV_AFTER_QUOTE, close + 1);
  size_t until = end_of_plain(csv);
  *field = field_of(csv, start, until);
  return until;
}

/* Where the next record starts, when one ends at `until`; NOWHERE when the bytes do not tell. A CR at the very end
   of the bytes may be half of a CRLF: more is read first. */
static size_t after_break(parley_csv *csv, size_t until) {
  const char *text = csv->window.text;
  if (until == csv->window.end) return csv->window.final ? until : NOWHERE;
  if (text[until] == '\n') return until + 1;
  if (until + 1 == csv->window.end) return csv->window.final ? until + 1 : NOWHERE;
  if (text[until + 1] != '\n') return until + 1;
  next_found(csv);
  return until + 2;
}

/* ---- records ---- */

typedef enum taken { TAKEN, SHORT, NO_MEMORY } taken;

static bool more_fields(parley_csv *csv) {
  int room = csv->room * 2;
  parley_csv_field *fields = parley_alloc(csv->fields, (size_t)room * sizeof *fields);
  if (fields == NULL) return false;
  csv->fields = fields;
  csv->room = room;
  return true;
}

/* Stores fields as long as they have neither quotes nor the end of the record: most of most texts. Locals only, as
   this is where the time goes. Stops at the first position that is no delimiter, or when the array is full. */
static inline size_t take_plain_fields(parley_csv *csv, size_t start) {
  const char *text = csv->window.text + csv->base, *from = csv->window.text + start;
  const uint32_t *next = csv->next, *last = csv->last;
  parley_csv_field *field = csv->fields + csv->record.count, *full = csv->fields + csv->room;
  char delimiter = csv->delimiter;
  for (; next < last && field < full && text[*next] == delimiter; next++, field++) {
    *field = (parley_csv_field){.text = from, .length = (uint32_t)(text + *next - from)};
    from = text + *next + 1;
  }
  csv->next = next;
  csv->record.count = (int)(field - csv->fields);
  return (size_t)(from - csv->window.text);
}

/* Reads one field of any kind; gives its end. Where there is no room for it, it is only counted. Beyond
   PARLEY_CSV_COLUMNS a field goes to a place that is thrown away. */
static size_t take_field(parley_csv *csv, size_t start) {
  parley_csv_field beyond;
  parley_csv_field *field = csv->record.count < csv->room ? &csv->fields[csv->record.count] : &beyond;
  size_t quote;
  bool quoted = opens(csv, start, &quote);
  size_t until = quoted ? read_quoted(csv, start, quote, field) : end_of_plain(csv);
  if (until == NOWHERE) {
    csv->open_quote = quote;
    return NOWHERE;
  }
  if (!quoted) *field = field_of(csv, start, until);
  csv->record.count++;
  return until;
}

/* Reads the fields of the record at `start`, up to its end. Ends: each turn either takes a field, grows the array or
   returns. */
static taken take_fields(parley_csv *csv, size_t start, size_t *end) {
  for (;;) {
    if (csv->record.count < csv->room) start = take_plain_fields(csv, start);
    if (csv->record.count == csv->room && csv->room < PARLEY_CSV_COLUMNS) {
      if (!more_fields(csv)) return NO_MEMORY;
      continue;
    }
    size_t until = take_field(csv, start);
    if (until == NOWHERE) return SHORT;
    *end = until;
    if (until == csv->window.end || csv->window.text[until] != csv->delimiter) return TAKEN;
    start = until + 1;
  }
}

/* The record that was read ends before `until`, and the next one starts at `next`. */
static void keep_record(parley_csv *csv, size_t until, size_t next) {
  size_t start = csv->window.at;
  parley_csv_record *r = &csv->record;
  r->fields = csv->fields;
  r->line = csv->line;
  r->offset = csv->window.offset + (int64_t)start;
  r->raw = csv->window.text + start;
  r->raw_length = until - start;
  if (r->problem != PARLEY_CSV_SOUND) parley_csv_place_problem(r, csv->problem_at - start);
  csv->line += csv->rows ? 1 : csv->breaks + 1;
  csv->window.at = next;
}

static void begin_record(parley_csv *csv) {
  csv->record.count = 0;
  csv->record.problem = PARLEY_CSV_SOUND;
  csv->breaks = 0;
  csv->any_doubled = false;
  csv->any_high = csv->high;
  csv->open_quote = NOWHERE;
}

/* ---- what ends the reading ---- */

static bool refuse_long(const parley_csv *csv, int64_t line, parley_error *err) {
  const char *key = csv->open_quote == NOWHERE ? "too_large.record" : "too_large.quoted_record";
  parley_fail_with(err, key, "most=%zu", csv->limit);
  return parley_fail_about(err, "line", "path=%s line=%lld", csv->name, (long long)line);
}

/* Told with the line of the quote, not of the end of the file, which says nothing. */
static bool refuse_unclosed(parley_csv *csv, parley_error *err) {
  bool after_cr = false;
  size_t start = csv->window.at;
  int64_t line = csv->line + parley_input_count_lines(csv->window.text + start, csv->open_quote - start, &after_cr);
  parley_fail_key(err, "malformed.open_quote");
  return parley_fail_about(err, "line", "path=%s line=%lld", csv->name, (long long)line);
}

/* Gets more bytes for a record that is not all there. */
static bool read_on(parley_csv *csv, parley_error *err) {
  if (csv->window.final) return refuse_unclosed(csv, err);
  parley_input_more more = parley_input_window_more(&csv->window, err);
  if (more == PARLEY_INPUT_MORE_FULL) return refuse_long(csv, csv->line, err);
  if (more == PARLEY_INPUT_MORE_FAILED) return false;
  restart(csv);
  return true;
}

/* ---- the reader ---- */

/* A record that is longer than the bytes at hand is read twice or more; the window doubles, so that costs at most
   twice the bytes. */
static bool take_record(parley_csv *csv, parley_error *err) {
  for (;;) {
    size_t until = NOWHERE;
    begin_record(csv);
    taken how = take_fields(csv, csv->window.at, &until);
    if (how == NO_MEMORY) return parley_no_memory(err);
    size_t next = how == TAKEN ? after_break(csv, until) : NOWHERE;
    if (next != NOWHERE) {
      keep_record(csv, until, next);
      return csv->record.raw_length <= csv->limit || refuse_long(csv, csv->record.line, err);
    }
    if (!read_on(csv, err)) return false;
  }
}

static bool at_end(parley_csv *csv, bool *failed, parley_error *err) {
  while (csv->window.at == csv->window.end && !csv->window.final) {
    if (parley_input_window_more(&csv->window, err) != PARLEY_INPUT_MORE) return *failed = true;
    restart(csv);
  }
  return csv->window.at == csv->window.end;
}

static bool is_blank(parley_csv *csv) {
  if (csv->record.raw_length > 0 || (csv->width == 1 && !csv->rows)) return false;
  csv->blank_lines++;
  return true;
}

/* ---- delimiter and quote ---- */

typedef struct marks {
  char delimiter, quote;
  bool quotes;
} marks;

static marks marks_of(const parley_csv_options *o) {
  marks m = {.delimiter = o->delimiter ? o->delimiter : ',', .quote = o->quote ? o->quote : '"',
             .quotes = !o->quotes_are_data};
  if (!m.quotes) m.quote = m.delimiter;
  return m;
}

static parley_scan_set set_of(marks m) {
  return (parley_scan_set){{(unsigned char)m.delimiter, (unsigned char)m.quote, '\n', '\r'}};
}

static bool is_mark(char c) { return c > 0 && !is_break(c); }

/* ---- lines that are no records ---- */

bool parley_csv_pass_line(parley_csv *csv, bool *over, parley_error *err) {
  bool failed = false;
  *over = at_end(csv, &failed, err);
  while (!*over) {
    begin_record(csv);
    size_t until = next_found(csv);
    while (until < csv->window.end && !is_break(csv->window.text[until])) until = next_found(csv);
    size_t next = after_break(csv, until);
    if (next != NOWHERE) {
      csv->window.at = next;
      csv->line++;
      return true;
    }
    if (!read_on(csv, err)) return false;
  }
  return !failed;
}

/* Has `count` bytes at hand, or all that are left. */
static bool have(parley_csv *csv, size_t count, parley_error *err) {
  begin_record(csv);
  while (csv->window.end - csv->window.at < count && !csv->window.final) {
    if (!read_on(csv, err)) return false;
  }
  return true;
}

static bool pass_comments(parley_csv *csv, parley_error *err) {
  bool over = false;
  while (csv->comment_length > 0 && !over) {
    if (!have(csv, csv->comment_length, err)) return false;
    const parley_input_window *w = &csv->window;
    bool comment = w->end - w->at >= csv->comment_length &&
                   memcmp(w->text + w->at, csv->comment, csv->comment_length) == 0;
    if (!comment) return true;
    if (!parley_csv_pass_line(csv, &over, err)) return false;
  }
  return true;
}

bool parley_csv_take_separator(parley_csv *csv, char *found, parley_error *err) {
  enum { LENGTH = 5 }; /* "sep=;" */
  bool over;
  *found = '\0';
  if (!have(csv, LENGTH + LINE_END, err)) return false;
  const char *text = csv->window.text + csv->window.at;
  size_t left = csv->window.end - csv->window.at;
  bool line = left >= LENGTH && (left == LENGTH || is_break(text[LENGTH]));
  if (!line || strncasecmp(text, "sep=", LENGTH - 1) != 0 || !is_mark(text[LENGTH - 1])) return true;
  if (text[LENGTH - 1] == csv->quote) return true;
  *found = text[LENGTH - 1];
  if (!parley_csv_pass_line(csv, &over, err)) return false;
  csv->delimiter = *found;
  csv->set = set_of((marks){*found, csv->quote < 0 ? *found : (char)csv->quote, csv->quote >= 0});
  restart(csv);
  return true;
}

/* ---- the next record ---- */

parley_record_next parley_csv_next(parley_csv *csv, parley_error *err) {
  bool failed = false;
  do {
    if (!pass_comments(csv, err)) return PARLEY_RECORD_FAILED;
    if (at_end(csv, &failed, err)) return failed ? PARLEY_RECORD_FAILED : PARLEY_RECORD_END;
    if (!take_record(csv, err)) return PARLEY_RECORD_FAILED;
  } while (is_blank(csv));
  return parley_csv_finish_record(csv, err) ? PARLEY_RECORD_READ : PARLEY_RECORD_FAILED;
}

/* ---- opening and closing ---- */

static bool csv_open(parley_csv *csv, const char *name, const parley_csv_options *o, parley_error *err) {
  marks m = marks_of(o);
  if (!is_mark(m.delimiter) || !is_mark(m.quote) || (m.quotes && m.delimiter == m.quote)) {
    return parley_fail_with(err, "misuse.csv_marks", "path=%s", name);
  }
  csv->name = name;
  csv->delimiter = m.delimiter;
  csv->quote = m.quotes ? m.quote : -1;
  csv->set = set_of(m);
  csv->width = o->width;
  csv->limit = o->limit > 0 ? o->limit : PARLEY_RECORD_LIMIT;
  if (csv->limit > INT32_MAX) csv->limit = INT32_MAX;
  csv->any_bytes = o->any_bytes;
  csv->rows = o->rows;
  csv->comment = o->comment;
  csv->comment_length = o->comment_length;
  csv->line = o->line > 0 ? o->line : 1;
  csv->room = FIRST_FIELDS;
  csv->fields = parley_alloc(NULL, FIRST_FIELDS * sizeof *csv->fields);
  csv->found = parley_alloc(NULL, FOUND * sizeof *csv->found);
  return (csv->fields != NULL && csv->found != NULL) || parley_no_memory(err);
}

bool parley_csv_open(parley_csv *csv, parley_input *input, const parley_csv_options *options, parley_error *err) {
  const parley_csv_options none = {0};
  if (options == NULL) options = &none;
  return csv_open(csv, input->name, options, err) &&
         parley_input_window_open(&csv->window, input, options->buffer > 0 ? options->buffer : FIRST_BUFFER,
                                  csv->limit + LINE_END, err);
}

bool parley_csv_open_memory(parley_csv *csv, const char *name, const char *text, size_t length,
                            const parley_csv_options *options, parley_error *err) {
  const parley_csv_options none = {0};
  if (!csv_open(csv, name, options != NULL ? options : &none, err)) return false;
  parley_input_window_memory(&csv->window, text, length);
  restart(csv);
  return true;
}

void parley_csv_close(parley_csv *csv) {
  parley_input_window_close(&csv->window);
  parley_alloc(csv->fields, 0);
  parley_alloc(csv->found, 0);
  parley_alloc(csv->scratch, 0);
  *csv = (parley_csv){.width = 0};
}

/* Quotes are counted from a place where it is known whether it lies in them; the parallel reader finds that out in a
   first pass (text/parallel/chunk.c). */
size_t parley_csv_border(const parley_csv_options *options, const char *text, size_t length, size_t from, bool quoted) {
  marks m = marks_of(options);
  if (from == 0) return 0;
  for (size_t at = from - 1; at < length; at++) { /* a break just before `from` counts */
    if (m.quotes && text[at] == m.quote && at >= from) quoted = !quoted;
    if (quoted || !is_break(text[at])) continue;
    return at + 1 < length && text[at] == '\r' && text[at + 1] == '\n' ? at + 2 : at + 1;
  }
  return length;
}
