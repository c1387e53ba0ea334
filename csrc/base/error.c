/* Failures are kept as key and arguments; words of codes, and codes of the system's numbers: no other file knows
   both. */
#include "base/error.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* ---- arguments ---- */

/* One argument of a list "line=%lld column=%.*s": its name, and the letters of its kind. Names and values are kept
   apart: the names are a constant of the caller's, and the values are texts one behind the other in a room of fixed
   size. So a failure needs no memory, not even the one that says there is none. */
typedef struct parley_error_name {
  const char *name, *kind;
  size_t name_length, kind_length;
} parley_error_name;

/* Takes the next one off the list; false at its end. */
static bool next_name(const char **names, parley_error_name *out) {
  const char *at = *names;
  if (at == NULL || *at == '\0') return false;
  out->name = at;
  out->name_length = strcspn(at, "=");
  at += out->name_length;
  if (*at == '=') at++;
  out->kind = at;
  out->kind_length = strcspn(at, " ");
  at += out->kind_length;
  *names = *at == ' ' ? at + 1 : at;
  return true;
}

static bool is_kind(const parley_error_name *name, const char *kind) {
  return name->kind_length == strlen(kind) && memcmp(name->kind, kind, name->kind_length) == 0;
}

/* Adds a text and its zero. Of an argument that does not fit, or is longer than most are worth, the rest is cut. */
static void add_value(parley_error *err, const char *text, size_t length) {
  enum { LONGEST = 400 };
  size_t left = sizeof err->values - 1 - (size_t)err->used;
  if (length > LONGEST) length = LONGEST;
  if (length > left) length = left;
  memmove(err->values + err->used, text, length);
  err->values[(size_t)err->used + length] = '\0';
  if (length < left) err->used += (int)length + 1;
  else err->used = (int)sizeof err->values - 1; /* full: those that follow are this last zero */
}

/* %.*s may end before its count, as in printf. */
static size_t length_within(const char *text, int most) {
  const char *end = memchr(text, '\0', (size_t)most);
  return end != NULL ? (size_t)(end - text) : (size_t)most;
}

static void add_part(parley_error *err, const char *key, const char *names) {
  if (err->count == PARLEY_ERROR_PARTS) err->count--; /* the outermost gives way: what failed is worth more */
  err->part[err->count++] = (parley_error_part){key, names, err->used};
}

void parley_error_add(parley_error *err, const char *phrase, const char *names, va_list values) {
  parley_error_name name;
  add_part(err, phrase, names);
  while (next_name(&names, &name)) {
    char number[24];
    const char *text = number;
    size_t length = 0;
    if (is_kind(&name, "%s")) {
      text = va_arg(values, const char *);
      length = strlen(text);
    } else if (is_kind(&name, "%.*s")) {
      int most = va_arg(values, int);
      text = va_arg(values, const char *);
      length = length_within(text, most);
    } else if (is_kind(&name, "%d")) {
      length = (size_t)snprintf(number, sizeof number, "%d", va_arg(values, int));
    } else if (is_kind(&name, "%lld")) {
      length = (size_t)snprintf(number, sizeof number, "%lld", va_arg(values, long long));
    } else if (is_kind(&name, "%zu")) {
      length = (size_t)snprintf(number, sizeof number, "%zu", va_arg(values, size_t));
    }
    add_value(err, text, length);
  }
}

/* From the first value each time: there are a few, and failures are read once. */
bool parley_error_argument_at(const parley_error *err, int part, int at, parley_error_argument *out) {
  const char *names = err->part[part].names, *text = err->values + err->part[part].values;
  parley_error_name name;
  for (int i = 0; next_name(&names, &name); i++) {
    if (i == at) {
      *out = (parley_error_argument){name.name, name.name_length, name.kind[name.kind_length - 1] != 's', text};
      return true;
    }
    text += strlen(text);
    if (text < err->values + sizeof err->values - 1) text++;
  }
  return false;
}

/* ---- failures ---- */

/* The word before the first dot of a key is its code. A key of none is a fault of the caller's and told as misuse. */
static parley_error_code code_of(const char *key) {
  size_t length = strcspn(key, ".");
  for (int code = 0; code <= PARLEY_ERROR_CANCELLED; code++) {
    const char *word = parley_error_word((parley_error_code)code);
    if (strlen(word) == length && memcmp(word, key, length) == 0) return (parley_error_code)code;
  }
  return PARLEY_ERROR_MISUSE;
}

static void begin(parley_error *err, parley_error_code code) {
  err->code = code;
  err->count = err->used = 0;
}

void parley_error_set_key(parley_error *err, const char *key) {
  begin(err, code_of(key));
  add_part(err, key, NULL);
}

/* The arguments may point into *err, where nothing else does any harm: they are few and short, and copied first. */
void parley_error_set(parley_error *err, const char *key, const char *names, va_list values) {
  parley_error made;
  begin(&made, code_of(key));
  parley_error_add(&made, key, names, values);
  *err = made;
}

void parley_error_set_words(parley_error *err, parley_error_code code, const char *fmt, va_list values) {
  char words[sizeof err->values];
  vsnprintf(words, sizeof words, fmt, values);
  begin(err, code);
  add_part(err, NULL, NULL);
  add_value(err, words, strlen(words));
}

bool parley_no_memory(parley_error *err) { return parley_fail_key(err, "out_of_memory"); }

/* ---- as text ---- */

/* Adds to a text that may be full already. */
static void say(char *out, size_t size, size_t *used, const char *text, size_t length) {
  size_t left = size - 1 - *used;
  if (length > left) length = left;
  memcpy(out + *used, text, length);
  out[*used += length] = '\0';
}

static void say_part(const parley_error *err, int part, char *out, size_t size, size_t *used) {
  const parley_error_part *p = &err->part[part];
  parley_error_argument argument;
  const char *text = p->key != NULL ? p->key : err->values + p->values;
  say(out, size, used, text, strlen(text));
  for (int i = 0; parley_error_argument_at(err, part, i, &argument); i++) {
    say(out, size, used, " ", 1);
    say(out, size, used, argument.name, argument.name_length);
    say(out, size, used, "=", 1);
    say(out, size, used, argument.text, strlen(argument.text));
  }
}

/* The outermost part first, as a sentence has it: where, then what. For hosts and logs; Lua makes English of the parts.
   */
const char *parley_error_text(const parley_error *err, char *out, size_t size) {
  size_t used = 0;
  out[0] = '\0';
  for (int part = err->count - 1; part >= 0; part--) {
    say_part(err, part, out, size, &used);
    if (part > 0) say(out, size, &used, ": ", 2);
  }
  return out;
}

/* ---- codes ---- */

const char *parley_error_word(parley_error_code code) {
  static const char *const words[] = {
#define PARLEY_WORD(name, word) word,
      PARLEY_ERROR_LIST(PARLEY_WORD)
#undef PARLEY_WORD
  };
  return words[code];
}

/* What no case names is IO: a failure of the world that a program cannot tell apart any further. */
parley_error_code parley_error_of_errno(int number) {
  switch (number) {
    case ENOENT: return PARLEY_ERROR_MISSING_FILE;
    case ENOTDIR: return PARLEY_ERROR_MISSING_FOLDER;
    case EISDIR: return PARLEY_ERROR_IS_FOLDER;
    case EEXIST: return PARLEY_ERROR_EXISTS;
    case ENOTEMPTY: return PARLEY_ERROR_NOT_EMPTY;
    case ESPIPE: return PARLEY_ERROR_NOT_SEEKABLE;
    case EACCES:
    case EPERM:
    case EROFS: return PARLEY_ERROR_PERMISSION;
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
    case EFBIG: return PARLEY_ERROR_FULL;
    case EPIPE: return PARLEY_ERROR_UNREAD;
    case EBUSY:
    case EAGAIN: return PARLEY_ERROR_BUSY;
    case ENOMEM: return PARLEY_ERROR_OUT_OF_MEMORY;
    default: return PARLEY_ERROR_IO;
  }
}
