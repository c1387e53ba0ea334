/*
** The relations of one part of a workbook: which other parts it speaks of, by an id and a kind.
**
** Ownership: the caller owns the struct, all zero at first, and gives back what it holds with _free, also failing.
*/
#ifndef PARLEY_TEXT_XLSX_RELATIONS_H
#define PARLEY_TEXT_XLSX_RELATIONS_H

#include "text/xlsx_string.h"
#include "text/xlsx_zip.h"

/* Places in the text of all. The target is the whole name of a part. */
typedef struct parley_xlsx_relation {
  size_t id, type, target;
} parley_xlsx_relation;

typedef struct parley_xlsx_relations {
  parley_xlsx_string text;
  parley_xlsx_relation *list;
  size_t count, room;
} parley_xlsx_relations;

/* Those of the part of a name, "" the container itself; none where it has none. */
bool parley_xlsx_relations_read(parley_xlsx_relations *relations, const parley_xlsx_zip *zip, const char *part,
                                size_t length, parley_error *err);

static inline const char *parley_xlsx_relations_text(const parley_xlsx_relations *relations, size_t at) {
  return relations->text.bytes + at;
}

/* NULL: there is none. A kind is how the type of the relation ends. */
const parley_xlsx_relation *parley_xlsx_relations_by_id(const parley_xlsx_relations *relations, const char *id);
const parley_xlsx_relation *parley_xlsx_relations_by_kind(const parley_xlsx_relations *relations, const char *kind);

void parley_xlsx_relations_free(parley_xlsx_relations *relations);

#endif
