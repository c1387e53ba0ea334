/*
** Which kernel does what: the list by which a worker runs the steps of its program.
**
** The table functions.def is read for the names, so that an operation without a kernel does not compile.
*/
#include <string.h>

#include "engine/expr/vector.h"

static parley_kernel *const kernels[PARLEY_STEP_OPERATIONS] = {
#define OPERATOR(name, OPERATION, kernel, ...) [PARLEY_DO_##OPERATION] = parley_do_##kernel,
#define SCALAR(name, OPERATION, kernel, ...) [PARLEY_DO_##OPERATION] = parley_do_##kernel,
#define CALLED(name, OPERATION, ...) [PARLEY_DO_##OPERATION] = parley_do_call,
#include "value/functions.def"
  [PARLEY_DO_NOTHING] = parley_do_nothing, [PARLEY_DO_AS_NUMBER] = parley_do_as_number,
  [PARLEY_DO_LOOK_UP] = parley_do_look_up,
};

/* Slots are all zero: their memory comes when a step is first evaluated, on the worker's own thread. */
bool parley_worker_make(parley_worker *worker, const parley_program *program, int entries_of, parley_error *err) {
  size_t size = (size_t)program->count * sizeof(parley_slot);
  *worker = (parley_worker){.program = program, .entries_of = entries_of, .kernels = kernels};
  worker->slots = parley_alloc(NULL, size);
  if (worker->slots == NULL) return parley_no_memory(err);
  memset(worker->slots, 0, size);
  return true;
}
