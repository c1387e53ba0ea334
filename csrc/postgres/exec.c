/*
** A commit is sent with the number of its transaction known, so that where the connection breaks on the way, the server
** can be asked by another what has become of it.
*/
#include "postgres/exec.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>

#include <libpq-fe.h>

#include "base/clock.h"
#include "base/memory.h"
#include "postgres/connect.h"
#include "postgres/cursor.h"
#include "postgres/guard.h"
#include "postgres/wire.h"

enum {
  COMMIT_MS = 10000, /* most for a commit after the call was asked to stop: its fate is worth waiting for */
  FATE_MS = 10000, /* most for finding out what has become of a commit: a server that crashed comes back meanwhile */
  PAUSE_MS = 100,
  NUMBER = 32      /* bytes of the number of a transaction */
};

/* ---- results ---- */

/* All results of a text; the first failure counts. */
static bool take_all(parley_pg_connection *c, parley_error *err) {
  bool well = true;
  for (;;) {
    if (!parley_pg_wire_wait(c, well ? err : NULL)) return false;
    PGresult *result = PQgetResult(c->conn);
    if (result == NULL) return well;
    ExecStatusType status = PQresultStatus(result);
    bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
    if (good) parley_pg_cursors_count(c, result, NULL);
    else if (well) parley_pg_wire_refused(c, result, err);
    well = well && good;
    parley_pg_wire_end_copy(c, result);
    PQclear(result);
  }
}

/* The one value of a text, which is short; empty where it is missing. */
static bool ask(parley_pg_connection *c, const char *sql, char out[NUMBER], parley_error *err) {
  bool good = false;
  out[0] = '\0';
  if (!PQsendQuery(c->conn, sql)) return parley_pg_wire_lost(c, err);
  for (;;) {
    if (!parley_pg_wire_wait(c, err)) return false;
    PGresult *result = PQgetResult(c->conn);
    if (result == NULL) return good;
    good = PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1;
    if (good) snprintf(out, NUMBER, "%s", PQgetvalue(result, 0, 0));
    else parley_pg_wire_refused(c, result, err);
    PQclear(result);
  }
}

/* ---- commits ---- */

/* The server would end a broken transaction without a word, and call that done. */
static bool refuse_broken(parley_pg_connection *c, parley_error *err) {
  if (PQtransactionStatus(c->conn) != PQTRANS_INERROR) return true;
  parley_pg_wire_do(c, "ROLLBACK", NULL);
  parley_pg_guard_settle(c);
  return parley_fail_key(err, "constraint.transaction");
}

/* What another connection says of a transaction: "committed", "aborted", or nothing where it cannot be had. */
static void find_fate(const parley_pg_connection *c, const char *number, char out[NUMBER]) {
  char sql[NUMBER + 64];
  int64_t end = parley_clock_now() + (int64_t)FATE_MS * 1000000;
  snprintf(sql, sizeof sql, "SELECT pg_catalog.txid_status(%s)", number);
  do {
    parley_pg_connection *other = parley_alloc(NULL, sizeof *other);
    if (other == NULL) return;
    memset(other, 0, sizeof *other);
    other->run.deadline = end;
    bool asked = parley_pg_connect_again(other, c, FATE_MS, NULL) && ask(other, sql, out, NULL);
    if (other->conn != NULL) PQfinish(other->conn);
    parley_alloc(other, 0);
    if (asked && strcmp(out, "in progress") != 0) return;
    out[0] = '\0';
    poll(NULL, 0, PAUSE_MS);
  } while (parley_clock_now() < end);
}

/* After a commit that the connection has not survived. True: it is done all the same. */
static bool was_committed(parley_pg_connection *c, const char *number, parley_error *err) {
  char fate[NUMBER] = "", name[PARLEY_PG_WORDS];
  c->guard = (parley_pg_guard){0};
  find_fate(c, number, fate);
  if (strcmp(fate, "committed") == 0) return true;
  parley_pg_wire_name(c, name, sizeof name);
  return parley_fail_with(err, strcmp(fate, "aborted") == 0 ? "no_server.undone" : "no_server.unknown",
                          "server=%s number=%s", name, number);
}

/* A text that ends a transaction. */
static bool commit(parley_pg_connection *c, const char *sql, parley_error *err) {
  char number[NUMBER] = "";
  if (!refuse_broken(c, err)) return false;
  if (c->guard.wrote && !ask(c, "SELECT pg_catalog.txid_current_if_assigned()", number, err)) return false;
  if (!PQsendQuery(c->conn, sql)) parley_pg_wire_lost(c, err);
  if (!c->lost && take_all(c, err)) return true;
  return c->lost && number[0] != '\0' && was_committed(c, number, err);
}

/* ---- texts ---- */

static bool run(parley_pg_connection *c, const char *sql, parley_error *err) {
  if (!PQsendQuery(c->conn, sql)) return parley_pg_wire_lost(c, err);
  parley_run_time time = parley_run_time_begin(&c->run, c->time_limit, 0);
  bool well = take_all(c, err);
  parley_run_time_end(&c->run, time);
  return well;
}

/* What begins or ends a transaction is never cancelled: what was cancelled is undone by such a text. */
static bool control(parley_pg_connection *c, const char *sql, parley_error *err) {
  bool commits = parley_pg_guard_commits(sql);
  parley_run_time time = parley_run_time_begin(&c->run, c->time_limit, 0);
  int64_t patience = parley_pg_wire_bear(c, commits ? COMMIT_MS : PARLEY_PG_ANSWER_MS);
  bool well = commits ? commit(c, sql, err) : run(c, sql, err);
  parley_run_time_end(&c->run, time);
  c->patience = patience;
  return well;
}

bool parley_pg_exec(parley_pg_connection *c, const char *sql, parley_error *err) {
  if (!parley_pg_cursors_yield(c, err)) return false;
  c->stopped = false;
  bool controls = parley_pg_guard_kind(sql) == PARLEY_PG_WORDS_CONTROL || parley_pg_guard_commits(sql);
  if (!controls && !parley_pg_guard_before(c, err)) return false;
  if (!(controls ? control : run)(c, sql, err)) {
    parley_pg_guard_recover(c);
    return false;
  }
  parley_pg_guard_follow(c, sql);
  if (parley_pg_guard_kind(sql) == PARLEY_PG_WORDS_WRITE && c->guard.inside) parley_pg_guard_wrote(c);
  return true;
}
