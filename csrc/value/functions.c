/* The entries of value/functions.def as an array. */
#include "value/functions.h"

#include <string.h>

const parley_function parley_functions[] = {
#define OPERATOR(n, OPERATION, kernel, callback, ...) \
  {.name = #n, .kind = PARLEY_FUNCTION_OPERATOR, .operation = PARLEY_DO_##OPERATION, __VA_ARGS__},
#define SCALAR(n, OPERATION, kernel, callback, ...) \
  {.name = #n, .kind = PARLEY_FUNCTION_SCALAR, .operation = PARLEY_DO_##OPERATION, __VA_ARGS__},
#define CALLED(n, OPERATION, ...)                                                 \
  {.name = #n, .kind = PARLEY_FUNCTION_SCALAR, .operation = PARLEY_DO_##OPERATION, \
   .call = parley_call_##n, .sqlite = "parley_" #n "($*)", __VA_ARGS__},
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

/* The word before `end`, where that begins a word of the language of types. Types stand behind a blank: "x number". */
static bool ends_in(const char *start, const char *end, const char *word) {
  size_t length = strlen(word);
  return (size_t)(end - start) > length && memcmp(end - length, word, length) == 0 &&
         end[-(ptrdiff_t)length - 1] == ' ';
}

/* ", ..." repeats the argument before it: the loop stops there. */
parley_type parley_function_takes(const parley_function *f, int at) {
  const char *start = f->takes, *end = strchr(start, ',');
  for (; at > 0 && end != NULL && strcmp(end, ", ...") != 0; at--) {
    start = end + 2;
    end = strchr(start, ',');
  }
  if (end == NULL) end = start + strlen(start);
  if (end > start && end[-1] == '?') end--;
  for (int i = 0; parley_type_names[i] != NULL; i++) {
    if (ends_in(start, end, parley_type_names[i])) return (parley_type)i;
  }
  return PARLEY_TEXT;
}

/* The argument that begins at `at`: its end, and the type before it. Commas part arguments. */
static const char *end_of_argument(const char *at) { return at + strcspn(at, ","); }

/* '?' marks an argument that may be left out; conditions and repeated arguments come in any number. */
void parley_function_counts(const parley_function *f, int *least, int *most) {
  *least = *most = 0;
  for (const char *at = f->takes; *at != '\0'; at += strspn(at, ", ")) {
    at = end_of_argument(at);
    ++*most;
    if (at[-1] != '?') ++*least;
  }
  if (strstr(f->takes, "...") != NULL || strstr(f->takes, " comparison") != NULL) *most = -1;
}

int parley_function_columns(const parley_function *f) {
  int columns = 0;
  for (const char *at = f->takes; at != NULL && *at != '\0'; at += strspn(at, ", ")) {
    const char *start = at, *end = at = end_of_argument(at);
    if (end[-1] == '?') end--;
    columns += !ends_in(start, end, "share") && !ends_in(start, end, "whole") && !ends_in(start, end, "separator");
  }
  return columns;
}
