SELECT "demands"."id"
FROM "demands"
WHERE (("demands"."made_start" >= $1 AND ("demands"."status" != $2)) OR (NOT parley_contains("demands"."text", $3)))
-- $1 = 20240
-- $2 = "rejected"
-- $3 = "truce"
