/* Every field is written, also where it is what readers take for granted. */
#include "frame/arrow_message.h"

#include <string.h>

typedef parley_arrow_flat flat_message;
typedef parley_arrow_slot slot;

enum { VERSION = 4 /* V5 */, SCHEMA = 1, DICTIONARY_BATCH = 2, RECORD_BATCH = 3 }; /* MetadataVersion, MessageHeader */
enum { INT = 2, FLOATING_POINT = 3, BOOL = 6, DATE = 8, LARGE_BINARY = 19, LARGE_UTF8 = 20 }; /* Type */
enum { DOUBLE = 2, DAY = 0 }; /* Precision, DateUnit */
enum { FIELD_POINTER = 4, NODE = 16, EXTENT = 16, BLOCK = 24 }; /* bytes of an element of a vector */

#define POINTER {.size = 4}
#define LEFT_OUT {0}
#define COUNT(slots) (int)(sizeof(slots) / sizeof *(slots))

/* ---- schemas ---- */

static size_t int_table(flat_message *flat, int64_t bits) {
  slot slots[] = {{.size = 4, .value = bits}, {.size = 1, .value = 1}}; /* bitWidth, is_signed */
  return parley_arrow_flat_table(flat, slots, COUNT(slots));
}

static int type_of(const char *format) {
  switch (*format) {
    case 'l': return INT;
    case 'g': return FLOATING_POINT;
    case 'b': return BOOL;
    case 't': return DATE;
    case 'U': return LARGE_UTF8;
    default: return LARGE_BINARY;
  }
}

static size_t type_table(flat_message *flat, int type) {
  slot unit[] = {{.size = 2, .value = type == FLOATING_POINT ? DOUBLE : DAY}}; /* precision, or unit */
  if (type == INT) return int_table(flat, 64);
  return parley_arrow_flat_table(flat, unit, type == FLOATING_POINT || type == DATE ? 1 : 0);
}

static size_t encoding_table(flat_message *flat, int64_t number) {
  slot slots[] = {{.size = 8, .value = number}, POINTER, {.size = 1}}; /* id, indexType, isOrdered */
  size_t table = parley_arrow_flat_table(flat, slots, COUNT(slots));
  parley_arrow_flat_point(flat, slots[1].at, int_table(flat, 32));
  return table;
}

/* A vector of one pair. */
static size_t metadata(flat_message *flat, const char *type) {
  static const char key[] = "parley.type";
  slot slots[] = {POINTER, POINTER}; /* key, value */
  size_t vector = parley_arrow_flat_vector(flat, 1, FIELD_POINTER);
  parley_arrow_flat_point(flat, vector + 4, parley_arrow_flat_table(flat, slots, COUNT(slots)));
  parley_arrow_flat_point(flat, slots[0].at, parley_arrow_flat_text(flat, key, strlen(key)));
  parley_arrow_flat_point(flat, slots[1].at, parley_arrow_flat_text(flat, type, strlen(type)));
  return vector;
}

/* Some readers want the vector of children also where there are none. */
static size_t field_table(flat_message *flat, const parley_arrow_described *column, int64_t number) {
  int type = type_of(column->format);
  slot slots[] = {POINTER, {.size = 1, .value = 1}, {.size = 1, .value = type}, POINTER, /* name, nullable, type */
                  LEFT_OUT, POINTER, LEFT_OUT}; /* dictionary, children, custom_metadata */
  if (column->coded) slots[4].size = 4;
  if (column->type != NULL) slots[6].size = 4;
  size_t table = parley_arrow_flat_table(flat, slots, COUNT(slots));
  parley_arrow_flat_point(flat, slots[0].at, parley_arrow_flat_text(flat, column->name, column->name_length));
  parley_arrow_flat_point(flat, slots[3].at, type_table(flat, type));
  if (column->coded) parley_arrow_flat_point(flat, slots[4].at, encoding_table(flat, number));
  parley_arrow_flat_point(flat, slots[5].at, parley_arrow_flat_vector(flat, 0, FIELD_POINTER));
  if (column->type != NULL) parley_arrow_flat_point(flat, slots[6].at, metadata(flat, column->type));
  return table;
}

static size_t schema_table(flat_message *flat, const parley_arrow_described *column, int width) {
  const uint16_t one = 1;
  bool big = *(const unsigned char *)&one == 0;
  slot slots[] = {{.size = 2, .value = big}, POINTER}; /* endianness, fields */
  size_t table = parley_arrow_flat_table(flat, slots, COUNT(slots));
  size_t fields = parley_arrow_flat_vector(flat, width, FIELD_POINTER);
  parley_arrow_flat_point(flat, slots[1].at, fields);
  for (int i = 0; i < width; i++) {
    parley_arrow_flat_point(flat, fields + 4 + (size_t)i * FIELD_POINTER, field_table(flat, &column[i], i));
  }
  return table;
}

/* ---- messages ---- */

/* Gives the place of the pointer to what the message is about. */
static size_t begin_message(flat_message *flat, int header, int64_t body) {
  slot slots[] = {{.size = 2, .value = VERSION}, {.size = 1, .value = header}, POINTER, {.size = 8, .value = body}};
  parley_arrow_flat_begin(flat);
  parley_arrow_flat_point(flat, 0, parley_arrow_flat_table(flat, slots, COUNT(slots)));
  return slots[2].at;
}

void parley_arrow_message_schema(flat_message *flat, const parley_arrow_described *column, int width) {
  size_t header = begin_message(flat, SCHEMA, 0);
  parley_arrow_flat_point(flat, header, schema_table(flat, column, width));
}

static size_t batch_table(flat_message *flat, const parley_arrow_body *body) {
  slot slots[] = {{.size = 8, .value = body->rows}, POINTER, POINTER}; /* length, nodes, buffers */
  size_t table = parley_arrow_flat_table(flat, slots, COUNT(slots));
  size_t nodes = parley_arrow_flat_vector(flat, body->node_count, NODE);
  for (int64_t i = 0; i < body->node_count; i++) {
    size_t at = nodes + 4 + (size_t)i * NODE;
    parley_arrow_flat_set(flat, at, 8, body->nodes[i].length);
    parley_arrow_flat_set(flat, at + 8, 8, body->nodes[i].nulls);
  }
  size_t extents = parley_arrow_flat_vector(flat, body->extent_count, EXTENT);
  for (int64_t i = 0; i < body->extent_count; i++) {
    size_t at = extents + 4 + (size_t)i * EXTENT;
    parley_arrow_flat_set(flat, at, 8, body->extents[i].offset);
    parley_arrow_flat_set(flat, at + 8, 8, body->extents[i].length);
  }
  parley_arrow_flat_point(flat, slots[1].at, nodes);
  parley_arrow_flat_point(flat, slots[2].at, extents);
  return table;
}

void parley_arrow_message_batch(flat_message *flat, const parley_arrow_body *body) {
  bool rows = body->dictionary < 0;
  size_t header = begin_message(flat, rows ? RECORD_BATCH : DICTIONARY_BATCH, body->size);
  if (!rows) {
    slot slots[] = {{.size = 8, .value = body->dictionary}, POINTER}; /* id, data */
    parley_arrow_flat_point(flat, header, parley_arrow_flat_table(flat, slots, COUNT(slots)));
    header = slots[1].at;
  }
  parley_arrow_flat_point(flat, header, batch_table(flat, body));
}

/* ---- the footer ---- */

static size_t block_vector(flat_message *flat, const parley_arrow_block *block, int64_t count) {
  size_t vector = parley_arrow_flat_vector(flat, count, BLOCK);
  for (int64_t i = 0; i < count; i++) {
    size_t at = vector + 4 + (size_t)i * BLOCK;
    parley_arrow_flat_set(flat, at, 8, block[i].offset);
    parley_arrow_flat_set(flat, at + 8, 4, block[i].head);
    parley_arrow_flat_set(flat, at + 16, 8, block[i].body);
  }
  return vector;
}

void parley_arrow_message_footer(flat_message *flat, const parley_arrow_described *column, int width,
                                 const parley_arrow_blocks *blocks) {
  slot slots[] = {{.size = 2, .value = VERSION}, POINTER, POINTER, POINTER}; /* schema, dictionaries, recordBatches */
  parley_arrow_flat_begin(flat);
  parley_arrow_flat_point(flat, 0, parley_arrow_flat_table(flat, slots, COUNT(slots)));
  parley_arrow_flat_point(flat, slots[1].at, schema_table(flat, column, width));
  parley_arrow_flat_point(flat, slots[2].at, block_vector(flat, blocks->dictionaries, blocks->dictionary_count));
  parley_arrow_flat_point(flat, slots[3].at, block_vector(flat, blocks->batches, blocks->batch_count));
}
