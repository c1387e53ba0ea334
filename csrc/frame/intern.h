/* Interning: a column's dictionary made one in which no text is twice. */
#ifndef PARLEY_FRAME_INTERN_H
#define PARLEY_FRAME_INTERN_H

#include "base/run.h"
#include "frame/frame.h"

/* The same column with a dictionary in which no text is twice. */
bool parley_column_intern(parley_run *run, const parley_column *from, parley_column *out, parley_error *err);

#endif
