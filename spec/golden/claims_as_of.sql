WITH "outcomes as of 2025-06-02" AS (SELECT id AS "id", best("talk", claim_weight) AS "talk", best("topic", claim_weight) AS "topic", best("kind", claim_weight) AS "kind", best("nature", claim_weight) AS "nature", best("giver", claim_weight) AS "giver", best("receiver", claim_weight) AS "receiver", best("category", claim_weight) AS "category", best("unit", claim_weight) AS "unit", best("low", claim_weight, coalesce("low", "best", "high")) AS "low", best("best", claim_weight, coalesce("low", "best", "high")) AS "best", best("high", claim_weight, coalesce("low", "best", "high")) AS "high", best("basis", claim_weight) AS "basis", best("age_min", claim_weight, coalesce("age_min", "age_max")) AS "age_min", best("age_max", claim_weight, coalesce("age_min", "age_max")) AS "age_max", best("all_for_all", claim_weight) AS "all_for_all", best("due", claim_weight) AS "due", edtf_start(best("due", claim_weight)) AS "due_start", edtf_stop(best("due", claim_weight)) AS "due_end", best("condition", claim_weight) AS "condition", best("status", state_weight) AS "status", best("announced_by", claim_weight) AS "announced_by", best("part_of", claim_weight) AS "part_of", best("text", claim_weight) AS "text" FROM "outcomes_claims" WHERE claim_weight IS NOT NULL AND reported_end <= ?1 GROUP BY id)
SELECT "outcomes_claims"."claim"
FROM "outcomes_claims"
WHERE "outcomes_claims"."id" IN (
  SELECT "outcomes"."id"
  FROM "outcomes as of 2025-06-02" AS "outcomes"
  ORDER BY "outcomes"."id" ASC NULLS LAST
  LIMIT ?2
) AND "outcomes_claims".retracted_at IS NULL AND "outcomes_claims"."reported_end" <= ?3
ORDER BY "outcomes_claims"."id", "outcomes_claims"."claim"
-- ?1 = 20241
-- ?2 = 2
-- ?3 = 20241
