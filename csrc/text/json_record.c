/*
** A record is judged whole, which is fast, and only a record that is no JSON is judged again key by key and value by
** value for the place of its error.
**
** R1  Cutting never trusts that the record is sound JSON: every step checks its bounds, so that damaged text ends in a
**     problem with a place and not in a crash.
*/
#include "text/json_record.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "text/json_string.h"

/* ---- places ---- */

int64_t parley_json_byte_in_line(const char *text, size_t at, int64_t first) {
  size_t start = at;
  while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '\r') start--;
  return (int64_t)(at - start) + (start > 0 ? 1 : first);
}

size_t parley_json_trim(const char *text, size_t start, size_t until) {
  while (until > start && parley_json_is_space(text[until - 1])) until--;
  return until;
}

/* ---- problems ---- */

/* Notes the problem and its place, `at` in the raw bytes. Always false. The first problem stands: what to fill in for
   this one is NULL where there is one. */
static parley_error *problem_at(parley_json *json, size_t at) {
  parley_json_record *r = &json->record;
  if (r->problem != NULL) return NULL;
  r->problem = &json->problem;
  bool after_cr = false;
  r->problem_line = r->line + parley_input_count_lines(r->raw, at, &after_cr);
  r->problem_byte = parley_json_byte_in_line(r->raw, at, r->byte);
  return &json->problem;
}

/* A problem by the key of its sentence. Always false. */
static bool problem(parley_json *json, size_t at, const char *key) {
  return parley_fail_key(problem_at(json, at), key);
}

/* A record with bytes of another encoding is not taken apart: its keys might be wrong. */
static bool check_utf8(parley_json *json) {
  parley_json_record *r = &json->record;
  if (parley_utf8_is_ascii(r->raw, r->raw_length)) return true;
  size_t at = parley_utf8_invalid(r->raw, r->raw_length);
  if (at == r->raw_length) {
    if (json->faults.sound++ == 0) json->faults.sound_line = r->line;
    return true;
  }
  problem(json, at, "bad_encoding.record");
  parley_input_fault place = {.line = r->problem_line, .byte = r->problem_byte, .offset = r->offset + (int64_t)at};
  parley_input_faults_note(&json->faults, &place, r->raw, r->raw_length, at);
  return false;
}

/* ---- columns ---- */

/* Finds or adds the column; most often it is the one after the last: objects of one text mostly have the same keys in
   the same order. */
static bool find_column(parley_json *json, const char *text, size_t length, int *column, parley_error *err) {
  int likely = json->record.count == 0 ? 0 : json->members[json->record.count - 1].column + 1;
  switch (parley_json_column(&json->columns, text, length, likely, column)) {
    case PARLEY_JSON_FOUND: return true;
    case PARLEY_JSON_NO_MEMORY: return parley_no_memory(err);
    default:
      parley_fail_with(err, "too_large.keys", "most=%d", PARLEY_JSON_COLUMNS);
      return parley_fail_about(err, "line", "path=%s line=%lld", json->name, (long long)json->record.line);
  }
}

/* What the string text[0..length) says, quotes not included. The scratch has room for all strings of the record. A NUL
   cannot stand in a column's text: SQLite and C would cut it there. */
static bool read_string(parley_json *json, const char **text, size_t *length) {
  parley_json_string read;
  char code[16];
  if (!parley_json_unescape(*text, *length, json->scratch + json->scratch_used, &read)) {
    size_t at = (size_t)(*text - json->record.raw) + read.trouble;
    if (read.code == 0) return problem(json, at, "malformed.nul_character");
    snprintf(code, sizeof code, "%04x", read.code);
    return parley_fail_with(problem_at(json, at), "malformed.half_pair", "code=%s", code);
  }
  if (read.text != *text) json->scratch_used += read.length;
  *text = read.text;
  *length = read.length;
  return true;
}

/* ---- cutting a record ---- */

/* A key and a value in the raw bytes: from, to. The key is with its quotes. */
typedef struct pair {
  size_t key, key_end, value, value_end;
} pair;

static size_t skip_space(const parley_json_record *r, size_t at) {
  while (at < r->raw_length && parley_json_is_space(r->raw[at])) at++;
  return at;
}

static bool expect(parley_json *json, size_t at, char c) {
  const parley_json_record *r = &json->record;
  if (at < r->raw_length && r->raw[at] == c) return true;
  return parley_fail_with(problem_at(json, at), "malformed.mark", "mark=%.*s", 1, &c);
}

/* Finds the pair at *at and moves on to what stands behind it, a comma or a bracket, which each_pair judges. */
static bool find_pair(parley_json *json, size_t *at, pair *p) {
  const parley_json_record *r = &json->record;
  p->key = *at;
  if (!expect(json, p->key, '"')) return false;
  p->key_end = parley_json_end_of_string(r->raw, r->raw_length, p->key);
  if (p->key_end == PARLEY_JSON_NOWHERE) return problem(json, p->key, "malformed.open_text");
  size_t colon = skip_space(r, p->key_end);
  if (!expect(json, colon, ':')) return false;
  p->value = skip_space(r, colon + 1);
  *at = parley_json_end_of_value(r->raw, r->raw_length, p->value);
  if (*at == PARLEY_JSON_NOWHERE) return problem(json, p->value, "malformed.open_value");
  p->value_end = parley_json_trim(r->raw, p->value, *at);
  return p->value_end > p->value || problem(json, p->value, "malformed.no_value");
}

typedef bool pair_use(parley_json *json, const pair *p, bool *failed, parley_error *err);

/* Shows each pair of the object to `use`; false when the object has a problem, or when *failed. The caller has seen the
   '{' in front. */
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
  return at + 1 == r->raw_length || problem(json, at + 1, "malformed.after_object");
}

static bool more_members(parley_json *json) {
  if (json->record.count < json->room) return true;
  parley_json_member *members = parley_alloc(json->members, (size_t)json->room * 2 * sizeof *members);
  if (members == NULL) return false;
  json->members = members;
  json->room *= 2;
  return true;
}

/* A pair becomes a member. A key that stands twice is told by the number of the last record that had the column: no
   set of keys is kept. */
static bool take_pair(parley_json *json, const pair *p, bool *failed, parley_error *err) {
  parley_json_record *r = &json->record;
  const char *key = r->raw + p->key + 1;
  size_t key_length = p->key_end - p->key - 2;
  parley_json_member m = {r->raw + p->value, p->value_end - p->value, 0, parley_json_kind_of(r->raw[p->value])};
  if (m.kind == PARLEY_JSON_STRING) {
    m.text++;
    m.length -= 2;
  }
  if (!read_string(json, &key, &key_length)) return false;
  if (m.kind == PARLEY_JSON_STRING && !read_string(json, &m.text, &m.length)) return false;
  if (!find_column(json, key, key_length, &m.column, err)) return !(*failed = true);
  if (json->columns.names[m.column].record == json->records) {
    return parley_fail_with(problem_at(json, p->key), "malformed.key_twice", "key=%.*s",
                            (int)(key_length < 60 ? key_length : 60), key);
  }
  json->columns.names[m.column].record = json->records;
  if (!more_members(json)) return !(*failed = !parley_no_memory(err));
  json->members[r->count++] = m;
  return true;
}

/* Looks for the pair that is to blame when a record is no JSON. */
static bool blame_pair(parley_json *json, const pair *p, bool *failed, parley_error *err) {
  const char *raw = json->record.raw;
  (void)failed;
  (void)err;
  if (!parley_json_valid(raw + p->key, p->key_end - p->key)) {
    return problem(json, p->key, "malformed.key");
  }
  return parley_json_valid(raw + p->value, p->value_end - p->value) ||
         problem(json, p->value, "malformed.value");
}

/* Strings without their escapes are never longer than with them. */
static bool make_room(parley_json *json, parley_error *err) {
  json->scratch_used = 0;
  if (json->scratch_room >= json->record.raw_length) return true;
  size_t room = json->record.raw_length + json->record.raw_length / 2;
  char *scratch = parley_alloc(json->scratch, room);
  if (scratch == NULL) return parley_no_memory(err);
  json->scratch = scratch;
  json->scratch_room = room;
  return true;
}

bool parley_json_cut(parley_json *json, parley_error *err) {
  parley_json_record *r = &json->record;
  bool failed = false;
  if (r->raw_length == 0) return !problem(json, 0, "malformed.no_value");
  const char *nul = memchr(r->raw, '\0', r->raw_length);
  if (nul != NULL) return !problem(json, (size_t)(nul - r->raw), "malformed.nul_byte");
  if (!check_utf8(json)) return true;
  if (!make_room(json, err)) return false;
  bool valid = parley_json_valid(r->raw, r->raw_length);
  if (valid && r->raw[0] != '{')
    return !parley_fail_with(problem_at(json, 0), "malformed.no_object", "got=%s", parley_json_kind_word(r->raw[0]));
  if (r->raw[0] == '{') each_pair(json, valid ? take_pair : blame_pair, &failed, err);
  if (!valid && !failed) problem(json, 0, "malformed.object");
  r->members = json->members;
  if (r->problem != NULL) r->count = 0;
  return !failed;
}
