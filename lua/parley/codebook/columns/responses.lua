--- Columns of responses: an answer to a demand or document; silence is an answer.

local forms = require "parley.codebook.column_forms"

local ref, refs, word, judged, happened = forms.ref, forms.refs, forms.word, forms.judged, forms.happened

return {
  { "demand", "text", "the demand answered", ref "demands" },
  { "document", "text", "the document answered", ref "documents" },
  { "talk", "text", "the talk at which", ref "talks" },
  { "party", "text", "who answers", refs "parties" },
  { "kind", "text", "what sort of answer", word("response_kind", "outcome") },
  { "date", "date", "when it was given, or seen to be missing", happened() },
  { "condition", "text", "on what condition", judged "scope" },
  { "announced_by", "text", "who made it known", judged "attribution" },
  { "text", "text", "what it says, in our words" },
}
