WITH RECURSIVE `items` AS (
  SELECT `list`, 1 AS `n`, fn_parley_item(`list`, 1) AS `item` FROM (
    SELECT DISTINCT `demands`.`party` AS `list`
    FROM `demands`
  ) AS lists WHERE fn_parley_items(`list`) > 1
  UNION ALL
  SELECT `list`, `n` + 1, fn_parley_item(`list`, `n` + 1) FROM `items` WHERE `n` < fn_parley_items(`list`)
)
SELECT `demands`.`id`, fn_coalesce(`items`.`item`, `demands`.`party`) AS `party`
FROM `demands`
LEFT JOIN `items` ON `items`.`list` = `demands`.`party` AND `items`.`n` > 0
