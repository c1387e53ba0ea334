/* Rows are gathered and handed on in lots; libpq would keep in memory what the network does not take at once, so each
   lot is waited for. */
#include "postgres/copy.h"

#include <string.h>

#include <libpq-fe.h>

#include "base/memory.h"
#include "postgres/cursor.h"
#include "postgres/guard.h"
#include "postgres/wire.h"

enum { LOT = 1 << 16 };

/* ---- bytes ---- */

static bool make_room(parley_pg_copy *copy, size_t size, parley_error *err) {
  if (copy->used + size <= copy->room) return true;
  size_t room = (copy->used + size) * 2;
  char *bytes = parley_alloc(copy->bytes, room);
  if (bytes == NULL) return parley_no_memory(err);
  copy->bytes = bytes;
  copy->room = room;
  return true;
}

/* The highest byte first. */
static void put(parley_pg_copy *copy, uint64_t value, int size) {
  for (int i = size - 1; i >= 0; i--) copy->bytes[copy->used++] = (char)(value >> (8 * i) & 0xff);
}

/* A field: its length and its bytes, for which there is room. */
static void put_field(parley_pg_copy *copy, const parley_value *value) {
  uint64_t bits;
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_NONE: put(copy, (uint32_t)-1, 4); break;
    case PARLEY_LAYOUT_TRUTH:
      put(copy, 1, 4);
      put(copy, value->integer != 0, 1);
      break;
    case PARLEY_LAYOUT_INTEGER:
      put(copy, 8, 4);
      put(copy, (uint64_t)value->integer, 8);
      break;
    case PARLEY_LAYOUT_NUMBER:
      memcpy(&bits, &value->number, sizeof bits);
      put(copy, 8, 4);
      put(copy, bits, 8);
      break;
    default:
      put(copy, value->length, 4);
      if (value->length > 0) memcpy(copy->bytes + copy->used, value->text, value->length);
      copy->used += value->length;
  }
}

static bool send(parley_pg_copy *copy, parley_error *err) {
  parley_pg_connection *c = copy->connection;
  size_t used = copy->used;
  copy->used = 0;
  if (used > 0 && PQputCopyData(c->conn, copy->bytes, (int)used) != 1) return parley_pg_wire_lost(c, err);
  return parley_pg_wire_flush(c, err);
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
  static const char signature[] = "PGCOPY\n\377\r\n"; /* and its zero */
  if (!parley_pg_cursors_yield(c, err) || !parley_pg_guard_before(c, err)) return false;
  c->stopped = false;
  if (!PQsendQuery(c->conn, sql)) return parley_pg_wire_lost(c, err);
  if (!is_ready(c, err)) return false;
  copy->connection = c;
  copy->width = width;
  c->copying = true;
  if (!make_room(copy, LOT, err)) return false;
  memcpy(copy->bytes, signature, sizeof signature);
  copy->used = sizeof signature;
  put(copy, 0, 8); /* no flags, no extension */
  return true;
}

/* ---- rows ---- */

bool parley_pg_copy_row(parley_pg_copy *copy, const parley_value *values, parley_error *err) {
  size_t size = 2;
  for (int at = 0; at < copy->width; at++) size += 12 + values[at].length;
  if (!make_room(copy, size, err)) return false;
  put(copy, (uint64_t)copy->width, 2);
  for (int at = 0; at < copy->width; at++) put_field(copy, &values[at]);
  copy->rows++;
  if (copy->used < LOT) return true;
  parley_pg_connection *c = copy->connection;
  parley_run_tell(&c->run, copy->rows, 0, 0);
  if (parley_run_poll(&c->run, err)) return false;
  return send(copy, err);
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
  parley_alloc(copy->bytes, 0);
  copy->bytes = NULL;
  if (!well) {
    parley_pg_guard_recover(c);
    return false;
  }
  parley_pg_guard_settle(c);
  if (c->guard.inside) parley_pg_guard_wrote(c);
  return true;
}

bool parley_pg_copy_end(parley_pg_copy *copy, parley_error *err) {
  bool whole = make_room(copy, 2, err);
  if (whole) put(copy, 0xffff, 2);
  if (!whole || !send(copy, err)) {
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
