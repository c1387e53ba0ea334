/* Packing in the column engine: columns opened for what reads values in any order, and results packed. */
#ifndef PARLEY_FRAME_UNPACK_H
#define PARLEY_FRAME_UNPACK_H

#include "base/run.h"
#include "frame/frame.h"

/* Unpacks the values of a column that was made for this run, if they are packed. */
bool parley_column_unpack(parley_run *run, parley_column *column, parley_error *err);

/* Packs the columns of a Frame that was made, several at a time. Values that were shared with columns that are gone
   become its own before. */
bool parley_frame_pack(parley_run *run, parley_frame *frame, parley_error *err);

#endif
