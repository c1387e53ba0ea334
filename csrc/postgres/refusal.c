/* Keys of sentences that functions of the schema say (parley_fail in postgres_errors.lua), with the names of their
   arguments: a failure keeps both as constants. */
#include "postgres/refusal.h"

#include <stdlib.h>
#include <string.h>

#include "value/edtf.h"

static const struct {
  const char *key, *names; /* NULL: no argument */
} entries[] = {
    {"bad_argument.sql_comparison", "value=%s"},
    {"bad_argument.sql_share", NULL},
    {"bad_pattern.balance", NULL},
    {"bad_pattern.like_end", NULL},
    {"bad_pattern.like_escape", "escape=%s"},
    {"bad_pattern.like_long", "most=%lld"},
    {"bad_pattern.regexp", "reason=%s"},
    {"bad_pattern.regexp_items", "most=%lld"},
    {"bad_value.date_unit", NULL},
    {"bad_value.made_text", "most=%lld"},
    {"overflow.date_add", "last=%lld"},
    {"overflow.integer", NULL},
    {"overflow.number", "name=%s"},
};

/* Why a text is no date is found where it is found for all engines. */
static void no_date(const char *text, parley_error *err) {
  parley_edtf date;
  if (parley_edtf_parse(text, strlen(text), &date, err)) parley_fail_with(err, "bad_date.value", "value=%s", text);
}

static void fail(const char *key, const char *names, const char *value, parley_error *err) {
  if (names == NULL) parley_fail_key(err, key);
  else if (strstr(names, "%lld") != NULL) parley_fail_with(err, key, names, strtoll(value, NULL, 10));
  else parley_fail_with(err, key, names, value);
}

static bool fill(const char *key, const char *value, parley_error *err) {
  if (strcmp(key, "bad_date") == 0) {
    no_date(value, err);
    return true;
  }
  for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
    if (strcmp(key, entries[i].key) != 0) continue;
    fail(entries[i].key, entries[i].names, value, err);
    return true;
  }
  return false;
}

bool parley_pg_refusal(const char *sqlstate, const char *key, const char *value, parley_error *err) {
  if (strcmp(sqlstate, "PY000") != 0 || key == NULL) return false;
  return fill(key, value == NULL ? "" : value, err);
}
