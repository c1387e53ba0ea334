WITH "q" AS (
  SELECT "demands"."id",
    "demands"."party",
    "demands"."topic",
    "demands"."made",
    "demands"."text",
    row_number() OVER (ORDER BY "demands"."made_start" ASC NULLS LAST, "demands"."made_end" ASC NULLS LAST, "demands".ctid) AS "#"
  FROM "demands"
  ORDER BY "demands"."made_start" ASC NULLS LAST, "demands"."made_end" ASC NULLS LAST, "demands".ctid
  LIMIT $1 OFFSET $2
)
SELECT "q"."id", "q"."party", "q"."topic", "q"."made", "q"."text"
FROM "q"
WHERE ("q"."party" = $3 OR (strpos("q"."party", '; ') > 0 AND "q"."party" > '' AND parley_includes("q"."party", $4)))
ORDER BY "q"."#"
-- $1 = 5
-- $2 = 2
-- $3 = "russia"
-- $4 = "russia"
