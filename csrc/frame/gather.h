/* Gathering: the values of a column at some rows, as a column of their own. */
#ifndef PARLEY_FRAME_GATHER_H
#define PARLEY_FRAME_GATHER_H

#include "frame/frame.h"
#include "frame/rows.h"

/* The values of a column at these rows. The dictionary is shared, or made anew where few of its texts are left. */
bool parley_column_gather(parley_run *run, const parley_column *from, const parley_rows *rows, parley_column *out,
                        parley_error *err);

/* The same as parley_column_gather of a text or date column, with a dictionary of nothing but the texts that are
   used. */
bool parley_column_pack(parley_run *run, const parley_column *from, const parley_rows *rows, parley_column *out,
                        parley_error *err);

#endif
