SELECT `demands`.`id`
FROM `demands`
WHERE fn_parley_includes(`demands`.`party`, $1) AND `demands`.`revises` IS NULL AND `demands`.`topic` IN ($2, $3)
-- $1 = "ukraine"
-- $2 = "ceasefire"
-- $3 = "prisoners"
