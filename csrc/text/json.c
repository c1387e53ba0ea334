/*
** The bytes of one record are found by counting brackets outside strings, judged by SQLite's json_valid, and only then
** cut into members. The cutting checks its bounds all the same, and tells where it does not get on: that, and asking
** SQLite about each key and value by itself, is how an error finds its place.
*/
#include "text/json.h"

#include <errno.h>
#include <string.h>

#include "value/fold.h"
#include "base/buffer.h"
#include "base/byte_scan.h"

enum { FIRST_BUFFER = 256 * 1024, FIRST_MEMBERS = 64, FIRST_SLOTS = 256, RECORD_LIMIT = 16 * 1024 * 1024 };
#define NOWHERE SIZE_MAX

static bool no_memory(parley_error *err) { return parley_fail(err, ENOMEM, "out of memory"); }

static bool refuse(const parley_json *json, int64_t line, const char *what, parley_error *err) {
  return parley_fail(err, EBADMSG, "%s, line %lld: %s", json->name, (long long)line, what);
}

/* ---- moving through the text ---- */

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* The place in its line of the byte at `at`, where the text begins at place `first` of one. */
static int64_t byte_in_line(const char *text, size_t at, int64_t first) {
  size_t start = at;
  while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '\r') start--;
  return (int64_t)(at - start) + (start > 0 ? 1 : first);
}

/* Uses up bytes, and counts their lines. */
static void advance(parley_json *json, size_t count) {
  const char *text = json->window.text + json->window.at;
  json->line += parley_count_lines(text, count, &json->after_cr);
  json->byte = byte_in_line(text, count, json->byte);
  json->window.at += count;
}

static bool read_on(parley_json *json, parley_error *err) {
  parley_more more = parley_window_more(&json->window, err);
  if (more == PARLEY_MORE_FULL) {
    return parley_fail(err, EMSGSIZE, "%s, line %lld: the record that begins here is longer than %zu bytes", json->name,
                       (long long)json->line, json->limit);
  }
  return more == PARLEY_MORE;
}

typedef enum sight { SOMETHING, NOTHING, FAILED } sight;

/* Passes over white space to the next byte, which is left there. */
static sight peek(parley_json *json, char *c, parley_error *err) {
  for (;;) {
    const parley_window *w = &json->window;
    size_t at = w->at;
    while (at < w->end && is_space(w->text[at])) at++;
    advance(json, at - w->at);
    if (w->at < w->end) {
      *c = w->text[w->at];
      return SOMETHING;
    }
    if (w->final) return NOTHING;
    if (!read_on(json, err)) return FAILED;
  }
}

/* ---- finding the end of things ---- */

/* The byte after the string whose quote stands at `at`, or NOWHERE. */
static size_t end_of_string(const char *text, size_t end, size_t at) {
  for (at++; at < end; at++) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') at++;
  }
  return NOWHERE;
}

/* The byte after a value in a list or an object: the comma or the bracket behind it. */
static size_t end_of_value(const char *text, size_t end, size_t at) {
  size_t depth = 0;
  while (at < end) {
    char c = text[at];
    if (depth == 0 && (c == ',' || c == ']' || c == '}')) return at;
    if (c == '"') {
      at = end_of_string(text, end, at);
      if (at == NOWHERE) return NOWHERE;
      continue;
    }
    if (c == '[' || c == '{') depth++;
    if (c == ']' || c == '}') depth--;
    at++;
  }
  return NOWHERE;
}

/* In a list of records a '}' too many belongs to the record before it, so that the next one is found. */
static size_t end_of_element(const char *text, size_t end, size_t at) {
  size_t stop = end_of_value(text, end, at);
  while (stop != NOWHERE && text[stop] == '}') stop = end_of_value(text, end, stop + 1);
  return stop;
}

static size_t end_of_line(const char *text, size_t end, size_t at) {
  while (at < end && text[at] != '\n' && text[at] != '\r') at++;
  return at < end ? at : NOWHERE;
}

static size_t trimmed(const char *text, size_t start, size_t stop) {
  while (stop > start && is_space(text[stop - 1])) stop--;
  return stop;
}

/* ---- problems ---- */

/* Words the problem and finds its place, `at` in the raw bytes. The first problem stands. Always false. */
static bool problem(parley_json *json, size_t at, const char *fmt, ...) PARLEY_PRINTF(3, 4);
static bool problem(parley_json *json, size_t at, const char *fmt, ...) {
  parley_json_record *r = &json->record;
  if (r->problem != NULL) return false;
  va_list args;
  va_start(args, fmt);
  vsnprintf(json->words, sizeof json->words, fmt, args);
  va_end(args);
  r->problem = json->words;
  bool after_cr = false;
  r->problem_line = r->line + parley_count_lines(r->raw, at, &after_cr);
  r->problem_byte = byte_in_line(r->raw, at, r->byte);
  return false;
}

static bool judge(parley_json *json, const char *text, size_t length, bool *valid, parley_error *err) {
  sqlite3_reset(json->valid);
  int status = sqlite3_bind_text64(json->valid, 1, text, length, SQLITE_STATIC, SQLITE_UTF8);
  if (status == SQLITE_OK) status = sqlite3_step(json->valid);
  if (status != SQLITE_ROW) return parley_fail(err, status, "%s: %s", json->name, sqlite3_errmsg(json->db));
  *valid = sqlite3_column_int(json->valid, 0) != 0;
  return true;
}

static bool check_utf8(parley_json *json) {
  parley_json_record *r = &json->record;
  if (parley_is_ascii(r->raw, r->raw_length)) return true;
  size_t at = parley_invalid_utf8(r->raw, r->raw_length);
  if (at == r->raw_length) {
    if (json->faults.sound++ == 0) json->faults.sound_line = r->line;
    return true;
  }
  problem(json, at, "not UTF-8");
  parley_fault place = {.line = r->problem_line, .byte = r->problem_byte, .offset = r->offset + (int64_t)at};
  parley_faults_note(&json->faults, &place, r->raw, r->raw_length, at);
  return false;
}

/* ---- columns ---- */

static unsigned hash_of(const char *text, size_t length) {
  unsigned hash = 2166136261u;
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
  return hash;
}

static bool is_name(const parley_json_name *name, const char *text, size_t length) {
  return name->length == length && memcmp(name->text, text, length) == 0;
}

/* The slot that holds the column of that name, or the free one where it would go. */
static int *slot_of(parley_json *json, const char *text, size_t length) {
  unsigned mask = json->slot_count - 1;
  for (unsigned at = hash_of(text, length);; at++) {
    int *slot = &json->slots[at & mask];
    if (*slot < 0 || is_name(&json->names[*slot], text, length)) return slot;
  }
}

/* At least twice as many slots as names. */
static bool more_slots(parley_json *json, unsigned count) {
  int *slots = parley_alloc(json->slots, count * sizeof *slots);
  if (slots == NULL) return false;
  json->slots = slots;
  json->slot_count = count;
  for (unsigned i = 0; i < count; i++) slots[i] = -1;
  for (int i = 0; i < json->columns; i++) *slot_of(json, json->names[i].text, json->names[i].length) = i;
  return true;
}

static bool more_names(parley_json *json) {
  if (json->columns < json->names_room) return true;
  int room = json->names_room * 2;
  parley_json_name *names = parley_alloc(json->names, (size_t)room * sizeof *names);
  if (names == NULL) return false;
  json->names = names;
  json->names_room = room;
  return more_slots(json, (unsigned)room * 4);
}

static bool add_column(parley_json *json, const char *text, size_t length, int *column, parley_error *err) {
  if (json->columns == PARLEY_JSON_COLUMNS) {
    return parley_fail(err, E2BIG, "%s, line %lld: more than %d different keys", json->name,
                       (long long)json->record.line, PARLEY_JSON_COLUMNS);
  }
  char *copy = more_names(json) ? parley_alloc(NULL, length + 1) : NULL;
  if (copy == NULL) return no_memory(err);
  memcpy(copy, text, length);
  copy[length] = '\0';
  *slot_of(json, text, length) = *column = json->columns;
  json->names[json->columns++] = (parley_json_name){.text = copy, .length = length};
  return true;
}

/* Finds or adds the column; most often it is the one after the last. */
static bool find_column(parley_json *json, const char *text, size_t length, int *column, parley_error *err) {
  int likely = json->record.count == 0 ? 0 : json->members[json->record.count - 1].column + 1;
  if (likely < json->columns && is_name(&json->names[likely], text, length)) {
    *column = likely;
    return true;
  }
  int *slot = slot_of(json, text, length);
  *column = *slot;
  return *slot >= 0 || add_column(json, text, length, column, err);
}

/* ---- strings ---- */

static unsigned hex4(const char *text) {
  unsigned value = 0;
  for (int i = 0; i < 4; i++) {
    unsigned char c = (unsigned char)text[i];
    value = value * 16 + (c <= '9' ? c - 0x30u : (c | 0x20u) - 0x61u + 10u);
  }
  return value;
}

static char *put_utf8(char *out, unsigned c) {
  if (c < 0x80) {
    *out++ = (char)c;
    return out;
  }
  static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
  int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  *out++ = (char)(lead[more] | c >> 6 * more);
  while (more-- > 0) *out++ = (char)(0x80 | (c >> 6 * more & 0x3F));
  return out;
}

/* Undoes the \u escape at `at` (of the u), or two that are a pair; gives the byte after, NOWHERE for a problem. */
static size_t put_unicode(parley_json *json, const char *text, size_t at, size_t end, char **out) {
  if (end - at < 5) return NOWHERE;
  unsigned c = hex4(text + at + 1);
  size_t next = at + 5;
  if (c >= 0xD800 && c < 0xDC00 && end - next >= 6 && text[next] == '\\' && text[next + 1] == 'u') {
    unsigned low = hex4(text + next + 2);
    if (low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      next += 6;
    }
  }
  size_t in_record = (size_t)(text - json->record.raw) + at - 1;
  if (c == 0) problem(json, in_record, "a NUL character (\\u0000)");
  if (c >= 0xD800 && c < 0xE000) problem(json, in_record, "half of a surrogate pair (\\u%04x)", c);
  if (json->record.problem != NULL) return NOWHERE;
  *out = put_utf8(*out, c);
  return next;
}

static char unescaped(char c) {
  switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
  }
}

/* What the string text[0..length) says, quotes not included; its escapes are known to be sound. The scratch has room
   for all strings of the record. */
static bool read_string(parley_json *json, const char **text, size_t *length) {
  const char *from = *text, *slash = memchr(from, '\\', *length);
  if (slash == NULL) return true;
  char *start = json->scratch + json->scratch_used, *out = start;
  for (size_t at = 0; at < *length;) {
    if (from[at] != '\\') {
      *out++ = from[at++];
    } else if (at + 1 < *length && from[at + 1] == 'u') {
      at = put_unicode(json, from, at + 1, *length, &out);
      if (at == NOWHERE) return false;
    } else {
      *out++ = unescaped(from[at + 1 < *length ? at + 1 : at]);
      at += 2;
    }
  }
  *text = start;
  *length = (size_t)(out - start);
  json->scratch_used += *length;
  return true;
}

/* ---- cutting a record ---- */

/* A key and a value in the raw bytes: from, to. The key is with its quotes. */
typedef struct pair {
  size_t key, key_end, value, value_end;
} pair;

static size_t skip_space(const parley_json_record *r, size_t at) {
  while (at < r->raw_length && is_space(r->raw[at])) at++;
  return at;
}

static bool expect(parley_json *json, size_t at, char c) {
  const parley_json_record *r = &json->record;
  return (at < r->raw_length && r->raw[at] == c) || problem(json, at, "'%c' is missing", c);
}

/* Finds the pair at *at and moves on to the comma or bracket behind it. */
static bool find_pair(parley_json *json, size_t *at, pair *p) {
  const parley_json_record *r = &json->record;
  p->key = *at;
  if (!expect(json, p->key, '"')) return false;
  p->key_end = end_of_string(r->raw, r->raw_length, p->key);
  if (p->key_end == NOWHERE) return problem(json, p->key, "the string that begins here is not closed");
  size_t colon = skip_space(r, p->key_end);
  if (!expect(json, colon, ':')) return false;
  p->value = skip_space(r, colon + 1);
  *at = end_of_value(r->raw, r->raw_length, p->value);
  if (*at == NOWHERE) return problem(json, p->value, "the value that begins here is not closed");
  p->value_end = trimmed(r->raw, p->value, *at);
  return p->value_end > p->value || problem(json, p->value, "a value is missing");
}

typedef bool pair_use(parley_json *json, const pair *p, bool *failed, parley_error *err);

/* Shows each pair of the object to `use`; false when the object has a problem, or when *failed. */
static bool each_pair(parley_json *json, pair_use *use, bool *failed, parley_error *err) {
  const parley_json_record *r = &json->record;
  size_t at = skip_space(r, 1);
  bool more = !(at < r->raw_length && r->raw[at] == '}');
  while (more) {
    pair p;
    if (!find_pair(json, &at, &p) || !use(json, &p, failed, err)) return false;
    more = r->raw[at] == ',';
    if (more) at = skip_space(r, at + 1);
  }
  if (!expect(json, at, '}')) return false;
  return at + 1 == r->raw_length || problem(json, at + 1, "text after the object");
}

static parley_json_kind kind_of(char first) {
  switch (first) {
    case '"': return PARLEY_JSON_STRING;
    case '{':
    case '[': return PARLEY_JSON_NESTED;
    case 't':
    case 'f': return PARLEY_JSON_BOOLEAN;
    case 'n': return PARLEY_JSON_NULL;
    default: return PARLEY_JSON_NUMBER;
  }
}

static bool more_members(parley_json *json) {
  if (json->record.count < json->room) return true;
  parley_json_member *members = parley_alloc(json->members, (size_t)json->room * 2 * sizeof *members);
  if (members == NULL) return false;
  json->members = members;
  json->room *= 2;
  return true;
}

/* A pair becomes a member. */
static bool take_pair(parley_json *json, const pair *p, bool *failed, parley_error *err) {
  parley_json_record *r = &json->record;
  const char *key = r->raw + p->key + 1;
  size_t key_length = p->key_end - p->key - 2;
  parley_json_member m = {r->raw + p->value, p->value_end - p->value, 0, kind_of(r->raw[p->value])};
  if (m.kind == PARLEY_JSON_STRING) {
    m.text++;
    m.length -= 2;
  }
  if (!read_string(json, &key, &key_length)) return false;
  if (m.kind == PARLEY_JSON_STRING && !read_string(json, &m.text, &m.length)) return false;
  if (!find_column(json, key, key_length, &m.column, err)) return !(*failed = true);
  if (json->names[m.column].record == json->records) {
    return problem(json, p->key, "the key '%.*s' stands twice in the object", (int)(key_length < 60 ? key_length : 60),
                   key);
  }
  json->names[m.column].record = json->records;
  if (!more_members(json)) return !(*failed = !no_memory(err));
  json->members[r->count++] = m;
  return true;
}

/* Looks for the pair that is to blame when a record is no JSON. */
static bool blame_pair(parley_json *json, const pair *p, bool *failed, parley_error *err) {
  const char *raw = json->record.raw;
  bool key = false, value = false;
  *failed = !judge(json, raw + p->key, p->key_end - p->key, &key, err) ||
            !judge(json, raw + p->value, p->value_end - p->value, &value, err);
  if (*failed) return false;
  if (!key) return problem(json, p->key, "the key that begins here is no JSON");
  return value || problem(json, p->value, "the value that begins here is no JSON");
}

static bool make_room(parley_json *json, parley_error *err) {
  json->scratch_used = 0;
  if (json->scratch_room >= json->record.raw_length) return true;
  size_t room = json->record.raw_length + json->record.raw_length / 2;
  char *scratch = parley_alloc(json->scratch, room);
  if (scratch == NULL) return no_memory(err);
  json->scratch = scratch;
  json->scratch_room = room;
  return true;
}

static const char *kind_words(char first) {
  switch (kind_of(first)) {
    case PARLEY_JSON_NESTED: return "a list";
    case PARLEY_JSON_STRING: return "a text";
    case PARLEY_JSON_NUMBER: return "a number";
    default: return "true, false or null";
  }
}

/* Makes members of the raw bytes, or finds the problem. False: the reading has failed. */
static bool cut_record(parley_json *json, parley_error *err) {
  parley_json_record *r = &json->record;
  bool valid = false, failed = false;
  if (r->raw_length == 0) return !problem(json, 0, "a value is missing");
  const char *nul = memchr(r->raw, '\0', r->raw_length);
  if (nul != NULL) return !problem(json, (size_t)(nul - r->raw), "a NUL byte");
  if (!check_utf8(json)) return true;
  if (!judge(json, r->raw, r->raw_length, &valid, err) || !make_room(json, err)) return false;
  if (valid && r->raw[0] != '{') return !problem(json, 0, "a record is an object, not %s", kind_words(r->raw[0]));
  if (r->raw[0] == '{') each_pair(json, valid ? take_pair : blame_pair, &failed, err);
  if (!valid && !failed) problem(json, 0, "no JSON object");
  r->members = json->members;
  if (r->problem != NULL) r->count = 0;
  return !failed;
}

/* ---- records ---- */

/* The record from the first byte not used up to `stop`. */
static parley_next take_record(parley_json *json, size_t stop, parley_error *err) {
  size_t start = json->window.at;
  json->records++;
  json->record = (parley_json_record){.line = json->line,
                                      .byte = json->byte,
                                      .offset = json->window.offset + (int64_t)start,
                                      .raw = json->window.text + start,
                                      .raw_length = trimmed(json->window.text, start, stop) - start};
  if (json->record.raw_length > json->limit) {
    parley_fail(err, EMSGSIZE, "%s, line %lld: the record that begins here is longer than %zu bytes", json->name,
                (long long)json->line, json->limit);
    return PARLEY_NEXT_FAILED;
  }
  advance(json, stop - start);
  return cut_record(json, err) ? PARLEY_NEXT_RECORD : PARLEY_NEXT_FAILED;
}

static parley_next next_line(parley_json *json, parley_error *err) {
  for (;;) {
    const parley_window *w = &json->window;
    size_t stop = end_of_line(w->text, w->end, w->at);
    if (stop == NOWHERE && w->final) stop = w->end;
    if (stop != NOWHERE) return take_record(json, stop, err);
    if (!read_on(json, err)) return PARLEY_NEXT_FAILED;
  }
}

static parley_next next_element(parley_json *json, parley_error *err) {
  for (;;) {
    const parley_window *w = &json->window;
    size_t stop = end_of_element(w->text, w->end, w->at);
    json->state = PARLEY_JSON_AFTER;
    if (stop != NOWHERE) return take_record(json, stop, err);
    if (w->final) {
      refuse(json, json->line, "the record that begins here is not closed, nor is the list", err);
      return PARLEY_NEXT_FAILED;
    }
    if (!read_on(json, err)) return PARLEY_NEXT_FAILED;
  }
}

/* After the ']' only white space may come. */
static parley_next finish_list(parley_json *json, parley_error *err) {
  char c;
  advance(json, 1);
  json->state = PARLEY_JSON_OVER;
  sight seen = peek(json, &c, err);
  if (seen == NOTHING) return PARLEY_NEXT_END;
  if (seen == SOMETHING) refuse(json, json->line, "text after the list", err);
  return PARLEY_NEXT_FAILED;
}

static parley_next next_in_list(parley_json *json, char c, parley_error *err) {
  bool first = json->state == PARLEY_JSON_FIRST;
  if (json->state == PARLEY_JSON_AFTER && c == ',') {
    advance(json, 1);
    json->state = PARLEY_JSON_ELEMENT;
    sight seen = peek(json, &c, err);
    if (seen == NOTHING) refuse(json, json->line, "the list is not closed", err);
    if (seen != SOMETHING) return PARLEY_NEXT_FAILED;
  }
  if (c == ']' && (first || json->state == PARLEY_JSON_AFTER)) return finish_list(json, err);
  return next_element(json, err);
}

/* Finds out the form of the text, and passes the '[' of a list. */
static bool begin(parley_json *json, char c, parley_error *err) {
  if (json->form == PARLEY_JSON_ANY_FORM) json->form = c == '[' ? PARLEY_JSON_LIST : PARLEY_JSON_LINES;
  json->state = PARLEY_JSON_FIRST;
  if (json->form == PARLEY_JSON_LINES) return true;
  if (c != '[') return refuse(json, json->line, "no list; it would begin with '['", err);
  advance(json, 1);
  return true;
}

parley_next parley_json_next(parley_json *json, parley_error *err) {
  char c = '\0';
  if (json->state == PARLEY_JSON_OVER) return PARLEY_NEXT_END;
  sight seen = peek(json, &c, err);
  if (seen == SOMETHING && json->state == PARLEY_JSON_START) {
    if (!begin(json, c, err)) return PARLEY_NEXT_FAILED;
    seen = peek(json, &c, err);
  }
  if (seen == FAILED) return PARLEY_NEXT_FAILED;
  if (seen == SOMETHING) return json->form == PARLEY_JSON_LINES ? next_line(json, err) : next_in_list(json, c, err);
  if (json->form != PARLEY_JSON_LIST) return PARLEY_NEXT_END;
  refuse(json, json->line, json->state == PARLEY_JSON_START ? "no list; the text is empty" : "the list is not closed",
         err);
  return PARLEY_NEXT_FAILED;
}

bool parley_json_explain(const parley_json *json, parley_error *err) {
  const parley_json_record *r = &json->record;
  if (r->problem == NULL) return refuse(json, r->line, "nothing is wrong", err);
  return parley_fail(err, EBADMSG, "%s, line %lld, byte %lld: %s", json->name, (long long)r->problem_line,
                     (long long)r->problem_byte, r->problem);
}

/* ---- opening and closing ---- */

static bool open_judge(parley_json *json, parley_error *err) {
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
  int status = sqlite3_open_v2(":memory:", &json->db, flags, NULL);
  if (status == SQLITE_OK) {
    status = sqlite3_prepare_v3(json->db, "SELECT json_valid(?1)", -1, SQLITE_PREPARE_PERSISTENT, &json->valid, NULL);
  }
  if (status == SQLITE_OK) return true;
  return parley_fail(err, status, "cannot read JSON: %s", json->db ? sqlite3_errmsg(json->db) : "out of memory");
}

static bool first_room(parley_json *json, parley_error *err) {
  json->room = FIRST_MEMBERS;
  json->members = parley_alloc(NULL, FIRST_MEMBERS * sizeof *json->members);
  json->names_room = FIRST_MEMBERS;
  json->names = parley_alloc(NULL, FIRST_MEMBERS * sizeof *json->names);
  return (json->members != NULL && json->names != NULL && more_slots(json, FIRST_SLOTS)) || no_memory(err);
}

bool parley_json_open(parley_json *json, parley_input *input, const parley_json_options *options, parley_error *err) {
  const parley_json_options none = {0};
  if (options == NULL) options = &none;
  json->name = input->name;
  json->form = options->form;
  json->line = json->byte = 1;
  json->limit = options->limit > 0 ? options->limit : RECORD_LIMIT;
  if (json->limit > INT32_MAX / 2) json->limit = INT32_MAX / 2;
  /* two bytes more: the comma or line break behind a record, and a space */
  return parley_window_open(&json->window, input, options->buffer > 0 ? options->buffer : FIRST_BUFFER,
                            json->limit + 2, err) &&
         first_room(json, err) && open_judge(json, err);
}

void parley_json_close(parley_json *json) {
  sqlite3_finalize(json->valid);
  sqlite3_close(json->db);
  parley_window_close(&json->window);
  for (int i = 0; i < json->columns; i++) parley_alloc(json->names[i].text, 0);
  parley_alloc(json->names, 0);
  parley_alloc(json->slots, 0);
  parley_alloc(json->members, 0);
  parley_alloc(json->scratch, 0);
  *json = (parley_json){.form = PARLEY_JSON_ANY_FORM};
}
