--- Functions of PostgreSQL for statistics of numbers, as csrc/value/statistics.c has them: the values of a group, or
-- pairs of them, are collected, and looked at twice; deviations are taken from a mean that is two numbers.

return [=[
-- Beside two values what they lack of integers beyond 2^53 (csrc/value/statistics.h, T5).
CREATE TYPE parley_pair AS (x float8, y float8, x_lack float8, y_lack float8);

-- What a number lacks of an integer beyond 2^53.
CREATE OR REPLACE FUNCTION parley_lack(x bigint) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN x BETWEEN -9007199254740992 AND 9007199254740992 THEN 0
    ELSE (x::numeric - parley_exact(x::float8))::float8 END
$$;

-- What a list deviates from its mean, which is two numbers and a scale; where its values lack something, as they are.
CREATE OR REPLACE FUNCTION parley_deviations(x float8[], lacks float8[], m float8[]) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  FOR i IN 1 .. cardinality(x) LOOP
    x[i] := (parley_multiply(x[i], m[3]) - m[1]) - (m[2] - coalesce(parley_multiply(lacks[i], m[3]), 0));
  END LOOP;
  RETURN x;
END $$;

CREATE OR REPLACE FUNCTION parley_products(x float8[], y float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  s float8[] := ARRAY[0, 0, 0, 0];
BEGIN
  FOR i IN 1 .. cardinality(x) LOOP s := parley_sum_step(s, parley_multiply(x[i], y[i])); END LOOP;
  RETURN parley_sum_by(s, 1);
END $$;

-- What a rounded product lacks, so that a mean times the count can be taken from a sum (Dekker 1971).
CREATE OR REPLACE FUNCTION parley_product_rest(a float8, b float8) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  split CONSTANT float8 := 134217729;
  ah float8;
  bh float8;
BEGIN
  IF abs(a) < 1e-140 THEN RETURN 0; END IF;
  ah := split * a - (split * a - a);
  bh := split * b - (split * b - b);
  RETURN ((ah * bh - a * b) + ah * (b - bh) + (a - ah) * bh) + (a - ah) * (b - bh);
END $$;

-- Mean, what it lacks, and the power of two that brings the values near 1 where their squares would leave the range;
-- the least and the greatest value, and those of what they lack.
CREATE OR REPLACE FUNCTION parley_means(x float8[], lacks float8[]) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  s float8[] := ARRAY[0, 0, 0, 0];
  v float8;
  least_of float8 := 'Infinity';
  greatest_of float8 := '-Infinity';
  least_lack float8 := 0;
  greatest_lack float8 := 0;
  size float8;
  scale float8 := 1;
  mean float8;
BEGIN
  IF cardinality(x) = 0 THEN RETURN NULL; END IF;
  FOREACH v IN ARRAY x LOOP
    IF v < least_of THEN least_of := v; END IF;
    IF v > greatest_of THEN greatest_of := v; END IF;
  END LOOP;
  size := greatest(abs(least_of), abs(greatest_of));
  IF size < 'Infinity' AND size > 0 AND (size >= power(2::float8, 400) OR size <= power(2::float8, -400)) THEN
    scale := power(2::float8, least(-parley_exponent(size) - 1, 1000));
  END IF;
  FOREACH v IN ARRAY x LOOP s := parley_sum_step(s, parley_multiply(v, scale)); END LOOP;
  IF lacks IS NOT NULL THEN
    least_lack := lacks[1];
    greatest_lack := lacks[1];
    FOREACH v IN ARRAY lacks LOOP
      s := parley_sum_step(s, parley_multiply(v, scale));
      least_lack := least(least_lack, v);
      greatest_lack := greatest(greatest_lack, v);
    END LOOP;
  END IF;
  IF abs(s[1]) >= 'Infinity' THEN RETURN ARRAY[s[1], 0, 1, least_of, greatest_of, 0, 0]; END IF;
  s[4] := cardinality(x);
  mean := parley_sum_by(s, s[4]);
  RETURN ARRAY[mean, parley_divide((s[1] - parley_multiply(mean, s[4])) - parley_product_rest(mean, s[4]) + s[2], s[4]),
    scale, least_of, greatest_of, least_lack, greatest_lack];
END $$;

CREATE OR REPLACE FUNCTION parley_varies(m float8[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT m[4] < m[5] OR m[6] < m[7] $$;

CREATE OR REPLACE FUNCTION parley_scaled_variance(x float8[], lacks float8[], m float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF cardinality(x) < 2 THEN RETURN NULL; END IF;
  IF NOT parley_is_number(m[4]) OR NOT parley_is_number(m[5]) THEN RETURN NULL; END IF;
  IF NOT parley_varies(m) THEN RETURN 0; END IF;
  x := parley_deviations(x, lacks, m);
  RETURN parley_divide(parley_products(x, x), cardinality(x) - 1);
END $$;

CREATE OR REPLACE FUNCTION parley_variance_of(x float8[], lacks float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  m float8[] := parley_means(x, lacks);
  v float8 := parley_scaled_variance(x, lacks, m);
BEGIN
  IF m[3] = 1 THEN RETURN v; END IF;
  RETURN parley_divide(parley_divide(v, m[3]), m[3]);
END $$;

CREATE OR REPLACE FUNCTION parley_stddev_of(x float8[], lacks float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  m float8[] := parley_means(x, lacks);
BEGIN
  RETURN parley_divide(sqrt(parley_scaled_variance(x, lacks, m)), m[3]);
END $$;

CREATE OR REPLACE FUNCTION parley_variance_end(list float8[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT parley_variance_of(array_remove(list, NULL), NULL) $$;
CREATE OR REPLACE FUNCTION parley_stddev_end(list float8[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT parley_stddev_of(array_remove(list, NULL), NULL) $$;
CREATE OR REPLACE AGGREGATE parley_variance(float8) (
  SFUNC = array_append, STYPE = float8[], FINALFUNC = parley_variance_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_stddev(float8) (
  SFUNC = array_append, STYPE = float8[], FINALFUNC = parley_stddev_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);

-- What integers lack as numbers; missing where none lacks anything.
CREATE OR REPLACE FUNCTION parley_lacks(list bigint[]) RETURNS float8[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN 9007199254740992 < ANY (list) OR -9007199254740992 > ANY (list)
    THEN ARRAY(SELECT parley_lack(x) FROM unnest(list) WITH ORDINALITY AS v(x, i) ORDER BY i) END
$$;
CREATE OR REPLACE FUNCTION parley_variance_end(list bigint[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT parley_variance_of(array_remove(list, NULL)::float8[], parley_lacks(array_remove(list, NULL)))
$$;
CREATE OR REPLACE FUNCTION parley_stddev_end(list bigint[]) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT parley_stddev_of(array_remove(list, NULL)::float8[], parley_lacks(array_remove(list, NULL)))
$$;
CREATE OR REPLACE AGGREGATE parley_variance(bigint) (
  SFUNC = array_append, STYPE = bigint[], FINALFUNC = parley_variance_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_stddev(bigint) (
  SFUNC = array_append, STYPE = bigint[], FINALFUNC = parley_stddev_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);

-- ---- pairs ----

CREATE OR REPLACE FUNCTION parley_pair(x float8, y float8) RETURNS parley_pair
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(x, y, 0, 0)::parley_pair $$;
CREATE OR REPLACE FUNCTION parley_pair(x bigint, y float8) RETURNS parley_pair
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(x, y, parley_lack(x), 0)::parley_pair $$;
CREATE OR REPLACE FUNCTION parley_pair(x float8, y bigint) RETURNS parley_pair
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(x, y, 0, parley_lack(y))::parley_pair $$;
CREATE OR REPLACE FUNCTION parley_pair(x bigint, y bigint) RETURNS parley_pair
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(x, y, parley_lack(x), parley_lack(y))::parley_pair $$;

-- A list of the pairs that have both values, in their order: of what it is by its name.
CREATE OR REPLACE FUNCTION parley_of_pairs(list parley_pair[], which text) RETURNS float8[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT CASE which WHEN 'x' THEN x WHEN 'y' THEN y WHEN 'x_lack' THEN x_lack ELSE y_lack END
    FROM unnest(list) WITH ORDINALITY AS p(x, y, x_lack, y_lack, i) WHERE x IS NOT NULL AND y IS NOT NULL ORDER BY i)
$$;


-- Held to 1, which rounding may pass; one rounding of the product where it fits, so that a straight line gives 1.
CREATE OR REPLACE FUNCTION parley_corr_end(list parley_pair[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  x float8[] := parley_of_pairs(list, 'x');
  y float8[] := parley_of_pairs(list, 'y');
  x_lacks float8[] := parley_of_pairs(list, 'x_lack');
  y_lacks float8[] := parley_of_pairs(list, 'y_lack');
  a float8[];
  b float8[];
  xx float8;
  yy float8;
  product float8;
  r float8;
BEGIN
  IF cardinality(x) < 2 THEN RETURN NULL; END IF;
  a := parley_means(x, x_lacks);
  b := parley_means(y, y_lacks);
  IF NOT parley_varies(a) OR NOT parley_varies(b) THEN RETURN NULL; END IF;
  IF NOT parley_is_number(a[4]) OR NOT parley_is_number(a[5]) OR NOT parley_is_number(b[4])
    OR NOT parley_is_number(b[5]) THEN RETURN NULL; END IF;
  x := parley_deviations(x, x_lacks, a);
  y := parley_deviations(y, y_lacks, b);
  xx := parley_products(x, x);
  yy := parley_products(y, y);
  IF xx <= 0 OR yy <= 0 THEN RETURN NULL; END IF;
  product := parley_multiply(xx, yy);
  r := parley_divide(parley_products(x, y), CASE WHEN product BETWEEN 2.2250738585072014e-308
    AND 1.7976931348623157e308 THEN sqrt(product) ELSE parley_multiply(sqrt(xx), sqrt(yy)) END);
  RETURN greatest(-1, least(1, r));
END $$;
CREATE OR REPLACE AGGREGATE parley_corr(parley_pair) (
  SFUNC = array_append, STYPE = parley_pair[], FINALFUNC = parley_corr_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);

-- Two sums with the product of two numbers added to the first, and what rounding takes from it to the second. These are
-- brought together in the end, as what is left of large products may be small.
CREATE OR REPLACE FUNCTION parley_product_sums(s float8[], x float8, y float8) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  product float8 := coalesce(parley_multiply(x, y), 'NaN');
  rest float8 := s[5];
BEGIN
  IF parley_is_number(product) AND abs(product) > 1e-280 THEN rest := rest + parley_product_rest(x, y); END IF;
  RETURN (parley_sum_step(s[:4], product))[:4] || rest;
END $$;

-- Two sums, of the products with what rounding takes from them and of the weights, of values brought near 1 where they
-- are large or small. Where no weight is below 0, the mean lies between the least and the greatest value.
CREATE OR REPLACE FUNCTION parley_weighted_mean_end(list parley_pair[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  x float8[] := parley_of_pairs(list, 'x');
  y float8[] := parley_of_pairs(list, 'y');
  x_lacks float8[] := parley_of_pairs(list, 'x_lack');
  y_lacks float8[] := parley_of_pairs(list, 'y_lack');
  a float8[];
  b float8[];
  value float8;
  weight float8;
  lack float8;
  s float8[] := ARRAY[0, 0, 0, 0, 0];
  w float8[] := ARRAY[0, 0, 0, 0];
  mean float8;
BEGIN
  IF cardinality(x) = 0 THEN RETURN NULL; END IF;
  a := parley_means(x, x_lacks);
  b := parley_means(y, y_lacks);
  FOR i IN 1 .. cardinality(x) LOOP
    value := parley_multiply(x[i], a[3]);
    weight := parley_multiply(y[i], b[3]);
    s := parley_product_sums(s, value, weight);
    w := parley_sum_step(w, weight);
  END LOOP;
  FOR i IN 1 .. cardinality(x) LOOP
    value := parley_multiply(x[i], a[3]);
    weight := parley_multiply(y[i], b[3]);
    IF x_lacks[i] <> 0 AND parley_is_number(weight) THEN
      lack := parley_multiply(x_lacks[i], a[3]);
      s := parley_product_sums(s, lack, weight);
      s := parley_product_sums(s, lack, parley_multiply(y_lacks[i], b[3]));
    END IF;
    IF y_lacks[i] <> 0 AND parley_is_number(value) THEN
      lack := parley_multiply(y_lacks[i], b[3]);
      s := parley_product_sums(s, value, lack);
      w := parley_sum_step(w, lack);
    END IF;
  END LOOP;
  IF coalesce(parley_sum_by(w, 1), 0) = 0 THEN RETURN NULL; END IF;
  s[2] := s[2] + s[5];
  mean := parley_divide(parley_sum_quotient(s, w), a[3]);
  IF mean IS NULL OR mean = 'NaN' OR NOT b[4] >= 0 THEN RETURN mean; END IF;
  RETURN greatest(a[4], least(a[5], mean));
END $$;
CREATE OR REPLACE AGGREGATE parley_weighted_mean(parley_pair) (
  SFUNC = array_append, STYPE = parley_pair[], FINALFUNC = parley_weighted_mean_end, COMBINEFUNC = array_cat,
  PARALLEL = SAFE);
]=]
