WITH "q" AS (
  SELECT "demands"."id",
    "demands"."party",
    "demands"."topic",
    "demands"."made",
    "demands"."text",
    parley_hash(parley_hashed($1), parley_hashed("demands"."id"), parley_hashed("demands"."party"), parley_hashed("demands"."topic"), parley_hashed("demands"."made"), parley_hashed("demands"."text")) AS "#drawn",
    row_number() OVER () AS "#"
  FROM "demands"
),
"q_2" AS (
  SELECT "q"."id",
    "q"."party",
    "q"."topic",
    "q"."made",
    "q"."text",
    "q"."#drawn",
    row_number() OVER (PARTITION BY "q"."#drawn" ORDER BY "q"."#") AS "#again",
    row_number() OVER (ORDER BY "q"."#") AS "#"
  FROM "q"
)
SELECT "q_2"."id"
FROM "q_2"
ORDER BY "q_2"."#drawn" ASC NULLS LAST, "q_2"."#again" ASC NULLS LAST, "q_2"."#"
LIMIT $2
-- $1 = 1
-- $2 = 5
