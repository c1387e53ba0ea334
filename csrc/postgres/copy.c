/* Rows are gathered and handed on in lots; libpq would keep in memory what the network does not take at once, so each
   lot is waited for. */
#include "postgres/copy.h"

#include <libpq-fe.h>

#include "base/memory.h"
#include "postgres/cursor.h"
#include "postgres/guard.h"
#include "postgres/wire.h"

enum {
  LOT = 1 << 16, /* bytes that are gathered */
  MOST = 1 << 20 /* bytes that libpq is handed at a time */
};

/* ---- bytes ---- */

static bool put(parley_pg_copy *copy, const char *bytes, size_t length, parley_error *err) {
  parley_pg_connection *c = copy->connection;
  while (length > 0) {
    size_t lot = length < MOST ? length : MOST;
    if (PQputCopyData(c->conn, bytes, (int)lot) != 1) return parley_pg_wire_lost(c, err);
    if (!parley_pg_wire_flush(c, err)) return false;
    bytes += lot;
    length -= lot;
  }
  return true;
}

static bool send(parley_pg_copy *copy, parley_error *err) {
  size_t used = copy->lot.used;
  copy->lot.used = 0;
  if (copy->lot.failed) return parley_no_memory(err);
  return put(copy, copy->lot.bytes, used, err);
}

/* What was gathered goes first: the signature, at least. */
bool parley_pg_copy_bytes(parley_pg_copy *copy, const char *bytes, size_t length, parley_error *err) {
  return send(copy, err) && put(copy, bytes, length, err);
}

/* ---- opening ---- */

/* The answer to the statement: that rows may come, or a failure. */
static bool is_ready(parley_pg_connection *c, parley_error *err) {
  if (!parley_pg_wire_wait(c, err)) return false;
  PGresult *result = PQgetResult(c->conn);
  bool ready = PQresultStatus(result) == PGRES_COPY_IN;
  if (!ready) {
    parley_pg_wire_refused(c, result, err);
    while (parley_pg_wire_wait(c, NULL)) {
      PQclear(result);
      result = PQgetResult(c->conn);
      if (result == NULL) break;
    }
    parley_pg_guard_recover(c);
  }
  PQclear(result);
  return ready;
}

bool parley_pg_copy_open(parley_pg_copy *copy, parley_pg_connection *c, const char *sql, int width,
                         parley_error *err) {
  if (!parley_pg_cursors_yield(c, err) || !parley_pg_guard_before(c, err)) return false;
  c->stopped = false;
  if (!PQsendQuery(c->conn, sql)) return parley_pg_wire_lost(c, err);
  if (!is_ready(c, err)) return false;
  copy->connection = c;
  copy->width = width;
  c->copying = true;
  parley_copy_rows_signature(&copy->lot);
  return true;
}

/* ---- rows ---- */

/* Behind a row that was gathered: hands on what there is when it is enough. */
static bool gathered(parley_pg_copy *copy, parley_error *err) {
  copy->rows++;
  if (copy->lot.failed) return parley_no_memory(err);
  if (copy->lot.used < LOT) return true;
  parley_pg_connection *c = copy->connection;
  parley_run_tell(&c->run, copy->rows, 0, 0);
  if (parley_run_poll(&c->run, err)) return false;
  return send(copy, err);
}

bool parley_pg_copy_row(parley_pg_copy *copy, const parley_value *values, parley_error *err) {
  parley_copy_rows_begin(&copy->lot, copy->width);
  for (int at = 0; at < copy->width; at++) parley_copy_rows_add(&copy->lot, &values[at]);
  return gathered(copy, err);
}

bool parley_pg_copy_written(parley_pg_copy *copy, const char *bytes, size_t length, parley_error *err) {
  parley_copy_rows_repeat(&copy->lot, bytes, length);
  return gathered(copy, err);
}

/* ---- the end ---- */

/* What the server says of the whole. */
static bool take_answer(parley_pg_connection *c, parley_error *err) {
  bool well = true;
  for (;;) {
    if (!parley_pg_wire_wait(c, well ? err : NULL)) return false;
    PGresult *result = PQgetResult(c->conn);
    if (result == NULL) return well;
    bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (good) parley_pg_cursors_count(c, result, NULL);
    else if (well) parley_pg_wire_refused(c, result, err);
    well = well && good;
    PQclear(result);
  }
}

static bool close_copy(parley_pg_copy *copy, const char *why, parley_error *err) {
  parley_pg_connection *c = copy->connection;
  bool ended = PQputCopyEnd(c->conn, why) == 1 || parley_pg_wire_lost(c, err);
  bool well = take_answer(c, ended ? err : NULL) && ended && why == NULL;
  c->copying = false;
  copy->connection = NULL;
  parley_copy_rows_free(&copy->lot);
  if (!well) {
    parley_pg_guard_recover(c);
    return false;
  }
  parley_pg_guard_settle(c);
  if (c->guard.inside) parley_pg_guard_wrote(c);
  return true;
}

bool parley_pg_copy_end(parley_pg_copy *copy, parley_error *err) {
  parley_copy_rows_trailer(&copy->lot);
  if (!send(copy, err)) {
    parley_pg_copy_abandon(copy);
    return false;
  }
  return close_copy(copy, NULL, err);
}

/* What stopped it may be past: the server's answer is waited for all the same. */
void parley_pg_copy_abandon(parley_pg_copy *copy) {
  if (copy->connection == NULL) return;
  parley_run run = copy->connection->run;
  copy->connection->run = (parley_run){0};
  parley_pg_connection *c = copy->connection;
  close_copy(copy, "given up", NULL);
  c->run = run;
}
