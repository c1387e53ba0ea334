SELECT "talks"."id",
  "talks"."process",
  "talks"."name",
  "talks"."kind",
  "talks"."round",
  "talks"."date",
  "talks"."time",
  "talks"."zone",
  "talks"."place",
  "talks"."venue",
  "talks"."host",
  "talks"."format",
  "talks"."status",
  "talks"."purpose",
  "talks"."result",
  "talks"."assessment",
  "talks"."prospect",
  "talks"."gap_years_best",
  "talks"."gap_years_low",
  "talks"."gap_years_high",
  "talks"."prepares"
FROM "talks"
INNER JOIN search_text_1 AS "words" ON "words".tbl = ?1 AND "words".id = "talks"."id"
INNER JOIN search_index_1 AS "hit" ON "hit".rowid = "words".key
WHERE "hit".search_index_1 MATCH ?2
ORDER BY "hit".rank, "talks"."id"
-- ?1 = "talks"
-- ?2 = "\"palace\" \"lasting peace\""
