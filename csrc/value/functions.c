/* The entries of value/functions.def as an array. */
#include "value/functions.h"

#include <string.h>

/* A call value by value takes about as long as so many additions, half. */
enum { PARLEY_CALLED_COST = 80 };

const parley_function parley_functions[] = {
#define OPERATOR(n, OPERATION, kernel, callback, ...) \
  {.name = #n, .kind = PARLEY_FUNCTION_OPERATOR, .operation = PARLEY_DO_##OPERATION, __VA_ARGS__},
#define SCALAR(n, OPERATION, kernel, callback, ...) \
  {.name = #n, .kind = PARLEY_FUNCTION_SCALAR, .operation = PARLEY_DO_##OPERATION, __VA_ARGS__},
#define CALLED(n, OPERATION, ...)                                                 \
  {.name = #n, .kind = PARLEY_FUNCTION_SCALAR, .operation = PARLEY_DO_##OPERATION, \
   .call = parley_call_##n, .cost = PARLEY_CALLED_COST, .sqlite = "parley_" #n "($*)", __VA_ARGS__},
#define MEASURE(n, KIND, kernel) {.name = #n, .kind = PARLEY_FUNCTION_MEASURE, .operation = PARLEY_##KIND},
#define AGGREGATE(n, KIND, kernel, callback, ...) \
  {.name = #n, .kind = PARLEY_FUNCTION_AGGREGATE, .operation = PARLEY_##KIND, __VA_ARGS__},
#define WINDOW(n, KIND, kernel, callback, ...) \
  {.name = #n, .kind = PARLEY_FUNCTION_WINDOW, .operation = PARLEY_WINDOW_##KIND, __VA_ARGS__},
#define SQL_ONLY(n, callback, ...) {.name = #n, .kind = PARLEY_FUNCTION_SQL_ONLY, __VA_ARGS__},
#include "value/functions.def"
  {.name = NULL}
};

static bool is_word(const char *word, const char *name, size_t length) {
  return word != NULL && strlen(word) == length && memcmp(word, name, length) == 0;
}

/* Some hundred entries, looked through once when a query is bound: no table. */
const parley_function *parley_function_find(parley_function_kind kind, const char *name, size_t length) {
  for (const parley_function *f = parley_functions; f->name != NULL; f++) {
    if (f->kind == kind && (is_word(f->name, name, length) || is_word(f->sign, name, length))) return f;
  }
  return NULL;
}

/* Every measure has an entry, so the loop ends before the last. */
const parley_function *parley_function_of(parley_aggregate kind) {
  const parley_function *f = parley_functions;
  while (f->operation != (int)kind || (f->kind != PARLEY_FUNCTION_AGGREGATE && f->kind != PARLEY_FUNCTION_MEASURE)) f++;
  return f;
}

const parley_function *parley_function_of_operation(parley_operation operation) {
  for (const parley_function *f = parley_functions; f->name != NULL; f++) {
    if ((f->kind == PARLEY_FUNCTION_OPERATOR || f->kind == PARLEY_FUNCTION_SCALAR) && f->operation == (int)operation)
      return f;
  }
  return NULL;
}

const parley_function *parley_function_of_window(parley_window_kind kind) {
  const parley_function *f = parley_functions;
  while (f->kind != PARLEY_FUNCTION_WINDOW || f->operation != (int)kind) f++;
  return f;
}

/* ---- what is taken ---- */

/* An argument "x number?" of a list: its end, without the '?', and the word of its type before that. */
typedef struct argument {
  const char *type, *end;
  bool optional;
} argument;

/* The argument that begins at `at`; commas part them. Types stand behind a blank. */
static argument argument_at(const char *at) {
  argument a = {.end = at + strcspn(at, ",")};
  a.optional = a.end > at && a.end[-1] == '?';
  if (a.optional) a.end--;
  for (a.type = a.end; a.type > at && a.type[-1] != ' ';) a.type--;
  return a;
}

/* Behind the argument that begins at `at`. */
static const char *after(const char *at) {
  at += strcspn(at, ",");
  return at + strspn(at, ", ");
}

/* ", ..." repeats the argument before it: the loop stops there. */
static argument argument_number(const parley_function *f, int number) {
  const char *at = f->takes;
  for (const char *next = after(at); number > 0 && *next != '\0' && *next != '.'; number--) {
    at = next;
    next = after(at);
  }
  return argument_at(at);
}

static bool is_of(argument a, const char *type) { return is_word(type, a.type, (size_t)(a.end - a.type)); }

static bool is_setting(argument a) { return is_of(a, "share") || is_of(a, "whole") || is_of(a, "separator"); }

static parley_type type_of(argument a) {
  for (int i = 0; parley_type_names[i] != NULL; i++) {
    if (is_of(a, parley_type_names[i])) return (parley_type)i;
  }
  return PARLEY_TEXT;
}

parley_type parley_function_takes(const parley_function *f, int at) { return type_of(argument_number(f, at)); }

void parley_function_takes_first(const parley_function *f, parley_type *types, int count) {
  const char *at = f->takes, *next = after(at);
  types[0] = type_of(argument_at(at));
  for (int i = 1; i < count; i++) {
    bool is_last = *next == '\0' || *next == '.';
    types[i] = is_last ? types[i - 1] : type_of(argument_at(next));
    if (!is_last) next = after(next);
  }
}

bool parley_function_takes_only(const parley_function *f, int at, const char *type) {
  return is_of(argument_number(f, at), type);
}

bool parley_function_takes_numbers(const parley_function *f, int at) {
  argument a = argument_number(f, at);
  return is_of(a, "number") || is_of(a, "integer") || is_of(a, "countable") || is_of(a, "scale");
}

bool parley_function_has(const parley_function *f, const char *type) {
  for (const char *at = f->takes; at != NULL && *at != '\0'; at = after(at)) {
    if (is_of(argument_at(at), type)) return true;
  }
  return false;
}

/* '?' marks an argument that may be left out; conditions and repeated arguments come in any number. */
void parley_function_counts(const parley_function *f, int *least, int *most) {
  *least = *most = 0;
  for (const char *at = f->takes; *at != '\0'; at = after(at)) {
    ++*most;
    if (!argument_at(at).optional) ++*least;
  }
  if (strstr(f->takes, "...") != NULL || parley_function_has(f, "comparison")) *most = -1;
}

/* What an aggregate becomes in the column engine, as count_rows, takes nothing. */
int parley_function_columns(const parley_function *f) {
  int columns = 0;
  for (const char *at = f->takes; at != NULL && *at != '\0'; at = after(at)) columns += !is_setting(argument_at(at));
  return columns;
}

int parley_function_column(const parley_function *f, int number) {
  int place = 0;
  for (const char *at = f->takes; at != NULL && *at != '\0'; at = after(at), place++) {
    if (!is_setting(argument_at(at)) && number-- == 0) return place;
  }
  return -1;
}
