/* Keys of texts by the Unicode Collation Algorithm, see the header: how ICU is found, and what is asked of it. */
#include "value/collation.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

/* ---- ICU ---- */

/* The few functions that are called, as unicode/ucol.h, unicode/uloc.h and unicode/ustring.h declare them: a stable
   interface, whose names carry the version. UErrorCode is an int, warnings are below 0; UChar has 16 bits. */
typedef struct icu {
  void *(*open)(const char *locale, int *status);
  void (*close)(void *collator);
  void (*set)(void *collator, int attribute, int value, int *status);
  int32_t (*key)(const void *collator, const uint16_t *text, int32_t length, uint8_t *key, int32_t size);
  int32_t (*locale_of)(const char *tag, char *locale, int32_t size, int32_t *parsed, int *status);
  const char *(*iso3)(const char *locale);
  uint16_t *(*to_utf16)(uint16_t *out, int32_t size, int32_t *length, const char *text, int32_t bytes,
                        int32_t instead, int32_t *replaced, int *status);
} icu;

enum { NORMALIZATION_MODE = 4, ON = 17, REPLACEMENT = 0xFFFD }; /* UCOL_NORMALIZATION_MODE, UCOL_ON */

/* Versions that are tried, the newest first. */
enum { NEWEST = 99, OLDEST = 50 };

static icu library;
static bool found;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* A function by its name and the version, 0: none in the name. ISO C has no cast from an object to a function. */
static bool take(void *from, const char *name, int version, void *function) {
  char full[64];
  snprintf(full, sizeof full, version > 0 ? "%s_%d" : "%s", name, version);
  void *symbol = dlsym(from, full);
  memcpy(function, &symbol, sizeof symbol);
  return symbol != NULL;
}

static bool take_all(void *collation, void *common, int version) {
  return take(collation, "ucol_open", version, &library.open) && take(collation, "ucol_close", version, &library.close)
         && take(collation, "ucol_setAttribute", version, &library.set)
         && take(collation, "ucol_getSortKey", version, &library.key)
         && take(common, "uloc_forLanguageTag", version, &library.locale_of)
         && take(common, "uloc_getISO3Language", version, &library.iso3)
         && take(common, "u_strFromUTF8WithSub", version, &library.to_utf16);
}

/* The libraries stay until the process ends, since ICU keeps memory of its own. */
static bool open_pair(const char *collation, const char *common, int version) {
  enum { HOW = RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE };
  void *first = dlopen(collation, HOW), *second = dlopen(common, HOW);
  if (first != NULL && second != NULL && take_all(first, second, version)) return true;
  if (first != NULL) dlclose(first);
  if (second != NULL) dlclose(second);
  return false;
}

#ifdef __APPLE__
/* What the system brings, and what Homebrew does. */
static void look_for_icu(void) {
  found = open_pair("libicucore.dylib", "libicucore.dylib", 0);
  for (int version = NEWEST; !found && version >= OLDEST; version--) {
    char names[2][48];
    snprintf(names[0], sizeof names[0], "libicui18n.%d.dylib", version);
    snprintf(names[1], sizeof names[1], "libicuuc.%d.dylib", version);
    found = open_pair(names[0], names[1], version);
  }
}
#else
static void look_for_icu(void) {
  for (int version = NEWEST; !found && version >= OLDEST; version--) {
    char names[2][48];
    snprintf(names[0], sizeof names[0], "libicui18n.so.%d", version);
    snprintf(names[1], sizeof names[1], "libicuuc.so.%d", version);
    found = open_pair(names[0], names[1], version);
  }
}
#endif

/* ---- languages ---- */

enum { LANGUAGES = 64, LONGEST = 64 };

typedef struct language {
  char tag[LONGEST];
  void *collator;
} language;

/* Those that were asked for: one is added under the lock, and seen by all once it is counted. */
static language languages[LANGUAGES];
static atomic_int count;
static pthread_mutex_t adding = PTHREAD_MUTEX_INITIALIZER;

static void *known(const char *tag) {
  int all = atomic_load_explicit(&count, memory_order_acquire);
  for (int i = 0; i < all; i++) {
    if (strcmp(languages[i].tag, tag) == 0) return languages[i].collator;
  }
  return NULL;
}

/* ICU takes any tag, and has the order of the root for what it does not know: a language that is none is refused. */
static bool make_locale(const char *tag, char *locale, size_t size, parley_error *err) {
  int status = 0;
  int32_t parsed = 0;
  locale[0] = '\0';
  library.locale_of(tag, locale, (int32_t)size, &parsed, &status);
  if (status <= 0 && parsed == (int32_t)strlen(tag) && (tag[0] == '\0' || library.iso3(locale)[0] != '\0')) return true;
  return parley_fail_with(err, "no_name.sort_language", "name=%s", tag);
}

static void *add_language(const char *tag, parley_error *err) {
  char locale[4 * LONGEST];
  int status = 0, at = atomic_load_explicit(&count, memory_order_relaxed);
  if (!make_locale(tag, locale, sizeof locale, err)) return NULL;
  if (at == LANGUAGES) {
    parley_fail_with(err, "limit.sort_languages", "most=%d", LANGUAGES);
    return NULL;
  }
  void *collator = library.open(locale, &status);
  /* else marks in an unusual order are not recognised */
  if (status <= 0) library.set(collator, NORMALIZATION_MODE, ON, &status);
  if (status > 0) {
    parley_no_memory(err);
    return NULL;
  }
  strcpy(languages[at].tag, tag);
  languages[at].collator = collator;
  atomic_store_explicit(&count, at + 1, memory_order_release);
  return collator;
}

const void *parley_collation_find(const char *name, size_t length, parley_error *err) {
  char tag[LONGEST];
  size_t kept = length < LONGEST ? length : LONGEST - 1;
  memcpy(tag, name, kept);
  tag[kept] = '\0';
  pthread_once(&once, look_for_icu);
  if (!found) {
    parley_fail_with(err, "missing_file.icu", NULL);
    return NULL;
  }
  if (kept < length || strlen(tag) < length) {
    parley_fail_with(err, "no_name.sort_language", "name=%s", tag);
    return NULL;
  }
  void *collator = known(tag);
  if (collator != NULL) return collator;
  pthread_mutex_lock(&adding);
  collator = known(tag);
  if (collator == NULL) collator = add_language(tag, err);
  pthread_mutex_unlock(&adding);
  return collator;
}

/* Runs when Parley is unloaded, or the process ends: nobody asks for keys any more. */
__attribute__((destructor)) static void forget_languages(void) {
  int all = atomic_exchange(&count, 0);
  for (int i = 0; i < all; i++) library.close(languages[i].collator);
}

/* ---- keys ---- */

/* In front in the room stands the text in UTF-16, with no more units than the text has bytes; behind it the key. */
static size_t key_at(size_t length) { return (length + 1) * sizeof(uint16_t); }

/* Most keys have at most three bytes for a letter and some of their own. */
size_t parley_collation_room(size_t length) { return key_at(length) + 2 * (4 * length + 16); }

static size_t to_digits(char *out, const char *key, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) {
    unsigned byte = (unsigned char)key[i];
    out[2 * i] = "0123456789abcdef"[byte >> 4];
    out[2 * i + 1] = "0123456789abcdef"[byte & 15];
  }
  return 2 * bytes;
}

size_t parley_collation_key(const void *collator, const char *text, size_t length, char *out, size_t size,
                            size_t *wanted, parley_error *err) {
  uint16_t *units = (void *)out;
  int32_t unit_count = 0;
  int status = 0;
  size_t at = key_at(length), room = (size - at) / 2;
  library.to_utf16(units, (int32_t)length + 1, &unit_count, text, (int32_t)length, REPLACEMENT, NULL, &status);
  /* digits are twice the bytes: a key that begins in the middle of the rest is behind all digits that are written
     before it is read */
  char *key = out + at + room;
  int32_t bytes = status > 0 ? 0 : library.key(collator, units, unit_count, (uint8_t *)key, (int32_t)room);
  *wanted = 0;
  if (bytes <= 0) {
    parley_no_memory(err);
    return 0;
  }
  if ((size_t)bytes > room) {
    *wanted = at + 2 * (size_t)bytes;
    return 0;
  }
  /* without the zero that ends it */
  return to_digits(out, key, (size_t)bytes - 1);
}
