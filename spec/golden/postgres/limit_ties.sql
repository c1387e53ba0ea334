WITH "q" AS (
  SELECT "demands"."id",
    rank() OVER (ORDER BY "demands"."made_start" DESC NULLS LAST, "demands"."made_end" DESC NULLS LAST) AS "#rank",
    row_number() OVER (ORDER BY "demands"."made_start" DESC NULLS LAST, "demands"."made_end" DESC NULLS LAST, "demands".ctid) AS "#"
  FROM "demands"
)
SELECT "q"."id"
FROM "q"
WHERE "q"."#rank" <= $1
ORDER BY "q"."#"
-- $1 = 3
