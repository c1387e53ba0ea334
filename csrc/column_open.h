/* Packed columns of a Frame, unpacked for as long as a plan reads them. */
#ifndef PARLEY_COLUMN_OPEN_H
#define PARLEY_COLUMN_OPEN_H

#include "column.h"

/* Makes *view the Frame with the columns for which needed[at] unpacked; the others are as they are. The view owns nothing
   that it shows but what it unpacked: it is closed, not freed, and the Frame must outlive it. */
bool parley_frame_open(parley_run *run, const parley_frame *frame, const bool *needed, parley_frame *view,
                       parley_error *err);

void parley_frame_close(parley_run *run, const parley_frame *frame, parley_frame *view);

/* Packs the columns of a Frame that was made, several at a time. Values that were shared with columns that are gone become
   its own before. */
bool parley_frame_pack(parley_run *run, parley_frame *frame, parley_error *err);

#endif
