/* Targets are resolved while they are read. One that leads to another file is left out: what needs it finds nothing. */
#include "text/xlsx_relations.h"

#include <strings.h>

#include "text/xlsx_xml.h"

enum { RELATIONS_MOST = 1 << 14, NAME_MOST = 4096 };

typedef struct reading {
  parley_xlsx_relations *relations;
  parley_xlsx_xml xml;
  const char *folder; /* of the part, with its slash */
  size_t folder_length;
} reading;

/* Appends the steps of a path to a name: "." stays, ".." goes up. False: it leads out. */
static bool walk(char *name, size_t *length, const char *path) {
  while (*path != '\0') {
    size_t step = strcspn(path, "/");
    if (step == 2 && path[0] == '.' && path[1] == '.') {
      if (*length == 0) return false;
      (*length)--; /* the slash */
      while (*length > 0 && name[*length - 1] != '/') (*length)--;
    } else if (step > 0 && !(step == 1 && path[0] == '.')) {
      if (*length + step + 2 > NAME_MOST) return false;
      memcpy(name + *length, path, step);
      *length += step;
      if (path[step] == '/') name[(*length)++] = '/';
    }
    path += step + (path[step] == '/');
  }
  name[*length] = '\0';
  return true;
}

/* The whole name of a target, in `name`. */
static bool resolve(const reading *r, const char *target, char *name) {
  size_t length = 0;
  if (strchr(target, '\\') != NULL) return false;
  if (target[0] != '/') {
    if (r->folder_length >= NAME_MOST) return false;
    memcpy(name, r->folder, r->folder_length);
    length = r->folder_length;
  }
  return walk(name, &length, target);
}

static bool room_for_one(parley_xlsx_relations *all) {
  if (all->count < all->room) return true;
  size_t room = all->room * 2 + 16;
  parley_xlsx_relation *list = parley_alloc(all->list, room * sizeof *list);
  if (list == NULL) return false;
  all->list = list;
  all->room = room;
  return true;
}

static void on_start(void *context, const char *element, const char **attributes) {
  reading *r = context;
  parley_xlsx_relations *all = r->relations;
  char name[NAME_MOST];
  if (strcmp(element, "Relationship") != 0) return;
  const char *id = parley_xlsx_xml_attribute(attributes, "Id"), *type = parley_xlsx_xml_attribute(attributes, "Type");
  const char *target = parley_xlsx_xml_attribute(attributes, "Target");
  const char *mode = parley_xlsx_xml_attribute(attributes, "TargetMode");
  if (id == NULL || type == NULL || target == NULL || (mode != NULL && strcasecmp(mode, "External") == 0)) return;
  if (!resolve(r, target, name) || all->count >= RELATIONS_MOST) {
    parley_fail_with(&r->xml.err, "malformed.relation", "target=%s", target);
    parley_xlsx_xml_refuse(&r->xml);
    return;
  }
  parley_xlsx_relation *one = room_for_one(all) ? &all->list[all->count] : NULL;
  if (one == NULL || !parley_xlsx_string_keep(&all->text, id, &one->id) ||
      !parley_xlsx_string_keep(&all->text, type, &one->type) ||
      !parley_xlsx_string_keep(&all->text, name, &one->target)) {
    parley_no_memory(&r->xml.err);
    parley_xlsx_xml_stop(&r->xml);
    return;
  }
  all->count++;
}

static void on_end(void *context, const char *name) { (void)context, (void)name; }
static void on_text(void *context, const char *text, int length) { (void)context, (void)text, (void)length; }

bool parley_xlsx_relations_read(parley_xlsx_relations *relations, const parley_xlsx_zip *zip, const char *part,
                                size_t length, parley_error *err) {
  static const parley_xlsx_xml_handlers handlers = {on_start, on_end, on_text};
  reading r = {.relations = relations, .folder = part, .folder_length = length};
  char name[NAME_MOST];
  while (r.folder_length > 0 && part[r.folder_length - 1] != '/') r.folder_length--;
  if (length + 16 > NAME_MOST) return true;
  memcpy(name, part, r.folder_length);
  size_t used = r.folder_length;
  memcpy(name + used, "_rels/", 6);
  memcpy(name + used + 6, part + used, length - used);
  memcpy(name + length + 6, ".rels", 5);
  const parley_xlsx_zip_entry *entry = parley_xlsx_zip_find(zip, name, length + 11);
  if (entry == NULL) return true;
  bool good = parley_xlsx_xml_open(&r.xml, zip, entry, &handlers, &r, err) &&
              parley_xlsx_xml_next(&r.xml, err) == PARLEY_RECORD_END;
  parley_xlsx_xml_close(&r.xml);
  return good;
}

const parley_xlsx_relation *parley_xlsx_relations_by_id(const parley_xlsx_relations *relations, const char *id) {
  for (size_t i = 0; i < relations->count; i++) {
    if (strcmp(parley_xlsx_relations_text(relations, relations->list[i].id), id) == 0) return &relations->list[i];
  }
  return NULL;
}

const parley_xlsx_relation *parley_xlsx_relations_by_kind(const parley_xlsx_relations *relations, const char *kind) {
  size_t rest = strlen(kind);
  for (size_t i = 0; i < relations->count; i++) {
    const char *type = parley_xlsx_relations_text(relations, relations->list[i].type);
    size_t length = strlen(type);
    if (length >= rest && strcmp(type + length - rest, kind) == 0) return &relations->list[i];
  }
  return NULL;
}

void parley_xlsx_relations_free(parley_xlsx_relations *relations) {
  parley_xlsx_string_free(&relations->text);
  parley_alloc(relations->list, 0);
  *relations = (parley_xlsx_relations){.count = 0};
}
