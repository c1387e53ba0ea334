/*
** Quotes switch between inside and outside, so the inside is the running parity of the quote bits: no branch depends on
** where they stand. Whether quotes stand where they may is for those to check who read the fields.
**
** Parity of quotes by prefix XOR, as in simdjson (Langdale and Lemire, 2019); chunks whose start may lie inside quotes
** as in Ge, Li, Eilebrecht, Chandramouli and Kossmann, "Speculative Distributed CSV Data Parsing for Big Data
** Analytics" (2019), but with the parity counted first and nothing guessed.
*/
#include "text/parallel/delimiter_index.h"

#include "base/buffer.h"

/* ---- a block of text ---- */

#if defined(PARLEY_SCAN_SSE2)

/* Bit by bit, parities are sums without carry, so vectors are added up as they are. */
parley_survey parley_survey_text(const char *text, size_t length, int quote) {
  const __m128i mark = _mm_set1_epi8((char)quote), cr = _mm_set1_epi8('\r');
  __m128i parity = _mm_setzero_si128(), quotes = parity, returns = parity;
  size_t at = 0;
  for (; quote >= 0 && at + 16 <= length; at += 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + at)), same = _mm_cmpeq_epi8(bytes, mark);
    parity = _mm_xor_si128(parity, same);
    quotes = _mm_or_si128(quotes, same);
    returns = _mm_or_si128(returns, _mm_cmpeq_epi8(bytes, cr));
  }
  for (; quote < 0 && at + 16 <= length; at += 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + at));
    returns = _mm_or_si128(returns, _mm_cmpeq_epi8(bytes, cr));
  }
  unsigned odd = parley_scan_count((uint64_t)(uint32_t)_mm_movemask_epi8(parity));
  parley_survey survey = {.quotes = _mm_movemask_epi8(quotes) != 0, .returns = _mm_movemask_epi8(returns) != 0};
  for (; at < length; at++) {
    odd += (unsigned char)text[at] == quote;
    survey.quotes |= (unsigned char)text[at] == quote;
    survey.returns |= text[at] == '\r';
  }
  survey.odd = odd % 2 != 0;
  return survey;
}

#else

parley_survey parley_survey_text(const char *text, size_t length, int quote) {
  size_t quotes = 0, returns = 0;
  for (size_t at = 0; at < length; at++) {
    quotes += (unsigned char)text[at] == quote;
    returns += text[at] == '\r';
  }
  return (parley_survey){.odd = quotes % 2 != 0, .quotes = quotes > 0, .returns = returns > 0};
}

#endif

/* ---- a block ---- */

typedef struct block_bits {
  uint64_t delimiter, quote, lf, cr;
  bool high;
} block_bits;

#if defined(PARLEY_SCAN_SSE2)

PARLEY_SCAN_INLINE uint64_t same_bits(const __m128i *bytes, char byte) {
  __m128i wanted = _mm_set1_epi8(byte);
  uint64_t bits = 0;
  for (int i = 0; i < 4; i++) {
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes[i], wanted)) << (16 * i);
  }
  return bits;
}

PARLEY_SCAN_INLINE block_bits bits_of(const char *text, char delimiter, int quote, bool quotes, bool returns) {
  __m128i bytes[4];
  for (int i = 0; i < 4; i++) bytes[i] = _mm_loadu_si128((const __m128i *)(const void *)(text + 16 * i));
  __m128i all = _mm_or_si128(_mm_or_si128(bytes[0], bytes[1]), _mm_or_si128(bytes[2], bytes[3]));
  return (block_bits){.delimiter = same_bits(bytes, delimiter), .quote = quotes ? same_bits(bytes, (char)quote) : 0,
                      .lf = same_bits(bytes, '\n'), .cr = returns ? same_bits(bytes, '\r') : 0,
                      .high = _mm_movemask_epi8(all) != 0};
}

#else

PARLEY_SCAN_INLINE parley_scan_bits same_bits(const char *text, char byte) {
  unsigned char b = (unsigned char)byte;
  return parley_scan(text, (parley_scan_set){{b, b, b, b}});
}

PARLEY_SCAN_INLINE block_bits bits_of(const char *text, char delimiter, int quote, bool quotes, bool returns) {
  parley_scan_bits first = same_bits(text, delimiter);
  return (block_bits){.delimiter = first.found, .quote = quotes ? same_bits(text, (char)quote).found : 0,
                      .lf = same_bits(text, '\n').found, .cr = returns ? same_bits(text, '\r').found : 0,
                      .high = first.high != 0};
}

#endif

/* Bit i: an odd number of quotes up to it. Six shifts; a multiplication without carry would be one, where a machine
   has it. */
PARLEY_SCAN_INLINE uint64_t running_parity(uint64_t bits) {
  for (int step = 1; step < 64; step *= 2) bits ^= bits << step;
  return bits;
}

/* A CR before a LF ends no field: the LF does. `next` is the byte after the block. */
PARLEY_SCAN_INLINE uint64_t breaks_of(block_bits bits, char next) {
  return bits.lf | (bits.cr & ~(bits.lf >> 1 | (uint64_t)(next == '\n') << 63));
}

/* ---- a text ---- */

/* Every byte may end a field; a block more, as positions are written eight at a time. */
static bool make_room(parley_delimiter_index *field_ends, size_t length) {
  size_t room = length + PARLEY_SCAN_BLOCK + 1;
  if (room <= field_ends->room) return true;
  uint32_t *block = parley_alloc(field_ends->block, room * sizeof *block);
  if (block == NULL) return false;
  field_ends->block = block;
  field_ends->at = block + 1;
  field_ends->room = room;
  return true;
}

/* A loop of its own for texts without quotes or CR, which are spared looking for them. */
PARLEY_SCAN_INLINE void find(parley_delimiter_index *field_ends, const char *text, size_t length, char delimiter,
                             int quote, bool quotes, bool returns) {
  uint64_t inside = 0;
  int64_t breaks = 0, marks = 0;
  uint32_t *out = field_ends->at;
  bool high = false;
  for (size_t at = 0; at < length; at += PARLEY_SCAN_BLOCK) {
    block_bits bits = bits_of(text + at, delimiter, quote, quotes, returns);
    size_t left = length - at;
    uint64_t there = left >= PARLEY_SCAN_BLOCK ? ~UINT64_C(0) : ((uint64_t)1 << left) - 1;
    uint64_t lines = breaks_of(bits, returns && left > PARLEY_SCAN_BLOCK ? text[at + PARLEY_SCAN_BLOCK] : '\0') & there;
    if (quotes) {
      uint64_t parity = running_parity(bits.quote & there) ^ inside;
      marks += parley_scan_count(bits.quote & there);
      inside = (uint64_t)0 - (parity >> 63);
      lines &= ~parity;
      bits.delimiter &= ~parity;
    }
    breaks += parley_scan_count(lines);
    out += parley_scan_positions((bits.delimiter & there) | lines, (uint32_t)at, out);
    high |= bits.high;
  }
  field_ends->count = (size_t)(out - field_ends->at);
  field_ends->breaks = breaks;
  field_ends->quotes = marks;
  field_ends->open = inside != 0;
  field_ends->beyond_ascii = high;
}

/* block[0] is -1, so that the first field begins at -1 + 1. Positions are 32 bits: a chunk is far shorter. */
bool parley_delimiter_index_find(parley_delimiter_index *field_ends, const char *text, size_t length, char delimiter,
                                 int quote, parley_survey survey) {
  if (!make_room(field_ends, length)) return false;
  field_ends->block[0] = UINT32_MAX;
  if (survey.quotes && survey.returns) find(field_ends, text, length, delimiter, quote, true, true);
  else if (survey.quotes) find(field_ends, text, length, delimiter, quote, true, false);
  else if (survey.returns) find(field_ends, text, length, delimiter, quote, false, true);
  else find(field_ends, text, length, delimiter, quote, false, false);
  return true;
}

void parley_delimiter_index_free(parley_delimiter_index *field_ends) {
  parley_alloc(field_ends->block, 0);
  *field_ends = (parley_delimiter_index){0};
}
