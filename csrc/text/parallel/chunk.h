/* A chunk of a CSV file: its bytes, where its records are, and whether they are in order. FAILED: no memory. */
#ifndef PARLEY_TEXT_PARALLEL_CHUNK_H
#define PARLEY_TEXT_PARALLEL_CHUNK_H

#include "text/parallel/source.h"
#include "text/parallel/worker.h"

/* Reads the bytes from `from` to `to` of the file, and some more. Then worker->survey tells of those. */
parley_read_result parley_chunk_load(const parley_parallel_source *source, parley_read_worker *worker, int64_t from,
                                     int64_t to, int quote);

/* Finds the records that begin in the chunk; `odd`: it begins inside quotes. */
parley_read_result parley_chunk_cut(const parley_parallel_source *source, parley_read_worker *worker, int64_t from,
                                    int64_t to, int quote, bool odd);

#endif
