/* Savepoints that are open stand in a list, the caller's and ours, each with whether anything was written since. */
#include "postgres/guard.h"

#include <stdio.h>
#include <string.h>

#include <libpq-fe.h>

#include "postgres/sql_words.h"
#include "postgres/wire.h"

#define OURS "parley_statement"

static void push(parley_pg_guard *g, const char *name, size_t length, bool ours) {
  if (g->depth == PARLEY_PG_SAVEPOINTS || length >= PARLEY_PG_SAVEPOINT_NAME) return;
  memcpy(g->at[g->depth].name, name, length);
  g->at[g->depth].name[length] = '\0';
  g->at[g->depth].ours = ours;
  g->at[g->depth].dirty = false;
  g->depth++;
}

/* The topmost savepoint of a name, or -1. */
static int find(const parley_pg_guard *g, parley_pg_word name) {
  for (int at = g->depth - 1; at >= 0; at--) {
    if (strlen(g->at[at].name) == name.length && strncmp(g->at[at].name, name.text, name.length) == 0) return at;
  }
  return -1;
}

/* What was written behind it counts as written behind the one below. */
static void release(parley_pg_guard *g, int from) {
  if (from < 0) return;
  bool dirty = false;
  for (int at = from; at < g->depth; at++) dirty = dirty || g->at[at].dirty;
  g->depth = from;
  if (from > 0) g->at[from - 1].dirty = g->at[from - 1].dirty || dirty;
}

int parley_pg_guard_ahead(parley_pg_connection *c, const char *texts[3]) {
  parley_pg_guard *g = &c->guard;
  int count = 0;
  bool some = g->depth > 0, open = g->inside && PQtransactionStatus(c->conn) == PQTRANS_INTRANS;
  bool wanted = open && (!some || g->at[g->depth - 1].dirty);
  if (wanted && some && g->at[g->depth - 1].ours) {
    g->at[g->depth - 1].dirty = false;
    texts[count++] = "RELEASE " OURS;
    texts[count++] = "SAVEPOINT " OURS;
  } else if (wanted && g->depth < PARLEY_PG_SAVEPOINTS) {
    push(g, OURS, sizeof OURS - 1, true);
    texts[count++] = "SAVEPOINT " OURS;
  }
  texts[count] = NULL;
  return count;
}

bool parley_pg_guard_before(parley_pg_connection *c, parley_error *err) {
  const char *texts[3];
  int count = parley_pg_guard_ahead(c, texts);
  for (int i = 0; i < count; i++) {
    if (!parley_pg_wire_do(c, texts[i], err)) return false;
  }
  return true;
}

void parley_pg_guard_wrote(parley_pg_connection *c) {
  if (c->guard.depth > 0) c->guard.at[c->guard.depth - 1].dirty = true;
  c->guard.wrote = true;
}

/* A savepoint behind which something was written is left alone: it would take that along. */
void parley_pg_guard_recover(parley_pg_connection *c) {
  char sql[PARLEY_PG_SAVEPOINT_NAME + 32];
  const parley_pg_guard *g = &c->guard;
  bool broken = PQtransactionStatus(c->conn) == PQTRANS_INERROR;
  if (broken && g->depth > 0 && !g->at[g->depth - 1].dirty) {
    snprintf(sql, sizeof sql, "ROLLBACK TO %s", g->at[g->depth - 1].name);
    parley_pg_wire_do(c, sql, NULL);
  }
  parley_pg_guard_settle(c);
}

/* ---- what texts say ---- */

static const char CONTROL[] = " BEGIN START COMMIT END ROLLBACK ABORT SAVEPOINT RELEASE ";
static const char READING[] = " SELECT VALUES TABLE WITH SHOW EXPLAIN ";
static const char WRITING[] = " INSERT UPDATE DELETE MERGE INTO ";

parley_pg_words parley_pg_guard_kind(const char *sql) {
  parley_pg_words kind = PARLEY_PG_WORDS_CONTROL;
  for (const char *at = sql; *at != '\0';) {
    parley_pg_word word = parley_pg_word_next(&at);
    if (word.ends) continue;
    bool control = parley_pg_word_is_of(word, CONTROL), reads = parley_pg_word_is_of(word, READING);
    if (!control && !reads) return PARLEY_PG_WORDS_WRITE;
    if (!control) kind = PARLEY_PG_WORDS_READ;
    while (!(word = parley_pg_word_next(&at)).ends) {
      if (!control && parley_pg_word_is_of(word, WRITING)) return PARLEY_PG_WORDS_WRITE;
    }
  }
  return kind;
}

bool parley_pg_guard_commits(const char *sql) {
  for (const char *at = sql; *at != '\0';) {
    parley_pg_word word = parley_pg_word_next(&at);
    if (parley_pg_word_is_of(word, " COMMIT END ")) return true;
    while (!word.ends) word = parley_pg_word_next(&at);
  }
  return false;
}

/* The name behind words that may be there or not: RELEASE [SAVEPOINT] name, ROLLBACK [WORK] [TO [SAVEPOINT] name]. */
static parley_pg_word name_behind(const char **at, const char *noise) {
  parley_pg_word word = parley_pg_word_next(at);
  while (parley_pg_word_is_of(word, noise)) word = parley_pg_word_next(at);
  return word;
}

static parley_pg_word follow_one(parley_pg_guard *g, parley_pg_word word, const char **at) {
  if (parley_pg_word_is(word, "SAVEPOINT")) {
    word = parley_pg_word_next(at);
    if (!word.ends) push(g, word.text, word.length, false);
  } else if (parley_pg_word_is(word, "RELEASE")) {
    word = name_behind(at, " SAVEPOINT ");
    release(g, find(g, word));
  } else if (parley_pg_word_is_of(word, " ROLLBACK ABORT ")) {
    word = name_behind(at, " WORK TRANSACTION TO SAVEPOINT ");
    int to = word.ends ? -1 : find(g, word);
    g->depth = to + 1;
    if (to >= 0) g->at[to].dirty = false;
  } else if (parley_pg_word_is_of(word, " BEGIN START COMMIT END ")) {
    g->depth = 0;
    g->wrote = false;
  }
  return word;
}

void parley_pg_guard_follow(parley_pg_connection *c, const char *sql) {
  for (const char *at = sql; *at != '\0';) {
    parley_pg_word word = follow_one(&c->guard, parley_pg_word_next(&at), &at);
    while (!word.ends) word = parley_pg_word_next(&at);
  }
  parley_pg_guard_settle(c);
}

void parley_pg_guard_settle(parley_pg_connection *c) {
  PGTransactionStatusType status = PQtransactionStatus(c->conn);
  if (status == PQTRANS_ACTIVE) return;
  c->guard.inside = status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
  if (!c->guard.inside) c->guard.depth = 0, c->guard.wrote = false;
}
