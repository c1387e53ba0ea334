/*
** Patterns of like are told apart once, so that most of them are a search or a comparison per text.
**
** R1  A kind is chosen only where it gives what the general matcher gives for every text, valid UTF-8 or not: % matches
**     whole characters, so that a search must not find its bytes in the midst of one.
*/
#include "engine/expr/vector.h"

#include <string.h>

#include "base/utf8.h"
#include "value/fold.h"

/* The longest part of a pattern without wildcards: every text that matches has it. An empty pattern, or one of
   wildcards alone, gives an empty substring, which every text has. */
static parley_substring longest_part(const char *text, size_t length) {
  const char *found = text, *from = text, *end = text + length;
  size_t most = 0;
  for (const char *at = text; at <= end; at++) {
    if (at < end && *at != '%' && *at != '_') continue;
    if ((size_t)(at - from) > most) {
      most = (size_t)(at - from);
      found = from;
    }
    from = at + 1;
  }
  return parley_substring_make(found, most, false);
}

/* A pattern of % at its ends alone; what lies between must not begin within a character. open_start and open_end say
   which ends had a %. `within`: bytes that continue a character could only match inside one, which the general
   matcher decides. */
static void classify(parley_pattern *pattern, const parley_value *constant) {
  const char *text = constant->text, *end = text + constant->length;
  bool open_start = text < end && *text == '%', open_end;
  while (text < end && *text == '%') text++;
  open_end = text < end ? end[-1] == '%' : open_start;
  while (end > text && end[-1] == '%') end--;
  size_t length = (size_t)(end - text);
  bool wild = length > 0 && (memchr(text, '%', length) != NULL || memchr(text, '_', length) != NULL);
  bool within = length > 0 && parley_utf8_continues(*text);
  if (wild || (open_start && within)) pattern->kind = PARLEY_LIKE_GENERAL;
  else if (open_start && open_end) pattern->kind = length > 0 ? PARLEY_LIKE_INFIX : PARLEY_LIKE_PREFIX;
  else pattern->kind = open_end ? PARLEY_LIKE_PREFIX : open_start ? PARLEY_LIKE_SUFFIX : PARLEY_LIKE_EXACT;
  bool general = pattern->kind == PARLEY_LIKE_GENERAL;
  pattern->substring = general ? longest_part(text, length) : parley_substring_make(text, length, false);
}

/* The pattern hangs on the step first, so that it is freed with the program whatever fails. The constant's own bytes
   are used for like; contains keeps a folded copy. */
bool parley_pattern_make(parley_step *step, const parley_value *constant, parley_error *err) {
  step->pattern = parley_alloc(NULL, sizeof *step->pattern);
  if (step->pattern == NULL) return parley_no_memory(err);
  *step->pattern = (parley_pattern){.kind = PARLEY_LIKE_GENERAL};
  if (step->operation == PARLEY_DO_LIKE) {
    classify(step->pattern, constant);
    return true;
  }
  char *folded = parley_alloc(NULL, constant->length * PARLEY_FOLD_GROWTH + 1);
  if (folded == NULL) return parley_no_memory(err);
  size_t length = parley_fold(constant->text, constant->length, folded);
  step->pattern->folded = folded;
  step->pattern->substring = parley_substring_make(folded, length, true);
  return true;
}

void parley_pattern_free(parley_pattern *pattern) {
  if (pattern == NULL) return;
  parley_alloc(pattern->folded, 0);
  parley_alloc(pattern, 0);
}
