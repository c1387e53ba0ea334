--- Functions of PostgreSQL for numbers. The server makes an error of what leaves the range of a double, or is none;
-- here, as in SQLite and in C, that is infinite, 0 or missing. What surely stays within the range is left to its
-- operators, in functions that are written into the statement that calls them.

return [=[
-- What is not within the range: whether a result of that size, as a power of two, is infinite or 0.
CREATE OR REPLACE FUNCTION parley_exponent(x float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF x = 0 THEN RETURN -1100; END IF;
  IF abs(x) < 1e-300 THEN RETURN floor(ln(abs(x) * 1.8446744073709552e19) / 0.6931471805599453) - 64; END IF;
  RETURN floor(ln(abs(x)) / 0.6931471805599453);
END $$;

CREATE OR REPLACE FUNCTION parley_is_number(x float8) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT x > '-Infinity' AND x < 'Infinity' $$;

-- What two numbers are together is looked at before they are added.
CREATE OR REPLACE FUNCTION parley_add_beyond(x float8, y float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF NOT parley_is_number(x) OR NOT parley_is_number(y) THEN RETURN nullif(x + y, 'NaN'); END IF;
  IF sign(x) = sign(y) AND abs(x) > 1.7976931348623157e308 - abs(y) THEN RETURN sign(x) * 'Infinity'::float8; END IF;
  RETURN x + y;
END $$;

-- Scaled into the middle of the range and back again, in two steps where one would round twice.
CREATE OR REPLACE FUNCTION parley_multiply_beyond(x float8, y float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  size float8;
BEGIN
  IF NOT parley_is_number(x) OR NOT parley_is_number(y) THEN
    IF x = 0 OR y = 0 THEN RETURN NULL; END IF;
    RETURN nullif(x * y, 'NaN');
  END IF;
  IF x = 0 OR y = 0 THEN RETURN x * y; END IF;
  size := parley_exponent(x) + parley_exponent(y);
  IF size > 1024 THEN RETURN sign(x) * sign(y) * 'Infinity'::float8; END IF;
  IF size < -1077 THEN RETURN 0; END IF;
  IF size >= 1020 AND abs((x * 0.0009765625) * y) >= 1.7555597020139804e305 THEN
    RETURN sign(x) * sign(y) * 'Infinity'::float8;
  END IF;
  IF size <= -1070 AND abs((x * 1.8446744073709552e19) * (y * 1.8446744073709552e19)) <= 8.407790785948902e-286 THEN
    RETURN 0;
  END IF;
  RETURN x * y;
END $$;

CREATE OR REPLACE FUNCTION parley_divide_beyond(x float8, y float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  size float8;
BEGIN
  IF y = 0 THEN RETURN NULL; END IF;
  IF NOT parley_is_number(x) OR NOT parley_is_number(y) THEN
    IF parley_is_number(x) THEN RETURN x * 0; END IF;
    IF parley_is_number(y) THEN RETURN x * sign(y); END IF;
    RETURN NULL;
  END IF;
  IF x = 0 THEN RETURN x * sign(y); END IF;
  size := parley_exponent(x) - parley_exponent(y);
  IF size > 1025 THEN RETURN sign(x) * sign(y) * 'Infinity'::float8; END IF;
  IF size < -1076 THEN RETURN 0; END IF;
  IF size >= 1020 AND abs((x * 0.0009765625) / y) >= 1.7555597020139804e305 THEN
    RETURN sign(x) * sign(y) * 'Infinity'::float8;
  END IF;
  IF size <= -1070 AND abs((x * 1.8446744073709552e19) / (y * 5.421010862427522e-20)) <= 8.407790785948902e-286 THEN
    RETURN 0;
  END IF;
  RETURN x / y;
END $$;

CREATE OR REPLACE FUNCTION parley_add(x float8, y float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(x) < 8e307 AND abs(y) < 8e307 THEN x + y ELSE parley_add_beyond(x, y) END
$$;
CREATE OR REPLACE FUNCTION parley_subtract(x float8, y float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(x) < 8e307 AND abs(y) < 8e307 THEN x - y ELSE parley_add_beyond(x, -y) END
$$;
CREATE OR REPLACE FUNCTION parley_multiply(x float8, y float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(x) BETWEEN 1e-150 AND 1e150 AND abs(y) BETWEEN 1e-150 AND 1e150 THEN x * y
    ELSE parley_multiply_beyond(x, y) END
$$;
CREATE OR REPLACE FUNCTION parley_divide(x float8, y float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(x) BETWEEN 1e-150 AND 1e150 AND abs(y) BETWEEN 1e-150 AND 1e150 THEN x / y
    ELSE parley_divide_beyond(x, y) END
$$;

-- Integers: the server says where a result does not fit.
CREATE OR REPLACE FUNCTION parley_add(x bigint, y bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x + y $$;
CREATE OR REPLACE FUNCTION parley_subtract(x bigint, y bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x - y $$;
CREATE OR REPLACE FUNCTION parley_multiply(x bigint, y bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x * y $$;

-- Remainders have the sign of the divisor.
CREATE OR REPLACE FUNCTION parley_modulo(x bigint, y bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  rest bigint;
BEGIN
  IF y = 0 THEN RETURN NULL; END IF;
  IF y = -1 THEN RETURN 0; END IF;
  rest := x % y;
  RETURN rest + CASE WHEN rest <> 0 AND (rest # y) < 0 THEN y ELSE 0 END;
END $$;

-- The divisor times powers of two is taken away, which leaves nothing to rounding.
CREATE OR REPLACE FUNCTION parley_modulo(x float8, y float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  rest float8 := abs(x);
  divisor float8 := abs(y);
  more float8;
BEGIN
  IF y = 0 OR NOT parley_is_number(x) THEN RETURN NULL; END IF;
  IF parley_is_number(y) THEN
    WHILE rest >= divisor LOOP
      more := divisor;
      WHILE more < 8e307 AND more * 2 <= rest LOOP more := more * 2; END LOOP;
      WHILE more >= divisor LOOP
        IF rest >= more THEN rest := rest - more; END IF;
        EXIT WHEN more = divisor;
        more := more * 0.5;
      END LOOP;
    END LOOP;
  END IF;
  IF x < 0 OR (x = 0 AND x::text = '-0') THEN rest := -rest; END IF;
  IF (rest > 0 AND y < 0) OR (rest < 0 AND y > 0) THEN
    IF NOT parley_is_number(y) THEN RETURN y; END IF;
    RETURN rest + y;
  END IF;
  RETURN rest;
END $$;

-- A number of any type, and a condition, as what is added up.
CREATE OR REPLACE FUNCTION parley_number(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x $$;
CREATE OR REPLACE FUNCTION parley_number(x bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x::float8 $$;
CREATE OR REPLACE FUNCTION parley_number(x boolean) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x::integer::float8 $$;

-- A number is the shortest decimal that reads back as it; that is rounded, a half away from zero (value/rounding.c).
CREATE OR REPLACE FUNCTION parley_round(x float8, n bigint DEFAULT 0) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF NOT parley_is_number(x) OR (n >= 0 AND abs(x) >= 4503599627370496) THEN RETURN x; END IF;
  IF n < -309 THEN RETURN 0; END IF;
  IF n = 0 THEN RETURN trunc(x) + CASE WHEN abs(x - trunc(x)) >= 0.5 THEN sign(x) ELSE 0 END + 0.0; END IF;
  IF abs(x) >= 9007199254740992 THEN RETURN parley_round_large(x, n); END IF;
  RETURN round(x::text::numeric, least(n, 400)::integer)::float8 + 0.0;
END $$;

CREATE OR REPLACE FUNCTION parley_round_large(x float8, n bigint) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  rounded numeric := round(parley_shortest(x), n::integer);
BEGIN
  IF abs(rounded) >= 2::numeric ^ 1024 - 2::numeric ^ 970 THEN
    RETURN sign(x) * 'Infinity'::float8;
  END IF;
  RETURN rounded::float8;
END $$;

-- From 2^53 on. The server prints a decimal between two doubles as neither: 1e23 as 9.999999999999999e22.
CREATE OR REPLACE FUNCTION parley_shortest(x float8) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  written numeric := x::text::numeric;
  rounded numeric;
BEGIN
  FOR digits IN 15 .. 16 LOOP
    rounded := round(parley_exact(x), digits - length(trunc(abs(written))::text));
    IF abs(rounded) < 2::numeric ^ 1024 - 2::numeric ^ 970 AND rounded::float8 = x THEN RETURN rounded; END IF;
  END LOOP;
  RETURN written;
END $$;

-- All digits of a number that is whole, or has been cut: numeric takes fifteen of a double.
CREATE OR REPLACE FUNCTION parley_exact(x float8) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  high float8;
  result numeric := 0;
  scale numeric := 1;
BEGIN
  WHILE abs(x) >= 9007199254740992 LOOP
    x := x * 0.5;
    scale := scale * 2;
  END LOOP;
  high := trunc(x);
  RETURN scale * (high::bigint + (x - high)::text::numeric);
END $$;

CREATE OR REPLACE FUNCTION parley_floor(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT floor(x) + 0.0 $$;
CREATE OR REPLACE FUNCTION parley_floor(x bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT x $$;
CREATE OR REPLACE FUNCTION parley_ceil(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT ceil(x) + 0.0 $$;
CREATE OR REPLACE FUNCTION parley_ceil(x bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT x $$;
CREATE OR REPLACE FUNCTION parley_sign(x float8) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT sign(x)::bigint $$;

CREATE OR REPLACE FUNCTION parley_sqrt(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN x >= 0 THEN sqrt(x) + 0.0 END $$;
CREATE OR REPLACE FUNCTION parley_ln(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN x > 0 THEN ln(x) + 0.0 END $$;
CREATE OR REPLACE FUNCTION parley_log10(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN x > 0 THEN log(x) + 0.0 END $$;

CREATE OR REPLACE FUNCTION parley_exp(x float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF x < -745.2 THEN RETURN 0; END IF;
  IF x > 709.782712893384 AND x < 'Infinity' THEN PERFORM parley_fail('overflow.number', 'name', 'exp'); END IF;
  RETURN exp(x);
END $$;

-- 0 to a negative power would divide by 0; squares are exact products.
CREATE OR REPLACE FUNCTION parley_power(x float8, y float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  size float8;
  result float8;
BEGIN
  IF x = 0 AND y < 0 THEN RETURN NULL; END IF;
  IF y = 2 THEN
    result := parley_multiply(x, x);
  ELSIF x < 0 AND parley_is_number(x) AND parley_is_number(y) AND y <> trunc(y) THEN
    RETURN NULL;
  ELSIF x = 0 OR NOT parley_is_number(x) OR NOT parley_is_number(y) THEN
    result := power(x, y);
  ELSE
    size := parley_multiply(y, ln(abs(x)));
    IF size < -745.2 THEN RETURN 0; END IF;
    IF size > 709.79 THEN PERFORM parley_fail('overflow.number', 'name', 'power'); END IF;
    result := power(x, y);
  END IF;
  IF NOT parley_is_number(result) AND parley_is_number(x) AND parley_is_number(y) THEN
    PERFORM parley_fail('overflow.number', 'name', 'power');
  END IF;
  RETURN nullif(result, 'NaN') + 0.0;
END $$;

-- Along a great circle, by the haversine of the angle; held to 1, which rounding may pass at the antipode.
CREATE OR REPLACE FUNCTION parley_distance(lat1 float8, lon1 float8, lat2 float8, lon2 float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  radians CONSTANT float8 := 3.141592653589793::float8 / 180.0;
  north float8;
  east float8;
  haversine float8;
BEGIN
  IF abs(lat1) > 90 OR abs(lat2) > 90 OR NOT parley_is_number(lon1) OR NOT parley_is_number(lon2) THEN
    RETURN NULL;
  END IF;
  north := sin(parley_multiply(lat2 - lat1, radians) / 2.0);
  east := sin(parley_divide(parley_multiply(parley_subtract(lon2, lon1), radians), 2.0));
  haversine := parley_add(parley_multiply(north, north), parley_multiply(parley_multiply(parley_multiply(
    cos(lat1 * radians), cos(lat2 * radians)), east), east));
  RETURN 2.0 * 6371.0088::float8 * asin(sqrt(least(haversine, 1.0))) + 0.0;
END $$;

-- In 15 digits at most, which is what numeric takes of a double; `point` keeps the ".0" of a whole one.
CREATE OR REPLACE FUNCTION parley_number_text(x float8, point boolean) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  parts text[];
  digits text;
  power integer;
BEGIN
  IF NOT parley_is_number(x) THEN
    RETURN CASE WHEN x > 0 THEN '' ELSE '-' END || CASE WHEN point THEN 'Inf' ELSE 'inf' END;
  END IF;
  IF x = 0 THEN RETURN CASE WHEN point THEN '0.0' ELSE '0' END; END IF;
  parts := regexp_match(to_char(x::numeric, '9.99999999999999EEEE'), '(-?[0-9.]+)e([-+][0-9]+)');
  power := parts[2]::integer;
  IF power BETWEEN -4 AND 14 THEN
    digits := trim_scale(parts[1]::numeric * CASE WHEN power < 0 THEN 1 ELSE 10::numeric ^ power END
      / CASE WHEN power < 0 THEN 10::numeric ^ -power ELSE 1 END)::text;
    RETURN digits || CASE WHEN point AND strpos(digits, '.') = 0 THEN '.0' ELSE '' END;
  END IF;
  digits := rtrim(parts[1], '0');
  RETURN digits || CASE WHEN right(digits, 1) = '.' THEN '0' ELSE '' END || 'e' || left(parts[2], 1)
    || lpad(ltrim(substr(parts[2], 2), '0'), greatest(2, length(ltrim(substr(parts[2], 2), '0'))), '0');
END $$;

CREATE OR REPLACE FUNCTION parley_text(x float8) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_number_text(x, false) $$;
CREATE OR REPLACE FUNCTION parley_text(x bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x::text $$;
]=]
