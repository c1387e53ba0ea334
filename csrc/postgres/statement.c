/* A statement in use is never deallocated: a cursor counts as a user from its first row to its last. */
#include "postgres/statement.h"

#include <stdio.h>
#include <string.h>

#include <libpq-fe.h>

#include "base/hash.h"
#include "base/memory.h"
#include "postgres/sql_words.h"
#include "postgres/wire.h"

/* ---- failures ---- */

/* 0A000: its columns would be others than when it was prepared; 26000: unknown, as behind a pooler. */
bool parley_pg_statement_is_stale(const PGresult *result) {
  const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  return state != NULL && (strcmp(state, "0A000") == 0 || strcmp(state, "26000") == 0);
}

/* ---- memory ---- */

static void statement_free(parley_pg_statement *s) {
  for (int i = 0; s->columns != NULL && i < s->width; i++) parley_alloc(s->columns[i].name, 0);
  parley_alloc(s->columns, 0);
  parley_alloc(s->kinds, 0);
  parley_alloc(s->sql, 0);
  parley_alloc(s, 0);
}

static unsigned char kind_of(const parley_value *value) { return (unsigned char)parley_layout_of(value->type); }

static parley_pg_statement *statement_new(const char *sql, size_t length, const parley_value *parameters, int count,
                                          parley_error *err) {
  parley_pg_statement *s = parley_alloc(NULL, sizeof *s);
  if (s == NULL) return parley_no_memory(err), NULL;
  memset(s, 0, sizeof *s);
  s->sql = parley_alloc(NULL, length + 1);
  s->kinds = parley_alloc(NULL, (size_t)count + 1);
  if (s->sql == NULL || s->kinds == NULL) {
    statement_free(s);
    return parley_no_memory(err), NULL;
  }
  memcpy(s->sql, sql, length + 1);
  s->length = length;
  s->parameters = count;
  for (int i = 0; i < count; i++) s->kinds[i] = kind_of(&parameters[i]);
  return s;
}

/* ---- the cache ---- */

/* In a broken transaction the server would refuse: then it keeps the statement until the connection ends. */
static void deallocate(parley_pg_connection *c, parley_pg_statement *s) {
  char sql[48];
  PGTransactionStatusType status = PQtransactionStatus(c->conn);
  if (s->name[0] != '\0' && (status == PQTRANS_IDLE || status == PQTRANS_INTRANS)) {
    snprintf(sql, sizeof sql, "DEALLOCATE %s", s->name);
    parley_pg_wire_do(c, sql, NULL);
  }
  statement_free(s);
}

static bool is_of(const parley_pg_statement *s, const char *sql, size_t length, uint32_t hash,
                  const parley_value *parameters, int count) {
  if (s->hash != hash || s->length != length || s->parameters != count) return false;
  for (int i = 0; i < count; i++) {
    if (s->kinds[i] != kind_of(&parameters[i])) return false;
  }
  return memcmp(s->sql, sql, length) == 0;
}

/* The place for a new one: an empty one, else that of the one not used for longest; -1 when all are in use. */
static int find_place(parley_pg_connection *c) {
  int oldest = -1;
  for (int i = 0; i < PARLEY_PG_CACHE_SIZE; i++) {
    const parley_pg_statement *s = c->cache[i];
    if (s == NULL) return i;
    if (s->users == 0 && (oldest < 0 || s->last_use < c->cache[oldest]->last_use)) oldest = i;
  }
  if (oldest >= 0) deallocate(c, c->cache[oldest]);
  return oldest;
}

static void keep(parley_pg_connection *c, parley_pg_statement *s) {
  int place = find_place(c);
  if (place < 0) return;
  c->cache[place] = s;
  s->kept = true;
}

void parley_pg_statement_forget(parley_pg_connection *c, parley_pg_statement *s) {
  for (int i = 0; i < PARLEY_PG_CACHE_SIZE; i++) {
    if (c->cache[i] == s) c->cache[i] = NULL;
  }
  s->kept = false;
}

void parley_pg_statement_release(parley_pg_connection *c, parley_pg_statement *s) {
  s->users--;
  s->last_use = ++c->uses;
  if (s->kept || s->users > 0) return;
  if (c->conn != NULL && c->active == NULL && !c->lost) deallocate(c, s);
  else statement_free(s);
}

/* Those that cursors hold go with these. */
void parley_pg_statements_drop(parley_pg_connection *c) {
  for (int i = 0; i < PARLEY_PG_CACHE_SIZE; i++) {
    if (c->cache[i] != NULL) statement_free(c->cache[i]);
    c->cache[i] = NULL;
  }
}

/* ---- preparing ---- */

/* A second statement would be refused by the server in its own words. */
static bool check_text(const char *sql, size_t length, parley_error *err) {
  if (strlen(sql) != length) return parley_fail_key(err, "sql.nul_byte");
  const char *at = sql;
  parley_pg_word word = parley_pg_word_next(&at);
  if (word.ends && *word.text == '\0') return parley_fail_key(err, "sql.empty");
  while (!word.ends) word = parley_pg_word_next(&at);
  while (*word.text != '\0') {
    word = parley_pg_word_next(&at);
    if (!word.ends) return parley_fail_key(err, "sql.several");
  }
  return true;
}

/* Takes the one result of something sent, and what ends it; NULL: the connection is lost. */
static PGresult *take_result(parley_pg_connection *c, parley_error *err) {
  PGresult *first = NULL;
  for (;;) {
    if (!parley_pg_wire_wait(c, err)) {
      PQclear(first);
      return NULL;
    }
    PGresult *result = PQgetResult(c->conn);
    if (result == NULL) break;
    if (first == NULL) first = result;
    else PQclear(result);
  }
  if (first == NULL) parley_pg_wire_lost(c, err);
  return first;
}

static bool take_good(parley_pg_connection *c, PGresult **out, parley_error *err) {
  PGresult *result = take_result(c, err);
  if (result == NULL) return false;
  if (PQresultStatus(result) != PGRES_COMMAND_OK) {
    parley_pg_wire_refused(c, result, err);
    PQclear(result);
    return false;
  }
  *out = result;
  return true;
}

/* What the server takes a parameter for: texts and numbers are what they are; a missing one is of any type. */
static Oid type_of(unsigned char kind) {
  switch ((parley_layout)kind) {
    case PARLEY_LAYOUT_NONE: return 0;
    case PARLEY_LAYOUT_TRUTH: return 16;
    case PARLEY_LAYOUT_INTEGER: return 20;
    case PARLEY_LAYOUT_NUMBER: return 701;
    default: return 25;
  }
}

static bool send_prepare(parley_pg_connection *c, parley_pg_statement *s, parley_error *err) {
  Oid *types = parley_alloc(NULL, ((size_t)s->parameters + 1) * sizeof *types);
  if (types == NULL) return parley_no_memory(err);
  for (int i = 0; i < s->parameters; i++) types[i] = type_of(s->kinds[i]);
  snprintf(s->name, sizeof s->name, "parley_%llu", (unsigned long long)++c->uses);
  bool sent = PQsendPrepare(c->conn, s->name, s->sql, s->parameters, types);
  parley_alloc(types, 0);
  return sent || parley_pg_wire_lost(c, err);
}

/* All columns are asked for in binary, where each has a format that is known. */
static bool take_columns(parley_pg_statement *s, const PGresult *result, parley_error *err) {
  s->width = PQnfields(result);
  s->columns = parley_alloc(NULL, ((size_t)s->width + 1) * sizeof *s->columns);
  if (s->columns == NULL) return parley_no_memory(err);
  memset(s->columns, 0, ((size_t)s->width + 1) * sizeof *s->columns);
  s->binary = true;
  for (int at = 0; at < s->width; at++) {
    parley_pg_column *column = &s->columns[at];
    const char *name = PQfname(result, at);
    column->name = parley_alloc(NULL, strlen(name) + 1);
    if (column->name == NULL) return parley_no_memory(err);
    strcpy(column->name, name);
    column->type = PQftype(result, at);
    column->table = PQftable(result, at);
    column->place = PQftablecol(result, at);
    column->kind = parley_pg_field_kind(column->type);
    if (column->kind == PARLEY_PG_OTHER) s->binary = false;
  }
  return true;
}

/* Where nobody has the parameters, they are as many as there are. */
static bool check_parameters(const parley_pg_statement *s, const PGresult *result, bool known, parley_error *err) {
  int wanted = PQnparams(result);
  return !known || wanted == s->parameters ||
         parley_fail_with(err, "bad_argument.sql_values", "wanted=%d count=%d", wanted, s->parameters);
}

static bool prepare(parley_pg_connection *c, parley_pg_statement *s, bool known, parley_error *err) {
  PGresult *result = NULL;
  if (!send_prepare(c, s, err)) return false;
  if (!take_good(c, &result, err)) {
    s->name[0] = '\0'; /* there is nothing to deallocate */
    return false;
  }
  PQclear(result);
  if (!PQsendDescribePrepared(c->conn, s->name)) return parley_pg_wire_lost(c, err);
  if (!take_good(c, &result, err)) return false;
  bool done = check_parameters(s, result, known, err) && take_columns(s, result, err);
  PQclear(result);
  return done;
}

/* A new statement, prepared and not kept. */
static parley_pg_statement *make(parley_pg_connection *c, const char *sql, size_t length,
                                 const parley_value *parameters, int count, bool known, parley_error *err) {
  if (!check_text(sql, length, err)) return NULL;
  parley_pg_statement *s = statement_new(sql, length, parameters, count, err);
  if (s == NULL) return NULL;
  s->words = parley_pg_guard_kind(sql);
  s->users = 1;
  if (prepare(c, s, known, err)) return s;
  if (c->lost) statement_free(s);
  else deallocate(c, s);
  return NULL;
}

bool parley_pg_statement_describe(parley_pg_connection *c, const char *sql, size_t length,
                                  parley_pg_statement **statement, parley_error *err) {
  *statement = make(c, sql, length, NULL, 0, false, err);
  return *statement != NULL;
}

parley_pg_statement *parley_pg_statement_kept(parley_pg_connection *c, const char *sql, size_t length,
                                              const parley_value *parameters, int count) {
  uint32_t hash = (uint32_t)parley_hash_text(sql, length);
  for (int i = 0; i < PARLEY_PG_CACHE_SIZE; i++) {
    parley_pg_statement *s = c->cache[i];
    if (s == NULL || !is_of(s, sql, length, hash, parameters, count)) continue;
    s->users++;
    return s;
  }
  return NULL;
}

bool parley_pg_statement_get(parley_pg_connection *c, const char *sql, size_t length, const parley_value *parameters,
                             int count, parley_pg_statement **statement, parley_error *err) {
  *statement = parley_pg_statement_kept(c, sql, length, parameters, count);
  if (*statement != NULL) return true;
  parley_pg_statement *s = make(c, sql, length, parameters, count, true, err);
  if (s == NULL) return false;
  s->hash = (uint32_t)parley_hash_text(sql, length);
  keep(c, s);
  *statement = s;
  return true;
}

/* ---- sending ---- */

/* Eight bytes, the highest first. */
static void write_int8(char out[8], uint64_t value) {
  for (int i = 7; i >= 0; i--, value >>= 8) out[i] = (char)(value & 0xff);
}

/* Where a parameter's bytes are, and how many; numbers are written into `room`. */
static const char *bytes_of(const parley_value *value, char room[8], int *length) {
  uint64_t bits;
  *length = 8;
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_NONE: *length = 0; return NULL;
    case PARLEY_LAYOUT_TRUTH: *length = 1; room[0] = value->integer != 0; return room;
    case PARLEY_LAYOUT_INTEGER: write_int8(room, (uint64_t)value->integer); return room;
    case PARLEY_LAYOUT_NUMBER:
      memcpy(&bits, &value->number, sizeof bits);
      write_int8(room, bits);
      return room;
    default: *length = (int)value->length; return value->text;
  }
}

bool parley_pg_statement_send(parley_pg_connection *c, const parley_pg_statement *s, const parley_value *parameters,
                              parley_error *err) {
  typedef struct place {
    const char *bytes;
    char room[8];
  } place;
  enum { FEW = 16 };
  place few_rooms[FEW];
  const char *few_values[FEW];
  int few_lengths[FEW], few_formats[FEW];
  size_t count = (size_t)s->parameters;
  char *block = NULL;
  place *rooms = few_rooms;
  const char **values = few_values;
  int *lengths = few_lengths, *formats = few_formats;
  if (count > FEW) {
    block = parley_alloc(NULL, count * (sizeof *rooms + sizeof *values + 2 * sizeof *lengths));
    if (block == NULL) return parley_no_memory(err);
    rooms = (place *)(void *)block;
    values = (const char **)(void *)(rooms + count);
    lengths = (int *)(void *)(values + count);
    formats = lengths + count;
  }
  for (size_t i = 0; i < count; i++) {
    values[i] = bytes_of(&parameters[i], rooms[i].room, &lengths[i]);
    formats[i] = 1;
  }
  bool sent = PQsendQueryPrepared(c->conn, s->name, s->parameters, values, lengths, formats, s->binary);
  parley_alloc(block, 0);
  return sent || parley_pg_wire_lost(c, err);
}
