/* content_id(about, names, x, ...): the content id of a claim as parley.claims.content_ids makes it, for all rows of a
   table in one statement: a row of Lua for each of 100,000 would take five times as long. `names` are those of the
   values behind it, as they are hashed ("t4:rank"), each with a line's end; ? stands before that of a boolean. */
#include <string.h>

#include "sqlite/callback.h"
#include "sqlite/sql_value.h"
#include "value/content_hash.h"

/* The next of the names; false where there is none. */
static bool next_name(parley_sql_text *rest, parley_sql_text *name) {
  const char *end = rest->length > 0 ? memchr(rest->bytes, '\n', rest->length) : NULL;
  if (end == NULL) return false;
  *name = (parley_sql_text){rest->bytes, (size_t)(end - rest->bytes)};
  rest->length -= name->length + 1;
  rest->bytes = end + 1;
  return true;
}

static void content_id(sqlite3_context *c, int n, sqlite3_value **v) {
  parley_sql_text about, rest, name;
  parley_sha256 hash;
  char id[PARLEY_CONTENT_ID];
  if (parley_sql_any_null(2, v)) return;
  if (!parley_sql_get_text(c, v[0], &about) || !parley_sql_get_text(c, v[1], &rest)) return;
  parley_sha256_begin(&hash);
  parley_content_add_text(&hash, about.bytes, about.length);
  for (int i = 2; i < n && next_name(&rest, &name); i++) {
    parley_value value;
    if (parley_sql_is_null(v[i])) continue;
    if (!parley_sql_value_read(v[i], &value)) {
      sqlite3_result_error_nomem(c);
      return;
    }
    bool is_truth = name.length > 0 && name.bytes[0] == '?';
    if (is_truth) parley_value_restore(&value, PARLEY_BOOLEAN);
    parley_sha256_add(&hash, name.bytes + is_truth, name.length - is_truth);
    parley_content_add(&hash, &value);
  }
  parley_content_id(&hash, id);
  sqlite3_result_text(c, id, sizeof id, SQLITE_TRANSIENT);
}

const parley_sql_callback parley_sql_do_content_id = {.call = content_id};
