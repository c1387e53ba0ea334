/*
** Readings: what is said about a thing, and which one is the best of them, each with its weight and its voice.
**
** A weight holds how firm a claim is above PLACE bits of its place among the claims; a preference stands above CLASS
** bits. A voice is who says it (sqlite/voice.h).
**
** B0  Of one source one coder is read: the first in the policy's order, else the one whose claim is preferred, else the
**     one whose claim has the first place; beside this last one, claims that name no coder count. A coder in that order
**     stands in the voice as "\x01" and a letter.
** B1  The firmest reading. A voice may correct itself: of what it says, its weightiest claim counts, so that the place
**     decides within a voice and never between voices.
** B2  Of equally firm readings the one that more origins give, sources that rest on one another being one. Of a
**     field, weaker claims that say the same count; of a state, whose older news is overtaken, they do not.
** B3  A reading that lies within another and says more displaces it, whatever the weights, but not across a
**     preference. A range of days (a/b) is what was said, not a lack of precision; a doubtful date displaces nothing.
** B4  Where origins tie too: of an amount the hull of the readings (low of lows, high of highs, no best) if all say
**     the same beside it, else the reading whose voice sorts first.
** B5  Beside an amount (its unit, what it counts) stands what its claim says, or else what its source says by the
**     same coder, or what is said beside the same amount. Beside no amount at all, the best value by B1 to B4.
**
** Rows are kept and chosen from at the end of the group: which one is best depends on all of them. In most groups all
** rows say the same, or one is firmer than the rest, which is seen while they come in.
*/
#ifndef PARLEY_SQLITE_READINGS_H
#define PARLEY_SQLITE_READINGS_H

#include <stdint.h>

#include "base/run.h"
#include "sqlite/callback.h"

/* As parley.storage.statements.claim_weights makes a weight; a spec holds the two beside each other. */
enum { PARLEY_READING_PLACE = 30, PARLEY_READING_CLASS = 56 };
enum { PARLEY_READING_ORDERED = 0x01 };

/* How texts are compared, as best_said is told. */
enum { PARLEY_READING_WORDS = 0, PARLEY_READING_WORDING = 1, PARLEY_READING_STATE = 2 };

/* What one row says: from where to where, and whether it says more than that. */
typedef struct parley_reading_extent {
  double first, last, centre;
  uint64_t beside; /* the same where the same is said beside them */
  bool there;      /* it says something at all */
  bool centred;    /* it has a best estimate */
  bool settled;    /* nothing within it says more */
  bool doubtful;   /* it says nothing more than what it lies within */
} parley_reading_extent;

/* A value, as it is packed or given; its bytes are another's. */
typedef struct parley_reading_value {
  int type; /* SQLite's */
  union {
    sqlite3_int64 integer;
    double real;
    parley_sql_text text;
  };
} parley_reading_value;

/* One row, as it is chosen from. The texts are the group's. */
typedef struct parley_reading {
  sqlite3_int64 weight;
  parley_reading_extent extent;
  uint64_t says;  /* the same for readings that say the same */
  size_t origins; /* how many give it, once they are counted */
  bool passed_over; /* another coder of its source is read */
  parley_reading_value value;
  parley_sql_text voice;
} parley_reading;

enum { PARLEY_READINGS_FEW = 8 };

/* The rows of a group, one packed behind the other in a block (sqlite/reading_rows.c). */
typedef struct parley_readings {
  struct parley_readings *next; /* spare one, while this is */
  char *block;
  size_t room, used, count;
  sqlite3_int64 top;      /* the greatest firmness */
  size_t top_at;          /* where the first row of it is */
  bool top_is_alone;      /* no other row is as firm */
  bool all_agree;         /* all values are the same */
  bool has_extents;       /* rows have them from the start; else they are made of the values at the end */
  bool are_amounts;       /* where they tie, they have a hull: */
  bool has_hull;
  int kind;               /* of texts: one of PARLEY_READING_ */
  double hull_low, hull_high;
} parley_readings;

/* All rows of a group, to choose from. */
typedef struct parley_reading_list {
  parley_reading *list;
  size_t count;
  parley_reading few[PARLEY_READINGS_FEW];
} parley_reading_list;

static inline sqlite3_int64 parley_reading_firmness(sqlite3_int64 weight) { return weight >> PARLEY_READING_PLACE; }

/* An empty group: a spare one, or a new one; NULL without memory. The caller's, until it is put back. */
parley_readings *parley_readings_take(parley_readings **spare);
void parley_readings_put_back(parley_readings **spare, parley_readings *all);
void parley_readings_free(parley_readings *spare);

/* False without memory. */
bool parley_reading_value_of(sqlite3_value *v, parley_reading_value *out);

/* Packs a row; `extent` is NULL for all rows of a group, or for none. False without memory. */
bool parley_readings_add(parley_readings *all, sqlite3_int64 weight, const parley_reading_value *value,
                         sqlite3_value *voice, const parley_reading_extent *extent);

/* Whether the rows name several coders, or one and none: without them all is read. */
bool parley_readings_have_several_coders(const parley_readings *all);

/* The row at a place of the group: the first is at 0, the firmest at `top_at`. */
parley_reading parley_readings_at(const parley_readings *all, size_t at);

/* All rows; the list is to be freed by parley_readings_close, whether this succeeds or not. False without memory. */
bool parley_readings_open(const parley_readings *all, parley_reading_list *out);
void parley_readings_close(parley_reading_list *l);

/* Gives a value as the result. */
void parley_reading_value_give(sqlite3_context *c, const parley_reading_value *f);

/* Whether two readings are of one source, as one coder reads it. */
bool parley_reading_same_source(const parley_reading *a, const parley_reading *b);

/* Whether a reading stands before another by itself: firmer, or of a voice that sorts first, or that voice's last. */
bool parley_reading_is_before(const parley_reading *a, const parley_reading *b);

/* From the best of all down, each within the one before. *out is NULL when none is there. Fails without memory, and
   where the run is stopped. */
bool parley_readings_choose(parley_readings *all, parley_reading_list *l, const parley_run *run, parley_reading **out,
                            parley_error *err);

/* ---- aggregates (sqlite/reading_groups.c) ---- */

/* Says what the rows of a group say, before one is chosen. */
typedef void parley_readings_prepare(parley_readings *all, parley_reading_list *l);

/* The group of a row that has a weight, and its weight; NULL when it has none, or there is no memory. */
parley_readings *parley_readings_of(sqlite3_context *c, sqlite3_value *v, sqlite3_int64 *weight);

void parley_readings_add_value(sqlite3_context *c, parley_readings *all, sqlite3_int64 weight, sqlite3_value *value,
                               sqlite3_value *voice, const parley_reading_extent *extent);

/* Ends a group with what gives its value, if it has rows. */
void parley_readings_end(sqlite3_context *c, void (*give)(sqlite3_context *c, parley_readings *all));

/* Opens the rows of a group and chooses; ends the statement where that could not go on. The list has to be closed. */
bool parley_readings_best(sqlite3_context *c, parley_readings *all, parley_reading_list *l, parley_reading **out,
                          parley_readings_prepare *prepare);

uint64_t parley_reading_hash_number(double x);
uint64_t parley_reading_hash(const parley_reading_extent *e);

#endif
