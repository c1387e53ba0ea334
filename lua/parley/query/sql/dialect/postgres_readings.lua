--- Functions of PostgreSQL that choose among claims: which reading of a thing is shown. csrc/value/readings.h has the
--- rules, B0 to B5.
-- The readings of a group are collected in an array, which PostgreSQL lengthens in place, and chosen from at its end.
-- Where all say the same, or one is firmest, a loop is enough; else one statement does each level of the choice.

local choosing = [=[
-- What one reading says, and who says it; `says` is the same for readings that say the same.
CREATE TYPE parley_reading AS (weight bigint, voice text, says text, first_at float8, last_at float8, centred boolean,
  settled boolean, doubtful boolean, beside text);

-- The place of what is shown; the hull of an amount, where it has one.
CREATE TYPE parley_choice AS (shown bigint, has_hull boolean, low float8, high float8);

-- The parts of a voice: the source, the source that it rests on in the end, the coder.
CREATE OR REPLACE FUNCTION parley_voice_origin(voice text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(split_part(voice, chr(31), 2), ''), split_part(voice, chr(31), 1)) $$;

-- B3: whether what goes from first_at to last_at lies within another extent, and says more.
CREATE OR REPLACE FUNCTION parley_is_within(first_at float8, last_at float8, centred boolean, doubtful boolean,
  outer_first float8, outer_last float8, outer_centred boolean, outer_settled boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT NOT outer_settled AND NOT doubtful AND first_at >= outer_first AND last_at <= outer_last
    AND (first_at > outer_first OR last_at < outer_last OR (centred AND NOT outer_centred))
$$;

-- B0: the places of the readings that are passed over, as another coder of their source is read.
CREATE OR REPLACE FUNCTION parley_passed_over(readings parley_reading[]) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ARRAY(
    WITH coded AS (
      SELECT i, split_part(voice, chr(31), 1) COLLATE "C" AS source, split_part(voice, chr(31), 4) COLLATE "C" AS coder,
        starts_with(split_part(voice, chr(31), 4), chr(1)) AS ordered, weight >> 56 & 1 AS preferred,
        weight & 1073741823 AS place
      FROM unnest(readings) WITH ORDINALITY AS r(weight, voice, says, first_at, last_at, centred, settled, doubtful,
        beside, i)
    ), read AS (
      SELECT DISTINCT ON (source) source, coder, ordered OR preferred = 1 AS decided FROM coded
      ORDER BY source, ordered DESC, CASE WHEN ordered THEN coder END, preferred DESC, place, i
    )
    SELECT c.i FROM coded AS c JOIN read AS r ON c.source = r.source
    WHERE c.coder <> r.coder AND (r.decided OR c.coder <> ''));
END $$;

-- B1 to B4, from the best of all down, each within the one before. Readings that say nothing are not among them. Where
-- one alone is firmest, nothing else is asked.
CREATE OR REPLACE FUNCTION parley_choose(readings parley_reading[], is_state boolean, are_amounts boolean)
RETURNS parley_choice LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  passed bigint[] := '{}';
  shown parley_reading;
  best bigint[];
  sayings bigint;
  besides bigint;
  found parley_choice;
  r parley_reading;
  firmest bigint;
  top_firmness bigint;
  alone boolean;
BEGIN
  IF parley_has_several_coders(readings) THEN passed := parley_passed_over(readings); END IF;
  found.has_hull := false;
  LOOP
    firmest := NULL;
    FOR i IN 1 .. cardinality(readings) LOOP
      r := readings[i];
      CONTINUE WHEN i = ANY (passed);
      CONTINUE WHEN found.shown IS NOT NULL AND NOT (r.weight >> 56 = shown.weight >> 56
        AND r.weight >> 30 <= shown.weight >> 30 AND parley_is_within(r.first_at, r.last_at, r.centred, r.doubtful,
          shown.first_at, shown.last_at, shown.centred, shown.settled));
      IF firmest IS NULL OR r.weight >> 30 > top_firmness THEN
        firmest := i; top_firmness := r.weight >> 30; alone := true;
      ELSIF r.weight >> 30 = top_firmness THEN
        alone := false;
      END IF;
    END LOOP;
    EXIT WHEN firmest IS NULL;
    IF alone THEN
      found.shown := firmest;
      shown := readings[firmest];
      CONTINUE;
    END IF;
    WITH level AS (
      SELECT i, weight, weight >> 30 AS firmness, coalesce(voice, '') COLLATE "C" AS voice, says, first_at, last_at,
        centred, settled, doubtful, beside
      FROM unnest(readings) WITH ORDINALITY AS u(weight, voice, says, first_at, last_at, centred, settled, doubtful,
        beside, i)
      WHERE i <> ALL (passed) AND (found.shown IS NULL OR (weight >> 56 = shown.weight >> 56
        AND weight >> 30 <= shown.weight >> 30 AND parley_is_within(first_at, last_at, centred, doubtful,
          shown.first_at, shown.last_at, shown.centred, shown.settled)))
    ), last_words AS (
      SELECT DISTINCT ON (voice) * FROM level ORDER BY voice, weight DESC, i DESC
    ), spoken AS (
      SELECT *, max(firmness) OVER () AS top FROM last_words
    ), counted AS (
      SELECT s.*, (SELECT count(DISTINCT parley_voice_origin(o.voice)) FROM spoken AS o
        WHERE o.says = s.says AND (NOT is_state OR o.firmness = o.top)) AS origins
      FROM spoken AS s WHERE s.firmness = s.top
    ), most AS (
      SELECT * FROM counted WHERE origins = (SELECT max(origins) FROM counted)
    ), standing AS (
      SELECT * FROM most AS m WHERE NOT EXISTS (SELECT FROM most AS o WHERE parley_is_within(o.first_at, o.last_at,
        o.centred, o.doubtful, m.first_at, m.last_at, m.centred, m.settled))
    )
    SELECT array_agg(i ORDER BY voice, weight DESC), count(DISTINCT says), count(DISTINCT coalesce(beside, '')),
      min(first_at), max(last_at)
    INTO best, sayings, besides, found.low, found.high FROM standing;
    EXIT WHEN best IS NULL;
    found.shown := best[1];
    shown := readings[best[1]];
    found.has_hull := are_amounts AND sayings > 1 AND besides = 1;
    EXIT WHEN found.has_hull;
  END LOOP;
  RETURN found;
END $$;

-- Whether not all name one coder, or none.
CREATE OR REPLACE FUNCTION parley_has_several_coders(readings parley_reading[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  r parley_reading;
  first_coder text;
  coder text;
BEGIN
  FOREACH r IN ARRAY readings LOOP
    coder := coalesce(split_part(r.voice, chr(31), 4), '');
    IF first_coder IS NULL THEN first_coder := coder; ELSIF coder <> first_coder THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

-- A date as a reading says it: what is not a date is there, but within nothing.
CREATE OR REPLACE FUNCTION parley_reading_of_date(weight bigint, voice text, date text) RETURNS parley_reading
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  d integer[] := parley_edtf_read(date);
  r parley_reading := ROW(weight, voice, date, '-Infinity', 'Infinity', false, false, true, NULL);
BEGIN
  IF d IS NULL THEN
    r.says := 'text ' || date;
    RETURN r;
  END IF;
  r.says := d[1] || ' ' || d[2];
  IF d[1] > -2147483648 THEN r.first_at := d[1]; END IF;
  IF d[2] < 2147483647 THEN r.last_at := d[2]; END IF;
  r.settled := d[3] & 2 = 2 AND d[1] > -2147483648 AND d[2] < 2147483647;
  r.doubtful := d[3] & 1 = 1;
  RETURN r;
END $$;
]=]

-- best_said and best_date of values of a type: a row of each claim, and what is made of them. Kind 3 is a date.
local typed = [=[
CREATE TYPE parley_said_@NAME AS (value @TYPE, weight bigint, voice text, kind integer, date text);

CREATE OR REPLACE FUNCTION parley_said(value @TYPE, weight bigint, voice text, kind integer) RETURNS parley_said_@NAME
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(value, weight, voice, kind, NULL)::parley_said_@NAME $$;

CREATE OR REPLACE FUNCTION parley_dated(value @TYPE, weight bigint, voice text, date text) RETURNS parley_said_@NAME
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(value, weight, voice, 3, date)::parley_said_@NAME $$;

@DATED-- Where nothing that is less firm displaces what is firmest, nothing is sorted.
CREATE OR REPLACE FUNCTION parley_best_of_said(said parley_said_@NAME[]) RETURNS @TYPE
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  r parley_said_@NAME;
  top parley_said_@NAME;
  firmness bigint;
  alone boolean := true;
  agreed boolean := true;
  coders boolean := false;
  coder text;
  readings parley_reading[] := '{}';
  shown bigint;
  kept parley_said_@NAME[] := '{}';
BEGIN
  IF cardinality(said) = 1 THEN
    r := said[1];
    RETURN CASE WHEN r.weight IS NOT NULL AND (r.kind <> 3 OR r.date IS NOT NULL) THEN r.value END;
  END IF;
  FOREACH r IN ARRAY said LOOP
    CONTINUE WHEN r.weight IS NULL OR CASE WHEN r.kind = 3 THEN r.date IS NULL ELSE r.value IS NULL END;
    kept := kept || r;
    IF firmness IS NULL THEN
      top := r; firmness := r.weight >> 30; coder := split_part(r.voice, chr(31), 4);
      CONTINUE;
    END IF;
    agreed := agreed AND r.value IS NOT DISTINCT FROM kept[1].value;
    coders := coders OR split_part(r.voice, chr(31), 4) <> coder;
    IF r.weight >> 30 > firmness THEN
      top := r; firmness := r.weight >> 30; alone := true;
    ELSIF r.weight >> 30 = firmness THEN
      alone := false;
    END IF;
  END LOOP;
  IF agreed OR (alone AND NOT coders AND top.kind <> 3) THEN RETURN top.value; END IF;
  FOREACH r IN ARRAY kept LOOP
    IF r.kind = 3 THEN
      readings := readings || parley_reading_of_date(r.weight, r.voice, r.date);
    ELSE
      readings := readings || ROW(r.weight, r.voice, @SAYS, 0, 0, false, false, false, NULL)::parley_reading;
    END IF;
  END LOOP;
  shown := (parley_choose(readings, top.kind = 2, false)).shown;
  RETURN kept[shown].value;
END $$;

-- Mostly all say the same: then no row is taken apart, which takes longer than all else.
CREATE OR REPLACE FUNCTION parley_best_said_end(said parley_said_@NAME[]) RETURNS @TYPE
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  FOR i IN 1 .. cardinality(said) LOOP
    IF (said[i].weight IS NULL OR said[i].value IS NULL OR (said[i].kind = 3 AND said[i].date IS NULL)
      OR said[i].value@EXACT <> said[1].value@EXACT) IS NOT FALSE THEN RETURN parley_best_of_said(said); END IF;
  END LOOP;
  RETURN said[1].value;
END $$;

CREATE OR REPLACE AGGREGATE parley_best_said(parley_said_@NAME) (
  SFUNC = array_append, STYPE = parley_said_@NAME[], FINALFUNC = parley_best_said_end, COMBINEFUNC = array_cat,
  PARALLEL = SAFE);
]=]

local DATE_ALONE = [[
CREATE OR REPLACE FUNCTION parley_dated(date text, weight bigint, voice text) RETURNS parley_said_text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(date, weight, voice, 3, date)::parley_said_text $$;

]]

-- Equal numbers say the same, whatever their types.
local TYPES = {
  { "text", "text", "CASE WHEN r.kind = 1 THEN parley_fold(r.value) ELSE r.value END" },
  { "whole", "bigint", "r.value::float8::text" },
  { "number", "float8", "(r.value + 0.0)::text" },
  { "truth", "boolean", "r.value::text" },
}

local parts = { choosing }
for i, type in ipairs(TYPES) do
  local values = { DATED = type[2] == "text" and DATE_ALONE or "", NAME = type[1], TYPE = type[2], SAYS = type[3],
    EXACT = type[1] == "number" and "::text" or "" }          -- the two zeros are equal, and two
  parts[i + 1] = typed:gsub("@(%u+)", values)
end
return table.concat(parts, "\n")
