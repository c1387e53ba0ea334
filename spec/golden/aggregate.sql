SELECT count(*) AS "count",
  stable_sum("talks"."round") AS "total",
  median("talks"."round") AS "median_round",
  quantile("talks"."round", ?1) AS "quantile_round",
  best("talks"."date", -("talks"."date_start")) AS "min_date"
FROM "talks"
-- ?1 = 0.9
