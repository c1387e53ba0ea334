/* The table, and what it adds to the files of this room. */
#include "postgres/driver.h"

#include <libpq-fe.h>

#include "postgres/exec.h"
#include "postgres/field.h"
#include "postgres/interrupt.h"
#include "postgres/notices.h"
#include "postgres/statement.h"
#include "postgres/wire.h"

/* The columns that a statement would give, which it is prepared for and not run. */
static bool describe(parley_pg_connection *c, const char *sql, size_t length, parley_pg_statement **statement,
                     parley_error *err) {
  if (!parley_pg_cursors_yield(c, err) || !parley_pg_guard_before(c, err)) return false;
  if (parley_pg_statement_describe(c, sql, length, statement, err)) return true;
  parley_pg_guard_recover(c);
  return false;
}

static bool selects_only(const char *sql) { return parley_pg_guard_kind(sql) == PARLEY_PG_WORDS_READ; }

const parley_pg_driver *parley_pg_driver_table(void) {
  static parley_pg_driver table = {
      .mark = PARLEY_PG_DRIVER_MARK, .size = sizeof(parley_pg_driver),
      .connection_size = sizeof(parley_pg_connection), .cursor_size = sizeof(parley_pg_cursor),
      .load_size = sizeof(parley_pg_load), .error_size = sizeof(parley_error),
      .open = parley_pg_connection_open, .close = parley_pg_connection_close,
      .in_transaction = parley_pg_connection_in_transaction, .name = parley_pg_wire_name,
      .interrupt = parley_pg_interrupt, .heard = parley_pg_notices_heard,
      .exec = parley_pg_exec, .cursor_open = parley_pg_cursor_open,
      .cursor_step = parley_pg_cursor_step, .cursor_finish = parley_pg_cursor_finish,
      .copy_open = parley_pg_copy_open, .copy_row = parley_pg_copy_row, .copy_end = parley_pg_copy_end,
      .copy_abandon = parley_pg_copy_abandon, .load_open = parley_pg_load_open,
      .load_fix = parley_pg_load_fix, .load_send = parley_pg_load_send,
      .load_send_part = parley_pg_load_send_part, .load_count_part = parley_pg_load_count_part,
      .load_of_part = parley_pg_load_of_part, .part_of = parley_pg_part_of,
      .load_forget = parley_pg_load_forget, .load_abandon = parley_pg_load_abandon,
      .load_close = parley_pg_load_close, .cursor_value = parley_pg_cursor_value,
      .cursor_add_row = parley_pg_cursor_add_row, .describe = describe,
      .release = parley_pg_statement_release, .selects_only = selects_only, .type_name = parley_pg_field_type_name};
  table.library = PQlibVersion();
  return &table;
}
