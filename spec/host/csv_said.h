/*
** What a CSV reader gave, in writing: one line for each record. For csv_host.c.
*/
#ifndef CSV_SAID_H
#define CSV_SAID_H

#include "check.h"
#include "text/csv.h"

static const char *const problem_names[] = {"", " !stray", " !after", " !width", " !utf8"};

/* Written "1 @0 [a]["b"] {raw} !problem line:byte:field". */
static void show_record(growing *out, const parley_csv_record *r) {
  text_say(out, "%lld @%lld ", (long long)r->line, (long long)r->offset);
  for (int i = 0; i < r->count; i++) {
    const parley_csv_field *f = &r->fields[i];
    text_say(out, f->quoted ? "[\"" : "[");
    text_show(out, f->text, f->length);
    text_say(out, f->quoted ? "\"]" : "]");
  }
  text_say(out, " {");
  text_show(out, r->raw, r->raw_length);
  text_say(out, "}%s", problem_names[r->problem]);
  if (r->problem != PARLEY_CSV_SOUND) {
    text_say(out, " %lld:%lld:%d", (long long)r->problem_line, (long long)r->problem_byte, r->problem_field);
  }
  text_say(out, "\n");
}

static void show_all(growing *out, parley_csv *csv) {
  parley_error err;
  parley_record_next next;
  while ((next = parley_csv_next(csv, &err)) == PARLEY_RECORD_READ) show_record(out, &csv->record);
  if (next == PARLEY_RECORD_FAILED) text_say(out, "failed: %s\n", told(&err));
}

#endif
