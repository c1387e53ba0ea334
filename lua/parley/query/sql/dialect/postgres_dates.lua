--- Functions of PostgreSQL for dates: EDTF texts as days, their parts, what compares them. As csrc/value/edtf.c has it.
-- A date is an array of three integers: first day, last day (since 1970-01-01; the ends of 32 bits where a side is open
-- or unknown), and flags: 1 uncertain or approximate, 2 an interval.

return [=[
-- The days from 1970-01-01 to a day of the calendar. Counted from 6,000,000 years before, so that no division meets a
-- negative number.
CREATE OR REPLACE FUNCTION parley_day(y bigint, m bigint, d bigint) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ((y + 5999999) * 365 + (y + 5999999) / 4 - (y + 5999999) / 100 + (y + 5999999) / 400 + (367 * m - 362) / 12
    + CASE WHEN m <= 2 THEN 0 WHEN (y + 6000000) % 4 = 0 AND ((y + 6000000) % 100 <> 0 OR (y + 6000000) % 400 = 0)
      THEN -1 ELSE -2 END + d - 2192174163)::integer
$$;

CREATE OR REPLACE FUNCTION parley_month_days(y bigint, m bigint) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m <> 2 THEN 31
    WHEN (y + 6000000) % 4 = 0 AND ((y + 6000000) % 100 <> 0 OR (y + 6000000) % 400 = 0) THEN 29 ELSE 28 END
$$;

-- Year, month and day of a day: counted from a March, at whose beginning a year of 400 ends.
CREATE OR REPLACE FUNCTION parley_calendar(n bigint) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  z bigint := n + 2192174468;
  round bigint := z / 146097;
  doe bigint := z % 146097;
  yoe bigint := (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  doy bigint := doe - (365 * yoe + yoe / 4 - yoe / 100);
  mp bigint := (5 * doy + 2) / 153;
BEGIN
  RETURN ARRAY[yoe + round * 400 - 6000000 + CASE WHEN mp < 10 THEN 0 ELSE 1 END,
    CASE WHEN mp < 10 THEN mp + 3 ELSE mp - 9 END, doy - (153 * mp + 2) / 5 + 1]::integer[];
END $$;

-- One side of an interval, or a date by itself; NULL: it is none.
CREATE OR REPLACE FUNCTION parley_edtf_side(t text) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  part text[];
  digits text;
  flags integer;
  years integer := 1;
  y integer;
  m integer;
  d integer;
BEGIN
  part := regexp_match(t, '^(?:Y(-?[1-9][0-9]{4,5})|(-?)([0-9]{4}|[0-9]{3}X|[0-9]{2}XX))'
    || '(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)$');
  IF part IS NULL THEN RETURN NULL; END IF;
  flags := CASE WHEN part[6] <> '' THEN 1 ELSE 0 END;
  IF part[1] IS NOT NULL THEN
    y := part[1]::integer;
  ELSE
    digits := rtrim(part[3], 'X');
    years := CASE length(digits) WHEN 4 THEN 1 WHEN 3 THEN 10 ELSE 100 END;
    y := digits::integer * years;
    IF part[2] = '-' THEN
      IF y = 0 THEN RETURN NULL; END IF;
      y := -y - (years - 1);
    END IF;
  END IF;
  IF part[4] IS NULL OR part[4] = 'XX' THEN
    IF (part[4] = 'XX' AND years > 1) OR (part[5] IS NOT NULL AND part[5] <> 'XX') THEN RETURN NULL; END IF;
    RETURN ARRAY[parley_day(y, 1, 1), parley_day(y + years - 1, 12, 31), flags];
  END IF;
  m := part[4]::integer;
  IF years > 1 OR m < 1 OR m > 24 OR (m > 12 AND (m < 21 OR part[5] IS NOT NULL)) THEN RETURN NULL; END IF;
  IF m = 24 THEN
    RETURN ARRAY[parley_day(y, 12, 1), parley_day(y + 1, 2, parley_month_days(y + 1, 2)), flags];
  ELSIF m > 12 THEN
    m := 3 * (m - 21) + 3;
    RETURN ARRAY[parley_day(y, m, 1), parley_day(y, m + 2, parley_month_days(y, m + 2)), flags];
  ELSIF part[5] IS NULL OR part[5] = 'XX' THEN
    RETURN ARRAY[parley_day(y, m, 1), parley_day(y, m, parley_month_days(y, m)), flags];
  END IF;
  d := part[5]::integer;
  IF d < 1 OR d > parley_month_days(y, m) THEN RETURN NULL; END IF;
  RETURN ARRAY[parley_day(y, m, d), parley_day(y, m, d), flags];
END $$;

-- The same of an interval too.
CREATE OR REPLACE FUNCTION parley_edtf_read(t text) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  slash integer := strpos(t, '/');
  a integer[] := ARRAY[-2147483648, 2147483647, 0];
  b integer[] := a;
  side text;
BEGIN
  IF slash = 0 THEN RETURN parley_edtf_side(t); END IF;
  side := left(t, slash - 1);
  IF side <> '' AND side <> '..' THEN a := parley_edtf_side(side); END IF;
  side := substr(t, slash + 1);
  IF side <> '' AND side <> '..' THEN b := parley_edtf_side(side); END IF;
  IF a IS NULL OR b IS NULL OR a[1] > b[2] OR (a[1] = -2147483648 AND b[2] = 2147483647) THEN RETURN NULL; END IF;
  RETURN ARRAY[a[1], b[2], a[3] | b[3] | 2];
END $$;

CREATE OR REPLACE FUNCTION parley_edtf(t text) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  date integer[] := parley_edtf_read(t);
BEGIN
  IF date IS NULL THEN PERFORM parley_fail('bad_date', 'value', t); END IF;
  RETURN date;
END $$;

-- Most dates are plain days, months or years, whose digits are looked at in place; what else there is, and a day that
-- there is not, are left to the reader.
CREATE OR REPLACE FUNCTION parley_edtf_start(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  y integer;
  m integer := 1;
  d integer := 1;
BEGIN
  IF t ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-([0-2][0-9]|3[01]))?)?$' THEN
    y := left(t, 4)::integer;
    IF length(t) > 4 THEN m := substr(t, 6, 2)::integer; END IF;
    IF length(t) > 7 THEN d := right(t, 2)::integer; END IF;
    IF d > 0 AND d <= parley_month_days(y, m) THEN RETURN parley_day(y, m, d); END IF;
  END IF;
  RETURN nullif((parley_edtf(t))[1], -2147483648);
END $$;

CREATE OR REPLACE FUNCTION parley_edtf_stop(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  y integer;
  m integer := 12;
BEGIN
  IF t ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-([0-2][0-9]|3[01]))?)?$' THEN
    IF length(t) = 10 THEN RETURN parley_edtf_start(t); END IF;
    y := left(t, 4)::integer;
    IF length(t) > 4 THEN m := substr(t, 6, 2)::integer; END IF;
    RETURN parley_day(y, m, parley_month_days(y, m));
  END IF;
  RETURN nullif((parley_edtf(t))[2], 2147483647);
END $$;

-- A year, with 'Y' before more than four digits.
CREATE OR REPLACE FUNCTION parley_year_text(y bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN y BETWEEN -9999 AND 9999 THEN '' ELSE 'Y' END || CASE WHEN y < 0 THEN '-' ELSE '' END
    || CASE WHEN abs(y) < 1000 THEN lpad(abs(y)::text, 4, '0') ELSE abs(y)::text END
$$;

CREATE OR REPLACE FUNCTION parley_day_text(day bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  c integer[] := parley_calendar(day);
BEGIN
  RETURN parley_year_text(c[1]) || '-' || lpad(c[2]::text, 2, '0') || '-' || lpad(c[3]::text, 2, '0');
END $$;
]=]
