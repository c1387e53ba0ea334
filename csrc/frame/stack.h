/* Stacking: the values of several columns one below the other, as a column of their own. */
#ifndef PARLEY_FRAME_STACK_H
#define PARLEY_FRAME_STACK_H

#include "base/run.h"
#include "frame/column.h"

/* The values of `count` sealed columns of one type, at least one, in their order. They may be packed, and stay the
   caller's; *out, which must hold nothing but a name, is the caller's too, and after a failure to be freed like any
   column. Texts and dates that are there in several columns come once into its dictionary. */
bool parley_column_stack(parley_run *run, const parley_column *const *columns, int count, parley_column *out,
                         parley_error *err);

#endif
