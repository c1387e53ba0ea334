SELECT `deliveries`.`id`,
  `deliveries`.`outcome`,
  `deliveries`.`date`,
  `deliveries`.`low`,
  `deliveries`.`best`,
  `deliveries`.`high`,
  `deliveries`.`unit`,
  `deliveries`.`category`,
  `deliveries`.`basis`,
  `deliveries`.`counting`,
  `deliveries`.`text`
FROM `deliveries`
