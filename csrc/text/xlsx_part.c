/*
** The bytes of one part. Packed bytes come in pieces of 64 kB; what is unpacked goes straight into the reader's buffer,
** and is counted and summed on its way.
*/
#include "text/xlsx_part.h"

#include <limits.h>
#include <string.h>

#include <zlib.h>

#include "base/memory.h"

enum { PIECE = 64 * 1024, LOCAL = 30, ENCRYPTED = 1, STORED = 0, DEFLATED = 8 };

typedef struct parley_xlsx_inflater {
  z_stream stream;
  bool ended;
  unsigned char bytes[PIECE];
} parley_xlsx_inflater;

/* A failure of the part, with its name and the file's in front. */
static bool refuse(const parley_xlsx_part *part, const char *key, parley_error *err) {
  int length = part->entry->name_length < 200 ? (int)part->entry->name_length : 200;
  parley_fail_key(err, key);
  return parley_fail_about(err, "part_of_workbook", "path=%s part=%.*s", part->zip->input->name, length,
                           part->entry->name);
}

/* ---- opening ---- */

static bool open_inflater(parley_xlsx_part *part, parley_error *err) {
  parley_xlsx_inflater *inflater = parley_alloc(NULL, sizeof *inflater);
  if (inflater == NULL) return parley_no_memory(err);
  memset(&inflater->stream, 0, sizeof inflater->stream);
  inflater->ended = false;
  if (inflateInit2(&inflater->stream, -MAX_WBITS) != Z_OK) {
    parley_alloc(inflater, 0);
    return parley_no_memory(err);
  }
  part->inflater = inflater;
  return true;
}

/* What stands in front of the part in the file has a length of its own. */
static bool find_bytes(parley_xlsx_part *part, parley_error *err) {
  unsigned char local[LOCAL];
  char name[256];
  const parley_xlsx_zip_entry *e = part->entry;
  if (!parley_xlsx_zip_bytes(part->zip, e->at, local, LOCAL, err)) return false;
  size_t length = parley_xlsx_u16(local + 26), extra = parley_xlsx_u16(local + 28);
  bool same = memcmp(local, "PK\3\4", 4) == 0 && length == e->name_length && length <= sizeof name;
  if (same && !parley_xlsx_zip_bytes(part->zip, e->at + LOCAL, name, length, err)) return false;
  if (!same || memcmp(name, e->name, length) != 0) return refuse(part, "corrupt.zip_header", err);
  part->at = e->at + LOCAL + length + extra;
  part->left = e->packed;
  return part->at + part->left <= part->zip->size || refuse(part, "corrupt.zip_header", err);
}

bool parley_xlsx_part_open(parley_xlsx_part *part, const parley_xlsx_zip *zip, const parley_xlsx_zip_entry *entry,
                           parley_error *err) {
  *part = (parley_xlsx_part){.zip = zip, .entry = entry};
  if (entry->flags & ENCRYPTED) return refuse(part, "bad_encoding.encrypted_part", err);
  if (entry->method != STORED && entry->method != DEFLATED) {
    return refuse(part, "bad_encoding.packing", err);
  }
  if (entry->size > PARLEY_XLSX_PART_MOST) return refuse(part, "too_large.part", err);
  part->checksum = (uint32_t)crc32(0, NULL, 0);
  return find_bytes(part, err) && (entry->method == STORED || open_inflater(part, err));
}

/* ---- reading ---- */

static ptrdiff_t read_stored(parley_xlsx_part *part, char *buffer, size_t size, parley_error *err) {
  if (size > part->left) size = (size_t)part->left;
  if (!parley_xlsx_zip_bytes(part->zip, part->at, buffer, size, err)) return -1;
  part->at += size;
  part->left -= size;
  return (ptrdiff_t)size;
}

static bool feed(parley_xlsx_part *part, parley_error *err) {
  parley_xlsx_inflater *inflater = part->inflater;
  if (inflater->stream.avail_in > 0) return true;
  size_t size = part->left < PIECE ? (size_t)part->left : PIECE;
  if (size == 0) return refuse(part, "corrupt.zip_part", err);
  if (!parley_xlsx_zip_bytes(part->zip, part->at, inflater->bytes, size, err)) return false;
  inflater->stream.next_in = inflater->bytes;
  inflater->stream.avail_in = (uInt)size;
  part->at += size;
  part->left -= size;
  return true;
}

/* Until at least one byte is out, as 0 would be the end. */
static ptrdiff_t read_deflated(parley_xlsx_part *part, char *buffer, size_t size, parley_error *err) {
  parley_xlsx_inflater *inflater = part->inflater;
  z_stream *stream = &inflater->stream;
  uInt room = size < UINT_MAX ? (uInt)size : UINT_MAX;
  stream->next_out = (Bytef *)buffer;
  stream->avail_out = room;
  while (stream->avail_out == room && !inflater->ended) {
    if (!feed(part, err)) return -1;
    int status = inflate(stream, Z_NO_FLUSH);
    inflater->ended = status == Z_STREAM_END;
    if (status == Z_MEM_ERROR) return parley_no_memory(err) ? 0 : -1;
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      refuse(part, "corrupt.zip_part", err);
      return -1;
    }
  }
  return (ptrdiff_t)(room - stream->avail_out);
}

/* Packed bytes so far. */
static uint64_t packed_so_far(const parley_xlsx_part *part) {
  uint64_t waiting = part->inflater != NULL ? part->inflater->stream.avail_in : 0;
  return part->entry->packed - part->left - waiting;
}

/* P2 and P3, for what has come. */
static bool check_bytes(parley_xlsx_part *part, const char *bytes, size_t count, parley_error *err) {
  part->done += count;
  part->checksum = (uint32_t)crc32(part->checksum, (const Bytef *)bytes, (uInt)count);
  if (part->done > part->entry->size) return refuse(part, "corrupt.zip_size", err);
  bool bomb = part->done > PARLEY_XLSX_PART_FREE && part->done / PARLEY_XLSX_PART_RATIO > packed_so_far(part);
  return !bomb || refuse(part, "too_large.ratio", err);
}

static bool check_end(const parley_xlsx_part *part, parley_error *err) {
  if (part->done != part->entry->size) return refuse(part, "corrupt.zip_size", err);
  return part->checksum == part->entry->checksum || refuse(part, "corrupt.zip_checksum", err);
}

ptrdiff_t parley_xlsx_part_read(parley_xlsx_part *part, char *buffer, size_t size, parley_error *err) {
  bool packed = part->inflater != NULL;
  ptrdiff_t got = packed ? read_deflated(part, buffer, size, err) : read_stored(part, buffer, size, err);
  if (got < 0) return -1;
  if (got == 0) return check_end(part, err) ? 0 : -1;
  return check_bytes(part, buffer, (size_t)got, err) ? got : -1;
}

void parley_xlsx_part_close(parley_xlsx_part *part) {
  if (part->inflater != NULL) {
    inflateEnd(&part->inflater->stream);
    parley_alloc(part->inflater, 0);
  }
  *part = (parley_xlsx_part){.left = 0};
}
