/*
** similar(): how alike two texts are, from 0 to 1, by Jaro's measure with Winkler's weight of a common beginning
** (M. A. Jaro, Journal of the American Statistical Association 84, 1989; W. E. Winkler, Proceedings of the Section on
** Survey Research Methods, 1990). It was made for names that were heard and written down.
**
** R1  Texts are folded first (value/fold.h) and Cyrillic is written in Latin letters, so that spellings of a name in
**     two scripts are held against each other.
** R2  Characters are compared, not bytes, of each text the first LONGEST: time grows with their product.
*/
#include <string.h>

#include "base/utf8.h"
#include "value/fold.h"
#include "value/functions.h"
#include "value/similarity.h"

enum { LONGEST = 256, PREFIX = 4 };

/* Letters of Ukrainian, Russian and Belarusian from U+0430 to U+0457, after folding, about as in the BGN/PCGN systems;
   an empty text for signs that are not heard. Letters that folding takes apart (й, ё, ї) are written as what stays. */
static const char latin[][5] = {
  "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts",
  "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "e", "e", "dj", "g", "ye", "dz", "i", "i",
};

typedef struct letters {
  int32_t letter[LONGEST];
  bool taken[LONGEST]; /* has met a letter of the other text */
  int count;
} letters;

static void add_letter(letters *to, int32_t letter) {
  if (to->count < LONGEST) to->letter[to->count++] = letter;
}

static void add_character(letters *to, int32_t character) {
  size_t at = (size_t)(character - 0x430);
  if (character < 0x430 || at >= sizeof latin / sizeof *latin) {
    add_letter(to, character);
    return;
  }
  for (const char *letter = latin[at]; *letter != '\0'; letter++) add_letter(to, *letter);
}

/* The letters of a text, folded and in Latin; `folded` has room for PARLEY_FOLD_GROWTH times the bytes looked at. */
static void read_letters(const parley_value *text, char *folded, letters *out) {
  size_t length = text->length < LONGEST * 4 ? text->length : LONGEST * 4;
  size_t size = parley_fold(text->text, length, folded), used;
  memset(out, 0, sizeof *out);
  for (size_t at = 0; at < size; at += used) {
    int32_t character;
    used = parley_utf8_read(folded + at, size - at, &character);
    if (character == 0x491) add_letter(out, 'g'); /* the Ukrainian g lies apart */
    else add_character(out, character);
  }
}

static int greater(int a, int b) { return a > b ? a : b; }
static int lesser(int a, int b) { return a < b ? a : b; }

/* Marks the letters of both that have a partner not further off than the window; gives their number. */
static int match(letters *a, letters *b) {
  int window = greater(greater(a->count, b->count) / 2 - 1, 0), matches = 0;
  for (int i = 0; i < a->count; i++) {
    int last = lesser(b->count - 1, i + window);
    for (int k = greater(0, i - window); k <= last && !a->taken[i]; k++) {
      if (b->taken[k] || a->letter[i] != b->letter[k]) continue;
      a->taken[i] = b->taken[k] = true;
      matches++;
    }
  }
  return matches;
}

/* Letters that met one of another place among those that met: two make one transposition. */
static int displaced(const letters *a, const letters *b) {
  int count = 0, k = 0;
  for (int i = 0; i < a->count; i++) {
    if (!a->taken[i]) continue;
    while (!b->taken[k]) k++;
    count += a->letter[i] != b->letter[k++];
  }
  return count;
}

/* Two texts without letters are the same text; one alone is like nothing. */
static double similarity(letters *a, letters *b) {
  if (a->count == 0 || b->count == 0) return a->count == b->count ? 1.0 : 0.0;
  int matches = match(a, b), prefix = 0;
  if (matches == 0) return 0.0;
  double m = matches, jaro = (m / a->count + m / b->count + (m - displaced(a, b) / 2) / m) / 3.0;
  while (prefix < PREFIX && prefix < a->count && prefix < b->count && a->letter[prefix] == b->letter[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1.0 - jaro);
}

static void read_bytes(const char *text, size_t length, letters *out) {
  out->count = 0;
  for (size_t i = 0; i < length && i < LONGEST; i++) {
    out->taken[i] = false;
    add_letter(out, (unsigned char)text[i]);
  }
}

double parley_text_similarity(const char *a, size_t a_length, const char *b, size_t b_length) {
  letters left, right;
  read_bytes(a, a_length, &left);
  read_bytes(b, b_length, &right);
  return similarity(&left, &right);
}

bool parley_call_similar(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                         parley_error *err) {
  letters a, b;
  char *folded = parley_scalar_room_for(room, (size_t)LONGEST * 4 * PARLEY_FOLD_GROWTH, err);
  (void)count;
  if (folded == NULL) return false;
  read_letters(&args[0], folded, &a);
  read_letters(&args[1], folded, &b);
  return parley_scalar_give_number(out, similarity(&a, &b));
}
