SELECT "outcomes"."id",
  "outcomes"."talk",
  "outcomes"."topic",
  "outcomes"."kind",
  "outcomes"."nature",
  "outcomes"."giver",
  "outcomes"."receiver",
  "outcomes"."category",
  "outcomes"."unit",
  "outcomes"."low",
  "outcomes"."best",
  "outcomes"."high",
  "outcomes"."basis",
  "outcomes"."age_min",
  "outcomes"."age_max",
  "outcomes"."all_for_all",
  "outcomes"."due",
  "outcomes"."condition",
  "outcomes"."status",
  "outcomes"."announced_by",
  "outcomes"."part_of",
  "outcomes"."text",
  exact("outcomes"."high" - "outcomes"."low") AS "spread"
FROM "outcomes"
WHERE exact("outcomes"."high" - "outcomes"."low") > ?1
ORDER BY exact("outcomes"."high" - "outcomes"."low") DESC NULLS LAST
-- ?1 = 0
