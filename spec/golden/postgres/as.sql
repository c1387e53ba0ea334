WITH "q" AS (
  SELECT "events"."id", "events"."source_party" AS "party", "events"."date" AS "made"
  FROM "events"
  WHERE "events"."act" IN ($1)
)
SELECT "q"."id", "q"."party", "q"."made"
FROM "q"
-- $1 = "demand"
