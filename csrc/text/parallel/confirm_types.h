/* Whether columns are of the types they were read as, told when all chunks of a pass have been read. */
#ifndef PARLEY_TEXT_PARALLEL_CONFIRM_TYPES_H
#define PARLEY_TEXT_PARALLEL_CONFIRM_TYPES_H

#include "base/run.h"
#include "text/parallel/columns.h"

/* Finishes the columns that were read as what they are, and plans the next pass for the others. */
bool parley_columns_confirm_types(parley_columns *columns, parley_read_worker *workers, parley_run *run,
                                  parley_error *err);

#endif
