/*
** libpq behind one idea: nothing blocks for longer than a moment, so that a call can be cancelled and its time limit
** holds while the server works. The socket is polled in slices, and between two of them the run is asked.
**
** Passwords never leave libpq: no message holds an address as it was given.
*/
#include "postgres/wire.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include <libpq-fe.h>

#include "base/clock.h"
#include "postgres/interrupt.h"
#include "postgres/refusal.h"
#include "postgres/sqlstate.h"

enum { SLICE_MS = 20 }; /* between two looks at the run */

/* ---- errors ---- */

/* The first line of libpq's words, without the code that a verbose message begins with. */
const char *parley_pg_wire_words(const char *message, char out[PARLEY_PG_WORDS]) {
  char state[6];
  const char *from = message == NULL ? "" : message;
  if (parley_pg_sqlstate_find(from, state)) from = strstr(from, state) + 5;
  while (*from == ':' || *from == ' ') from++;
  size_t length = strcspn(from, "\n");
  if (length >= PARLEY_PG_WORDS) length = PARLEY_PG_WORDS - 1;
  memcpy(out, from, length);
  out[length] = '\0';
  return out;
}

bool parley_pg_wire_lost(parley_pg_connection *c, parley_error *err) {
  char name[PARLEY_PG_WORDS], words[PARLEY_PG_WORDS];
  c->lost = true;
  if (c->stopped) {
    if (err != NULL) *err = c->why;
    return false;
  }
  parley_pg_wire_name(c, name, sizeof name);
  parley_pg_wire_words(PQerrorMessage(c->conn), words);
  if (*words == '\0') return parley_fail_with(err, "no_server.cut", "server=%s", name);
  return parley_fail_with(err, "no_server.lost", "server=%s words=%s", name, words);
}

/* Nobody here has asked for it: the server's own limit of time has ended, or somebody there has ended the statement. */
static bool stopped_by_server(const char *words, parley_error *err) {
  bool late = words != NULL && strstr(words, "timeout") != NULL;
  if (words == NULL) words = "";
  return late ? parley_fail_with(err, "limit.server", "words=%s", words)
              : parley_fail_with(err, "cancelled.server", "words=%s", words);
}

bool parley_pg_wire_refused(parley_pg_connection *c, const PGresult *result, parley_error *err) {
  const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char *words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT) return parley_fail_key(err, "sql.copy");
  if (state == NULL || PQstatus(c->conn) == CONNECTION_BAD) return parley_pg_wire_lost(c, err);
  parley_error_code code = parley_pg_sqlstate_code(state);
  if (c->stopped && code == PARLEY_ERROR_CANCELLED) {
    if (err != NULL) *err = c->why;
    return false;
  }
  if (parley_pg_refusal(state, words, PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL), err)) return false;
  /* Only results of whole numbers leave their range there: others are computed by functions of ours. */
  bool whole = code == PARLEY_ERROR_OVERFLOW && words != NULL && strstr(words, "bigint") != NULL;
  if (whole) return parley_fail_key(err, "overflow.integer_result");
  if (code == PARLEY_ERROR_CANCELLED) return stopped_by_server(words, err);
  /* serialisation, deadlock: what was done is undone, and would be done if it were tried again */
  if (strncmp(state, "40", 2) == 0) return parley_fail_with(err, "busy.conflict", "words=%s", words ? words : state);
  return parley_fail(err, code, "%s", words == NULL ? state : words);
}

const char *parley_pg_wire_name(const parley_pg_connection *c, char *out, size_t size) {
  const char *user = c->conn == NULL ? NULL : PQuser(c->conn), *host = c->conn == NULL ? NULL : PQhost(c->conn);
  const char *port = c->conn == NULL ? NULL : PQport(c->conn), *database = c->conn == NULL ? NULL : PQdb(c->conn);
  bool socket = host != NULL && host[0] == '/';
  snprintf(out, size, "postgresql://%s%s%s%s%s/%s%s%s", user ? user : "", user ? "@" : "",
           host && !socket ? host : "", port && port[0] && !socket ? ":" : "", port && !socket ? port : "",
           database ? database : "", socket ? "?host=" : "", socket ? host : "");
  return out;
}

/* ---- waiting ---- */

int64_t parley_pg_wire_bear(parley_pg_connection *c, int64_t ms) {
  int64_t before = c->patience;
  c->patience = ms * 1000000;
  return before;
}

/* One slice, or less when the deadline is nearer; a signal ends it at once. */
static void poll_slice(const parley_pg_connection *c, short events) {
  int64_t ms = SLICE_MS;
  if (c->run.deadline != 0) {
    int64_t left = (c->run.deadline - parley_clock_now()) / 1000000;
    if (left < ms) ms = left < 0 ? 0 : left + 1;
  }
  struct pollfd fd = {.fd = PQsocket(c->conn), .events = events};
  (void)poll(&fd, 1, (int)ms);
}

/* Cancels on the server once; one that does not answer that for long is gone for us. True: it is time to give up. */
static bool stop_if_asked(parley_pg_connection *c, int64_t *since) {
  int64_t most = c->patience > 0 ? c->patience : (int64_t)PARLEY_PG_ANSWER_MS * 1000000;
  if (!c->stopped) {
    if (!parley_run_poll(&c->run, &c->why)) return false;
    c->stopped = true;
    *since = parley_clock_now();
    c->run.deadline = 0; /* put back by whoever set it; the answer is waited for in whole slices */
    return c->patience == 0 && !parley_pg_interrupt(c);
  }
  if (*since == 0) *since = parley_clock_now();
  return parley_clock_now() - *since > most;
}

/* One that does not answer may hold what it has locked, unless it hears that nobody listens any more. */
bool parley_pg_wire_give_up(parley_pg_connection *c, parley_error *err) {
  (void)shutdown(PQsocket(c->conn), SHUT_RDWR);
  return parley_pg_wire_lost(c, err);
}

bool parley_pg_wire_wait(parley_pg_connection *c, parley_error *err) {
  int64_t since = 0;
  int unsent = PQflush(c->conn);
  while (unsent == 1 || PQisBusy(c->conn)) {
    poll_slice(c, unsent == 1 ? POLLIN | POLLOUT : POLLIN);
    if (!PQconsumeInput(c->conn)) return parley_pg_wire_lost(c, err);
    if (unsent == 1) unsent = PQflush(c->conn);
    if (unsent < 0) return parley_pg_wire_lost(c, err);
    if ((unsent == 1 || PQisBusy(c->conn)) && stop_if_asked(c, &since)) return parley_pg_wire_give_up(c, err);
  }
  return unsent >= 0 || parley_pg_wire_lost(c, err);
}

/* Who was stopped here has to end what he sends by himself: there is nothing yet that the server could cancel. */
bool parley_pg_wire_flush(parley_pg_connection *c, parley_error *err) {
  int unsent;
  while ((unsent = PQflush(c->conn)) == 1) {
    poll_slice(c, POLLIN | POLLOUT);
    if (!PQconsumeInput(c->conn)) return parley_pg_wire_lost(c, err);
    if (parley_run_poll(&c->run, err)) return false;
  }
  return unsent == 0 || parley_pg_wire_lost(c, err);
}

void parley_pg_wire_end_copy(parley_pg_connection *c, const PGresult *result) {
  ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_COPY_IN || status == PGRES_COPY_BOTH) PQputCopyEnd(c->conn, "no rows");
  char *row = NULL;
  while (status == PGRES_COPY_OUT) {
    int length = PQgetCopyData(c->conn, &row, 1);
    if (length < 0) return;
    if (length > 0) {
      PQfreemem(row);
      continue;
    }
    poll_slice(c, POLLIN); /* libpq is not busy while rows are to come */
    if (!PQconsumeInput(c->conn)) return;
  }
}

bool parley_pg_wire_do(parley_pg_connection *c, const char *sql, parley_error *err) {
  bool done = true;
  if (!PQsendQuery(c->conn, sql)) return parley_pg_wire_lost(c, err);
  parley_run_time time = parley_run_time_begin(&c->run, c->time_limit, 0);
  int64_t patience = parley_pg_wire_bear(c, PARLEY_PG_ANSWER_MS);
  for (;;) {
    if (!parley_pg_wire_wait(c, err)) {
      done = false;
      break;
    }
    PGresult *result = PQgetResult(c->conn);
    if (result == NULL) break;
    ExecStatusType status = PQresultStatus(result);
    bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
    if (!good && done) parley_pg_wire_refused(c, result, err);
    done = done && good;
    PQclear(result);
  }
  parley_run_time_end(&c->run, time);
  c->patience = patience;
  return done;
}

