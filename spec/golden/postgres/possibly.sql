SELECT "outcomes"."id"
FROM "outcomes"
WHERE CASE WHEN "outcomes"."due_start" > $1 THEN false WHEN "outcomes"."due" IS NOT NULL THEN true END
-- $1 = 20269
