--- Columns of provisions: a section, option or clause of a document.

local forms = require "parley.codebook.column_forms"

local ref, word, judged, counted = forms.ref, forms.word, forms.judged, forms.counted

return {
  { "document", "text", "the document", ref "documents" },
  { "parent", "text", "the provision it is part of", ref "provisions" },
  { "ordinal", "integer", "its place among its siblings", counted() },
  { "label", "text", "its heading", judged "label" },
  { "kind", "text", "what sort of provision", word("provision_kind", "label") },
  { "exclusive_group", "text", "provisions of one group are alternatives", judged "scope" },
  { "topic", "text", "what it is about", word "topic" },
  { "text", "text", "what it says, in our words" },
}
