WITH RECURSIVE "items" AS (
  SELECT "list", 1 AS "n", parley_item("list", 1) AS "item" FROM (
    SELECT DISTINCT "demands"."party" AS "list"
    FROM "demands"
  ) AS lists WHERE parley_items("list") > 1
  UNION ALL
  SELECT "list", "n" + 1, parley_item("list", "n" + 1) FROM "items" WHERE "n" < parley_items("list")
)
SELECT "demands"."id", coalesce("items"."item", "demands"."party") AS "party"
FROM "demands"
LEFT JOIN "items" ON "items"."list" = "demands"."party" AND "items"."n" > 0
