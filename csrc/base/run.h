/*
** A run: what one public call may use, and whether it is to stop. The call's run is handed down to whatever works for
** it, and each of those asks it now and then, so that one deadline and one cancelling reach all of them.
**
** R1  The deadline belongs to the call: a pass, a statement or a file within it starts no clock of its own.
** R2  Being cancelled comes before being late, so that the answer to cancelling does not depend on the clock.
** R3  parley_run_stopped may be asked by any thread; parley_run_poll only by the thread that made the call, whose host
**     hears of its progress.
*/
#ifndef PARLEY_BASE_RUN_H
#define PARLEY_BASE_RUN_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

/* How far a call is, as far as whoever works for it says. */
typedef struct parley_run_facts {
  int64_t rows, bytes; /* so far */
  int64_t total;       /* there are: bytes where some are told, else rows; below 1: not known */
  double share;        /* of the whole, where it goes by neither; 0: not known */
} parley_run_facts;

/* Told now and then, by the calling thread, that the call is still at work. False: it is to end, and why. */
typedef bool parley_run_progress(void *data, parley_error *err);

typedef struct parley_run {
  parley_memory memory;         /* of everything in the making, and how much of it there may be */
  int threads;                  /* most threads at a time, the caller's among them; less than 2: only the caller's */
  int64_t deadline;             /* on base/clock.h; 0: none */
  int64_t time_limit;           /* nanoseconds, of which the deadline is the end: for what is said then */
  const atomic_bool *cancelled; /* set by whoever cancels, from any thread; NULL: nobody can */
  parley_run_progress *progress;
  void *progress_data;
  parley_run_facts *facts; /* for `progress`; NULL: nobody asks. Written by the calling thread only */
} parley_run;

/* Whether to give up, and why. A run of NULL goes on. */
bool parley_run_stopped(const parley_run *run, parley_error *err);

/* Says how far the call is. Only by the calling thread; costs nothing where nobody asks. */
static inline void parley_run_tell(const parley_run *run, int64_t rows, int64_t bytes, int64_t total) {
  if (run != NULL && run->facts != NULL) *run->facts = (parley_run_facts){rows, bytes, total, 0};
}

/* Tells of progress, and then the same. */
bool parley_run_poll(const parley_run *run, parley_error *err);

/* What a piece of work with a time limit of its own has to put back when it is done. */
typedef struct parley_run_time {
  int64_t started, outer_deadline, outer_limit;
} parley_run_time;

/* Around work that may stand outside of any call: it has `limit` nanoseconds for itself then (0: any), of which
   `spent` are gone. A deadline that is there belongs to a call around it, and holds. The end gives the time the work
   took, where that was measured. */
parley_run_time parley_run_time_begin(parley_run *run, int64_t limit, int64_t spent);
int64_t parley_run_time_end(parley_run *run, parley_run_time time);

#endif
