WITH RECURSIVE "items" AS (
  SELECT "list", 1 AS "n", parley_item("list", 1) AS "item" FROM (
    SELECT DISTINCT "responses"."party" AS "list"
    FROM "responses"
  ) AS lists WHERE parley_items("list") > 1
  UNION ALL
  SELECT "list", "n" + 1, parley_item("list", "n" + 1) FROM "items" WHERE "n" < parley_items("list")
),
"q" AS MATERIALIZED (
  SELECT "responses"."kind",
    coalesce("items"."item", "responses"."party") AS "#head",
    (count(*) - count("responses"."text")) AS "#value",
    (count(*) FILTER (WHERE false) - count("responses"."text") FILTER (WHERE false)) AS "#without",
    row_number() OVER (ORDER BY ("responses"."kind" COLLATE "C") ASC NULLS LAST) AS "#"
  FROM "responses"
  LEFT JOIN "items" ON "items"."list" = "responses"."party" AND "items"."n" > 0
  GROUP BY "responses"."kind", coalesce("items"."item", "responses"."party")
)
SELECT "q"."kind",
  CASE WHEN count(*) FILTER (WHERE "q"."#head" IS NOT DISTINCT FROM $1) > 0 THEN max("q"."#value") FILTER (WHERE "q"."#head" IS NOT DISTINCT FROM $1) ELSE max("q"."#without") END AS "russia",
  CASE WHEN count(*) FILTER (WHERE "q"."#head" IS NOT DISTINCT FROM $2) > 0 THEN max("q"."#value") FILTER (WHERE "q"."#head" IS NOT DISTINCT FROM $2) ELSE max("q"."#without") END AS "ukraine"
FROM "q"
GROUP BY "q"."kind"
ORDER BY min("q"."#")
-- $1 = "russia"
-- $2 = "ukraine"
