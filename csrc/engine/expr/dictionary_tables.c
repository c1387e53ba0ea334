/*
** A step that depends on one text or date column is worked out once per entry of its dictionary, by the same kernels
** run over the entries; per row it is then one load, which is look_up.c's. Where that fails for an entry, which perhaps
** no row has, or where there are more entries than rows, each row is worked out by itself.
**
** R1  Made by one thread before the rows are worked on, from the root down: an operand of a step that got a table is
**     not looked at any more. Kernels then only read it.
** R2  A table has one entry more than the dictionary, for missing rows: `x is nil` and coalesce give values for them.
*/
#include <string.h>

#include "engine/expr/vector.h"

typedef unsigned char byte;

static const parley_dictionary *dictionary_of(const parley_program *program, int column) {
  return &program->frame->columns[column].dictionary;
}

/* A table of more entries than rows costs more than it saves. `column is nil` is a look at a bitmap already. */
static bool pays(const parley_program *program, int at, int64_t rows) {
  const parley_step *step = &program->steps[at];
  if (step->only < 0 || step->operation == PARLEY_DO_COLUMN || step->operation == PARLEY_DO_LOOK_UP) return false;
  if (step->inner) return false; /* whether it fits is for the sum around it to say */
  if (dictionary_of(program, step->only)->entries > rows) return false;
  bool plain = step->count > 0 && program->steps[parley_expr_arg(program, at, 0)].operation == PARLEY_DO_COLUMN;
  return !(step->operation == PARLEY_DO_IS_NIL && plain);
}

/* Bytes for bits, since a table is read at random. */
static bool bytes_of_bits(parley_run *run, const byte *bits, int64_t count, parley_buffer *out, parley_error *err) {
  if (!parley_buffer_resize(&run->memory, out, (size_t)count, err)) return false;
  parley_expr_spread_bits(bits, 0, count, out->data);
  return true;
}

/* The common condition `party = 'x'` becomes a comparison of codes, without a load from the table. */
static void find_only(parley_table *table) {
  const byte *truth = table->truth.data, *found = memchr(truth, 1, (size_t)table->entries);
  table->only = -1;
  if (found == NULL || !table->complete || truth[table->entries]) return;
  int32_t at = (int32_t)(found - truth);
  if (memchr(found + 1, 1, (size_t)(table->entries - at - 1)) == NULL) table->only = at;
}

/* nulls counts entries and the one behind; complete looks at the entries only. */
static bool finish_table(parley_run *run, parley_table *table, parley_error *err) {
  const parley_column *values = &table->values;
  int64_t slots = (int64_t)table->entries + 1;
  table->missing = !parley_column_has(values, table->entries);
  table->complete = values->nulls == table->missing;
  const byte *bits = values->validity.data;
  if (bits != NULL && !bytes_of_bits(run, bits, slots, &table->valid, err)) return false;
  if (parley_column_layout(values) != PARLEY_LAYOUT_TRUTH) return true;
  if (!bytes_of_bits(run, values->values.data, slots, &table->truth, err)) return false;
  find_only(table);
  return true;
}

void parley_table_free(parley_run *run, parley_table *table) {
  if (table == NULL) return;
  parley_column_free(&run->memory, &table->values);
  parley_buffer_free(&run->memory, &table->truth);
  parley_buffer_free(&run->memory, &table->valid);
  parley_alloc(table, 0);
}

/* What cost and can_fail were is overwritten: the table has every answer, and none failed. */
static bool make_table(parley_program *program, int at, parley_error *err) {
  parley_step *step = &program->steps[at];
  parley_table *table = parley_alloc(NULL, sizeof *table);
  if (table == NULL) return parley_no_memory(err);
  *table = (parley_table){.entries = dictionary_of(program, step->only)->entries, .only = -1};
  parley_rows entries = {.count = (int64_t)table->entries + 1};
  bool done = parley_expr_fill(program, at, step->only, &entries, &table->values, err) &&
              finish_table(program->run, table, err);
  if (!done) {
    parley_table_free(program->run, table);
    return false;
  }
  step->operation = PARLEY_DO_LOOK_UP;
  step->column = step->only;
  step->table = table;
  step->can_fail = false;
  step->cost = 3;
  return true;
}

/* Other codes (memory, cancelled, limit) would meet each row just so. */
static bool lies_in_a_value(parley_error_code code) {
  return code == PARLEY_ERROR_OVERFLOW || code == PARLEY_ERROR_BAD_PATTERN || code == PARLEY_ERROR_BAD_DATE ||
         code == PARLEY_ERROR_BAD_VALUE || code == PARLEY_ERROR_NO_NAME || code == PARLEY_ERROR_MISSING_FILE;
}

/* What an entry does wrong may concern no row; everything else that fails is a failure. After a failed table the
   step stays as it was, and its operands may still get tables of their own. */
bool parley_tables_make(parley_program *program, int at, int64_t rows, parley_error *err) {
  parley_error failed = {0};
  if (pays(program, at, rows)) {
    if (make_table(program, at, &failed)) return true;
    if (!lies_in_a_value(failed.code)) {
      if (err != NULL) *err = failed;
      return false;
    }
  }
  if (program->steps[at].operation == PARLEY_DO_LOOK_UP) return true;
  for (int k = 0; k < program->steps[at].count; k++) {
    if (!parley_tables_make(program, parley_expr_arg(program, at, k), rows, err)) return false;
  }
  return true;
}
