SELECT "outcomes_claims"."source", "outcomes_claims"."best"
FROM "outcomes_claims"
WHERE "outcomes_claims"."id" IN (
  SELECT "outcomes"."id"
  FROM "outcomes"
  WHERE "outcomes"."id" = $1
) AND "outcomes_claims".retracted_at IS NULL
ORDER BY "outcomes_claims"."id", "outcomes_claims"."claim"
-- $1 = "r2-bodies"
