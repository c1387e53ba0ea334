--- Columns of memberships: a party's part in a whole, such as an alliance or a joint delegation, for a time.

local forms = require "parley.codebook.column_forms"

local ref, span = forms.ref, forms.span

return {
  { "party", "text", "who belongs to it", ref "parties" },
  { "whole", "text", "the alliance, coalition or delegation", ref "parties" },
  { "held", "date", "from when to when, as far as the sources show", span() },
}
