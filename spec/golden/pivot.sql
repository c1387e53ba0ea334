SELECT "responses"."kind",
  count(*) FILTER (WHERE "responses"."party" IS ?1) AS "russia",
  count(*) FILTER (WHERE "responses"."party" IS ?2) AS "ukraine"
FROM "responses"
GROUP BY "responses"."kind"
ORDER BY "responses"."kind" ASC NULLS LAST
-- ?1 = "russia"
-- ?2 = "ukraine"
