/*
** A workbook is opened where it is asked for, and its bytes stay where they are: in a file, or in a string that the
** options of a Reader keep.
*/
#include "lua/workbook.h"

#include <string.h>

#include <lauxlib.h>

#include "base/memory.h"
#include "lua/public_call.h"
#include "lua/path_policy.h"
#include "lua/raise.h"
#include "lua/table_fields.h"

#define ROWS "parley.SheetRows"
#define BOOK "parley.Workbook"

typedef struct lbook {
  parley_input input;
  parley_xlsx_book book;
} lbook;

static void close_book(lbook *book) {
  parley_xlsx_book_close(&book->book);
  if (book->input.name != NULL) parley_input_close(&book->input);
}

/* The workbook of the fields `path` or `text`, called `name`. Its strings stay on the stack of the caller's table. */
static bool open_book(lua_State *L, int options, lbook *book, parley_error *err) {
  size_t length = 0;
  lua_getfield(L, options, "path");
  lua_getfield(L, options, "text");
  lua_getfield(L, options, "name");
  const char *path = lua_tostring(L, -3), *text = lua_tolstring(L, -2, &length), *name = lua_tostring(L, -1);
  lua_pop(L, 3);
  if (name == NULL) name = "the text";
  if (path != NULL) parley_lua_path_policy_check(L, path);
  bool opened = path != NULL ? parley_input_file(&book->input, path, err)
                             : parley_input_memory(&book->input, name, text != NULL ? text : "", length, err);
  return opened && parley_xlsx_book_open(&book->book, &book->input, err);
}

/* ---- a sheet as text ---- */

struct parley_lua_sheet {
  lbook book;
  parley_xlsx_csv csv;
};

static int64_t row_field(lua_State *L, int options, int which) {
  int64_t row = 0;
  if (lua_getfield(L, options, "rows") == LUA_TTABLE) {
    lua_rawgeti(L, -1, which);
    row = lua_tointeger(L, -1);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return row;
}

static bool take_range(lua_State *L, int options, parley_xlsx_range *range, parley_error *err) {
  size_t length;
  lua_getfield(L, options, "range");
  const char *text = lua_tolstring(L, -1, &length);
  bool good = text == NULL || parley_xlsx_range_read(text, length, range);
  if (!good) parley_fail_with(err, "bad_argument.range", "range=%s", text);
  lua_pop(L, 1);
  return good;
}

static bool open_csv(lua_State *L, int options, parley_lua_sheet *sheet, parley_error *err) {
  const parley_xlsx_book *book = &sheet->book.book;
  parley_run run = parley_lua_run_of(L);
  parley_xlsx_csv_options o = {.sheet = (int)parley_lua_integer_field(L, options, "sheet", 1) - 1,
                               .header = row_field(L, options, 1), .header_last = row_field(L, options, 2)};
  if (o.sheet < 0 || o.sheet >= book->count) return parley_fail_key(err, "misuse.sheet");
  lua_getfield(L, options, "hidden");
  o.without_hidden = lua_isboolean(L, -1) && !lua_toboolean(L, -1);
  lua_pop(L, 1);
  return take_range(L, options, &o.range, err) && parley_xlsx_book_share(&sheet->book.book, &run, err) &&
         parley_xlsx_csv_open(&sheet->csv, book, &o, &run, err);
}

bool parley_lua_sheet_open(lua_State *L, int options, parley_lua_sheet **sheet, parley_error *err) {
  *sheet = parley_alloc(NULL, sizeof **sheet);
  if (*sheet == NULL) return parley_no_memory(err);
  memset(*sheet, 0, sizeof **sheet);
  return open_book(L, options, &(*sheet)->book, err) && open_csv(L, options, *sheet, err);
}

ptrdiff_t parley_lua_sheet_read(parley_lua_sheet *sheet, lua_State *L, char *buffer, size_t size, parley_error *err) {
  parley_run run = parley_lua_run_of(L);
  return parley_xlsx_csv_read(&sheet->csv, &run, buffer, size, err);
}

static void push_count(lua_State *L, const parley_xlsx_error_count *count) {
  char column[PARLEY_XLSX_COLUMN_ROOM];
  parley_xlsx_column_name(count->column, column);
  lua_createtable(L, 0, 3);
  lua_pushstring(L, count->word);
  lua_setfield(L, -2, "word");
  lua_pushinteger(L, count->count);
  lua_setfield(L, -2, "count");
  lua_pushfstring(L, "%s%I", column, (LUAI_UACINT)count->row);
  lua_setfield(L, -2, "cell");
}

void parley_lua_sheet_push_facts(lua_State *L, const parley_lua_sheet *sheet) {
  const parley_xlsx_facts *facts = &sheet->csv.facts;
  lua_createtable(L, 0, 4);
  lua_createtable(L, facts->error_kinds, 0);
  for (int i = 0; i < facts->error_kinds; i++) {
    push_count(L, &facts->errors[i]);
    lua_rawseti(L, -2, i + 1);
  }
  lua_setfield(L, -2, "errors");
  if (facts->formulas.count > 0) {
    push_count(L, &facts->formulas);
    lua_setfield(L, -2, "formulas");
  }
  lua_pushinteger(L, facts->hidden);
  lua_setfield(L, -2, "hidden");
  lua_pushinteger(L, facts->first_hidden);
  lua_setfield(L, -2, "first_hidden");
}

void parley_lua_sheet_close(parley_lua_sheet *sheet) {
  if (sheet == NULL) return;
  parley_xlsx_csv_close(&sheet->csv);
  close_book(&sheet->book);
  parley_alloc(sheet, 0);
}

/* ---- the sheets of a workbook ---- */

static int book_close(lua_State *L) {
  close_book(lua_touserdata(L, 1));
  return 0;
}

/* To be closed: making tables may raise. */
static lbook *push_book(lua_State *L) {
  lbook *book = lua_newuserdatauv(L, sizeof *book, 0);
  memset(book, 0, sizeof *book);
  if (luaL_newmetatable(L, BOOK)) {
    lua_pushcfunction(L, book_close);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, book_close);
    lua_setfield(L, -2, "__close");
  }
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
  return book;
}

/* workbook{path = | text =, name =} -> list of {name =, state =, table =} in the file's order | nil, message, code.
   `state` is visible, hidden or very hidden; `table` is false for charts and dialogues. `from_1904` of the list: its
   days are counted from 1904. */
static int core_workbook(lua_State *L) {
  static const char *const states[] = {"visible", "hidden", "very hidden"};
  parley_error err;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lbook *book = push_book(L);
  if (!open_book(L, 1, book, &err)) return parley_return_failure(L, &err);
  const parley_xlsx_book *b = &book->book;
  lua_createtable(L, b->count, 0);
  for (int i = 0; i < b->count; i++) {
    lua_createtable(L, 0, 3);
    lua_pushstring(L, parley_xlsx_book_name(b, i));
    lua_setfield(L, -2, "name");
    lua_pushstring(L, states[b->sheets[i].state]);
    lua_setfield(L, -2, "state");
    lua_pushboolean(L, b->sheets[i].part != SIZE_MAX);
    lua_setfield(L, -2, "table");
    lua_rawseti(L, -2, i + 1);
  }
  lua_pushboolean(L, b->from_1904);
  lua_setfield(L, -2, "from_1904");
  return 1;
}

/* ---- rows with their cells ---- */

typedef struct lrows {
  lbook book;
  parley_xlsx_sheet sheet;
  bool open;
} lrows;

static int rows_close(lua_State *L) {
  lrows *rows = luaL_checkudata(L, 1, ROWS);
  parley_xlsx_sheet_close(&rows->sheet);
  close_book(&rows->book);
  rows->open = false;
  return 0;
}

/* sheet_rows{path = | text =, name =, sheet = number from 1} -> rows | nil, message, code */
static int core_sheet_rows(lua_State *L) {
  parley_error err;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  int sheet = (int)parley_lua_integer_field(L, 1, "sheet", 1) - 1;
  lrows *rows = lua_newuserdatauv(L, sizeof *rows, 1);
  memset(rows, 0, sizeof *rows);
  luaL_setmetatable(L, ROWS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 2, 1); /* which keeps the text */
  parley_run run = parley_lua_run_of(L);
  bool good = open_book(L, 1, &rows->book, &err);
  if (good && (sheet < 0 || sheet >= rows->book.book.count)) good = parley_fail_key(&err, "misuse.sheet");
  good = good && parley_xlsx_book_share(&rows->book.book, &run, &err) &&
         parley_xlsx_sheet_open(&rows->sheet, &rows->book.book, sheet, &err);
  if (!good) return parley_return_failure(L, &err);
  rows->open = true;
  rows->sheet.wants_merges = true;
  return 1;
}

static void push_value(lua_State *L, const parley_xlsx_cell *cell) {
  if (cell->kind == PARLEY_XLSX_BOOLEAN) {
    lua_pushboolean(L, cell->length == 4);
    return;
  }
  lua_pushlstring(L, cell->text, cell->length);
  if (cell->kind != PARLEY_XLSX_NUMBER) return;
  size_t taken = lua_stringtonumber(L, lua_tostring(L, -1));
  if (taken > 0) lua_remove(L, -2);
}

static void push_cell(lua_State *L, const parley_xlsx_cell *cell) {
  static const char *const kinds[] = {"empty", "number", "text", "boolean", "date", "error"};
  lua_createtable(L, 0, 4);
  lua_pushinteger(L, cell->column);
  lua_setfield(L, -2, "column");
  lua_pushstring(L, kinds[cell->kind]);
  lua_setfield(L, -2, "kind");
  if (cell->formula) {
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, "formula");
  }
  if (cell->percent) {
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, "percent");
  }
  if (cell->kind == PARLEY_XLSX_DATE) {
    lua_pushnumber(L, cell->number);
    lua_setfield(L, -2, "number");
  }
  if (cell->kind == PARLEY_XLSX_EMPTY) return;
  push_value(L, cell);
  lua_setfield(L, -2, "value");
}

/* next() -> number of the row, list of {column =, kind =, value =, number =, formula =, percent =}, whether the row is
   hidden; false at the end; nil, message, code. Columns count from 1;
   `value` is as it is typed, and of a date its text; `number` is
   what the file has for a date. Of empty cells, those that have a format or a formula are there. */
static int rows_next(lua_State *L) {
  parley_error err;
  lrows *rows = luaL_checkudata(L, 1, ROWS);
  if (!rows->open) parley_refuse(L, "closed.reader");
  parley_run run = parley_lua_run_of(L);
  parley_record_next next = parley_xlsx_sheet_next(&rows->sheet, &run, &err);
  if (next == PARLEY_RECORD_FAILED) return parley_return_failure(L, &err);
  if (next == PARLEY_RECORD_END) {
    lua_pushboolean(L, 0);
    return 1;
  }
  const parley_xlsx_row *row = &rows->sheet.row;
  lua_pushinteger(L, row->number);
  lua_createtable(L, row->count, 0);
  for (int i = 0; i < row->count; i++) {
    push_cell(L, &row->cells[i]);
    lua_rawseti(L, -2, i + 1);
  }
  lua_pushboolean(L, row->hidden);
  return 3;
}

/* merges() -> list of {first row, first column, last row, last column}: the cells that are merged, once the rows have
   been read. */
static int rows_merges(lua_State *L) {
  const lrows *rows = luaL_checkudata(L, 1, ROWS);
  lua_createtable(L, rows->sheet.merge_count, 0);
  for (int i = 0; i < rows->sheet.merge_count; i++) {
    const parley_xlsx_range *m = &rows->sheet.merges[i];
    const lua_Integer places[] = {m->first_row, m->first_column, m->last_row, m->last_column};
    lua_createtable(L, 4, 0);
    for (int k = 0; k < 4; k++) {
      lua_pushinteger(L, places[k]);
      lua_rawseti(L, -2, k + 1);
    }
    lua_rawseti(L, -2, i + 1);
  }
  return 1;
}

/* ---- library ---- */

void parley_lua_workbook_functions(lua_State *L) {
  static const luaL_Reg library[] = {{"workbook", core_workbook}, {"sheet_rows", core_sheet_rows}, {NULL, NULL}};
  static const luaL_Reg methods[] = {{"next", rows_next}, {"merges", rows_merges}, {"close", rows_close}, {NULL, NULL}};
  static const luaL_Reg metamethods[] = {{"__gc", rows_close}, {"__close", rows_close}, {NULL, NULL}};
  if (luaL_newmetatable(L, ROWS)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
  luaL_setfuncs(L, library, 0);
}
