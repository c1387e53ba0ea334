WITH "joined" AS (
  SELECT "talks"."id",
    "talks"."process",
    "talks"."name",
    "talks"."kind",
    "talks"."round",
    "talks"."date",
    "talks"."time",
    "talks"."zone",
    "talks"."place",
    "talks"."venue",
    "talks"."host",
    "talks"."format",
    "talks"."status",
    "talks"."purpose",
    "talks"."result",
    "talks"."assessment",
    "talks"."prospect",
    "talks"."gap_years_best",
    "talks"."gap_years_low",
    "talks"."gap_years_high",
    "talks"."prepares"
  FROM "talks"
  WHERE "talks"."kind" = ?1
)
SELECT "demands"."id", "joined"."place"
FROM "demands"
LEFT JOIN "joined" ON "joined"."id" = "demands"."talk"
-- ?1 = "round"
