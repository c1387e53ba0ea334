WITH RECURSIVE `items` AS (
  SELECT `list`, 1 AS `n`, fn_parley_item(`list`, 1) AS `item` FROM (
    SELECT DISTINCT `demands`.`party` AS `list`
    FROM `demands`
  ) AS lists WHERE fn_parley_items(`list`) > 1
  UNION ALL
  SELECT `list`, `n` + 1, fn_parley_item(`list`, `n` + 1) FROM `items` WHERE `n` < fn_parley_items(`list`)
),
`items_2` AS (
  SELECT `list`, 1 AS `n`, fn_parley_item(`list`, 1) AS `item` FROM (
    SELECT DISTINCT `demands_2`.`party` AS `list`
    FROM `demands` AS `demands_2`
  ) AS lists WHERE fn_parley_items(`list`) > 1
  UNION ALL
  SELECT `list`, `n` + 1, fn_parley_item(`list`, `n` + 1) FROM `items_2` WHERE `n` < fn_parley_items(`list`)
),
`joined` AS (
  SELECT fn_edtf_month(`demands_2`.`made`) AS `month`
  FROM `demands` AS `demands_2`
  LEFT JOIN `items_2` ON `items_2`.`list` = `demands_2`.`party` AND `items_2`.`n` > 0
  GROUP BY fn_coalesce(`items_2`.`item`, `demands_2`.`party`), fn_edtf_month(`demands_2`.`made`)
  ORDER BY fn_coalesce(`items_2`.`item`, `demands_2`.`party`) ASC NULLS LAST, fn_edtf_month(`demands_2`.`made`) ASC NULLS LAST
),
`q` AS (
  SELECT fn_coalesce(`items`.`item`, `demands`.`party`) AS `party`,
    fn_edtf_month(`demands`.`made`) AS `month`,
    fn_count(*) AS `count`,
    row_number() OVER (ORDER BY fn_coalesce(`items`.`item`, `demands`.`party`) ASC NULLS LAST, fn_edtf_month(`demands`.`made`) ASC NULLS LAST) AS `#`
  FROM `demands`
  LEFT JOIN `items` ON `items`.`list` = `demands`.`party` AND `items`.`n` > 0
  GROUP BY fn_coalesce(`items`.`item`, `demands`.`party`), fn_edtf_month(`demands`.`made`)
),
`q_2` AS (
  SELECT NULL AS `party`,
    `frame_1`.`month`,
    NULL AS `count`,
    row_number() OVER (ORDER BY `frame_1`.`month` ASC NULLS LAST) AS `#`
  FROM `frame_1`
  WHERE NOT EXISTS (SELECT 1 FROM `joined` WHERE `joined`.`month` = `frame_1`.`month`)
),
`stacked` AS (
  SELECT `q`.`party`, `q`.`month`, `q`.`count`, 1 AS `#side`, `q`.`#`
  FROM `q`
  UNION ALL
  SELECT `q_2`.`party`, `q_2`.`month`, `q_2`.`count`, 2 AS `#side`, `q_2`.`#`
  FROM `q_2`
)
SELECT `stacked`.`party`, `stacked`.`month`, `stacked`.`count`
FROM `stacked`
ORDER BY `stacked`.`#side`, `stacked`.`#`
