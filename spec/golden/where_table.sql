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
WHERE "demands"."party" = ?1 AND "demands"."revises" IS NULL AND "demands"."topic" IN (?2, ?3)
-- ?1 = "ukraine"
-- ?2 = "ceasefire"
-- ?3 = "prisoners"
