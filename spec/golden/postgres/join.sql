WITH "joined" AS (
  SELECT "talks"."id", "talks"."place"
  FROM "talks"
  WHERE "talks"."kind" = $1
)
SELECT "demands"."id",
  "demands"."party",
  "demands"."topic",
  "demands"."made",
  "demands"."text",
  "joined"."id" AS "talks_id",
  "joined"."place"
FROM "demands"
LEFT JOIN "joined" ON "joined"."id" = "demands"."id"
-- $1 = "round"
