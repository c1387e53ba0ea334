SELECT count(*) AS "count",
  parley_integer_sum_end(sum("talks"."round")) AS "total",
  parley_median("talks"."round") AS "median_round",
  parley_quantile("talks"."round", $1) AS "quantile_round",
  parley_best(parley_weighed("talks"."date", -("talks"."date_start"))) AS "min_date"
FROM "talks"
-- $1 = 0.9
