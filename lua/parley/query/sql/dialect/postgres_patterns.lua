--- Functions of PostgreSQL for Lua patterns: one becomes a regular expression of the server, over the bytes of a text
-- as characters. Whether it matches somewhere is all that is asked, so that "-" is "*".
-- Every set is written out as the codes that it has, in the way of csrc/value/lua_pattern.c. Texts hold no NUL, which
-- stands beyond either end of one for %f alone. What %b matches no regular expression does.

return [=[
-- Whether a byte is of the class of a letter; whether it is what stands behind a '%'.
CREATE OR REPLACE FUNCTION parley_in_class(c integer, letter text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  lower boolean := c BETWEEN 97 AND 122;
  upper boolean := c BETWEEN 65 AND 90;
  digit boolean := c BETWEEN 48 AND 57;
  found boolean;
BEGIN
  found := CASE lower(letter COLLATE "C")
    WHEN 'a' THEN lower OR upper WHEN 'c' THEN c < 32 OR c = 127 WHEN 'd' THEN digit WHEN 'g' THEN c BETWEEN 33 AND 126
    WHEN 'l' THEN lower WHEN 'p' THEN c BETWEEN 33 AND 126 AND NOT (lower OR upper OR digit)
    WHEN 's' THEN c = 32 OR c BETWEEN 9 AND 13 WHEN 'u' THEN upper WHEN 'w' THEN lower OR upper OR digit
    WHEN 'x' THEN digit OR c BETWEEN 97 AND 102 OR c BETWEEN 65 AND 70 WHEN 'z' THEN c = 0 END;
  IF found IS NULL THEN RETURN c = ascii(letter); END IF;
  RETURN found <> (ascii(letter) < 97);
END $$;

CREATE OR REPLACE FUNCTION parley_in_set(c integer, inside text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  wanted boolean := left(inside, 1) <> '^';
  i integer := CASE WHEN wanted THEN 1 ELSE 2 END;
  n integer := length(inside);
BEGIN
  WHILE i <= n LOOP
    IF substr(inside, i, 1) = '%' AND i < n THEN
      i := i + 1;
      IF parley_in_class(c, substr(inside, i, 1)) THEN RETURN wanted; END IF;
    ELSIF n - i >= 2 AND substr(inside, i + 1, 1) = '-' THEN
      IF c BETWEEN ascii(substr(inside, i, 1)) AND ascii(substr(inside, i + 2, 1)) THEN RETURN wanted; END IF;
      i := i + 2;
    ELSIF c = ascii(substr(inside, i, 1)) THEN
      RETURN wanted;
    END IF;
    i := i + 1;
  END LOOP;
  RETURN NOT wanted;
END $$;

-- The codes of a set as a bracket, or those that it has not.
CREATE OR REPLACE FUNCTION parley_bracket(inside text, has boolean) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  codes text := '';
  first integer;
BEGIN
  FOR c IN 1 .. 256 LOOP
    IF c < 256 AND parley_in_set(c, inside) = has THEN
      IF first IS NULL THEN first := c; END IF;
    ELSIF first IS NOT NULL THEN
      codes := codes || '\u' || lpad(to_hex(first), 4, '0') || '-\u' || lpad(to_hex(c - 1), 4, '0');
      first := NULL;
    END IF;
  END LOOP;
  RETURN CASE WHEN codes = '' THEN '[^\u0001-\u00ff]' ELSE '[' || codes || ']' END;
END $$;

-- Behind the inside of a set that opens before `i`: a ']' that comes first is of the set.
CREATE OR REPLACE FUNCTION parley_past_set(p text, i integer) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n integer := length(p);
BEGIN
  IF substr(p, i, 1) = '^' THEN i := i + 1; END IF;
  LOOP
    IF i > n THEN PERFORM parley_fail('bad_pattern.regexp', 'reason', 'pattern_set_open'); END IF;
    i := i + CASE WHEN substr(p, i, 1) = '%' AND i < n THEN 2 ELSE 1 END;
    EXIT WHEN i <= n AND substr(p, i, 1) = ']';
  END LOOP;
  RETURN i;
END $$;

CREATE OR REPLACE FUNCTION parley_lua_regexp(pattern text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  p text := convert_from(convert_to(pattern, 'UTF8'), 'LATIN1');
  n integer := length(p);
  i integer := 1;
  c text;
  piece text;
  inside text;
  till integer;
  out text := '';
  single boolean;
  items integer := 0;
  opened integer[] := '{}';
  groups integer[] := '{}';
  closed boolean[] := '{}';
  group_count integer := 0;
BEGIN
  IF left(p, 1) = '^' THEN out := '^'; i := 2; END IF;
  WHILE i <= n LOOP
    c := substr(p, i, 1);
    i := i + 1;
    single := false;
    items := items + 1;
    IF items > 200 THEN PERFORM parley_fail('bad_pattern.regexp_items', 'most', '200'); END IF;
    IF c = '(' THEN
      IF cardinality(groups) = 32 THEN
        PERFORM parley_fail('bad_pattern.regexp', 'reason', 'pattern_many_captures');
      END IF;
      IF substr(p, i, 1) = ')' THEN
        i := i + 1;
        groups := groups || 0;
        closed := closed || true;
        CONTINUE;
      END IF;
      group_count := group_count + 1;
      groups := groups || group_count;
      closed := closed || false;
      opened := opened || cardinality(groups);
      out := out || '(';
      CONTINUE;
    ELSIF c = ')' THEN
      IF opened = '{}' THEN PERFORM parley_fail('bad_pattern.regexp', 'reason', 'pattern_group_unopened'); END IF;
      closed[opened[cardinality(opened)]] := true;
      opened := opened[1:cardinality(opened) - 1];
      out := out || ')';
      CONTINUE;
    ELSIF c = '$' AND i > n THEN
      out := out || '$';
      CONTINUE;
    ELSIF c = '.' THEN
      piece := '[\u0001-\u00ff]';
    ELSIF c = '[' THEN
      till := parley_past_set(p, i);
      piece := parley_bracket(substr(p, i, till - i), true);
      i := till + 1;
    ELSIF c = '%' THEN
      IF i > n THEN PERFORM parley_fail('bad_pattern.regexp', 'reason', 'pattern_ends_escape'); END IF;
      c := substr(p, i, 1);
      i := i + 1;
      IF c = 'b' THEN
        IF i + 1 > n THEN PERFORM parley_fail('bad_pattern.regexp', 'reason', 'pattern_balance_short'); END IF;
        PERFORM parley_fail('bad_pattern.balance');
      ELSIF c = 'f' THEN
        IF substr(p, i, 1) <> '[' THEN
          PERFORM parley_fail('bad_pattern.regexp', 'reason', 'pattern_frontier_set');
        END IF;
        till := parley_past_set(p, i + 1);
        inside := substr(p, i + 1, till - i - 1);
        i := till + 1;
        IF parley_in_set(0, inside) THEN
          out := out || '(?<=' || parley_bracket(inside, false) || ')(?=' || parley_bracket(inside, true) || '|$)';
        ELSE
          out := out || '(?<!' || parley_bracket(inside, true) || ')(?=' || parley_bracket(inside, true) || ')';
        END IF;
        CONTINUE;
      ELSIF c BETWEEN '0' AND '9' THEN
        till := c::integer;
        IF till < 1 OR till > cardinality(groups) OR NOT coalesce(closed[till], false) THEN
          PERFORM parley_fail('bad_pattern.regexp', 'reason', 'pattern_no_capture');
        END IF;
        out := out || CASE WHEN groups[till] = 0 THEN '[^\u0001-\u00ff]' ELSE '(?:\' || groups[till] || ')' END;
        CONTINUE;
      END IF;
      piece := parley_bracket('%' || c, true);
    ELSE
      piece := '\u' || lpad(to_hex(ascii(c)), 4, '0');
    END IF;
    c := substr(p, i, 1);
    IF c IN ('*', '+', '-', '?') THEN
      piece := piece || CASE c WHEN '-' THEN '*' ELSE c END;
      i := i + 1;
    END IF;
    out := out || piece;
  END LOOP;
  IF opened <> '{}' THEN PERFORM parley_fail('bad_pattern.regexp', 'reason', 'pattern_group_open'); END IF;
  RETURN out;
END $$;

-- The bytes of a text as characters.
CREATE OR REPLACE FUNCTION parley_bytes(x text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length(x) = length(x) THEN RETURN x; END IF;
  RETURN convert_from(convert_to(x, 'UTF8'), 'LATIN1');
END $$;
]=]
