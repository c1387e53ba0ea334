/* Numbers of the format are little-endian, whatever the machine's order. */
#include "text/archive_writer.h"

#include <string.h>

/* ---- bytes ---- */

enum { LOCAL = 0x04034b50, BEHIND = 0x08074b50, DIRECTORY = 0x02014b50, END = 0x06054b50 };
enum {
  VERSION = 20,
  FLAGS = 0x0808, /* sizes stand behind the part; names are UTF-8 */
  DEFLATED = 8,
  FIRST_DAY = 0x0021 /* 1 January 1980, where the format's days begin */
};

typedef struct fields {
  unsigned char bytes[64];
  size_t used;
} fields;

static void put(fields *to, uint32_t value, int width) {
  for (int i = 0; i < width; i++) to->bytes[to->used++] = (unsigned char)(value >> (8 * i));
}

static bool hand_on(parley_archive *archive, const void *bytes, size_t length) {
  if (!archive->sink(archive->sink_data, bytes, length)) {
    archive->sink_failed = true;
    return false;
  }
  archive->at += length;
  return true;
}

/* Z3: places and sizes have 32 bits. */
static bool check_size(const parley_archive *archive, parley_error *err) {
  if (archive->at <= UINT32_MAX - (1 << 20) && archive->size <= UINT32_MAX) return true;
  return parley_fail_key(err, "too_large.archive");
}

/* ---- deflating ---- */

static bool deflate_out(parley_archive *archive, int flush, parley_error *err) {
  z_stream *stream = &archive->stream;
  int status = Z_OK;
  do {
    stream->next_out = archive->out;
    stream->avail_out = sizeof archive->out;
    status = deflate(stream, flush);
    size_t made = sizeof archive->out - stream->avail_out;
    if (made > 0 && !hand_on(archive, archive->out, made)) return false;
    if (!check_size(archive, err)) return false;
  } while (stream->avail_out == 0 || (flush == Z_FINISH && status == Z_OK));
  return true;
}

static bool begin_deflating(parley_archive *archive, parley_error *err) {
  if (archive->deflating) return deflateReset(&archive->stream) == Z_OK;
  int status = deflateInit2(&archive->stream, 4, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  if (status != Z_OK) return parley_no_memory(err);
  archive->deflating = true;
  return true;
}

/* ---- parts ---- */

static bool end_part(parley_archive *archive, parley_error *err) {
  if (!archive->open) return true;
  parley_archive_part *part = &archive->parts[archive->count - 1];
  archive->stream.avail_in = 0;
  if (!deflate_out(archive, Z_FINISH, err)) return false;
  archive->open = false;
  part->packed = (uint32_t)archive->stream.total_out;
  part->size = (uint32_t)archive->size;
  fields behind = {.used = 0};
  put(&behind, BEHIND, 4);
  put(&behind, part->crc, 4);
  put(&behind, part->packed, 4);
  put(&behind, part->size, 4);
  return hand_on(archive, behind.bytes, behind.used);
}

/* What the head of a part and its entry in the directory have in common. */
static void put_facts(fields *to, const parley_archive_part *part, bool known) {
  put(to, VERSION, 2);
  put(to, FLAGS, 2);
  put(to, DEFLATED, 2);
  put(to, 0, 2);
  put(to, FIRST_DAY, 2);
  put(to, known ? part->crc : 0, 4);
  put(to, known ? part->packed : 0, 4);
  put(to, known ? part->size : 0, 4);
  put(to, (uint32_t)strlen(part->name), 2);
  put(to, 0, 2);
}

bool parley_archive_begin(parley_archive *archive, const char *name, parley_error *err) {
  if (!end_part(archive, err)) return false;
  size_t length = strlen(name);
  if (archive->count == PARLEY_ARCHIVE_PARTS || length >= PARLEY_ARCHIVE_NAME) {
    return parley_fail_key(err, "misuse.archive_part");
  }
  if (!begin_deflating(archive, err)) return false;
  parley_archive_part *part = &archive->parts[archive->count++];
  *part = (parley_archive_part){.at = (uint32_t)archive->at, .crc = (uint32_t)crc32(0, NULL, 0)};
  memcpy(part->name, name, length + 1);
  archive->open = true;
  archive->size = 0;
  fields head = {.used = 0};
  put(&head, LOCAL, 4);
  put_facts(&head, part, false);
  return hand_on(archive, head.bytes, head.used) && hand_on(archive, name, length);
}

bool parley_archive_write(parley_archive *archive, const char *bytes, size_t length, parley_error *err) {
  if (!archive->open) return parley_fail_key(err, "misuse.archive_part");
  parley_archive_part *part = &archive->parts[archive->count - 1];
  while (length > 0) {
    uInt piece = length < (1u << 30) ? (uInt)length : 1u << 30;
    part->crc = (uint32_t)crc32(part->crc, (const Bytef *)bytes, piece);
    archive->size += piece;
    archive->stream.next_in = (Bytef *)bytes;
    archive->stream.avail_in = piece;
    if (!deflate_out(archive, Z_NO_FLUSH, err)) return false;
    bytes += piece;
    length -= piece;
  }
  return true;
}

/* ---- the end ---- */

static bool put_directory(parley_archive *archive) {
  for (int i = 0; i < archive->count; i++) {
    const parley_archive_part *part = &archive->parts[i];
    fields entry = {.used = 0};
    put(&entry, DIRECTORY, 4);
    put(&entry, VERSION, 2);
    put_facts(&entry, part, true);
    put(&entry, 0, 2); /* no comment, the first disk, no attributes */
    put(&entry, 0, 2);
    put(&entry, 0, 2);
    put(&entry, 0, 4);
    put(&entry, part->at, 4);
    if (!hand_on(archive, entry.bytes, entry.used)) return false;
    if (!hand_on(archive, part->name, strlen(part->name))) return false;
  }
  return true;
}

bool parley_archive_finish(parley_archive *archive, parley_error *err) {
  if (!end_part(archive, err)) return false;
  uint32_t from = (uint32_t)archive->at;
  if (!put_directory(archive)) return false;
  fields end = {.used = 0};
  put(&end, END, 4);
  put(&end, 0, 4);
  put(&end, (uint32_t)archive->count, 2);
  put(&end, (uint32_t)archive->count, 2);
  put(&end, (uint32_t)archive->at - from, 4);
  put(&end, from, 4);
  put(&end, 0, 2);
  return hand_on(archive, end.bytes, end.used);
}

void parley_archive_free(parley_archive *archive) {
  if (archive->deflating) deflateEnd(&archive->stream);
  archive->deflating = archive->open = false;
}
