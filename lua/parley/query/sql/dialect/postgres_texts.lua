--- Functions of PostgreSQL for texts and lists that are one text.

return [=[
CREATE OR REPLACE FUNCTION parley_long_pattern(pattern text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF octet_length(pattern) > 50000 THEN PERFORM parley_fail('bad_pattern.like_long', 'most', '50000'); END IF;
  RETURN NULL;
END $$;

-- Whether x is like a pattern, in which only % and _ mean something.
CREATE OR REPLACE FUNCTION parley_like(x text, pattern text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(pattern) <= 50000 THEN x LIKE pattern ESCAPE ''
    ELSE parley_long_pattern(pattern) END
$$;

-- The escape is one character, and escapes something.
CREATE OR REPLACE FUNCTION parley_like_escape(x text, pattern text, escape text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  escaped boolean := false;
BEGIN
  PERFORM parley_long_pattern(pattern);
  IF length(escape) <> 1 THEN PERFORM parley_fail('bad_pattern.like_escape', 'escape', escape); END IF;
  IF strpos(pattern, escape) > 0 AND right(pattern, 1) = escape THEN
    FOR i IN REVERSE length(pattern) .. 1 LOOP
      EXIT WHEN substr(pattern, i, 1) <> escape;
      escaped := NOT escaped;
    END LOOP;
    IF escaped THEN PERFORM parley_fail('bad_pattern.like_end'); END IF;
  END IF;
  RETURN x LIKE pattern ESCAPE escape;
END $$;

CREATE OR REPLACE FUNCTION parley_ends_with(x text, part text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT right(x, length(part)) = part $$;

CREATE OR REPLACE FUNCTION parley_nfc(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN octet_length(x) = length(x) THEN x ELSE normalize(x, NFC) END $$;

-- Counting from the first character as 0, `first` and what lies before `last` are taken; numbers are cut to 32 bits.
CREATE OR REPLACE FUNCTION parley_substr(x text, start bigint, n bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  size bigint;
  first bigint;
  last bigint;
BEGIN
  IF x IS NULL OR start IS NULL OR n IS NULL THEN RETURN NULL; END IF;
  start := (((start & 4294967295) + 2147483648) & 4294967295) - 2147483648;
  n := (((n & 4294967295) + 2147483648) & 4294967295) - 2147483648;
  size := length(x);
  IF start > 0 THEN
    first := start - 1;
  ELSIF start < 0 THEN
    first := size + start;
  ELSE
    first := CASE WHEN n > 0 THEN -1 ELSE 0 END;
  END IF;
  last := first + greatest(n, 0);
  IF n < 0 THEN first := first + n; last := first - n; END IF;
  first := greatest(first, 0);
  last := least(last, size);
  IF last <= first THEN RETURN ''; END IF;
  RETURN substr(x, first::integer + 1, (last - first)::integer);
END $$;

CREATE OR REPLACE FUNCTION parley_substr(x text, start bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN start BETWEEN 1 AND 2147483647 THEN substr(x, start::integer)
  ELSE parley_substr(x, start, 2147483647) END $$;

-- A text that would be longer than functions make is refused before it is made.
CREATE OR REPLACE FUNCTION parley_replace(x text, old text, new text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  found bigint;
BEGIN
  IF old = '' OR strpos(x, old) = 0 THEN RETURN x; END IF;
  IF octet_length(x)::bigint * greatest(octet_length(new), 1) > 16777216 THEN
    found := (octet_length(x) - octet_length(replace(x, old, ''))) / octet_length(old);
    IF octet_length(x) + found * (octet_length(new) - octet_length(old)) > 16777216 THEN
      PERFORM parley_fail('bad_value.made_text', 'most', '16777216');
    END IF;
  END IF;
  RETURN replace(x, old, new);
END $$;

CREATE OR REPLACE FUNCTION parley_split_part(x text, separator text, n bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  parts text[];
BEGIN
  parts := CASE WHEN x = '' OR separator = '' THEN ARRAY[x] ELSE string_to_array(x, separator) END;
  IF n < 0 THEN n := n + 1 + cardinality(parts); END IF;
  IF n < 1 OR n > cardinality(parts) THEN RETURN NULL; END IF;
  RETURN parts[n];
END $$;

CREATE OR REPLACE FUNCTION parley_lpad(x text, n bigint, fill text DEFAULT ' ') RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  missing bigint := n - length(x);
BEGIN
  IF n <= 0 THEN RETURN ''; END IF;
  IF missing <= 0 THEN RETURN left(x, n::integer); END IF;
  IF fill = '' THEN RETURN x; END IF;
  IF (missing / length(fill) + 1) * octet_length(fill) + octet_length(x) > 16777216 THEN
    PERFORM parley_fail('bad_value.made_text', 'most', '16777216');
  END IF;
  RETURN lpad(x, n::integer, fill);
END $$;

-- ---- lists ----

CREATE OR REPLACE FUNCTION parley_split(list text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN list = '' THEN ARRAY[''] ELSE string_to_array(list, '; ') END $$;

CREATE OR REPLACE FUNCTION parley_includes(x text, y text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_split(x) @> parley_split(y) $$;

CREATE OR REPLACE FUNCTION parley_shares(x text, y text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_split(x) && parley_split(y) $$;

CREATE OR REPLACE FUNCTION parley_items(x text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT cardinality(parley_split(x))::bigint $$;

CREATE OR REPLACE FUNCTION parley_item(x text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN n BETWEEN 1 AND 2147483647 THEN (parley_split(x))[n::integer] END $$;

-- A value as it is shown; and as an item of a list, in quotes where its items could not be told apart.
CREATE OR REPLACE FUNCTION parley_shown(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT x $$;
CREATE OR REPLACE FUNCTION parley_shown(x float8) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_number_text(x, true) $$;
CREATE OR REPLACE FUNCTION parley_shown(x bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x::text $$;
CREATE OR REPLACE FUNCTION parley_shown(x boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT x::integer::text $$;
CREATE OR REPLACE FUNCTION parley_listed(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN starts_with(x, '"') OR strpos(x, '; ') > 0 THEN '"' || replace(x, '"', '""') || '"' ELSE x END $$;
CREATE OR REPLACE FUNCTION parley_listed(x float8) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_shown(x) $$;
CREATE OR REPLACE FUNCTION parley_listed(x bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_shown(x) $$;
CREATE OR REPLACE FUNCTION parley_listed(x boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_shown(x) $$;

-- ---- likeness ----

-- The first 256 letters, folded and with Cyrillic in Latin; of so many bytes as those may have.
CREATE OR REPLACE FUNCTION parley_letters(x text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  t text := parley_fold(convert_from(parley_whole_characters(convert_to(x, 'UTF8')), 'UTF8'));
BEGIN
  IF t ~ '[ж х ц ч ш щ ю я ђ є ѕ]' COLLATE "C" THEN
    t := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t, 'ж', 'zh'),
      'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'), 'ђ', 'dj'), 'є', 'ye'),
      'ѕ', 'dz');
  END IF;
  t := translate(t, 'абвгдезийклмнопрстуфыэѐёѓіїґъь', 'abvgdeziyklmnoprstufyeeegiig');
  RETURN string_to_array(left(t, 256), NULL);
END $$;

-- The first 1,024 bytes, without the beginning of a character at their end.
CREATE OR REPLACE FUNCTION parley_whole_characters(x bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n integer := 1024;
BEGIN
  IF length(x) <= n THEN RETURN x; END IF;
  WHILE get_byte(x, n) BETWEEN 128 AND 191 LOOP n := n - 1; END LOOP;
  RETURN substr(x, 1, n);
END $$;

CREATE OR REPLACE FUNCTION parley_similar(x text, y text) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  a text[] := parley_letters(x);
  b text[] := parley_letters(y);
  na integer := cardinality(a);
  nb integer := cardinality(b);
  near integer := greatest(greatest(na, nb) / 2 - 1, 0);
  met_a boolean[] := array_fill(false, ARRAY[greatest(na, 1)]);
  met_b boolean[] := array_fill(false, ARRAY[greatest(nb, 1)]);
  m integer := 0;
  k integer := 1;
  displaced integer := 0;
  prefix integer := 0;
  jaro float8;
BEGIN
  IF na = 0 OR nb = 0 THEN RETURN CASE WHEN na = nb THEN 1 ELSE 0 END; END IF;
  FOR i IN 1 .. na LOOP
    FOR j IN greatest(1, i - near) .. least(nb, i + near) LOOP
      CONTINUE WHEN met_b[j] OR a[i] <> b[j];
      met_a[i] := true;
      met_b[j] := true;
      m := m + 1;
      EXIT;
    END LOOP;
  END LOOP;
  IF m = 0 THEN RETURN 0; END IF;
  FOR i IN 1 .. na LOOP
    CONTINUE WHEN NOT met_a[i];
    WHILE NOT met_b[k] LOOP k := k + 1; END LOOP;
    IF a[i] <> b[k] THEN displaced := displaced + 1; END IF;
    k := k + 1;
  END LOOP;
  jaro := (m::float8 / na + m::float8 / nb + (m::float8 - displaced / 2) / m) / 3.0::float8;
  WHILE prefix < least(4, na, nb) AND a[prefix + 1] = b[prefix + 1] LOOP prefix := prefix + 1; END LOOP;
  RETURN jaro + prefix::float8 * 0.1::float8 * (1.0::float8 - jaro);
END $$;

-- ---- hashes ----

-- The eight bytes of a word, the least first.
CREATE OR REPLACE FUNCTION parley_turned(b bytea) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT substr(b, 8, 1) || substr(b, 7, 1) || substr(b, 6, 1) || substr(b, 5, 1) || substr(b, 4, 1) || substr(b, 3, 1)
    || substr(b, 2, 1) || substr(b, 1, 1)
$$;
CREATE OR REPLACE FUNCTION parley_word(x bigint) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT parley_turned(int8send(x)) $$;

-- A value as bytes that are the same for equal values, whatever their types.
CREATE OR REPLACE FUNCTION parley_hashed(x text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce('\x74'::bytea || convert_to(x, 'UTF8') || parley_word(octet_length(x)), '\x2d')
$$;
CREATE OR REPLACE FUNCTION parley_hashed(x bigint) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce('\x69'::bytea || parley_word(x), '\x2d') $$;
CREATE OR REPLACE FUNCTION parley_hashed(x boolean) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce('\x69'::bytea || parley_word(x::integer), '\x2d') $$;
CREATE OR REPLACE FUNCTION parley_hashed(x float8) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF x IS NULL THEN RETURN '\x2d'; END IF;
  IF x >= -9223372036854775808 AND x < 9223372036854775808 AND floor(x) = x THEN
    RETURN parley_hashed(x::bigint);
  END IF;
  RETURN '\x6e'::bytea || parley_turned(float8send(x));
END $$;

-- A product of 64 bits, of which what does not fit is lost.
CREATE OR REPLACE FUNCTION parley_wrapped(x bigint, y numeric) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  product numeric := (CASE WHEN x < 0 THEN x + 18446744073709551616 ELSE x::numeric END * y) % 18446744073709551616;
BEGIN
  RETURN CASE WHEN product >= 9223372036854775808 THEN product - 18446744073709551616 ELSE product END;
END $$;

CREATE OR REPLACE FUNCTION parley_unsigned_shift(x bigint, n integer) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT (x >> n) & ((1::bigint << (64 - n)) - 1) $$;

-- FNV-1a in two halves of 32 bits, whose products fit, and the finalizer of MurmurHash3.
CREATE OR REPLACE FUNCTION parley_hash(VARIADIC parts bytea[]) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  b bytea;
  low bigint := 2216829733;
  high bigint := 3421674724;
  product bigint;
  h bigint;
BEGIN
  FOREACH b IN ARRAY parts LOOP
    FOR i IN 0 .. length(b) - 1 LOOP
      low := low # get_byte(b, i);
      product := low * 435;
      high := (high * 435 + (product >> 32) + (low << 8)) & 4294967295;
      low := product & 4294967295;
    END LOOP;
  END LOOP;
  h := (high << 32) | low;
  h := parley_wrapped(h # parley_unsigned_shift(h, 33), 18397679294719823053);
  h := parley_wrapped(h # parley_unsigned_shift(h, 33), 14181476777654086739);
  RETURN h # parley_unsigned_shift(h, 33);
END $$;
]=]
