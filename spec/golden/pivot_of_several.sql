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
    exact(count(*) - count("responses"."text")) AS "#value",
    exact(count(*) FILTER (WHERE 0) - count("responses"."text") FILTER (WHERE 0)) AS "#without",
    row_number() OVER (ORDER BY "responses"."kind" ASC NULLS LAST) AS "#"
  FROM "responses"
  LEFT JOIN "items" ON "items"."list" = "responses"."party" AND "items"."n" > 0
  GROUP BY "responses"."kind", coalesce("items"."item", "responses"."party")
)
SELECT "q"."kind",
  iif(count(*) FILTER (WHERE "q"."#head" IS ?1) > 0, max("q"."#value") FILTER (WHERE "q"."#head" IS ?1), max("q"."#without")) AS "russia",
  iif(count(*) FILTER (WHERE "q"."#head" IS ?2) > 0, max("q"."#value") FILTER (WHERE "q"."#head" IS ?2), max("q"."#without")) AS "ukraine"
FROM "q"
GROUP BY "q"."kind"
ORDER BY min("q"."#")
-- ?1 = "russia"
-- ?2 = "ukraine"
