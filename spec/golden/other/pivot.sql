SELECT `responses`.`kind`,
  fn_count(*) FILTER (WHERE {`responses`.`party` IS $1}) AS `russia`,
  fn_count(*) FILTER (WHERE {`responses`.`party` IS $2}) AS `ukraine`
FROM `responses`
GROUP BY `responses`.`kind`
ORDER BY `responses`.`kind` ASC NULLS LAST
-- $1 = "russia"
-- $2 = "ukraine"
