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
WHERE ((exact(("outcomes"."low" + "outcomes"."high") * ?1 - "outcomes"."best") > ?2) OR (("outcomes"."best" IS NULL) AND (mod_floor("outcomes"."low", ?3) = ?4)) OR (("outcomes"."low" * 1.0 / ?5 * 1.0 / ?6) < ?7))
-- ?1 = 2
-- ?2 = -1
-- ?3 = 3
-- ?4 = 1
-- ?5 = 2
-- ?6 = 2
-- ?7 = 1.5
