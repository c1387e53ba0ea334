/*
** What a file probably holds, from a few places in it. A place in the middle may lie inside quotes, and the rest of the
** file may be otherwise: nothing rests on this but how fast the file is read.
*/
#define _XOPEN_SOURCE 700 /* pread */

#include "text/parallel/sample.h"

#include <string.h>
#include <unistd.h>

#include "text/parallel/delimiter_index.h"
#include "text/parallel/column_parser.h"
#include "text/parallel/intern_table.h"

/* places; bytes of each; rows below which dictionaries always pay; different texts, and rows for each, beyond which
   they do not */
enum { PLACES = 8, LOOK = 32 * 1024, FEW_ROWS = 32768, MOST_TEXTS = 150000, FEWEST_REPEATS = 4 };

/* A column of the sample. */
typedef struct profile {
  parley_inference inference;
  parley_intern_table texts;
  int64_t values;
} profile;

/* ---- places ---- */

/* An error ends the place: the pass itself will tell of it. */
static size_t read_place(const parley_parallel_source *source, char *text, int64_t from, size_t most) {
  size_t got = 0;
  while (got < most) {
    ssize_t count = pread(source->file, text + got, most - got, (off_t)(from + (int64_t)got));
    if (count <= 0) break;
    got += (size_t)count;
  }
  return got;
}

static bool is_break(char c) { return c == '\n' || c == '\r'; }

/* Leaves out records that are cut, at the start and at the end. Bytes up to the first line break may be the rest of
   a record. */
static void trim_place(const parley_parallel_source *source, int64_t from, char **text, size_t *length) {
  bool cut = from + (int64_t)*length < source->end;
  while (cut && *length > 0 && !is_break((*text)[*length - 1])) --*length;
  if (from == source->start) return;
  while (*length > 0 && !is_break(**text)) {
    ++*text;
    --*length;
  }
}

static bool add_field(profile *s, const parley_csv_field *f, int64_t line) {
  parley_parse_origin origin = f->quoted ? PARLEY_PARSE_FROM_QUOTED : PARLEY_PARSE_FROM_BARE;
  int64_t values = s->inference.values;
  bool added;
  parley_inference_add(&s->inference, f->text, f->length, origin, line);
  if (s->inference.values == values || f->doubled) return true;
  s->values++;
  return parley_intern_code(&s->texts, f->text, f->length, &added) >= 0;
}

static bool add_record(profile *studies, const parley_csv_record *record, parley_sample *sample) {
  for (int i = 0; i < record->count; i++) {
    if (!add_field(&studies[i], &record->fields[i], record->line)) return false;
    sample->text_bytes[i] += record->fields[i].length;
  }
  sample->rows++;
  return true;
}

/* Records as long as they are sound. A place that begins inside quotes reads as nonsense and soon stops: harmless. */
static bool study_place(const parley_parallel_source *source, profile *studies, char *text, int64_t from, size_t most,
                        parley_sample *sample) {
  parley_csv csv = {0};
  parley_error err;
  parley_record_next next = PARLEY_RECORD_READ;
  char *start = text;
  size_t length = read_place(source, text, from, most);
  trim_place(source, from, &start, &length);
  bool done = parley_csv_open_memory(&csv, "", start, length, &source->options, &err);
  while (done && (next = parley_csv_next(&csv, &err)) == PARLEY_RECORD_READ) {
    if (csv.record.problem != PARLEY_CSV_SOUND) break;
    done = add_record(studies, &csv.record, sample);
    sample->bytes += (int64_t)csv.record.raw_length + 1;
  }
  sample->whole = from == source->start && from + (int64_t)length == source->end && next == PARLEY_RECORD_END;
  parley_csv_close(&csv);
  return done;
}

/* ---- columns ---- */

/* Whether texts hardly repeat. Two of n texts are the same in about n * n / 2D pairs, when D are different. The
   birthday estimate of how many there are. */
static bool hardly_repeats(const parley_parallel_source *source, const profile *s, double rows) {
  double values = (double)s->values, pairs = values - (double)s->texts.count;
  if ((rows < FEW_ROWS && source->look == 0) || values == 0) return false;
  double different = values * values / 2 / (pairs > 0.5 ? pairs : 0.5);
  return different > MOST_TEXTS || rows < different * FEWEST_REPEATS;
}

static void settle(const parley_parallel_source *source, parley_read_target *targets, const profile *studies,
                   const parley_sample *sample) {
  double share = sample->bytes > 0 ? (double)(source->end - source->start) / (double)sample->bytes : 1;
  for (int i = 0; i < source->options.width; i++) {
    if (!targets[i].stated) targets[i].type = parley_inference_type(&studies[i].inference);
    targets[i].hardly_repeats = hardly_repeats(source, &studies[i], (double)sample->rows * share);
    parley_read_target_begin(&targets[i]);
  }
}

static bool study_places(const parley_parallel_source *source, profile *studies, char *text, int places, size_t look,
                         parley_sample *sample) {
  int64_t length = source->end - source->start;
  for (int i = 0; i < places; i++) {
    int64_t from = source->start + length / places * i;
    if (!study_place(source, studies, text, from, look, sample)) return false;
  }
  return true;
}

bool parley_sample_take(const parley_parallel_source *source, parley_read_target *targets, parley_sample *sample) {
  size_t width = (size_t)source->options.width;
  int64_t length = source->end - source->start;
  int64_t each = source->look > 0 ? source->look : LOOK;
  int places = length <= PLACES * each ? 1 : PLACES;
  size_t look = (size_t)(places == 1 ? length : each);
  profile *studies = parley_alloc(NULL, width * sizeof *studies);
  char *text = parley_alloc(NULL, look + PARLEY_READ_PAD);
  bool done = studies != NULL && text != NULL;
  if (studies != NULL) memset(studies, 0, width * sizeof *studies);
  if (done) {
    memset(text, 0, look + PARLEY_READ_PAD);
    for (size_t i = 0; i < width; i++) parley_inference_begin(&studies[i].inference, targets[i].reading);
    done = study_places(source, studies, text, places, look, sample);
  }
  if (done) settle(source, targets, studies, sample);
  for (size_t i = 0; studies != NULL && i < width; i++) parley_intern_free(&studies[i].texts);
  parley_alloc(studies, 0);
  parley_alloc(text, 0);
  return done;
}
