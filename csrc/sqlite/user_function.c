/* What SQLite keeps for a function is a box with the callback in it, which SQLite frees. */
#include "sqlite/user_function.h"

#include "base/buffer.h"
#include "sqlite/result_code.h"
#include "sqlite/sql_value.h"

typedef struct box {
  parley_user_function_call *call;
  parley_user_function_drop *drop;
  void *data;
} box;

struct parley_user_call {
  sqlite3_context *context;
  int count;
  sqlite3_value **values;
};

/* The call lives on the stack: it must not be kept beyond. */
static void call_box(sqlite3_context *context, int count, sqlite3_value **values) {
  const box *b = sqlite3_user_data(context);
  parley_user_call call = {context, count, values};
  b->call(b->data, &call);
}

static void drop_box(void *data) {
  box *b = data;
  b->drop(b->data);
  parley_alloc(b, 0);
}

/* DIRECTONLY: a file from elsewhere cannot call a host's function by its schema. After a failure of
   create_function_v2 SQLite has dropped the box already. */
bool parley_user_function_define(parley_store *store, const char *name, int arity, parley_user_function_call *call,
                                 void *data, parley_user_function_drop *drop, parley_error *err) {
  box *b = parley_alloc(NULL, sizeof *b);
  if (b == NULL) {
    drop(data);
    return parley_no_memory(err);
  }
  *b = (box){call, drop, data};
  int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2(store->db, name, arity, flags, b, call_box, NULL, NULL, drop_box);
  return code == SQLITE_OK || parley_store_call_failed(store->db, code, err);
}

bool parley_user_function_remove(sqlite3 *db, const char *name, int arity) {
  return sqlite3_create_function_v2(db, name, arity, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

bool parley_user_function_same_name(const char *a, const char *b) { return sqlite3_stricmp(a, b) == 0; }

/* ---- within a call ---- */

int parley_user_call_count(const parley_user_call *call) { return call->count; }

bool parley_user_call_argument(const parley_user_call *call, int at, parley_value *out) {
  return parley_sql_value_read(call->values[at], out);
}

void parley_user_call_return(const parley_user_call *call, const parley_value *value) {
  sqlite3_context *context = call->context;
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_NONE: sqlite3_result_null(context); break;
    case PARLEY_LAYOUT_TRUTH:
    case PARLEY_LAYOUT_INTEGER: sqlite3_result_int64(context, value->integer); break;
    case PARLEY_LAYOUT_NUMBER: sqlite3_result_double(context, value->number); break;
    default: sqlite3_result_text64(context, value->text, value->length, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

void parley_user_call_fail(const parley_user_call *call, const char *message) {
  sqlite3_result_error(call->context, message, -1);
}

void parley_user_call_fail_memory(const parley_user_call *call) { sqlite3_result_error_nomem(call->context); }
