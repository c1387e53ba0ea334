WITH "q" AS (
  SELECT "demands"."id",
    row_number() OVER (ORDER BY "demands"."made_start" ASC NULLS LAST, "demands"."made_end" ASC NULLS LAST, "demands".ctid) AS "#"
  FROM "demands"
)
SELECT "q"."id"
FROM "q"
WHERE 0 = 1
ORDER BY "q"."#"
