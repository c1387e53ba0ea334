SELECT `outcomes`.`id`, `outcomes`.`low`, `outcomes`.`best`, `outcomes`.`high`, `outcomes`.`due`
FROM `outcomes`
WHERE ((fn_exact((`outcomes`.`low` + `outcomes`.`high`) * $1 - `outcomes`.`best`) > $2) OR ((`outcomes`.`best` IS NULL) AND (fn_mod_floor(`outcomes`.`low`, $3) = $4)) OR ((`outcomes`.`low` * 1.0 / $5 * 1.0 / $6) < $7))
-- $1 = 2
-- $2 = -1
-- $3 = 3
-- $4 = 1
-- $5 = 2
-- $6 = 2
-- $7 = 1.5
