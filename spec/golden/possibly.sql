SELECT "outcomes"."id"
FROM "outcomes"
WHERE CASE WHEN "outcomes"."due_start" > ?1 THEN 0 WHEN "outcomes"."due" IS NOT NULL THEN 1 END
-- ?1 = 20269
