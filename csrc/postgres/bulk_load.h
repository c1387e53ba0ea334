/*
** Rows of a file into a table of a server (text/load.h has the rules): written as COPY takes them while the file is
** read, in pieces. A piece is sent as it is made, or at its end where the connection is needed meanwhile; it stays in
** memory until it is forgotten, so that it can be sent elsewhere when a key is there already. All that is refused by
** what is there is found by the caller, who asks the server about the whole piece.
**
** Rows of a table that is spread by hash of its key are sent a part at a time, each over the connection of the node
** that has it (postgres/part_of.h).
**
** Ownership: the caller owns the struct and the plan in it, and gives back what it holds with parley_pg_load_close. The
** connection stays the caller's and open. While a piece is on its way the connection does nothing else.
*/
#ifndef PARLEY_POSTGRES_BULK_LOAD_H
#define PARLEY_POSTGRES_BULK_LOAD_H

#include "postgres/copy.h"
#include "text/copy_rows.h"
#include "text/load.h"

/* Where a row of the piece stands in the file. */
typedef struct parley_pg_loaded {
  int64_t number, line;
  size_t raw, length; /* its text, in `raw` of the load */
  bool bare;          /* it says nothing but its key */
  size_t start;       /* the first byte in `rows` */
  int64_t part;       /* of the table */
} parley_pg_loaded;

typedef struct parley_pg_load {
  parley_load load; /* stands first: what the sink is given is the whole */
  parley_pg_connection *connection;
  const char *into; /* the statement that takes the piece: COPY t (a, b) FROM STDIN (FORMAT binary) */
  bool days;        /* a date fills three columns: its text, first and last day */
  bool streams;     /* nothing else needs the connection while a piece is made */
  bool keeps;       /* where rows stand in the file is kept */
  int width;        /* columns */
  parley_copy_rows rows; /* of the piece */
  size_t start, sent;    /* bytes of whole rows, and of those on their way */
  parley_pg_copy copy;   /* open while they are */
  int64_t count;         /* rows of the piece */
  parley_pg_loaded *places;
  int64_t room;
  int64_t parts;          /* of a table that is spread by the first target; 0: it is none. Places are kept, and nothing
                             is sent before its end */
  int64_t *order, *first; /* rows by their parts, and where those of each begin; as of the last part that was sent */
  bool ordered;
  parley_copy_rows raw;  /* texts of the rows */
  parley_copy_rows fixed; /* what constants write, one behind the other */
  size_t *fixed_at;       /* where that of each target begins, and where the last ends */
} parley_pg_load;

/* Opens *load, which must be all zero but for targets, count and number of its `load`, and `into` to `keeps`. */
bool parley_pg_load_open(parley_pg_load *load, parley_pg_connection *connection, parley_error *err);

/* Keeps what the sink has been handed since it began as the value of a target that is constant. Called for each target,
   in order, before the first row. */
bool parley_pg_load_fix(parley_pg_load *load, int target, parley_error *err);

/* Sends the piece, or the rest of it. After a failure nothing of it is there, and another statement may send it. */
bool parley_pg_load_send(parley_pg_load *load, parley_error *err);

/* Sends the rows of one part, of those from 0, over any connection, by a statement as `into` is one. As above. */
bool parley_pg_load_send_part(parley_pg_load *load, parley_pg_connection *connection, const char *into, int64_t part,
                              parley_error *err);

/* How many rows of the piece are of a part; the place in the piece of one of them, counted from 0, in their order. */
bool parley_pg_load_count_part(parley_pg_load *load, int64_t part, int64_t *count, parley_error *err);
int64_t parley_pg_load_of_part(const parley_pg_load *load, int64_t part, int64_t at);

/* Forgets the piece. */
void parley_pg_load_forget(parley_pg_load *load);

/* Takes back what is on its way; what is not is left alone. */
void parley_pg_load_abandon(parley_pg_load *load);

/* As often as called, also on a load that was never opened but is all zero. What text/load.h holds stays. */
void parley_pg_load_close(parley_pg_load *load);

#endif
