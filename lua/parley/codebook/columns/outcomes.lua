--- Columns of outcomes: one thing agreed, promised or refused.

local forms = require "parley.codebook.column_forms"

local ref, refs, word, state, judged, happened, span, bound, beside, measures =
  forms.ref, forms.refs, forms.word, forms.state, forms.judged, forms.happened, forms.span,
  forms.bound, forms.beside, forms.measures

return measures({
  { "talk", "text", "the talk it came from", ref "talks" },
  { "document", "text", "the document it is written in", ref "documents" },
  { "topic", "text", "what it is about", word "topic" },
  { "kind", "text", "what sort of outcome", word("outcome_kind", "outcome") },
  { "date", "date", "when it was agreed, promised or refused", happened() },
  { "nature", "text", "whether both sides give", word("outcome_nature", "reciprocity") },
  { "giver", "text", "who gives", refs "parties" },
  { "receiver", "text", "who receives", refs "parties" },
  { "category", "text", "whom or what it covers", beside("amount", "scope") },
  { "unit", "text", "what is counted", beside("amount", "value") },
  { "low", "integer", "at least so many", bound("amount", "low") },
  { "best", "integer", "best estimate", bound("amount", "best") },
  { "high", "integer", "at most so many", bound("amount", "high") },
  { "basis", "text", "what the number counts", beside("amount", "scope", "basis") },
  { "age_min", "integer", "youngest age covered, in years", bound("age", "low") },
  { "age_max", "integer", "oldest age covered, in years", bound("age", "high") },
  { "all_for_all", "boolean", "everyone of the category, not a number", judged "scope" },
  { "due", "date", "when it is to be done", judged "date" },
  { "in_force", "date", "from when to when it held", span() },
  { "purpose", "text", "what it is to serve", judged "scope" },
  { "stage", "text", "to what stage of a process it belongs", word("agreement_stage", "label") },
  { "agreement_type", "text", "how much of the conflict it settles", word("agreement_type", "label") },
  { "ceasefire_kind", "text", "what sort of ceasefire", word("ceasefire_kind", "label") },
  { "condition", "text", "on what condition", judged "scope" },
  { "status", "text", "how far it has come", state "outcome_status" },
  { "announced_by", "text", "who made it known", judged "attribution" },
  { "part_of", "text", "the outcome it is part of", ref "outcomes" },
  { "alternative_group", "text", "of the outcomes of one group, one holds", judged "scope" },
  { "text", "text", "what it is, in our words" },
}, "age_min")
