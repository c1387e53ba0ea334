/*
** A program as it grows: a step is added behind its operands and sums up what it takes over from them, and a value of
** one type is brought to another.
*/
#include "engine/expr/compile.h"

/* Doubling; a program of a million steps is some 200 MB, the reason for the bound in compile.h. */
static bool reserve(void **block, int *room, int needed, size_t size, parley_error *err) {
  if (needed <= *room) return true;
  int wanted = *room * 2 > needed ? *room * 2 : needed + 8;
  void *grown = parley_alloc(*block, (size_t)wanted * size);
  if (grown == NULL) return parley_no_memory(err);
  *block = grown;
  *room = wanted;
  return true;
}

/* program->args is set even after a failure: realloc has kept the old block. */
static bool append_args(parley_program_maker *m, const int *args, int count) {
  parley_program *program = m->program;
  void *block = program->args;
  bool done = reserve(&block, &program->arg_room, program->arg_count + count, sizeof(int), m->err);
  program->args = block;
  if (!done) return false;
  for (int k = 0; k < count; k++) program->args[program->arg_count++] = args[k];
  return true;
}

/* No column, then one, then many: never back. */
static int wider_only(int only, int other) {
  if (only == PARLEY_EXPR_NO_COLUMN || only == other) return other;
  return other == PARLEY_EXPR_NO_COLUMN ? only : PARLEY_EXPR_MANY_COLUMNS;
}

/* Whether a missing operand makes the step's value missing. Comparisons with dates that are read have periods among
   their operands, some of which may be missing. */
static bool spreads_missing(const parley_step *step) {
  if (step->operation >= PARLEY_OPERATIONS) return false;
  const parley_function *f = parley_function_of_operation((parley_operation)step->operation);
  return f->missing == PARLEY_MISSING_SPREADS && !parley_function_has(f, "comparison");
}

/* Whether nothing can come of the step, as one of its operands is always missing and none can fail. Where an operand
   can fail it has to be evaluated, even if nothing can come of it. */
static bool misses_operand(const parley_program *program, const parley_step *step, const int *args, int count) {
  bool missing = false;
  for (int k = 0; k < count; k++) missing = missing || program->steps[args[k]].operation == PARLEY_DO_NOTHING;
  return missing && !step->can_fail && spreads_missing(step);
}

/* The cost stops growing at a hundred million, so that an int does not overflow. */
int parley_program_add(parley_program_maker *m, parley_step step, const int *args, int count) {
  parley_program *program = m->program;
  void *block = program->steps;
  if (program->count >= PARLEY_PROGRAM_MOST_STEPS) {
    return parley_fail_key(m->err, "too_large.expression"), -1;
  }
  bool done = reserve(&block, &program->room, program->count + 1, sizeof(parley_step), m->err);
  program->steps = block;
  if (!done) return -1;
  step.first = program->arg_count;
  step.count = count;
  for (int k = 0; k < count; k++) {
    const parley_step *arg = &program->steps[args[k]];
    step.only = wider_only(step.only, arg->only);
    step.can_fail = step.can_fail || arg->can_fail;
    step.cost = step.cost > 100000000 ? step.cost : step.cost + arg->cost;
  }
  if (misses_operand(program, &step, args, count)) {
    step.operation = PARLEY_DO_NOTHING;
    step.count = count = 0;
  }
  if (!append_args(m, args, count)) return -1;
  program->steps[program->count] = step;
  return program->count++;
}

/* Knows nothing of its range. */
parley_step parley_step_plain(int operation, parley_layout layout, int cost) {
  return (parley_step){.operation = operation, .layout = layout, .only = PARLEY_EXPR_NO_COLUMN, .cost = cost,
                       .low = INT64_MIN, .high = INT64_MAX, .column = -1};
}

/* A type is needed even of nothing: text, where none is wanted. */
int parley_program_add_nothing(parley_program_maker *m, parley_layout wanted) {
  parley_layout layout = wanted == PARLEY_LAYOUT_NONE ? PARLEY_LAYOUT_TEXT : wanted;
  return parley_program_add(m, parley_step_plain(PARLEY_DO_NOTHING, layout, 0), NULL, 0);
}

int parley_program_add_truth(parley_program_maker *m, bool value) {
  parley_step step = parley_step_plain(PARLEY_DO_CONSTANT, PARLEY_LAYOUT_TRUTH, 0);
  step.constant = (parley_value){.type = PARLEY_BOOLEAN, .integer = value};
  return parley_program_add(m, step, NULL, 0);
}

/* ---- types ---- */

/* Constants are folded: a day, or nothing for an open start. */
int parley_program_as_first_day(parley_program_maker *m, int at) {
  const parley_step *date = &m->program->steps[at];
  if (date->operation == PARLEY_DO_NOTHING) return parley_program_add_nothing(m, PARLEY_LAYOUT_INTEGER);
  if (date->operation == PARLEY_DO_CONSTANT && date->layout == PARLEY_LAYOUT_DATED) {
    if (date->days[0] == INT32_MIN) return parley_program_add_nothing(m, PARLEY_LAYOUT_INTEGER);
    parley_step day = parley_step_plain(PARLEY_DO_CONSTANT, PARLEY_LAYOUT_INTEGER, 0);
    day.constant = (parley_value){.type = PARLEY_INTEGER, .integer = date->days[0]};
    day.low = day.high = date->days[0];
    return parley_program_add(m, day, NULL, 0);
  }
  bool text = date->layout == PARLEY_LAYOUT_TEXT;
  parley_step step = parley_step_plain(PARLEY_DO_FIRST_DAY, PARLEY_LAYOUT_INTEGER, text ? PARLEY_PROGRAM_DATE_COST : 2);
  step.can_fail = text;
  step.low = INT32_MIN;
  step.high = INT32_MAX;
  return parley_program_add(m, step, &at, 1);
}

/* A constant is changed in place: each node's steps are its own. */
int parley_program_as_number(parley_program_maker *m, int at) {
  parley_step *step = &m->program->steps[at];
  if (step->operation != PARLEY_DO_CONSTANT) {
    return parley_program_add(m, parley_step_plain(PARLEY_DO_AS_NUMBER, PARLEY_LAYOUT_NUMBER, 1), &at, 1);
  }
  step->constant = (parley_value){.type = PARLEY_NUMBER, .number = (double)step->constant.integer};
  step->layout = PARLEY_LAYOUT_NUMBER;
  return at;
}

int parley_program_coerce(parley_program_maker *m, int at, parley_layout wanted) {
  if (at < 0) return at;
  parley_layout layout = m->program->steps[at].layout;
  if (wanted == PARLEY_LAYOUT_NONE || layout == wanted) return at;
  if (wanted == PARLEY_LAYOUT_TEXT && layout == PARLEY_LAYOUT_DATED) return at;
  if (layout == PARLEY_LAYOUT_INTEGER && wanted == PARLEY_LAYOUT_NUMBER) return parley_program_as_number(m, at);
  if (layout == PARLEY_LAYOUT_DATED && wanted == PARLEY_LAYOUT_INTEGER) return parley_program_as_first_day(m, at);
  parley_fail_with(m->err, "misuse.engine_type", "got=%s type=%s",
              parley_type_name(parley_type_of_layout(layout)), parley_type_name(parley_type_of_layout(wanted)));
  return -1;
}

/* As often as called; `run` stays, the memory of tables counts with it. */
void parley_program_free(parley_program *program) {
  for (int at = 0; at < program->count; at++) {
    parley_step *step = &program->steps[at];
    parley_pattern_free(step->pattern);
    parley_set_free(step->set);
    parley_table_free(program->run, step->table);
  }
  parley_alloc(program->steps, 0);
  parley_alloc(program->args, 0);
  *program = (parley_program){.run = program->run, .root = -1};
}
