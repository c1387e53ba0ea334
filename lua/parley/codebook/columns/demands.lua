--- Columns of demands: what a party asks of another.

local forms = require "parley.codebook.column_forms"

local ref, refs, word, state, judged, happened, counted, bound, measures =
  forms.ref, forms.refs, forms.word, forms.state, forms.judged, forms.happened, forms.counted, forms.bound,
  forms.measures

return measures({
  { "party", "text", "who asks", refs "parties" },
  { "addressee", "text", "who is asked", refs "parties" },
  { "topic", "text", "what it is about", word "topic" },
  { "kind", "text", "whether it is asked, offered or held", word("demand_kind", "label") },
  { "label", "text", "the word a source has for its object", judged "label" },
  { "text", "text", "what is asked, in our words" },
  { "made", "date", "when it was made", happened() },
  { "talk", "text", "the talk it was made for or at", ref "talks" },
  { "document", "text", "the document it stands in", ref "documents" },
  { "provision", "text", "the provision it stands in", ref "provisions" },
  { "priority", "integer", "its place in the party's own list", counted() },
  { "status", "text", "what has become of it", state "demand_status" },
  { "days_best", "integer", "days it is to last", bound("days", "best") },
  { "days_low", "integer", "at least so many", bound("days", "low") },
  { "days_high", "integer", "at most so many", bound("days", "high") },
  { "extendable", "boolean", "whether that time can be extended", judged "scope" },
  { "wanted", "date", "when the thing asked for should happen", judged "date" },
  { "scope", "text", "whom, where or how much it covers", judged "scope" },
  { "purpose", "text", "what it is to serve", judged "scope" },
  { "condition", "text", "what it depends on, or is a condition for", judged "scope" },
  { "announced_by", "text", "who made it known", judged "attribution" },
  { "alternative_group", "text", "of the demands of one group, one is to be met", judged "scope" },
  { "requires", "text", "the demand that has to be met before", ref "demands" },
  { "revises", "text", "the earlier demand it takes up", ref "demands" },
}, "extendable")
