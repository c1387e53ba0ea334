/*
** Most rows are new, so each is inserted first; only when its key is there already is it compared, and updated where
** it differs. Values are bound without copying: they stay where they are until the statement has been stepped.
**
** Threads: one, the store's. Cost of a new row is one insert; of one that is there an insert, a comparison and perhaps
** an update, each by its key.
*/
#include "sqlite/bulk_load.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "sqlite/result_code.h"
#include "value/parse_field.h"

/* Records between two questions whether to give up. */
#define RECORDS_PER_LOOK 64

/* Rows whose bits would take more memory than this are not looked at twice. */
#define MOST_SEEN (INT64_C(1) << 28) /* 32 MB of bits */

/* The error is taken from the connection at once: the next call of SQLite overwrites it. */
static bool failed(parley_load *load, parley_error *err) { return parley_store_fail(load->store, err); }

/* A refusal is of one row and no error: err stays as it is. */
static bool refuse(parley_load *load, int target, const char *key) {
  load->refusal.column = load->targets[target].name;
  return parley_fail_key(&load->refusal.why, key);
}

/* ---- binding ---- */

/* Three parameters that follow each other: text, first day, last day; an open side is NULL. */
static void bind_date(parley_load *load, const parley_load_target *t, const parley_value *value,
                      const parley_date_text *d) {
  sqlite3_stmt *row = load->row;
  /* a day in another order was written anew, into memory that does not last */
  sqlite3_destructor_type keep = value->text == d->day ? SQLITE_TRANSIENT : SQLITE_STATIC;
  sqlite3_bind_text(row, t->parameter, value->text, (int)value->length, keep);
  if (parley_edtf_has_first(&d->date)) sqlite3_bind_int(row, t->parameter + 1, d->date.first);
  else sqlite3_bind_null(row, t->parameter + 1);
  if (parley_edtf_has_last(&d->date)) sqlite3_bind_int(row, t->parameter + 2, d->date.last);
  else sqlite3_bind_null(row, t->parameter + 2);
}

/* Target 0 is the key: a row without it cannot be known again. */
static bool bind_nothing(parley_load *load, int target) {
  const parley_load_target *t = &load->targets[target];
  if (target == 0) return refuse(load, 0, "no_id.row");
  sqlite3_bind_null(load->row, t->parameter);
  if (t->type != PARLEY_DATE) return true;
  sqlite3_bind_null(load->row, t->parameter + 1);
  sqlite3_bind_null(load->row, t->parameter + 2);
  return true;
}

static bool has_control(parley_missing_code text) {
  for (size_t i = 0; i < text.length; i++) {
    if ((unsigned char)text.text[i] < 0x20 || text.text[i] == 0x7F) return true;
  }
  return false;
}

static bool refuse_total(parley_load *load) {
  return refuse(load, 0, "total");
}

/* Control characters in ids would not be seen in any message. */
static bool is_key(parley_load *load, parley_missing_code text) {
  if (parley_field_is_total(text.text, text.length)) return refuse_total(load);
  return !has_control(text) || refuse(load, 0, "bad_value.id_control");
}

/* What is infinite is no value of a table, as it is none where a row is added; and it lies outside of bounds. */
static bool is_infinite(const parley_value *value) {
  return parley_layout_of(value->type) == PARLEY_LAYOUT_NUMBER && !isfinite(value->number);
}

static bool is_within(const parley_load_target *t, const parley_value *value) {
  parley_layout layout = parley_layout_of(value->type);
  if (is_infinite(value)) return false;
  if (!t->bounded || !parley_layout_is_numeric(layout)) return true;
  double number = layout == PARLEY_LAYOUT_NUMBER ? value->number : (double)value->integer;
  return number >= t->least && number <= t->most;
}

/* Cut at 60 bytes, perhaps within a character: the message is mended where it is shown. */
static bool refuse_outside(parley_load *load, int target, const parley_value *value, parley_missing_code text) {
  const parley_load_target *t = &load->targets[target];
  int shown = text.length < 60 ? (int)text.length : 60;
  load->refusal.column = t->name;
  if (is_infinite(value)) {
    return parley_fail_with(&load->refusal.why, "bad_number.no_value", "value=%s", value->number > 0 ? "inf" : "-inf");
  }
  if (isinf(t->most)) {
    return parley_fail_with(&load->refusal.why, "out_of_range.least", "value=%.*s least=%lld", shown, text.text,
                            (long long)t->least);
  }
  return parley_fail_with(&load->refusal.why, "out_of_range", "value=%.*s least=%lld most=%lld", shown, text.text,
                          (long long)t->least, (long long)t->most);
}

/* Text is what it is, and most cells are text: nothing is read. SQLITE_STATIC: it stays where it is until the statement
   has been stepped. */
static bool bind_text(parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                      parley_parse_origin origin) {
  if (parley_parse_is_missing(how, text.text, text.length, origin)) return bind_nothing(load, target);
  if (target == 0 && !is_key(load, text)) return false;
  sqlite3_bind_text(load->row, load->targets[target].parameter, text.text, (int)text.length, SQLITE_STATIC);
  load->says_something |= target > 0;
  return true;
}

bool parley_load_text(parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                      parley_parse_origin origin) {
  parley_error err;
  parley_value value;
  parley_date_text day;
  const parley_load_target *t = &load->targets[target];
  if (text.length == 0) return bind_nothing(load, target); /* in quotes or not: nothing is said */
  bool plain = t->type == PARLEY_TEXT && origin != PARLEY_PARSE_FROM_JSON;
  if (plain) return bind_text(load, target, how, text, origin);
  if (!parley_parse_field(how, t->type, text.text, text.length, origin, &value, &day, &err)) {
    load->refusal.column = load->targets[target].name;
    load->refusal.why = err;
    return false;
  }
  if (target == 0 && !is_key(load, text)) return false;
  if (!is_within(t, &value)) return refuse_outside(load, target, &value, text);
  switch (parley_layout_of(value.type)) {
    case PARLEY_LAYOUT_NONE: return bind_nothing(load, target);
    case PARLEY_LAYOUT_DATED: bind_date(load, t, &value, &day); break;
    case PARLEY_LAYOUT_NUMBER: sqlite3_bind_double(load->row, t->parameter, value.number); break;
    case PARLEY_LAYOUT_TEXT: /* a number of JSON, which may have been written anew into `day` */
      sqlite3_bind_text(load->row, t->parameter, value.text, (int)value.length,
                        value.text == day.day ? SQLITE_TRANSIENT : SQLITE_STATIC);
      break;
    default: sqlite3_bind_int64(load->row, t->parameter, value.integer);
  }
  load->says_something |= target > 0;
  return true;
}

bool parley_load_takes(const parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                       parley_parse_origin origin) {
  parley_value value;
  parley_date_text day;
  const parley_load_target *t = &load->targets[target];
  return parley_parse_field(how, t->type, text.text, text.length, origin, &value, &day, NULL) && is_within(t, &value);
}

/* ---- a row from a record ---- */

/* Doubling; what was there is kept, since pieces before are in it. */
static bool join_room(parley_load *load, size_t size, bool *failure, parley_error *err) {
  if (size <= load->joined_room) return true;
  char *joined = parley_alloc(load->joined, size * 2);
  *failure = joined == NULL;
  if (joined == NULL) return parley_no_memory(err);
  load->joined = joined;
  load->joined_room = size * 2;
  return true;
}

static parley_missing_code piece_text(const parley_load_piece *piece, const parley_record_reader *records) {
  if (piece->column < 0) return piece->text;
  const parley_record_cell *cell = &records->cells[piece->column];
  return (parley_missing_code){cell->text, cell->length};
}

/* Writes a piece so that it ends where its pause character stands without a backslash. At most two bytes for each,
   which join_room has made room for. */
static size_t append_piece(char *out, parley_missing_code text, char pause) {
  if (pause == '\0') {
    memcpy(out, text.text, text.length);
    return text.length;
  }
  size_t used = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (text.text[i] == pause || text.text[i] == '\\') out[used++] = '\\';
    out[used++] = text.text[i];
  }
  return used;
}

/* Binds pieces put together: nothing when one of them is missing. The text is copied, as the next one takes its
   place. / Joined ids stay apart as pieces are escaped: ("a;b", "c") and ("a", "b;c") differ. */
static bool bind_joined(parley_load *load, int target, const parley_record_reader *records, bool *failure,
                        parley_error *err) {
  const parley_load_target *t = &load->targets[target];
  size_t used = 0;
  for (int i = 0; i < t->count; i++) {
    const parley_load_piece *piece = &t->pieces[i];
    if (piece->column >= 0 && parley_record_reader_missing(records, piece->column)) return bind_nothing(load, target);
    parley_missing_code text = piece_text(piece, records);
    if (target == 0 && piece->column >= 0 && parley_field_is_total(text.text, text.length)) return refuse_total(load);
    if (!join_room(load, used + 2 * text.length + 1, failure, err)) return false;
    used += append_piece(load->joined + used, text, piece->until);
  }
  parley_missing_code joined = {load->joined, used};
  if (target == 0 && !is_key(load, joined)) return false;
  load->says_something |= target > 0;
  sqlite3_bind_text(load->row, t->parameter, joined.text, (int)used, SQLITE_TRANSIENT);
  return true;
}

/* What was made is in quotes: no missing code applies. */
static bool bind_made(parley_load *load, int target) {
  parley_missing_code text = load->maker.texts[target];
  if (text.text == NULL) return bind_nothing(load, target);
  return parley_load_text(load, target, &load->maker.readings[target], text, PARLEY_PARSE_FROM_QUOTED);
}

/* Targets without pieces that are not made were bound once for all rows. */
static inline bool bind_target(parley_load *load, int target, const parley_record_reader *records, bool *failure,
                               parley_error *err) {
  const parley_load_target *t = &load->targets[target];
  if (t->made) return bind_made(load, target);
  if (t->count == 0) return true;
  if (t->count > 1 || t->pieces[0].column < 0) return bind_joined(load, target, records, failure, err);
  const parley_record_cell *cell = &records->cells[t->pieces[0].column];
  if (cell->text == NULL) return bind_nothing(load, target);
  const parley_record_stated *stated = parley_record_reader_stated(records, t->pieces[0].column);
  parley_missing_code text = {cell->text, cell->length};
  return parley_load_text(load, target, &stated->reading, text, cell->origin);
}

static bool bind_record(void *context, parley_load *load, bool *failure, parley_error *err) {
  const parley_record_reader *records = context;
  if (load->number > 0) sqlite3_bind_int64(load->row, load->number, records->number);
  for (int i = 0; i < load->count; i++) {
    if (!bind_target(load, i, records, failure, err)) return false;
  }
  return true;
}

/* ---- one row ---- */

/* Whether the file has had this row before, in *seen; from now on it has. A bit for each row that was there before
   the load; later ones were added by it, so they have been seen. */
static bool seen_before(parley_load *load, int64_t rowid, bool *seen, parley_error *err) {
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

static parley_load_outcome bind_failure(bool failure) { return failure ? PARLEY_LOAD_FAILED : PARLEY_LOAD_REFUSED; }

/* Binds the row to a statement and runs it to its first row or its end. Bindings are made anew for each statement:
   the three have the same parameters. */
static parley_load_outcome run(parley_load *load, sqlite3_stmt *stmt, parley_load_binder row, int *code,
                               parley_error *err) {
  bool failure = false;
  sqlite3_reset(stmt);
  load->row = stmt;
  if (!row.bind(row.context, load, &failure, err)) return bind_failure(failure);
  *code = sqlite3_step(stmt);
  if (*code == SQLITE_DONE || *code == SQLITE_ROW) return PARLEY_LOAD_ADDED;
  failed(load, err);
  return PARLEY_LOAD_FAILED;
}

static parley_load_outcome update(parley_load *load, parley_load_binder row, parley_error *err) {
  int code;
  parley_load_outcome loaded = run(load, load->update.stmt, row, &code, err);
  sqlite3_reset(load->update.stmt);
  if (loaded != PARLEY_LOAD_ADDED) return loaded;
  load->updated++;
  return PARLEY_LOAD_UPDATED;
}

/* Whether the row that is there is of another source; then that is the reason. */
static bool refuse_foreign(parley_load *load) {
  const char *source = (const char *)sqlite3_column_text(load->compare.stmt, 2);
  if (source == NULL) return false;
  load->refusal.column = load->targets[0].name;
  parley_fail_with(&load->refusal.why, "exists.other_source", "id=%s source=%s",
                   (const char *)sqlite3_column_text(load->compare.stmt, 3), source);
  return true;
}

/* The key is there: is the row the same? Column 0 is the rowid, 1 whether all is the same, 2 the foreign source, 3 the
   key; read before reset, after which they are gone. */
static parley_load_outcome compare(parley_load *load, parley_load_binder row, parley_error *err) {
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
    load->unchanged++;
    return PARLEY_LOAD_UNCHANGED;
  }
  if (foreign) return PARLEY_LOAD_REFUSED;
  if (!before) return update(load, row, err);
  refuse(load, 0, "duplicate.row");
  return PARLEY_LOAD_REFUSED;
}

/* INSERT … ON CONFLICT DO NOTHING changes no row where the key is there. */
parley_load_outcome parley_load_row(parley_load *load, parley_load_binder row, parley_error *err) {
  int code;
  parley_load_outcome loaded = run(load, load->insert.stmt, row, &code, err);
  sqlite3_reset(load->insert.stmt);
  if (loaded != PARLEY_LOAD_ADDED) return loaded;
  if (sqlite3_changes(load->store->db) == 0) return compare(load, row, err);
  load->added++;
  return PARLEY_LOAD_ADDED;
}

/* Makes the values of a record once, to be bound to as many statements as it takes. A record without an id is refused
   before: nobody is asked about it. */
static parley_load_outcome make(parley_load *load, const parley_record_reader *records, parley_error *err) {
  bool failure = false;
  if (!load->targets[0].made) {
    sqlite3_reset(load->insert.stmt);
    load->row = load->insert.stmt;
    if (!bind_target(load, 0, records, &failure, err)) return bind_failure(failure);
  }
  return load->maker.make(load->maker.context, load, records, err);
}

/* Takes the record that stands in `records`, all of whose columns are pieces of it or constants. `bare` counts rows
   that only name a thing; refused ones are not counted. */
static parley_load_outcome load_record(parley_load *load, const parley_record_reader *records, parley_error *err) {
  load->says_something = false;
  if (load->maker.make != NULL) {
    parley_load_outcome made = make(load, records, err);
    load->skipped += made == PARLEY_LOAD_SKIPPED;
    if (made != PARLEY_LOAD_ADDED) return made;
  }
  parley_load_outcome loaded =
      parley_load_row(load, (parley_load_binder){bind_record, (void *)(uintptr_t)records}, err);
  load->bare += !load->says_something && loaded < PARLEY_LOAD_SKIPPED;
  return loaded;
}

/* ---- many rows ---- */

/* store->why says why SQLite was stopped, in better words than its own. */
static parley_load_pause take_records(parley_load *load, parley_record_reader *records, int64_t most,
                                      parley_error *err) {
  parley_store *store = load->store;
  for (int64_t done = 0; done < most; done++) {
    if (done % RECORDS_PER_LOOK == 0) {
      parley_run_tell(&store->run, records->number, records->input->taken, records->input->size);
      if (parley_run_poll(&store->run, err)) return PARLEY_LOAD_PAUSE_FAILED;
    }
    parley_record_next next = parley_record_reader_next(records, err);
    if (next != PARLEY_RECORD_READ)
      return next == PARLEY_RECORD_END ? PARLEY_LOAD_PAUSE_END : PARLEY_LOAD_PAUSE_UNREADABLE;
    if (!records->sound) return PARLEY_LOAD_PAUSE_UNSOUND;
    parley_load_outcome loaded = load_record(load, records, err);
    if (loaded == PARLEY_LOAD_FAILED) {
      return PARLEY_LOAD_PAUSE_FAILED;
    }
    if (loaded == PARLEY_LOAD_REFUSED) return PARLEY_LOAD_PAUSE_REFUSED;
  }
  return PARLEY_LOAD_PAUSE_MOST;
}

/* Time between two calls is not counted. */
parley_load_pause parley_load_records(parley_load *load, parley_record_reader *records, int64_t most,
                                      parley_error *err) {
  parley_store *store = load->store;
  parley_run_time time = parley_store_time_begin(store, load->spent);
  parley_load_pause pause = take_records(load, records, most, err);
  load->spent += parley_run_time_end(&store->run, time);
  return pause;
}

/* ---- opening and closing ---- */

static bool prepare(parley_cursor *cursor, parley_store *store, const char *sql, parley_error *err) {
  return parley_cursor_prepare(cursor, store, sql, strlen(sql), true, err);
}

bool parley_load_open(parley_load *load, parley_store *store, const parley_load_sql *sql, int64_t before,
                      parley_error *err) {
  load->store = store;
  load->before = before;
  return prepare(&load->insert, store, sql->insert, err) && prepare(&load->compare, store, sql->compare, err) &&
         prepare(&load->update, store, sql->update, err);
}

/* NULL text binds nothing; a constant is in quotes: no missing code applies. */
static bool bind_constant(parley_load *load, sqlite3_stmt *stmt, int target, const parley_parse_rules *how,
                          parley_missing_code text) {
  load->row = stmt;
  if (text.text == NULL) return bind_nothing(load, target);
  return parley_load_text(load, target, how, text, PARLEY_PARSE_FROM_QUOTED);
}

bool parley_load_constant(parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                          parley_error *err) {
  if (bind_constant(load, load->insert.stmt, target, how, text) &&
      bind_constant(load, load->compare.stmt, target, how, text) &&
      bind_constant(load, load->update.stmt, target, how, text)) {
    return true;
  }
  if (err != NULL) *err = load->refusal.why;
  return parley_fail_about(err, "column", "column=%s", load->refusal.column);
}

/* As often as called, also on a load that was never opened but is all zero. */
void parley_load_close(parley_load *load) {
  parley_cursor_finish(&load->insert);
  parley_cursor_finish(&load->compare);
  parley_cursor_finish(&load->update);
  parley_alloc(load->seen, 0);
  parley_alloc(load->joined, 0);
  load->seen = NULL;
  load->joined = NULL;
}
