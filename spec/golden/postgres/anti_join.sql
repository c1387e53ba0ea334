WITH "joined" AS (
  SELECT "responses"."demand"
  FROM "responses"
)
SELECT "demands"."id", "demands"."party", "demands"."topic", "demands"."made", "demands"."text"
FROM "demands"
WHERE NOT EXISTS (SELECT 1 FROM "joined" WHERE "joined"."demand" = "demands"."id")
