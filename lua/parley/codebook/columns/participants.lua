--- Columns of participants: a party's or a person's part in a talk.

local forms = require "parley.codebook.column_forms"

local ref, word, state, judged = forms.ref, forms.word, forms.state, forms.judged

return {
  { "talk", "text", "the talk", ref "talks" },
  { "party", "text", "the party taking part", ref "parties" },
  { "person", "text", "the person taking part", ref "people" },
  { "role", "text", "in what role", word "participant_role" },
  { "status", "text", "whether they came", state "participant_status" },
  { "announced_by", "text", "who made it known", judged "attribution" },
}
