/*
** One part of a container as a stream of bytes.
**
** P1  What stands in front of a part has to name the same part, and nothing else of it is believed.
** P2  A part is stored or deflated. It has to give as many bytes as its entry says, with its checksum.
** P3  Refused: a part that is encrypted or packed in another way, one that grows more than PARLEY_XLSX_PART_RATIO-fold
**     behind its first PARLEY_XLSX_PART_FREE bytes, or beyond PARLEY_XLSX_PART_MOST.
**
** Ownership: the caller owns the struct, all zero at first, and gives back what it holds with parley_xlsx_part_close,
** also after a failure. The container stays open as long.
*/
#ifndef PARLEY_TEXT_XLSX_PART_H
#define PARLEY_TEXT_XLSX_PART_H

#include "text/xlsx_zip.h"

#define PARLEY_XLSX_PART_RATIO 250
#define PARLEY_XLSX_PART_FREE ((uint64_t)32 * 1024 * 1024)
#define PARLEY_XLSX_PART_MOST ((uint64_t)16 * 1024 * 1024 * 1024)

typedef struct parley_xlsx_part {
  const parley_xlsx_zip *zip;
  const parley_xlsx_zip_entry *entry;
  uint64_t at, left;    /* of its packed bytes in the file */
  uint64_t done;        /* bytes given */
  uint32_t checksum;    /* of those */
  struct parley_xlsx_inflater *inflater; /* NULL: stored */
} parley_xlsx_part;

bool parley_xlsx_part_open(parley_xlsx_part *part, const parley_xlsx_zip *zip, const parley_xlsx_zip_entry *entry,
                           parley_error *err);

/* As parley_input_read_bytes. The end is told only where size and checksum are right. */
ptrdiff_t parley_xlsx_part_read(parley_xlsx_part *part, char *buffer, size_t size, parley_error *err);

void parley_xlsx_part_close(parley_xlsx_part *part);

#endif
