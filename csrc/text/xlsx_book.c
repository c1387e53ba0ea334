/*
** From the container's own relations to the workbook, from there to its sheets. Names and parts stand in one string,
** and are known by their places in it, as it moves while it grows.
*/
#include "text/xlsx_book.h"

#include "text/xlsx_relations.h"
#include "text/xlsx_xml.h"

#define NOWHERE SIZE_MAX
enum { SHEETS_MOST = 4096 };

/* ---- the workbook's part ---- */

typedef struct reading {
  parley_xlsx_book *book;
  const parley_xlsx_relations *relations;
  parley_xlsx_xml xml;
} reading;

static void fail_memory(reading *r) {
  parley_no_memory(&r->xml.err);
  parley_xlsx_xml_stop(&r->xml);
}

static bool ends_in(const char *text, const char *ending) {
  size_t length = strlen(text), rest = strlen(ending);
  return length >= rest && strcmp(text + length - rest, ending) == 0;
}

static bool room_for_sheet(reading *r) {
  parley_xlsx_book *book = r->book;
  if (book->count < book->room) return true;
  if (book->count >= SHEETS_MOST) {
    parley_fail_with(&r->xml.err, "too_large.sheets", "most=%d", SHEETS_MOST);
    parley_xlsx_xml_refuse(&r->xml);
    return false;
  }
  int room = book->room * 2 + 8;
  parley_xlsx_sheet_name *sheets = parley_alloc(book->sheets, (size_t)room * sizeof *sheets);
  if (sheets == NULL) {
    fail_memory(r);
    return false;
  }
  book->sheets = sheets;
  book->room = room;
  return true;
}

static parley_xlsx_state state_of(const char *word) {
  if (word == NULL || strcmp(word, "visible") == 0) return PARLEY_XLSX_VISIBLE;
  return strcmp(word, "hidden") == 0 ? PARLEY_XLSX_HIDDEN : PARLEY_XLSX_VERY_HIDDEN;
}

static void add_sheet(reading *r, const char **attributes) {
  parley_xlsx_book *book = r->book;
  const char *name = parley_xlsx_xml_attribute(attributes, "name"), *id = parley_xlsx_xml_attribute(attributes, "id");
  const parley_xlsx_relation *relation = id != NULL ? parley_xlsx_relations_by_id(r->relations, id) : NULL;
  if (name == NULL || relation == NULL) {
    parley_fail_with(&r->xml.err, "malformed.sheet_part", "sheet=%s", name != NULL ? name : "");
    parley_xlsx_xml_refuse(&r->xml);
    return;
  }
  if (!room_for_sheet(r)) return;
  parley_xlsx_sheet_name *sheet = &book->sheets[book->count];
  *sheet = (parley_xlsx_sheet_name){.part = NOWHERE, .state = state_of(parley_xlsx_xml_attribute(attributes, "state"))};
  bool table = ends_in(parley_xlsx_relations_text(r->relations, relation->type), "/worksheet");
  const char *part = parley_xlsx_relations_text(r->relations, relation->target);
  if (!parley_xlsx_string_keep(&book->names, name, &sheet->name) ||
      (table && !parley_xlsx_string_keep(&book->names, part, &sheet->part))) {
    fail_memory(r);
    return;
  }
  book->count++;
}

static void on_start(void *context, const char *name, const char **attributes) {
  reading *r = context;
  if (strcmp(name, "workbookPr") == 0) {
    r->book->from_1904 = parley_xlsx_xml_truth(parley_xlsx_xml_attribute(attributes, "date1904"));
  } else if (r->xml.depth == 3 && strcmp(name, "sheet") == 0) {
    add_sheet(r, attributes);
  }
}

static void on_end(void *context, const char *name) { (void)context, (void)name; }
static void on_text(void *context, const char *text, int length) { (void)context, (void)text, (void)length; }

static bool read_sheets(parley_xlsx_book *book, const parley_xlsx_relations *relations,
                        const parley_xlsx_zip_entry *entry, parley_error *err) {
  static const parley_xlsx_xml_handlers handlers = {on_start, on_end, on_text};
  reading r = {.book = book, .relations = relations};
  bool good = parley_xlsx_xml_open(&r.xml, &book->zip, entry, &handlers, &r, err) &&
              parley_xlsx_xml_next(&r.xml, err) == PARLEY_RECORD_END;
  parley_xlsx_xml_close(&r.xml);
  return good;
}

/* ---- its relations ---- */

/* The target of the first relation of a kind, kept among the names; NOWHERE: there is none. */
static bool keep_part(parley_xlsx_book *book, const parley_xlsx_relations *relations, const char *kind, size_t *at,
                      parley_error *err) {
  const parley_xlsx_relation *relation = parley_xlsx_relations_by_kind(relations, kind);
  *at = NOWHERE;
  if (relation == NULL) return true;
  const char *target = parley_xlsx_relations_text(relations, relation->target);
  return parley_xlsx_string_keep(&book->names, target, at) || parley_no_memory(err);
}

static bool read_workbook(parley_xlsx_book *book, const parley_xlsx_zip_entry *entry, parley_error *err) {
  parley_xlsx_relations relations = {.count = 0};
  bool good = parley_xlsx_relations_read(&relations, &book->zip, entry->name, entry->name_length, err) &&
              keep_part(book, &relations, "/styles", &book->styles_part, err) &&
              keep_part(book, &relations, "/sharedStrings", &book->strings_part, err) &&
              read_sheets(book, &relations, entry, err);
  parley_xlsx_relations_free(&relations);
  if (good && book->count == 0) {
    return parley_fail_with(err, "empty.workbook", "path=%s", book->zip.input->name);
  }
  return good;
}

/* Refuses a container of another kind of document. */
static bool refuse_kind(const parley_xlsx_book *book, parley_error *err) {
  const char *key = parley_xlsx_zip_find(&book->zip, "xl/workbook.bin", 15) != NULL ? "bad_encoding.xlsb"
                    : parley_xlsx_zip_find(&book->zip, "content.xml", 11) != NULL   ? "bad_encoding.ods"
                    : parley_xlsx_zip_find(&book->zip, "word/document.xml", 17) != NULL ? "bad_encoding.docx"
                                                                                        : "bad_encoding.no_workbook";
  parley_fail_key(err, key);
  return parley_fail_about(err, "cannot_open", "path=%s", book->zip.input->name);
}

/* The part that the container names, or the one that is usual. */
static bool find_workbook(const parley_xlsx_book *book, const parley_xlsx_zip_entry **entry, parley_error *err) {
  parley_xlsx_relations relations = {.count = 0};
  bool good = parley_xlsx_relations_read(&relations, &book->zip, "", 0, err);
  const parley_xlsx_relation *relation =
      good ? parley_xlsx_relations_by_kind(&relations, "/officeDocument") : NULL;
  const char *name = relation != NULL ? parley_xlsx_relations_text(&relations, relation->target) : "xl/workbook.xml";
  *entry = parley_xlsx_zip_find(&book->zip, name, strlen(name));
  bool binary = ends_in(name, ".bin"), other = ends_in(name, "document.xml");
  parley_xlsx_relations_free(&relations);
  if (!good) return false;
  return (*entry != NULL && !binary && !other) || refuse_kind(book, err);
}

/* ---- the whole ---- */

bool parley_xlsx_book_open(parley_xlsx_book *book, const parley_input *input, parley_error *err) {
  const parley_xlsx_zip_entry *entry;
  book->styles_part = book->strings_part = NOWHERE;
  return parley_xlsx_zip_open(&book->zip, input, err) && find_workbook(book, &entry, err) &&
         read_workbook(book, entry, err);
}

static const parley_xlsx_zip_entry *entry_at(const parley_xlsx_book *book, size_t at) {
  if (at == NOWHERE) return NULL;
  const char *name = book->names.bytes + at;
  return parley_xlsx_zip_find(&book->zip, name, strlen(name));
}

bool parley_xlsx_book_share(parley_xlsx_book *book, const parley_run *run, parley_error *err) {
  const parley_xlsx_zip_entry *styles = entry_at(book, book->styles_part);
  const parley_xlsx_zip_entry *strings = entry_at(book, book->strings_part);
  if (styles != NULL && !parley_xlsx_styles_read(&book->styles, &book->zip, styles, err)) return false;
  return strings == NULL || parley_xlsx_strings_read(&book->strings, &book->zip, strings, run, err);
}

const parley_xlsx_zip_entry *parley_xlsx_book_part(const parley_xlsx_book *book, int sheet) {
  return entry_at(book, book->sheets[sheet].part);
}

void parley_xlsx_book_close(parley_xlsx_book *book) {
  parley_xlsx_zip_close(&book->zip);
  parley_xlsx_string_free(&book->names);
  parley_alloc(book->sheets, 0);
  parley_xlsx_styles_free(&book->styles);
  parley_xlsx_strings_free(&book->strings);
  *book = (parley_xlsx_book){.count = 0};
}
