WITH RECURSIVE "items" AS (
  SELECT "list", 1 AS "n", parley_item("list", 1) AS "item" FROM (
    SELECT DISTINCT "demands"."party" AS "list"
    FROM "demands"
  ) AS lists WHERE parley_items("list") > 1
  UNION ALL
  SELECT "list", "n" + 1, parley_item("list", "n" + 1) FROM "items" WHERE "n" < parley_items("list")
),
"q" AS (
  SELECT coalesce("items"."item", "demands"."party") AS "party",
    "demands"."topic",
    "demands"."text",
    row_number() OVER (ORDER BY "demands"."made_start" DESC NULLS LAST, "demands"."made_end" DESC NULLS LAST, "demands".ctid) AS "#"
  FROM "demands"
  LEFT JOIN "items" ON "items"."list" = "demands"."party" AND "items"."n" > 0
)
SELECT "q"."party",
  parley_best(parley_weighed("q"."text", -("q"."#"))) AS "first_text",
  string_agg(parley_listed("q"."topic"), '; ' ORDER BY "q"."#") AS "topics"
FROM "q"
GROUP BY "q"."party"
ORDER BY ("q"."party" COLLATE "C") ASC NULLS LAST
