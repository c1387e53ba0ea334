SELECT "demands"."party",
  edtf_year("demands"."made") AS "year",
  count(*) AS "count",
  max("demands"."days_low") AS "longest"
FROM "demands"
GROUP BY "demands"."party", edtf_year("demands"."made")
ORDER BY "demands"."party" ASC NULLS LAST, edtf_year("demands"."made") ASC NULLS LAST
