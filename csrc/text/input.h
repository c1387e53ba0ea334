/*
** Bytes in: a file, standard input, memory or a callback as one stream of UTF-8. A gzip stream is unpacked, a named
** encoding is converted, a byte order mark is dropped; then a window on the stream serves the readers, which need
** whole records side by side. Knows no Lua and no format.
**
** R1  Gzip is known by its first two bytes, whatever the name. Several gzip members in a row are one text.
** R2  Nothing is guessed: without a stated encoding the text is UTF-8. A mark of UTF-16 or UTF-32 at the start states
**     that encoding; without one, UTF-16 is refused by its look. UTF-8 that is stated to be something else is refused:
**     at its mark, or at its end, when all of it was UTF-8 and more than ASCII.
** R3  Bytes that the stated encoding does not know become U+FFFD and are noted as faults, with their places; the
**     reader goes on, so that a message can name several. Who reads decides what to do about them.
** R4  A line ends with LF, CRLF or CR.
**
** Ownership: the caller owns the structs, and gives back what they hold with _close, also after a failure. An input
** must stay where it is while it is open. A window does not own its input.
*/
#ifndef PARLEY_TEXT_INPUT_H
#define PARLEY_TEXT_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* Bytes of a record, unless stated otherwise. */
enum { PARLEY_RECORD_LIMIT = 16 * 1024 * 1024 };

/* ---- faults of encoding ---- */

enum { PARLEY_INPUT_FAULT_PLACES = 5 };

typedef struct parley_input_fault {
  int64_t line;     /* from 1 */
  int64_t byte;     /* in the line, from 1; 0: known only from the start of the stream */
  int64_t offset;   /* in the stream before conversion, from 0 */
  int64_t field;    /* from 1; 0: not known */
  char excerpt[40]; /* what stands there, in printable ASCII */
} parley_input_fault;

/* All zero: none so far. */
typedef struct parley_input_faults {
  int64_t count;      /* all of them; the first few have their places kept */
  int64_t sound;      /* records with good UTF-8 beyond ASCII */
  int64_t sound_line; /* line of the first of them */
  parley_input_fault places[PARLEY_INPUT_FAULT_PLACES];
} parley_input_faults;

/* Notes a fault at byte `at` of a text; of *place, all but the excerpt is taken. */
void parley_input_faults_note(parley_input_faults *faults, const parley_input_fault *place, const char *text,
                              size_t length, size_t at);

/* Tells the faults of the text called `name`, `encoding` NULL or as stated. Always false, as parley_fail. */
bool parley_input_faults_tell(const parley_input_faults *faults, const char *name, const char *encoding,
                              parley_error *err);

/* ---- input ---- */

/* Puts at most `size` bytes into `buffer` and gives their number: 0 at the end, -1 after filling err. */
typedef ptrdiff_t (*parley_input_read_bytes)(void *context, char *buffer, size_t size, parley_error *err);

/* Bytes on their way from one stage to the next: those from `at` to `end` are still to go. */
typedef struct parley_input_stage {
  char *bytes;
  size_t at, end;
  bool final; /* no more will come */
} parley_input_stage;

typedef struct parley_input {
  char *name;
  int file;                /* descriptor, -1: none */
  bool owns_file;
  parley_input_read_bytes read;
  void *context;
  const char *memory;
  size_t memory_left;
  int64_t size;            /* of the source; -1: not known */
  int64_t taken;           /* bytes taken from the source so far: how far along reading is */
  bool started;
  parley_input_stage raw;  /* as it comes from the source */
  struct parley_gzip *gzip;
  char *encoding;
  struct parley_decoder *decoder;
  parley_input_stage head;       /* the first bytes of the text, looked at for marks */
  parley_input_faults faults;    /* of the conversion */
  bool is_utf8;            /* at the end: the text was UTF-8, beyond ASCII, and another encoding is stated */
} parley_input;

/* Each opens *input, which must be all zero. `name` is for messages and is copied. "-" is standard input. */
bool parley_input_file(parley_input *input, const char *path, parley_error *err);
bool parley_input_memory(parley_input *input, const char *name, const char *bytes, size_t length, parley_error *err);
bool parley_input_callback(parley_input *input, const char *name, parley_input_read_bytes read, void *context,
                           parley_error *err);

/* States the encoding, before anything is read; NULL is UTF-8. */
bool parley_input_encoding(parley_input *input, const char *encoding, parley_error *err);

/* As parley_input_read_bytes: the text, in UTF-8 unless the source breaks its word. */
ptrdiff_t parley_input_read(parley_input *input, char *buffer, size_t size, parley_error *err);

void parley_input_close(parley_input *input);

/* Line breaks in a text; *after_cr says whether the text before it ended in CR, and is brought up to date. */
int64_t parley_input_count_lines(const char *text, size_t length, bool *after_cr);

/* ---- window ---- */

typedef struct parley_input_window {
  parley_input *input; /* NULL: all of the text is at hand */
  const char *text;    /* the bytes at hand */
  size_t at, end;      /* first byte that is not used up; end of the bytes at hand */
  bool final;          /* the text ends at `end` */
  int64_t offset;      /* of text[0] in the text */
  char *block;
  size_t capacity, most;
} parley_input_window;

typedef enum parley_input_more {
  PARLEY_INPUT_MORE,
  PARLEY_INPUT_MORE_FULL,
  PARLEY_INPUT_MORE_FAILED
} parley_input_more;

/* Opens *window, which must be all zero, on an open input: a block of `first` bytes that grows to `most`. */
bool parley_input_window_open(parley_input_window *window, parley_input *input, size_t first, size_t most,
                              parley_error *err);

/* The same on a text that stays the caller's, without copying; a UTF-8 mark at its start is skipped. */
void parley_input_window_memory(parley_input_window *window, const char *text, size_t length);

/* Drops what is used up and reads on, until the block is full or the input ends. FULL: the block holds `most` bytes
   and none of them is used up. The text moves. */
parley_input_more parley_input_window_more(parley_input_window *window, parley_error *err);

void parley_input_window_close(parley_input_window *window);

/* What a reader's `next` gives. */
typedef enum parley_record_next { PARLEY_RECORD_READ, PARLEY_RECORD_END, PARLEY_RECORD_FAILED } parley_record_next;

#endif
