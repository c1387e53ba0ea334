/*
** Readings: what claims say about a thing, which one of them is shown, and why each of the others is not. SQL resolves
** tables by it (sqlite/reading_groups.h), Lua explains them by it (lua/readings.h): nothing else chooses.
**
** A weight holds how firm a claim is above PLACE bits of its place among the claims; a preference stands above CLASS
** bits. A voice is who says it (value/voice.h).
**
** B0  Of one source one coder is read: the first in the policy's order, else the one whose claim is preferred, else the
**     one whose claim has the first place; beside this last one, claims that name no coder count. A coder in that order
**     stands in the voice as "\x01" and a letter. What is left out is read behind all that counts.
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
*/
#ifndef PARLEY_VALUE_READINGS_H
#define PARLEY_VALUE_READINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/run.h"
#include "value/voice.h"

/* As parley.storage.statements.claim_weights makes a weight; a spec holds the two beside each other. */
enum { PARLEY_READING_PLACE = 30, PARLEY_READING_CLASS = 56 };
enum { PARLEY_READING_ORDERED = 0x01 };

/* How texts are compared, and whether older news count: as best_said is told. */
enum { PARLEY_READING_WORDS = 0, PARLEY_READING_WORDING = 1, PARLEY_READING_STATE = 2 };

/* What one reading says: from where to where, and whether it says more than that. */
typedef struct parley_reading_extent {
  double first, last, centre;
  uint64_t beside; /* the same where the same is said beside them */
  bool there;      /* it says something at all */
  bool centred;    /* it has a best estimate */
  bool settled;    /* nothing within it says more */
  bool doubtful;   /* it says nothing more than what it lies within */
} parley_reading_extent;

/* What one reading lost by, of those it was held against at last. */
typedef enum parley_reading_loss {
  PARLEY_READING_NO_LOSS,
  PARLEY_READING_WEAKER,    /* B1: another is firmer */
  PARLEY_READING_OVERTAKEN, /* B1: its voice said another thing later, or more firmly */
  PARLEY_READING_RARER,     /* B2: more origins give another */
  PARLEY_READING_WIDER,     /* B3: another lies within it and says more */
  PARLEY_READING_BEHIND     /* B4: a tie, and another's voice sorts first; or it says the same */
} parley_reading_loss;

/* One reading; its voice is another's. All but the first four are what choosing finds. */
typedef struct parley_reading {
  int64_t weight;
  parley_voice voice;
  parley_reading_extent extent;
  uint64_t says;    /* the same for readings that say the same */
  bool left_out;    /* it does not count; its weight has its place and whether it is preferred */
  bool passed_over; /* another coder of its source is read: `by` */
  bool tied;        /* nothing decided between it and others that say something else */
  parley_reading_loss loss;
  size_t origins;   /* how many give it, once they are counted */
  const struct parley_reading *by; /* what it lost to; NULL: it lost nothing */
} parley_reading;

/* The readings of one thing, and what is chosen of them. */
typedef struct parley_reading_choice {
  parley_reading *list;
  size_t count;
  bool several_coders; /* not all name one coder, or none */
  bool is_state;       /* older news is overtaken */
  bool are_amounts;    /* where they tie, they have a hull: */
  bool has_hull;
  double low, high;
  parley_reading *shown; /* NULL: none */
} parley_reading_choice;

static inline int64_t parley_reading_firmness(int64_t weight) { return weight >> PARLEY_READING_PLACE; }

/* ---- what is said ---- */

uint64_t parley_reading_hash_number(double x);

/* Of bytes, as one of the PARLEY_READING_ kinds of text compares them. */
uint64_t parley_reading_hash_text(const char *bytes, size_t length, int kind);

/* What is said beside an amount, or another value behind that. */
uint64_t parley_reading_hash_beside(uint64_t before, bool is_there, uint64_t hash);

/* An amount, whose bounds are NULL where they are missing, and whether there is any: `says` of a reading as well. */
parley_reading_extent parley_reading_amount(const double *low, const double *best, const double *high, uint64_t *says);

/* The days of a date, and what its text says of them. What is not a date is there, but within nothing. */
parley_reading_extent parley_reading_days(const char *text, size_t length, uint64_t *says);

/* ---- choosing ---- */

/* Whether a reading stands before another by itself: firmer, or of a voice that sorts first, or that voice's last.
   Before NULL stands any. */
bool parley_reading_is_before(const parley_reading *a, const parley_reading *b);

/* B0 alone. Fails without memory, and where the run is stopped. */
bool parley_reading_read_coders(parley_reading_choice *c, const parley_run *run, parley_error *err);

/* From the best of all down, each within the one before. Fails without memory, and where the run is stopped. */
bool parley_reading_choose(parley_reading_choice *c, const parley_run *run, parley_error *err);

/* Whether the claim at a place of the list says something of what is asked for beside an amount. */
typedef bool parley_reading_has(const void *data, size_t at);

/* B5: the reading beside the amount that is shown whose claim says what stands there; NULL: none does. */
const parley_reading *parley_reading_beside(const parley_reading_choice *c, parley_reading_has *has, const void *data);

/* Shows what stands there, after B0 was asked for what stands there: of its source, its coder is read. */
void parley_reading_show_beside(parley_reading_choice *c, parley_reading *shown);

/* ---- why ---- */

/* Why a reading is not shown. */
typedef enum parley_reading_reason {
  PARLEY_READING_IS_SHOWN,  /* it is, or says the same */
  PARLEY_READING_NOT_READ,  /* B0 */
  PARLEY_READING_IS_WEAKER, /* B1: how firm it is */
  PARLEY_READING_SAID_LAST, /* B1: what its voice said last */
  PARLEY_READING_IS_RARER,  /* B2 */
  PARLEY_READING_IS_WIDER,  /* B3: as firm as what lies within it, or less */
  PARLEY_READING_IS_WIDER_AND_FIRMER,
  PARLEY_READING_IN_TIE,    /* B4 */
  PARLEY_READING_IN_HULL,
  PARLEY_READING_IS_BESIDE_ANOTHER, /* B5 */
  PARLEY_READING_DOES_NOT_COUNT,
  PARLEY_READING_NONE_SHOWN
} parley_reading_reason;

/* Why a reading is not shown, of a list that has been chosen from; *against is the reading that it lost to: the one
   that is shown, wherever that is better by itself, else one that this lies within; NULL: none. */
parley_reading_reason parley_reading_why(const parley_reading_choice *c, const parley_reading *r,
                                         const parley_reading **against);

/* Why one coder of a source is read, and not another. */
typedef enum parley_reading_coding {
  PARLEY_READING_CODING_COUNTS, /* the other claim does not */
  PARLEY_READING_CODING_IN_ORDER,
  PARLEY_READING_CODING_PREFERRED,
  PARLEY_READING_CODING_FIRST,
  PARLEY_READING_CODING_BESIDE /* it is beside the amount that is shown */
} parley_reading_coding;

/* Of a reading that is passed over, and the one that is read: its `by`. */
parley_reading_coding parley_reading_why_coding(const parley_reading *read, const parley_reading *passed_over);

/* Why what stands beside an amount is not shown, `shown` being what is, after B0 was asked for what stands there. */
parley_reading_reason parley_reading_why_beside(const parley_reading *shown, const parley_reading *r,
                                                const parley_reading **against);

#endif
