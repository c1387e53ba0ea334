SELECT "outcomes"."id", "outcomes"."low", "outcomes"."best", "outcomes"."high", "outcomes"."due"
FROM "outcomes"
WHERE (((("outcomes"."low" + "outcomes"."high") * $1 - "outcomes"."best") > $2) OR (("outcomes"."best" IS NULL) AND (parley_modulo("outcomes"."low", $3) = $4)) OR ((parley_divide(CAST(parley_divide(CAST("outcomes"."low" AS DOUBLE PRECISION), CAST($5 AS DOUBLE PRECISION)) AS DOUBLE PRECISION), CAST($6 AS DOUBLE PRECISION))) < $7))
-- $1 = 2
-- $2 = -1
-- $3 = 3
-- $4 = 1
-- $5 = 2
-- $6 = 2
-- $7 = 1.5
