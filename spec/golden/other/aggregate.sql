SELECT fn_count(*) AS `count`,
  fn_sum(`outcomes`.`best`) AS `total`,
  fn_median(`outcomes`.`best`) AS `median_best`,
  fn_quantile(`outcomes`.`best`, $1) AS `quantile_best`,
  fn_best(`outcomes`.`due`, -(`outcomes`.`due_start`)) AS `min_due`
FROM `outcomes`
-- $1 = 0.9
