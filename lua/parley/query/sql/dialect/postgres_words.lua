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
  result text;
BEGIN
  IF folded ~ '^[\u0001-\u001c +./0-~]*$' COLLATE "C" THEN RETURN folded; END IF;
  result := (SELECT coalesce(string_agg(CASE
      WHEN m[1] IS NOT NULL THEN chr(29) || m[1] || chr(30) || replace(m[1], ',', '') || chr(30)
      WHEN m[2] IS NOT NULL THEN chr(29) || m[2] || chr(30) || replace(m[2], '-', '') || chr(30)
      WHEN m[4] IS NOT NULL THEN CASE WHEN n = 1 OR is_parted THEN '' ELSE chr(31) END || m[4] || chr(31)
      WHEN m[5] IS NOT NULL THEN translate(m[5], chr(29) || chr(30) || chr(31), '   ')
      ELSE m[3] END, '' ORDER BY n), '')
    FROM (SELECT m, n, lag(m[4]) OVER (ORDER BY n) IS NOT NULL AS is_parted
      FROM regexp_matches(folded COLLATE "C", '@PIECES', 'g') WITH ORDINALITY AS p(m, n)) AS pieces);
  IF octet_length(result) = length(result) OR result !~ '[^@KNOWN]' COLLATE "C" THEN RETURN result; END IF;
  RETURN regexp_replace(regexp_replace(regexp_replace(result COLLATE "C", '[^@KNOWN\u0800-\U0010ffff]', '×', 'g'),
    '[^@KNOWN\U00010000-\U0010ffff]', '•', 'g'), '[^@KNOWN]', '𝄀', 'g');
END $$;

-- The words of a text in their order. Called for each row: statements of PL/pgSQL are kept, where those of SQL within
-- SQL are made anew, and so is what comes of the long pattern.
CREATE OR REPLACE FUNCTION parley_tokens(body text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length(body) = length(body) THEN
    RETURN ARRAY(SELECT m[1] FROM regexp_matches(body COLLATE "C", '[@ASCII]+', 'g') AS m);
  END IF;
  RETURN ARRAY(SELECT m[1] FROM regexp_matches(body COLLATE "C", '[@WORD]+', 'g') AS m);
END $$;

-- What the index finds a text by. It takes no long words, so they are cut, and no more than a mebibyte of them: of such
-- a text it holds how words begin. What is found so is looked at once more (parley_holds).
CREATE OR REPLACE FUNCTION parley_lexemes(tokens text[], bytes integer) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF bytes <= 250 THEN RETURN array_to_tsvector(tokens); END IF;
  IF bytes > 1000000 THEN
    RETURN array_to_tsvector(ARRAY(SELECT DISTINCT '#' || left(word, 2) FROM unnest(tokens) AS t(word)));
  END IF;
  RETURN array_to_tsvector(ARRAY(SELECT left(word, 250) FROM unnest(tokens) AS t(word)));
END $$;

-- What follows from the text of a row, in one pass over it. Its words stand in their order with a blank on either side
-- of each, so that words which stand together are part of a text.
CREATE OR REPLACE FUNCTION parley_search_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text[];
BEGIN
  words := parley_tokens(NEW.body);
  NEW.tokens := ' ' || array_to_string(words, '  ') || ' ';
  NEW.length := cardinality(words);
  NEW.words := parley_lexemes(words, octet_length(NEW.body));
  RETURN NEW;
END $$;

-- What is looked for, of a list of [spellings, whether words may go on] in JSON: each spelling as it stands among the
-- words of a row, without the last blank where the last word may go on, and an empty text before the next entry of the
-- list. One that may overlap itself, as "a b a" in "a b a b a", begins with an exclamation mark.
CREATE OR REPLACE FUNCTION parley_phrases(wanted text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  phrases text[] := '{}';
  entry jsonb;
  words text[];
  last text;
  goes_on boolean;
BEGIN
  FOR entry IN SELECT * FROM jsonb_array_elements(CAST(wanted AS jsonb)) LOOP
    IF phrases <> '{}' THEN phrases := phrases || CAST('' AS text); END IF;
    goes_on := CAST(entry ->> 1 AS boolean);
    FOR words IN SELECT parley_tokens(spelling) FROM jsonb_array_elements_text(entry -> 0) AS s(spelling) LOOP
      last := words[cardinality(words)];
      phrases := phrases || (CASE WHEN words[1] = ANY(words[2:])
        OR goes_on AND cardinality(words) > 1 AND starts_with(words[1], last) THEN '! ' ELSE ' ' END
        || array_to_string(words, '  ') || CASE WHEN goes_on THEN '' ELSE ' ' END);
    END LOOP;
  END LOOP;
  RETURN phrases;
END $$;

-- The texts that may hold it, as the index is asked: all words of one phrase of each entry.
CREATE OR REPLACE FUNCTION parley_search(phrases text[]) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  phrase text;
  words text[];
  word text;
  query text := '((';
BEGIN
  FOREACH phrase IN ARRAY phrases LOOP
    IF phrase = '' THEN
      query := query || ') & (';
      CONTINUE;
    END IF;
    query := query || CASE WHEN right(query, 1) = '(' THEN '(' ELSE ' | (' END;
    words := string_to_array(btrim(phrase, '! '), '  ');
    FOR k IN 1 .. cardinality(words) LOOP
      word := words[k];
      query := query || CASE WHEN right(query, 1) = '(' THEN '' ELSE ' & ' END;
      IF k = cardinality(words) AND right(phrase, 1) <> ' ' THEN
        query := query || format('(''%s'':* | ''#%s'':*)', left(word, 250), left(word, 2));
      ELSE
        query := query || format('(''%s'' | ''#%s'')', left(word, 250), left(word, 2));
      END IF;
    END LOOP;
    query := query || ')';
  END LOOP;
  RETURN CAST(query || '))' AS tsquery);
END $$;

-- Whether that does not tell it all: words that stand together, or are cut.
CREATE OR REPLACE FUNCTION parley_may_fail(phrases text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT bool_or(phrase LIKE '%  %' OR length(phrase) > 250) FROM unnest(phrases) AS p(phrase)
$$;

-- How often a phrase stands among words.
CREATE OR REPLACE FUNCTION parley_times(tokens text, phrase text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  times integer := 0;
  place integer;
BEGIN
  IF left(phrase, 1) <> '!' THEN
    RETURN (octet_length(tokens) - octet_length(replace(tokens, phrase, ''))) / octet_length(phrase);
  END IF;
  LOOP
    place := strpos(tokens, substr(phrase, 2));
    IF place = 0 THEN RETURN times; END IF;
    times := times + 1;
    tokens := substr(tokens, place + 1);
  END LOOP;
END $$;

-- Whether a text holds what is looked for: a phrase of each entry.
CREATE OR REPLACE FUNCTION parley_holds(tokens text, phrases text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  phrase text;
  found boolean := false;
BEGIN
  FOREACH phrase IN ARRAY phrases LOOP
    IF phrase = '' THEN
      IF NOT found THEN RETURN false; END IF;
      found := false;
    ELSIF NOT found THEN
      found := strpos(tokens, ltrim(phrase, '!')) > 0;
    END IF;
  END LOOP;
  RETURN found;
END $$;

-- How much each phrase weighs in an index, and behind them how many words a text of it has: what SQLite's bm25() asks
-- of a whole index. A text of SQL within it names no function of ours: the name of their schema may have quotes.
CREATE OR REPLACE FUNCTION parley_weights(index regclass, phrases text[]) RETURNS double precision[]
LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
  weights double precision[] := array_fill(CAST(0 AS double precision), ARRAY[cardinality(phrases)]);
  words bigint;
  rows bigint;
  hits bigint;
  looked tsquery;
  is_open boolean;
  held text;
BEGIN
  SELECT t.words, t.rows INTO words, rows FROM parley_search_totals AS t WHERE index = CAST('search_text' AS regclass);
  IF rows IS NULL THEN
    EXECUTE format('SELECT coalesce(sum(length), 0), count(*) FROM %s', index) INTO words, rows;
  END IF;
  FOR k IN 1 .. cardinality(phrases) LOOP
    CONTINUE WHEN phrases[k] = '';
    looked := parley_search(ARRAY[phrases[k]]);
    is_open := parley_may_fail(ARRAY[phrases[k]]);
    EXECUTE format('SELECT count(*) FROM %s WHERE words @@ $1 AND length < @MANY AND NOT $2', index) INTO hits
      USING looked, is_open;
    FOR held IN EXECUTE format('SELECT tokens FROM %s WHERE words @@ $1 AND (length >= @MANY OR $2)', index)
      USING looked, is_open
    LOOP
      IF parley_holds(held, ARRAY[phrases[k]]) THEN hits := hits + 1; END IF;
    END LOOP;
    weights[k] := ln((rows - hits + CAST(0.5 AS double precision)) / (hits + CAST(0.5 AS double precision)));
    IF weights[k] <= 0 THEN weights[k] := 1e-6; END IF;
  END LOOP;
  RETURN weights || CAST(words AS double precision) / rows;
END $$;

-- The score that SQLite's bm25() gives, operation by operation, so that equal texts have equal scores.
CREATE OR REPLACE FUNCTION parley_score(tokens text, length integer, phrases text[], weights double precision[])
RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  k1 CONSTANT double precision := 1.2;
  b CONSTANT double precision := 0.75;
  most CONSTANT double precision := k1 + 1;
  rest double precision := k1 * (1 - b + b * length / weights[cardinality(weights)]);
  score double precision := 0;
  often double precision;
BEGIN
  FOR k IN 1 .. cardinality(phrases) LOOP
    CONTINUE WHEN phrases[k] = '';
    often := parley_times(tokens, phrases[k]);
    score := score + weights[k] * ((often * most) / (often + rest));
  END LOOP;
  RETURN score;
END $$;

-- Texts and words of the index, counted as statements write it.
CREATE TABLE IF NOT EXISTS parley_search_totals (one boolean PRIMARY KEY, words bigint NOT NULL, rows bigint NOT NULL);
CREATE OR REPLACE FUNCTION parley_search_total() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  more_words bigint := 0;
  more_rows bigint := 0;
BEGIN
  IF TG_OP <> 'DELETE' THEN SELECT sum(length), count(*) INTO more_words, more_rows FROM added; END IF;
  IF TG_OP <> 'INSERT' THEN
    SELECT coalesce(more_words, 0) - sum(length), more_rows - count(*) INTO more_words, more_rows FROM removed;
  END IF;
  IF more_words <> 0 OR more_rows <> 0 THEN
    INSERT INTO parley_search_totals AS t VALUES (true, more_words, more_rows)
      ON CONFLICT(one) DO UPDATE SET words = t.words + excluded.words, rows = t.rows + excluded.rows;
  END IF;
  RETURN NULL;
END $$;

-- Where a phrase begins among words.
CREATE OR REPLACE FUNCTION parley_places(tokens text[], phrase text[], goes_on boolean) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  width integer := cardinality(phrase);
  places integer[];
BEGIN
  IF width = 1 THEN
    IF NOT goes_on THEN RETURN array_positions(tokens, phrase[1]); END IF;
    RETURN ARRAY(SELECT place FROM unnest(tokens) WITH ORDINALITY AS t(word, place) WHERE starts_with(word, phrase[1]));
  END IF;
  places := array_positions(tokens, phrase[1]);
  FOR k IN 2 .. width LOOP
    EXIT WHEN places = '{}';
    places := ARRAY(SELECT unnest(places) INTERSECT SELECT place - k + 1
      FROM unnest(parley_places(tokens, phrase[k : k], goes_on AND k = width)) AS p(place));
  END LOOP;
  RETURN places;
END $$;

-- What was found, as a pattern for texts in ASCII, which tells words at a third of the price; none where phrases may
-- overlap. What is looked for more often than once is a matter of one word.
CREATE OR REPLACE FUNCTION parley_found_pattern(phrases text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  phrase text;
  parts text[] := '{}';
BEGIN
  FOREACH phrase IN ARRAY phrases LOOP
    IF left(phrase, 1) = '!' OR phrase LIKE '%  %' AND cardinality(phrases) > 1 THEN RETURN NULL; END IF;
    CONTINUE WHEN phrase = '';
    parts := parts || (replace(btrim(phrase), '  ', '[^@ASCII]+')
      || CASE WHEN right(phrase, 1) = ' ' THEN '' ELSE '[@ASCII]*' END);
  END LOOP;
  RETURN '(?<![@ASCII])(?:' || array_to_string(parts, '|') || ')(?![@ASCII])';
END $$;

-- The text with what was found between two marks; of phrases that overlap, all of it once.
CREATE OR REPLACE FUNCTION parley_marked(body text, phrases text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  pattern text;
  gaps text[];
  words text[];
  first integer;
  last integer;
  until integer := 0;
BEGIN
  IF octet_length(body) = length(body) THEN
    pattern := parley_found_pattern(phrases);
    IF pattern IS NOT NULL THEN
      RETURN regexp_replace(body COLLATE "C", pattern, chr(1) || '\&' || chr(2), 'g');
    END IF;
  END IF;
  SELECT array_agg(m[1]), array_agg(m[2]) INTO gaps, words
    FROM regexp_matches(body COLLATE "C", '([^@WORD]*)([@WORD]+|$)', 'g') AS m;
  FOR first, last IN SELECT place, max(place + cardinality(looked) - 1)
    FROM (SELECT string_to_array(btrim(p.phrase, '! '), '  ') AS looked, right(p.phrase, 1) <> ' ' AS goes_on
      FROM unnest(phrases) AS p(phrase) WHERE p.phrase <> '') AS p,
      unnest(parley_places(words, looked, goes_on)) AS f(place)
    GROUP BY place ORDER BY place
  LOOP
    IF first > until THEN
      IF until > 0 THEN words[until] := words[until] || chr(2); END IF;
      words[first] := chr(1) || words[first];
    END IF;
    until := greatest(until, last);
  END LOOP;
  IF until > 0 THEN words[until] := words[until] || chr(2); END IF;
  RETURN (SELECT string_agg(gap || word, '' ORDER BY n) FROM unnest(gaps, words) WITH ORDINALITY AS t(gap, word, n));
END $$;
]==]

return function()
  local unspaced, letters = unspaced_and_letters()
  local words = word_characters(0x10FFFF)
  local values = { WORD = words, ASCII = word_characters(0x7F), UNSPACED = unspaced, LETTERS = letters, MANY = "1000",
    KNOWN = "\\u0001-\\u00bf\\u2010-\\u2027\\u00d7\\U0001d100" .. words }
  return (TEXT:gsub("@PIECES", function() return PIECES end):gsub("@(%u+)", values))
end
