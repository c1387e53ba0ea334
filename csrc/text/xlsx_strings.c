/* One pass over the part; texts stand behind one another, and the end of each is kept. */
#include "text/xlsx_strings.h"

#include "text/xlsx_xml.h"

typedef struct reading {
  parley_xlsx_strings *strings;
  parley_xlsx_xml xml;
  parley_memory memory; /* what may be taken; counted here, and given back to nobody */
  size_t counted;
  size_t from;          /* of the text at hand */
  bool in_item, in_text;
  int phonetic; /* how deep within a reading */
} reading;

static void fail_memory(reading *r) {
  parley_no_memory(&r->xml.err);
  parley_xlsx_xml_stop(&r->xml);
}

/* Counts what the texts have grown by. */
static bool count(reading *r) {
  size_t taken = r->strings->text.room + r->strings->room * sizeof *r->strings->ends;
  if (taken <= r->counted) return true;
  if (!parley_memory_take(&r->memory, taken - r->counted, &r->xml.err)) {
    parley_xlsx_xml_refuse(&r->xml);
    return false;
  }
  r->counted = taken;
  return true;
}

static void end_item(reading *r) {
  parley_xlsx_strings *s = r->strings;
  s->text.used = r->from + parley_xlsx_string_unescape(s->text.bytes + r->from, s->text.used - r->from);
  if (s->text.used > UINT32_MAX) {
    parley_fail_with(&r->xml.err, "too_large.shared_texts", "most=%lld", (long long)UINT32_MAX);
    parley_xlsx_xml_refuse(&r->xml);
    return;
  }
  if (s->count == s->room) {
    size_t room = s->room * 2 + 64;
    uint32_t *ends = parley_alloc(s->ends, room * sizeof *ends);
    if (ends == NULL) {
      fail_memory(r);
      return;
    }
    s->ends = ends;
    s->room = room;
  }
  s->ends[s->count++] = (uint32_t)s->text.used;
  r->from = s->text.used;
  count(r);
}

static void on_start(void *context, const char *name, const char **attributes) {
  reading *r = context;
  (void)attributes;
  if (strcmp(name, "si") == 0) r->in_item = true;
  if (strcmp(name, "rPh") == 0) r->phonetic++;
  r->in_text = r->in_item && r->phonetic == 0 && strcmp(name, "t") == 0;
}

static void on_end(void *context, const char *name) {
  reading *r = context;
  r->in_text = false;
  if (strcmp(name, "rPh") == 0) r->phonetic--;
  if (strcmp(name, "si") != 0) return;
  r->in_item = false;
  end_item(r);
}

static void on_text(void *context, const char *text, int length) {
  reading *r = context;
  if (!r->in_text) return;
  if (!parley_xlsx_string_add(&r->strings->text, text, (size_t)length)) fail_memory(r);
}

static bool read_all(reading *r, const parley_run *run, parley_error *err) {
  parley_record_next next;
  do {
    if (parley_run_poll(run, err)) return false;
    next = parley_xlsx_xml_step(&r->xml, err);
    if (next == PARLEY_RECORD_READ && !count(r)) next = parley_xlsx_xml_step(&r->xml, err); /* which tells it */
  } while (next == PARLEY_RECORD_READ);
  return next == PARLEY_RECORD_END;
}

bool parley_xlsx_strings_read(parley_xlsx_strings *strings, const parley_xlsx_zip *zip,
                              const parley_xlsx_zip_entry *entry, const parley_run *run, parley_error *err) {
  static const parley_xlsx_xml_handlers handlers = {on_start, on_end, on_text};
  reading r = {.strings = strings};
  if (run != NULL) r.memory = run->memory;
  if (!parley_xlsx_string_reserve(&strings->text, 1)) return parley_no_memory(err); /* so texts have a place */
  bool good = parley_xlsx_xml_open(&r.xml, zip, entry, &handlers, &r, err) && read_all(&r, run, err);
  parley_xlsx_xml_close(&r.xml);
  return good;
}

void parley_xlsx_strings_free(parley_xlsx_strings *strings) {
  parley_xlsx_string_free(&strings->text);
  parley_alloc(strings->ends, 0);
  *strings = (parley_xlsx_strings){.count = 0};
}
