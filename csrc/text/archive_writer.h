/*
** A ZIP archive written to a sink as it comes, one part after the other: what workbooks are kept in.
**
** Z1  Parts are deflated while they are written, so that memory does not grow with them. Their sizes stand behind them
**     and in the directory at the end, as the sink is never gone back in.
** Z2  The same parts give the same bytes, on any day and machine whose zlib is the same: no time is written.
** Z3  An archive, and each part of it, is shorter than 4 GiB, or it fails with too_large.
**
** Knows no Lua.
*/
#ifndef PARLEY_TEXT_ARCHIVE_WRITER_H
#define PARLEY_TEXT_ARCHIVE_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <zlib.h>

#include "base/error.h"

/* Takes bytes; false: it failed, and says why elsewhere. */
typedef bool parley_archive_sink(void *data, const void *bytes, size_t length);

enum { PARLEY_ARCHIVE_PARTS = 64, PARLEY_ARCHIVE_NAME = 64 };

typedef struct parley_archive_part {
  char name[PARLEY_ARCHIVE_NAME];
  uint32_t at, crc, packed, size;
} parley_archive_part;

/* All zero but for its sink: empty. What it holds is given back by parley_archive_free. */
typedef struct parley_archive {
  parley_archive_sink *sink;
  void *sink_data;
  bool sink_failed;
  bool deflating, open; /* zlib's state is there; a part is being written */
  z_stream stream;
  uint64_t at, size; /* bytes written so far, and bytes of the part at hand */
  int count;
  parley_archive_part parts[PARLEY_ARCHIVE_PARTS];
  unsigned char out[1 << 15];
} parley_archive;

/* Each fails with err, or with sink_failed set and no err. A part ends where the next begins, or with the archive. */
bool parley_archive_begin(parley_archive *archive, const char *name, parley_error *err);
bool parley_archive_write(parley_archive *archive, const char *bytes, size_t length, parley_error *err);
bool parley_archive_finish(parley_archive *archive, parley_error *err);

void parley_archive_free(parley_archive *archive);

#endif
