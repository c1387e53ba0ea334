WITH "q" AS (
  SELECT "talks"."id",
    "talks"."place",
    "talks"."round",
    row_number() OVER (ORDER BY ("talks"."id" COLLATE "C") ASC NULLS LAST, "talks".ctid) AS "#"
  FROM "talks"
),
"groups" AS (
  SELECT "q"."place" AS "k1",
    parley_integer_sum_end(sum("q"."round")) AS "a1"
  FROM "q"
  GROUP BY "q"."place"
),
"q_2" AS (
  SELECT "q"."id",
    "q"."place",
    "q"."round",
    CASE WHEN "q"."round" IS NOT NULL THEN parley_sum("q"."round") OVER (PARTITION BY "q"."place" ORDER BY "q"."#" ROWS UNBOUNDED PRECEDING) END AS "c",
    CASE WHEN "q"."round" IS NOT NULL THEN rank() OVER (PARTITION BY "q"."place" ORDER BY "q"."round" ASC NULLS LAST) END AS "r",
    "groups"."a1" AS "total",
    row_number() OVER (ORDER BY "q"."#") AS "#"
  FROM "q"
  INNER JOIN "groups" ON "groups"."k1" IS NOT DISTINCT FROM "q"."place"
)
SELECT "q_2"."id", "q_2"."place", "q_2"."round", "q_2"."c", "q_2"."r", "q_2"."total"
FROM "q_2"
ORDER BY "q_2"."#"
