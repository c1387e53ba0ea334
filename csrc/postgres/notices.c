/* A server tells a connection only while no transaction is open on it, so waiting inside of one would be in vain. */
#include "postgres/notices.h"

#include <poll.h>
#include <string.h>

#include <libpq-fe.h>

#include "base/clock.h"
#include "postgres/wire.h"

enum { SLICE_MS = 20 }; /* between two looks at the run */

/* Takes all that libpq has. */
static bool take(const parley_pg_connection *c, const char *channel, const char *payload) {
  bool heard = false;
  for (PGnotify *n = PQnotifies(c->conn); n != NULL; n = PQnotifies(c->conn)) {
    bool ours = n->be_pid == PQbackendPID(c->conn);
    heard = heard || (!ours && strcmp(n->relname, channel) == 0 && strcmp(n->extra, payload) == 0);
    PQfreemem(n);
  }
  return heard;
}

bool parley_pg_notices_heard(parley_pg_connection *c, const char *channel, const char *payload, int wait_ms,
                             bool *heard, parley_error *err) {
  int64_t end = parley_clock_now() + (int64_t)wait_ms * 1000000;
  for (;;) {
    if (!PQconsumeInput(c->conn)) return parley_pg_wire_lost(c, err);
    *heard = take(c, channel, payload);
    int64_t left = (end - parley_clock_now()) / 1000000;
    if (*heard || left <= 0 || PQtransactionStatus(c->conn) != PQTRANS_IDLE) return true;
    if (parley_run_poll(&c->run, err)) return false;
    struct pollfd fd = {.fd = PQsocket(c->conn), .events = POLLIN};
    (void)poll(&fd, 1, (int)(left < SLICE_MS ? left : SLICE_MS));
  }
}
