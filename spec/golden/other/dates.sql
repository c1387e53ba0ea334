SELECT `outcomes`.`id`, `outcomes`.`low`, `outcomes`.`best`, `outcomes`.`high`, `outcomes`.`due`
FROM `outcomes`
WHERE (`outcomes`.`due_start` BETWEEN $1 AND $2) AND fn_edtf_surely(N'<', `outcomes`.`due`, $3) AND (fn_edtf_month(`outcomes`.`due`) = $4)
-- $1 = 20240
-- $2 = 20269
-- $3 = "2025-07"
-- $4 = 6
