--- Columns of offices: a person's post for a time.

local forms = require "parley.codebook.column_forms"

local ref, judged, span = forms.ref, forms.judged, forms.span

return {
  { "person", "text", "who holds it", ref "people" },
  { "party", "text", "whose post it is", ref "parties" },
  { "title", "text", "title of the post", judged "label" },
  { "held", "date", "from when to when it was held, as far as the sources show", span() },
}
