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
    row_number() OVER (ORDER BY "demands"."made_start" ASC NULLS LAST, "demands"."made_end" ASC NULLS LAST) AS "#"
  FROM "demands"
  ORDER BY "demands"."made_start" ASC NULLS LAST, "demands"."made_end" ASC NULLS LAST
  LIMIT ?1 OFFSET ?2
)
SELECT "q"."id",
  "q"."party",
  "q"."addressee",
  "q"."topic",
  "q"."label",
  "q"."text",
  "q"."made",
  "q"."talk",
  "q"."document",
  "q"."provision",
  "q"."priority",
  "q"."status",
  "q"."days_best",
  "q"."days_low",
  "q"."days_high",
  "q"."extendable",
  "q"."wanted",
  "q"."scope",
  "q"."purpose",
  "q"."condition",
  "q"."announced_by",
  "q"."revises"
FROM "q"
WHERE "q"."party" = ?3
ORDER BY "q"."#"
-- ?1 = 5
-- ?2 = 2
-- ?3 = "russia"
