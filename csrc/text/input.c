/*
** A chain of stages, each asking the one before it: source, gzip, encoding, marks at the start, window. A stage that
** has nothing to do is not there, so that plain UTF-8 goes from the source to the window in one copy.
**
** R5  A stage reads into the buffer of the next one wherever it can: gzip and iconv alone have buffers of their own, of
**     64 kB.
*/
#define _POSIX_C_SOURCE 200809L

#include "text/input.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <iconv.h>
#include <zlib.h>

#include "base/buffer.h"
#include "base/utf8_watch.h"

enum { CHUNK = 64 * 1024, LOOK = 4, FIRST_LOOK = 4096 };

/* ---- source ---- */

/* A signal may interrupt a read from a pipe before it has got anything. */
static ptrdiff_t read_file(parley_input *in, char *buffer, size_t size, parley_error *err) {
  for (;;) {
    ssize_t got = read(in->file, buffer, size);
    if (got >= 0) return got;
    if (errno == EINTR) continue;
    parley_fail(err, parley_error_of_errno(errno), "%s", strerror(errno));
    parley_fail_about(err, "cannot_read", "path=%s", in->name);
    return -1;
  }
}

static ptrdiff_t read_memory(parley_input *in, char *buffer, size_t size) {
  size_t count = size < in->memory_left ? size : in->memory_left;
  if (count == 0) return 0;
  memcpy(buffer, in->memory, count);
  in->memory += count;
  in->memory_left -= count;
  return (ptrdiff_t)count;
}

/* `taken` is what a progress bar divides by `size`. */
static ptrdiff_t read_source(parley_input *in, char *buffer, size_t size, parley_error *err) {
  ptrdiff_t got = in->read != NULL ? in->read(in->context, buffer, size, err)
                  : in->file >= 0  ? read_file(in, buffer, size, err)
                                   : read_memory(in, buffer, size);
  if (got > 0) in->taken += got;
  return got;
}

/* ---- stages ---- */

static bool stage_open(parley_input_stage *stage, size_t size, parley_error *err) {
  stage->bytes = parley_alloc(NULL, size);
  return stage->bytes != NULL || parley_no_memory(err);
}

/* Moves bytes on from a stage: as many as there are and as fit. Gives 0 where nothing is left, which is not the end
   of the text: `final` says that. */
static size_t stage_take(parley_input_stage *stage, char *buffer, size_t size) {
  size_t count = stage->end - stage->at;
  if (count > size) count = size;
  if (count > 0) memcpy(buffer, stage->bytes + stage->at, count);
  stage->at += count;
  return count;
}

/* Moves the rest of a stage to its front, to make room behind it. memmove: ranges overlap. */
static void stage_pack(parley_input_stage *stage) {
  stage->end -= stage->at;
  if (stage->end > 0) memmove(stage->bytes, stage->bytes + stage->at, stage->end);
  stage->at = 0;
}

typedef ptrdiff_t stage_reader(parley_input *in, char *buffer, size_t size, parley_error *err);

/* Adds bytes from the stage before until `least` are there, or there will be no more. `least` may be more than there
   will ever be: the end of the text ends the loop. */
static bool stage_fill(parley_input_stage *stage, size_t least, size_t size, stage_reader *read, parley_input *in,
                       parley_error *err) {
  stage_pack(stage);
  while (stage->end < least && !stage->final) {
    ptrdiff_t got = read(in, stage->bytes + stage->end, size - stage->end, err);
    if (got < 0) return false;
    stage->end += (size_t)got;
    stage->final = got == 0;
  }
  return true;
}

/* ---- gzip ---- */

typedef struct parley_gzip {
  z_stream stream;
  bool between; /* a member has ended, and no other has begun */
} parley_gzip;

/* 16 + MAX_WBITS: the header has to be gzip's, and its checksum is verified. */
static bool gzip_open(parley_input *in, parley_error *err) {
  if (in->raw.end < 2 || memcmp(in->raw.bytes, "\x1F\x8B", 2) != 0) return true;
  parley_gzip *gzip = parley_alloc(NULL, sizeof *gzip);
  if (gzip == NULL) return parley_no_memory(err);
  memset(gzip, 0, sizeof *gzip);
  if (inflateInit2(&gzip->stream, 16 + MAX_WBITS) != Z_OK) {
    parley_alloc(gzip, 0);
    return parley_no_memory(err);
  }
  in->gzip = gzip;
  return true;
}

static void gzip_close(parley_gzip *gzip) {
  if (gzip == NULL) return;
  inflateEnd(&gzip->stream);
  parley_alloc(gzip, 0);
}

/* `words` are zlib's, or NULL. Always false. */
static bool gzip_failed(const parley_input *in, const char *key, const char *words, parley_error *err) {
  if (words != NULL) parley_fail(err, PARLEY_ERROR_IO, "%s", words);
  else parley_fail_key(err, key);
  return parley_fail_about(err, "cannot_unpack", "path=%s", in->name);
}

/* Between members: zeros are padding, all else has to be a member. Files put together by cat, and padded by tapes. */
static bool gzip_next_member(parley_input *in) {
  while (in->raw.at < in->raw.end && in->raw.bytes[in->raw.at] == '\0') in->raw.at++;
  if (in->raw.at == in->raw.end) return false;
  inflateReset(&in->gzip->stream);
  in->gzip->between = false;
  return true;
}

/* Unpacks what is at hand. Z_BUF_ERROR is no progress for want of input or room: the loop goes on with more. */
static bool gzip_step(parley_input *in, parley_error *err) {
  z_stream *stream = &in->gzip->stream;
  if (in->raw.at == in->raw.end) return gzip_failed(in, "io.cut", NULL, err);
  stream->next_in = (Bytef *)(in->raw.bytes + in->raw.at);
  stream->avail_in = (uInt)(in->raw.end - in->raw.at);
  int status = inflate(stream, Z_NO_FLUSH);
  in->raw.at = in->raw.end - stream->avail_in;
  if (status == Z_STREAM_END) in->gzip->between = true;
  if (status == Z_STREAM_END || status == Z_OK || status == Z_BUF_ERROR) return true;
  if (status == Z_MEM_ERROR) return parley_no_memory(err);
  return gzip_failed(in, "io.damaged", stream->msg, err);
}

/* What was looked at for gzip's first bytes comes first. */
static ptrdiff_t read_raw(parley_input *in, char *buffer, size_t size, parley_error *err) {
  size_t left = stage_take(&in->raw, buffer, size);
  if (left > 0 || in->raw.final) return (ptrdiff_t)left;
  return read_source(in, buffer, size, err);
}

/* Until at least one byte is out, as 0 would be the end. */
static ptrdiff_t read_gzip(parley_input *in, char *buffer, size_t size, parley_error *err) {
  uInt room = size < UINT_MAX ? (uInt)size : UINT_MAX;
  in->gzip->stream.next_out = (Bytef *)buffer;
  in->gzip->stream.avail_out = room;
  while (in->gzip->stream.avail_out == room) {
    if (in->raw.at == in->raw.end && !stage_fill(&in->raw, 1, CHUNK, read_source, in, err)) return -1;
    if (in->gzip->between && !gzip_next_member(in)) {
      if (in->raw.final) return 0;
      continue;
    }
    if (!gzip_step(in, err)) return -1;
  }
  return (ptrdiff_t)(room - in->gzip->stream.avail_out);
}

static ptrdiff_t read_bytes(parley_input *in, char *buffer, size_t size, parley_error *err) {
  return in->gzip != NULL ? read_gzip(in, buffer, size, err) : read_raw(in, buffer, size, err);
}

/* ---- encoding ---- */

/* `done` counts what has gone in and the lines that have come out, for the places of faults. */
typedef struct parley_decoder {
  parley_utf8_watch watch;
  bool begun;
  iconv_t converter;
  size_t unit; /* bytes that are left out after a fault */
  parley_input_stage from, to;
  int64_t done, lines;
  bool after_cr;
} parley_decoder;

static const char replacement[] = "\xEF\xBF\xBD";

static bool is_named(const char *encoding, const char *name) {
  return strncasecmp(encoding, name, strlen(name)) == 0;
}

/* How wide the smallest character of an encoding is. */
static size_t unit_of(const char *encoding) {
  if (is_named(encoding, "utf-32") || is_named(encoding, "utf32") || is_named(encoding, "ucs-4")) return 4;
  return is_named(encoding, "utf-16") || is_named(encoding, "utf16") || is_named(encoding, "ucs-2") ? 2 : 1;
}

/* The descriptor is the input's and closed with it, whatever opens after it fails. */
static bool decoder_open(parley_input *in, parley_error *err) {
  parley_decoder *d = parley_alloc(NULL, sizeof *d);
  if (d == NULL) return parley_no_memory(err);
  memset(d, 0, sizeof *d);
  d->unit = unit_of(in->encoding);
  d->converter = iconv_open("UTF-8", in->encoding);
  if (d->converter == (iconv_t)-1) {
    parley_alloc(d, 0);
    return parley_fail_with(err, "no_name.encoding", "name=%s", in->encoding);
  }
  in->decoder = d;
  return stage_open(&d->from, CHUNK, err) && stage_open(&d->to, CHUNK, err);
}

static void decoder_close(parley_decoder *d) {
  if (d == NULL) return;
  iconv_close(d->converter);
  parley_alloc(d->from.bytes, 0);
  parley_alloc(d->to.bytes, 0);
  parley_alloc(d, 0);
}

/* Whether characters of the encoding have two bytes or more beyond ASCII, which can look like UTF-8 for a while. */
static bool has_pairs(const char *encoding) {
  static const char *const names[] = {"gb", "big5", "euc", "shift", "sjis", "cp9", "ms9", "windows-9", "windows-31",
                                      "johab", "hz", "iso-2022", "uhc", "ksc", "ks_c", NULL};
  for (const char *const *name = names; *name != NULL; name++) {
    if (is_named(encoding, *name)) return true;
  }
  return false;
}

enum { ENOUGH_PAIRS = 8 }; /* characters that are UTF-8 by chance, in a row without one that is not */

/* Notes that the whole text was UTF-8, whatever is stated. */
static void decoder_judge(parley_input *in) {
  const parley_decoder *d = in->decoder;
  int64_t enough = has_pairs(in->encoding) ? ENOUGH_PAIRS : 1;
  in->is_utf8 = d->unit == 1 && parley_utf8_watch_sound(&d->watch) && d->watch.characters >= enough;
}

/* Refuses a text that by its first bytes is not what is stated. */
static bool decoder_begin(parley_input *in, parley_error *err) {
  parley_decoder *d = in->decoder;
  const char *bytes = d->from.bytes + d->from.at;
  size_t count = d->from.end - d->from.at;
  d->begun = true;
  if (count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    return parley_fail_with(err, "bad_encoding.mark", "path=%s encoding=%s", in->name, in->encoding);
  }
  if (d->unit > 1 && count > 0 && memchr(bytes, '\0', count) == NULL) {
    return parley_fail_with(err, "bad_encoding.not_wide", "path=%s encoding=%s", in->name, in->encoding);
  }
  return true;
}

/* As read_bytes, and looks whether the bytes are UTF-8 after all. */
static ptrdiff_t read_watched(parley_input *in, char *buffer, size_t size, parley_error *err) {
  ptrdiff_t got = read_bytes(in, buffer, size, err);
  if (got > 0) parley_utf8_watch_add(&in->decoder->watch, buffer, (size_t)got);
  return got;
}

/* Counts what has been converted since: from and to the positions before. */
static void decoder_count(parley_decoder *d, size_t from, size_t to) {
  d->done += (int64_t)(d->from.at - from);
  d->lines += parley_input_count_lines(d->to.bytes + to, d->to.end - to, &d->after_cr);
}

/* The bytes that cannot be converted become one U+FFFD. */
static void decoder_fault(parley_input *in, size_t count) {
  parley_decoder *d = in->decoder;
  parley_input_fault place = {.line = d->lines + 1, .offset = d->done};
  parley_input_faults_note(&in->faults, &place, d->from.bytes + d->from.at, count, 0);
  memcpy(d->to.bytes + d->to.end, replacement, 3);
  d->to.end += 3;
  d->from.at += count;
  d->done += (int64_t)count;
  d->after_cr = false;
}

/* Converts what is at hand, or ends the text when nothing is. EINVAL: a character is cut off at the end of what is
   at hand; more comes, or the text ends in its midst. E2BIG: the room is full, and the rest waits. */
static void decoder_step(parley_input *in) {
  parley_decoder *d = in->decoder;
  char *from = d->from.bytes + d->from.at, *to = d->to.bytes + d->to.end;
  size_t left = d->from.end - d->from.at, room = CHUNK - 3 - d->to.end; /* 3: the replacement fits whatever happens */
  size_t at = d->from.at, end = d->to.end;
  bool last = left == 0;
  size_t status = last ? iconv(d->converter, NULL, NULL, &to, &room) : iconv(d->converter, &from, &left, &to, &room);
  int problem = status == (size_t)-1 ? errno : 0;
  d->from.at = d->from.end - left;
  d->to.end = (size_t)(to - d->to.bytes);
  decoder_count(d, at, end);
  if (problem == EILSEQ) decoder_fault(in, left < d->unit ? left : d->unit);
  else if (problem == EINVAL && d->from.final) decoder_fault(in, left);
  d->to.final = last;
}

/* Ends: each turn adds bytes, converts some, or marks the end. */
static ptrdiff_t read_decoded(parley_input *in, char *buffer, size_t size, parley_error *err) {
  parley_decoder *d = in->decoder;
  if (d == NULL) return read_bytes(in, buffer, size, err);
  while (d->to.at == d->to.end && !d->to.final) {
    d->to.at = d->to.end = 0;
    /* one byte more than is left over: that was too little for a character */
    size_t least = d->begun ? d->from.end - d->from.at + 1 : FIRST_LOOK;
    if (!stage_fill(&d->from, least, CHUNK, read_watched, in, err)) return -1;
    if (!d->begun && !decoder_begin(in, err)) return -1;
    decoder_step(in);
  }
  if (d->to.final) decoder_judge(in);
  return (ptrdiff_t)stage_take(&d->to, buffer, size);
}

/* ---- the start of the text ---- */

static bool refuse_utf16(const parley_input *in, const char *encoding, parley_error *err) {
  return parley_fail_with(err, "bad_encoding.wide", "path=%s encoding=%s", in->name, encoding);
}

/* A mark at the start states the encoding: what has been looked at goes through a decoder from here on. */
static bool obey_mark(parley_input *in, const char *encoding, parley_error *err) {
  if (!parley_input_encoding(in, encoding, err)) return false;
  parley_input_stage *from = &in->decoder->from;
  from->end = stage_take(&in->head, from->bytes, CHUNK);
  from->final = in->head.final;
  parley_utf8_watch_add(&in->decoder->watch, from->bytes, from->end);
  in->head.at = in->head.end = 0;
  in->head.final = false;
  in->decoder->begun = true;
  return stage_fill(&in->head, LOOK, LOOK, read_decoded, in, err);
}

/* Drops a mark, takes the encoding that one states, and refuses what is plainly a wider encoding without one. */
static bool check_marks(parley_input *in, parley_error *err) {
  const char *b = in->head.bytes;
  size_t n = in->head.end;
  if (n >= 3 && memcmp(b, "\xEF\xBB\xBF", 3) == 0) in->head.at = 3;
  if (in->decoder != NULL || n < 2) return true;
  if (n == 4 && memcmp(b, "\xFF\xFE\0\0", 4) == 0) return obey_mark(in, "utf-32", err);
  if (memcmp(b, "\xFF\xFE", 2) == 0 || memcmp(b, "\xFE\xFF", 2) == 0) return obey_mark(in, "utf-16", err);
  if (n < 4) return true;
  if (memcmp(b, "\0\0\xFE\xFF", 4) == 0) return obey_mark(in, "utf-32", err);
  if (b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0) return refuse_utf16(in, "utf-16le", err);
  if (b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0) return refuse_utf16(in, "utf-16be", err);
  return true;
}

/* At the first read and not at opening, so that opening does not wait for a pipe. */
static bool start(parley_input *in, parley_error *err) {
  in->started = true;
  if (!stage_open(&in->raw, CHUNK, err) || !stage_open(&in->head, LOOK, err)) return false;
  return stage_fill(&in->raw, 2, CHUNK, read_source, in, err) && gzip_open(in, err) &&
         stage_fill(&in->head, LOOK, LOOK, read_decoded, in, err) && check_marks(in, err);
}

ptrdiff_t parley_input_read(parley_input *in, char *buffer, size_t size, parley_error *err) {
  if (!in->started && !start(in, err)) return -1;
  size_t head = stage_take(&in->head, buffer, size);
  if (head > 0 || in->head.final) return (ptrdiff_t)head;
  return read_decoded(in, buffer, size, err);
}

/* ---- opening and closing ---- */

static char *copy_text(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = parley_alloc(NULL, size);
  return copy == NULL ? NULL : memcpy(copy, text, size);
}

static bool input_open(parley_input *in, const char *name, parley_error *err) {
  in->file = -1;
  in->size = -1;
  in->name = copy_text(name);
  return in->name != NULL || parley_no_memory(err);
}

/* Opening a pipe would wait for its writer, so its kind is looked at before. Imports read a text twice, for its
   profile and for its rows. */
static bool is_no_pipe(const char *path, parley_error *err) {
  struct stat about;
  if (stat(path, &about) != 0 || S_ISREG(about.st_mode) || S_ISDIR(about.st_mode)) return true;
  return parley_fail_with(err, "not_seekable", "path=%s", path);
}

/* O_CLOEXEC: programs that the host starts do not inherit it. */
bool parley_input_file(parley_input *in, const char *path, parley_error *err) {
  bool standard = strcmp(path, "-") == 0;
  if (!input_open(in, standard ? "standard input" : path, err)) return false;
  if (!standard && !is_no_pipe(path, err)) return false;
  in->file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  in->owns_file = !standard;
  struct stat about;
  if (in->file < 0 || fstat(in->file, &about) != 0) {
    if (errno == ENOENT) parley_fail_key(err, "missing_file.read");
    else parley_fail(err, parley_error_of_errno(errno), "%s", strerror(errno));
    return parley_fail_about(err, "cannot_open", "path=%s", path);
  }
  if (S_ISDIR(about.st_mode)) return parley_fail_with(err, "is_folder.read", "path=%s", in->name);
  if (S_ISREG(about.st_mode)) in->size = about.st_size;
  return true;
}

bool parley_input_memory(parley_input *in, const char *name, const char *bytes, size_t length, parley_error *err) {
  if (!input_open(in, name, err)) return false;
  in->memory = bytes;
  in->memory_left = length;
  in->size = (int64_t)length;
  return true;
}

bool parley_input_callback(parley_input *in, const char *name, parley_input_read_bytes read, void *context,
                           parley_error *err) {
  if (!input_open(in, name, err)) return false;
  in->read = read;
  in->context = context;
  return true;
}

/* Without a name nothing is converted, only checked by the readers. */
bool parley_input_encoding(parley_input *in, const char *encoding, parley_error *err) {
  if (encoding == NULL || strcasecmp(encoding, "utf-8") == 0 || strcasecmp(encoding, "utf8") == 0) return true;
  /* after a '/' some converters take orders to guess or to leave out */
  if (strchr(encoding, '/') != NULL) {
    return parley_fail_with(err, "no_name.encoding_slash", "name=%s", encoding);
  }
  in->encoding = copy_text(encoding);
  return in->encoding != NULL ? decoder_open(in, err) : parley_no_memory(err);
}

/* As often as called; also what was opened halfway. */
void parley_input_close(parley_input *in) {
  if (in->owns_file && in->file >= 0) close(in->file);
  gzip_close(in->gzip);
  decoder_close(in->decoder);
  parley_alloc(in->raw.bytes, 0);
  parley_alloc(in->head.bytes, 0);
  parley_alloc(in->encoding, 0);
  parley_alloc(in->name, 0);
  *in = (parley_input){.file = -1, .size = -1};
}
