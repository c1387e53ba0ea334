--- Columns of documents: a memorandum, proposal or list.

local forms = require "parley.codebook.column_forms"

local ref, refs, word, judged, happened, bound =
  forms.ref, forms.refs, forms.word, forms.judged, forms.happened, forms.bound

return {
  { "name", "text", "what it is called", judged "label" },
  { "kind", "text", "what sort of document", word("document_kind", "label") },
  { "author", "text", "whose document it is", refs "parties" },
  { "recipient", "text", "whom it is meant for", refs "parties" },
  { "talk", "text", "the talk it belongs to", ref "talks" },
  { "handed_over", "date", "when the recipient got it", happened() },
  { "release", "text", "whether the public can read it", word("release", "attribution") },
  { "announced_by", "text", "who made it known", judged "attribution" },
  { "items_best", "integer", "entries of a list", bound("items", "best") },
  { "items_low", "integer", "at least so many", bound("items", "low") },
  { "items_high", "integer", "at most so many", bound("items", "high") },
  { "contents", "text", "what a source finds in it, separated by '; '", judged "value" },
  { "text", "text", "what it says, in our words" },
}
