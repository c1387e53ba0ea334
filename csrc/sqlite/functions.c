/* The callbacks stand beside the entries of the table, in its order; names and numbers of arguments are read from
   those. */
#include "sqlite/functions.h"

#include <string.h>

#include "sqlite/bounds.h"
#include "sqlite/reading_groups.h"
#include "sqlite/result_code.h"

const parley_sql_callback parley_sql_do_none = {0};

static const parley_sql_callback *const callbacks[] = {
#define OPERATOR(name, OPERATION, kernel, callback, ...) &parley_sql_do_##callback,
#define SCALAR(name, OPERATION, kernel, callback, ...) &parley_sql_do_##callback,
#define CALLED(name, ...) &parley_sql_do_call,
#define MEASURE(name, ...) &parley_sql_do_none,
#define AGGREGATE(name, KIND, kernel, callback, ...) &parley_sql_do_##callback,
#define WINDOW(name, KIND, kernel, callback, ...) &parley_sql_do_##callback,
#define SQL_ONLY(name, callback, ...) &parley_sql_do_##callback,
#include "value/functions.def"
};

/* One of a connection's functions while it is registered. */
typedef struct registration {
  const parley_sql_callback *callback;
  parley_sql_function function;
  char name[64];
} registration;

static void function_free(void *data) {
  parley_sql_function *f = data;
  parley_scalar_room_free(&f->room);
  parley_sql_readings_free(f->spare);
  sqlite3_free(f);
}

/* SQLite frees the copy, also where this fails. */
static int register_one(const registration *r, int arguments) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const parley_sql_callback *b = r->callback;
  parley_sql_function *f = sqlite3_malloc((int)sizeof *f);
  if (f == NULL) return SQLITE_NOMEM;
  *f = r->function;
  sqlite3 *db = f->store->db;
  return b->call != NULL
           ? sqlite3_create_function_v2(db, r->name, arguments, flags, f, b->call, NULL, NULL, function_free)
           : sqlite3_create_window_function(db, r->name, arguments, flags, f, b->step, b->final, b->value, b->inverse,
                                            function_free);
}

/* Under the name before the parenthesis, for each number of arguments that the entry takes; the row's place may be left
   out where all rows are alike. -1: SQLite checks no number. */
static int register_text(registration *r, const char *sql) {
  int least, most, rc = SQLITE_OK;
  size_t length = strcspn(sql, "(");
  if (length >= sizeof r->name) return SQLITE_MISUSE;
  memcpy(r->name, sql, length);
  r->name[length] = '\0';
  parley_function_counts(r->function.entry, &least, &most);
  if (most < 0) return register_one(r, -1);
  if (strstr(sql, "$row") != NULL) most++;
  for (int n = least; n <= most && rc == SQLITE_OK; n++) rc = register_one(r, n);
  return rc;
}

/* The first failure ends it; what was registered stays with the connection, which is closed then. */
bool parley_sqlite_register(parley_store *store, parley_error *err) {
  int rc = SQLITE_OK;
  for (size_t i = 0; i < sizeof callbacks / sizeof *callbacks && rc == SQLITE_OK; i++) {
    const parley_function *entry = &parley_functions[i];
    registration r = {.callback = callbacks[i], .function = {.entry = entry, .store = store}};
    if (r.callback == &parley_sql_do_none) continue;
    parley_function_takes_first(entry, r.function.takes, PARLEY_SQL_TYPED);
    rc = register_text(&r, entry->sqlite);
    r.function.of_dates = true;
    if (rc == SQLITE_OK && entry->sqlite_dates != NULL) rc = register_text(&r, entry->sqlite_dates);
  }
  if (rc == SQLITE_OK) rc = parley_store_refuse_addresses(store->db);
  return rc == SQLITE_OK || parley_store_call_failed(store->db, rc, err);
}
