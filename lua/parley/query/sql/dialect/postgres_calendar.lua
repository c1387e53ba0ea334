--- Functions of PostgreSQL for the parts of dates, what compares them, and counting in units of the calendar.

return [=[
-- b is positive.
CREATE OR REPLACE FUNCTION parley_floor_divided(a bigint, b bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT a / b - CASE WHEN a % b < 0 THEN 1 ELSE 0 END $$;

-- The unit of the calendar in which a day lies, as a number; a week begins on a Monday.
CREATE OR REPLACE FUNCTION parley_unit(unit text, day bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  c integer[];
BEGIN
  IF unit = 'day' THEN RETURN day; END IF;
  IF unit = 'week' THEN RETURN parley_floor_divided(day + 3, 7); END IF;
  IF unit NOT IN ('month', 'quarter', 'year') THEN PERFORM parley_fail('bad_value.date_unit'); END IF;
  c := parley_calendar(day);
  RETURN CASE unit WHEN 'month' THEN c[1]::bigint * 12 + c[2] - 1 WHEN 'quarter' THEN c[1]::bigint * 4 + (c[2] - 1) / 3
    ELSE c[1] END;
END $$;

CREATE OR REPLACE FUNCTION parley_is_bounded(date integer[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT date[1] > -2147483648 AND date[2] < 2147483647 $$;

-- The unit that all days of a date share. Missing where they share none.
CREATE OR REPLACE FUNCTION parley_shared_unit(unit text, date integer[]) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n bigint;
BEGIN
  IF NOT parley_is_bounded(date) THEN RETURN NULL; END IF;
  n := parley_unit(unit, date[1]);
  IF date[1] <> date[2] AND parley_unit(unit, date[2]) <> n THEN RETURN NULL; END IF;
  RETURN n;
END $$;

-- ---- parts ----

CREATE OR REPLACE FUNCTION parley_year(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF t ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$' THEN RETURN left(t, 4)::bigint; END IF;
  RETURN parley_shared_unit('year', parley_edtf(t));
END $$;

CREATE OR REPLACE FUNCTION parley_month(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF t ~ '^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?$' THEN RETURN substr(t, 6, 2)::bigint; END IF;
  RETURN (parley_calendar(parley_shared_unit('month', parley_edtf(t)) * 0 + (parley_edtf(t))[1]))[2];
END $$;

CREATE OR REPLACE FUNCTION parley_quarter(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n bigint := parley_shared_unit('quarter', parley_edtf(t));
BEGIN
  RETURN n - parley_floor_divided(n, 4) * 4 + 1;
END $$;

CREATE OR REPLACE FUNCTION parley_day_of_month(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  d integer[] := parley_edtf(t);
BEGIN
  IF d[1] <> d[2] THEN RETURN NULL; END IF;
  RETURN (parley_calendar(d[1]))[3];
END $$;

CREATE OR REPLACE FUNCTION parley_days(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  d integer[] := parley_edtf(t);
BEGIN
  IF parley_is_bounded(d) THEN RETURN d[2]::bigint - d[1] + 1; END IF;
  RETURN NULL;
END $$;

-- Year and number of a day's week, which are those of its Thursday.
CREATE OR REPLACE FUNCTION parley_week_of(day bigint) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  thursday bigint := parley_floor_divided(day + 3, 7) * 7;
  y bigint := (parley_calendar(thursday))[1];
BEGIN
  RETURN ARRAY[y, (thursday - parley_day(y, 1, 1)) / 7 + 1];
END $$;

CREATE OR REPLACE FUNCTION parley_week(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  d integer[] := parley_edtf(t);
BEGIN
  IF parley_shared_unit('week', d) IS NULL THEN RETURN NULL; END IF;
  RETURN (parley_week_of(d[1]))[2];
END $$;

CREATE OR REPLACE FUNCTION parley_week_year(t text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  d integer[] := parley_edtf(t);
  y bigint;
BEGIN
  IF NOT parley_is_bounded(d) THEN RETURN NULL; END IF;
  y := (parley_week_of(d[1]))[1];
  IF (parley_week_of(d[2]))[1] <> y THEN RETURN NULL; END IF;
  RETURN y;
END $$;

CREATE OR REPLACE FUNCTION parley_iso_week(t text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  d integer[] := parley_edtf(t);
  w bigint[];
BEGIN
  IF parley_shared_unit('week', d) IS NULL THEN RETURN NULL; END IF;
  w := parley_week_of(d[1]);
  RETURN parley_year_text(w[1]) || '-W' || lpad(w[2]::text, 2, '0');
END $$;

-- ---- edges and sides ----

CREATE OR REPLACE FUNCTION parley_start(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_day_text(parley_edtf_start(t)) $$;
CREATE OR REPLACE FUNCTION parley_stop(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_day_text(parley_edtf_stop(t)) $$;

-- The left and the right side as they are written; missing where one is open or unknown.
CREATE OR REPLACE FUNCTION parley_from(t text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  side text := split_part(t, '/', 1);
BEGIN
  PERFORM parley_edtf(t);
  RETURN nullif(nullif(side, ''), '..');
END $$;
CREATE OR REPLACE FUNCTION parley_until(t text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  side text := CASE WHEN strpos(t, '/') > 0 THEN split_part(t, '/', 2) ELSE t END;
BEGIN
  PERFORM parley_edtf(t);
  RETURN nullif(nullif(side, ''), '..');
END $$;

CREATE OR REPLACE FUNCTION parley_days_low(t text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT greatest(1, (parley_edtf(parley_until(t)))[1]::bigint - (parley_edtf(parley_from(t)))[2] + 1)
    * CASE WHEN parley_until(t) IS NOT NULL AND parley_from(t) IS NOT NULL THEN 1 END
$$;
CREATE OR REPLACE FUNCTION parley_days_high(t text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT (parley_edtf(parley_until(t)))[2]::bigint - (parley_edtf(parley_from(t)))[1] + 1 $$;

-- ---- two dates ----

CREATE OR REPLACE FUNCTION parley_overlaps(d text, e text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  a integer[] := parley_edtf(d);
  b integer[] := parley_edtf(e);
BEGIN
  RETURN a[1] <= b[2] AND b[1] <= a[2];
END $$;
CREATE OR REPLACE FUNCTION parley_during(d text, e text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  a integer[] := parley_edtf(d);
  b integer[] := parley_edtf(e);
BEGIN
  RETURN a[1] >= b[1] AND a[2] <= b[2];
END $$;

CREATE OR REPLACE FUNCTION parley_date_diff(unit text, d text, e text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  a integer[] := parley_edtf(d);
  b integer[] := parley_edtf(e);
BEGIN
  RETURN parley_shared_unit(unit, b) - parley_shared_unit(unit, a);
END $$;
CREATE OR REPLACE FUNCTION parley_date_diff_low(unit text, d text, e text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  a integer[] := parley_edtf(d);
  b integer[] := parley_edtf(e);
BEGIN
  IF a[2] = 2147483647 OR b[1] = -2147483648 THEN RETURN NULL; END IF;
  RETURN parley_unit(unit, b[1]) - parley_unit(unit, a[2]);
END $$;
CREATE OR REPLACE FUNCTION parley_date_diff_high(unit text, d text, e text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  a integer[] := parley_edtf(d);
  b integer[] := parley_edtf(e);
BEGIN
  IF a[1] = -2147483648 OR b[2] = 2147483647 THEN RETURN NULL; END IF;
  RETURN parley_unit(unit, b[2]) - parley_unit(unit, a[1]);
END $$;

-- The same day of another month, or its last where that is shorter; of single days alone.
CREATE OR REPLACE FUNCTION parley_date_add(t text, n bigint, unit text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  d integer[] := parley_edtf(t);
  months integer := CASE unit WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'year' THEN 12 END;
  c integer[];
  month bigint;
  y bigint;
  day bigint;
BEGIN
  IF months IS NULL AND unit NOT IN ('day', 'week') THEN PERFORM parley_fail('bad_value.date_unit'); END IF;
  IF d[1] <> d[2] THEN RETURN NULL; END IF;
  IF n BETWEEN -1000000000 AND 1000000000 THEN
    IF months IS NULL THEN
      day := d[1] + n * CASE unit WHEN 'week' THEN 7 ELSE 1 END;
      IF day BETWEEN parley_day(-999999, 1, 1) AND parley_day(999999, 12, 31) THEN RETURN parley_day_text(day); END IF;
    ELSE
      c := parley_calendar(d[1]);
      month := c[1]::bigint * 12 + c[2] - 1 + n * months;
      y := parley_floor_divided(month, 12);
      month := month - y * 12 + 1;
      IF y BETWEEN -999999 AND 999999 THEN
        RETURN parley_day_text(parley_day(y, month, least(c[3], parley_month_days(y, month))));
      END IF;
    END IF;
  END IF;
  PERFORM parley_fail('overflow.date_add', 'last', '999999');
END $$;

-- ---- comparisons ----

-- 1: all days of the date pass, 0: none does, -1: some do. What a comparison with two periods, or one, lets pass are
-- the days from one to another; of "!=" those that do not pass.
CREATE OR REPLACE FUNCTION parley_compare_days(op text, d integer[], f integer[], l integer[]) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  first bigint := CASE op WHEN '<' THEN -2147483648 WHEN '<=' THEN -2147483648 WHEN '>' THEN f[2]::bigint + 1
    ELSE f[1] END;
  last bigint := CASE op WHEN '<' THEN f[1]::bigint - 1 WHEN '<=' THEN f[2] WHEN '>' THEN 2147483647
    WHEN '>=' THEN 2147483647 ELSE l[2] END;
  answer integer;
BEGIN
  IF d[2] < first OR d[1] > last OR first > last THEN answer := 0;
  ELSIF d[1] >= first AND d[2] <= last THEN answer := 1;
  ELSE RETURN -1;
  END IF;
  RETURN CASE WHEN op = '!=' THEN 1 - answer ELSE answer END;
END $$;

-- The same of periods taken together, which stand one behind another.
CREATE OR REPLACE FUNCTION parley_among_days(d integer[], periods integer[]) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  touches boolean := false;
  day bigint := d[1];
  last bigint;
BEGIN
  FOR i IN 0 .. cardinality(periods) / 3 - 1 LOOP
    touches := touches OR (d[1] <= periods[3 * i + 2] AND periods[3 * i + 1] <= d[2]);
  END LOOP;
  IF NOT touches THEN RETURN 0; END IF;
  WHILE day <= d[2] LOOP
    last := day - 1;
    FOR i IN 0 .. cardinality(periods) / 3 - 1 LOOP
      IF periods[3 * i + 1] <= day AND periods[3 * i + 2] > last THEN last := periods[3 * i + 2]; END IF;
    END LOOP;
    IF last < day THEN RETURN -1; END IF;
    day := last + 1;
  END LOOP;
  RETURN 1;
END $$;

-- What is undecided is missing; or it is `undecided`. What is missing might be any period: what can be told is told.
CREATE OR REPLACE FUNCTION parley_edtf_answer(undecided boolean, op text, d text, periods text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  date integer[];
  found integer[] := '{}';
  t text;
  answer integer;
BEGIN
  IF op IS NULL OR d IS NULL OR array_length(array_remove(periods, NULL), 1) IS NULL THEN RETURN NULL; END IF;
  IF op NOT IN ('<', '<=', '>', '>=', '=', '!=', 'between', 'in') THEN
    PERFORM parley_fail('bad_argument.sql_comparison', 'value', op);
  END IF;
  date := parley_edtf(d);
  FOREACH t IN ARRAY periods LOOP
    IF t IS NOT NULL THEN found := found || parley_edtf(t); END IF;
  END LOOP;
  IF op = 'in' THEN
    answer := parley_among_days(date, found);
    IF array_position(periods, NULL) IS NOT NULL THEN
      IF answer = 1 OR (answer = -1 AND undecided) THEN RETURN true; END IF;
      RETURN NULL;
    END IF;
  ELSIF array_position(periods, NULL) IS NOT NULL THEN
    answer := parley_compare_days(CASE WHEN periods[1] IS NOT NULL THEN '>=' ELSE '<=' END, date, found[1:3],
      found[1:3]);
    IF answer = 0 THEN RETURN false; END IF;
    RETURN NULL;
  ELSE
    answer := parley_compare_days(op, date, found[1:3], found[cardinality(found) - 2:cardinality(found)]);
  END IF;
  RETURN CASE answer WHEN 1 THEN true WHEN 0 THEN false ELSE undecided END;
END $$;

CREATE OR REPLACE FUNCTION parley_edtf_compare(op text, d text, VARIADIC periods text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT parley_edtf_answer(NULL, op, d, periods) $$;
CREATE OR REPLACE FUNCTION parley_edtf_surely(op text, d text, VARIADIC periods text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT parley_edtf_answer(false, op, d, periods) $$;
CREATE OR REPLACE FUNCTION parley_edtf_possibly(op text, d text, VARIADIC periods text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT parley_edtf_answer(true, op, d, periods) $$;

-- Of several dates the one that begins last, or first; the first of such. One with an open start is passed over.
CREATE OR REPLACE FUNCTION parley_greatest_date(VARIADIC dates text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  t text;
  best text;
BEGIN
  FOREACH t IN ARRAY dates LOOP
    IF parley_edtf_start(t) IS NOT NULL AND (best IS NULL OR parley_edtf_start(t) > parley_edtf_start(best)) THEN
      best := t;
    END IF;
  END LOOP;
  RETURN best;
END $$;
CREATE OR REPLACE FUNCTION parley_least_date(VARIADIC dates text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  t text;
  best text;
BEGIN
  FOREACH t IN ARRAY dates LOOP
    IF parley_edtf_start(t) IS NOT NULL AND (best IS NULL OR parley_edtf_start(t) < parley_edtf_start(best)) THEN
      best := t;
    END IF;
  END LOOP;
  RETURN best;
END $$;
]=]
