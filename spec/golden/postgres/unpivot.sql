WITH "heads"("n", "head") AS (
  VALUES (1, $1), (2, $2), (3, $3)
)
SELECT "outcomes"."id",
  "outcomes"."due",
  "heads"."head" AS "bound",
  CASE "heads"."n" WHEN 1 THEN "outcomes"."low" WHEN 2 THEN "outcomes"."best" WHEN 3 THEN "outcomes"."high" END AS "n"
FROM "heads" CROSS JOIN "outcomes"
-- $1 = "low"
-- $2 = "best"
-- $3 = "high"
