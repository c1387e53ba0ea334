WITH "deliveries as of 2025-06-02" AS (SELECT id AS "id" FROM "deliveries_claims" WHERE claim_weight IS NOT NULL AND reported_end <= $1 GROUP BY id)
SELECT "deliveries_claims"."claim"
FROM "deliveries_claims"
WHERE "deliveries_claims"."id" IN (
  SELECT "deliveries"."id"
  FROM "deliveries as of 2025-06-02" AS "deliveries"
  ORDER BY ("deliveries"."id" COLLATE "C") ASC NULLS LAST
  LIMIT $2
) AND "deliveries_claims".retracted_at IS NULL AND "deliveries_claims"."reported_end" <= $3
ORDER BY "deliveries_claims"."id", "deliveries_claims"."claim"
-- $1 = 20241
-- $2 = 2
-- $3 = 20241
