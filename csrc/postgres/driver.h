/*
** What this room gives, as a table: core.so knows no libpq, and postgres.so no Lua but the door by which the table is
** handed over (csrc/lua/open_postgres.c). The two are built of the same headers, which `mark` and `size` prove.
*/
#ifndef PARLEY_POSTGRES_DRIVER_H
#define PARLEY_POSTGRES_DRIVER_H

#include <stddef.h>

#include "postgres/connection.h"
#include "postgres/bulk_load.h"
#include "postgres/copy.h"
#include "postgres/cursor.h"
#include "postgres/part_of.h"

enum { PARLEY_PG_DRIVER_MARK = 0x70670003 };

typedef struct parley_pg_driver {
  unsigned mark;
  size_t size, connection_size, cursor_size, load_size, error_size;
  int library; /* version of libpq, as 150004 */
  bool (*open)(parley_pg_connection *connection, const char *address, const parley_pg_settings *settings,
               parley_error *err);
  void (*close)(parley_pg_connection *connection);
  bool (*in_transaction)(const parley_pg_connection *connection);
  const char *(*name)(const parley_pg_connection *connection, char *out, size_t size);
  bool (*interrupt)(parley_pg_connection *connection);
  bool (*heard)(parley_pg_connection *connection, const char *channel, const char *payload, int wait_ms, bool *heard,
                parley_error *err);
  bool (*exec)(parley_pg_connection *connection, const char *sql, parley_error *err);
  bool (*cursor_open)(parley_pg_cursor *cursor, parley_pg_connection *connection, const char *sql, size_t length,
                      const parley_value *parameters, int count, parley_error *err);
  parley_pg_stepped (*cursor_step)(parley_pg_cursor *cursor, parley_error *err);
  void (*cursor_finish)(parley_pg_cursor *cursor);
  bool (*cursor_value)(const parley_pg_cursor *cursor, int at, char room[PARLEY_PG_FIELD_TEXT], parley_value *out);
  bool (*cursor_add_row)(const parley_pg_cursor *cursor, parley_frame *frame, parley_error *err);
  bool (*copy_open)(parley_pg_copy *copy, parley_pg_connection *connection, const char *sql, int width,
                    parley_error *err);
  bool (*copy_row)(parley_pg_copy *copy, const parley_value *values, parley_error *err);
  bool (*copy_end)(parley_pg_copy *copy, parley_error *err);
  void (*copy_abandon)(parley_pg_copy *copy);
  bool (*load_open)(parley_pg_load *load, parley_pg_connection *connection, parley_error *err);
  bool (*load_fix)(parley_pg_load *load, int target, parley_error *err);
  bool (*load_send)(parley_pg_load *load, parley_error *err);
  bool (*load_send_part)(parley_pg_load *load, parley_pg_connection *connection, const char *into, int64_t part,
                         parley_error *err);
  bool (*load_count_part)(parley_pg_load *load, int64_t part, int64_t *count, parley_error *err);
  int64_t (*load_of_part)(const parley_pg_load *load, int64_t part, int64_t at);
  int64_t (*part_of)(const char *text, size_t length, int64_t modulus);
  void (*load_forget)(parley_pg_load *load);
  void (*load_abandon)(parley_pg_load *load);
  void (*load_close)(parley_pg_load *load);
  bool (*describe)(parley_pg_connection *connection, const char *sql, size_t length, parley_pg_statement **statement,
                   parley_error *err);
  void (*release)(parley_pg_connection *connection, parley_pg_statement *statement);
  bool (*selects_only)(const char *sql);
  const char *(*type_name)(unsigned type);
} parley_pg_driver;

extern const parley_pg_driver *parley_pg_driver_table(void);

#endif
