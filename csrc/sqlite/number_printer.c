/*
** A text made of a number has %!.15g. What round() gives is asked of round() itself: a text that is printed as it
** prints would still have to be read as SQLite reads, and no function of its interface does that.
**
** R1  One connection serves one thread at a time: statements are taken out of `idle` by an atomic exchange, so that two
**     threads never hold the same one.
*/
#include "sqlite/number_printer.h"

#include <sqlite3.h>
#include <stdatomic.h>

#include "value/number_text.h"

/* ---- round() ---- */

/* Statements `SELECT round(?1, ?2)` that no thread is using, each on a connection of its own. */
enum { KEPT = 16 }; /* more than the threads of one run; beyond, statements are closed after use */
static _Atomic(sqlite3_stmt *) idle[KEPT];

static void close_statement(sqlite3_stmt *statement) {
  sqlite3 *db = sqlite3_db_handle(statement);
  sqlite3_finalize(statement);
  sqlite3_close(db);
}

/* NULL where there is no memory. */
static sqlite3_stmt *open_statement(void) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  if (sqlite3_open_v2(":memory:", &db, flags, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2(db, "SELECT round(?1, ?2)", -1, &statement, NULL) != SQLITE_OK) {
    sqlite3_close(db);
    return NULL;
  }
  return statement;
}

/* The relaxed look spares an exchange on empty places; only the exchange counts. */
static sqlite3_stmt *borrow_statement(void) {
  for (int i = 0; i < KEPT; i++) {
    if (atomic_load_explicit(&idle[i], memory_order_relaxed) == NULL) continue;
    sqlite3_stmt *statement = atomic_exchange(&idle[i], NULL);
    if (statement != NULL) return statement;
  }
  return open_statement();
}

/* Compare and exchange: the place may have been filled meanwhile. */
static void give_back(sqlite3_stmt *statement) {
  for (int i = 0; i < KEPT; i++) {
    sqlite3_stmt *none = NULL;
    if (atomic_compare_exchange_strong(&idle[i], &none, statement)) return;
  }
  close_statement(statement);
}

/* When the library is unloaded, or the process ends. */
__attribute__((destructor)) static void close_idle(void) {
  for (int i = 0; i < KEPT; i++) {
    sqlite3_stmt *statement = atomic_exchange(&idle[i], NULL);
    if (statement != NULL) close_statement(statement);
  }
}

/* Some microseconds; the column engine asks only where its own rounding is not certain. */
static bool ask_round(double value, int digits, double *out) {
  sqlite3_stmt *statement = borrow_statement();
  if (statement == NULL) return false;
  sqlite3_bind_double(statement, 1, value);
  sqlite3_bind_int(statement, 2, digits);
  bool done = sqlite3_step(statement) == SQLITE_ROW;
  if (done) *out = sqlite3_column_double(statement, 0);
  sqlite3_reset(statement);
  give_back(statement);
  return done;
}

/* ---- texts ---- */

static void print_general(double value, char *out) { sqlite3_snprintf(PARLEY_NUMBER_TEXT_ROOM, out, "%!.15g", value); }

void parley_sqlite_number_printer_install(void) {
  static const parley_number_printer printer = {ask_round, print_general};
  parley_number_text_use(&printer);
}
