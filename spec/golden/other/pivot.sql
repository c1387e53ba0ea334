WITH RECURSIVE `items` AS (
  SELECT `list`, 1 AS `n`, fn_parley_item(`list`, 1) AS `item` FROM (
    SELECT DISTINCT `responses`.`party` AS `list`
    FROM `responses`
  ) AS lists WHERE fn_parley_items(`list`) > 1
  UNION ALL
  SELECT `list`, `n` + 1, fn_parley_item(`list`, `n` + 1) FROM `items` WHERE `n` < fn_parley_items(`list`)
)
SELECT `responses`.`kind`,
  fn_count(*) FILTER (WHERE {fn_coalesce(`items`.`item`, `responses`.`party`) IS $1}) AS `russia`,
  fn_count(*) FILTER (WHERE {fn_coalesce(`items`.`item`, `responses`.`party`) IS $2}) AS `ukraine`
FROM `responses`
LEFT JOIN `items` ON `items`.`list` = `responses`.`party` AND `items`.`n` > 0
GROUP BY `responses`.`kind`
ORDER BY `responses`.`kind` ASC NULLS LAST
-- $1 = "russia"
-- $2 = "ukraine"
