--- Functions of PostgreSQL for groups: extremes, quantiles, lists, the most frequent value, conditions; and sums of
-- conditions, and means of the last rows.

local groups = [=[
-- ---- extremes ----

CREATE OR REPLACE FUNCTION parley_greatest(VARIADIC list text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT max(x COLLATE "C") FROM unnest(list) AS x $$;
CREATE OR REPLACE FUNCTION parley_least(VARIADIC list text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT min(x COLLATE "C") FROM unnest(list) AS x $$;

CREATE OR REPLACE FUNCTION parley_greater(x text, y text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
$$ BEGIN IF x COLLATE "C" >= y COLLATE "C" THEN RETURN x; END IF; RETURN y; END $$;
CREATE OR REPLACE FUNCTION parley_lesser(x text, y text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
$$ BEGIN IF x COLLATE "C" <= y COLLATE "C" THEN RETURN x; END IF; RETURN y; END $$;

CREATE OR REPLACE AGGREGATE parley_max(text) (
  SFUNC = parley_greater, STYPE = text, COMBINEFUNC = parley_greater, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_min(text) (
  SFUNC = parley_lesser, STYPE = text, COMBINEFUNC = parley_lesser, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_max(boolean) (
  SFUNC = boolor_statefunc, STYPE = boolean, COMBINEFUNC = boolor_statefunc, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_min(boolean) (
  SFUNC = booland_statefunc, STYPE = boolean, COMBINEFUNC = booland_statefunc, PARALLEL = SAFE);

-- ---- quantiles ----

-- Between two neighbours, and never outside of them; a sum of shares, which does not overflow.
CREATE OR REPLACE FUNCTION parley_between(low float8, high float8, share float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  found float8;
BEGIN
  IF NOT low < high THEN RETURN low; END IF;
  found := parley_add(parley_multiply(1 - share, low), parley_multiply(share, high));
  RETURN greatest(low, least(high, found));
END $$;

CREATE OR REPLACE FUNCTION parley_quantile_of(x float8[], p float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  h float8;
  below integer;
  found float8[];
BEGIN
  IF NOT p BETWEEN 0 AND 1 THEN PERFORM parley_fail('bad_argument.sql_share'); END IF;
  x := array_remove(x, NULL);
  IF x = '{}' THEN RETURN NULL; END IF;
  h := (cardinality(x) - 1) * p;
  below := trunc(h);
  found := ARRAY(SELECT v FROM unnest(x) AS v ORDER BY v OFFSET below LIMIT 2);
  IF h <= below OR cardinality(found) < 2 THEN RETURN found[1]; END IF;
  RETURN parley_between(found[1], found[2], h - below);
END $$;

CREATE OR REPLACE FUNCTION parley_median_end(x float8[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT parley_quantile_of(x, 0.5) $$;
CREATE OR REPLACE AGGREGATE parley_median(float8) (
  SFUNC = array_append, STYPE = float8[], FINALFUNC = parley_median_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);

-- The share stands before the values.
CREATE OR REPLACE FUNCTION parley_quantile_step(s float8[], x float8, p float8) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF s IS NULL THEN s := ARRAY[p]; END IF;
  IF x IS NOT NULL THEN s := array_append(s, x); END IF;
  RETURN s;
END $$;
CREATE OR REPLACE FUNCTION parley_quantile_end(s float8[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT parley_quantile_of(s[2:], s[1]) $$;
CREATE OR REPLACE AGGREGATE parley_quantile(float8, float8) (
  SFUNC = parley_quantile_step, STYPE = float8[], FINALFUNC = parley_quantile_end);

-- ---- lists ----

CREATE TYPE parley_topped AS (value text, n bigint, whole bigint, number float8, place bigint);
CREATE OR REPLACE FUNCTION parley_topped(value text, n bigint, by bigint, place bigint) RETURNS parley_topped
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(value, n, by, by::float8, place)::parley_topped $$;
CREATE OR REPLACE FUNCTION parley_topped(value text, n bigint, by float8, place bigint) RETURNS parley_topped
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(value, n, NULL, by, place)::parley_topped $$;

CREATE OR REPLACE FUNCTION parley_top_end(list parley_topped[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(value, '; ' ORDER BY number DESC, whole DESC, place) FROM (
    SELECT * FROM unnest(list) WHERE value IS NOT NULL AND number IS NOT NULL
    ORDER BY number DESC, whole DESC, place LIMIT greatest((list[1]).n, 0)) AS first
$$;
CREATE OR REPLACE AGGREGATE parley_top(parley_topped) (
  SFUNC = array_append, STYPE = parley_topped[], FINALFUNC = parley_top_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);

-- Of dates that are equally frequent the one that begins first, then the one that ends first.
CREATE OR REPLACE FUNCTION parley_mode_of_dates_end(dates text[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT d FROM unnest(dates) AS d WHERE d IS NOT NULL GROUP BY d
  ORDER BY count(*) DESC, coalesce(parley_edtf_start(d), 2147483647), (parley_edtf(d))[2], d COLLATE "C" LIMIT 1
$$;
CREATE OR REPLACE AGGREGATE parley_mode_of_dates(text) (
  SFUNC = array_append, STYPE = text[], FINALFUNC = parley_mode_of_dates_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);

-- ---- conditions ----

-- Bits: 1 it held, 2 it failed, 4 it was missing.
CREATE OR REPLACE FUNCTION parley_truth_step(bits integer, x boolean) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN bits | CASE WHEN x THEN 1 WHEN NOT x THEN 2 ELSE 4 END;
END $$;
CREATE OR REPLACE FUNCTION parley_any_end(bits integer) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN bits & 1 = 1 THEN true WHEN bits = 2 THEN false END $$;
CREATE OR REPLACE FUNCTION parley_all_end(bits integer) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN bits & 2 = 2 THEN false WHEN bits = 1 THEN true END $$;
CREATE OR REPLACE AGGREGATE parley_any(boolean) (
  SFUNC = parley_truth_step, STYPE = integer, INITCOND = '0', FINALFUNC = parley_any_end, COMBINEFUNC = int4or,
  PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_all(boolean) (
  SFUNC = parley_truth_step, STYPE = integer, INITCOND = '0', FINALFUNC = parley_all_end, COMBINEFUNC = int4or,
  PARALLEL = SAFE);

-- ---- conditions as numbers ----

CREATE OR REPLACE FUNCTION parley_count_step(n bigint[], x boolean) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF x THEN n[1] := n[1] + 1; END IF;
  n[2] := n[2] + 1;
  RETURN n;
END $$;
CREATE OR REPLACE FUNCTION parley_count_sum(n bigint[]) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN n[2] > 0 THEN n[1] END $$;
CREATE OR REPLACE FUNCTION parley_count_whole(n bigint[]) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN n[2] > 0 THEN n[1] END $$;
CREATE OR REPLACE FUNCTION parley_count_mean(n bigint[]) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN n[2] > 0 THEN n[1]::float8 / n[2] END $$;
CREATE OR REPLACE AGGREGATE parley_sum(boolean) (
  SFUNC = parley_count_step, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = parley_count_sum);
CREATE OR REPLACE AGGREGATE parley_whole(boolean) (
  SFUNC = parley_count_step, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = parley_count_whole);
CREATE OR REPLACE AGGREGATE parley_mean(boolean) (
  SFUNC = parley_count_step, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = parley_count_mean);
]=]

-- Each extreme of numbers has an index that finds it, as min() and max() of the server.
local NUMBERS = [=[
CREATE OR REPLACE AGGREGATE parley_max(@TYPE) (
  SFUNC = @SHORTlarger, STYPE = @TYPE, SORTOP = >, COMBINEFUNC = @SHORTlarger, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_min(@TYPE) (
  SFUNC = @SHORTsmaller, STYPE = @TYPE, SORTOP = <, COMBINEFUNC = @SHORTsmaller, PARALLEL = SAFE);
]=]

-- Whatever is compared by size.
local COMPARED = [=[
CREATE OR REPLACE FUNCTION parley_greatest(VARIADIC list @TYPE[]) RETURNS @TYPE
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  x @TYPE;
  best @TYPE;
BEGIN
  FOREACH x IN ARRAY list LOOP
    IF x > best OR (best IS NULL AND x IS NOT NULL) THEN best := x; END IF;
  END LOOP;
  RETURN best;
END $$;
CREATE OR REPLACE FUNCTION parley_least(VARIADIC list @TYPE[]) RETURNS @TYPE
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  x @TYPE;
  best @TYPE;
BEGIN
  FOREACH x IN ARRAY list LOOP
    IF x < best OR (best IS NULL AND x IS NOT NULL) THEN best := x; END IF;
  END LOOP;
  RETURN best;
END $$;
]=]

local parts = { groups }
for _, type in ipairs { { "bigint", "int8" }, { "float8", "float8" }, { "boolean" } } do
  local values = { TYPE = type[1], SHORT = type[2] }
  if type[2] then parts[#parts + 1] = NUMBERS:gsub("@(%u+)", values) end
  parts[#parts + 1] = COMPARED:gsub("@(%u+)", values)
end
return table.concat(parts, "\n")
