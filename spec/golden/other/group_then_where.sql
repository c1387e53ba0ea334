WITH `q` AS (
  SELECT `demands`.`party`,
    fn_count(*) AS `count`,
    row_number() OVER (ORDER BY `demands`.`party` ASC NULLS LAST) AS `#`
  FROM `demands`
  GROUP BY `demands`.`party`
)
SELECT `q`.`party`, `q`.`count`
FROM `q`
WHERE `q`.`count` > $1
ORDER BY `q`.`#`
-- $1 = 3
