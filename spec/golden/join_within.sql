WITH "joined" AS (
  SELECT "frame_1"."#day", "frame_1"."#near"
  FROM "frame_1"
),
"joined_2" AS (
  SELECT "talks"."id" AS "talk", "talks"."date"
  FROM "talks"
)
SELECT "demands"."id", "demands"."made", "joined_2"."talk", "joined_2"."date"
FROM "demands"
INNER JOIN "joined" ON "joined"."#day" = "demands"."made"
INNER JOIN "joined_2" ON "joined_2"."date" = "joined"."#near"
