SELECT "demands"."id"
FROM "demands"
WHERE (("demands"."talk" IN ($1)) OR ("demands"."talk" IS NULL))
-- $1 = "r1"
