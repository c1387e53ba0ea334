SELECT "demands"."id"
FROM "demands"
WHERE (("demands"."made_start" >= $1 AND ("demands"."status" != $2)) OR (NOT (strpos(parley_fold("demands"."text"), (SELECT parley_fold($3))) > 0)))
-- $1 = 20240
-- $2 = "rejected"
-- $3 = "truce"
