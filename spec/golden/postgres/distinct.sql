SELECT DISTINCT "demands"."party", "demands"."topic"
FROM "demands"
