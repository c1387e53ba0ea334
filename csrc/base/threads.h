/*
** Work split between threads: the calling one and, where the work is large, others that are joined before return.
**
** Ownership: `data` is the caller's and is read or written by all workers at a time; a job writes only to what belongs
** to its part or to its worker.
*/
#ifndef PARLEY_BASE_THREADS_H
#define PARLEY_BASE_THREADS_H

#include "base/run.h"

/* Most threads a run uses, whatever it asks for: state per thread is an array of this length. */
enum { PARLEY_THREADS_MOST = 8 };

/* Does the part [from, to) of the work. `worker` is below the number that parley_threads_count gave, and no two jobs
   with the same worker run at a time. Must not touch run->memory: what it needs is made before, or with parley_alloc.
 */
typedef bool parley_threads_job(void *data, int64_t from, int64_t to, int worker, parley_error *err);

/* How many workers a work of `count` pieces in parts of `grain` pieces will have. */
int parley_threads_count(const parley_run *run, int64_t count, int64_t grain);

/* Runs the job over [0, count) in parts of `grain` (a multiple of 64, so that bitmaps are not shared between parts).
   Of several failures the one of the first part is reported. Fails when the run is stopped. */
bool parley_threads_run(parley_run *run, int64_t count, int64_t grain, parley_threads_job *job, void *data,
                        parley_error *err);

#endif
