SELECT "outcomes"."id",
  "outcomes"."low",
  "outcomes"."best",
  "outcomes"."high",
  "outcomes"."due",
  ("outcomes"."high" - "outcomes"."low") AS "spread"
FROM "outcomes"
WHERE ("outcomes"."high" - "outcomes"."low") > $1
ORDER BY ("outcomes"."high" - "outcomes"."low") DESC NULLS LAST, "outcomes".ctid
-- $1 = 0
