SELECT "demands"."topic", "talk"."date" AS "talk_date", "talk.host"."name" AS "talk_host_name"
FROM "demands"
LEFT JOIN "talks" AS "talk" ON "talk"."id" = "demands"."talk"
LEFT JOIN "parties" AS "talk.host" ON "talk.host"."id" = "talk"."host"
WHERE "talk.host"."name" = $1
-- $1 = "Türkiye"
