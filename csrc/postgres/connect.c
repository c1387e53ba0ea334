/* libpq leaves the time that connecting takes to whoever connects without blocking. No message holds an address as it
   was given: there may be a password in it. */
#include "postgres/connect.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

#include "base/clock.h"
#include "base/memory.h"
#include "postgres/sqlstate.h"
#include "postgres/wire.h"

enum {
  SLICE_MS = 20,      /* between two looks at the run */
  CONNECT_MS = 15000, /* most for a connection, unless the address or the caller says otherwise */
  MOST_OPTIONS = 128  /* libpq knows some fifty */
};

/* Why no connection was made: the server's code where it has told one. */
static bool connect_failed(parley_pg_connection *c, parley_error *err) {
  char name[PARLEY_PG_WORDS], words[PARLEY_PG_WORDS], state[6];
  const char *message = PQerrorMessage(c->conn), *user = PQuser(c->conn), *database = PQdb(c->conn);
  bool told = parley_pg_sqlstate_find(message, state);
  parley_error_code code = told ? parley_pg_sqlstate_code(state) : PARLEY_ERROR_NO_SERVER;
  parley_pg_wire_name(c, name, sizeof name);
  parley_pg_wire_words(message, words);
  switch (code) {
    case PARLEY_ERROR_PERMISSION:
      return parley_fail_with(err, "permission.server", "server=%s user=%s words=%s", name, user ? user : "", words);
    case PARLEY_ERROR_NO_NAME:
      return parley_fail_with(err, "no_name.database", "name=%s server=%s", database ? database : "", name);
    case PARLEY_ERROR_BUSY: return parley_fail_with(err, "busy.connections", "server=%s words=%s", name, words);
    default: return parley_fail_with(err, "no_server.unreachable", "server=%s words=%s", name, words);
  }
}

static void drop_notice(void *data, const PGresult *result) { (void)data, (void)result; }

/* How long connecting may take: libpq leaves that to whoever connects without blocking. */
static int64_t connect_ms(PGconn *conn, int wanted) {
  if (wanted > 0) return wanted;
  int64_t ms = CONNECT_MS;
  PQconninfoOption *options = PQconninfo(conn);
  for (const PQconninfoOption *o = options; o != NULL && o->keyword != NULL; o++) {
    if (strcmp(o->keyword, "connect_timeout") == 0 && o->val != NULL && atoi(o->val) > 0) ms = atoi(o->val) * 1000;
  }
  PQconninfoFree(options);
  return ms;
}

static bool connect_within(parley_pg_connection *c, int64_t ms, parley_error *err) {
  char name[PARLEY_PG_WORDS];
  int64_t end = parley_clock_now() + ms * 1000000;
  PostgresPollingStatusType status = PGRES_POLLING_WRITING;
  while (status == PGRES_POLLING_READING || status == PGRES_POLLING_WRITING) {
    struct pollfd fd = {.fd = PQsocket(c->conn), .events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT};
    int ready = poll(&fd, 1, SLICE_MS);
    if (ready > 0) status = PQconnectPoll(c->conn);
    else if (ready < 0 && errno != EINTR) break;
    if (parley_run_poll(&c->run, err)) return false;
    if (status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED && parley_clock_now() > end) {
      parley_pg_wire_name(c, name, sizeof name);
      return parley_fail_with(err, "no_server.silent", "server=%s ms=%lld", name, (long long)ms);
    }
  }
  return status == PGRES_POLLING_OK || connect_failed(c, err);
}

/* libpq reads an address that is wrong in itself back to the user, password and all: its words are not shown. */
static bool start(parley_pg_connection *c, const char *address, parley_error *err) {
  /* A machine that is gone is noticed within two minutes, unless the address, which comes behind, says otherwise. */
  const char *const keywords[] = {"keepalives_idle", "keepalives_interval", "keepalives_count", "dbname",
                                  "client_encoding", "fallback_application_name", NULL};
  const char *const values[] = {"60", "20", "3", address, "UTF8", "parley", NULL};
  char *words = NULL;
  PQconninfoOption *parsed = PQconninfoParse(address, &words);
  PQfreemem(words);
  if (parsed == NULL) return parley_fail_key(err, "bad_argument.server_address");
  PQconninfoFree(parsed);
  c->conn = PQconnectStartParams(keywords, values, 1);
  if (c->conn == NULL) return parley_no_memory(err);
  PQsetErrorVerbosity(c->conn, PQERRORS_VERBOSE);
  PQsetNoticeReceiver(c->conn, drop_notice, NULL);
  return PQstatus(c->conn) != CONNECTION_BAD || connect_failed(c, err);
}

static bool finish(parley_pg_connection *c, int wanted_ms, parley_error *err) {
  return connect_within(c, connect_ms(c->conn, wanted_ms), err) &&
         (PQsetnonblocking(c->conn, 1) == 0 || parley_pg_wire_lost(c, err));
}

bool parley_pg_connect(parley_pg_connection *c, const char *address, int ms, parley_error *err) {
  return start(c, address, err) && finish(c, ms, err);
}

/* What libpq knows of the connection is what it was given, the password too. */
bool parley_pg_connect_again(parley_pg_connection *c, const parley_pg_connection *like, int ms, parley_error *err) {
  const char *keywords[MOST_OPTIONS + 1], *values[MOST_OPTIONS + 1];
  int count = 0;
  PQconninfoOption *options = PQconninfo(like->conn);
  for (const PQconninfoOption *o = options; o != NULL && o->keyword != NULL && count < MOST_OPTIONS; o++) {
    if (o->val == NULL) continue;
    keywords[count] = o->keyword;
    values[count++] = o->val;
  }
  keywords[count] = values[count] = NULL;
  c->conn = PQconnectStartParams(keywords, values, 0);
  PQconninfoFree(options);
  if (c->conn == NULL) return parley_no_memory(err);
  PQsetErrorVerbosity(c->conn, PQERRORS_VERBOSE);
  return (PQstatus(c->conn) != CONNECTION_BAD || connect_failed(c, err)) && finish(c, ms, err);
}
