/* How a column goes out into an Arrow file, decided once for all batches: as which type, and which texts of its
   dictionary. */
#ifndef PARLEY_FRAME_ARROW_PLAN_H
#define PARLEY_FRAME_ARROW_PLAN_H

#include "frame/arrow.h"
#include "frame/arrow_message.h"
#include "frame/column.h"

typedef enum parley_arrow_way {
  PARLEY_ARROW_BITS,    /* booleans */
  PARLEY_ARROW_VALUES,  /* 8 bytes each */
  PARLEY_ARROW_DAYS,    /* dates of which each is one day */
  PARLEY_ARROW_CODES,   /* of a dictionary that goes out before */
  PARLEY_ARROW_TEXTS    /* without a dictionary */
} parley_arrow_way;

typedef struct parley_arrow_plan {
  parley_arrow_way way;
  parley_buffer map; /* codes only: int32_t new code of each entry, -1 where no row has it; empty: the same code */
  int64_t entries, bytes; /* codes only: of the texts that go out */
} parley_arrow_plan;

/* Rows whose values are read at a time, into room on the stack. */
enum { PARLEY_ARROW_PIECE = 2048 };

/* Plans a column and describes it for the schema; *described points into the column. */
bool parley_arrow_plan_column(parley_memory *memory, const parley_column *column, const parley_arrow_options *how,
                              parley_arrow_plan *plan, parley_arrow_described *described, parley_error *err);

/* The code that an entry which goes out has there. */
static inline int32_t parley_arrow_plan_code(const parley_arrow_plan *plan, int32_t code) {
  const int32_t *map = (const int32_t *)(const void *)plan->map.data;
  return map == NULL ? code : map[code];
}

/* Whether an entry of the dictionary goes out. */
static inline bool parley_arrow_plan_has(const parley_arrow_plan *plan, int32_t code) {
  return plan->map.data == NULL || ((const int32_t *)(const void *)plan->map.data)[code] >= 0;
}

#endif
