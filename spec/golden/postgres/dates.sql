SELECT "outcomes"."id", "outcomes"."low", "outcomes"."best", "outcomes"."high", "outcomes"."due"
FROM "outcomes"
WHERE ("outcomes"."due_start" >= $1 AND "outcomes"."due_start" <= $2 AND "outcomes"."due_end" <= $2) AND ("outcomes"."due_start" <= $3 AND "outcomes"."due_end" <= $3) AND (parley_month("outcomes"."due") = $4)
-- $1 = 20240
-- $2 = 20269
-- $3 = 20269
-- $4 = 6
