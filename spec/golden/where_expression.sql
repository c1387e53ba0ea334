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
WHERE ((("demands"."made_start" >= ?1) AND ("demands"."status" != ?2)) OR (NOT contains("demands"."text", ?3)))
-- ?1 = 20240
-- ?2 = "rejected"
-- ?3 = "truce"
