/* Formats of the file's own are few; they are kept until the styles that name them have come. */
#include "text/xlsx_styles.h"

#include <stdlib.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "text/xlsx_xml.h"

/* ---- what a format is ---- */

typedef struct look {
  const char *at, *end;
  bool day, time, duration, percent;
  char last;     /* the last letter that counts: a month stands behind no hour */
  bool month;    /* an m that may still be minutes, if seconds follow */
} look;

/* [h], [mm], [ss] count on beyond their day; other brackets say nothing. */
static void take_brackets(look *l) {
  const char *from = l->at, *close = memchr(from, ']', (size_t)(l->end - from));
  size_t length = close != NULL ? (size_t)(close - from) : (size_t)(l->end - from);
  char first = length > 0 ? parley_ascii_lower(from[0]) : '\0';
  bool counts = first == 'h' || first == 'm' || first == 's';
  for (size_t i = 1; i < length; i++) counts = counts && parley_ascii_lower(from[i]) == first;
  l->duration |= counts;
  if (counts) l->last = first;
  l->at = close != NULL ? close + 1 : l->end;
}

static void take_letter(look *l, char c) {
  switch (c) {
    case 'y': case 'd': case 'g': case 'b': l->day = true; break;
    case 'e': /* a year, or the exponent of a number */
      if (l->at < l->end && (*l->at == '+' || *l->at == '-')) return;
      l->day = true;
      break;
    case 'm':
      if (l->last == 'm') return;
      if (l->last == 'h') l->time = true;
      else l->month = true;
      break;
    case 'h': case 's':
      l->time = true;
      if (c == 's' && l->last == 'm') l->month = false;
      break;
    default: return;
  }
  if (l->month && c != 'm') l->day = true, l->month = false;
  l->last = c;
}

static bool passes(look *l, const char *word) {
  size_t length = strlen(word);
  if ((size_t)(l->end - l->at) < length || strncasecmp(l->at, word, length) != 0) return false;
  l->at += length;
  return true;
}

/* One step over the text; false at the end of the first section. */
static bool take_sign(look *l) {
  if (passes(l, "general")) return true;
  if (passes(l, "am/pm") || passes(l, "a/p")) {
    l->time = true;
    return true;
  }
  char c = *l->at++;
  switch (c) {
    case ';': return false;
    case '"': {
      const char *close = memchr(l->at, '"', (size_t)(l->end - l->at));
      l->at = close != NULL ? close + 1 : l->end;
      return true;
    }
    case '\\': case '_': case '*':
      if (l->at < l->end) l->at++;
      return true;
    case '[': take_brackets(l); return true;
    case '%': l->percent = true; return true;
    default: take_letter(l, parley_ascii_lower(c)); return true;
  }
}

/* S1 */
static parley_xlsx_format format_of(const char *code, size_t length) {
  look l = {.at = code, .end = code + length};
  while (l.at < l.end && take_sign(&l)) {}
  if (l.duration && !l.day) return PARLEY_XLSX_FORMAT_DURATION;
  if (l.day || l.month) return PARLEY_XLSX_FORMAT_DAY;
  if (l.time) return PARLEY_XLSX_FORMAT_TIME;
  return l.percent ? PARLEY_XLSX_FORMAT_PERCENT : PARLEY_XLSX_FORMAT_PLAIN;
}

/* S2 */
static parley_xlsx_format format_built_in(long id) {
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) return PARLEY_XLSX_FORMAT_TIME;
  if (id == 9 || id == 10) return PARLEY_XLSX_FORMAT_PERCENT;
  if (id == 46) return PARLEY_XLSX_FORMAT_DURATION;
  bool day = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return day ? PARLEY_XLSX_FORMAT_DAY : PARLEY_XLSX_FORMAT_PLAIN;
}

/* ---- the part ---- */

typedef struct own_format {
  long id;
  parley_xlsx_format format;
} own_format;

typedef struct reading {
  parley_xlsx_styles *styles;
  parley_xlsx_xml xml;
  own_format *own;
  size_t own_count, own_room;
  bool in_cells; /* among the styles of cells, not those of named styles */
} reading;

enum { STYLES_MOST = 1 << 20 };

/* One more of an array; false, and the reading stopped, where there is no memory or there are too many. */
static bool more(reading *r, void **array, size_t count, size_t *room, size_t size) {
  if (count < *room) return true;
  if (count >= STYLES_MOST) {
    parley_fail_with(&r->xml.err, "too_large.styles", "most=%d", STYLES_MOST);
    parley_xlsx_xml_refuse(&r->xml);
    return false;
  }
  void *larger = parley_alloc(*array, (count + 16) * 2 * size);
  if (larger == NULL) {
    parley_no_memory(&r->xml.err);
    parley_xlsx_xml_stop(&r->xml);
    return false;
  }
  *array = larger;
  *room = (count + 16) * 2;
  return true;
}

static long number_of(const char *text) { return text != NULL ? strtol(text, NULL, 10) : 0; }

static parley_xlsx_format format_by_id(const reading *r, long id) {
  for (size_t i = 0; i < r->own_count; i++) {
    if (r->own[i].id == id) return r->own[i].format;
  }
  return format_built_in(id);
}

static void on_start(void *context, const char *name, const char **attributes) {
  reading *r = context;
  parley_xlsx_styles *styles = r->styles;
  if (strcmp(name, "cellXfs") == 0) r->in_cells = true;
  if (strcmp(name, "numFmt") == 0) {
    const char *code = parley_xlsx_xml_attribute(attributes, "formatCode");
    if (code == NULL || !more(r, (void **)&r->own, r->own_count, &r->own_room, sizeof *r->own)) return;
    r->own[r->own_count++] = (own_format){number_of(parley_xlsx_xml_attribute(attributes, "numFmtId")),
                                          format_of(code, strlen(code))};
  }
  if (!r->in_cells || strcmp(name, "xf") != 0) return;
  if (!more(r, (void **)&styles->formats, styles->count, &styles->room, 1)) return;
  long id = number_of(parley_xlsx_xml_attribute(attributes, "numFmtId"));
  styles->formats[styles->count++] = (unsigned char)format_by_id(r, id);
}

static void on_end(void *context, const char *name) {
  reading *r = context;
  if (strcmp(name, "cellXfs") == 0) r->in_cells = false;
}

static void on_text(void *context, const char *text, int length) { (void)context, (void)text, (void)length; }

bool parley_xlsx_styles_read(parley_xlsx_styles *styles, const parley_xlsx_zip *zip, const parley_xlsx_zip_entry *entry,
                             parley_error *err) {
  static const parley_xlsx_xml_handlers handlers = {on_start, on_end, on_text};
  reading r = {.styles = styles};
  bool good = parley_xlsx_xml_open(&r.xml, zip, entry, &handlers, &r, err) &&
              parley_xlsx_xml_next(&r.xml, err) == PARLEY_RECORD_END;
  parley_xlsx_xml_close(&r.xml);
  parley_alloc(r.own, 0);
  return good;
}

void parley_xlsx_styles_free(parley_xlsx_styles *styles) {
  parley_alloc(styles->formats, 0);
  *styles = (parley_xlsx_styles){.count = 0};
}
