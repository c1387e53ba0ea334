WITH "deliveries as of 2025-06-02" AS (SELECT id AS "id", best("outcome", claim_weight) AS "outcome", best("giver", claim_weight) AS "giver", best("receiver", claim_weight) AS "receiver", best_date("date", claim_weight, 56) AS "date", edtf_start(best_date("date", claim_weight, 56)) AS "date_start", edtf_stop(best_date("date", claim_weight, 56)) AS "date_end", best_amount("low", claim_weight, 56, "low", "best", "high") AS "low", best_amount("best", claim_weight, 56, "low", "best", "high") AS "best", best_amount("high", claim_weight, 56, "low", "best", "high") AS "high", best_beside("unit", claim_weight, 56, "low", "best", "high", source) AS "unit", best_beside("category", claim_weight, 56, "low", "best", "high", source) AS "category", best_beside("basis", claim_weight, 56, "low", "best", "high", source) AS "basis", best_beside("counting", claim_weight, 56, "low", "best", "high", source) AS "counting", best_amount("measure_low", claim_weight, 56, "measure_low", "measure_best", "measure_high") AS "measure_low", best_amount("measure_best", claim_weight, 56, "measure_low", "measure_best", "measure_high") AS "measure_best", best_amount("measure_high", claim_weight, 56, "measure_low", "measure_best", "measure_high") AS "measure_high", best_beside("measure_unit", claim_weight, 56, "measure_low", "measure_best", "measure_high", source) AS "measure_unit", best("cause", claim_weight) AS "cause", best("text", claim_weight) AS "text" FROM "deliveries_claims" WHERE claim_weight IS NOT NULL AND reported_end <= ?1 GROUP BY id)
SELECT "deliveries_claims"."claim"
FROM "deliveries_claims"
WHERE "deliveries_claims"."id" IN (
  SELECT "deliveries"."id"
  FROM "deliveries as of 2025-06-02" AS "deliveries"
  ORDER BY "deliveries"."id" ASC NULLS LAST
  LIMIT ?2
) AND "deliveries_claims".retracted_at IS NULL AND "deliveries_claims"."reported_end" <= ?3
ORDER BY "deliveries_claims"."id", "deliveries_claims"."claim"
-- ?1 = 20241
-- ?2 = 2
-- ?3 = 20241
