/* What is settled about columns when all chunks of a pass have been read. */
#ifndef PARLEY_COLUMN_READ_SETTLE_H
#define PARLEY_COLUMN_READ_SETTLE_H

#include "text/parallel/column_state.h"

/* Finishes the columns that were read as what they are, and plans the next pass for the others. */
bool parley_columns_settle(parley_columns *columns, parley_hand *hands, parley_run *run, parley_error *err);

#endif
