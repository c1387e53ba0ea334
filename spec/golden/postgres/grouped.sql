WITH RECURSIVE "items" AS (
  SELECT "list", 1 AS "n", parley_item("list", 1) AS "item" FROM (
    SELECT DISTINCT "demands"."party" AS "list"
    FROM "demands"
  ) AS lists WHERE parley_items("list") > 1
  UNION ALL
  SELECT "list", "n" + 1, parley_item("list", "n" + 1) FROM "items" WHERE "n" < parley_items("list")
)
SELECT coalesce("items"."item", "demands"."party") AS "party",
  parley_year("demands"."made") AS "year",
  count(*) AS "count",
  parley_max("demands"."days_low") AS "longest"
FROM "demands"
LEFT JOIN "items" ON "items"."list" = "demands"."party" AND "items"."n" > 0
GROUP BY coalesce("items"."item", "demands"."party"), parley_year("demands"."made")
ORDER BY (coalesce("items"."item", "demands"."party") COLLATE "C") ASC NULLS LAST, parley_year("demands"."made") ASC NULLS LAST
