/* The lexical rules of PostgreSQL, with standard_conforming_strings: a backslash escapes only in E'...'. */
#include "postgres/sql_words.h"

#include <string.h>

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80); }
static bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '$'; }

/* Behind the quote that ends a text; the quote doubled is one inside. */
static const char *skip_quoted(const char *at, bool escapes) {
  char quote = *at++;
  for (; *at != '\0'; at++) {
    if (escapes && *at == '\\' && at[1] != '\0') at++;
    else if (*at == quote && *++at != quote) return at;
  }
  return at;
}

/* Comments of this kind nest. */
static const char *skip_comment(const char *at) {
  int depth = 0;
  while (*at != '\0') {
    if (at[0] == '/' && at[1] == '*') depth++, at += 2;
    else if (at[0] == '*' && at[1] == '/') {
      at += 2;
      if (--depth == 0) break;
    } else at++;
  }
  return at;
}

/* Behind $tag$ ... $tag$; behind the dollar where none begins. */
static const char *skip_dollar(const char *at) {
  const char *tag = at++;
  while (is_word(*at) && *at != '$') at++;
  if (*at != '$') return tag + 1;
  size_t length = (size_t)(++at - tag);
  for (; *at != '\0'; at++) {
    if (strncmp(at, tag, length) == 0) return at + length;
  }
  return at;
}

parley_pg_word parley_pg_word_next(const char **at) {
  const char *p = *at;
  for (;;) {
    const char *from = p;
    if (*p == '\0' || *p == ';') {
      *at = *p == ';' ? p + 1 : p;
      return (parley_pg_word){from, 0, true};
    }
    if (is_letter(*p)) {
      while (is_word(*p)) p++;
      bool escapes = p - from == 1 && (*from == 'e' || *from == 'E') && *p == '\'';
      if (escapes) p = skip_quoted(p, true);
      *at = p;
      return (parley_pg_word){from, (size_t)(p - from), false};
    }
    if (*p == '"') {
      *at = p = skip_quoted(p, false);
      return (parley_pg_word){from, (size_t)(p - from), false};
    }
    if (*p == '\'') p = skip_quoted(p, false);
    else if (p[0] == '-' && p[1] == '-') p += strcspn(p, "\n");
    else if (p[0] == '/' && p[1] == '*') p = skip_comment(p);
    else if (*p == '$') p = skip_dollar(p);
    else p++;
  }
}

bool parley_pg_word_is(parley_pg_word word, const char *capitals) {
  if (word.ends || strlen(capitals) != word.length) return false;
  for (size_t i = 0; i < word.length; i++) {
    char c = word.text[i];
    if ((c >= 'a' && c <= 'z' ? c - 32 : c) != capitals[i]) return false;
  }
  return true;
}

bool parley_pg_word_is_of(parley_pg_word word, const char *list) {
  char one[32];
  for (const char *at = list; *at != '\0'; at++) {
    size_t length = strcspn(at, " ");
    if (length == 0) continue;
    memcpy(one, at, length);
    one[length] = '\0';
    if (parley_pg_word_is(word, one)) return true;
    at += length - 1;
  }
  return false;
}
