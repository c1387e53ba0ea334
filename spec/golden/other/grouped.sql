SELECT `demands`.`party`,
  fn_edtf_year(`demands`.`made`) AS `year`,
  fn_count(*) AS `count`,
  fn_max(`demands`.`days_low`) AS `longest`
FROM `demands`
GROUP BY `demands`.`party`, fn_edtf_year(`demands`.`made`)
ORDER BY `demands`.`party` ASC NULLS LAST, fn_edtf_year(`demands`.`made`) ASC NULLS LAST
