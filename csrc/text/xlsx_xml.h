/*
** The XML of one part of a workbook, element by element, through expat. Whoever reads may pause at the end of an
** element, and goes on where it was.
**
** X1  Names come without their prefix: both kinds of namespaces (transitional and strict), and any prefix, read alike.
** X2  A document type is refused, and with it every entity but those of XML.
** X3  Refused, too: elements deeper than PARLEY_XLSX_XML_DEPTH, a tag longer than PARLEY_RECORD_LIMIT.
** X4  Built without expat, nothing opens, and the failure says what to install.
**
** Ownership: the caller owns the struct, all zero at first and in place while it is open, and gives back what it holds
** with parley_xlsx_xml_close, also after a failure.
*/
#ifndef PARLEY_TEXT_XLSX_XML_H
#define PARLEY_TEXT_XLSX_XML_H

#include <string.h>

#include "text/xlsx_part.h"

enum { PARLEY_XLSX_XML_DEPTH = 64 };

/* Attributes are names and values in turns, and NULL behind the last; their names keep their prefix. */
typedef struct parley_xlsx_xml_handlers {
  void (*start)(void *context, const char *name, const char **attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const char *text, int length);
} parley_xlsx_xml_handlers;

typedef struct parley_xlsx_xml {
  parley_xlsx_part part;
  void *parser; /* expat's */
  const parley_xlsx_xml_handlers *handlers;
  void *context;
  int depth;
  bool begun, paused, final, failed, rooted;
  int64_t fed; /* bytes */
  parley_error err;  /* where failed */
} parley_xlsx_xml;

bool parley_xlsx_xml_open(parley_xlsx_xml *xml, const parley_xlsx_zip *zip, const parley_xlsx_zip_entry *entry,
                          const parley_xlsx_xml_handlers *handlers, void *context, parley_error *err);

/* Reads on until a handler pauses (READ), or to the end. */
parley_record_next parley_xlsx_xml_next(parley_xlsx_xml *xml, parley_error *err);

/* Reads one piece of the part: READ, with *paused telling whether a handler has paused. */
parley_record_next parley_xlsx_xml_step(parley_xlsx_xml *xml, parley_error *err);

/* For handlers, at the end of an element: `next` comes back. */
void parley_xlsx_xml_pause(parley_xlsx_xml *xml);

/* For handlers: xml->err is filled; `next` fails. `refuse` puts the place in front of what is filled. */
void parley_xlsx_xml_stop(parley_xlsx_xml *xml);
void parley_xlsx_xml_refuse(parley_xlsx_xml *xml);

void parley_xlsx_xml_close(parley_xlsx_xml *xml);

/* The value of an attribute, whatever its prefix; NULL: it is not there. */
const char *parley_xlsx_xml_attribute(const char **attributes, const char *name);

/* Whether the value of an attribute is true as XML has it. */
static inline bool parley_xlsx_xml_truth(const char *value) {
  return value != NULL && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

#endif
