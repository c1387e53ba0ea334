WITH "joined" AS (
  SELECT "responses"."id",
    "responses"."demand",
    "responses"."document",
    "responses"."talk",
    "responses"."party",
    "responses"."kind",
    "responses"."date",
    "responses"."condition",
    "responses"."announced_by",
    "responses"."text"
  FROM "responses"
)
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
  "demands"."revises"
FROM "demands"
WHERE NOT EXISTS (SELECT 1 FROM "joined" WHERE "joined"."demand" = "demands"."id")
