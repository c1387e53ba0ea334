WITH "deliveries as of 2025-06-02" AS (SELECT id AS "id", best_said("outcome", claim_weight, voice, 0) FILTER (WHERE "outcome" IS NOT NULL) AS "outcome", best_said("giver", claim_weight, voice, 0) FILTER (WHERE "giver" IS NOT NULL) AS "giver", best_said("receiver", claim_weight, voice, 0) FILTER (WHERE "receiver" IS NOT NULL) AS "receiver", best_date("date", claim_weight, voice) FILTER (WHERE "date" IS NOT NULL) AS "date", edtf_start(best_date("date", claim_weight, voice) FILTER (WHERE "date" IS NOT NULL)) AS "date_start", edtf_stop(best_date("date", claim_weight, voice) FILTER (WHERE "date" IS NOT NULL)) AS "date_end", quantity_part(best_quantity(claim_weight, voice, "low", "best", "high", "unit", "category", "basis", "counting"), 0) AS "low", quantity_part(best_quantity(claim_weight, voice, "low", "best", "high", "unit", "category", "basis", "counting"), 1) AS "best", quantity_part(best_quantity(claim_weight, voice, "low", "best", "high", "unit", "category", "basis", "counting"), 2) AS "high", quantity_part(best_quantity(claim_weight, voice, "low", "best", "high", "unit", "category", "basis", "counting"), 3) AS "unit", quantity_part(best_quantity(claim_weight, voice, "low", "best", "high", "unit", "category", "basis", "counting"), 4) AS "category", quantity_part(best_quantity(claim_weight, voice, "low", "best", "high", "unit", "category", "basis", "counting"), 5) AS "basis", quantity_part(best_quantity(claim_weight, voice, "low", "best", "high", "unit", "category", "basis", "counting"), 6) AS "counting", best_said("cause", claim_weight, voice, 1) FILTER (WHERE "cause" IS NOT NULL) AS "cause", best_said("text", claim_weight, voice, 1) FILTER (WHERE "text" IS NOT NULL) AS "text" FROM "deliveries_claims" WHERE claim_weight IS NOT NULL AND reported_end <= ?1 GROUP BY id)
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
