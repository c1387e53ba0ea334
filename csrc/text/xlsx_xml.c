/*
** Expat behind a narrow door. A failure is kept in the struct, since handlers cannot return one; whoever fails first is
** told.
*/
#include "text/xlsx_xml.h"

#include "base/memory.h"

const char *parley_xlsx_xml_attribute(const char **attributes, const char *name) {
  for (; attributes[0] != NULL; attributes += 2) {
    const char *colon = strchr(attributes[0], ':');
    bool declares = strncmp(attributes[0], "xmlns", 5) == 0;
    if (!declares && strcmp(colon != NULL ? colon + 1 : attributes[0], name) == 0) return attributes[1];
  }
  return NULL;
}

#ifndef PARLEY_EXPAT

bool parley_xlsx_xml_open(parley_xlsx_xml *xml, const parley_xlsx_zip *zip, const parley_xlsx_zip_entry *entry,
                          const parley_xlsx_xml_handlers *handlers, void *context, parley_error *err) {
  (void)xml, (void)entry, (void)handlers, (void)context;
  return parley_fail_with(err, "misuse.no_expat", "path=%s", zip->input->name);
}

parley_record_next parley_xlsx_xml_step(parley_xlsx_xml *xml, parley_error *err) {
  parley_fail_with(err, "misuse.no_expat", "path=%s", xml->part.zip->input->name);
  return PARLEY_RECORD_FAILED;
}

parley_record_next parley_xlsx_xml_next(parley_xlsx_xml *xml, parley_error *err) {
  return parley_xlsx_xml_step(xml, err);
}

void parley_xlsx_xml_pause(parley_xlsx_xml *xml) { xml->paused = true; }
void parley_xlsx_xml_stop(parley_xlsx_xml *xml) { xml->failed = true; }
void parley_xlsx_xml_refuse(parley_xlsx_xml *xml) { xml->failed = true; }
void parley_xlsx_xml_close(parley_xlsx_xml *xml) { *xml = (parley_xlsx_xml){.parser = NULL}; }

#else

#include <expat.h>

enum { PIECE = 64 * 1024 };

/* ---- memory ---- */

static void *take(size_t size) { return parley_alloc(NULL, size > 0 ? size : 1); }
static void *resize(void *block, size_t size) { return parley_alloc(block, size > 0 ? size : 1); }
static void give(void *block) { parley_alloc(block, 0); }

/* ---- handlers ---- */

static const char *bare(const char *name) {
  const char *colon = strchr(name, ':');
  return colon != NULL ? colon + 1 : name;
}

/* Expat goes on for a moment after it is told to stop: handlers do nothing then. */
static void on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  parley_xlsx_xml *xml = data;
  if (xml->failed) return;
  if (++xml->depth > PARLEY_XLSX_XML_DEPTH) {
    parley_fail_with(&xml->err, "malformed.xml_depth", "most=%d", PARLEY_XLSX_XML_DEPTH);
    parley_xlsx_xml_refuse(xml);
    return;
  }
  xml->handlers->start(xml->context, bare(name), attributes);
}

static void on_end(void *data, const XML_Char *name) {
  parley_xlsx_xml *xml = data;
  if (xml->failed) return;
  xml->depth--;
  xml->handlers->end(xml->context, bare(name));
}

static void on_text(void *data, const XML_Char *text, int length) {
  parley_xlsx_xml *xml = data;
  if (!xml->failed) xml->handlers->text(xml->context, text, length);
}

static void on_doctype(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int internal) {
  parley_xlsx_xml *xml = data;
  (void)name, (void)system, (void)public, (void)internal;
  if (xml->failed) return;
  parley_fail_key(&xml->err, "malformed.xml_doctype");
  parley_xlsx_xml_refuse(xml);
}

void parley_xlsx_xml_pause(parley_xlsx_xml *xml) {
  xml->paused = true;
  XML_StopParser(xml->parser, XML_TRUE);
}

void parley_xlsx_xml_stop(parley_xlsx_xml *xml) {
  xml->failed = true;
  XML_StopParser(xml->parser, XML_FALSE);
}

/* Puts the place at hand in front of xml->err. */
static void tell_place(parley_xlsx_xml *xml) {
  const parley_xlsx_zip_entry *e = xml->part.entry;
  parley_fail_about(&xml->err, "place_in_workbook", "path=%s part=%.*s line=%lld byte=%lld",
                    xml->part.zip->input->name, e->name_length < 200 ? (int)e->name_length : 200, e->name,
                    (long long)XML_GetCurrentLineNumber(xml->parser),
                    (long long)XML_GetCurrentColumnNumber(xml->parser) + 1);
}

void parley_xlsx_xml_refuse(parley_xlsx_xml *xml) {
  tell_place(xml);
  parley_xlsx_xml_stop(xml);
}

/* ---- opening ---- */

bool parley_xlsx_xml_open(parley_xlsx_xml *xml, const parley_xlsx_zip *zip, const parley_xlsx_zip_entry *entry,
                          const parley_xlsx_xml_handlers *handlers, void *context, parley_error *err) {
  static const XML_Memory_Handling_Suite memory = {take, resize, give};
  *xml = (parley_xlsx_xml){.handlers = handlers, .context = context};
  if (!parley_xlsx_part_open(&xml->part, zip, entry, err)) return false;
  XML_Parser parser = XML_ParserCreate_MM(NULL, &memory, NULL);
  if (parser == NULL) return parley_no_memory(err);
  xml->parser = parser;
  XML_SetUserData(parser, xml);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetStartDoctypeDeclHandler(parser, on_doctype);
  return true;
}

/* ---- reading ---- */

static bool fail(parley_xlsx_xml *xml, parley_error *err) {
  xml->failed = true;
  if (err != NULL) *err = xml->err;
  return false;
}

/* What expat refuses, in its own words, unless a handler has refused before. */
static bool fail_parsing(parley_xlsx_xml *xml, parley_error *err) {
  enum XML_Error code = XML_GetErrorCode(xml->parser);
  if (xml->failed) return fail(xml, err);
  if (code == XML_ERROR_NO_MEMORY) {
    xml->failed = true;
    return parley_no_memory(err);
  }
  parley_fail_with(&xml->err, "malformed.xml", "words=%s", XML_ErrorString(code));
  tell_place(xml);
  return fail(xml, err);
}

/* Expat keeps a tag until all of it is there. */
static bool check_tag(parley_xlsx_xml *xml, parley_error *err) {
  int64_t at = (int64_t)XML_GetCurrentByteIndex(xml->parser);
  if (at < 0 || xml->fed - at <= PARLEY_RECORD_LIMIT) return true;
  parley_fail_with(&xml->err, "malformed.xml_tag", "most=%d", PARLEY_RECORD_LIMIT);
  tell_place(xml);
  return fail(xml, err);
}

static bool read_piece(parley_xlsx_xml *xml, enum XML_Status *status, parley_error *err) {
  char *buffer = XML_GetBuffer(xml->parser, PIECE);
  if (buffer == NULL) return fail_parsing(xml, err);
  ptrdiff_t got = parley_xlsx_part_read(&xml->part, buffer, PIECE, &xml->err);
  if (got < 0) return fail(xml, err);
  xml->fed += got;
  xml->final = got == 0;
  *status = XML_ParseBuffer(xml->parser, (int)got, xml->final);
  return true;
}

parley_record_next parley_xlsx_xml_step(parley_xlsx_xml *xml, parley_error *err) {
  enum XML_Status status = XML_STATUS_OK;
  bool resumes = xml->paused;
  if (xml->failed) return fail(xml, err) ? PARLEY_RECORD_READ : PARLEY_RECORD_FAILED;
  xml->paused = false;
  if (resumes) status = XML_ResumeParser(xml->parser);
  else if (xml->final) return PARLEY_RECORD_END;
  else if (!read_piece(xml, &status, err)) return PARLEY_RECORD_FAILED;
  bool good = status != XML_STATUS_ERROR && !xml->failed;
  if (!good) return fail_parsing(xml, err) ? PARLEY_RECORD_READ : PARLEY_RECORD_FAILED;
  return xml->paused || check_tag(xml, err) ? PARLEY_RECORD_READ : PARLEY_RECORD_FAILED;
}

parley_record_next parley_xlsx_xml_next(parley_xlsx_xml *xml, parley_error *err) {
  parley_record_next next;
  do next = parley_xlsx_xml_step(xml, err);
  while (next == PARLEY_RECORD_READ && !xml->paused);
  return next;
}

void parley_xlsx_xml_close(parley_xlsx_xml *xml) {
  if (xml->parser != NULL) XML_ParserFree(xml->parser);
  parley_xlsx_part_close(&xml->part);
  *xml = (parley_xlsx_xml){.parser = NULL};
}

#endif
