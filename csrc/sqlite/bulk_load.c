/*
** Most rows are new, so each is inserted first; only when its key is there already is it compared, and updated where
** it differs. Values are bound without copying: they stay where they are until the statement has been stepped.
**
** Threads: one, the store's. Cost of a new row is one insert; of one that is there an insert, a comparison and perhaps
** an update, each by its key.
*/
#include "sqlite/bulk_load.h"

#include <string.h>

#include "base/memory.h"
#include "sqlite/result_code.h"

/* Rows whose bits would take more memory than this are not looked at twice. */
#define MOST_SEEN (INT64_C(1) << 28) /* 32 MB of bits */

static parley_sqlite_load *of(parley_load *load) { return (parley_sqlite_load *)load; }

/* The error is taken from the connection at once: the next call of SQLite overwrites it. */
static bool failed(parley_sqlite_load *load, parley_error *err) { return parley_store_fail(load->store, err); }

/* ---- binding ---- */

/* Three parameters that follow each other: text, first day, last day; an open side is NULL. */
static void bind_date(sqlite3_stmt *row, int at, const parley_value *value, const parley_date_text *d, bool lasts) {
  sqlite3_bind_text(row, at, value->text, (int)value->length, lasts ? SQLITE_STATIC : SQLITE_TRANSIENT);
  if (parley_edtf_has_first(&d->date)) sqlite3_bind_int(row, at + 1, d->date.first);
  else sqlite3_bind_null(row, at + 1);
  if (parley_edtf_has_last(&d->date)) sqlite3_bind_int(row, at + 2, d->date.last);
  else sqlite3_bind_null(row, at + 2);
}

static void bind_nothing(sqlite3_stmt *row, const parley_load_target *t) {
  sqlite3_bind_null(row, t->parameter);
  if (t->type != PARLEY_DATE) return;
  sqlite3_bind_null(row, t->parameter + 1);
  sqlite3_bind_null(row, t->parameter + 2);
}

/* SQLITE_STATIC: it stays where it is until the statement has been stepped. */
static void bind_value(parley_load *load, int target, const parley_value *value, const parley_date_text *day,
                       bool lasts) {
  sqlite3_stmt *row = of(load)->row;
  const parley_load_target *t = &load->targets[target];
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_NONE: bind_nothing(row, t); break;
    case PARLEY_LAYOUT_DATED: bind_date(row, t->parameter, value, day, lasts); break;
    case PARLEY_LAYOUT_NUMBER: sqlite3_bind_double(row, t->parameter, value->number); break;
    case PARLEY_LAYOUT_TEXT:
      sqlite3_bind_text(row, t->parameter, value->text, (int)value->length, lasts ? SQLITE_STATIC : SQLITE_TRANSIENT);
      break;
    default: sqlite3_bind_int64(row, t->parameter, value->integer);
  }
}

static void bind_number(parley_load *load, int64_t number) {
  sqlite3_bind_int64(of(load)->row, load->number, number);
}

static void begin(parley_load *load) {
  sqlite3_reset(of(load)->insert.stmt);
  of(load)->row = of(load)->insert.stmt;
}

/* ---- one row ---- */

/* Whether the file has had this row before, in *seen; from now on it has. A bit for each row that was there before
   the load; later ones were added by it, so they have been seen. */
static bool seen_before(parley_sqlite_load *load, int64_t rowid, bool *seen, parley_error *err) {
  *seen = rowid > load->before;
  if (*seen || rowid <= 0 || load->before > MOST_SEEN) return true;
  if (load->seen == NULL) {
    load->seen_bytes = (size_t)load->before / 8 + 1;
    load->seen = parley_alloc(NULL, load->seen_bytes);
    if (load->seen == NULL) return parley_no_memory(err);
    memset(load->seen, 0, load->seen_bytes);
  }
  unsigned char bit = (unsigned char)(1u << (rowid & 7)), *byte = &load->seen[rowid >> 3];
  *seen = (*byte & bit) != 0;
  *byte |= bit;
  return true;
}

/* Binds the row to a statement and runs it to its first row or its end. Bindings are made anew for each statement:
   the three have the same parameters. */
static parley_load_outcome run(parley_sqlite_load *load, sqlite3_stmt *stmt, parley_load_binder row, int *code,
                               parley_error *err) {
  bool failure = false;
  sqlite3_reset(stmt);
  load->row = stmt;
  if (!row.bind(row.context, &load->load, &failure, err)) return failure ? PARLEY_LOAD_FAILED : PARLEY_LOAD_REFUSED;
  *code = sqlite3_step(stmt);
  if (*code == SQLITE_DONE || *code == SQLITE_ROW) return PARLEY_LOAD_ADDED;
  failed(load, err);
  return PARLEY_LOAD_FAILED;
}

static parley_load_outcome update(parley_sqlite_load *load, parley_load_binder row, parley_error *err) {
  int code;
  parley_load_outcome loaded = run(load, load->update.stmt, row, &code, err);
  sqlite3_reset(load->update.stmt);
  if (loaded != PARLEY_LOAD_ADDED) return loaded;
  load->load.updated++;
  return PARLEY_LOAD_UPDATED;
}

/* Whether the row that is there is of another source; then that is the reason. */
static bool refuse_foreign(parley_sqlite_load *load) {
  const char *source = (const char *)sqlite3_column_text(load->compare.stmt, 2);
  if (source == NULL) return false;
  load->load.refusal.column = load->load.targets[0].name;
  parley_fail_with(&load->load.refusal.why, "exists.other_source", "id=%s source=%s",
                   (const char *)sqlite3_column_text(load->compare.stmt, 3), source);
  return true;
}

/* The key is there: is the row the same? Column 0 is the rowid, 1 whether all is the same, 2 the foreign source, 3 the
   key; read before reset, after which they are gone. */
static parley_load_outcome compare(parley_sqlite_load *load, parley_load_binder row, parley_error *err) {
  int code;
  parley_load_outcome loaded = run(load, load->compare.stmt, row, &code, err);
  if (loaded != PARLEY_LOAD_ADDED) return loaded;
  int64_t rowid = sqlite3_column_int64(load->compare.stmt, 0);
  bool same = code == SQLITE_ROW && sqlite3_column_int(load->compare.stmt, 1) != 0;
  bool foreign = !same && refuse_foreign(load);
  sqlite3_reset(load->compare.stmt);
  bool before;
  if (!seen_before(load, rowid, &before, err)) return PARLEY_LOAD_FAILED;
  if (same) {
    load->load.unchanged++;
    return PARLEY_LOAD_UNCHANGED;
  }
  if (foreign) return PARLEY_LOAD_REFUSED;
  if (!before) return update(load, row, err);
  parley_load_refuse(&load->load, 0, "duplicate.row");
  return PARLEY_LOAD_REFUSED;
}

/* INSERT … ON CONFLICT DO NOTHING changes no row where the key is there. */
static parley_load_outcome store_row(parley_load *load, parley_load_binder row, parley_error *err) {
  int code;
  parley_sqlite_load *l = of(load);
  parley_load_outcome loaded = run(l, l->insert.stmt, row, &code, err);
  sqlite3_reset(l->insert.stmt);
  if (loaded != PARLEY_LOAD_ADDED) return loaded;
  if (sqlite3_changes(l->store->db) == 0) return compare(l, row, err);
  load->added++;
  return PARLEY_LOAD_ADDED;
}

/* ---- many rows ---- */

/* Time between two calls is not counted. */
parley_load_pause parley_sqlite_load_records(parley_sqlite_load *load, parley_record_reader *records, int64_t most,
                                             parley_error *err) {
  parley_store *store = load->store;
  parley_run_time time = parley_store_time_begin(store, load->spent);
  parley_load_pause pause = parley_load_records(&load->load, records, most, err);
  load->spent += parley_run_time_end(&store->run, time);
  return pause;
}

/* ---- opening and closing ---- */

static bool prepare(parley_cursor *cursor, parley_store *store, const char *sql, parley_error *err) {
  return parley_cursor_prepare(cursor, store, sql, strlen(sql), true, err);
}

bool parley_sqlite_load_open(parley_sqlite_load *load, parley_store *store, const parley_sqlite_load_sql *sql,
                             int64_t before, parley_error *err) {
  static const parley_load_sink sink = {.begin = begin, .value = bind_value, .number = bind_number, .row = store_row};
  load->load.sink = &sink;
  load->load.run = &store->run;
  load->store = store;
  load->before = before;
  return prepare(&load->insert, store, sql->insert, err) && prepare(&load->compare, store, sql->compare, err) &&
         prepare(&load->update, store, sql->update, err);
}

bool parley_sqlite_load_constant(parley_sqlite_load *load, int target, const parley_parse_rules *how,
                                 parley_missing_code text, parley_error *err) {
  sqlite3_stmt *const all[] = {load->insert.stmt, load->compare.stmt, load->update.stmt};
  for (int i = 0; i < 3; i++) {
    load->row = all[i];
    if (!parley_load_fixed(&load->load, target, how, text, err)) return false;
  }
  return true;
}

/* As often as called, also on a load that was never opened but is all zero. */
void parley_sqlite_load_close(parley_sqlite_load *load) {
  parley_cursor_finish(&load->insert);
  parley_cursor_finish(&load->compare);
  parley_cursor_finish(&load->update);
  parley_alloc(load->seen, 0);
  load->seen = NULL;
  parley_load_close(&load->load);
}
