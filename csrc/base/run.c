/*
** Asking costs a load of the flag, and a look at the clock only where there is a deadline.
**
** The flag is read relaxed: it carries no other data, and hearing of it a little later is as good. When both the flag
** and the deadline hold, the flag wins (R2).
*/
#include "base/run.h"

#include "base/clock.h"

bool parley_run_stopped(const parley_run *run, parley_error *err) {
  if (run == NULL) return false;
  if (run->cancelled != NULL && atomic_load_explicit(run->cancelled, memory_order_relaxed)) {
    return !parley_fail_key(err, "cancelled");
  }
  if (run->deadline == 0 || parley_clock_now() < run->deadline) return false;
  /* nanoseconds are shown as milliseconds, the unit in which the host gave the limit */
  return !parley_fail_with(err, "limit.time", "ms=%lld", (long long)(run->time_limit / 1000000));
}

bool parley_run_poll(const parley_run *run, parley_error *err) {
  if (run != NULL && run->progress != NULL && !run->progress(run->progress_data, err)) return true;
  return parley_run_stopped(run, err);
}

parley_run_time parley_run_time_begin(parley_run *run, int64_t limit, int64_t spent) {
  parley_run_time time = {.outer_deadline = run->deadline, .outer_limit = run->time_limit};
  if (limit == 0 || run->deadline != 0) return time;
  time.started = parley_clock_now();
  run->deadline = time.started + limit - spent;
  run->time_limit = limit;
  return time;
}

/* Puts back what was, whichever it was. */
int64_t parley_run_time_end(parley_run *run, parley_run_time time) {
  run->deadline = time.outer_deadline;
  run->time_limit = time.outer_limit;
  return time.started != 0 ? parley_clock_now() - time.started : 0;
}
