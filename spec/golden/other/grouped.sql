WITH RECURSIVE `items` AS (
  SELECT `list`, 1 AS `n`, fn_parley_item(`list`, 1) AS `item` FROM (
    SELECT DISTINCT `demands`.`party` AS `list`
    FROM `demands`
  ) AS lists WHERE fn_parley_items(`list`) > 1
  UNION ALL
  SELECT `list`, `n` + 1, fn_parley_item(`list`, `n` + 1) FROM `items` WHERE `n` < fn_parley_items(`list`)
)
SELECT fn_coalesce(`items`.`item`, `demands`.`party`) AS `party`,
  fn_edtf_year(`demands`.`made`) AS `year`,
  fn_count(*) AS `count`,
  fn_max(`demands`.`days_low`) AS `longest`
FROM `demands`
LEFT JOIN `items` ON `items`.`list` = `demands`.`party` AND `items`.`n` > 0
GROUP BY fn_coalesce(`items`.`item`, `demands`.`party`), fn_edtf_year(`demands`.`made`)
ORDER BY fn_coalesce(`items`.`item`, `demands`.`party`) ASC NULLS LAST, fn_edtf_year(`demands`.`made`) ASC NULLS LAST
