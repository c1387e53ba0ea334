/* What every session is set to, and the order in which things end. */
#include "postgres/connection.h"

#include <stdio.h>

#include <libpq-fe.h>

#include "postgres/connect.h"
#include "postgres/cursor.h"
#include "postgres/statement.h"
#include "postgres/wire.h"

/* What the answers rest on, whatever server, database or role have set for themselves. JIT compiles for longer than the
   statements of analyses run. */
static bool settle(parley_pg_connection *c, const parley_pg_settings *settings, parley_error *err) {
  char sql[512];
  snprintf(sql, sizeof sql,
           "SET DateStyle = 'ISO, YMD'; SET TimeZone = 'UTC'; SET IntervalStyle = 'iso_8601'; "
           "SET bytea_output = 'hex'; SET extra_float_digits = 1; SET standard_conforming_strings = on; "
           "SET jit = off; SET lock_timeout = %d%s",
           settings->timeout_ms > 0 ? settings->timeout_ms : 1,
           settings->read_only ? "; SET default_transaction_read_only = on" : "");
  return parley_pg_wire_do(c, sql, err);
}

bool parley_pg_connection_open(parley_pg_connection *c, const char *address, const parley_pg_settings *settings,
                               parley_error *err) {
  bool done = parley_pg_connect(c, address, settings->connect_ms, err) && settle(c, settings, err);
  c->read_only = settings->read_only;
  if (!done) parley_pg_connection_close(c);
  return done;
}

void parley_pg_connection_close(parley_pg_connection *c) {
  if (c->conn == NULL) return;
  c->active = NULL; /* what is on the wire goes with the connection */
  parley_pg_cursors_abandon(c);
  parley_pg_statements_drop(c);
  PQfinish(c->conn);
  c->conn = NULL;
}

bool parley_pg_connection_in_transaction(const parley_pg_connection *c) {
  PGTransactionStatusType status = PQtransactionStatus(c->conn);
  if (status == PQTRANS_ACTIVE) return c->guard.inside;
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}
