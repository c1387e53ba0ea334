/*
** The container of a workbook: a ZIP file whose parts are found by name (text/xlsx_part.h reads them). Knows no XML.
**
** Z1  Sizes, places and checksums are those of the central directory, ZIP64 included.
** Z2  Refused at opening: a file that is cut off, two parts of one name (in any case of letters), parts that overlap,
**     a name that leads out of the container.
**
** Ownership: the caller owns the struct, all zero at first, and gives back what it holds with parley_xlsx_zip_close,
** also after a failure. The input stays the caller's, open and in place, and its position is not moved; an entry lasts
** while its container is open.
*/
#ifndef PARLEY_TEXT_XLSX_ZIP_H
#define PARLEY_TEXT_XLSX_ZIP_H

#include "text/input.h"

enum { PARLEY_XLSX_ZIP_PARTS = 65536 };

typedef struct parley_xlsx_zip_entry {
  const char *name; /* not terminated, in the directory */
  size_t name_length;
  uint64_t at, packed, size; /* at: of its local header */
  uint32_t checksum;
  unsigned method, flags;
} parley_xlsx_zip_entry;

typedef struct parley_xlsx_zip {
  const parley_input *input;
  uint64_t size;
  unsigned char *directory;
  parley_xlsx_zip_entry *entries; /* by name */
  size_t count;
} parley_xlsx_zip;

bool parley_xlsx_zip_open(parley_xlsx_zip *zip, const parley_input *input, parley_error *err);

/* The part of a name, in any case of letters; NULL: there is none. */
const parley_xlsx_zip_entry *parley_xlsx_zip_find(const parley_xlsx_zip *zip, const char *name, size_t length);

void parley_xlsx_zip_close(parley_xlsx_zip *zip);

/* For the parts. Reads bytes at a place of the file; fails where it ends before. */
bool parley_xlsx_zip_bytes(const parley_xlsx_zip *zip, uint64_t at, void *buffer, size_t size, parley_error *err);

/* Numbers with the lowest byte first. */
static inline unsigned parley_xlsx_u16(const unsigned char *p) { return p[0] | (unsigned)p[1] << 8; }
static inline uint32_t parley_xlsx_u32(const unsigned char *p) {
  return parley_xlsx_u16(p) | (uint32_t)parley_xlsx_u16(p + 2) << 16;
}
static inline uint64_t parley_xlsx_u64(const unsigned char *p) {
  return parley_xlsx_u32(p) | (uint64_t)parley_xlsx_u32(p + 4) << 32;
}

#endif
