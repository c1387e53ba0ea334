/*
** A statement's ends: the parameters that go in, and the row that a cursor stands on, as values, in a Frame, as a line
** of CSV.
**
** Ownership: texts that come out belong to SQLite, and live until the cursor is stepped or finished. Texts that go in
** are copied.
*/
#ifndef PARLEY_SQLITE_CURSOR_ROW_H
#define PARLEY_SQLITE_CURSOR_ROW_H

#include "frame/frame.h"
#include "sqlite/store.h"
#include "text/csv_writer.h"
#include "value/type.h"

/* ---- parameters ---- */

int parley_cursor_parameters(const parley_cursor *cursor);

/* Binds parameter `at`, from 1. PARLEY_ANY is NULL, a boolean 0 or 1. */
bool parley_cursor_bind(const parley_cursor *cursor, int at, const parley_value *value, parley_error *err);

/* ---- columns ---- */

/* Columns of the row; certain only once the cursor has been stepped, for the schema may have changed before. */
int parley_cursor_width(const parley_cursor *cursor);

/* What column `at` is called, and the type that the schema states for it; NULL where there is none. */
const char *parley_cursor_column_name(const parley_cursor *cursor, int at);
const char *parley_cursor_declared_type(const parley_cursor *cursor, int at);

/* The table and the column that a column of the result is, where it is one and the library tells; they belong to the
   cursor. */
bool parley_cursor_origin(const parley_cursor *cursor, int at, const char **table, const char **column);

/* ---- the row ---- */

/* Reads column `at`; a blob is a text. False: no memory for a text. */
bool parley_cursor_value(const parley_cursor *cursor, int at, parley_value *out);

/* Notes in kinds[i] what the row has in the first `width` columns: 1 an integer, 2 another number, 4 a text, 8
   bytes. */
void parley_cursor_add_kinds(const parley_cursor *cursor, unsigned char *kinds, int width);

/* Adds the row to a Frame that has as many columns. */
bool parley_cursor_add_row(const parley_cursor *cursor, parley_frame *frame, parley_error *err);

/* Writes the row. types[i], for the first `typed` columns: the type that values are restored to, or PARLEY_ANY. */
void parley_cursor_write_csv(const parley_cursor *cursor, parley_csv_writer *out, const unsigned char *types,
                             int typed);

#endif
