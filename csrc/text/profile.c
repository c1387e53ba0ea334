/* One pass over the records; columns that appear on the way start with what is stated about them. */
#include "text/profile.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

const char *const parley_profile_suspects[PARLEY_PROFILE_SUSPECTS] = {
    "-1", "-9", "-99", "-999", "-9999", "-8", "-88", "-888", "NA", "N/A", "n/a", "NULL", "null", "None", "?", "."};

/* Keys of JSON may come late: their columns begin with the rows before as if they were missing there. */
static bool widen(parley_profile *profile, const parley_record_reader *records, parley_error *err) {
  if (records->width <= profile->width) return true;
  size_t size = (size_t)records->width * sizeof *profile->columns;
  parley_profile_column *columns = parley_alloc(profile->columns, size);
  if (columns == NULL) return parley_no_memory(err);
  profile->columns = columns;
  for (int i = profile->width; i < records->width; i++) {
    memset(&columns[i], 0, sizeof columns[i]);
    parley_inference_begin(&columns[i].inference, &parley_record_reader_stated(records, i)->reading);
  }
  profile->width = records->width;
  return true;
}

/* Cut before a character that would not fit. */
static parley_profile_example example_of(const parley_record_cell *cell) {
  parley_profile_example e = {.length = cell->length, .cut = cell->length > PARLEY_PROFILE_EXAMPLE_LENGTH};
  if (e.cut) e.length = PARLEY_PROFILE_EXAMPLE_LENGTH;
  while (e.cut && e.length > 0 && parley_utf8_continues(cell->text[e.length])) e.length--;
  memcpy(e.text, cell->text, e.length);
  return e;
}

static void add_example(parley_profile_column *column, const parley_record_cell *cell) {
  if (column->example_count == PARLEY_PROFILE_EXAMPLES || cell->length == 0) return;
  parley_profile_example e = example_of(cell);
  for (int i = 0; i < column->example_count; i++) {
    const parley_profile_example *other = &column->examples[i];
    if (other->length == e.length && memcmp(other->text, e.text, e.length) == 0) return;
  }
  column->examples[column->example_count++] = e;
}

/* All suspects have at most five bytes and begin with one of these: most cells are told by their first byte. */
static void count_suspect(parley_profile_column *column, const parley_record_cell *cell) {
  if (cell->length == 0 || cell->length > 5 || strchr("-Nn?.", cell->text[0]) == NULL) return;
  for (int i = 0; i < PARLEY_PROFILE_SUSPECTS; i++) {
    const char *suspect = parley_profile_suspects[i];
    if (strlen(suspect) == cell->length && memcmp(suspect, cell->text, cell->length) == 0) column->suspects[i]++;
  }
}

/* A cell that the inference took as missing gives no example. */
static void add_record(parley_profile *profile, const parley_record_reader *records) {
  for (int i = 0; i < records->width; i++) {
    const parley_record_cell *cell = &records->cells[i];
    parley_profile_column *column = &profile->columns[i];
    if (cell->text == NULL) {
      column->inference.missing++;
      continue;
    }
    int64_t values = column->inference.values;
    parley_inference_add(&column->inference, cell->text, cell->length, cell->origin, records->line);
    if (column->inference.values == values) continue;
    column->bytes += (int64_t)cell->length;
    add_example(column, cell);
    count_suspect(column, cell);
  }
  profile->rows++;
}

/* Records between two questions whether to give up. */
enum { RECORDS_PER_LOOK = 256 };

/* May be called again to look at more; the first unsound record's fault is kept. */
bool parley_profile_records(const parley_run *run, parley_profile *profile, parley_record_reader *records, int64_t most,
                            parley_error *err) {
  for (int64_t read = 0; most == 0 || read < most; read++) {
    if (read % RECORDS_PER_LOOK == 0) {
      parley_run_tell(run, read, records->input->taken, records->input->size);
      if (parley_run_poll(run, err)) return false;
    }
    parley_record_next next = parley_record_reader_next(records, err);
    if (next == PARLEY_RECORD_FAILED) return false;
    profile->ended = next == PARLEY_RECORD_END;
    if (profile->ended) return true;
    if (!widen(profile, records, err)) return false;
    if (records->sound) add_record(profile, records);
    else if (profile->unsound++ == 0) parley_record_reader_explain(records, &profile->first_fault);
  }
  return true;
}

void parley_profile_free(parley_profile *profile) {
  parley_alloc(profile->columns, 0);
  *profile = (parley_profile){.width = 0};
}
