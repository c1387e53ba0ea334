--- Columns of sources: an article, document or dataset.

local forms = require "parley.codebook.column_forms"

local ref, word, judged = forms.ref, forms.word, forms.judged

return {
  { "outlet", "text", "who published it", judged "value" },
  { "title", "text", "its title, as printed", judged "label" },
  { "label", "text", "what it is called here, where it prints no title" },
  { "author", "text", "who wrote it", judged "value" },
  { "published", "date", "when it was published", judged "date" },
  { "language", "text", "ISO 639 code of its language", judged "value" },
  { "licence", "text", "on what terms it may be used", judged "value" },
  { "url", "text", "where it can be found", judged "value" },
  { "origin", "text", "where its news comes from", word "source_origin" },
  { "agency", "text", "the agency or outlet it has its news from", judged "value" },
  { "rests_on", "text", "the source it rests on", ref "sources" },
  { "copy_of", "text", "the source it is a copy of", ref "sources" },
  { "note", "text", "what a user should know about it", { claim_name = "source_note" } },
}
