WITH "q" AS (
  SELECT "demands"."id",
    "demands"."party",
    "demands"."topic",
    "demands"."made",
    "demands"."text",
    row_number() OVER (ORDER BY "demands"."made_start" DESC NULLS LAST, "demands"."made_end" DESC NULLS LAST) AS "#"
  FROM "demands"
)
SELECT "q"."party", best("q"."text", -("q"."#")) AS "first_text", list("q"."topic", "q"."#") AS "topics"
FROM "q"
GROUP BY "q"."party"
ORDER BY "q"."party" ASC NULLS LAST
