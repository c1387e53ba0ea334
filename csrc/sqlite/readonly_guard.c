/*
** Two questions about a statement. The first is answered by SQLite's own judgement and the statement's first word,
** since pragmas, attaching and transaction control count as reading for SQLite. The second by the compiled program: one
** that writes begins a writing transaction on the database concerned, and number 1 is that of temporary tables.
*/
#include "sqlite/readonly_guard.h"

#include <string.h>

/* ---- the first word ---- */

static const char *skip_line(const char *sql) {
  while (*sql != '\0' && *sql != '\n') sql++;
  return sql;
}

/* A comment that is not closed goes to the end, as SQLite takes it. */
static const char *skip_comment(const char *sql) {
  const char *end = strstr(sql + 2, "*/");
  return end == NULL ? sql + strlen(sql) : end + 2;
}

/* Blanks, comments and empty statements may come first. */
static const char *first_word(const char *sql) {
  for (;;) {
    sql += strspn(sql, " \t\r\n\f;");
    if (strncmp(sql, "--", 2) == 0) sql = skip_line(sql);
    else if (strncmp(sql, "/*", 2) == 0) sql = skip_comment(sql);
    else return sql;
  }
}

bool parley_readonly_guard_selects(sqlite3_stmt *stmt, const char *sql) {
  static const char *const words[] = {"select", "with", "values", "explain"};
  const char *word = first_word(sql);
  if (!sqlite3_stmt_readonly(stmt) || sqlite3_column_count(stmt) == 0) return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (sqlite3_strnicmp(word, words[i], (int)strlen(words[i])) == 0) return true;
  return false;
}

/* ---- the compiled program ---- */

enum { TEMPORARY = 1 };             /* database number */
enum { OPCODE = 1, P1 = 2, P2 = 3 }; /* columns of EXPLAIN */

/* P2 not 0 is a writing transaction; P1 the database. Opcodes that write to files without one are named. */
static bool instruction_spares(sqlite3_stmt *program) {
  static const char *const file_work[] = {"Vacuum", "JournalMode", "Checkpoint"};
  const char *opcode = (const char *)sqlite3_column_text(program, OPCODE);
  if (opcode == NULL) return false;
  for (size_t i = 0; i < sizeof file_work / sizeof *file_work; i++)
    if (strcmp(opcode, file_work[i]) == 0) return false;
  bool writes = strcmp(opcode, "Transaction") == 0 && sqlite3_column_int(program, P2) != 0;
  return !writes || sqlite3_column_int(program, P1) == TEMPORARY;
}

/* EXPLAIN compiles anew and runs nothing. SQLite does not promise that opcodes keep their names: a release that
   renames Transaction has to be met here. */
bool parley_readonly_guard_spares_data(sqlite3 *db, sqlite3_stmt *stmt, const char *sql) {
  if (sqlite3_stmt_readonly(stmt)) return true;
  sqlite3_stmt *program = NULL;
  char *question = sqlite3_mprintf("EXPLAIN %s", first_word(sql));
  int code = question == NULL ? SQLITE_NOMEM : sqlite3_prepare_v2(db, question, -1, &program, NULL);
  bool spares = code == SQLITE_OK && program != NULL;
  while (spares && (code = sqlite3_step(program)) == SQLITE_ROW) spares = instruction_spares(program);
  sqlite3_finalize(program);
  sqlite3_free(question);
  return spares && code == SQLITE_DONE;
}
