WITH "q" AS (
  SELECT "talks"."id",
    "talks"."date" AS "made",
    row_number() OVER (ORDER BY ("talks"."id" COLLATE "C") ASC NULLS LAST, "talks".ctid) AS "#"
  FROM "talks"
),
"stacked" AS (
  SELECT "demands"."id", "demands"."made", 1 AS "#side", row_number() OVER () AS "#"
  FROM "demands"
  WHERE ("demands"."party" = $1 OR (strpos("demands"."party", '; ') > 0 AND "demands"."party" > '' AND parley_includes("demands"."party", $2)))
  UNION ALL
  SELECT "q"."id", "q"."made", 2 AS "#side", "q"."#"
  FROM "q"
)
SELECT "stacked"."id", "stacked"."made"
FROM "stacked"
ORDER BY "stacked"."#side", "stacked"."#"
-- $1 = "ukraine"
-- $2 = "ukraine"
