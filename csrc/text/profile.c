/* One pass over the records; columns that appear on the way start with what is stated about them. */
#include "text/profile.h"

#include <errno.h>
#include <string.h>

#include "base/buffer.h"

const char *const parley_suspects[PARLEY_SUSPECTS] = {"-1",  "-9",   "-99", "-999", "-9999", "-8",  "-88", "-888",
                                                      "NA",  "N/A",  "n/a", "NULL", "null",  "None", "?",  "."};

static bool widen(parley_study *study, const parley_records *records, parley_error *err) {
  if (records->width <= study->width) return true;
  size_t size = (size_t)records->width * sizeof *study->columns;
  parley_column_study *columns = parley_alloc(study->columns, size);
  if (columns == NULL) return parley_no_memory(err);
  study->columns = columns;
  for (int i = study->width; i < records->width; i++) {
    memset(&columns[i], 0, sizeof columns[i]);
    parley_guess_begin(&columns[i].guess, &parley_records_stated(records, i)->reading);
  }
  study->width = records->width;
  return true;
}

static parley_example example_of(const parley_cell *cell) {
  parley_example e = {.length = cell->length, .cut = cell->length > PARLEY_EXAMPLE_LENGTH};
  if (e.cut) e.length = PARLEY_EXAMPLE_LENGTH;
  while (e.cut && e.length > 0 && ((unsigned char)cell->text[e.length] & 0xC0) == 0x80) e.length--;
  memcpy(e.text, cell->text, e.length);
  return e;
}

static void add_example(parley_column_study *column, const parley_cell *cell) {
  if (column->example_count == PARLEY_EXAMPLES || cell->length == 0) return;
  parley_example e = example_of(cell);
  for (int i = 0; i < column->example_count; i++) {
    const parley_example *other = &column->examples[i];
    if (other->length == e.length && memcmp(other->text, e.text, e.length) == 0) return;
  }
  column->examples[column->example_count++] = e;
}

static void count_suspect(parley_column_study *column, const parley_cell *cell) {
  if (cell->length == 0 || cell->length > 5 || strchr("-Nn?.", cell->text[0]) == NULL) return;
  for (int i = 0; i < PARLEY_SUSPECTS; i++) {
    const char *suspect = parley_suspects[i];
    if (strlen(suspect) == cell->length && memcmp(suspect, cell->text, cell->length) == 0) column->suspects[i]++;
  }
}

static void add_record(parley_study *study, const parley_records *records) {
  for (int i = 0; i < records->width; i++) {
    const parley_cell *cell = &records->cells[i];
    parley_column_study *column = &study->columns[i];
    if (cell->text == NULL) {
      column->guess.missing++;
      continue;
    }
    int64_t values = column->guess.values;
    parley_guess_add(&column->guess, cell->text, cell->length, cell->origin, records->line);
    if (column->guess.values == values) continue;
    column->bytes += (int64_t)cell->length;
    add_example(column, cell);
    count_suspect(column, cell);
  }
  study->rows++;
}

/* Records between two questions whether to give up. */
enum { RECORDS_PER_LOOK = 256 };

bool parley_study_records(const parley_run *run, parley_study *study, parley_records *records, int64_t most, parley_error *err) {
  for (int64_t read = 0; most == 0 || read < most; read++) {
    if (read % RECORDS_PER_LOOK == 0 && parley_run_poll(run, err)) return false;
    parley_next next = parley_records_next(records, err);
    if (next == PARLEY_NEXT_FAILED) return false;
    study->ended = next == PARLEY_NEXT_END;
    if (study->ended) return true;
    if (!widen(study, records, err)) return false;
    if (records->sound) add_record(study, records);
    else if (study->unsound++ == 0) parley_records_explain(records, &study->first_fault);
  }
  return true;
}

void parley_study_free(parley_study *study) {
  parley_alloc(study->columns, 0);
  *study = (parley_study){.width = 0};
}
