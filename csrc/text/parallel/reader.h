/*
** A CSV file into a Frame: chunks of the file are read at the same time, each straight into the columns at its place.
** Knows no Lua.
**
** R1  The Frame is the one that reading record by record gives (text/record_reader.h, value/type_inference.h), whatever
**     the number of threads and the size of the chunks: types settled over whole columns, codes in the order in which
**     texts first appear.
** R2  Only text in order is read here. A record that is not sound, bytes that are not UTF-8 or a value that is not of
**     its stated type end the reading with PARLEY_READ_UNSOUND, and reading record by record tells what is wrong.
** R3  A column of texts that hardly repeat has a dictionary that is not `distinct`: every row has an entry of its own.
*/
#ifndef PARLEY_TEXT_PARALLEL_READER_H
#define PARLEY_TEXT_PARALLEL_READER_H

#include "base/run.h"
#include "text/parallel/source.h"

/* Fills the columns of *frame, which has their names and stated types (PARLEY_ANY: by their values) and is empty, and
   leaves it to parley_frame_finish. After any other result than DONE it is to be freed. */
parley_read_result parley_parallel_read(parley_run *run, const parley_parallel_source *source, parley_frame *frame,
                                        parley_parallel_size *size, parley_error *err);

#endif
