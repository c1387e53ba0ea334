WITH "deliveries as of 2025-06-02" AS (SELECT id AS "id", parley_best_said(parley_said("outcome", claim_weight, voice, 0)) FILTER (WHERE "outcome" IS NOT NULL) AS "outcome" FROM "deliveries_claims" WHERE claim_weight IS NOT NULL AND reported_end <= $1 GROUP BY id),
"outcomes as of 2025-06-02" AS (SELECT id AS "id", parley_best_said(parley_said("status", state_weight, voice, 2)) FILTER (WHERE "status" IS NOT NULL) AS "status" FROM "outcomes_claims" WHERE claim_weight IS NOT NULL AND reported_end <= $2 GROUP BY id)
SELECT "deliveries"."id", "outcome"."status" AS "outcome_status"
FROM "deliveries as of 2025-06-02" AS "deliveries"
LEFT JOIN "outcomes as of 2025-06-02" AS "outcome" ON "outcome"."id" = "deliveries"."outcome"
WHERE "outcome"."status" = $3
-- $1 = 20241
-- $2 = 20241
-- $3 = "agreed"
