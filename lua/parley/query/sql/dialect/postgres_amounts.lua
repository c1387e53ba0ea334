--- Functions of PostgreSQL that choose among amounts, and look at many columns of claims at once.
-- A row is an array of JSON, in which numbers keep their digits: what stands beside an amount has any type.

return [=[
-- A row is an array of JSON: weight, voice, low, best, high, and what is said beside them. Where a bound is missing,
-- the amount is open there; a best estimate alone is the amount.
CREATE OR REPLACE FUNCTION parley_reading_of_amount(said jsonb) RETURNS parley_reading
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  low float8 := (said ->> 2)::float8;
  best float8 := (said ->> 3)::float8;
  high float8 := (said ->> 4)::float8;
  r parley_reading;
BEGIN
  IF low IS NULL AND high IS NULL THEN low := best; high := best; END IF;
  r := ROW((said ->> 0)::bigint, said ->> 1, NULL, coalesce(low, '-Infinity'), coalesce(high, 'Infinity'),
    best IS NOT NULL, false, false, NULL);
  IF low IS NULL AND high IS NULL THEN RETURN NULL; END IF;
  r.says := concat_ws(' ', r.first_at + 0.0, r.last_at + 0.0, best + 0.0);
  r.beside := (said - 4 - 3 - 2 - 1 - 0)::text;
  RETURN r;
END $$;

-- A bound of a hull, as a whole number where it is one.
CREATE OR REPLACE FUNCTION parley_hull_bound(x float8) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN x IN ('Infinity', '-Infinity') THEN 'null'::jsonb ELSE to_jsonb(x) END
$$;

-- Whether a reading stands before another by itself: firmer, or of a voice that sorts first, or that voice's last.
CREATE OR REPLACE FUNCTION parley_is_before(a jsonb, b jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  firmness bigint := ((a ->> 0)::bigint) >> 30;
  other bigint := ((b ->> 0)::bigint) >> 30;
  voice text COLLATE "C" := coalesce(a ->> 1, '');
  other_voice text COLLATE "C" := coalesce(b ->> 1, '');
BEGIN
  IF b IS NULL THEN RETURN true; END IF;
  IF firmness <> other THEN RETURN firmness > other; END IF;
  IF voice <> other_voice THEN RETURN voice < other_voice; END IF;
  RETURN (a ->> 0)::bigint > (b ->> 0)::bigint;
END $$;

-- B5: what stands at a place beside the amount that is shown.
CREATE OR REPLACE FUNCTION parley_beside(said jsonb[], readings parley_reading[], shown jsonb, extent parley_reading,
  at_place integer) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  own jsonb;
  same jsonb;
BEGIN
  IF shown ->> at_place IS NOT NULL THEN RETURN shown -> at_place; END IF;
  FOR i IN 1 .. cardinality(said) LOOP
    CONTINUE WHEN said[i] ->> at_place IS NULL;
    IF split_part(coalesce(said[i] ->> 1, ''), chr(31), 1) = split_part(coalesce(shown ->> 1, ''), chr(31), 1)
      AND split_part(coalesce(said[i] ->> 1, ''), chr(31), 4) = split_part(coalesce(shown ->> 1, ''), chr(31), 4)
      AND parley_is_before(said[i], own) THEN own := said[i]; END IF;
    IF readings[i].first_at = extent.first_at AND readings[i].last_at = extent.last_at
      AND parley_is_before(said[i], same) THEN same := said[i]; END IF;
  END LOOP;
  RETURN coalesce(own, same) -> at_place;
END $$;

-- Without any amount the values at a place are chosen among.
CREATE OR REPLACE FUNCTION parley_best_at(said jsonb[], at_place integer) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  readings parley_reading[] := '{}';
  places integer[] := '{}';
BEGIN
  FOR i IN 1 .. cardinality(said) LOOP
    CONTINUE WHEN said[i] ->> at_place IS NULL;
    places := places || i;
    readings := readings || ROW((said[i] ->> 0)::bigint, said[i] ->> 1, said[i] ->> at_place, 0, 0, false, true, false,
      NULL)::parley_reading;
  END LOOP;
  IF places = '{}' THEN RETURN NULL; END IF;
  RETURN said[places[(parley_choose(readings, false, false)).shown]] -> at_place;
END $$;

-- One row, or rows that all say the same, need no choice.
CREATE OR REPLACE FUNCTION parley_best_quantity_end(rows jsonb[]) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  one jsonb;
  r parley_reading;
  said jsonb[] := '{}';
  readings parley_reading[] := '{}';
  amounts parley_reading[] := '{}';
  places integer[] := '{}';
  choice parley_choice;
  agreed boolean := true;
  shown jsonb;
  out jsonb := '[]';
BEGIN
  FOREACH one IN ARRAY rows LOOP
    CONTINUE WHEN one ->> 0 IS NULL OR NOT jsonb_path_exists(one - 1 - 0, '$[*] ? (@ != null)');
    said := said || one;
    agreed := agreed AND one - 1 - 0 = said[1] - 1 - 0;
  END LOOP;
  IF said = '{}' THEN RETURN NULL; END IF;
  IF agreed THEN RETURN said[1] - 1 - 0; END IF;
  FOR i IN 1 .. cardinality(said) LOOP
    r := parley_reading_of_amount(said[i]);
    readings := readings || r;
    IF r.weight IS NOT NULL THEN
      places := places || i;
      amounts := amounts || r;
    END IF;
  END LOOP;
  IF places <> '{}' THEN choice := parley_choose(amounts, false, true); END IF;
  IF choice.shown IS NULL THEN
    FOR place IN 2 .. jsonb_array_length(said[1]) - 1 LOOP
      one := CASE WHEN place < 5 THEN NULL ELSE parley_best_at(said, place) END;
      out := out || jsonb_build_array(one);
    END LOOP;
    RETURN out;
  END IF;
  shown := said[places[choice.shown]];
  out := jsonb_build_array(shown -> 2, shown -> 3, shown -> 4);
  IF choice.has_hull THEN
    out := jsonb_build_array(parley_hull_bound(choice.low), NULL, parley_hull_bound(choice.high));
  END IF;
  FOR place IN 5 .. jsonb_array_length(shown) - 1 LOOP
    one := parley_beside(said, readings, shown, amounts[choice.shown], place);
    out := out || jsonb_build_array(one);
  END LOOP;
  RETURN out;
END $$;

CREATE OR REPLACE AGGREGATE parley_best_quantity(jsonb) (
  SFUNC = array_append, STYPE = jsonb[], FINALFUNC = parley_best_quantity_end, COMBINEFUNC = array_cat,
  PARALLEL = SAFE);

-- The firmest rows that have words in each place, whether they are firm: as best_said chooses, of all words at once.
CREATE OR REPLACE FUNCTION parley_weak_words_end(rows jsonb[]) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  one jsonb;
  weak bigint := 0;
  readings parley_reading[];
  shown bigint;
  firm boolean[];
BEGIN
  IF rows IS NULL THEN RETURN 0; END IF;
  FOR place IN 3 .. jsonb_array_length(rows[1]) - 1 LOOP
    readings := '{}';
    firm := '{}';
    FOREACH one IN ARRAY rows LOOP
      CONTINUE WHEN one ->> place IS NULL OR one ->> 1 IS NULL;
      firm := firm || ((one ->> 0) <> '0');
      readings := readings || ROW((one ->> 1)::bigint, one ->> 2, one ->> 0, 0, 0, false, false, false,
        NULL)::parley_reading;
    END LOOP;
    CONTINUE WHEN firm = '{}';
    IF true = ALL (firm) THEN CONTINUE; END IF;
    IF false = ALL (firm) THEN
      weak := weak | (1::bigint << (place - 3));
    ELSIF NOT firm[(parley_choose(readings, false, false)).shown] THEN
      weak := weak | (1::bigint << (place - 3));
    END IF;
  END LOOP;
  RETURN weak;
END $$;

CREATE OR REPLACE AGGREGATE parley_weak_words(jsonb) (
  SFUNC = array_append, STYPE = jsonb[], FINALFUNC = parley_weak_words_end, COMBINEFUNC = array_cat,
  PARALLEL = SAFE);

-- A bit for each argument whose values are not all the same. The state holds the first values, the bits stand before
-- them.
CREATE OR REPLACE FUNCTION parley_differing_step(state jsonb, said jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  bits bigint;
BEGIN
  IF state IS NULL THEN RETURN jsonb_build_array(0, said); END IF;
  IF state -> 1 = said THEN RETURN state; END IF;
  bits := (state ->> 0)::bigint;
  FOR i IN 0 .. jsonb_array_length(said) - 1 LOOP
    CONTINUE WHEN said ->> i IS NULL;
    IF state -> 1 ->> i IS NULL THEN
      state := jsonb_set(state, ARRAY['1', i::text], said -> i);
    ELSIF state -> 1 -> i <> said -> i THEN
      bits := bits | (1::bigint << i);
    END IF;
  END LOOP;
  RETURN jsonb_set(state, '{0}', to_jsonb(bits));
END $$;

CREATE OR REPLACE FUNCTION parley_differing_end(state jsonb) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce((state ->> 0)::bigint, 0) $$;

CREATE OR REPLACE AGGREGATE parley_differing(jsonb) (
  SFUNC = parley_differing_step, STYPE = jsonb, FINALFUNC = parley_differing_end);
]=]
