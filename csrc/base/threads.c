/*
** Parts are handed out by an atomic counter, so that a slow thread takes fewer. The calling thread works too. Between
** two parts each asks whether to give up.
**
** R1  Which worker does which part differs from run to run, so that jobs may keep by worker only what is merged without
**     regard to order (sums of integers, bounds, flags). What depends on the order is kept by part.
** R2  Threads are started for each call and joined in it: tens of microseconds each, which callers weigh by their
**     grain. A pool would outlive the Lua state, and a fork of the host would find its locks held.
** R3  Parts are begun in order. When one fails, all before it have been begun and are finished, so that the failure of
**     the least part is the same for any number of threads.
*/
#define _POSIX_C_SOURCE 200809L /* pthread_sigmask */
#include "base/threads.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

typedef struct work {
  parley_run *run;
  int64_t count, grain; /* pieces of work; pieces in a part */
  parley_threads_job *job;
  void *data; /* handed to the job as it is */
  atomic_int_fast64_t next; /* start of the next part; beyond count when there is none or one failed */
} work;

typedef struct worker {
  work *shared; /* of the whole call, on the caller's stack until all are joined */
  int number; /* 0: the calling thread */
  int64_t failed; /* start of the part that failed, or -1 */
  parley_error err; /* the worker's own, so that none is written to by two */
} worker;

int parley_threads_count(const parley_run *run, int64_t count, int64_t grain) {
  int64_t parts = (count + grain - 1) / grain, most = run->threads;
  if (most > PARLEY_THREADS_MOST) most = PARLEY_THREADS_MOST;
  if (most > parts) most = parts;
  return most < 1 ? 1 : (int)most;
}

/* Parts begun by others are finished; none is begun any more. */
static void skip_rest(work *shared) { atomic_store(&shared->next, shared->count); }

/* Parts until there are none. Only the calling thread (worker 0) tells its host of progress. `next` may pass `count`
   by a grain for each worker, far from the end of 64 bits. */
static void work_on(worker *w) {
  work *shared = w->shared;
  for (;;) {
    int64_t from = atomic_fetch_add(&shared->next, shared->grain);
    if (from >= shared->count) return;
    int64_t to = shared->count - from < shared->grain ? shared->count : from + shared->grain;
    bool stopped = (w->number == 0 ? parley_run_poll : parley_run_stopped)(shared->run, &w->err);
    if (!stopped && shared->job(shared->data, from, to, w->number, &w->err)) continue;
    w->failed = from;
    skip_rest(shared);
    return;
  }
}

static void *thread_main(void *argument) {
  work_on(argument);
  return NULL;
}

/* Starts the other workers, with all signals left to the host's own threads; gives the number of workers there are.
 * A thread that cannot be had is no error: there is always the calling one. */
static int start(worker *workers, pthread_t *threads, int wanted) {
  sigset_t all, before;
  int started = 1;
  if (wanted == 1) return 1;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (started < wanted && pthread_create(&threads[started], NULL, thread_main, &workers[started]) == 0) started++;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

bool parley_threads_run(parley_run *run, int64_t count, int64_t grain, parley_threads_job *job, void *data,
                        parley_error *err) {
  work shared = {.run = run, .count = count, .grain = grain, .job = job, .data = data, .next = 0};
  worker workers[PARLEY_THREADS_MOST];
  pthread_t threads[PARLEY_THREADS_MOST];
  int wanted = parley_threads_count(run, count, grain);
  for (int i = 0; i < wanted; i++) {
    workers[i].shared = &shared;
    workers[i].number = i;
    workers[i].failed = -1;
  }
  int started = start(workers, threads, wanted);
  work_on(&workers[0]);
  for (int i = 1; i < started; i++) pthread_join(threads[i], NULL);
  const worker *first = NULL;
  for (int i = 0; i < started; i++) {
    if (workers[i].failed >= 0 && (first == NULL || workers[i].failed < first->failed)) first = &workers[i];
  }
  /* joined threads have written their errors before this reads them */
  if (first != NULL && err != NULL) *err = first->err;
  return first == NULL;
}
