SELECT `outcomes`.`id`,
  `outcomes`.`low`,
  `outcomes`.`best`,
  `outcomes`.`high`,
  `outcomes`.`due`,
  fn_exact(`outcomes`.`high` - `outcomes`.`low`) AS `spread`
FROM `outcomes`
WHERE fn_exact(`outcomes`.`high` - `outcomes`.`low`) > $1
ORDER BY fn_exact(`outcomes`.`high` - `outcomes`.`low`) DESC NULLS LAST
-- $1 = 0
