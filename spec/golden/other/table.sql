SELECT `deliveries`.`id`,
  `deliveries`.`outcome`,
  `deliveries`.`date`,
  `deliveries`.`low`,
  `deliveries`.`best`,
  `deliveries`.`high`,
  `deliveries`.`text`
FROM `deliveries`
