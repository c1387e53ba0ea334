SELECT "talks"."id", "talks"."venue"
FROM "talks"
INNER JOIN search_text_1 AS "words" ON "words".tbl = ?1 AND "words".id = "talks"."id"
INNER JOIN search_index_1 AS "hit" ON "words".key = +"hit".rowid
WHERE "hit".search_index_1 MATCH ?2
ORDER BY "hit".rank, "talks"."id"
-- ?1 = "talks"
-- ?2 = "\"palace\" AND \"lasting peace\""
