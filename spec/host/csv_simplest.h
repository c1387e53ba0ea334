/*
** A CSV reader of the simplest kind, byte by byte, to hold the real one against. For csv_host.c.
*/
#ifndef CSV_SIMPLEST_H
#define CSV_SIMPLEST_H

#include "csv_said.h"

typedef struct simple {
  const char *bytes;
  size_t length, at;
  int64_t line;
  parley_csv_options how; /* with its defaults filled in */
  parley_csv_field fields[512];
  char store[4096]; /* fields without their doubled quotes */
  size_t stored;
  parley_csv_record record;
} simple;

static bool at_break(const simple *s) { return s->bytes[s->at] == '\n' || s->bytes[s->at] == '\r'; }

static void simple_problem(simple *s, parley_csv_problem problem, size_t at) {
  if (s->record.problem != PARLEY_CSV_SOUND) return;
  s->record.problem = problem;
  s->record.problem_field = s->record.count + 1;
  s->record.problem_line = s->record.line;
  s->record.problem_byte = 1;
  for (size_t i = (size_t)s->record.offset; i < at; i++) {
    s->record.problem_byte++;
    bool crlf = s->bytes[i] == '\n' && i > 0 && s->bytes[i - 1] == '\r';
    if (s->bytes[i] != '\n' && s->bytes[i] != '\r') continue;
    s->record.problem_line += !crlf;
    s->record.problem_byte = 1;
  }
}

static void simple_plain(simple *s, parley_csv_field *field, size_t from, parley_csv_problem problem) {
  for (; s->at < s->length && s->bytes[s->at] != s->how.delimiter && !at_break(s); s->at++) {
    if (!s->how.quotes_are_data && s->bytes[s->at] == s->how.quote) simple_problem(s, problem, s->at);
  }
  *field = (parley_csv_field){.text = s->bytes + from, .length = (uint32_t)(s->at - from)};
}

/* Counts a line break inside quotes and passes it, keeping its bytes. */
static void simple_byte(simple *s) {
  char c = s->bytes[s->at];
  if (c == '\r' || (c == '\n' && s->bytes[s->at - 1] != '\r')) s->line++;
  s->store[s->stored++] = c;
  s->at++;
}

static size_t simple_blanks(const simple *s, size_t at) {
  while (at < s->length && strchr(" \t", s->bytes[at]) != NULL && s->bytes[at] != s->how.delimiter) at++;
  return at;
}

/* The field from `start`, at whose quote the reader stands. */
static bool simple_quoted(simple *s, parley_csv_field *field, size_t start) {
  size_t stored = s->stored;
  s->at++;
  for (; s->at < s->length; simple_byte(s)) {
    if (s->bytes[s->at] != s->how.quote) continue;
    s->at++;
    if (s->at < s->length && s->bytes[s->at] == s->how.quote) continue;
    *field = (parley_csv_field){.text = s->store + stored, .length = (uint32_t)(s->stored - stored), .quoted = true};
    size_t behind = simple_blanks(s, s->at);
    if (behind == s->length || s->bytes[behind] == s->how.delimiter || strchr("\r\n", s->bytes[behind]) != NULL) {
      s->at = behind;
      return true;
    }
    simple_problem(s, PARLEY_CSV_AFTER_QUOTE, s->at);
    simple_plain(s, field, start, PARLEY_CSV_AFTER_QUOTE);
    return true;
  }
  return false;
}

static void simple_end(simple *s) {
  s->record.raw_length = s->at - (size_t)s->record.offset;
  s->line++;
  if (s->at == s->length) return;
  char c = s->bytes[s->at++];
  if (c == '\r' && s->at < s->length && s->bytes[s->at] == '\n') s->at++;
}

/* False: a quote is not closed. */
static bool simple_record(simple *s) {
  s->record =
      (parley_csv_record){.fields = s->fields, .line = s->line, .offset = (int64_t)s->at, .raw = s->bytes + s->at};
  s->stored = 0;
  for (;;) {
    parley_csv_field *field = &s->fields[s->record.count];
    size_t start = s->at, open = simple_blanks(s, start);
    if (!s->how.quotes_are_data && open < s->length && s->bytes[open] == s->how.quote) {
      s->at = open;
      if (!simple_quoted(s, field, start)) return false;
    } else {
      simple_plain(s, field, s->at, PARLEY_CSV_STRAY_QUOTE);
    }
    s->record.count++;
    if (s->at == s->length || s->bytes[s->at] != s->how.delimiter) break;
    s->at++;
  }
  simple_end(s);
  return true;
}

static const char *read_simply(growing *out, const char *bytes, size_t length, const parley_csv_options *options) {
  static simple s;
  int width = options->width;
  s = (simple){.bytes = bytes, .length = length, .line = 1, .how = *options};
  text_clear(out);
  while (s.at < s.length) {
    bool comment = options->comment_length > 0 && s.length - s.at >= options->comment_length &&
                   memcmp(bytes + s.at, options->comment, options->comment_length) == 0;
    if (comment) {
      while (s.at < s.length && !at_break(&s)) s.at++;
      simple_end(&s);
      continue;
    }
    if (!simple_record(&s)) {
      text_say(out, "failed: malformed.open_quote\n");
      break;
    }
    if (s.record.raw_length == 0 && width != 1) continue;
    if (width == 0) width = s.record.count;
    size_t end = (size_t)s.record.offset + s.record.raw_length;
    s.record.count--; /* the place is the last field */
    if (s.record.count + 1 != width) simple_problem(&s, PARLEY_CSV_WIDTH, end);
    s.record.count++;
    show_record(out, &s.record);
  }
  return out->bytes;
}

#endif
