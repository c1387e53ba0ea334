/* A row is written behind the others, and taken away again where it is refused. */
#include "postgres/bulk_load.h"

#include <string.h>

#include "base/memory.h"
#include "postgres/part_of.h"

enum { LOT = 1 << 16 /* bytes that are handed on at a time */ };

static parley_pg_load *of(parley_load *load) { return (parley_pg_load *)load; }

/* ---- values ---- */

static void add_nothing(parley_copy_rows *rows) {
  static const parley_value nothing = {.type = PARLEY_ANY};
  parley_copy_rows_add(rows, &nothing);
}

static void add_day(parley_copy_rows *rows, bool known, int day) {
  const parley_value value = {.type = PARLEY_INTEGER, .integer = day};
  if (known) parley_copy_rows_add(rows, &value);
  else add_nothing(rows);
}

static void add_value(parley_load *load, int target, const parley_value *value, const parley_date_text *day,
                      bool lasts) {
  parley_pg_load *l = of(load);
  (void)lasts; /* it is copied */
  parley_copy_rows_add(&l->rows, value);
  if (load->targets[target].type != PARLEY_DATE || !l->days) return;
  bool known = parley_layout_of(value->type) == PARLEY_LAYOUT_DATED;
  add_day(&l->rows, known && parley_edtf_has_first(&day->date), known ? day->date.first : 0);
  add_day(&l->rows, known && parley_edtf_has_last(&day->date), known ? day->date.last : 0);
}

static void add_constant(parley_load *load, int target) {
  parley_pg_load *l = of(load);
  size_t from = l->fixed_at[target];
  parley_copy_rows_repeat(&l->rows, l->fixed.bytes + from, l->fixed_at[target + 1] - from);
}

static void add_number(parley_load *load, int64_t number) {
  const parley_value value = {.type = PARLEY_INTEGER, .integer = number};
  parley_copy_rows_add(&of(load)->rows, &value);
}

/* ---- rows ---- */

static void begin(parley_load *load) {
  parley_pg_load *l = of(load);
  l->rows.used = l->start;
  parley_copy_rows_begin(&l->rows, l->width);
}

/* The part of the row at hand, by the text that it begins with: two bytes for its width, and four for a length. */
static int64_t part_of(const parley_pg_load *l) {
  enum { LENGTH = 2, TEXT = 6 };
  const unsigned char *row = (const unsigned char *)l->rows.bytes + l->start;
  size_t length = (size_t)row[LENGTH] << 24 | (size_t)row[LENGTH + 1] << 16 | (size_t)row[LENGTH + 2] << 8 |
                  row[LENGTH + 3];
  return parley_pg_part_of((const char *)row + TEXT, length, l->parts);
}

/* Where the record at hand stands in the file. */
static bool keep_place(parley_pg_load *l, parley_error *err) {
  const parley_record_reader *records = l->load.records;
  if (!l->keeps || records == NULL) return true;
  if (l->count == l->room) {
    int64_t room = l->room * 2 + 1024;
    parley_pg_loaded *places = parley_alloc(l->places, (size_t)room * sizeof *places);
    if (places == NULL) return parley_no_memory(err);
    l->places = places;
    l->room = room;
  }
  l->places[l->count] = (parley_pg_loaded){records->number, records->line, l->raw.used, records->raw_length,
                                           !l->load.says_something, l->start, l->parts > 0 ? part_of(l) : 0};
  parley_copy_rows_repeat(&l->raw, records->raw, records->raw_length);
  return !l->raw.failed || parley_no_memory(err);
}

static bool send_rest(parley_pg_load *l, parley_error *err) {
  size_t from = l->sent;
  l->sent = l->start;
  if (l->copy.connection == NULL && !parley_pg_copy_open(&l->copy, l->connection, l->into, l->width, err)) return false;
  return parley_pg_copy_bytes(&l->copy, l->rows.bytes + from, l->start - from, err);
}

static parley_load_outcome store_row(parley_load *load, parley_load_binder row, parley_error *err) {
  parley_pg_load *l = of(load);
  bool failure = false;
  begin(load);
  if (!row.bind(row.context, load, &failure, err)) return failure ? PARLEY_LOAD_FAILED : PARLEY_LOAD_REFUSED;
  bool written = !l->rows.failed || parley_no_memory(err);
  if (!written || !keep_place(l, err)) return PARLEY_LOAD_FAILED;
  l->start = l->rows.used;
  l->count++;
  l->ordered = false;
  load->added++;
  bool full = l->streams && l->start - l->sent >= LOT;
  return !full || send_rest(l, err) ? PARLEY_LOAD_ADDED : PARLEY_LOAD_FAILED;
}

/* ---- pieces ---- */

bool parley_pg_load_send(parley_pg_load *l, parley_error *err) {
  if (l->count == 0) return true;
  if (!send_rest(l, err)) {
    parley_pg_load_abandon(l);
    return false;
  }
  l->sent = 0;
  return parley_pg_copy_end(&l->copy, err);
}

/* ---- parts ---- */

/* Counts the rows of each part, and lays them out one part behind the other. */
static bool put_in_order(parley_pg_load *l, parley_error *err) {
  if (l->ordered) return true;
  int64_t *order = parley_alloc(l->order, ((size_t)l->count + 1) * sizeof *order);
  if (order == NULL) return parley_no_memory(err);
  l->order = order;
  memset(l->first, 0, ((size_t)l->parts + 2) * sizeof *l->first);
  for (int64_t row = 0; row < l->count; row++) l->first[l->places[row].part + 2]++;
  for (int64_t part = 0; part < l->parts; part++) l->first[part + 2] += l->first[part + 1];
  for (int64_t row = 0; row < l->count; row++) order[l->first[l->places[row].part + 1]++] = row;
  l->ordered = true;
  return true;
}

bool parley_pg_load_count_part(parley_pg_load *l, int64_t part, int64_t *count, parley_error *err) {
  if (!put_in_order(l, err)) return false;
  *count = l->first[part + 1] - l->first[part];
  return true;
}

int64_t parley_pg_load_of_part(const parley_pg_load *l, int64_t part, int64_t at) {
  return l->order[l->first[part] + at];
}

static bool send_row(parley_pg_load *l, int64_t row, parley_error *err) {
  size_t from = l->places[row].start, to = row + 1 < l->count ? l->places[row + 1].start : l->start;
  return parley_pg_copy_written(&l->copy, l->rows.bytes + from, to - from, err);
}

bool parley_pg_load_send_part(parley_pg_load *l, parley_pg_connection *connection, const char *into, int64_t part,
                              parley_error *err) {
  if (!put_in_order(l, err) || !parley_pg_copy_open(&l->copy, connection, into, l->width, err)) return false;
  for (int64_t at = l->first[part]; at < l->first[part + 1]; at++) {
    if (send_row(l, l->order[at], err)) continue;
    parley_pg_load_abandon(l);
    return false;
  }
  return parley_pg_copy_end(&l->copy, err);
}

/* ---- the end of a piece ---- */

void parley_pg_load_forget(parley_pg_load *l) {
  l->rows.used = l->start = l->sent = l->raw.used = 0;
  l->count = 0;
  l->ordered = false;
}

void parley_pg_load_abandon(parley_pg_load *l) {
  parley_pg_copy_abandon(&l->copy);
  l->sent = 0;
}

/* ---- opening and closing ---- */

/* Behind the head of the row. */
bool parley_pg_load_fix(parley_pg_load *l, int target, parley_error *err) {
  enum { HEAD = 2 };
  if (!l->rows.failed) parley_copy_rows_repeat(&l->fixed, l->rows.bytes + HEAD, l->rows.used - HEAD);
  if (l->rows.failed || l->fixed.failed) return parley_no_memory(err);
  l->fixed_at[target + 1] = l->fixed.used;
  l->rows.used = 0;
  return true;
}

bool parley_pg_load_open(parley_pg_load *l, parley_pg_connection *connection, parley_error *err) {
  static const parley_load_sink sink = {
      .begin = begin, .value = add_value, .constant = add_constant, .number = add_number, .row = store_row};
  l->load.sink = &sink;
  l->load.run = &connection->run;
  l->connection = connection;
  l->width = l->load.number > 0;
  for (int i = 0; i < l->load.count; i++) l->width += l->days && l->load.targets[i].type == PARLEY_DATE ? 3 : 1;
  l->fixed_at = parley_alloc(NULL, ((size_t)l->load.count + 1) * sizeof *l->fixed_at);
  if (l->fixed_at == NULL) return parley_no_memory(err);
  l->fixed_at[0] = 0;
  if (l->parts == 0) return true;
  l->first = parley_alloc(NULL, ((size_t)l->parts + 2) * sizeof *l->first);
  return l->first != NULL || parley_no_memory(err);
}

void parley_pg_load_close(parley_pg_load *l) {
  parley_pg_load_abandon(l);
  parley_copy_rows_free(&l->rows);
  parley_copy_rows_free(&l->raw);
  parley_copy_rows_free(&l->fixed);
  parley_alloc(l->places, 0);
  parley_alloc(l->fixed_at, 0);
  parley_alloc(l->order, 0);
  parley_alloc(l->first, 0);
  l->places = NULL;
  l->order = l->first = NULL;
  l->fixed_at = NULL;
}
