/* The least a program can do to read a table: step, and read every column by its type. */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>

static uint64_t read_column(sqlite3_stmt *stmt, int i, double *sum) {
  switch (sqlite3_column_type(stmt, i)) {
    case SQLITE_INTEGER: return (uint64_t)sqlite3_column_int64(stmt, i);
    case SQLITE_FLOAT: *sum += sqlite3_column_double(stmt, i); return 1;
    case SQLITE_TEXT: {
      const unsigned char *text = sqlite3_column_text(stmt, i);
      return (uint64_t)sqlite3_column_bytes(stmt, i) + text[0];
    }
    default: return 0;
  }
}

int main(int argc, char **argv) {
  sqlite3 *db;
  sqlite3_stmt *stmt;
  uint64_t rows = 0, total = 0;
  double sum = 0;
  if (argc < 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 1;
  if (sqlite3_prepare_v2(db, "SELECT * FROM events", -1, &stmt, NULL) != SQLITE_OK) return 1;
  int columns = sqlite3_column_count(stmt);
  while (sqlite3_step(stmt) == SQLITE_ROW) {
    rows++;
    for (int i = 0; i < columns; i++) total += read_column(stmt, i, &sum);
  }
  sqlite3_finalize(stmt);
  sqlite3_close(db);
  printf("%llu %llu %.3f\n", (unsigned long long)rows, (unsigned long long)total, sum);
  return 0;
}
