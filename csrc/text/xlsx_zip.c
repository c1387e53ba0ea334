/*
** The directory of a container. It is read whole, and its entries are looked at twice: by place, for parts that
** overlap, and by name.
*/
#define _XOPEN_SOURCE 700 /* pread */

#include "text/xlsx_zip.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/memory.h"

enum { END = 22, END64 = 56, LOCATOR = 20, ENTRY = 46, LOCAL = 30, COMMENT = 65535 };
#define DIRECTORY_MOST ((uint64_t)64 * 1024 * 1024)

/* ---- bytes of the file ---- */

static bool refuse(const parley_xlsx_zip *zip, const char *key, parley_error *err) {
  parley_fail_key(err, key);
  return parley_fail_about(err, "cannot_open", "path=%s", zip->input->name);
}

bool parley_xlsx_zip_bytes(const parley_xlsx_zip *zip, uint64_t at, void *buffer, size_t size, parley_error *err) {
  const parley_input *in = zip->input;
  if (at > zip->size || size > zip->size - at) return refuse(zip, "corrupt.zip_cut", err);
  if (in->file < 0) {
    memcpy(buffer, in->memory + at, size);
    return true;
  }
  char *to = buffer;
  for (size_t done = 0; done < size;) {
    ssize_t got = pread(in->file, to + done, size - done, (off_t)(at + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      parley_fail(err, parley_error_of_errno(errno), "%s", strerror(errno));
      return parley_fail_about(err, "cannot_read", "path=%s", in->name);
    }
    if (got == 0) return refuse(zip, "corrupt.zip_cut", err);
    done += (size_t)got;
  }
  return true;
}

static bool refuse_name(const parley_xlsx_zip *zip, const char *key, const parley_xlsx_zip_entry *entry,
                        parley_error *err) {
  int length = entry->name_length < 200 ? (int)entry->name_length : 200;
  parley_fail_with(err, key, "part=%.*s", length, entry->name);
  return parley_fail_about(err, "cannot_open", "path=%s", zip->input->name);
}

/* ---- where the directory is ---- */

typedef struct place {
  uint64_t at, size, count;
} place;

/* The end record is the last that fits: a comment of up to 64 kB may stand behind it. NULL: there is none. */
static const unsigned char *find_end(const unsigned char *tail, size_t size) {
  for (size_t at = size < END ? 0 : size - END + 1; at-- > 0;) {
    const unsigned char *end = tail + at;
    if (memcmp(end, "PK\5\6", 4) == 0 && parley_xlsx_u16(end + 20) <= size - at - END) return end;
  }
  return NULL;
}

/* ZIP64: numbers too large for the end record stand in one of their own, which a locator in front of it names. */
static bool find_end64(const parley_xlsx_zip *zip, uint64_t end_at, place *where, parley_error *err) {
  unsigned char locator[LOCATOR], end[END64];
  if (end_at < LOCATOR) return true;
  if (!parley_xlsx_zip_bytes(zip, end_at - LOCATOR, locator, LOCATOR, err)) return false;
  if (memcmp(locator, "PK\6\7", 4) != 0) return true;
  if (!parley_xlsx_zip_bytes(zip, parley_xlsx_u64(locator + 8), end, END64, err)) return false;
  if (memcmp(end, "PK\6\6", 4) != 0) return refuse(zip, "corrupt.zip_directory", err);
  *where = (place){.count = parley_xlsx_u64(end + 32), .size = parley_xlsx_u64(end + 40),
                   .at = parley_xlsx_u64(end + 48)};
  return true;
}

static bool find_directory(const parley_xlsx_zip *zip, place *where, parley_error *err) {
  size_t size = zip->size < END + COMMENT ? (size_t)zip->size : END + COMMENT;
  unsigned char *tail = parley_alloc(NULL, size + 1);
  if (tail == NULL) return parley_no_memory(err);
  bool good = parley_xlsx_zip_bytes(zip, zip->size - size, tail, size, err);
  const unsigned char *end = good ? find_end(tail, size) : NULL;
  if (good && end == NULL) good = refuse(zip, "corrupt.zip_cut", err);
  if (good) {
    uint64_t end_at = zip->size - size + (uint64_t)(end - tail);
    *where = (place){.count = parley_xlsx_u16(end + 10), .size = parley_xlsx_u32(end + 12),
                     .at = parley_xlsx_u32(end + 16)};
    bool large = where->count == 0xffff || where->size == 0xffffffff || where->at == 0xffffffff;
    if (large) good = find_end64(zip, end_at, where, err);
    if (good && (where->at > end_at || where->size > end_at - where->at)) {
      good = refuse(zip, "corrupt.zip_directory", err);
    }
  }
  parley_alloc(tail, 0);
  return good;
}

/* ---- entries ---- */

/* Takes a number of 64 bits out of the extra field where the entry has no room for it. */
static bool take_large(const unsigned char **extra, const unsigned char *end, uint64_t *value) {
  if (*value != 0xffffffff) return true;
  if (end - *extra < 8) return false;
  *value = parley_xlsx_u64(*extra);
  *extra += 8;
  return true;
}

static bool take_extra(parley_xlsx_zip_entry *e, const unsigned char *extra, size_t length) {
  const unsigned char *end = extra + length;
  while (end - extra >= 4) {
    unsigned id = parley_xlsx_u16(extra), size = parley_xlsx_u16(extra + 2);
    extra += 4;
    if (size > (size_t)(end - extra)) return false;
    if (id == 1) {
      const unsigned char *last = extra + size;
      return take_large(&extra, last, &e->size) && take_large(&extra, last, &e->packed) &&
             take_large(&extra, last, &e->at);
    }
    extra += size;
  }
  return e->size != 0xffffffff && e->packed != 0xffffffff && e->at != 0xffffffff;
}

/* Whether a name stays inside the container: no root, drive, backslash, NUL, nor a step up. */
static bool is_inside(const char *name, size_t length) {
  if (length == 0 || name[0] == '/' || memchr(name, '\\', length) != NULL || memchr(name, '\0', length) != NULL ||
      memchr(name, ':', length) != NULL) {
    return false;
  }
  for (size_t from = 0; from <= length;) {
    const char *slash = memchr(name + from, '/', length - from);
    size_t until = slash != NULL ? (size_t)(slash - name) : length;
    if (until - from == 2 && memcmp(name + from, "..", 2) == 0) return false;
    from = until + 1;
  }
  return true;
}

static bool take_entry(parley_xlsx_zip *zip, const unsigned char **at, const unsigned char *end, parley_error *err) {
  const unsigned char *p = *at;
  if (end - p < ENTRY || memcmp(p, "PK\1\2", 4) != 0) return refuse(zip, "corrupt.zip_directory", err);
  size_t name = parley_xlsx_u16(p + 28), extra = parley_xlsx_u16(p + 30), comment = parley_xlsx_u16(p + 32);
  if ((size_t)(end - p) < ENTRY + name + extra + comment) {
    return refuse(zip, "corrupt.zip_directory", err);
  }
  parley_xlsx_zip_entry *e = &zip->entries[zip->count];
  *e = (parley_xlsx_zip_entry){.name = (const char *)p + ENTRY, .name_length = name, .flags = parley_xlsx_u16(p + 8),
                               .method = parley_xlsx_u16(p + 10), .checksum = parley_xlsx_u32(p + 16),
                               .packed = parley_xlsx_u32(p + 20), .size = parley_xlsx_u32(p + 24),
                               .at = parley_xlsx_u32(p + 42)};
  if (!is_inside(e->name, name)) return refuse_name(zip, "corrupt.zip_path", e, err);
  bool in_file = take_extra(e, p + ENTRY + name, extra) && e->at <= zip->size && e->packed <= zip->size - e->at;
  if (!in_file) return refuse_name(zip, "corrupt.zip_entry", e, err);
  zip->count++;
  *at = p + ENTRY + name + extra + comment;
  return true;
}

static int by_place(const void *a, const void *b) {
  const parley_xlsx_zip_entry *x = a, *y = b;
  return x->at < y->at ? -1 : x->at > y->at;
}

static int compare_names(const char *a, size_t a_length, const char *b, size_t b_length) {
  size_t shorter = a_length < b_length ? a_length : b_length;
  for (size_t i = 0; i < shorter; i++) {
    int x = parley_ascii_lower(a[i]), y = parley_ascii_lower(b[i]);
    if (x != y) return x < y ? -1 : 1;
  }
  return a_length < b_length ? -1 : a_length > b_length;
}

static int by_name(const void *a, const void *b) {
  const parley_xlsx_zip_entry *x = a, *y = b;
  return compare_names(x->name, x->name_length, y->name, y->name_length);
}

/* Z2. Entries stay ordered by name. */
static bool check_entries(parley_xlsx_zip *zip, parley_error *err) {
  qsort(zip->entries, zip->count, sizeof *zip->entries, by_place);
  for (size_t i = 1; i < zip->count; i++) {
    const parley_xlsx_zip_entry *before = &zip->entries[i - 1];
    if (before->at + LOCAL + before->name_length + before->packed > zip->entries[i].at) {
      return refuse_name(zip, "corrupt.zip_overlap", &zip->entries[i], err);
    }
  }
  qsort(zip->entries, zip->count, sizeof *zip->entries, by_name);
  for (size_t i = 1; i < zip->count; i++) {
    if (by_name(&zip->entries[i - 1], &zip->entries[i]) == 0) {
      return refuse_name(zip, "corrupt.zip_twice", &zip->entries[i], err);
    }
  }
  return true;
}

static bool read_directory(parley_xlsx_zip *zip, const place *where, parley_error *err) {
  if (where->size > DIRECTORY_MOST || where->count > PARLEY_XLSX_ZIP_PARTS) {
    return refuse(zip, "too_large.zip_directory", err);
  }
  if (where->count > where->size / ENTRY) return refuse(zip, "corrupt.zip_directory", err);
  size_t size = (size_t)where->size;
  zip->directory = parley_alloc(NULL, size + 1);
  zip->entries = parley_alloc(NULL, ((size_t)where->count + 1) * sizeof *zip->entries);
  if (zip->directory == NULL || zip->entries == NULL) return parley_no_memory(err);
  if (!parley_xlsx_zip_bytes(zip, where->at, zip->directory, size, err)) return false;
  const unsigned char *at = zip->directory;
  for (uint64_t i = 0; i < where->count; i++) {
    if (!take_entry(zip, &at, zip->directory + size, err)) return false;
  }
  return check_entries(zip, err);
}

/* ---- what is no container at all ---- */

enum { BEGINNING = 64 };

/* Files of the older kind, and encrypted ones, are containers of another make, in which names stand in UTF-16. */
static bool is_encrypted(const parley_xlsx_zip *zip, parley_error *err) {
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  enum { PIECE = 65536, MOST = 1024 * PIECE };
  char *bytes = parley_alloc(NULL, PIECE);
  bool found = false;
  if (bytes == NULL) return parley_no_memory(err);
  for (uint64_t at = 0; at < zip->size && at < MOST && !found; at += PIECE - sizeof name) {
    size_t size = zip->size - at < PIECE ? (size_t)(zip->size - at) : PIECE;
    if (!parley_xlsx_zip_bytes(zip, at, bytes, size, err)) break;
    for (size_t i = 0; i + sizeof name <= size && !found; i++) {
      found = bytes[i] == 'E' && memcmp(bytes + i, name, sizeof name) == 0;
    }
  }
  parley_alloc(bytes, 0);
  return found;
}

/* Refuses by its first bytes what is called a workbook and is none. */
static bool check_kind(const parley_xlsx_zip *zip, parley_error *err) {
  unsigned char b[BEGINNING] = {0};
  size_t size = zip->size < BEGINNING ? (size_t)zip->size : BEGINNING;
  if (size == 0) return parley_fail_with(err, "empty.text", "path=%s", zip->input->name);
  if (!parley_xlsx_zip_bytes(zip, 0, b, size, err)) return false;
  if (memcmp(b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0) {
    return refuse(zip, is_encrypted(zip, err) ? "bad_encoding.encrypted" : "bad_encoding.xls", err);
  }
  if (memcmp(b, "PK", 2) == 0) return true;
  return refuse(zip, "bad_encoding.no_zip", err);
}

/* ---- opening ---- */

bool parley_xlsx_zip_open(parley_xlsx_zip *zip, const parley_input *input, parley_error *err) {
  place where = {0};
  zip->input = input;
  zip->size = input->size > 0 ? (uint64_t)input->size : 0;
  return check_kind(zip, err) && find_directory(zip, &where, err) && read_directory(zip, &where, err);
}

const parley_xlsx_zip_entry *parley_xlsx_zip_find(const parley_xlsx_zip *zip, const char *name, size_t length) {
  size_t low = 0, high = zip->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const parley_xlsx_zip_entry *e = &zip->entries[middle];
    int order = compare_names(e->name, e->name_length, name, length);
    if (order == 0) return e;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

void parley_xlsx_zip_close(parley_xlsx_zip *zip) {
  parley_alloc(zip->directory, 0);
  parley_alloc(zip->entries, 0);
  *zip = (parley_xlsx_zip){.count = 0};
}
