/*
** One pass over the file is mostly all. Threads take chunks in the order of the file. A chunk says at once whether it
** changes from outside quotes to inside, so the next one knows where its first record begins; and when its records are
** found, how many they are, so the next one knows where its rows go. Those two are done in turn, one chunk after the
** other; all else at the same time.
**
** Types are guessed from a few places in the file. A column with a value that is not of its type is given up, and read
** again with the type that all its values have.
**
** R4  One lock; it is never held while a file is read or a field is. Waiting is only ever for chunks before one's own,
**     which other threads have in hand, so that no two wait for each other.
** R5  Whoever gives up wakes all; the first cause stays.
*/
#include "text/parallel/reader.h"

#include <pthread.h>
#include <string.h>

#include "text/parallel/chunk.h"
#include "text/parallel/columns.h"
#include "text/parallel/column_parser.h"
#include "text/parallel/confirm_types.h"
#include "base/threads.h"

enum { CHUNK = 256 * 1024 };

typedef struct reading {
  const parley_parallel_source *source;
  parley_columns columns;
  int quote;
  parley_run *run;
  int64_t chunk;
  parley_read_worker workers[PARLEY_THREADS_MOST];
  pthread_mutex_t lock;      /* of all below */
  pthread_cond_t changed;
  bool given_up;
  parley_read_result cause;  /* why, if something is wrong */
  parley_error why;
  int64_t cut_turn, rows_turn; /* the chunk whose turn it is */
  bool odd;                  /* the chunk whose turn it is begins inside quotes */
  int writing;               /* chunks on their way into the columns */
} reading;

/* ---- giving up ---- */

/* The caller holds the lock. */
static void give_up_locked(reading *r, parley_read_result cause, const parley_error *why) {
  if (!r->given_up) {
    r->cause = cause;
    if (why != NULL) r->why = *why;
  }
  r->given_up = true;
  pthread_cond_broadcast(&r->changed);
}

/* Always false. FAILED: no memory. */
static bool give_up(reading *r, parley_read_result cause) {
  parley_error why;
  parley_no_memory(&why);
  pthread_mutex_lock(&r->lock);
  give_up_locked(r, cause, &why);
  pthread_mutex_unlock(&r->lock);
  return false;
}

/* Whether the run is stopped; threads that wait for their turn have to hear of it. Only the calling thread (worker
   0) tells its host of progress. */
static bool is_stopped(reading *r, int number) {
  parley_error why;
  if (!(number == 0 ? parley_run_poll : parley_run_stopped)(r->run, &why)) return false;
  pthread_mutex_lock(&r->lock);
  give_up_locked(r, PARLEY_READ_FAILED, &why);
  pthread_mutex_unlock(&r->lock);
  return true;
}

/* ---- turns ---- */

/* Waits for the chunk's turn, with the lock held from then on. False, without the lock: given up. Turns are numbered
   by chunk: threads_run hands chunks out in order, so the one whose turn it is has been begun. */
static bool await(reading *r, const int64_t *turn, int64_t chunk) {
  pthread_mutex_lock(&r->lock);
  while (!r->given_up && *turn != chunk) pthread_cond_wait(&r->changed, &r->lock);
  if (!r->given_up) return true;
  pthread_mutex_unlock(&r->lock);
  return false;
}

static void end_turn(reading *r, int64_t *turn) {
  ++*turn;
  pthread_cond_broadcast(&r->changed);
  pthread_mutex_unlock(&r->lock);
}

/* Whether the chunk begins inside quotes. */
static bool take_parity(reading *r, int64_t chunk, const parley_read_worker *worker, bool *odd) {
  if (r->quote < 0) {
    *odd = false;
    return true;
  }
  if (!await(r, &r->cut_turn, chunk)) return false;
  *odd = r->odd;
  r->odd = r->odd != worker->survey.odd;
  end_turn(r, &r->cut_turn);
  return true;
}

/* The chunk gets its place in the columns. To grow, they have to be left alone by all others. Growing waits until
   nobody writes; nobody new can begin, as it is this chunk's turn. */
static bool take_rows(reading *r, int64_t chunk, int number) {
  parley_error why;
  parley_columns *columns = &r->columns;
  parley_read_worker *worker = &r->workers[number];
  if (!await(r, &r->rows_turn, chunk)) return false;
  bool fits = parley_columns_fit(columns, worker);
  while (!fits && r->writing > 0 && !r->given_up) pthread_cond_wait(&r->changed, &r->lock);
  double all = (double)(r->source->end - r->source->start), done = (double)(chunk + 1) * (double)r->chunk;
  if (!fits && !r->given_up && !parley_columns_grow(columns, worker, done < all ? all / done : 1, &why)) {
    give_up_locked(r, PARLEY_READ_FAILED, &why);
  }
  if (r->given_up) {
    pthread_mutex_unlock(&r->lock);
    return false;
  }
  parley_columns_place(columns, worker, chunk, number);
  r->writing++;
  end_turn(r, &r->rows_turn);
  return true;
}

/* Bits of neighbouring chunks share bytes, so they are put in under the lock. */
static void leave_rows(reading *r, const parley_read_worker *worker, bool read) {
  pthread_mutex_lock(&r->lock);
  if (read) parley_columns_put_bits(&r->columns, worker);
  if (--r->writing == 0) pthread_cond_broadcast(&r->changed);
  pthread_mutex_unlock(&r->lock);
}

/* ---- a chunk ---- */

/* Texts first, into the worker's own room: how many bytes they have must be known to give them a place. */
static bool read_fields(reading *r, parley_read_worker *worker, bool texts) {
  int width = r->source->options.width;
  for (int i = 0; i < width; i++) {
    parley_read_target *target = &r->columns.targets[i];
    if ((target->kind == PARLEY_READ_TEXTS) != texts) continue;
    if (texts) worker->used = worker->starts[target->place];
    parley_column_parser_outcome done = parley_column_parser_read(worker, target, i, width, r->quote);
    if (texts) worker->starts[target->place + 1] = worker->used;
    if (done == PARLEY_COLUMN_PARSER_NO_MEMORY) return give_up(r, PARLEY_READ_FAILED);
    if (done == PARLEY_COLUMN_PARSER_UNSOUND) return give_up(r, PARLEY_READ_UNSOUND);
  }
  if (!texts && worker->quotes != worker->field_ends.quotes) return give_up(r, PARLEY_READ_UNSOUND);
  return true;
}

/* Load, parity, cut, texts, rows, values, bits: only parity and rows are in turn. */
static bool read_chunk(reading *r, int64_t chunk, int number) {
  const parley_parallel_source *source = r->source;
  parley_read_worker *worker = &r->workers[number];
  int64_t from = source->start + chunk * r->chunk, to = source->end - from < r->chunk ? source->end : from + r->chunk;
  bool odd;
  if (number == 0) parley_run_tell(r->run, 0, from, source->end);
  if (is_stopped(r, number)) return false;
  parley_read_result done = parley_chunk_load(source, worker, from, to, r->quote);
  if (done != PARLEY_READ_DONE) return give_up(r, done);
  if (!take_parity(r, chunk, worker, &odd)) return false;
  done = parley_chunk_cut(source, worker, from, to, r->quote, odd);
  if (done != PARLEY_READ_DONE) return give_up(r, done);
  if (!parley_columns_ready(&r->columns, worker)) return give_up(r, PARLEY_READ_FAILED);
  if (!read_fields(r, worker, true) || !take_rows(r, chunk, number)) return false;
  bool read = read_fields(r, worker, false);
  if (read) parley_columns_put_texts(&r->columns, worker);
  leave_rows(r, worker, read);
  return read;
}

static bool read_chunks(void *data, int64_t from, int64_t to, int number, parley_error *err) {
  for (; from < to; from++) {
    if (read_chunk(data, from, number)) continue;
    return parley_fail_key(err, "cancelled");
  }
  return true;
}

/* ---- the file ---- */

/* The run handed on has no deadline of its own: chunks ask the real one. */
static parley_read_result pass(reading *r, parley_error *err) {
  int64_t count = (r->source->end - r->source->start + r->chunk - 1) / r->chunk;
  parley_run run = {.threads = r->run->threads}; /* each chunk asks whether to give up, for all of them */
  r->cut_turn = r->rows_turn = 0;
  r->odd = r->given_up = false;
  r->cause = PARLEY_READ_DONE;
  if (!parley_columns_begin(&r->columns, count, err)) return PARLEY_READ_FAILED;
  bool done = parley_threads_run(&run, count, 1, read_chunks, r, err);
  if (!r->given_up) return done ? PARLEY_READ_DONE : PARLEY_READ_FAILED;
  *err = r->why;
  return r->cause;
}

/* Passes until every column has been read as what it is. Three are enough, unless the file changes meanwhile. */
static parley_read_result read_all(reading *r, parley_error *err) {
  for (int passes = 0; passes < 3; passes++) {
    parley_read_result done = pass(r, err);
    if (done == PARLEY_READ_DONE) done = parley_columns_end(&r->columns);
    if (done == PARLEY_READ_DONE && !parley_columns_confirm_types(&r->columns, r->workers, r->run, err)) {
      done = PARLEY_READ_FAILED;
    }
    if (done != PARLEY_READ_DONE || parley_columns_are_done(&r->columns)) return done;
  }
  return PARLEY_READ_UNSOUND;
}

static void free_workers(reading *r) {
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) parley_read_worker_free(&r->workers[i], r->source->options.width);
}

static bool make_workers(reading *r, parley_error *err) {
  int64_t count = (r->source->end - r->source->start) / r->chunk + 1;
  for (int i = 0; i < parley_threads_count(r->run, count, 1); i++) {
    if (!parley_read_worker_make(&r->workers[i], r->source->options.width)) return parley_no_memory(err);
  }
  return true;
}

parley_read_result parley_parallel_read(parley_run *run, const parley_parallel_source *source, parley_frame *frame,
                                        parley_parallel_size *size, parley_error *err) {
  parley_parallel_source own = *source;
  if (own.options.delimiter == 0) own.options.delimiter = ',';
  if (own.options.quote == 0) own.options.quote = '"';
  if (own.options.limit == 0) own.options.limit = PARLEY_RECORD_LIMIT;
  reading r = {.source = &own, .run = run, .chunk = source->chunk > 0 ? source->chunk : CHUNK,
               .quote = own.options.quotes_are_data ? -1 : (unsigned char)own.options.quote};
  pthread_mutex_init(&r.lock, NULL);
  pthread_cond_init(&r.changed, NULL);
  parley_read_result done = parley_columns_make(&r.columns, &own, frame, size, err);
  if (done == PARLEY_READ_DONE && !make_workers(&r, err)) done = PARLEY_READ_FAILED;
  if (done == PARLEY_READ_DONE) done = read_all(&r, err);
  free_workers(&r);
  parley_columns_free(&r.columns);
  pthread_cond_destroy(&r.changed);
  pthread_mutex_destroy(&r.lock);
  return done;
}
