/*
** Any bytes as JSON: reading them through buffers of several sizes has to give the same, a record is sound only if
** SQLite says so, and then its members are those that SQLite finds.
** The first byte chooses form and buffer.
*/
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "fuzz.h"
#include "text/json.h"

static uint64_t mix_record(uint64_t hash, const parley_json *json) {
  const parley_json_record *r = &json->record;
  const int64_t numbers[] = {r->line, r->byte, r->offset, r->count, r->problem_line, r->problem_byte};
  hash = mix(mix(hash, numbers, sizeof numbers), r->raw, r->raw_length);
  if (r->problem != NULL) {
    char text[PARLEY_ERROR_TEXT];
    parley_error_text(r->problem, text, sizeof text);
    hash = mix(hash, text, strlen(text));
  }
  for (int i = 0; i < r->count; i++) {
    const parley_json_member *m = &r->members[i];
    const parley_json_name *name = &json->columns.names[m->column];
    const int kind = (int)m->kind;
    hash = mix(mix(mix(hash, name->text, name->length), m->text, m->length), &kind, sizeof kind);
  }
  return hash;
}

static struct {
  sqlite3 *db;
  sqlite3_stmt *valid, *members;
} judge;

static sqlite3_stmt *ask(sqlite3_stmt **statement, const char *sql, const parley_json_record *r) {
  if (judge.db == NULL) MUST(sqlite3_open(":memory:", &judge.db) == SQLITE_OK);
  if (*statement == NULL) MUST(sqlite3_prepare_v2(judge.db, sql, -1, statement, NULL) == SQLITE_OK);
  sqlite3_reset(*statement);
  sqlite3_bind_text(*statement, 1, r->raw, (int)r->raw_length, SQLITE_STATIC);
  return *statement;
}

static void check_record(const parley_json *json) {
  const parley_json_record *r = &json->record;
  if (r->problem != NULL) return;
  sqlite3_stmt *valid = ask(&judge.valid, "SELECT json_valid(?)", r);
  MUST(sqlite3_step(valid) == SQLITE_ROW && sqlite3_column_int(valid, 0) == 1);
  sqlite3_stmt *members = ask(&judge.members, "SELECT key, atom, type FROM json_each(?)", r);
  int count = 0;
  for (; sqlite3_step(members) == SQLITE_ROW; count++) {
    static const char kinds[][2] = {"n", "tf", "ir", "t", "ao"};
    MUST(count < r->count);
    const parley_json_member *m = &r->members[count];
    const char *type = (const char *)sqlite3_column_text(members, 2);
    MUST(type[0] == kinds[m->kind][0] || type[0] == kinds[m->kind][1]);
    if (m->kind != PARLEY_JSON_STRING) continue;
    const char *text = (const char *)sqlite3_column_text(members, 1);
    MUST((size_t)sqlite3_column_bytes(members, 1) == m->length && memcmp(text, m->text, m->length) == 0);
  }
  MUST(count == r->count);
}

static uint64_t read_with(const char *bytes, size_t length, parley_json_form form, size_t buffer, bool check) {
  pieces from = {bytes, length, 0, buffer};
  parley_json_options o = {.form = form, .buffer = buffer, .limit = 4000};
  parley_input input = {0};
  parley_json json = {0};
  parley_error err;
  parley_record_next next;
  uint64_t hash = 1;
  MUST(parley_input_callback(&input, "t", read_pieces, &from, &err) && parley_json_open(&json, &input, &o, &err));
  while ((next = parley_json_next(&json, &err)) == PARLEY_RECORD_READ) {
    hash = mix_record(hash, &json);
    if (check) check_record(&json);
    if (json.record.problem != NULL) parley_json_explain(&json, &err);
  }
  char text[PARLEY_ERROR_TEXT];
  if (next == PARLEY_RECORD_FAILED) {
    parley_error_text(&err, text, sizeof text);
    hash = mix(hash, text, strlen(text));
  }
  parley_json_close(&json);
  parley_input_close(&input);
  return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 1 || is_packed(data + 1, size - 1)) return 0;
  const char *bytes = (const char *)data + 1;
  parley_json_form form = (parley_json_form)(data[0] % 3);
  uint64_t hash = read_with(bytes, size - 1, form, 5000, true);
  MUST(hash == read_with(bytes, size - 1, form, 1 + data[0] / 3, false));
  return 0;
}
