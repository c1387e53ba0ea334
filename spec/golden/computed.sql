SELECT "outcomes"."id",
  "outcomes"."low",
  "outcomes"."best",
  "outcomes"."high",
  "outcomes"."due",
  exact("outcomes"."high" - "outcomes"."low") AS "spread"
FROM "outcomes"
WHERE exact("outcomes"."high" - "outcomes"."low") > ?1
ORDER BY exact("outcomes"."high" - "outcomes"."low") DESC NULLS LAST
-- ?1 = 0
