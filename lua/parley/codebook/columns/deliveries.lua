--- Columns of deliveries: what was actually done about an outcome.

local forms = require "parley.codebook.column_forms"

local ref, refs, judged, happened, bound, beside, measures =
  forms.ref, forms.refs, forms.judged, forms.happened, forms.bound, forms.beside, forms.measures

return measures({
  { "outcome", "text", "the outcome", ref "outcomes" },
  { "giver", "text", "who gave", refs "parties" },
  { "receiver", "text", "who received", refs "parties" },
  { "date", "date", "when it was done", happened() },
  { "low", "integer", "at least so many", bound("amount", "low") },
  { "best", "integer", "best estimate", bound("amount", "best") },
  { "high", "integer", "at most so many", bound("amount", "high") },
  { "unit", "text", "what is counted, where it is not the outcome's unit", beside("amount", "value") },
  { "category", "text", "whom or what it covers", beside("amount", "scope") },
  { "basis", "text", "what the number counts", beside("amount", "scope", "basis") },
  { "counting", "text", "whether it counts this delivery, or all of them so far",
    beside("amount", "scope", "counting") },
  { "cause", "text", "why it was done, or failed, and through whom", judged "attribution" },
  { "text", "text", "what was done, in our words" },
}, "cause")
