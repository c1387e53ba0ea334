/*
** A Frame written as an Arrow file, or as the stream that is the same without what a file has at its two ends (the IPC
** format of Arrow's specification). Knows no Lua.
**
** W1  Types, missing values and metadata are those of the C interface (frame/arrow.h, R2 and R3), and so are the
**     options. Texts that no row has any more, though the dictionary does, are not written.
** W2  Nothing is made as large as the Frame: rows go out in batches, values in pieces, packed ones unpacked by the
**     piece. A dictionary costs a number for each of its texts at most.
** W3  Buffers lie at multiples of 64 bytes, from the beginning of the file too, so that a file can be mapped.
** W4  A Frame without columns is refused, and so is a column whose name is not UTF-8: readers would trip over them.
*/
#ifndef PARLEY_FRAME_ARROW_FILE_H
#define PARLEY_FRAME_ARROW_FILE_H

#include "base/run.h"
#include "frame/arrow.h"
#include "frame/arrow_plan.h"
#include "frame/frame.h"

/* Takes the next bytes; false: it could not, and whoever called knows why. */
typedef bool parley_arrow_sink(void *data, const void *bytes, size_t length);

/* All zero but for the first five. What it holds is given back by parley_arrow_file_free, also where the sink never
   came back. */
typedef struct parley_arrow_file {
  const parley_frame *frame; /* sealed */
  parley_arrow_options how;
  bool stream; /* without the ends of a file */
  parley_arrow_sink *sink;
  void *sink_data;
  parley_memory memory;
  parley_buffer staged; /* bytes that have not gone out */
  size_t waiting;       /* so many */
  int64_t position;     /* in the file, those that wait included */
  bool sink_failed;
  parley_arrow_flat flat;
  parley_arrow_plan *plans; /* of each column */
  int width;                /* of them: the Frame may be gone when they are freed */
  parley_buffer described, nodes, extents, blocks[2]; /* arrays; blocks of dictionaries and of batches */
  int64_t node_count, extent_count, block_count[2];
  int64_t body; /* bytes of the body in the making */
} parley_arrow_file;

/* Writes it all; false with *err, or with `sink_failed`. */
bool parley_arrow_file_write(parley_arrow_file *file, const parley_run *run, parley_error *err);

void parley_arrow_file_free(parley_arrow_file *file);

#endif
