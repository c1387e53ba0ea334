/*
** Frames in and out through the Arrow C data and C stream interfaces, which any library of columns in the same
** process speaks. Knows no Lua.
**
** R1  Out, nothing is copied that lies in memory as Arrow wants it: integers, numbers, booleans, bitmaps, codes and
**     their dictionary. What goes out holds shares in the Frame's buffers, so that it may outlive the Frame, and each
**     part can be released by itself, on any thread.
** R2  Text goes out with a dictionary as the Frame has it; nearly unique text, whose dictionary may hold a text twice,
**     goes out without one. Text that is not UTF-8 goes out as binary.
** R3  A date goes out as its text, with the metadata "parley.type" = "date", by which it comes in as a date again.
** R4  In, everything is copied and everything is released, whatever happens. NaN is a missing value.
** R5  In, what breaks the rules of the interface is refused where it can be seen: a count below zero, a buffer that is
**     not there, an offset that runs backwards, a code beyond its dictionary. Sizes of buffers cannot be seen.
** R6  Releasing works as the specification says: whoever holds a structure calls its release once, which sets release
**     to NULL; a consumer may move a child out of its parent, and the parent's release then leaves that child alone.
*/
#ifndef PARLEY_FRAME_ARROW_H
#define PARLEY_FRAME_ARROW_H

#include "base/run.h"
#include "frame/frame.h"

/* ---- the interface: names and layout are laid down by its specification ---- */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

#endif

/* ---- frame/arrow_out.c ---- */

typedef struct parley_arrow_options {
  bool days;     /* a column of dates of which each is one day goes out as days (date32) */
  bool plain;    /* no dictionaries */
  int64_t batch; /* most rows in a batch; 0: all rows are one */
} parley_arrow_options;

/* Makes *out a stream of the sealed Frame's rows; the caller sees to it that it is released. What has to be made anew
   takes at most `limit` bytes (0: any). After a failure *out is all zero. */
bool parley_arrow_out(const parley_run *run, const parley_frame *frame, const parley_arrow_options *how, size_t limit,
                      struct ArrowArrayStream *out, parley_error *err);

/* Whether every text of the dictionary is UTF-8. */
bool parley_arrow_is_utf8(const parley_dictionary *dictionary);

/* Whether the entry of a dictionary of dates is one day, and written as such: '2025-06-02?' would lose its doubt. */
bool parley_arrow_is_day(const parley_dictionary *dictionary, int32_t code);

/* ---- frame/arrow_in.c ---- */

/* Reads the stream to its end and releases it, whatever happens. *frame, which must be all zero, is then sealed and
   has all its rows; after a failure it is to be freed. It may take `limit` bytes (0: any). */
bool parley_arrow_in(const parley_run *run, struct ArrowArrayStream *stream, parley_frame *frame, size_t limit,
                     parley_error *err);

/* The same for a single batch and what describes it. */
bool parley_arrow_in_batch(const parley_run *run, struct ArrowSchema *schema, struct ArrowArray *batch,
                           parley_frame *frame, size_t limit, parley_error *err);

#endif
