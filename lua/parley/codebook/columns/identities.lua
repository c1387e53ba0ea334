--- Columns of identities: a judgement whether two things of a table are one.
-- Its id says what it is about: TABLE:LEFT=RIGHT, the two in the order of their bytes (ds:judge).

local forms = require "parley.codebook.column_forms"

local word = forms.word

return {
  { "table", "text", "the table that both are of", { names = "tables", kind = "value" } },
  { "left", "text", "id of the one, which sorts first", { names = "things", kind = "value" } },
  { "right", "text", "id of the other", { names = "things", kind = "value" } },
  { "verdict", "text", "whether they are one", word "verdict" },
  { "reason", "text", "why whoever judged it thinks so" },
}
