/*
** What is on the wire belongs to one cursor, `active`. It leaves the wire at its end, at a failure, or when another
** statement wants it; everything that is sent is sent with nobody on the wire.
*/
#include "postgres/cursor.h"

#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

#include "base/clock.h"
#include "postgres/guard.h"
#include "postgres/interrupt.h"
#include "postgres/sql_words.h"
#include "postgres/wire.h"

enum {
  ROWS_PER_LOOK = 256, /* rows that are given between two looks at the run */
  PATIENCE_MS = 10     /* how long rows that nobody wants are read before the server is asked to stop */
};

/* ---- the list of live ones ---- */

static void link_cursor(parley_pg_cursor *cursor, parley_pg_connection *c) {
  cursor->connection = c;
  cursor->memory.limit = c->memory_limit;
  cursor->next = c->cursors;
  cursor->link = &c->cursors;
  if (cursor->next != NULL) cursor->next->link = &cursor->next;
  c->cursors = cursor;
}

/* Gives back all it holds but what it failed of. */
static void let_go(parley_pg_cursor *cursor) {
  parley_pg_connection *c = cursor->connection;
  PQclear(cursor->result);
  cursor->result = NULL;
  parley_alloc(cursor->fields, 0);
  cursor->fields = NULL;
  parley_buffer_free(&cursor->memory, &cursor->rest);
  if (cursor->statement != NULL) parley_pg_statement_release(c, cursor->statement);
  cursor->statement = NULL;
  *cursor->link = cursor->next;
  if (cursor->next != NULL) cursor->next->link = cursor->link;
  cursor->next = NULL;
  cursor->link = NULL;
  cursor->connection = NULL;
}

/* ---- the wire ---- */

/* Rows that a command has changed, by its tag: a SELECT counts those it has given there. */
void parley_pg_cursors_count(parley_pg_connection *c, PGresult *result, int64_t *changed) {
  const char *at = PQcmdStatus(result);
  parley_pg_word word = parley_pg_word_next(&at);
  if (!parley_pg_word_is_of(word, " INSERT UPDATE DELETE MERGE COPY ")) return;
  c->changes = strtoll(PQcmdTuples(result), NULL, 10);
  c->total_changes += c->changes;
  if (changed != NULL) *changed = c->changes;
}

/* What follows the last result, up to the end of the statement, and of what it was sent with. */
static void drain(parley_pg_connection *c) {
  while (parley_pg_wire_wait(c, NULL)) {
    PGresult *result = PQgetResult(c->conn);
    bool synced = PQresultStatus(result) == PGRES_PIPELINE_SYNC, end = result == NULL;
    PQclear(result);
    if (synced) {
      PQexitPipelineMode(c->conn);
      c->pipelined = false;
    }
    if (synced || (end && !c->pipelined)) break;
  }
}

/* The statement has ended on the server, well or not. */
static void leave_wire(parley_pg_cursor *cursor, bool well) {
  parley_pg_connection *c = cursor->connection;
  drain(c);
  c->active = NULL;
  if (!well) {
    parley_pg_guard_recover(c);
    return;
  }
  parley_pg_guard_settle(c);
  if (cursor->statement->words != PARLEY_PG_WORDS_READ && c->guard.inside) parley_pg_guard_wrote(c);
}

static void show_fields(parley_pg_cursor *cursor) {
  const PGresult *row = cursor->result;
  for (int at = 0; at < cursor->statement->width; at++) {
    parley_pg_bytes *field = &cursor->fields[at];
    field->length = (size_t)PQgetlength(row, 0, at);
    field->bytes = PQgetvalue(row, 0, at);
    if (field->length == 0 && PQgetisnull(row, 0, at)) field->bytes = NULL;
  }
}

/* The next row from the wire. At the end or a failure nobody is on it any more; *stale says whether the statement has
   to be prepared anew. */
static parley_pg_stepped take_row(parley_pg_cursor *cursor, bool *stale, parley_error *err) {
  parley_pg_connection *c = cursor->connection;
  PQclear(cursor->result);
  cursor->result = NULL;
  if (PQisBusy(c->conn) && !parley_pg_wire_wait(c, err)) {
    c->active = NULL;
    return PARLEY_PG_FAILED;
  }
  PGresult *result = PQgetResult(c->conn);
  ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_SINGLE_TUPLE && PQnfields(result) != cursor->statement->width) {
    PQclear(result);
    c->active = NULL;
    c->lost = true;
    parley_fail_key(err, "no_server.garbled");
    return PARLEY_PG_FAILED;
  }
  if (status == PGRES_SINGLE_TUPLE) {
    cursor->result = result;
    show_fields(cursor);
    return PARLEY_PG_ROW;
  }
  bool well = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
  if (well) parley_pg_cursors_count(c, result, &cursor->changed);
  else parley_pg_wire_refused(c, result, err);
  parley_pg_wire_end_copy(c, result);
  if (stale != NULL) *stale = !well && parley_pg_statement_is_stale(result);
  PQclear(result);
  leave_wire(cursor, well);
  return well ? PARLEY_PG_END : PARLEY_PG_FAILED;
}

/* ---- rows in memory ---- */

static bool keep_row(parley_pg_cursor *cursor, parley_error *err) {
  int width = cursor->statement->width;
  size_t size = (size_t)width * sizeof(int32_t);
  for (int at = 0; at < width; at++) size += cursor->fields[at].length + 1;
  if (!parley_buffer_reserve(&cursor->memory, &cursor->rest, cursor->rest_end + size, err)) return false;
  char *out = (char *)cursor->rest.data + cursor->rest_end;
  for (int at = 0; at < width; at++) {
    const parley_pg_bytes *field = &cursor->fields[at];
    int32_t length = field->bytes == NULL ? -1 : (int32_t)field->length;
    memcpy(out, &length, sizeof length);
    out += sizeof length;
    if (length > 0) memcpy(out, field->bytes, field->length);
    if (length >= 0) {
      out += length;
      *out++ = '\0'; /* as libpq ends its fields */
    }
  }
  cursor->rest_end = (size_t)(out - (char *)cursor->rest.data);
  return true;
}

static void show_kept(parley_pg_cursor *cursor) {
  const char *in = (const char *)cursor->rest.data + cursor->rest_at;
  for (int at = 0; at < cursor->statement->width; at++) {
    int32_t length;
    memcpy(&length, in, sizeof length);
    in += sizeof length;
    cursor->fields[at] = (parley_pg_bytes){length < 0 ? NULL : in, length < 0 ? 0 : (size_t)length};
    if (length >= 0) in += length + 1;
  }
  cursor->rest_at = (size_t)(in - (const char *)cursor->rest.data);
}

/* The row that was taken and not yet asked for goes in front of the rest. What fails here is told by the next step of
   that cursor, not by the statement that wants the wire. */
static void take_rest(parley_pg_cursor *cursor) {
  parley_pg_stepped step = PARLEY_PG_ROW;
  if (!cursor->waiting) step = take_row(cursor, NULL, &cursor->why);
  cursor->waiting = false;
  while (step == PARLEY_PG_ROW) {
    if (!cursor->failed && !keep_row(cursor, &cursor->why)) {
      cursor->failed = true;
      parley_buffer_free(&cursor->memory, &cursor->rest);
      cursor->rest_at = cursor->rest_end = 0;
    }
    step = take_row(cursor, NULL, cursor->failed ? NULL : &cursor->why);
  }
  if (step == PARLEY_PG_FAILED) cursor->failed = true;
}

bool parley_pg_cursors_yield(parley_pg_connection *c, parley_error *err) {
  if (c->copying) return parley_fail_key(err, "locked.copying");
  if (c->active != NULL) take_rest(c->active);
  return !c->lost || parley_pg_wire_lost(c, err);
}

/* ---- statements ---- */

static bool check_open(parley_pg_connection *c, parley_error *err) {
  return c->conn != NULL || parley_fail_key(err, "closed.store");
}

/* The results of what is sent ahead of a statement. They come with those of the statement, so that whoever stops the
   call stops the statement; a savepoint that is hit nevertheless is of no use any more. */
static bool take_ahead(parley_pg_connection *c, int count, parley_error *err) {
  bool well = true;
  for (int i = 0; well && i < 2 * count; i++) {
    if (!parley_pg_wire_wait(c, err)) return false;
    PGresult *result = PQgetResult(c->conn);
    if (i % 2 == 0 && PQresultStatus(result) != PGRES_COMMAND_OK) well = parley_pg_wire_refused(c, result, err);
    PQclear(result);
  }
  if (well) return true;
  drain(c);
  c->guard.depth = 0; /* nothing to go back to */
  return false;
}

/* A kept statement in a transaction goes with the savepoint before it, in one round trip. */
static bool send_with(parley_pg_connection *c, const parley_pg_statement *s, const parley_value *parameters,
                      parley_error *err) {
  const char *texts[3];
  int count = parley_pg_guard_ahead(c, texts);
  if (count == 0) return parley_pg_statement_send(c, s, parameters, err);
  if (!PQenterPipelineMode(c->conn)) return parley_pg_wire_lost(c, err);
  c->pipelined = true;
  for (int i = 0; i < count; i++) {
    if (!PQsendQueryParams(c->conn, texts[i], 0, NULL, NULL, NULL, NULL, 0)) return parley_pg_wire_lost(c, err);
  }
  if (!parley_pg_statement_send(c, s, parameters, err)) return false;
  if (!PQpipelineSync(c->conn)) return parley_pg_wire_lost(c, err);
  return take_ahead(c, count, err);
}

/* From here on the cursor is the one on the wire. */
static parley_pg_stepped first_row(parley_pg_cursor *cursor, bool *stale, parley_error *err) {
  parley_pg_connection *c = cursor->connection;
  c->active = cursor;
  if (cursor->statement->width > 0) PQsetSingleRowMode(c->conn);
  return take_row(cursor, stale, err);
}

/* One attempt; *stale as take_row gives it. */
static bool try_open(parley_pg_cursor *cursor, const char *sql, size_t length, const parley_value *parameters,
                     int count, bool *stale, parley_error *err) {
  parley_pg_connection *c = cursor->connection;
  cursor->statement = parley_pg_statement_kept(c, sql, length, parameters, count);
  if (cursor->statement == NULL) {
    if (!parley_pg_guard_before(c, err)) return false;
    if (!parley_pg_statement_get(c, sql, length, parameters, count, &cursor->statement, err)) {
      parley_pg_guard_recover(c);
      return false;
    }
  }
  const parley_pg_statement *s = cursor->statement;
  cursor->fields = parley_alloc(NULL, ((size_t)s->width + 1) * sizeof *cursor->fields);
  if (cursor->fields == NULL) return parley_no_memory(err);
  parley_run_time time = parley_run_time_begin(&c->run, c->time_limit, 0);
  parley_pg_stepped step = send_with(c, s, parameters, err) ? first_row(cursor, stale, err) : PARLEY_PG_FAILED;
  cursor->spent = parley_run_time_end(&c->run, time);
  cursor->waiting = step == PARLEY_PG_ROW;
  return step != PARLEY_PG_FAILED;
}

bool parley_pg_cursor_open(parley_pg_cursor *cursor, parley_pg_connection *c, const char *sql, size_t length,
                           const parley_value *parameters, int count, parley_error *err) {
  if (!check_open(c, err) || !parley_pg_cursors_yield(c, err)) return false;
  bool stale = false;
  c->stopped = false;
  link_cursor(cursor, c);
  if (try_open(cursor, sql, length, parameters, count, &stale, err)) return true;
  if (stale) {
    parley_pg_statement_forget(c, cursor->statement);
    parley_pg_statement_release(c, cursor->statement);
    cursor->statement = NULL;
    parley_alloc(cursor->fields, 0);
    cursor->fields = NULL;
    if (try_open(cursor, sql, length, parameters, count, &stale, err)) return true;
  }
  let_go(cursor);
  return false;
}

/* ---- rows ---- */

/* Rows are there without waiting, so the run is asked here; or waiting has asked it, and told the server to stop. */
static bool stop_if_asked(parley_pg_cursor *cursor, parley_error *err) {
  parley_pg_connection *c = cursor->connection;
  bool told = c->stopped && c->active == cursor;
  if (told && err != NULL) *err = c->why;
  return told || (cursor->rows % ROWS_PER_LOOK == 0 && parley_run_poll(&c->run, err));
}

static parley_pg_stepped step_kept(parley_pg_cursor *cursor, parley_error *err) {
  if (cursor->rest_at < cursor->rest_end) {
    show_kept(cursor);
    return PARLEY_PG_ROW;
  }
  if (!cursor->failed) return PARLEY_PG_END;
  if (err != NULL) *err = cursor->why;
  return PARLEY_PG_FAILED;
}

static parley_pg_stepped next_row(parley_pg_cursor *cursor, parley_error *err) {
  if (stop_if_asked(cursor, err)) return PARLEY_PG_FAILED;
  cursor->rows++;
  bool on_wire = cursor->connection->active == cursor;
  if (!cursor->waiting) return on_wire ? take_row(cursor, NULL, err) : step_kept(cursor, err);
  cursor->waiting = false;
  return PARLEY_PG_ROW;
}

/* Only steps count towards the limit, not the time a caller takes between rows. */
parley_pg_stepped parley_pg_cursor_step(parley_pg_cursor *cursor, parley_error *err) {
  parley_pg_connection *c = cursor->connection;
  if (c == NULL) {
    if (!cursor->abandoned) return PARLEY_PG_END;
    parley_fail_key(err, "closed.query");
    return PARLEY_PG_FAILED;
  }
  parley_run_time time = parley_run_time_begin(&c->run, c->time_limit, cursor->spent);
  parley_pg_stepped step = next_row(cursor, err);
  cursor->spent += parley_run_time_end(&c->run, time);
  if (step != PARLEY_PG_ROW) parley_pg_cursor_finish(cursor);
  return step;
}

/* A statement that writes does all of its work; one that reads is stopped unless it ends by itself at once. Where rows
   come without a pause, nobody waits, and it is stopped here. */
static void discard(parley_pg_cursor *cursor) {
  parley_pg_connection *c = cursor->connection;
  parley_run run = c->run;
  bool reads = cursor->statement->words == PARLEY_PG_WORDS_READ;
  int64_t end = parley_clock_now() + (int64_t)PATIENCE_MS * 1000000, patience = c->patience;
  if (reads) c->run = (parley_run){.deadline = end};
  else c->patience = (int64_t)PARLEY_PG_ANSWER_MS * 1000000;
  while (take_row(cursor, NULL, NULL) == PARLEY_PG_ROW) {
    if (!reads || c->stopped || parley_clock_now() < end) continue;
    c->stopped = true;
    if (parley_pg_interrupt(c)) continue;
    parley_pg_wire_give_up(c, NULL);
    c->active = NULL;
    break;
  }
  c->run = run;
  c->patience = patience;
  c->stopped = false; /* by nobody's wish but this */
}

void parley_pg_cursor_finish(parley_pg_cursor *cursor) {
  if (cursor->connection == NULL) return;
  if (cursor->connection->active == cursor) discard(cursor);
  let_go(cursor);
}

void parley_pg_cursors_abandon(parley_pg_connection *c) {
  while (c->cursors != NULL) {
    parley_pg_cursor *cursor = c->cursors;
    let_go(cursor);
    cursor->abandoned = true;
  }
}

/* ---- values ---- */

bool parley_pg_cursor_value(const parley_pg_cursor *cursor, int at, char room[PARLEY_PG_FIELD_TEXT],
                            parley_value *out) {
  const parley_pg_bytes *field = &cursor->fields[at];
  if (field->bytes == NULL) {
    *out = (parley_value){.type = PARLEY_ANY};
    return true;
  }
  const parley_pg_statement *s = cursor->statement;
  return parley_pg_field_read(s->columns[at].kind, s->binary, field->bytes, field->length, room, out);
}

bool parley_pg_cursor_add_row(const parley_pg_cursor *cursor, parley_frame *frame, parley_error *err) {
  char room[PARLEY_PG_FIELD_TEXT];
  parley_value value;
  for (int at = 0; at < frame->width; at++) {
    if (!parley_pg_cursor_value(cursor, at, room, &value)) return parley_fail_key(err, "no_server.garbled");
    if (!parley_frame_add_value(frame, at, &value, err)) return false;
  }
  return true;
}
