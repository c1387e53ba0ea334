WITH "q" AS (
  SELECT "demands"."id",
    "demands"."party",
    "demands"."addressee",
    "demands"."topic",
    "demands"."label",
    "demands"."text",
    "demands"."made",
    "demands"."talk",
    "demands"."document",
    "demands"."provision",
    "demands"."priority",
    "demands"."status",
    "demands"."days_best",
    "demands"."days_low",
    "demands"."days_high",
    "demands"."extendable",
    "demands"."wanted",
    "demands"."scope",
    "demands"."purpose",
    "demands"."condition",
    "demands"."announced_by",
    "demands"."revises",
    row_number() OVER (ORDER BY "demands"."made_start" DESC NULLS LAST, "demands"."made_end" DESC NULLS LAST) AS "#"
  FROM "demands"
)
SELECT "q"."party", best("q"."text", -("q"."#")) AS "first_text", list("q"."topic", "q"."#") AS "topics"
FROM "q"
GROUP BY "q"."party"
ORDER BY "q"."party" ASC NULLS LAST
