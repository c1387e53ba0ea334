--- Functions of PostgreSQL that add up: integers exactly, numbers with what rounding takes (csrc/value/statistics.h, T1
-- and T4); and the best of weighed values.
-- A sum of numbers is an array of four: the total, what it lost, what is beyond the range in units of 2^1024, and how
-- many there are. Nothing is added that would not be finite, as the server makes an error of that.

local sums = [=[
CREATE OR REPLACE FUNCTION parley_sum_beyond(s float8[], x float8) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  was float8 := s[1];
  half float8;
  total float8;
  added float8;
BEGIN
  IF abs(was) < 'Infinity' AND abs(x) < 'Infinity' THEN
    half := sign(x) * power(2::float8, 1023);
    IF sign(was) = sign(x) AND abs(was) > 1.7976931348623157e308 - abs(x) THEN
      total := CASE WHEN abs(x) > abs(was) THEN was ELSE x END;
      x := (CASE WHEN abs(x) > abs(was) THEN x ELSE was END - half) - half;
      RETURN parley_sum_beyond(ARRAY[total, s[2], s[3] + sign(half), s[4]], x);
    END IF;
    total := was + x;
    added := total - was;
    RETURN ARRAY[total, s[2] + ((was - (total - added)) + (x - added)), s[3], s[4] + 1];
  END IF;
  RETURN ARRAY[was + x, s[2], s[3], s[4] + 1];
END $$;

-- Knuth's two-sum. A number in whose neighbourhood nothing overflows is added without a look at the range.
CREATE OR REPLACE FUNCTION parley_sum_step(s float8[], x float8) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  was float8 := s[1];
  total float8;
  added float8;
BEGIN
  IF abs(was) > 4e307 OR abs(x) > 4e307 THEN
    IF x = 'NaN' THEN RETURN s; END IF;
    RETURN parley_sum_beyond(s, x);
  END IF;
  total := was + x;
  added := total - was;
  s[1] := total;
  s[2] := s[2] + ((was - (total - added)) + (x - added));
  s[4] := s[4] + 1;
  RETURN s;
END $$;

CREATE OR REPLACE FUNCTION parley_sum_join(a float8[], b float8[]) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  s float8[] := parley_sum_step(a, b[1]);
BEGIN
  RETURN ARRAY[s[1], s[2] + b[2], s[3] + b[3], a[4] + b[4]];
END $$;

-- The sum in units that hold all of it, whatever is beyond the range.
CREATE OR REPLACE FUNCTION parley_sum_down(s float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  down float8[] := parley_sum_step(ARRAY[0, 0, 0, 0], s[3] * power(2::float8, 924));
BEGIN
  down := parley_sum_step(down, parley_multiply(s[1], power(2::float8, -100)));
  RETURN down[1] + (down[2] + parley_multiply(s[2], power(2::float8, -100)));
END $$;

-- A sum divided by another, or by a number that stands as one.
CREATE OR REPLACE FUNCTION parley_sum_quotient(s float8[], w float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF NOT parley_is_number(s[1]) OR NOT parley_is_number(w[1]) THEN
    RETURN parley_divide(parley_sum_by(s, 1), parley_sum_by(w, 1));
  END IF;
  IF s[3] = 0 AND w[3] = 0 THEN RETURN parley_divide(s[1] + s[2], w[1] + w[2]); END IF;
  RETURN parley_divide(parley_sum_down(s), parley_sum_down(w));
END $$;

CREATE OR REPLACE FUNCTION parley_sum_by(s float8[], by float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF s[4] = 0 THEN RETURN NULL; END IF;
  IF NOT parley_is_number(s[1]) THEN RETURN nullif(s[1], 'NaN'); END IF;
  IF s[3] = 0 THEN RETURN parley_divide(s[1] + s[2], by); END IF;
  RETURN parley_sum_quotient(s, ARRAY[by, 0, 0, 1]);
END $$;

CREATE OR REPLACE FUNCTION parley_sum_value(s float8[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT parley_sum_by(s, 1) $$;

CREATE OR REPLACE FUNCTION parley_sum_mean(s float8[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT parley_sum_by(s, s[4]) $$;

-- What a share is of: the sum itself, which may be no number.
CREATE OR REPLACE FUNCTION parley_sum_whole(s float8[]) RETURNS float8[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT CASE WHEN s[4] > 0 THEN s END $$;

CREATE OR REPLACE FUNCTION parley_share(x float8, whole float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF whole[3] = 0 THEN RETURN parley_divide(x, parley_sum_by(whole, 1)); END IF;
  RETURN parley_sum_quotient(ARRAY[x, 0, 0, 1], whole);
END $$;

CREATE OR REPLACE FUNCTION parley_share(x float8, whole float8) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT parley_divide(x, whole) $$;

CREATE OR REPLACE AGGREGATE parley_sum(float8) (
  SFUNC = parley_sum_step, STYPE = float8[], INITCOND = '{0,0,0,0}', FINALFUNC = parley_sum_value,
  COMBINEFUNC = parley_sum_join, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_mean(float8) (
  SFUNC = parley_sum_step, STYPE = float8[], INITCOND = '{0,0,0,0}', FINALFUNC = parley_sum_mean,
  COMBINEFUNC = parley_sum_join, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_whole(float8) (
  SFUNC = parley_sum_step, STYPE = float8[], INITCOND = '{0,0,0,0}', FINALFUNC = parley_sum_whole,
  COMBINEFUNC = parley_sum_join, PARALLEL = SAFE);
]=]

-- Sums of columns by the server's own aggregates, which are some times as fast: a number is its nearest integer, so
-- many integers of 2^-62, and what is left, of very small and of very large ones, which few columns have. The first two
-- are exact in any order.
local split = [=[
CREATE OR REPLACE FUNCTION parley_high(x float8) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN abs(x) < 4503599627370496 THEN x::bigint END $$;

CREATE OR REPLACE FUNCTION parley_low(x float8) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN abs(x) < 4503599627370496 THEN ((x - x::bigint) * 4611686018427387904)::bigint END $$;

CREATE OR REPLACE FUNCTION parley_rest(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(x) < 4503599627370496 THEN nullif((x - x::bigint)
    - ((x - x::bigint) * 4611686018427387904)::bigint / 4611686018427387904::float8, 0) ELSE x END
$$;

-- The same rest in words that other servers of the dataset understand without functions of ours (a CASE has no nullif
-- in it); and whether there is any.
CREATE OR REPLACE FUNCTION parley_left(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(x) < 4503599627370496 THEN (x - x::bigint)
    - ((x - x::bigint) * 4611686018427387904)::bigint / 4611686018427387904::float8 ELSE x END
$$;

CREATE OR REPLACE FUNCTION parley_has_left(x float8) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(x) < 4503599627370496 THEN (x - x::bigint)
    - ((x - x::bigint) * 4611686018427387904)::bigint / 4611686018427387904::float8 <> 0 ELSE x IS NOT NULL END
$$;

CREATE OR REPLACE FUNCTION parley_sum_list(s float8[], list float8[]) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  x float8;
BEGIN
  FOREACH x IN ARRAY list LOOP s := parley_sum_step(s, x); END LOOP;
  RETURN s;
END $$;

CREATE OR REPLACE AGGREGATE parley_sum(float8[]) (
  SFUNC = parley_sum_list, STYPE = float8[], INITCOND = '{0,0,0,0}', FINALFUNC = parley_sum_value, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_mean(float8[]) (
  SFUNC = parley_sum_list, STYPE = float8[], INITCOND = '{0,0,0,0}', FINALFUNC = parley_sum_mean, PARALLEL = SAFE);

CREATE OR REPLACE FUNCTION parley_split_sum(high numeric, low numeric, rest float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  scale numeric := 1;
  total numeric := high + low * 0.00000000000000000021684043449710088680149056017398834228515625;
BEGIN
  IF total IS NULL OR (total = 0 AND rest IS NOT NULL) THEN RETURN rest; END IF;
  IF abs(rest) >= 1 THEN RETURN parley_add(total::float8, rest); END IF;
  WHILE rest <> trunc(rest) LOOP
    rest := rest * 1024;
    scale := scale * 0.0009765625;
  END LOOP;
  RETURN (total + coalesce(rest::bigint * scale, 0))::float8;
END $$;

-- The mean of such a sum; where that is beyond the range, of those of its values that are.
CREATE OR REPLACE FUNCTION parley_split_mean(total float8, rest_mean float8, rests bigint, n bigint) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN n = 0 THEN NULL WHEN abs(total) < 'Infinity' THEN parley_divide(total, n)
    ELSE rest_mean * (rests::float8 / n) END
$$;
]=]

local weighed = [=[
CREATE TYPE parley_weighed_@NAME AS (value @TYPE, weight bigint);

CREATE OR REPLACE FUNCTION parley_weighed(value @TYPE, weight bigint) RETURNS parley_weighed_@NAME
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(value, weight)::parley_weighed_@NAME $$;

-- Of equal weights the first stays.
CREATE OR REPLACE FUNCTION parley_best_step(best parley_weighed_@NAME, r parley_weighed_@NAME)
RETURNS parley_weighed_@NAME LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF r.value IS NULL OR r.weight IS NULL OR r.weight <= best.weight THEN RETURN best; END IF;
  RETURN r;
END $$;

CREATE OR REPLACE FUNCTION parley_best_end(best parley_weighed_@NAME) RETURNS @TYPE
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT best.value $$;

CREATE OR REPLACE AGGREGATE parley_best(parley_weighed_@NAME) (
  SFUNC = parley_best_step, STYPE = parley_weighed_@NAME, FINALFUNC = parley_best_end, PARALLEL = SAFE);
]=]

local parts = { sums, split }
for _, type in ipairs { { "text", "text" }, { "whole", "bigint" }, { "number", "float8" }, { "truth", "boolean" } } do
  parts[#parts + 1] = weighed:gsub("@(%u+)", { NAME = type[1], TYPE = type[2] })
end

-- Integers in numeric, which holds any sum of them; what does not fit in the end is an error.
parts[#parts + 1] = [=[
CREATE OR REPLACE FUNCTION parley_integer_sum_end(s numeric) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF s < -9223372036854775808 OR s > 9223372036854775807 THEN PERFORM parley_fail('overflow.integer'); END IF;
  RETURN s;
END $$;

CREATE OR REPLACE AGGREGATE parley_sum(bigint) (
  SFUNC = int8_sum, STYPE = numeric, FINALFUNC = parley_integer_sum_end, COMBINEFUNC = numeric_add, PARALLEL = SAFE);

CREATE OR REPLACE FUNCTION parley_integer_mean_step(s numeric[], x bigint) RETURNS numeric[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  s[1] := s[1] + x;
  s[2] := s[2] + 1;
  RETURN s;
END $$;

-- The sum as a number, as if it were an integer that fits, else from its two halves; then divided.
CREATE OR REPLACE FUNCTION parley_integer_sum_number(s numeric) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN s BETWEEN -9223372036854775808 AND 9223372036854775807 THEN s::bigint::float8
    ELSE floor(s / 4294967296)::bigint::float8 * 4294967296 + (s - floor(s / 4294967296) * 4294967296)::bigint::float8
    END
$$;

CREATE OR REPLACE FUNCTION parley_integer_mean_end(s numeric[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN s[2] > 0 THEN parley_integer_sum_number(s[1]) / s[2]::float8 END
$$;

CREATE OR REPLACE AGGREGATE parley_mean(bigint) (
  SFUNC = parley_integer_mean_step, STYPE = numeric[], INITCOND = '{0,0}', FINALFUNC = parley_integer_mean_end);

CREATE OR REPLACE AGGREGATE parley_whole(bigint) (
  SFUNC = int8_sum, STYPE = numeric, FINALFUNC = parley_integer_sum_number, COMBINEFUNC = numeric_add, PARALLEL = SAFE);
]=]
return table.concat(parts, "\n")
