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
  "outcomes"."text"
FROM "outcomes"
WHERE ("outcomes"."due_start" BETWEEN ?1 AND ?2) AND edtf_surely('<', "outcomes"."due", ?3) AND (edtf_month("outcomes"."due") = ?4)
-- ?1 = 20240
-- ?2 = 20269
-- ?3 = "2025-07"
-- ?4 = 6
