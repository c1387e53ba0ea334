SELECT "demands"."id",
  CASE WHEN parley_items("demands"."party") > 1 THEN (SELECT string_agg(CAST(v AS text), '; ') FROM (SELECT DISTINCT "party_2"."name" AS v FROM "parties" AS "party_2" WHERE parley_includes("demands"."party", "party_2"."id") AND "party_2"."name" IS NOT NULL ORDER BY 1) AS all_items) ELSE "party"."name" END AS "party_name"
FROM "demands"
LEFT JOIN "parties" AS "party" ON "party"."id" = "demands"."party"
