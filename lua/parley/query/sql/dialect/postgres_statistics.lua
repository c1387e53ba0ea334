--- Functions of PostgreSQL for statistics of numbers, as csrc/value/statistics.c has them: the values of a group, or
-- pairs of them, are collected, and looked at twice; deviations are taken from a mean that is two numbers.

return [=[
CREATE TYPE parley_pair AS (x float8, y float8);

-- The sum of products of what two lists deviate from their means, each of which is two numbers and a scale.
CREATE OR REPLACE FUNCTION parley_products(x float8[], a float8[], y float8[], b float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  s float8[] := ARRAY[0, 0, 0, 0];
BEGIN
  FOR i IN 1 .. cardinality(x) LOOP
    s := parley_sum_step(s, parley_multiply((parley_multiply(x[i], a[3]) - a[1]) - a[2],
      (parley_multiply(y[i], b[3]) - b[1]) - b[2]));
  END LOOP;
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

-- Mean, what it lacks, and the power of two that brings the values near 1 where their squares would leave the range.
CREATE OR REPLACE FUNCTION parley_means(x float8[]) RETURNS float8[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  s float8[] := ARRAY[0, 0, 0, 0];
  v float8;
  least_of float8 := 'Infinity';
  greatest_of float8 := '-Infinity';
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
  IF abs(s[1]) >= 'Infinity' THEN RETURN ARRAY[s[1], 0, 1, least_of, greatest_of]; END IF;
  mean := parley_sum_by(s, s[4]);
  RETURN ARRAY[mean, parley_divide((s[1] - parley_multiply(mean, s[4])) - parley_product_rest(mean, s[4]) + s[2], s[4]),
    scale, least_of, greatest_of];
END $$;

CREATE OR REPLACE FUNCTION parley_scaled_variance(x float8[], m float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF cardinality(x) < 2 THEN RETURN NULL; END IF;
  IF NOT parley_is_number(m[4]) OR NOT parley_is_number(m[5]) THEN RETURN NULL; END IF;
  IF m[4] = m[5] THEN RETURN 0; END IF;
  RETURN parley_divide(parley_products(x, m, x, m), cardinality(x) - 1);
END $$;

CREATE OR REPLACE FUNCTION parley_variance_end(list float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  x float8[] := array_remove(list, NULL);
  m float8[] := parley_means(x);
  v float8 := parley_scaled_variance(x, m);
BEGIN
  IF m[3] = 1 THEN RETURN v; END IF;
  RETURN parley_divide(parley_divide(v, m[3]), m[3]);
END $$;

CREATE OR REPLACE FUNCTION parley_stddev_end(list float8[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  x float8[] := array_remove(list, NULL);
  m float8[] := parley_means(x);
BEGIN
  RETURN parley_divide(sqrt(parley_scaled_variance(x, m)), m[3]);
END $$;

CREATE OR REPLACE AGGREGATE parley_variance(float8) (
  SFUNC = array_append, STYPE = float8[], FINALFUNC = parley_variance_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);
CREATE OR REPLACE AGGREGATE parley_stddev(float8) (
  SFUNC = array_append, STYPE = float8[], FINALFUNC = parley_stddev_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);

-- ---- pairs ----

CREATE OR REPLACE FUNCTION parley_pair(x float8, y float8) RETURNS parley_pair
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ROW(x, y)::parley_pair $$;

-- The first or the second values of the pairs that have both, in their order.
CREATE OR REPLACE FUNCTION parley_of_pairs(list parley_pair[], first boolean) RETURNS float8[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT CASE WHEN first THEN p.x ELSE p.y END FROM unnest(list) WITH ORDINALITY AS p(x, y, i)
    WHERE p.x IS NOT NULL AND p.y IS NOT NULL ORDER BY i)
$$;

-- Held to 1, which rounding may pass; one rounding of the product where it fits, so that a straight line gives 1.
CREATE OR REPLACE FUNCTION parley_corr_end(list parley_pair[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  x float8[] := parley_of_pairs(list, true);
  y float8[] := parley_of_pairs(list, false);
  a float8[];
  b float8[];
  xx float8;
  yy float8;
  product float8;
  r float8;
BEGIN
  IF cardinality(x) < 2 THEN RETURN NULL; END IF;
  a := parley_means(x);
  b := parley_means(y);
  IF a[4] >= a[5] OR b[4] >= b[5] THEN RETURN NULL; END IF;
  IF NOT parley_is_number(a[4]) OR NOT parley_is_number(a[5]) OR NOT parley_is_number(b[4])
    OR NOT parley_is_number(b[5]) THEN RETURN NULL; END IF;
  xx := parley_products(x, a, x, a);
  yy := parley_products(y, b, y, b);
  IF xx <= 0 OR yy <= 0 THEN RETURN NULL; END IF;
  product := parley_multiply(xx, yy);
  r := parley_divide(parley_products(x, a, y, b), CASE WHEN product BETWEEN 2.2250738585072014e-308
    AND 1.7976931348623157e308 THEN sqrt(product) ELSE parley_multiply(sqrt(xx), sqrt(yy)) END);
  RETURN greatest(-1, least(1, r));
END $$;
CREATE OR REPLACE AGGREGATE parley_corr(parley_pair) (
  SFUNC = array_append, STYPE = parley_pair[], FINALFUNC = parley_corr_end, COMBINEFUNC = array_cat, PARALLEL = SAFE);

-- Two sums, of the products with what rounding takes from them and of the weights, of values brought near 1 where they
-- are large or small. Where no weight is below 0, the mean lies between the least and the greatest value.
CREATE OR REPLACE FUNCTION parley_weighted_mean_end(list parley_pair[]) RETURNS float8
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  x float8[] := parley_of_pairs(list, true);
  y float8[] := parley_of_pairs(list, false);
  a float8[];
  b float8[];
  value float8;
  weight float8;
  product float8;
  s float8[] := ARRAY[0, 0, 0, 0];
  w float8[] := ARRAY[0, 0, 0, 0];
  rest float8 := 0;
  mean float8;
BEGIN
  IF cardinality(x) = 0 THEN RETURN NULL; END IF;
  a := parley_means(x);
  b := parley_means(y);
  FOR i IN 1 .. cardinality(x) LOOP
    value := parley_multiply(x[i], a[3]);
    weight := parley_multiply(y[i], b[3]);
    product := coalesce(parley_multiply(value, weight), 'NaN');
    IF parley_is_number(product) AND abs(product) > 1e-280 THEN
      rest := rest + parley_product_rest(value, weight);
    END IF;
    s := parley_sum_step(s, product);
    w := parley_sum_step(w, weight);
  END LOOP;
  IF coalesce(parley_sum_by(w, 1), 0) = 0 THEN RETURN NULL; END IF;
  s[2] := s[2] + rest;
  mean := parley_divide(parley_sum_quotient(s, w), a[3]);
  IF mean IS NULL OR mean = 'NaN' OR NOT b[4] >= 0 THEN RETURN mean; END IF;
  RETURN greatest(a[4], least(a[5], mean));
END $$;
CREATE OR REPLACE AGGREGATE parley_weighted_mean(parley_pair) (
  SFUNC = array_append, STYPE = parley_pair[], FINALFUNC = parley_weighted_mean_end, COMBINEFUNC = array_cat,
  PARALLEL = SAFE);
]=]
