/* Who asks and the thread share one block; the second of them to leave it gives it back. The module is never unloaded
   (the Makefile says so to the linker), since a thread may still be at work when its Lua state ends. */
#define _POSIX_C_SOURCE 200809L /* pthread_sigmask */
#include "postgres/interrupt.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include <libpq-fe.h>

#include "base/clock.h"
#include "base/memory.h"

enum { SLICE_MS = 2 };

typedef struct request {
  PGcancel *cancel;
  atomic_int left; /* how many of the two have left it */
} request;

static void leave(request *r) {
  if (atomic_fetch_add(&r->left, 1) == 0) return;
  PQfreeCancel(r->cancel);
  parley_alloc(r, 0);
}

static void *ask(void *data) {
  char words[256];
  request *r = data;
  PQcancel(r->cancel, words, (int)sizeof words);
  leave(r);
  return NULL;
}

/* All signals are left to the host's own threads. */
static bool start(request *r) {
  sigset_t all, before;
  pthread_t thread;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  bool started = pthread_create(&thread, NULL, ask, r) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (started) pthread_detach(thread);
  return started;
}

/* Whether the thread has left within the time of an answer. */
static bool wait_for(request *r) {
  int64_t end = parley_clock_now() + (int64_t)PARLEY_PG_ANSWER_MS * 1000000;
  while (atomic_load(&r->left) == 0 && parley_clock_now() < end) (void)poll(NULL, 0, SLICE_MS);
  bool told = atomic_load(&r->left) != 0;
  leave(r);
  return told;
}

bool parley_pg_interrupt(parley_pg_connection *c) {
  PGcancel *cancel = c->conn == NULL ? NULL : PQgetCancel(c->conn);
  if (cancel == NULL) return true;
  request *r = parley_alloc(NULL, sizeof *r);
  if (r == NULL) {
    PQfreeCancel(cancel);
    return false;
  }
  r->cancel = cancel;
  atomic_init(&r->left, 0);
  if (start(r)) return wait_for(r);
  leave(r);
  leave(r);
  return false;
}
