/* The entries of value/functions.def as an array. */
#include "value/functions.h"

#include <string.h>

const parley_function parley_functions[] = {
#define OPERATOR(n, OPERATION, kernel) {.name = #n, .kind = PARLEY_OPERATOR_ENTRY, .operation = PARLEY_DO_##OPERATION},
#define SCALAR(n, OPERATION, kernel, ...) \
  {.name = #n, .kind = PARLEY_SCALAR_ENTRY, .operation = PARLEY_DO_##OPERATION, __VA_ARGS__},
#define MEASURE(n, KIND) {.name = #n, .kind = PARLEY_MEASURE_ENTRY, .operation = PARLEY_##KIND},
#define AGGREGATE(n, KIND, ...) {.name = #n, .kind = PARLEY_AGGREGATE_ENTRY, .operation = PARLEY_##KIND, __VA_ARGS__},
#define WINDOW(n, KIND, ...) {.name = #n, .kind = PARLEY_WINDOW_ENTRY, .operation = PARLEY_WINDOW_##KIND, __VA_ARGS__},
#include "value/functions.def"
  {.name = NULL}
};

const parley_function *parley_function_find(parley_function_kind kind, const char *name, size_t length) {
  for (const parley_function *f = parley_functions; f->name != NULL; f++) {
    if (f->kind == kind && strlen(f->name) == length && memcmp(f->name, name, length) == 0) return f;
  }
  return NULL;
}

const parley_function *parley_function_of(parley_aggregate kind) {
  const parley_function *f = parley_functions;
  while (f->operation != (int)kind || (f->kind != PARLEY_AGGREGATE_ENTRY && f->kind != PARLEY_MEASURE_ENTRY)) f++;
  return f;
}
