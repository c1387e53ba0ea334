SELECT fn_count(*) AS `count`,
  fn_stable_sum(`talks`.`round`) AS `total`,
  fn_median(`talks`.`round`) AS `median_round`,
  fn_quantile(`talks`.`round`, $1) AS `quantile_round`,
  fn_best(`talks`.`date`, -(`talks`.`date_start`)) AS `min_date`
FROM `talks`
-- $1 = 0.9
