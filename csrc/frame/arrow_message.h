/*
** What stands before the bytes of an Arrow file: the schema, what lies where in a batch, and the footer. The names of
** tables and the numbers of fields and types are those of Arrow's Schema.fbs, Message.fbs and File.fbs (version 5).
*/
#ifndef PARLEY_FRAME_ARROW_MESSAGE_H
#define PARLEY_FRAME_ARROW_MESSAGE_H

#include "frame/arrow_flat.h"

/* A column as the schema tells of it. */
typedef struct parley_arrow_described {
  const char *name;
  size_t name_length;
  const char *format; /* as the C interface writes it: l, g, b, tdD, U, Z; with a dictionary that of its texts */
  const char *type;   /* the metadata "parley.type"; NULL: none */
  bool coded;         /* 32-bit codes of the dictionary whose number is that of the column */
} parley_arrow_described;

/* Of a column or a dictionary: its values, and how many of them are missing. */
typedef struct parley_arrow_node {
  int64_t length, nulls;
} parley_arrow_node;

/* Bytes of a buffer, from the beginning of the body on. */
typedef struct parley_arrow_extent {
  int64_t offset, length;
} parley_arrow_extent;

/* A message of a file: where it begins, its bytes up to its body, and those of its body. */
typedef struct parley_arrow_block {
  int64_t offset, head, body;
} parley_arrow_block;

/* What is in the body of a message. */
typedef struct parley_arrow_body {
  int64_t rows, size; /* of the batch or the dictionary; bytes */
  int64_t dictionary; /* its number; below 0: it is a batch of rows */
  const parley_arrow_node *nodes;
  int64_t node_count;
  const parley_arrow_extent *extents;
  int64_t extent_count;
} parley_arrow_body;

/* Each makes the whole message in *flat. */
void parley_arrow_message_schema(parley_arrow_flat *flat, const parley_arrow_described *column, int width);
void parley_arrow_message_batch(parley_arrow_flat *flat, const parley_arrow_body *body);

typedef struct parley_arrow_blocks {
  const parley_arrow_block *dictionaries, *batches;
  int64_t dictionary_count, batch_count;
} parley_arrow_blocks;

void parley_arrow_message_footer(parley_arrow_flat *flat, const parley_arrow_described *column, int width,
                                 const parley_arrow_blocks *blocks);

#endif
