WITH RECURSIVE "items" AS (
  SELECT "list", 1 AS "n", parley_item("list", 1) AS "item" FROM (
    SELECT DISTINCT "responses"."party" AS "list"
    FROM "responses"
  ) AS lists WHERE parley_items("list") > 1
  UNION ALL
  SELECT "list", "n" + 1, parley_item("list", "n" + 1) FROM "items" WHERE "n" < parley_items("list")
)
SELECT "responses"."kind",
  count(*) FILTER (WHERE coalesce("items"."item", "responses"."party") IS NOT DISTINCT FROM $1) AS "russia",
  count(*) FILTER (WHERE coalesce("items"."item", "responses"."party") IS NOT DISTINCT FROM $2) AS "ukraine"
FROM "responses"
LEFT JOIN "items" ON "items"."list" = "responses"."party" AND "items"."n" > 0
GROUP BY "responses"."kind"
ORDER BY ("responses"."kind" COLLATE "C") ASC NULLS LAST
-- $1 = "russia"
-- $2 = "ukraine"
