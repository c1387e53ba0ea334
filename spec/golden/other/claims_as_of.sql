WITH `deliveries as of 2025-06-02` AS (SELECT id AS `id`, fn_best(`outcome`, claim_weight) AS `outcome`, fn_best(`giver`, claim_weight) AS `giver`, fn_best(`receiver`, claim_weight) AS `receiver`, fn_best_date(`date`, claim_weight, 56) AS `date`, fn_edtf_start(fn_best_date(`date`, claim_weight, 56)) AS `date_start`, fn_edtf_stop(fn_best_date(`date`, claim_weight, 56)) AS `date_end`, fn_best_amount(`low`, claim_weight, 56, `low`, `best`, `high`) AS `low`, fn_best_amount(`best`, claim_weight, 56, `low`, `best`, `high`) AS `best`, fn_best_amount(`high`, claim_weight, 56, `low`, `best`, `high`) AS `high`, fn_best_beside(`unit`, claim_weight, 56, `low`, `best`, `high`, source) AS `unit`, fn_best_beside(`category`, claim_weight, 56, `low`, `best`, `high`, source) AS `category`, fn_best_beside(`basis`, claim_weight, 56, `low`, `best`, `high`, source) AS `basis`, fn_best_beside(`counting`, claim_weight, 56, `low`, `best`, `high`, source) AS `counting`, fn_best_amount(`measure_low`, claim_weight, 56, `measure_low`, `measure_best`, `measure_high`) AS `measure_low`, fn_best_amount(`measure_best`, claim_weight, 56, `measure_low`, `measure_best`, `measure_high`) AS `measure_best`, fn_best_amount(`measure_high`, claim_weight, 56, `measure_low`, `measure_best`, `measure_high`) AS `measure_high`, fn_best_beside(`measure_unit`, claim_weight, 56, `measure_low`, `measure_best`, `measure_high`, source) AS `measure_unit`, fn_best(`cause`, claim_weight) AS `cause`, fn_best(`text`, claim_weight) AS `text` FROM `deliveries_claims` WHERE claim_weight IS NOT NULL AND reported_end <= $1 GROUP BY id)
SELECT `deliveries_claims`.`claim`
FROM `deliveries_claims`
WHERE `deliveries_claims`.`id` IN (
  SELECT `deliveries`.`id`
  FROM `deliveries as of 2025-06-02` AS `deliveries`
  ORDER BY `deliveries`.`id` ASC NULLS LAST
  LIMIT $2
) AND `deliveries_claims`.retracted_at IS NULL AND `deliveries_claims`.`reported_end` <= $3
ORDER BY `deliveries_claims`.`id`, `deliveries_claims`.`claim`
-- $1 = 20241
-- $2 = 2
-- $3 = 20241
