SELECT "demands"."id"
FROM "demands"
WHERE ("demands"."party" = $1 OR (strpos("demands"."party", '; ') > 0 AND "demands"."party" > '' AND parley_includes("demands"."party", $2))) AND "demands"."revises" IS NULL AND "demands"."topic" IN ($3, $4)
-- $1 = "ukraine"
-- $2 = "ukraine"
-- $3 = "ceasefire"
-- $4 = "prisoners"
