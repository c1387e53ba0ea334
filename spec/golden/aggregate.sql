SELECT count(*) AS "count",
  sum("outcomes"."best") AS "total",
  median("outcomes"."best") AS "median_best",
  quantile("outcomes"."best", ?1) AS "quantile_best",
  best("outcomes"."due", -("outcomes"."due_start")) AS "min_due"
FROM "outcomes"
-- ?1 = 0.9
