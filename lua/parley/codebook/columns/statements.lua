--- Columns of statements: what somebody said that is no demand.

local forms = require "parley.codebook.column_forms"

local ref, refs, word, judged, happened = forms.ref, forms.refs, forms.word, forms.judged, forms.happened

return {
  { "speaker", "text", "who said it", refs("people", "attribution") },
  { "party", "text", "for whom", refs("parties", "attribution") },
  { "date", "date", "when it was said", happened() },
  { "channel", "text", "by what channel", judged "attribution" },
  { "venue", "text", "where it was said", judged "value" },
  { "kind", "text", "what sort of statement", word("statement_kind", "label") },
  { "about", "text", "the talk it is about", ref "talks" },
  { "topic", "text", "what it is about", word "topic" },
  { "deadline", "date", "the day it sets", judged "date" },
  { "label", "text", "the telling word or short phrase", judged "label" },
  { "text", "text", "what was said, in our words" },
}
