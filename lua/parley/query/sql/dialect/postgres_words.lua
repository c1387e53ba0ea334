--- Functions of PostgreSQL for full text: the words of a text as an index holds them, what is looked for among them,
-- and the words that were found, marked. Words are runs of what the C code takes for letters and digits, so that both
-- stores find the same, whatever parser and locales a server has.

local core = require "parley.core"

-- The inside of a bracket of a regular expression: letters and digits up to a character, as ranges.
local function word_characters(most)
  local parts, runs = {}, core.word_characters()
  for i = 1, #runs, 2 do
    local first, last = runs[i], math.min(runs[i + 1], most)
    if first > most then break end
    parts[#parts + 1] = (last < 0x10000 and "\\u%04x-\\u%04x" or "\\U%08x-\\U%08x"):format(first, last)
  end
  return table.concat(parts)
end

-- Scripts without blanks between words, as csrc/value/index_text.c has them; and letters: all others beyond ASCII.
local UNSPACED = { 0x0E00, 0x0EFF, 0x1000, 0x109F, 0x1100, 0x11FF, 0x1780, 0x17FF, 0x2E80, 0x2FDF, 0x3005, 0x3007,
  0x3040, 0x312F, 0x3131, 0x318F, 0x31A0, 0x31FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA960, 0xA97F, 0xAC00, 0xD7FF,
  0xF900, 0xFAFF, 0x1B000, 0x1B2FF, 0x20000, 0x3FFFF }

local function range(first, last) return ("\\U%08x-\\U%08x"):format(first, last) end

local function unspaced_and_letters()
  local unspaced, letters, from = {}, { "0-9a-z" }, 0x80
  for i = 1, #UNSPACED, 2 do
    unspaced[#unspaced + 1] = range(UNSPACED[i], UNSPACED[i + 1])
    letters[#letters + 1], from = range(from, UNSPACED[i] - 1), UNSPACED[i + 1] + 1
  end
  letters[#letters + 1] = range(from, 0x10FFFF)
  return table.concat(unspaced), table.concat(letters)
end

-- What index_text.c takes at a time: a number with commas, words joined by hyphens but no range of numbers, a word, a
-- character of a script without blanks, anything else.
local PIECES <const> = "([0-9]{1,3}(?:,[0-9]{3})+(?![@LETTERS]|,[0-9]))"
  .. "|([@LETTERS]+(?:(?<![0-9])-[@LETTERS]+|-(?![0-9])[@LETTERS]+)+(?!-[@LETTERS]))"
  .. "|([@LETTERS]+)|([@UNSPACED])|([^@LETTERS@UNSPACED]+)"

local TEXT = [==[
-- Text as the index holds it: csrc/value/index_text.h.
CREATE OR REPLACE FUNCTION parley_index_text(x text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text := parley_fold(x);
BEGIN
  IF folded ~ '^[\u0001-\u001c +./0-~]*$' COLLATE "C" THEN RETURN folded; END IF;
  RETURN (SELECT coalesce(string_agg(CASE
      WHEN m[1] IS NOT NULL THEN chr(29) || m[1] || chr(30) || replace(m[1], ',', '') || chr(30)
      WHEN m[2] IS NOT NULL THEN chr(29) || m[2] || chr(30) || replace(m[2], '-', '') || chr(30)
      WHEN m[4] IS NOT NULL THEN CASE WHEN n = 1 OR is_parted THEN '' ELSE chr(31) END || m[4] || chr(31)
      WHEN m[5] IS NOT NULL THEN translate(m[5], chr(29) || chr(30) || chr(31), '   ')
      ELSE m[3] END, '' ORDER BY n), '')
    FROM (SELECT m, n, lag(m[4]) OVER (ORDER BY n) IS NOT NULL AS is_parted
      FROM regexp_matches(folded COLLATE "C", '@PIECES', 'g') WITH ORDINALITY AS p(m, n)) AS pieces);
END $$;

-- Words are cut where an index would refuse them.
CREATE OR REPLACE FUNCTION parley_tokens(body text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(left(m[1], 250)), '{}') FROM regexp_matches(body COLLATE "C", '[@WORD]+', 'g') AS m
$$;

-- Called for each row: statements of PL/pgSQL are kept, where those of SQL within SQL are made anew, and so is what
-- comes of the long pattern.
CREATE OR REPLACE FUNCTION parley_words(body text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length(body) = length(body) THEN
    RETURN (SELECT CAST(coalesce(string_agg('''' || left(m[1], 250) || ''':' || least(place, 16383), ' '), '')
      AS tsvector) FROM regexp_matches(body COLLATE "C", '[@ASCII]+', 'g') WITH ORDINALITY AS w(m, place));
  END IF;
  RETURN (SELECT CAST(coalesce(string_agg('''' || left(m[1], 250) || ''':' || least(place, 16383), ' '), '')
    AS tsvector) FROM regexp_matches(body COLLATE "C", '[@WORD]+', 'g') WITH ORDINALITY AS w(m, place));
END $$;

-- Words that stand together; the last of them may go on.
CREATE OR REPLACE FUNCTION parley_phrase(spelling text, goes_on boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg('''' || word || '''', ' <-> ' ORDER BY place) || CASE WHEN goes_on THEN ':*' ELSE '' END
  FROM unnest(parley_tokens(spelling)) WITH ORDINALITY AS w(word, place)
$$;

-- What is looked for: a list of [spellings, whether words may go on], in JSON.
CREATE OR REPLACE FUNCTION parley_search(wanted text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CAST(string_agg('(' || (SELECT string_agg('(' || parley_phrase(spelling, CAST(part ->> 1 AS boolean)) || ')',
    ' | ') FROM jsonb_array_elements_text(part -> 0) AS s(spelling)) || ')', ' & ') AS tsquery)
  FROM jsonb_array_elements(CAST(wanted AS jsonb)) AS p(part)
$$;

-- The text with what was found between two marks; of phrases that overlap, all of it once.
CREATE OR REPLACE FUNCTION parley_marked(body text, wanted text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  gaps text[];
  words text[];
  ends integer[];          -- where a phrase that begins here ends
  phrase text[];
  goes_on boolean;
  width integer;
  until integer := 0;
  marked text := '';
  length_seen integer := 0;
BEGIN
  SELECT array_agg(m[1]), array_agg(m[2]) INTO gaps, words
    FROM regexp_matches(body COLLATE "C", '([^@WORD]*)([@WORD]+)', 'g') AS m;
  IF words IS NULL THEN RETURN body; END IF;
  ends := array_fill(0, ARRAY[cardinality(words)]);
  FOR phrase, goes_on IN SELECT parley_tokens(spelling), CAST(part ->> 1 AS boolean)
    FROM jsonb_array_elements(CAST(wanted AS jsonb)) AS p(part), jsonb_array_elements_text(part -> 0) AS s(spelling)
  LOOP
    width := cardinality(phrase);
    CONTINUE WHEN width = 0;
    FOR i IN 1 .. cardinality(words) - width + 1 LOOP
      CONTINUE WHEN words[i : i + width - 2] <> phrase[1 : width - 1];
      IF words[i + width - 1] = phrase[width] OR goes_on AND starts_with(words[i + width - 1], phrase[width]) THEN
        ends[i] := greatest(ends[i], i + width - 1);
      END IF;
    END LOOP;
  END LOOP;
  FOR i IN 1 .. cardinality(words) LOOP
    length_seen := length_seen + length(gaps[i]) + length(words[i]);
    marked := marked || gaps[i];
    IF ends[i] > 0 AND until < i THEN marked := marked || chr(1); END IF;
    until := greatest(until, ends[i]);
    marked := marked || words[i];
    IF until = i THEN marked := marked || chr(2); END IF;
  END LOOP;
  RETURN marked || substr(body, length_seen + 1);
END $$;
]==]

return function()
  local unspaced, letters = unspaced_and_letters()
  local values = { WORD = word_characters(0x10FFFF), ASCII = word_characters(0x7F), UNSPACED = unspaced,
    LETTERS = letters }
  return (TEXT:gsub("@PIECES", function() return PIECES end):gsub("@(%u+)", values))
end
